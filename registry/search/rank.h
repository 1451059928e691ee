/* SPDX-License-Identifier: MPL-2.0 */
/* From the places of everything that is wanted to hits in their order: BM25
 * with a weight for each zone of the record. */
#ifndef NV_REGISTRY_RANK_H
#define NV_REGISTRY_RANK_H

#include "registry/search/match.h"
#include "registry/search/search.h"

/* Room for one event; need not be set. */
typedef struct {
    const nv_statement *statement; /* that leads to the event, or NULL */
    double score;
} nv_lead;

/* Writes the hits, best first, to hits[], which like leads[] has room for all
 * events. Returns how many; ends early, with some of them, when *is_cancelled
 * is set. */
size_t nv_rank(const nv_registry *registry, const nv_match *const matches[],
               size_t match_count, const atomic_bool *is_cancelled,
               nv_lead leads[], nv_hit hits[]);

/* What a hit calls the zone. */
nv_field nv_rank_field(nv_zone zone);

/* How much a word in the zone counts. */
double nv_rank_weight(nv_zone zone);

#endif
