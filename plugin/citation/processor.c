/* SPDX-License-Identifier: MPL-2.0 */
/* The life of a processor and its updates. See document.h for the steps. */
#include "citation/processor.h"

#include <stdlib.h>
#include <string.h>

#include "citation/distinction.h"

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for the citations of the document.");
}

nv_csl_processor *nv_csl_processor_new(const nv_csl_lexicon *lexicon,
                                       const nv_csl_options *options,
                                       nv_error *err)
{
    nv_csl_processor *processor = calloc(1, sizeof *processor);

    if (processor)
        processor->apart = nv_csl_apart_new();
    if (!processor || !processor->apart) {
        free(processor);
        no_memory(err);
        return NULL;
    }
    processor->lexicon = lexicon;
    if (options)
        processor->options = *options;
    processor->free_item = NV_CSL_NO_ITEM;
    nv_csl_draft_init(&processor->draft);
    nv_csl_draft_init(&processor->side);
    processor->draft.quotes = processor->side.quotes = &lexicon->quotes;
    return processor;
}

void nv_csl_processor_free(nv_csl_processor *processor)
{
    if (!processor)
        return;
    nv_csl_doc_clusters_free(processor);
    nv_csl_apart_free(processor->apart);
    nv_csl_doc_items_free(processor);
    nv_csl_draft_release(&processor->draft);
    nv_csl_draft_release(&processor->side);
    nv_arena_release(&processor->scratch);
    free(processor->entries);
    free(processor->entry_list);
    free(processor->changed);
    free(processor);
}

nv_csl_render nv_csl_document_render(nv_csl_processor *processor,
                                     nv_csl_area area, uint32_t item)
{
    return (nv_csl_render){
        .lexicon = processor->lexicon,
        .host = &processor->options,
        .draft = &processor->draft,
        .scratch = &processor->scratch,
        .area = area,
        .item = processor->items[item].item,
        .distinction = &processor->items[item].distinction,
    };
}

/* Formats a cluster whose states are filled. */
static nv_csl_text *format(nv_csl_processor *processor,
                           const nv_csl_doc_cluster *cluster, nv_arena *arena,
                           nv_error *err)
{
    nv_csl_text *text;

    nv_csl_draft_clear(&processor->draft);
    nv_csl_cluster_format(processor, cluster, &processor->draft);
    text = nv_csl_draft_finish(&processor->draft, &processor->lexicon->quotes,
                               arena, err);
    nv_arena_reset(&processor->scratch);
    return text;
}

static bool cites_dirty_item(const nv_csl_processor *processor,
                             const nv_csl_doc_cluster *cluster)
{
    for (uint32_t i = 0; i < cluster->count; i++)
        if (processor->items[cluster->cites[i].item].is_dirty)
            return true;
    return false;
}

/* A cluster is dirty when an item it cites is new, or its keys do not hold any
 * more, even if in the end its text turns out to be the same. */
static void mark_dirty(nv_csl_processor *processor)
{
    for (size_t i = 0; i < processor->cluster_count; i++) {
        nv_csl_doc_cluster *cluster = processor->clusters[i];

        cluster->is_dirty = cluster->is_dirty ||
                            cites_dirty_item(processor, cluster) ||
                            nv_csl_cluster_lacks_keys(processor, cluster);
    }
}

static bool order_clusters(nv_csl_processor *processor, nv_error *err)
{
    for (size_t i = 0; i < processor->cluster_count; i++)
        if (processor->clusters[i]->is_dirty &&
            !nv_csl_cluster_order(processor, processor->clusters[i], err))
            return false;
    return true;
}

static bool format_cluster(nv_csl_processor *processor,
                           nv_csl_doc_cluster *cluster, nv_error *err)
{
    nv_csl_text *text = format(processor, cluster, NULL, err);

    if (!text)
        return false;
    if (!cluster->text || !nv_csl_text_equals(cluster->text, text))
        cluster->is_changed = true;
    free(cluster->text);
    cluster->text = text;
    cluster->is_dirty = false;
    for (uint32_t i = 0; i < cluster->count; i++)
        cluster->cites[i].formatted = cluster->cites[i].state;
    return true;
}

static bool format_clusters(nv_csl_processor *processor, nv_error *err)
{
    for (size_t i = 0; i < processor->cluster_count; i++)
        if (processor->clusters[i]->is_dirty &&
            !format_cluster(processor, processor->clusters[i], err))
            return false;
    return true;
}

/* Steps 1 to 5. Telling items apart is left out when no item is new. */
static bool compute_states(nv_csl_processor *processor, nv_error *err)
{
    const bool has_other_order = nv_csl_count(processor);

    if ((processor->items_changed || has_other_order) &&
        (!nv_csl_bibliography_order(processor, err) ||
         !nv_csl_apart_update(processor, err)))
        return false;
    mark_dirty(processor);
    if (!order_clusters(processor, err))
        return false;
    nv_csl_positions_compute(processor);
    return true;
}

/* What was found goes to the caller, and nothing is new any more. */
static void settle(nv_csl_processor *processor, nv_csl_changes *changes)
{
    size_t count = 0;

    for (size_t i = 0; i < processor->cluster_count; i++) {
        nv_csl_doc_cluster *cluster = processor->clusters[i];

        if (cluster->is_changed)
            processor->changed[count++] = cluster->id;
        cluster->is_changed = false;
    }
    *changes = (nv_csl_changes){processor->changed, count,
                                nv_csl_bibliography_refresh(processor) ||
                                    processor->order_changed};
    processor->items_changed = processor->order_changed = false;
    for (uint32_t i = 0; i < processor->item_count; i++)
        if (processor->items[i].is_dirty) {
            processor->items[i].is_dirty = false;
            nv_csl_doc_item_drop(processor, i);
        }
}

bool nv_csl_processor_update(nv_csl_processor *processor,
                             nv_csl_changes *changes, nv_error *err)
{
    const char **changed = realloc(
        processor->changed, (processor->cluster_count + 1) * sizeof *changed);

    if (!changed)
        return no_memory(err);
    processor->changed = changed;
    if (!compute_states(processor, err)) {
        for (size_t i = 0; i < processor->item_count; i++)
            processor->items[i].is_dirty = processor->items[i].id != NULL;
        processor->items_changed = true;
        return false;
    }
    if (!format_clusters(processor, err))
        return false;
    settle(processor, changes);
    return true;
}

const nv_csl_text *nv_csl_processor_preview(nv_csl_processor *processor,
                                            const nv_csl_cluster *cluster,
                                            nv_arena *arena, nv_error *err)
{
    nv_csl_doc_cluster *copy = nv_csl_doc_cluster_new(processor, cluster);
    nv_csl_text *text = NULL;

    if (!copy) {
        no_memory(err);
        return NULL;
    }
    if (nv_csl_cluster_order(processor, copy, err)) {
        nv_csl_positions_preview(processor, copy);
        text = format(processor, copy, arena, err);
    }
    nv_csl_doc_cluster_free(processor, copy);
    return text;
}
