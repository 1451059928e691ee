/* SPDX-License-Identifier: MPL-2.0 */
/* What a registry is made of; for registry.c and opening.c only. */
#ifndef NV_REGISTRY_STORE_H
#define NV_REGISTRY_STORE_H

#include <pthread.h>

#include "base/arena.h"
#include "registry/indexes.h"
#include "registry/members.h"
#include "registry/record.h"
#include "registry/registry.h"

struct nv_registry {
    char *path;
    char pack[NV_PACK_NAME_MAX + 1];
    nv_index *index;
    nv_index_origin origin;
    nv_members *members; /* NULL: nothing is left to be read */
    size_t event_count, statement_count, name_count;
    pthread_mutex_t lock; /* of what follows */
    nv_arena arena;
    /* By number; NULL for what was not read yet. Untouched pages of a table
     * cost nothing. */
    const nv_event **events;
    const nv_statement **statements;
    const nv_name **names;
};

/* A registry without records, whose index, taken over, has them. `path` is
 * copied. NULL with *err set, and then the index is closed. */
nv_registry *nv_store_new(const char *path, nv_index *index, nv_error *err);

#endif
