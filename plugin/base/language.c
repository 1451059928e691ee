/* SPDX-License-Identifier: MPL-2.0 */
/* See language.h. */
#include "base/language.h"

#include <ctype.h>
#include <stddef.h>

static const char *const codes[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = "en", [NV_LANGUAGE_FR] = "fr", [NV_LANGUAGE_DE] = "de",
    [NV_LANGUAGE_ES] = "es", [NV_LANGUAGE_RU] = "ru",
};

const char *nv_language_code(nv_language language)
{
    return codes[language];
}

/* A code is two letters, so a subtag follows it or nothing. */
static int begins_with_code(const char *tag, const char *code)
{
    return tolower((unsigned char)tag[0]) == code[0] &&
           tolower((unsigned char)tag[1]) == code[1] &&
           !isalnum((unsigned char)tag[2]);
}

nv_language nv_language_from_tag(const char *tag, nv_language otherwise)
{
    if (!tag || !tag[0] || !tag[1])
        return otherwise;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (begins_with_code(tag, codes[i]))
            return (nv_language)i;
    return otherwise;
}
