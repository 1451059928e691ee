/* SPDX-License-Identifier: MPL-2.0 */
/* See sequence.h. */
#include "note/sequence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/item.h"
#include "note/note_text.h"
#include "note/sequence_plan.h"
#include "note/style.h"

enum { SPARE = 256 /* cites no longer needed that are worth a new start */ };

/* An item the processor has. */
typedef struct {
    const char *id; /* in the arena */
    uint64_t hash;
} known_item;

struct nv_note_sequence {
    nv_note_style *style;
    nv_csl_processor *processor;
    nv_arena arena; /* of all cites and items made */
    known_item *items;
    size_t item_count, item_capacity;
    size_t made;       /* cites, since the last new start */
    size_t cluster_id; /* the last one given */
    nv_cluster_plan now;
    nv_cluster_plan next;  /* while it is updated; then its room is kept */
    const nv_noted *noted; /* while it is updated */
};

/* Life cycle */

nv_note_sequence *nv_note_sequence_new(nv_note_style *style, nv_error *err)
{
    nv_note_sequence *sequence = calloc(1, sizeof *sequence);

    if (!sequence)
        nv_note_no_memory(err);
    else
        sequence->style = style;
    return sequence;
}

/* Forgets everything, and with it what no citation needs any more. */
static void clear(nv_note_sequence *sequence)
{
    nv_csl_processor_free(sequence->processor);
    sequence->processor = NULL;
    nv_arena_release(&sequence->arena);
    sequence->item_count = sequence->made = 0;
    nv_cluster_plan_release(&sequence->now);
}

void nv_note_sequence_free(nv_note_sequence *sequence)
{
    if (!sequence)
        return;
    clear(sequence);
    nv_cluster_plan_release(&sequence->next);
    free(sequence->items);
    free(sequence);
}

/* Putting it there */

static uint64_t hash_of(const char *id)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */

    while (*id)
        hash = (hash ^ (unsigned char)*id++) * 0x100000001b3u;
    return hash;
}

/* What is cited is little beside the notes. */
static bool is_known(const nv_note_sequence *sequence, const char *id,
                     uint64_t hash)
{
    for (size_t i = 0; i < sequence->item_count; i++)
        if (sequence->items[i].hash == hash &&
            strcmp(sequence->items[i].id, id) == 0)
            return true;
    return false;
}

static bool put_item(nv_note_sequence *sequence, const nv_noted *noted,
                     const char *id, nv_error *err)
{
    const uint64_t hash = hash_of(id);
    const nv_csl_item *item;
    known_item *items;

    if (is_known(sequence, id, hash))
        return true;
    item = nv_item_of_cite(noted->registry, &noted->citation, sequence->style,
                           &sequence->arena, err);
    if (!item ||
        !nv_csl_processor_put_items(sequence->processor, &item, 1, err))
        return false;
    items = nv_array_grow(sequence->items, sequence->item_count,
                          &sequence->item_capacity, sizeof *items);
    if (!items)
        return nv_note_no_memory(err);
    sequence->items = items;
    items[sequence->item_count++] = (known_item){id, hash};
    return true;
}

/* The cites of a place, in the arena. */
static const nv_csl_cite *make_cites(nv_note_sequence *sequence,
                                     const nv_cluster_place *place,
                                     nv_error *err)
{
    nv_csl_cite *cites =
        nv_arena_array(&sequence->arena, place->count + 1, sizeof *cites);

    if (!cites) {
        nv_note_no_memory(err);
        return NULL;
    }
    if (place->count == 0)
        cites->item = place->id;
    for (size_t i = 0; i < place->count; i++) {
        const nv_noted *noted = &sequence->noted[place->at + i];

        if (!nv_note_cite(noted->registry, &noted->citation, sequence->style,
                          &sequence->arena, &cites[i], err) ||
            !put_item(sequence, noted, cites[i].item, err))
            return NULL;
    }
    sequence->made += place->count + 1;
    return cites;
}

static bool make_cluster(nv_note_sequence *sequence,
                         const nv_cluster_place *place, nv_csl_cluster *cluster,
                         nv_error *err)
{
    *cluster = (nv_csl_cluster){.id = place->id,
                                .note = place->note,
                                .is_unsorted = true,
                                .cites = make_cites(sequence, place, err),
                                .cite_count = place->count ? place->count : 1,
                                .is_open = place->is_open,
                                .is_inside = place->is_inside};
    return cluster->cites != NULL;
}

static bool insert(nv_note_sequence *sequence, size_t index,
                   nv_cluster_place *place, nv_error *err)
{
    nv_csl_cluster cluster;

    snprintf(place->id, sizeof place->id, "%zu", ++sequence->cluster_id);
    return make_cluster(sequence, place, &cluster, err) &&
           nv_csl_processor_insert(sequence->processor, index, &cluster, err);
}

static bool keep(nv_note_sequence *sequence, const nv_cluster_place *before,
                 nv_cluster_place *place, nv_error *err)
{
    nv_csl_cluster cluster;

    memcpy(place->id, before->id, sizeof place->id);
    return (place->is_open == before->is_open &&
            place->is_inside == before->is_inside) ||
           (make_cluster(sequence, place, &cluster, err) &&
            nv_csl_processor_replace(sequence->processor, &cluster, err));
}

/* What has changed */

static bool change(nv_note_sequence *sequence, nv_error *err)
{
    const nv_cluster_plan *before = &sequence->now, *next = &sequence->next;
    const nv_two_plans plans = {before, next};
    const nv_orders orders = {&plans, nv_cluster_plans_agree, before->count,
                              next->count};
    size_t i = 0, j = 0;

    while (i < before->count || j < next->count) {
        nv_meeting meeting = nv_find_meeting(&orders, i, j);

        for (; meeting.gone > 0; meeting.gone--)
            if (!nv_csl_processor_remove(sequence->processor,
                                         before->places[i++].id, err))
                return false;
        for (; meeting.come > 0; meeting.come--, j++)
            if (!insert(sequence, j, &next->places[j], err))
                return false;
        for (; i < before->count && j < next->count &&
               nv_cluster_plans_agree(&plans, i, j);
             i++, j++)
            if (!keep(sequence, &before->places[i], &next->places[j], err))
                return false;
    }
    return true;
}

static bool renumber(nv_note_sequence *sequence, nv_error *err)
{
    const nv_cluster_plan *next = &sequence->next;
    int32_t *notes = malloc((next->count + 1) * sizeof *notes);
    bool is_done;

    if (!notes)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < next->count; i++)
        notes[i] = next->places[i].note;
    is_done = nv_csl_processor_renumber(sequence->processor, 0, notes,
                                        next->count, err);
    free(notes);
    return is_done;
}

static bool format(nv_note_sequence *sequence, nv_error *err)
{
    nv_cluster_plan *next = &sequence->next;
    nv_csl_changes changes;

    if (!nv_csl_processor_update(sequence->processor, &changes, err))
        return false;
    for (size_t i = 0, at = 0; i < next->count && at < changes.count; i++) {
        next->places[i].has_changed =
            strcmp(next->places[i].id, changes.ids[at]) == 0;
        at += next->places[i].has_changed;
    }
    return true;
}

/* A processor borrows what its cites show, so that what was cited once stays:
 * when most of it is of no use, all is made anew. */
static bool begin(nv_note_sequence *sequence, size_t count, nv_error *err)
{
    if (sequence->made > 4 * count + SPARE)
        clear(sequence);
    if (!sequence->processor)
        sequence->processor =
            nv_csl_processor_new(sequence->style->lexicon, NULL, err);
    return sequence->processor != NULL;
}

static void swap_plans(nv_note_sequence *sequence)
{
    const nv_cluster_plan before = sequence->now;

    sequence->now = sequence->next;
    sequence->next = before;
}

bool nv_note_sequence_update(nv_note_sequence *sequence, const nv_noted noted[],
                             const uint64_t serials[], size_t count,
                             nv_error *err)
{
    bool is_done;

    sequence->noted = noted;
    is_done = nv_cluster_plan_make(&sequence->next, sequence->style, noted,
                                   serials, count, err) &&
              begin(sequence, count, err) && change(sequence, err) &&
              renumber(sequence, err) && format(sequence, err);
    sequence->noted = NULL;
    swap_plans(sequence);
    return is_done;
}

/* Reading */

static const nv_cluster_place *place_of(const nv_note_sequence *sequence,
                                        size_t index)
{
    return &sequence->now.places[sequence->now.place_of[index]];
}

bool nv_note_sequence_has_changed(const nv_note_sequence *sequence,
                                  size_t index)
{
    return place_of(sequence, index)->has_changed;
}

bool nv_note_sequence_read(const nv_note_sequence *sequence, size_t index,
                           nv_note *note, nv_error *err)
{
    const nv_cluster_place *place = place_of(sequence, index);
    const nv_note_part part = {(uint32_t)(index - place->at),
                               (uint32_t)place->count};

    return nv_note_of_text(
        nv_csl_processor_text(sequence->processor, place->id), &part,
        sequence->style->language, note, err);
}

nv_csl_processor *nv_note_sequence_processor(nv_note_sequence *sequence)
{
    return sequence->processor;
}
