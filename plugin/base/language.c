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

bool nv_tag_begins_with(const char *tag, const char *code)
{
    return tag && tolower((unsigned char)tag[0]) == code[0] &&
           tolower((unsigned char)tag[1]) == code[1] &&
           !isalnum((unsigned char)tag[2]);
}

nv_language nv_language_from_tag(const char *tag, nv_language otherwise)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (nv_tag_begins_with(tag, codes[i]))
            return (nv_language)i;
    return otherwise;
}
