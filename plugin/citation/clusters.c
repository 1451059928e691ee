/* SPDX-License-Identifier: MPL-2.0 */
/* The clusters of a document, and what changes them. */
#include "citation/document.h"

#include <stdlib.h>
#include <string.h>

static size_t size_of(const char *text)
{
    return text ? strlen(text) + 1 : 0;
}

static const char *carry(char **at, const char *text)
{
    const size_t size = size_of(text);
    char *copy = *at;

    if (!text)
        return NULL;
    memcpy(copy, text, size);
    *at += size;
    return copy;
}

static size_t texts_size(const nv_csl_cluster *cluster)
{
    size_t size = size_of(cluster->id ? cluster->id : "");

    for (size_t i = 0; i < cluster->cite_count; i++) {
        const nv_csl_cite *cite = &cluster->cites[i];

        size += size_of(cite->item) + size_of(cite->prefix) +
                size_of(cite->suffix) + size_of(cite->locator);
    }
    return size;
}

/* Everything but the items. */
static nv_csl_doc_cluster *copy_cluster(const nv_csl_cluster *cluster)
{
    const size_t count = cluster->cite_count;
    nv_csl_doc_cluster *copy;
    char *at;

    if (count >= UINT32_MAX)
        return NULL;
    copy = calloc(1, sizeof *copy +
                         count * (sizeof *copy->cites + sizeof *copy->order) +
                         texts_size(cluster));
    if (!copy)
        return NULL;
    copy->cites = (nv_csl_doc_cite *)(copy + 1);
    copy->order = (uint32_t *)(copy->cites + count);
    at = (char *)(copy->order + count);
    copy->id = carry(&at, cluster->id ? cluster->id : "");
    copy->note = cluster->note;
    copy->is_unsorted = cluster->is_unsorted;
    copy->is_open = cluster->is_open;
    copy->is_inside = cluster->is_inside;
    copy->is_dirty = true;
    for (size_t i = 0; i < count; i++) {
        nv_csl_cite *cite = &copy->cites[i].cite;

        *cite = cluster->cites[i];
        cite->item = carry(&at, cite->item);
        cite->prefix = carry(&at, cite->prefix);
        cite->suffix = carry(&at, cite->suffix);
        cite->locator = carry(&at, cite->locator);
        copy->order[i] = (uint32_t)i;
    }
    return copy;
}

nv_csl_doc_cluster *nv_csl_doc_cluster_new(nv_csl_processor *processor,
                                           const nv_csl_cluster *cluster)
{
    nv_csl_doc_cluster *copy = copy_cluster(cluster);

    while (copy && copy->count < cluster->cite_count) {
        nv_csl_doc_cite *cite = &copy->cites[copy->count];

        cite->item = nv_csl_doc_item_take(
            processor, cite->cite.item ? cite->cite.item : "");
        if (cite->item == NV_CSL_NO_ITEM) {
            nv_csl_doc_cluster_free(processor, copy);
            return NULL;
        }
        copy->count++;
    }
    return copy;
}

void nv_csl_doc_cluster_free(nv_csl_processor *processor,
                             nv_csl_doc_cluster *cluster)
{
    if (!cluster)
        return;
    for (uint32_t i = 0; i < cluster->count; i++)
        nv_csl_doc_item_drop(processor, cluster->cites[i].item);
    free(cluster->text);
    free(cluster);
}

void nv_csl_doc_clusters_free(nv_csl_processor *processor)
{
    for (size_t i = 0; i < processor->cluster_count; i++) {
        free(processor->clusters[i]->text);
        free(processor->clusters[i]);
    }
    nv_csl_id_map_release(&processor->cluster_ids);
    free(processor->clusters);
    free(processor->cluster_slots);
}

static void count_cites(nv_csl_processor *processor,
                        const nv_csl_doc_cluster *cluster, int change)
{
    for (uint32_t i = 0; i < cluster->count; i++)
        nv_csl_doc_item_count(processor, cluster->cites[i].item, change);
}

/* The places of the clusters from `from` to `to` - 1, after a change. */
static void number_places(nv_csl_processor *processor, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        processor->clusters[i]->place = (uint32_t)i;
}

static nv_csl_doc_cluster *find(const nv_csl_processor *processor,
                                const char *id, nv_error *err)
{
    uint32_t slot;

    if (id && nv_csl_id_map_get(&processor->cluster_ids, id, &slot))
        return processor->cluster_slots[slot];
    nv_fail(err, NV_ERROR_ARGUMENT, 0,
            "The document has no citation \"%s\"; insert it first.",
            id ? id : "");
    return NULL;
}

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for one more citation.");
}

static bool reserve(nv_csl_processor *processor)
{
    const size_t capacity =
        processor->cluster_capacity ? processor->cluster_capacity * 2 : 64;
    nv_csl_doc_cluster **clusters;

    if (processor->cluster_count < processor->cluster_capacity)
        return true;
    if (capacity >= UINT32_MAX)
        return false;
    clusters = realloc(processor->clusters, capacity * sizeof(*clusters));
    if (!clusters)
        return false;
    processor->clusters = clusters;
    clusters = realloc(processor->cluster_slots, capacity * sizeof(*clusters));
    if (!clusters)
        return false;
    processor->cluster_slots = clusters;
    processor->cluster_capacity = capacity;
    return true;
}

bool nv_csl_processor_insert(nv_csl_processor *processor, size_t index,
                             const nv_csl_cluster *cluster, nv_error *err)
{
    const size_t count = processor->cluster_count;
    nv_csl_doc_cluster *copy;
    uint32_t slot;

    if (!cluster->id || index > count ||
        nv_csl_id_map_get(&processor->cluster_ids, cluster->id, &slot))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The citation \"%s\" can't be inserted: the document "
                       "has it already, or ends before that place.",
                       cluster->id ? cluster->id : "");
    copy =
        reserve(processor) ? nv_csl_doc_cluster_new(processor, cluster) : NULL;
    if (!copy || !nv_csl_id_map_put(&processor->cluster_ids, copy->id,
                                    (uint32_t)count)) {
        nv_csl_doc_cluster_free(processor, copy);
        return no_memory(err);
    }
    copy->slot = (uint32_t)count;
    processor->cluster_slots[count] = copy;
    memmove(processor->clusters + index + 1, processor->clusters + index,
            (count - index) * sizeof *processor->clusters);
    processor->clusters[index] = copy;
    processor->cluster_count++;
    number_places(processor, index, processor->cluster_count);
    count_cites(processor, copy, 1);
    return true;
}

bool nv_csl_processor_replace(nv_csl_processor *processor,
                              const nv_csl_cluster *cluster, nv_error *err)
{
    nv_csl_doc_cluster *old = find(processor, cluster->id, err);
    nv_csl_doc_cluster *copy;

    if (!old)
        return false;
    copy = nv_csl_doc_cluster_new(processor, cluster);
    if (!copy)
        return no_memory(err);
    copy->slot = old->slot;
    copy->place = old->place;
    copy->is_changed = old->is_changed;
    copy->text = old->text;
    old->text = NULL;
    nv_csl_id_map_put(&processor->cluster_ids, copy->id, copy->slot);
    processor->cluster_slots[copy->slot] = copy;
    processor->clusters[copy->place] = copy;
    count_cites(processor, copy, 1);
    count_cites(processor, old, -1);
    nv_csl_doc_cluster_free(processor, old);
    return true;
}

bool nv_csl_processor_move(nv_csl_processor *processor, const char *id,
                           size_t index, int32_t note, nv_error *err)
{
    nv_csl_doc_cluster *cluster = find(processor, id, err);
    nv_csl_doc_cluster **at = processor->clusters;
    size_t from;

    if (!cluster)
        return false;
    if (index >= processor->cluster_count)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The citation \"%s\" can't be moved behind the end of "
                       "the document.",
                       id);
    from = cluster->place;
    if (index < from)
        memmove(at + index + 1, at + index, (from - index) * sizeof *at);
    else
        memmove(at + from, at + from + 1, (index - from) * sizeof *at);
    at[index] = cluster;
    cluster->note = note;
    number_places(processor, index < from ? index : from,
                  (index < from ? from : index) + 1);
    return true;
}

bool nv_csl_processor_remove(nv_csl_processor *processor, const char *id,
                             nv_error *err)
{
    nv_csl_doc_cluster *cluster = find(processor, id, err);
    nv_csl_doc_cluster *last;
    size_t count;

    if (!cluster)
        return false;
    count = --processor->cluster_count;
    memmove(processor->clusters + cluster->place,
            processor->clusters + cluster->place + 1,
            (count - cluster->place) * sizeof *processor->clusters);
    number_places(processor, cluster->place, count);
    nv_csl_id_map_remove(&processor->cluster_ids, cluster->id);
    last = processor->cluster_slots[count];
    if (last != cluster) {
        last->slot = cluster->slot;
        processor->cluster_slots[last->slot] = last;
        nv_csl_id_map_put(&processor->cluster_ids, last->id, last->slot);
    }
    count_cites(processor, cluster, -1);
    nv_csl_doc_cluster_free(processor, cluster);
    return true;
}

bool nv_csl_processor_renumber(nv_csl_processor *processor, size_t first,
                               const int32_t notes[], size_t count,
                               nv_error *err)
{
    if (first > processor->cluster_count ||
        count > processor->cluster_count - first)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "Notes can't be numbered for more citations than the "
                       "document has: %zu from the place %zu on.",
                       count, first);
    for (size_t i = 0; i < count; i++)
        processor->clusters[first + i]->note = notes[i];
    return true;
}

const nv_csl_text *nv_csl_processor_text(const nv_csl_processor *processor,
                                         const char *id)
{
    const nv_csl_doc_cluster *cluster = find(processor, id, NULL);

    return cluster ? cluster->text : NULL;
}

size_t nv_csl_processor_count(const nv_csl_processor *processor)
{
    return processor->cluster_count;
}
