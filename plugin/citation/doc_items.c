/* SPDX-License-Identifier: MPL-2.0 */
/* The items a processor knows: those that were put, and those that are cited or
 * listed before they were. */
#include "citation/document.h"

#include <stdlib.h>
#include <string.h>

/* A free entry without an id; NV_CSL_NO_ITEM without memory. */
static uint32_t free_entry(nv_csl_processor *processor)
{
    uint32_t index = processor->free_item;
    size_t capacity = processor->item_capacity;

    if (index != NV_CSL_NO_ITEM) {
        processor->free_item = processor->items[index].first;
        return index;
    }
    if (processor->item_count == capacity) {
        nv_csl_doc_item *items;

        capacity = capacity ? capacity * 2 : 64;
        items = capacity < NV_CSL_NO_ITEM
                    ? realloc(processor->items, capacity * sizeof *items)
                    : NULL;
        if (!items)
            return NV_CSL_NO_ITEM;
        processor->items = items;
        processor->item_capacity = capacity;
    }
    return (uint32_t)processor->item_count++;
}

static void give_back(nv_csl_processor *processor, uint32_t index)
{
    processor->items[index] = (nv_csl_doc_item){.first = processor->free_item};
    processor->free_item = index;
}

uint32_t nv_csl_doc_item_take(nv_csl_processor *processor, const char *id)
{
    const size_t len = strlen(id);
    uint32_t index;
    char *copy;

    if (nv_csl_id_map_get(&processor->item_ids, id, &index))
        return index;
    index = free_entry(processor);
    if (index == NV_CSL_NO_ITEM)
        return index;
    copy = malloc(len + 1);
    if (copy)
        memcpy(copy, id, len + 1);
    if (!copy || !nv_csl_id_map_put(&processor->item_ids, copy, index)) {
        free(copy);
        give_back(processor, index);
        return NV_CSL_NO_ITEM;
    }
    processor->items[index] =
        (nv_csl_doc_item){.id = copy, .first = NV_CSL_NO_ITEM};
    return index;
}

bool nv_csl_doc_item_is_listed(const nv_csl_doc_item *item)
{
    return item->item && (item->cites || item->is_uncited);
}

void nv_csl_doc_item_forget_keys(nv_csl_doc_item *item, nv_csl_area area)
{
    free(item->keys[area].memory);
    item->keys[area] = (nv_csl_doc_keys){0};
}

static void touch(nv_csl_processor *processor, uint32_t index)
{
    nv_csl_doc_item *item = &processor->items[index];

    for (int area = 0; area < NV_CSL_AREA_COUNT; area++)
        nv_csl_doc_item_forget_keys(item, area);
    item->is_dirty = true;
    processor->items_changed = true;
}

void nv_csl_doc_item_count(nv_csl_processor *processor, uint32_t index,
                           int change)
{
    nv_csl_doc_item *item = &processor->items[index];

    item->cites += (uint32_t)change;
    if (item->cites == (change > 0))
        touch(processor, index);
}

static void release(nv_csl_doc_item *item)
{
    for (int area = 0; area < NV_CSL_AREA_COUNT; area++)
        nv_csl_doc_item_forget_keys(item, area);
    free(item->entry);
    free(item->choices);
    free(item->id);
}

/* A dirty one stays until the update has seen that it is gone: distinctions
 * know items by index. */
void nv_csl_doc_item_drop(nv_csl_processor *processor, uint32_t index)
{
    nv_csl_doc_item *item = &processor->items[index];

    if (!item->id || item->item || item->cites || item->is_uncited ||
        item->is_dirty)
        return;
    nv_csl_id_map_remove(&processor->item_ids, item->id);
    release(item);
    give_back(processor, index);
}

void nv_csl_doc_items_free(nv_csl_processor *processor)
{
    for (size_t i = 0; i < processor->item_count; i++)
        release(&processor->items[i]);
    nv_csl_id_map_release(&processor->item_ids);
    free(processor->items);
}

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for the items of the document.");
}

bool nv_csl_processor_put_items(nv_csl_processor *processor,
                                const nv_csl_item *const items[], size_t count,
                                nv_error *err)
{
    size_t taken = 0;

    while (taken < count &&
           nv_csl_doc_item_take(processor, items[taken]->id) != NV_CSL_NO_ITEM)
        taken++;
    for (size_t i = 0; i < taken; i++) {
        uint32_t index = nv_csl_doc_item_take(processor, items[i]->id);

        if (taken < count) {
            nv_csl_doc_item_drop(processor, index);
            continue;
        }
        processor->items[index].item = items[i];
        touch(processor, index);
    }
    return taken == count || no_memory(err);
}

bool nv_csl_processor_remove_item(nv_csl_processor *processor, const char *id,
                                  nv_error *err)
{
    uint32_t index;

    if (!nv_csl_id_map_get(&processor->item_ids, id, &index) ||
        !processor->items[index].item)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The item \"%s\" is not known, so it can't be removed; "
                       "add it first.",
                       id);
    processor->items[index].item = NULL;
    touch(processor, index);
    return true;
}

bool nv_csl_processor_set_uncited(nv_csl_processor *processor,
                                  const char *const ids[], size_t count,
                                  nv_error *err)
{
    size_t taken = 0;

    while (taken < count &&
           nv_csl_doc_item_take(processor, ids[taken]) != NV_CSL_NO_ITEM)
        taken++;
    for (size_t i = 0; taken < count && i < taken; i++)
        nv_csl_doc_item_drop(processor,
                             nv_csl_doc_item_take(processor, ids[i]));
    if (taken < count)
        return no_memory(err);
    for (uint32_t i = 0; i < processor->item_count; i++)
        if (processor->items[i].is_uncited) {
            processor->items[i].is_uncited = false;
            touch(processor, i);
        }
    for (size_t i = count; i-- > 0;) {
        uint32_t index = nv_csl_doc_item_take(processor, ids[i]);

        processor->items[index].is_uncited = true;
        processor->items[index].uncited_place = (uint32_t)i;
        touch(processor, index);
    }
    return true;
}
