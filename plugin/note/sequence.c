/* SPDX-License-Identifier: MPL-2.0 */
/* See sequence.h. */
#include "note/sequence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/item.h"
#include "note/meeting.h"
#include "note/note_text.h"
#include "note/style.h"

enum {
    ID_LEN = 24,
    SPARE = 256 /* cites no longer needed that are worth a new start */
};

/* A cluster. What is not ours has one of a cite of something unknown, so that
 * nothing behind it can be taken for a repetition of what is before it. */
typedef struct {
    char id[ID_LEN];  /* in the processor */
    size_t at, count; /* its citations; count 0: what stands beside `at` */
    int32_t note;
    bool is_open, is_inside;
    bool has_changed; /* in the last update */
} place;

/* What is in the processor, or is to be. */
typedef struct {
    place *places;
    size_t count;
    uint64_t *serials;  /* of the citations */
    uint32_t *place_of; /* the citation's own cluster, if it is ours */
} state;

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
    state now;
    const nv_noted *noted; /* while it is updated */
};

/* Life cycle */

static void release_state(state *state)
{
    free(state->places);
    free(state->serials);
    free(state->place_of);
    memset(state, 0, sizeof *state);
}

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
    release_state(&sequence->now);
}

void nv_note_sequence_free(nv_note_sequence *sequence)
{
    if (!sequence)
        return;
    clear(sequence);
    free(sequence->items);
    free(sequence);
}

/* What is to be in the processor */

static bool is_ours(const nv_noted *noted)
{
    return noted->citation.event != NULL;
}

/* A range of numbers or suffixes leaves out the cites between its ends. */
static bool leaves_cites_out(const nv_note_style *style)
{
    const uint8_t collapse = style->lexicon->style->collapse;

    return collapse == NV_CSL_COLLAPSE_NUMBER ||
           collapse == NV_CSL_COLLAPSE_YEAR_SUFFIX_RANGED;
}

static bool is_joined(const nv_note_sequence *sequence, size_t index)
{
    const nv_noted *noted = &sequence->noted[index];

    return index > 0 && noted->is_joined && is_ours(noted) &&
           is_ours(noted - 1) && noted->note == noted[-1].note &&
           !leaves_cites_out(sequence->style);
}

static void add_place(state *state, const nv_noted noted[], size_t at,
                      size_t count)
{
    state->places[state->count++] =
        (place){.at = at,
                .count = count,
                .note = noted[at].note,
                .is_open = count > 0 && noted[at + count - 1].is_open,
                .is_inside = noted[at].is_inside};
}

static void plan_places(const nv_note_sequence *sequence, size_t count,
                        state *next)
{
    const nv_noted *noted = sequence->noted;

    for (size_t at = 0, end; at < count; at = end) {
        end = at + 1;
        while (end < count && is_joined(sequence, end))
            end++;
        for (size_t i = at; i < end; i++)
            next->place_of[i] = (uint32_t)next->count;
        if (is_ours(&noted[at]))
            add_place(next, noted, at, end - at);
        if (end - at == 1 && (!is_ours(&noted[at]) || !noted[at].is_alone))
            add_place(next, noted, at, 0);
    }
}

static bool plan(const nv_note_sequence *sequence, const uint64_t serials[],
                 size_t count, state *next)
{
    next->places = malloc((2 * count + 1) * sizeof *next->places);
    next->serials = malloc((count + 1) * sizeof *next->serials);
    next->place_of = malloc((count + 1) * sizeof *next->place_of);
    if (!next->places || !next->serials || !next->place_of)
        return false;
    if (count > 0)
        memcpy(next->serials, serials, count * sizeof *serials);
    plan_places(sequence, count, next);
    return true;
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
                                     const place *place, nv_error *err)
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

static bool make_cluster(nv_note_sequence *sequence, const place *place,
                         nv_csl_cluster *cluster, nv_error *err)
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

static bool insert(nv_note_sequence *sequence, size_t index, place *place,
                   nv_error *err)
{
    nv_csl_cluster cluster;

    snprintf(place->id, sizeof place->id, "%zu", ++sequence->cluster_id);
    return make_cluster(sequence, place, &cluster, err) &&
           nv_csl_processor_insert(sequence->processor, index, &cluster, err);
}

static bool keep(nv_note_sequence *sequence, const place *before, place *place,
                 nv_error *err)
{
    nv_csl_cluster cluster;

    memcpy(place->id, before->id, sizeof place->id);
    return (place->is_open == before->is_open &&
            place->is_inside == before->is_inside) ||
           (make_cluster(sequence, place, &cluster, err) &&
            nv_csl_processor_replace(sequence->processor, &cluster, err));
}

/* What has changed */

typedef struct {
    const state *before, *next;
} two_states;

static bool is_same(const void *host, size_t i, size_t j)
{
    const two_states *states = host;
    const place *a = &states->before->places[i], *b = &states->next->places[j];
    const size_t serials = a->count ? a->count : 1;

    return a->count == b->count &&
           memcmp(states->before->serials + a->at,
                  states->next->serials + b->at,
                  serials * sizeof *states->next->serials) == 0;
}

static bool change(nv_note_sequence *sequence, state *next, nv_error *err)
{
    const state *before = &sequence->now;
    const two_states states = {before, next};
    const nv_orders orders = {&states, is_same, before->count, next->count};
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
        for (; i < before->count && j < next->count && is_same(&states, i, j);
             i++, j++)
            if (!keep(sequence, &before->places[i], &next->places[j], err))
                return false;
    }
    return true;
}

static bool renumber(nv_note_sequence *sequence, const state *next,
                     nv_error *err)
{
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

static bool format(nv_note_sequence *sequence, state *next, nv_error *err)
{
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

bool nv_note_sequence_update(nv_note_sequence *sequence, const nv_noted noted[],
                             const uint64_t serials[], size_t count,
                             nv_error *err)
{
    state next = {0};
    bool is_done;

    sequence->noted = noted;
    if (!plan(sequence, serials, count, &next)) {
        release_state(&next);
        return nv_note_no_memory(err);
    }
    is_done = begin(sequence, count, err) && change(sequence, &next, err) &&
              renumber(sequence, &next, err) && format(sequence, &next, err);
    sequence->noted = NULL;
    release_state(&sequence->now);
    sequence->now = next;
    return is_done;
}

/* Reading */

static const place *place_of(const nv_note_sequence *sequence, size_t index)
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
    const place *place = place_of(sequence, index);
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
