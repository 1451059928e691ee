/* SPDX-License-Identifier: MPL-2.0 */
/* Words in a row, whatever marks stand between them. A hyphenated word is the
 * same as its pieces and as one word. */
#ifndef NV_REGISTRY_PHRASE_H
#define NV_REGISTRY_PHRASE_H

#include "registry/search/answer.h"
#include "registry/search/choose.h"

enum { NV_PHRASE_STARTS = 8 };

typedef struct {
    const nv_index *index;
    const char (*words)[NV_WORD_MAX + 1];
    size_t count;
    nv_mark mark;              /* of the field it is asked of */
    nv_row rows[NV_QUERY_MAX]; /* the terms each word may be; longer than one
                                  only for a prefix */
    uint64_t pieces[NV_QUERY_MAX];     /* those that may be its first piece: bit
                                          term % 64 is set for each */
    nv_row joined[NV_QUERY_MAX];       /* those that are it and the next one */
    uint32_t zones;                    /* 1 << zone: where it may stand */
    uint32_t starts[NV_PHRASE_STARTS]; /* the terms that it may begin with */
    size_t start_count; /* there may be more than there is room for */
} nv_phrase;

static inline bool nv_row_has(nv_row row, uint32_t term)
{
    return term - row.first < row.count;
}

/* The phrase that is wanted, in the words of `query`, which stay the caller's;
 * a prefix's last word may go on. */
void nv_phrase_init(nv_phrase *phrase, const nv_index *index,
                    const nv_query *query, const nv_wanted *wanted);

/* Whether the phrase stands at the first of `count` tokens; *used is how many
 * of them it takes. */
bool nv_phrase_stands(const nv_phrase *phrase, const uint32_t *tokens,
                      size_t count, size_t *used);

/* Told of a place; false: no more of them. */
typedef bool nv_phrase_found(void *to, nv_zone zone, uint16_t quotation);

/* Calls `found` for each place of the phrase in the texts of one record, until
 * it returns false. */
void nv_phrase_look_through(const nv_phrase *phrase, const nv_tokens *tokens,
                            nv_phrase_found *found, void *to);

/* Whether the phrase stands only where `wanted`, one of `query`, stands, too: a
 * shorter one that it goes on from. */
bool nv_phrase_goes_on_from(const nv_phrase *phrase, const nv_query *query,
                            const nv_wanted *wanted);

/* The records in which a phrase is looked for: of first to past - 1, those that
 * fulfil conditions beside it. */
typedef struct {
    nv_condition conditions[NV_QUERY_MAX];
    size_t count;
    uint32_t first, past;
} nv_phrase_scope;

/* Puts in the places of a phrase of two words or more: all of them, unless
 * every word and condition is heavy and the limits of filler->means are
 * reached; then those of the records that are among the best of one of these,
 * and of the first others, and the found is partial. False without memory. */
bool nv_phrase_find(const nv_phrase *phrase, const nv_wanted *wanted,
                    const nv_phrase_scope *scope, nv_filler *filler);

#endif
