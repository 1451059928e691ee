/* SPDX-License-Identifier: MPL-2.0 */
/* See sort.h. */
#include "citation/sort.h"

#include <stdlib.h>
#include <string.h>

#include "citation/collate.h"

bool nv_csl_sort_keys_make(nv_csl_render *render, const nv_csl_layout *layout,
                           nv_arena *arena, nv_csl_sort_keys *out)
{
    const char **keys = nv_arena_array(arena, layout->key_count, sizeof *keys);

    for (size_t i = 0; i < layout->key_count && keys; i++) {
        keys[i] = nv_csl_render_key(render, &layout->keys[i], arena);
        if (!keys[i] || render->draft->failed)
            keys = NULL;
    }
    *out = (nv_csl_sort_keys){.keys = keys};
    return keys != NULL;
}

static int compare_keys(const nv_csl_options *host, const char *tag,
                        const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return 0;
    if (host->compare)
        return host->compare(host->host, a, b, tag);
    return nv_csl_collate(a, b);
}

int nv_csl_sort_compare(const nv_csl_layout *layout, const nv_csl_options *host,
                        const char *tag, const nv_csl_sort_keys *a,
                        const nv_csl_sort_keys *b)
{
    for (size_t i = 0; i < layout->key_count; i++) {
        const char *first = a->keys[i], *second = b->keys[i];
        int order;

        if (!*first != !*second)
            return *first ? -1 : 1;
        order = compare_keys(host, tag, first, second);
        if (order)
            return layout->keys[i].is_descending ? -order : order;
    }
    return (a->order > b->order) - (a->order < b->order);
}

/* What a merge needs to know. */
typedef struct {
    const nv_csl_layout *layout;
    const nv_csl_options *host;
    const char *tag;
    const nv_csl_sort_keys *keys;
} order;

static bool is_before(const order *order, uint32_t a, uint32_t b)
{
    return nv_csl_sort_compare(order->layout, order->host, order->tag,
                               &order->keys[a], &order->keys[b]) <= 0;
}

/* Merges from[low, middle) and from[middle, high) into to[low, high). What is
 * in order already costs one comparison: mostly the order is that of before. */
static void merge(const order *order, const uint32_t from[], uint32_t to[],
                  size_t low, size_t middle, size_t high)
{
    size_t left = low, right = middle;

    if (middle == high || is_before(order, from[middle - 1], from[middle])) {
        memcpy(to + low, from + low, (high - low) * sizeof *to);
        return;
    }
    for (size_t i = low; i < high; i++) {
        const bool takes_left =
            right == high ||
            (left < middle && is_before(order, from[left], from[right]));

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

bool nv_csl_sort(const nv_csl_layout *layout, const nv_csl_options *host,
                 const char *tag, const nv_csl_sort_keys keys[],
                 uint32_t indices[], size_t count)
{
    const order order = {layout, host, tag, keys};
    uint32_t *spare = malloc((count + 1) * sizeof *spare);
    uint32_t *from = indices, *to = spare;

    if (!spare)
        return false;
    for (size_t width = 1; width < count; width *= 2) {
        uint32_t *swap = from;

        for (size_t low = 0; low < count; low += 2 * width) {
            const size_t middle = low + width < count ? low + width : count;
            const size_t high =
                low + 2 * width < count ? low + 2 * width : count;

            merge(&order, from, to, low, middle, high);
        }
        from = to;
        to = swap;
    }
    if (from != indices)
        memcpy(indices, from, count * sizeof *indices);
    free(spare);
    return true;
}
