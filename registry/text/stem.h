/* SPDX-License-Identifier: MPL-2.0 */
/* Words that are forms of one another: treaty and treaties, договор and
 * договора, in English, French, German, Spanish or Russian. The language of a
 * word isn't known: two words are akin when any language has them so. */
#ifndef NV_REGISTRY_STEM_H
#define NV_REGISTRY_STEM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "registry/text/fold.h"

struct SN_env;

/* Stemmers belong to one thread at a time. All zero is none yet. They remember
 * some thousand words that were compared: from key to key they are the same. */
typedef struct {
    struct SN_env *of[NV_LANGUAGE_COUNT];
    struct nv_stemmed *known;
} nv_stemmers;

enum { NV_STEMS_MAX = 2 * NV_LANGUAGE_COUNT };

/* The stems of one word, each with its language. */
typedef struct {
    char text[NV_STEMS_MAX][NV_WORD_MAX + 1];
    unsigned char language[NV_STEMS_MAX];
    size_t count;
} nv_stems;

/* Makes the stemmers that are still missing; false without memory. */
bool nv_stemmers_prepare(nv_stemmers *stemmers);
void nv_stemmers_release(nv_stemmers *stemmers);

/* The stems of a folded word; false without memory. */
bool nv_stem(nv_stemmers *stemmers, const char *word, nv_stems *stems);

/* Sets *is_akin to whether the folded word shares one of the stems; false
 * without memory. */
bool nv_stem_is_akin(nv_stemmers *stemmers, const nv_stems *stems,
                     const char *word, bool *is_akin);

#endif
