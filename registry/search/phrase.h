/* SPDX-License-Identifier: MPL-2.0 */
/* Words in a row, whatever marks stand between them. A hyphenated word is the
 * same as its pieces and as one word. */
#ifndef NV_REGISTRY_PHRASE_H
#define NV_REGISTRY_PHRASE_H

#include "registry/text/fold.h"
#include "registry/index/index.h"

enum { NV_PHRASE_MAX = 64 }; /* words */

typedef struct {
    const nv_index *index;
    const char (*words)[NV_WORD_MAX + 1];
    size_t count;
    bool is_prefix;
    uint32_t firsts[NV_PHRASE_MAX]; /* the terms each word may be: a run, */
    uint32_t counts[NV_PHRASE_MAX]; /* longer than one only for a prefix */
} nv_phrase;

/* The phrase of `count` folded words, which stay the caller's; with is_prefix
 * the last one may go on. False if it can't stand anywhere. */
bool nv_phrase_init(nv_phrase *phrase, const nv_index *index,
                    const char words[][NV_WORD_MAX + 1], size_t count,
                    bool is_prefix);

/* Whether the phrase stands at the first of `count` tokens; *used is how many
 * of them it takes. */
bool nv_phrase_stands(const nv_phrase *phrase, const uint32_t *tokens,
                      size_t count, size_t *used);

/* Told of a place; false: no more of them. */
typedef bool nv_phrase_found(void *to, uint32_t record, nv_zone zone,
                             uint16_t quotation);

/* Calls `found` for each place of the phrase, until it returns false. */
void nv_phrase_find(const nv_phrase *phrase, nv_phrase_found *found, void *to);

#endif
