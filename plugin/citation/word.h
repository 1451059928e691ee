/* SPDX-License-Identifier: MPL-2.0 */
/* Tables of words: what CSL writes, and what we call it. */
#ifndef NV_CITATION_WORD_H
#define NV_CITATION_WORD_H

#include <stddef.h>

typedef struct {
    const char *text;
    size_t len;
} nv_csl_word_text;

#define NV_CSL_WORD_TEXT(id, word) {word, sizeof(word) - 1},

/* The index of the word in the table, where hyphens, underscores and spaces are
 * one and the same; `count` for a word that is not in it. */
size_t nv_csl_word_find(const nv_csl_word_text *words, size_t count,
                        const char *word, size_t len);

#endif
