/* SPDX-License-Identifier: MPL-2.0 */
/* The packs that were on disk at a time, and whether they are still the same.
 * The panels of all windows share one set; a set that is out of date lives on
 * until the last panel has left it. Plain C; on the main thread only. */
#ifndef NV_SIDEBAR_PACK_SET_H
#define NV_SIDEBAR_PACK_SET_H

#include <time.h>

#include "registry/packs.h"
#include "sidebar/places.h"

typedef struct {
    nv_packs *packs;
    nv_error registry; /* why our own pack is not among them; else NV_OK */
    const nv_pack_trouble *trouble; /* the first other one that is left out,
                                       else of an index, or NULL */
    nv_pack_trouble of_index;       /* the first that could not be used */
    nv_buffer places, stamp;
    time_t opened;
    int users;
} nv_pack_set;

/* Packs of more bytes must bring their index: to make it would let the office
 * wait for seconds. */
enum { NV_UNINDEXED_MAX = 8 * 1024 * 1024 };

/* Opens our own pack, the first place, and every .nvpack file in the folders
 * that are the others, in their order.
 * `cache` is for nv_registry_open(). What can't be opened is told in the set.
 *
 * Returns a set with one user, or NULL without memory. */
nv_pack_set *nv_pack_set_open(const nv_buffer *places, const char *cache,
                              nv_error *err);

/* Whether the places are those of the set, and hold the same files of the same
 * age. Where memory ran out, only for a minute: then it may be better. */
bool nv_pack_set_is_current(const nv_pack_set *set, const nv_buffer *places);

/* One user more, one less; the last one closes the packs. NULL is fine. */
nv_pack_set *nv_pack_set_acquire(nv_pack_set *set);
void nv_pack_set_release(nv_pack_set *set);

#endif
