/* SPDX-License-Identifier: MPL-2.0 */
/* See best.h. */
#include "registry/search/best.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/radix.h"

enum { STEP = 8 /* bits of one step of the sort */ };

static bool is_better(const nv_scored *a, const nv_scored *b)
{
    return a->score != b->score ? a->score > b->score : a->record < b->record;
}

static void sift_up(nv_scored *items, size_t at)
{
    const nv_scored item = items[at];

    for (size_t above; at > 0; at = above) {
        above = (at - 1) / 2;
        if (!is_better(&items[above], &item))
            break;
        items[at] = items[above];
    }
    items[at] = item;
}

static void sift_down(nv_scored *items, size_t count)
{
    const nv_scored item = items[0];
    size_t at = 0;

    for (size_t below = 1; below < count; below = 2 * at + 1) {
        if (below + 1 < count && is_better(&items[below], &items[below + 1]))
            below++;
        if (!is_better(&item, &items[below]))
            break;
        items[at] = items[below];
        at = below;
    }
    items[at] = item;
}

void nv_best_add(nv_best *best, uint32_t record, float score)
{
    const nv_scored item = {score, record};

    if (best->count < best->max) {
        best->items[best->count] = item;
        sift_up(best->items, best->count++);
    } else if (is_better(&item, &best->items[0])) {
        best->items[0] = item;
        sift_down(best->items, best->count);
    }
}

static int compare_scores(const void *a, const void *b)
{
    return is_better(a, b) ? -1 : is_better(b, a);
}

void nv_best_sort_by_score(nv_best *best)
{
    if (best->count)
        qsort(best->items, best->count, sizeof *best->items, compare_scores);
}

bool nv_scored_sort(nv_scored *items, size_t count, uint32_t record_count)
{
    const nv_radix_item item = {sizeof *items, offsetof(nv_scored, record)};
    nv_scored *const other = malloc((count + 1) * sizeof *other);
    nv_scored *from = items, *to = other;

    for (unsigned shift = 0; other && shift < 32 && record_count >> shift;
         shift += STEP) {
        nv_scored *swapped = from;

        nv_radix_step(from, to, count, item, shift, STEP);
        from = to;
        to = swapped;
    }
    if (other && from != items && count > 0)
        memcpy(items, from, count * sizeof *items);
    free(other);
    return other != NULL;
}
