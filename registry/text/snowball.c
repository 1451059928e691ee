/* SPDX-License-Identifier: MPL-2.0 */
/* See snowball.h. */
#include "registry/text/snowball.h"

#define DECLARE(name)                              \
    struct SN_env *name##_UTF_8_create_env(void);  \
    void name##_UTF_8_close_env(struct SN_env *z); \
    int name##_UTF_8_stem(struct SN_env *z);
#define STEMMER(name)                                                      \
    {                                                                      \
        name##_UTF_8_create_env, name##_UTF_8_close_env, name##_UTF_8_stem \
    }

DECLARE(english)
DECLARE(french)
DECLARE(german)
DECLARE(spanish)
DECLARE(russian)

static const nv_snowball all[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = STEMMER(english), [NV_LANGUAGE_FR] = STEMMER(french),
    [NV_LANGUAGE_DE] = STEMMER(german),  [NV_LANGUAGE_ES] = STEMMER(spanish),
    [NV_LANGUAGE_RU] = STEMMER(russian),
};

const nv_snowball *nv_snowball_of(nv_language language)
{
    return &all[language];
}
