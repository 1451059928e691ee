/* SPDX-License-Identifier: MPL-2.0 */
/* Where one wanted thing stands: the terms that answer it, and all their places
 * in the index, in the order of the records. */
#ifndef NV_REGISTRY_MATCH_H
#define NV_REGISTRY_MATCH_H

#include <stdatomic.h>

#include "registry/search/query.h"
#include "registry/registry.h"
#include "registry/text/stem.h"

/* A term that answers a wanted word, and for how much of the word itself it
 * counts. */
typedef struct {
    uint32_t term;
    float part;
    bool is_near; /* but for an error of typing */
} nv_answer;

typedef struct {
    uint32_t record;
    uint32_t term; /* in the index; for a date or phrase 0 */
    uint16_t quotation;
    uint8_t zone;
    float count; /* of whole words */
} nv_place;

typedef struct {
    nv_wanted wanted;
    nv_answer *answers;
    size_t answer_count, answer_capacity;
    nv_place *places; /* by record; those of one term together in it */
    size_t place_count, place_capacity;
    size_t record_count; /* how many records have it */
    bool is_whole;       /* matching was not broken off */
} nv_match;

/* What matching needs; the stemmers are prepared. `is_cancelled` may be set by
 * another thread at any time. */
typedef struct {
    const nv_registry *registry;
    const nv_query *query;
    nv_stemmers *stemmers;
    const atomic_bool *is_cancelled;
} nv_matcher;

/* Finds all places of `wanted`, which is one of the query's; with_errors finds
 * words beside it that differ by errors of typing. The match is the caller's,
 * to be released, even when false is returned: there was no memory, or it was
 * cancelled. */
bool nv_match_find(nv_match *match, const nv_matcher *matcher,
                   const nv_wanted *wanted, bool with_errors);

void nv_match_release(nv_match *match);

/* The places in a record: a run of *count from the one returned, NULL when
 * there are none. */
const nv_place *nv_match_in(const nv_match *match, uint32_t record,
                            size_t *count);

#endif
