/* SPDX-License-Identifier: MPL-2.0 */
/* See packs.h. */
#include "registry/packs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "registry/file_list.h"
#include "registry/record.h"
#include "registry/trouble.h"

struct nv_packs {
    char *cache;            /* NULL: none */
    uint64_t unindexed_max; /* bytes of a pack without an index */
    nv_registry **registries;
    size_t count;
    const nv_registry *own;    /* the first, unless that could not be added */
    nv_pack_trouble *troubles; /* their paths are owned */
    size_t trouble_count;
};

static bool fail_of_memory(nv_error *err)
{
    return nv_trouble(err, NV_ERROR_MEMORY, 0, "the packs", NULL);
}

static char *copy(const char *text)
{
    char *copied = malloc(strlen(text) + 1);

    return copied ? strcpy(copied, text) : NULL;
}

nv_packs *nv_packs_new(const char *cache, nv_error *err)
{
    nv_packs *packs = calloc(1, sizeof *packs);

    if (packs && cache)
        packs->cache = copy(cache);
    if (packs && (!cache || packs->cache)) {
        packs->unindexed_max = UINT64_MAX;
        return packs;
    }
    free(packs);
    fail_of_memory(err);
    return NULL;
}

void nv_packs_free(nv_packs *packs)
{
    if (!packs)
        return;
    for (size_t i = 0; i < packs->count; i++)
        nv_registry_free(packs->registries[i]);
    for (size_t i = 0; i < packs->trouble_count; i++)
        free((char *)packs->troubles[i].path);
    free(packs->registries);
    free(packs->troubles);
    free(packs->cache);
    free(packs);
}

void nv_packs_limit_indexing(nv_packs *packs, uint64_t size)
{
    packs->unindexed_max = size;
}

/* Adding */

/* Returns false; what can't be noted for want of memory is lost. */
static bool note_trouble(nv_packs *packs, const char *path, const nv_error *why,
                         const nv_registry *instead, nv_error *err)
{
    nv_pack_trouble *troubles = realloc(
        packs->troubles, (packs->trouble_count + 1) * sizeof *packs->troubles);
    char *copied = copy(path);

    if (troubles)
        packs->troubles = troubles;
    if (troubles && copied)
        troubles[packs->trouble_count++] =
            (nv_pack_trouble){copied, *why, instead, false};
    else
        free(copied);
    return nv_fail(err, why->code, why->line, "%s", why->message);
}

static bool is_free(const nv_packs *packs, const nv_registry *registry,
                    nv_error *err)
{
    const char *name = nv_registry_pack(registry);
    const nv_registry *other = nv_packs_of(packs, name);

    return !other ||
           nv_fail(err, NV_ERROR_DUPLICATE, 0,
                   "%s is not used: %s is a pack of the same name, “%s”. Keep "
                   "one of the two.",
                   nv_trouble_name(nv_registry_path(registry)),
                   nv_trouble_name(nv_registry_path(other)), name);
}

static bool enter(nv_packs *packs, nv_registry *registry, nv_error *err)
{
    nv_registry **registries = realloc(
        packs->registries, (packs->count + 1) * sizeof *packs->registries);

    if (!registries)
        return fail_of_memory(err);
    packs->registries = registries;
    registries[packs->count++] = registry;
    return true;
}

bool nv_packs_add(nv_packs *packs, const char *path, nv_error *err)
{
    nv_error why = {0};
    nv_registry *registry =
        nv_registry_open_within(path, packs->cache, packs->unindexed_max, &why);
    const nv_registry *instead = NULL;

    if (registry && is_free(packs, registry, &why) &&
        enter(packs, registry, &why)) {
        if (packs->count == 1 && packs->trouble_count == 0)
            packs->own = registry;
        return true;
    }
    if (why.code == NV_ERROR_DUPLICATE)
        instead = nv_packs_of(packs, nv_registry_pack(registry));
    nv_registry_free(registry);
    return note_trouble(packs, path, &why, instead, err);
}

size_t nv_packs_add_folder(nv_packs *packs, const char *folder)
{
    nv_file_list all;
    nv_error why = {0};
    size_t added = 0;

    if (!nv_file_list_find(&all, folder, ".nvpack") && errno == ENOMEM &&
        !fail_of_memory(&why))
        note_trouble(packs, folder, &why, NULL, NULL);
    for (size_t i = 0; i < all.count; i++)
        added += nv_packs_add(packs, all.paths[i], NULL);
    nv_file_list_release(&all);
    return added;
}

/* What is there */

size_t nv_packs_count(const nv_packs *packs)
{
    return packs->count;
}

const nv_registry *const *nv_packs_registries(const nv_packs *packs)
{
    return (const nv_registry *const *)packs->registries;
}

const nv_registry *nv_packs_of(const nv_packs *packs, const char *name)
{
    for (size_t i = 0; i < packs->count; i++)
        if (strcmp(nv_registry_pack(packs->registries[i]), name) == 0)
            return packs->registries[i];
    return NULL;
}

/* The pack whose name stands before the colon; NULL if there is none. */
static const nv_registry *registry_of(const nv_packs *packs, const char *id,
                                      const char *colon)
{
    const size_t len = (size_t)(colon - id);
    char name[NV_PACK_NAME_MAX + 1] = "";

    if (len >= sizeof name)
        return NULL;
    memcpy(name, id, len);
    return nv_packs_of(packs, name);
}

static const nv_event *event_of(const nv_registry *from, const char *id,
                                const nv_registry **registry, nv_error *err)
{
    const nv_event *event = from ? nv_registry_by_id(from, id, err) : NULL;

    if (event)
        *registry = from;
    return event;
}

const nv_event *nv_packs_event(const nv_packs *packs, const char *id,
                               const nv_registry **registry, nv_error *err)
{
    const char *colon = strchr(id, ':');
    const nv_event *event = NULL;
    nv_error why = {0};

    *registry = NULL;
    if (colon)
        return event_of(registry_of(packs, id, colon), colon + 1, registry,
                        err);
    for (size_t i = 0; !event && i < packs->count; i++)
        event = event_of(packs->registries[i], id, registry, &why);
    if (!event && why.code)
        nv_fail(err, why.code, why.line, "%s", why.message);
    return event;
}

const nv_registry *nv_packs_own(const nv_packs *packs)
{
    return packs->own;
}

size_t nv_packs_trouble_count(const nv_packs *packs)
{
    return packs->trouble_count;
}

const nv_pack_trouble *nv_packs_trouble(const nv_packs *packs, size_t number)
{
    return number < packs->trouble_count ? &packs->troubles[number] : NULL;
}
