/* SPDX-License-Identifier: MPL-2.0 */
/* One search in one registry alone, and names by number. */
#ifndef TESTS_REGISTRY_SEARCHING_H
#define TESTS_REGISTRY_SEARCHING_H

#include <string.h>

#include "registry/search/search.h"

/* Writes at most `max` hits, best first, to hits[]; returns how many. Sets
 * *total, if not NULL, to how many match. Where nothing could be searched
 * writes nothing, returns 0 and sets *err. */
static inline size_t search_once(const nv_registry *registry, const char *query,
                                 size_t len, nv_hit hits[], size_t max,
                                 size_t *total, nv_error *err)
{
    nv_finder *finder = nv_finder_new(&registry, 1, err);
    size_t written = 0, found = 0;

    if (finder && nv_finder_run(finder, query, len, err) == NV_SEARCH_DONE) {
        const nv_hit *all = nv_finder_hits(finder, &written);

        found = nv_finder_total(finder);
        written = written < max ? written : max;
        if (written)
            memcpy(hits, all, written * sizeof *hits);
    }
    if (total)
        *total = found;
    nv_finder_free(finder);
    return written;
}

#endif
