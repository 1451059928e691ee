/* SPDX-License-Identifier: MPL-2.0 */
/* Hits as they are gathered, and their order. */
#ifndef NV_REGISTRY_HITS_H
#define NV_REGISTRY_HITS_H

#include "registry/search/search.h"

/* All zero is none yet; items are from malloc. */
typedef struct {
    nv_hit *items;
    size_t count, capacity;
} nv_hits;

/* Makes room for one more and returns it, all zero; NULL without memory. */
nv_hit *nv_hits_add(nv_hits *hits);

/* Keeps the best `max` of them, best first, ties by date and then in the order
 * in which the registries came. False without memory. */
bool nv_hits_keep_best(nv_hits *hits, size_t max);

#endif
