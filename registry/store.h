/* SPDX-License-Identifier: MPL-2.0 */
/* What a registry is made of; for the files of this room only. */
#ifndef NV_REGISTRY_STORE_H
#define NV_REGISTRY_STORE_H

#include "base/arena.h"
#include "registry/index/index.h"
#include "registry/registry.h"

enum { NV_PACK_NAME_MAX = 20 }; /* bytes */

/* Whether a pack can have that name; NULL is none. */
bool nv_is_pack_name(const char *name);

/* All of it is in the arena, the struct itself excepted. */
struct nv_registry {
    nv_arena arena;
    char pack[NV_PACK_NAME_MAX + 1];
    const nv_event **events; /* by date, then by id */
    const nv_event **by_id, **by_key;
    size_t event_count;
    const nv_statement *statements; /* in the order of the file */
    size_t statement_count;
    const nv_name **names; /* by canonical form */
    size_t name_count;
    nv_index index;
};

/* The place of one of the registry's own events in its order. */
size_t nv_store_index_of(const nv_registry *registry, const nv_event *event);

/* The place of the name in names[]; false if there is none. */
bool nv_store_find_name(const nv_registry *registry, const char *canonical,
                        size_t *index);

#endif
