/* SPDX-License-Identifier: MPL-2.0 */
/* The order of entries in the bibliography and of cites in a cluster: keys of
 * items, kept as long as they hold. See document.h. */
#include "citation/document.h"

#include <stdlib.h>
#include <string.h>

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to put citations in order.");
}

static const nv_csl_layout *layout_of(const nv_csl_processor *processor,
                                      nv_csl_area area)
{
    return &processor->lexicon->style->layout[area];
}

/* One block with the texts of the keys and the pointers to them. */
static void *pack(const char *const *keys, size_t count)
{
    size_t size = count * sizeof *keys;
    const char **copies;
    char *at;

    for (size_t i = 0; i < count; i++)
        size += strlen(keys[i]) + 1;
    copies = malloc(size);
    if (!copies)
        return NULL;
    at = (char *)(copies + count);
    for (size_t i = 0; i < count; i++) {
        const size_t len = strlen(keys[i]) + 1;

        copies[i] = memcpy(at, keys[i], len);
        at += len;
    }
    return copies;
}

static bool has_keys(const nv_csl_doc_item *item, nv_csl_area area)
{
    return item->keys[area].memory &&
           item->keys[area].stamp == item->distinction.stamp;
}

static bool is_sorted(const nv_csl_processor *processor,
                      const nv_csl_doc_cluster *cluster)
{
    return !cluster->is_unsorted && cluster->count > 1 &&
           layout_of(processor, NV_CSL_IN_CITATION)->key_count > 0;
}

bool nv_csl_cluster_lacks_keys(const nv_csl_processor *processor,
                               const nv_csl_doc_cluster *cluster)
{
    for (uint32_t i = 0; is_sorted(processor, cluster) && i < cluster->count;
         i++) {
        const nv_csl_doc_item *item = &processor->items[cluster->cites[i].item];

        if (item->item && !has_keys(item, NV_CSL_IN_CITATION))
            return true;
    }
    return false;
}

/* Entries are put in order before items are told apart: their keys must not
 * depend on what was found out in an update before. */
static bool make_keys(nv_csl_processor *processor, nv_csl_area area,
                      uint32_t index)
{
    static const nv_csl_distinction none;
    const nv_csl_layout *layout = layout_of(processor, area);
    nv_csl_doc_item *item = &processor->items[index];
    nv_csl_doc_keys *made = &item->keys[area];
    nv_csl_render render = nv_csl_document_render(processor, area, index);
    nv_csl_sort_keys keys;

    nv_csl_doc_item_forget_keys(item, area);
    render.draft = &processor->side;
    render.purpose = NV_CSL_FOR_SORT;
    if (area == NV_CSL_IN_BIBLIOGRAPHY) {
        render.state.citation_number = item->rank;
        render.distinction = &none;
    } else {
        render.state.citation_number = item->number;
        render.state.position = NV_CSL_POSITION_FIRST;
    }
    nv_csl_draft_clear(render.draft);
    if (nv_csl_sort_keys_make(&render, layout, &processor->scratch, &keys))
        made->memory = pack(keys.keys, layout->key_count);
    made->keys.keys = made->memory;
    made->stamp = item->distinction.stamp;
    nv_arena_reset(&processor->scratch);
    return made->memory != NULL;
}

/* Listed items by first citation. */
static int by_first(const void *a, const void *b)
{
    const uint64_t first = *(const uint64_t *)a, second = *(const uint64_t *)b;

    return (first > second) - (first < second);
}

/* entries[] as they are cited; returns how many. False without memory. */
static bool list_items(const nv_csl_processor *processor, uint32_t entries[],
                       size_t *count)
{
    uint64_t *listed = malloc((processor->item_count + 1) * sizeof *listed);

    *count = 0;
    if (!listed)
        return false;
    for (size_t i = 0; i < processor->item_count; i++)
        if (nv_csl_doc_item_is_listed(&processor->items[i]))
            listed[(*count)++] = (uint64_t)processor->items[i].first << 32 | i;
    qsort(listed, *count, sizeof *listed, by_first);
    for (size_t i = 0; i < *count; i++)
        entries[i] = (uint32_t)listed[i];
    free(listed);
    return true;
}

/* Keys that may print a number are made anew when it changes. Those of a
 * bibliography read the order of first citation, before it is sorted. */
static void number_items(nv_csl_processor *processor, const uint32_t entries[],
                         size_t count, nv_csl_area area)
{
    const bool is_printed = processor->lexicon->style->prints_citation_number;

    for (size_t i = 0; i < count; i++) {
        nv_csl_doc_item *item = &processor->items[entries[i]];
        uint32_t *number =
            area == NV_CSL_IN_BIBLIOGRAPHY ? &item->rank : &item->number;

        if (is_printed && *number != i + 1)
            nv_csl_doc_item_forget_keys(item, area);
        *number = (uint32_t)i + 1;
    }
}

/* entries[] in the order of the last update, those that are new behind: hardly
 * anything is left to sort then. */
static void resume_order(const nv_csl_processor *processor, uint32_t entries[])
{
    size_t count = 0;

    for (size_t i = 0; i < processor->entry_count; i++) {
        const nv_csl_doc_item *item = &processor->items[processor->entries[i]];

        if (item->number && nv_csl_doc_item_is_listed(item))
            entries[count++] = processor->entries[i];
    }
    for (size_t i = 0; i < processor->item_count; i++)
        if (!processor->items[i].number &&
            nv_csl_doc_item_is_listed(&processor->items[i]))
            entries[count++] = (uint32_t)i;
}

static bool sort_entries(nv_csl_processor *processor, uint32_t entries[],
                         size_t count)
{
    const nv_csl_area area = NV_CSL_IN_BIBLIOGRAPHY;
    nv_csl_sort_keys *keys = malloc((processor->item_count + 1) * sizeof *keys);
    bool done = keys != NULL;

    for (size_t i = 0; i < count && done; i++) {
        nv_csl_doc_keys *own = &processor->items[entries[i]].keys[area];

        done = own->memory || make_keys(processor, area, entries[i]);
        keys[entries[i]] = own->keys;
        keys[entries[i]].order = (uint32_t)i;
    }
    if (done)
        resume_order(processor, entries);
    done = done && nv_csl_sort(layout_of(processor, area), &processor->options,
                               processor->lexicon->tag, keys, entries, count);
    free(keys);
    return done;
}

/* Takes the new order over; items that are no longer listed lose their
 * number. */
static void take_order(nv_csl_processor *processor, uint32_t *entries,
                       size_t count)
{
    processor->order_changed =
        processor->order_changed || count != processor->entry_count ||
        (count && memcmp(entries, processor->entries, count * sizeof *entries));
    for (size_t i = 0; i < processor->item_count; i++)
        if (!nv_csl_doc_item_is_listed(&processor->items[i]))
            processor->items[i].number = 0;
    free(processor->entries);
    processor->entries = entries;
    processor->entry_count = count;
}

bool nv_csl_bibliography_order(nv_csl_processor *processor, nv_error *err)
{
    const nv_csl_layout *layout = layout_of(processor, NV_CSL_IN_BIBLIOGRAPHY);
    uint32_t *entries = malloc((processor->item_count + 1) * sizeof *entries);
    size_t count = 0;

    if (!entries || !list_items(processor, entries, &count)) {
        free(entries);
        return no_memory(err);
    }
    number_items(processor, entries, count, NV_CSL_IN_BIBLIOGRAPHY);
    if (layout->is_present && layout->key_count &&
        !sort_entries(processor, entries, count)) {
        free(entries);
        return no_memory(err);
    }
    number_items(processor, entries, count, NV_CSL_IN_CITATION);
    take_order(processor, entries, count);
    return true;
}

/* The keys of a cite; those of an item without data are empty. */
static bool keys_of(nv_csl_processor *processor, uint32_t index,
                    const char *const *empty, nv_csl_sort_keys *keys)
{
    const nv_csl_doc_item *item = &processor->items[index];

    if (!item->item) {
        keys->keys = empty;
        return true;
    }
    if (!has_keys(item, NV_CSL_IN_CITATION) &&
        !make_keys(processor, NV_CSL_IN_CITATION, index))
        return false;
    *keys = processor->items[index].keys[NV_CSL_IN_CITATION].keys;
    return true;
}

/* The order of printing in order[], which is that of the writer before. */
static bool sort_cites(nv_csl_processor *processor,
                       const nv_csl_doc_cluster *cluster, uint32_t order[])
{
    const nv_csl_layout *layout = layout_of(processor, NV_CSL_IN_CITATION);
    nv_csl_sort_keys *keys = malloc(cluster->count * sizeof *keys);
    const char **empty = calloc(layout->key_count, sizeof *empty);
    bool done = keys && empty;

    for (size_t i = 0; i < layout->key_count && done; i++)
        empty[i] = "";
    for (uint32_t i = 0; i < cluster->count && done; i++) {
        done = keys_of(processor, cluster->cites[i].item, empty, &keys[i]);
        keys[i].order = i;
    }
    done = done &&
           nv_csl_sort(layout, &processor->options, processor->lexicon->tag,
                       keys, order, cluster->count);
    free(empty);
    free(keys);
    return done;
}

bool nv_csl_cluster_order(nv_csl_processor *processor,
                          nv_csl_doc_cluster *cluster, nv_error *err)
{
    const size_t size = cluster->count * sizeof *cluster->order;
    uint32_t *order;

    if (!is_sorted(processor, cluster))
        return true;
    order = malloc(size);
    if (!order)
        return no_memory(err);
    for (uint32_t i = 0; i < cluster->count; i++)
        order[i] = i;
    if (!sort_cites(processor, cluster, order)) {
        free(order);
        return no_memory(err);
    }
    cluster->is_dirty =
        cluster->is_dirty || memcmp(cluster->order, order, size) != 0;
    memcpy(cluster->order, order, size);
    free(order);
    return true;
}
