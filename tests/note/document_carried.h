/* SPDX-License-Identifier: MPL-2.0 */
/* The properties of a document without an office: what the store of a document
 * is written to and read from. For its tests and its fuzz target. */
#ifndef NV_TESTS_DOCUMENT_CARRIED_H
#define NV_TESTS_DOCUMENT_CARRIED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/document_store.h"

enum { CARRIED_MAX = 1200 };

typedef struct {
    char *names[CARRIED_MAX], *values[CARRIED_MAX];
    size_t count;
} carried;

static inline size_t carried_find(const carried *all, const char *name)
{
    size_t i = 0;

    while (i < all->count && strcmp(all->names[i], name) != 0)
        i++;
    return i;
}

static inline const char *carried_get(void *host, const char *name)
{
    const carried *all = host;
    const size_t at = carried_find(all, name);

    return at < all->count ? all->values[at] : NULL;
}

static inline void carried_set(carried *all, const char *name,
                               const char *value)
{
    const size_t at = carried_find(all, name);

    if (at == all->count && at < CARRIED_MAX)
        all->names[all->count++] = strdup(name);
    else
        free(all->values[at]);
    all->values[at] = strdup(value);
}

static inline bool carried_put(void *host, const char *name, const char *value,
                               nv_error *err)
{
    (void)err;
    carried_set(host, name, value);
    return true;
}

static inline void carried_drop(carried *all, size_t at)
{
    free(all->names[at]);
    free(all->values[at]);
    all->count--;
    all->names[at] = all->names[all->count];
    all->values[at] = all->values[all->count];
}

static inline void carried_release(carried *all)
{
    while (all->count > 0)
        carried_drop(all, all->count - 1);
}

static inline bool carried_read(carried *all, nv_document_store *store,
                                nv_error *err)
{
    return nv_document_store_read(store, carried_get, all, err);
}

#endif
