/* SPDX-License-Identifier: MPL-2.0 */
/* Where a match stands in one record. */
#ifndef NV_REGISTRY_PLACES_H
#define NV_REGISTRY_PLACES_H

#include "registry/search/score.h"

/* The places of a match in the record: a run of *count, until the next call. */
const nv_place *nv_scorer_places(nv_scorer *scorer, size_t match,
                                 uint32_t record, size_t *count);

#endif
