/* SPDX-License-Identifier: MPL-2.0 */
/* From the places of everything that is wanted to hits in their order: BM25
 * with a weight for each zone of the record. */
#ifndef NV_REGISTRY_RANK_H
#define NV_REGISTRY_RANK_H

#include "registry/match.h"
#include "registry/search.h"

/* Writes the hits, best first, to hits[], which has room for one more than
 * there are events; `statements` is room for as many records as there are
 * events, and need not be set. Returns how many. */
typedef struct {
    const nv_statement *statement; /* that leads to the event, or NULL */
    double score;
} nv_lead;

size_t nv_rank(const nv_registry *registry, const nv_match *const matches[],
               size_t match_count, nv_lead leads[], nv_hit hits[]);

/* What a hit calls the zone. */
nv_field nv_rank_field(nv_zone zone);

/* How much a word in the zone counts. */
double nv_rank_weight(nv_zone zone);

#endif
