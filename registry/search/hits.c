/* SPDX-License-Identifier: MPL-2.0 */
/* See hits.h. */
#include "registry/search/hits.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 64 };

nv_hit *nv_hits_add(nv_hits *hits)
{
    if (hits->count == hits->capacity) {
        const size_t wanted =
            hits->capacity ? 2 * hits->capacity : FIRST_CAPACITY;
        nv_hit *larger = realloc(hits->items, wanted * sizeof *larger);

        if (!larger)
            return NULL;
        hits->items = larger;
        hits->capacity = wanted;
    }
    hits->items[hits->count] = (nv_hit){.event = 0};
    return &hits->items[hits->count++];
}

/* Pointers into the hits, which stand in the order of the registries; events
 * are numbered by date. */
static int compare(const void *a, const void *b)
{
    const nv_hit *x = *(const nv_hit *const *)a, *y = *(const nv_hit *const *)b;
    int order;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->registry == y->registry)
        return x->event < y->event ? -1 : x->event > y->event;
    order = strcmp(x->card.date, y->card.date);
    return order ? order : (x > y) - (x < y);
}

bool nv_hits_keep_best(nv_hits *hits, size_t max)
{
    const size_t kept = hits->count < max ? hits->count : max;
    const nv_hit **order = malloc((hits->count + 1) * sizeof *order);
    nv_hit *sorted = malloc((kept + 1) * sizeof *sorted);

    if (!order || !sorted) {
        free(order);
        free(sorted);
        return false;
    }
    for (size_t i = 0; i < hits->count; i++)
        order[i] = &hits->items[i];
    qsort(order, hits->count, sizeof *order, compare);
    for (size_t i = 0; i < kept; i++)
        sorted[i] = *order[i];
    free(hits->items);
    free(order);
    *hits = (nv_hits){sorted, kept, kept + 1};
    return true;
}
