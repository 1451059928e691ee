/* SPDX-License-Identifier: MPL-2.0 */
/* From everything that is wanted to the hits of one registry. */
#ifndef NV_REGISTRY_RANK_H
#define NV_REGISTRY_RANK_H

#include "registry/search/hits.h"
#include "registry/search/score.h"

/* Adds the best hits of the registry of that number, at least NV_HITS_MAX if so
 * many match, in no order; adds to *total how many events match. Of more than
 * `scored_max` records that match, only so many are scored: those that are
 * likely to count most. False without memory; early, with some of them, when
 * it was cancelled. */
bool nv_rank(const nv_asked *asked, const nv_matcher *matcher, size_t registry,
             size_t scored_max, nv_hits *hits, size_t *total);

#endif
