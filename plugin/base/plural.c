/* SPDX-License-Identifier: MPL-2.0 */
/* See plural.h. */
#include "base/plural.h"

static nv_plural one_is_one(size_t number)
{
    return number == 1 ? NV_PLURAL_ONE : NV_PLURAL_OTHER;
}

static nv_plural none_is_one(size_t number)
{
    return number <= 1 ? NV_PLURAL_ONE : NV_PLURAL_OTHER;
}

/* Eleven to fourteen go with five, twenty-one with one, thirty-two with two. */
static nv_plural east_slavic(size_t number)
{
    const size_t last = number % 10;
    const bool is_teen = number % 100 >= 11 && number % 100 <= 14;

    if (last == 1 && !is_teen)
        return NV_PLURAL_ONE;
    if (last >= 2 && last <= 4 && !is_teen)
        return NV_PLURAL_FEW;
    return NV_PLURAL_MANY;
}

static nv_plural (*const rules[NV_TONGUE_COUNT])(size_t number) = {
    [NV_TONGUE_EN] = one_is_one,  [NV_TONGUE_FR] = none_is_one,
    [NV_TONGUE_DE] = one_is_one,  [NV_TONGUE_ES] = one_is_one,
    [NV_TONGUE_RU] = east_slavic, [NV_TONGUE_IT] = one_is_one,
    [NV_TONGUE_PT] = one_is_one,  [NV_TONGUE_UK] = east_slavic,
};

nv_plural nv_plural_of(nv_tongue tongue, size_t number)
{
    return rules[tongue](number);
}

const char *nv_plural_name(nv_plural plural)
{
    static const char *const names[NV_PLURAL_COUNT] = {
        [NV_PLURAL_OTHER] = "other",
        [NV_PLURAL_ONE] = "one",
        [NV_PLURAL_FEW] = "few",
        [NV_PLURAL_MANY] = "many",
    };

    return names[plural];
}
