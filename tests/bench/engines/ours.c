/* SPDX-License-Identifier: MPL-2.0 */
/* The registry, as the panel uses it: one search that goes on from key to key.
 */
#include <stdio.h>
#include <stdlib.h>

#include "engine.h"
#include "registry/search/search.h"

typedef struct {
    nv_registry *registry;
    nv_finder *finder;
} ours;

static void *complain(const nv_error *err)
{
    fprintf(stderr, "%s\n", err->message);
    return NULL;
}

/* An index that is missing is made when the registry is opened. */
static bool build(const char *pack, const char *index)
{
    nv_error err = {0};
    nv_registry *registry = nv_registry_open(pack, index, &err);

    if (!registry)
        return complain(&err);
    nv_registry_free(registry);
    return true;
}

static void close_ours(void *opened)
{
    ours *o = opened;

    nv_finder_free(o->finder);
    nv_registry_free(o->registry);
    free(o);
}

static void *open_ours(const char *pack, const char *index)
{
    nv_error err = {0};
    ours *o = calloc(1, sizeof *o);

    if (!o)
        return NULL;
    o->registry = nv_registry_open(pack, index, &err);
    if (o->registry) {
        const nv_registry *const registries[] = {o->registry};

        o->finder = nv_finder_new(registries, 1, &err);
    }
    if (o->finder)
        return o;
    close_ours(o);
    return complain(&err);
}

static size_t find(void *opened, const char *query, size_t len)
{
    nv_error err = {0};
    size_t count = 0;
    ours *o = opened;

    if (nv_finder_run(o->finder, query, len, &err) != NV_SEARCH_DONE)
        complain(&err);
    else
        nv_finder_hits(o->finder, &count);
    return count < BENCH_HITS ? count : BENCH_HITS;
}

const bench_engine_class bench_engine = {build, open_ours, close_ours, find,
                                         true};
