/* SPDX-License-Identifier: MPL-2.0 */
/* Words that are meant when one is typed wrongly: a letter too many, too few,
 * another one, or two that changed places. */
#ifndef NV_REGISTRY_FUZZY_H
#define NV_REGISTRY_FUZZY_H

#include <stdatomic.h>

#include "registry/index/index.h"

/* How many errors are looked for in a word: none in short ones. */
int nv_fuzzy_errors(const char *word);

/* Calls `found` for each term that is the word (or, with is_prefix, begins with
 * it) but for 1 to `errors` errors, in the order of the terms; those behind a
 * mark, and those that stand nowhere, are left out. `found` returns false to
 * stop. Neighbouring terms share their work, and what begins too differently is
 * passed over. Ends early when *is_cancelled is set. */
void nv_fuzzy_find(const nv_index *index, const char *word, bool is_prefix,
                   int errors, const atomic_bool *is_cancelled,
                   bool (*found)(void *to, uint32_t term, int errors),
                   void *to);

/* The same of `count` terms alone, which are behind no mark, in their order. */
void nv_fuzzy_find_among(const nv_index *index, const char *word,
                         bool is_prefix, int errors, const uint32_t terms[],
                         size_t count,
                         bool (*found)(void *to, uint32_t term, int errors),
                         void *to);

/* Whether all that nv_fuzzy_find() finds for the longer word, it finds for the
 * shorter one as a prefix, too, or that begins it: what is within so many
 * errors of a word begins with what is within so many of the beginning of that.
 */
bool nv_fuzzy_goes_on_from(const char *longer, const char *shorter);

#endif
