/* SPDX-License-Identifier: MPL-2.0 */
/* The notes of a whole document and its bibliography. See note.h. */
#include "note/note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/item.h"
#include "note/note_text.h"
#include "note/style.h"

enum { ID_LEN = 24 };

/* A document while its notes are written. */
typedef struct {
    const nv_noted *noted;
    size_t count;
    nv_note_style *style;
    nv_arena arena;
    nv_csl_processor *processor;
    nv_csl_cite *cites; /* one a note */
    size_t *firsts;     /* the first cite of each item */
    size_t first_count;
    size_t cluster_count; /* in the processor */
} work;

static bool is_ours(const nv_noted *noted)
{
    return noted->citation.event != NULL;
}

static bool make_cites(work *work, nv_error *err)
{
    work->cites =
        nv_arena_array(&work->arena, work->count, sizeof *work->cites);
    work->firsts =
        nv_arena_array(&work->arena, work->count, sizeof *work->firsts);
    if (!work->cites || !work->firsts)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < work->count; i++)
        if (is_ours(&work->noted[i]) &&
            !nv_note_cite(work->noted[i].registry, &work->noted[i].citation,
                          work->style, &work->arena, &work->cites[i], err))
            return false;
    return true;
}

/* What is cited is little beside the notes. */
static bool is_first(work *work, size_t index)
{
    for (size_t i = 0; i < work->first_count; i++)
        if (strcmp(work->cites[work->firsts[i]].item,
                   work->cites[index].item) == 0)
            return false;
    work->firsts[work->first_count++] = index;
    return true;
}

static bool put_items(work *work, nv_error *err)
{
    for (size_t i = 0; i < work->count; i++) {
        const nv_csl_item *item;

        if (!is_ours(&work->noted[i]) || !is_first(work, i))
            continue;
        item =
            nv_item_of_cite(work->noted[i].registry, &work->noted[i].citation,
                            work->style, &work->arena, err);
        if (!item ||
            !nv_csl_processor_put_items(work->processor, &item, 1, err))
            return false;
    }
    return true;
}

/* "7": the citation itself; "7x": what stands beside it. */
static void id_of(size_t index, bool is_beside, char id[ID_LEN])
{
    snprintf(id, ID_LEN, "%zu%s", index, is_beside ? "x" : "");
}

static bool insert(work *work, size_t index, bool is_beside, nv_error *err)
{
    nv_csl_cite beside = {0};
    char id[ID_LEN];
    nv_csl_cluster cluster = {id, work->noted[index].note, true, &beside, 1};

    id_of(index, is_beside, id);
    beside.item = id;
    if (!is_beside)
        cluster.cites = &work->cites[index];
    return nv_csl_processor_insert(work->processor, work->cluster_count++,
                                   &cluster, err);
}

/* What is not ours stands in the processor as a cite of something unknown: so
 * nothing behind it can be taken for a repetition of what is before it. */
static bool insert_clusters(work *work, nv_error *err)
{
    for (size_t i = 0; i < work->count; i++) {
        const nv_noted *noted = &work->noted[i];

        if ((is_ours(noted) && !insert(work, i, false, err)) ||
            ((!is_ours(noted) || !noted->is_alone) &&
             !insert(work, i, true, err)))
            return false;
    }
    return true;
}

static bool format(work *work, nv_error *err)
{
    nv_csl_changes changes;

    work->processor = nv_csl_processor_new(work->style->lexicon, NULL, err);
    return work->processor && make_cites(work, err) && put_items(work, err) &&
           insert_clusters(work, err) &&
           nv_csl_processor_update(work->processor, &changes, err);
}

static bool copy_notes(const work *work, nv_note notes[], nv_error *err)
{
    for (size_t i = 0; i < work->count; i++) {
        char id[ID_LEN];

        if (!is_ours(&work->noted[i]))
            continue;
        id_of(i, false, id);
        if (!nv_note_of_text(nv_csl_processor_text(work->processor, id),
                             work->style->language, &notes[i], err))
            return false;
        notes[i].is_unchecked = nv_note_is_unchecked(work->noted[i].registry,
                                                     &work->noted[i].citation);
    }
    return true;
}

static void release_all(nv_note notes[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_note_release(&notes[i]);
}

/* Entries that say the same stand once: several documents of one edition, where
 * a style lists editions. */
static bool copy_bibliography(work *work, nv_note **entries, size_t *count,
                              nv_error *err)
{
    nv_csl_bibliography all;
    nv_note *copies;
    size_t used = 0;

    if (!nv_csl_processor_bibliography(work->processor, &all, err))
        return false;
    copies = calloc(all.count + 1, sizeof *copies);
    if (!copies)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < all.count; i++) {
        if (i &&
            nv_csl_text_equals(all.entries[i].text, all.entries[i - 1].text))
            continue;
        if (!nv_note_of_text(all.entries[i].text, work->style->language,
                             &copies[used], err)) {
            release_all(copies, used);
            free(copies);
            return false;
        }
        used++;
    }
    *entries = copies;
    *count = used;
    return true;
}

bool nv_notes_write(const nv_noted noted[], size_t count, nv_note_style *style,
                    nv_note notes[], nv_note **bibliography,
                    size_t *entry_count, nv_error *err)
{
    work work = {.noted = noted, .count = count, .style = style};
    bool is_done;

    memset(notes, 0, count * sizeof *notes);
    if (bibliography) {
        *bibliography = NULL;
        *entry_count = 0;
    }
    is_done = format(&work, err) && copy_notes(&work, notes, err) &&
              (!bibliography ||
               copy_bibliography(&work, bibliography, entry_count, err));
    if (!is_done)
        release_all(notes, count);
    nv_csl_processor_free(work.processor);
    nv_arena_release(&work.arena);
    return is_done;
}
