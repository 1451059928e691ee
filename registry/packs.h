/* SPDX-License-Identifier: MPL-2.0 */
/* Several packs side by side: ours, and those of archives, teachers and the
 * writer. A pack that can't be opened leaves the others working, and is told
 * of; so is a second one of the same name, which is not used. */
#ifndef NV_REGISTRY_PACKS_H
#define NV_REGISTRY_PACKS_H

#include "registry/registry.h"

typedef struct nv_packs nv_packs;

/* An empty set; `cache` is for nv_registry_open(), copied. NULL without memory.
 * The caller gives it back with nv_packs_free(). */
nv_packs *nv_packs_new(const char *cache, nv_error *err);

/* Gives the set back, and every registry in it. NULL is fine. */
void nv_packs_free(nv_packs *packs);

/* From now on, packs of more than `size` bytes are added only when they have an
 * index: to make one takes a second for each two or three megabytes. */
void nv_packs_limit_indexing(nv_packs *packs, uint64_t size);

/* Opens the pack at `path` and adds it. False if it can't be used: what is
 * wrong is then among the troubles, too. */
bool nv_packs_add(nv_packs *packs, const char *path, nv_error *err);

/* Adds every .nvpack file in the folder, in the order (strcmp) of their names;
 * a folder that is not there has none. Returns how many were added. */
size_t nv_packs_add_folder(nv_packs *packs, const char *folder);

/* How many packs can be used. */
size_t nv_packs_count(const nv_packs *packs);

/* In the order in which they were added. */
const nv_registry *const *nv_packs_registries(const nv_packs *packs);

/* The one that was to be added first, the program's own; NULL if it could not
 * be. */
const nv_registry *nv_packs_own(const nv_packs *packs);

/* The pack of that name; NULL if there is none. */
const nv_registry *nv_packs_of(const nv_packs *packs, const char *name);

/* The event that `id` names: "pack:id", or, where no pack is named, an id of
 * the first pack that has it. Sets *registry to whose it is. NULL if there is
 * none, or, with *err set, if it can't be read. */
const nv_event *nv_packs_event(const nv_packs *packs, const char *id,
                               const nv_registry **registry, nv_error *err);

/* A pack that is not used, and why: err.code NV_ERROR_FORMAT and so on, or, for
 * a name that is taken, NV_ERROR_DUPLICATE; the sentence says which one is used
 * instead. */
typedef struct {
    const char *path;
    nv_error err;
    const nv_registry *instead; /* of the same name, and used; else NULL */
    bool is_used; /* it is, after all: the trouble is of its index, and another
                     one was made */
} nv_pack_trouble;

/* How many packs are not used. */
size_t nv_packs_trouble_count(const nv_packs *packs);

/* The trouble of that number, from 0; borrowed. */
const nv_pack_trouble *nv_packs_trouble(const nv_packs *packs, size_t number);

#endif
