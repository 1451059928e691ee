/* SPDX-License-Identifier: MPL-2.0 */
/* The words by which the XML and `nv` call the values of an enumeration: one
 * list per enumeration, in its order. */
#ifndef NV_REGISTRY_WORDS_H
#define NV_REGISTRY_WORDS_H

#include <stddef.h>

typedef struct {
    const char *const *items;
    size_t count;
} nv_words;

extern const nv_words nv_kind_words, nv_act_words, nv_date_what_words,
    nv_role_words, nv_as_words, nv_original_words, nv_status_words,
    nv_holds_words, nv_checked_words, nv_verdict_words, nv_name_type_words;

/* The place of `word` in the list; -1 if it is not there. */
int nv_words_find(const nv_words *words, const char *word);

#endif
