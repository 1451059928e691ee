/* SPDX-License-Identifier: MPL-2.0 */
/* Which items are cited first, second and so on. See document.h. */
#include "citation/document.h"

/* By the order of the writer, not of printing: that may follow from it. */
static uint32_t count_cluster(nv_csl_processor *processor,
                              const nv_csl_doc_cluster *cluster, uint32_t next,
                              bool *has_changed)
{
    for (uint32_t i = 0; i < cluster->count; i++) {
        nv_csl_doc_item *item = &processor->items[cluster->cites[i].item];

        if (item->is_counted)
            continue;
        item->is_counted = true;
        *has_changed = *has_changed || item->first != next;
        item->first = next++;
    }
    return next;
}

bool nv_csl_count(nv_csl_processor *processor)
{
    bool has_changed = false;
    uint32_t next = 0;

    for (size_t i = 0; i < processor->item_count; i++)
        processor->items[i].is_counted = false;
    for (size_t i = 0; i < processor->cluster_count; i++)
        next = count_cluster(processor, processor->clusters[i], next,
                             &has_changed);
    for (size_t i = 0; i < processor->item_count; i++) {
        nv_csl_doc_item *item = &processor->items[i];

        if (item->id && !item->is_counted)
            item->first =
                item->is_uncited ? next + item->uncited_place : NV_CSL_NO_ITEM;
    }
    return has_changed;
}
