/* SPDX-License-Identifier: MPL-2.0 */
/* From everything that is wanted to the hits of one registry. */
#ifndef NV_REGISTRY_RANK_H
#define NV_REGISTRY_RANK_H

#include "registry/search/hits.h"
#include "registry/search/score.h"

/* How many records of one registry are scored at most: when all that counts is
 * light, and when the words of each have to be read. */
typedef struct {
    size_t light, heavy;
} nv_rank_limits;

/* Adds the best hits of the registry of that number, in no order; adds to
 * *total how many events match. Of more records that match than the limits
 * allow, only those are scored that are likely to count most. False without
 * memory; early, with some of them, when it was cancelled. */
bool nv_rank(const nv_asked *asked, const nv_matcher *matcher, size_t registry,
             const nv_rank_limits *limits, nv_hits *hits, size_t *total);

#endif
