/* SPDX-License-Identifier: MPL-2.0 */
/* See tongue.h. */
#include "base/tongue.h"

#include <stddef.h>

static const char *const codes[NV_TONGUE_COUNT] = {
    [NV_TONGUE_EN] = "en", [NV_TONGUE_FR] = "fr", [NV_TONGUE_DE] = "de",
    [NV_TONGUE_ES] = "es", [NV_TONGUE_RU] = "ru", [NV_TONGUE_IT] = "it",
    [NV_TONGUE_PT] = "pt", [NV_TONGUE_UK] = "uk",
};

const char *nv_tongue_code(nv_tongue tongue)
{
    return codes[tongue];
}

nv_tongue nv_tongue_from_tag(const char *tag)
{
    for (size_t i = 0; i < NV_TONGUE_COUNT; i++)
        if (nv_tag_begins_with(tag, codes[i]))
            return (nv_tongue)i;
    return NV_TONGUE_EN;
}

nv_language nv_tongue_described(nv_tongue tongue)
{
    return tongue == NV_TONGUE_FR ? NV_LANGUAGE_FR : NV_LANGUAGE_EN;
}
