/* SPDX-License-Identifier: MPL-2.0 */
/* What stands on the desk, as hits that a list can show. Plain C: no UNO. */
#ifndef NV_SIDEBAR_DESK_HITS_H
#define NV_SIDEBAR_DESK_HITS_H

#include "registry/packs.h"
#include "registry/search/search.h"
#include "sidebar/desk.h"

enum { NV_DESK_HITS = NV_DESK_RECENT + NV_DESK_STARRED };

/* Writes what the packs have of the desk to hits[NV_DESK_HITS]: what was
 * cited last, then what is starred, each the newest first. Returns how many,
 * *recent of them being cited. */
size_t nv_desk_hits(const nv_desk *desk, const nv_packs *packs, nv_hit hits[],
                    size_t *recent);

/* Adds the "pack:id" of an event. */
void nv_desk_add_event(nv_buffer *out, const nv_registry *registry,
                       const char *id);
void nv_desk_add_id(nv_buffer *out, const nv_hit *hit);

#endif
