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

/* Puts the hits where they belong, each cycle of them by itself: order[i] is
 * the one that comes to place i. */
static void arrange(nv_hits *hits, const nv_hit **order)
{
    for (size_t i = 0; i < hits->count; i++) {
        const nv_hit first = hits->items[i];
        size_t at = i;

        while (order[at] && order[at] != &hits->items[i]) {
            const size_t from = (size_t)(order[at] - hits->items);

            hits->items[at] = hits->items[from];
            order[at] = NULL;
            at = from;
        }
        if (order[at])
            hits->items[at] = first;
        order[at] = NULL;
    }
}

bool nv_hits_keep_best(nv_hits *hits, size_t max)
{
    const nv_hit **order = malloc((hits->count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < hits->count; i++)
        order[i] = &hits->items[i];
    qsort(order, hits->count, sizeof *order, compare);
    arrange(hits, order);
    free(order);
    if (hits->count > max)
        hits->count = max;
    return true;
}
