/* SPDX-License-Identifier: MPL-2.0 */
/* What stands on the shelf, as hits that a list can show. Plain C: no UNO. */
#ifndef NV_SIDEBAR_SHELF_HITS_H
#define NV_SIDEBAR_SHELF_HITS_H

#include "registry/packs.h"
#include "registry/search/search.h"
#include "sidebar/shelf.h"

enum { NV_SHELF_HITS = NV_SHELF_RECENT + NV_SHELF_STARRED };

/* Writes what the packs have of the shelf to hits[NV_SHELF_HITS]: what was
 * cited last, then what is starred, each the newest first. Returns how many,
 * *recent of them being cited. */
size_t nv_shelf_hits(const nv_shelf *shelf, const nv_packs *packs,
                     nv_hit hits[], size_t *recent);

/* Adds the "pack:id" of a hit. */
void nv_shelf_add_id(nv_buffer *out, const nv_hit *hit);

#endif
