/* SPDX-License-Identifier: MPL-2.0 */
/* Where the source changes between notes of one event. See item.h. */
#include "note/item.h"

#include <string.h>

#include "note/draft.h"

/* What a note of an event leads its reader to. */
typedef struct {
    const nv_event *event; /* NULL: none that can be cited */
    const void *source;    /* nv_source or nv_treaty_reference; NULL: none */
    bool is_second_hand;   /* quoted in it, or read in a transcription */
    bool has_place_in_source;
} leading;

static leading leading_of(const nv_registry *registry,
                          const nv_citation *citation)
{
    leading to = {0};
    nv_draft draft;

    if (!nv_draft_init(&draft, registry, citation, NULL) ||
        draft.subject == NV_SUBJECT_OTHER)
        return to;
    to.event = citation->event;
    if (draft.prints_source)
        to.source = draft.reference ? (const void *)draft.reference
                                    : (const void *)draft.source;
    to.is_second_hand = draft.quotation && draft.quotation->as != NV_AS_EDITION;
    to.has_place_in_source = !draft.in_document.label && draft.in_source.label;
    return to;
}

/* All notes, and the first one of each event and source. */
typedef struct {
    leading *all;
    size_t *named;
    size_t named_count;
} work;

static bool is_same(const leading *a, const leading *b)
{
    return a->event == b->event && a->source == b->source;
}

/* Whether a note before has led there; from now on one has. */
static bool is_named_before(work *work, size_t index)
{
    for (size_t i = 0; i < work->named_count; i++)
        if (is_same(&work->all[work->named[i]], &work->all[index]))
            return true;
    work->named[work->named_count++] = index;
    return false;
}

/* Whether a note leads elsewhere than the one of the same event before it. */
static bool leads_elsewhere(const leading *last, const leading *to)
{
    return last->is_second_hand != to->is_second_hand ||
           (last->source != to->source &&
            (to->is_second_hand || to->has_place_in_source));
}

static nv_csl_position position_of(work *work, size_t index)
{
    const leading *to = &work->all[index];
    const bool is_named = to->event && is_named_before(work, index);

    if (index == 0 || !to->event)
        return NV_CSL_POSITION_COMPUTED;
    if (to->source && to->has_place_in_source && !to->is_second_hand &&
        !is_named)
        return NV_CSL_POSITION_FIRST;
    return to[-1].event == to->event && leads_elsewhere(&to[-1], to)
               ? NV_CSL_POSITION_SUBSEQUENT
               : NV_CSL_POSITION_COMPUTED;
}

bool nv_notes_find_positions(const nv_noted noted[], size_t count,
                             nv_arena *arena, nv_csl_position positions[])
{
    work work = {nv_arena_array(arena, count, sizeof *work.all),
                 nv_arena_array(arena, count, sizeof *work.named), 0};

    if (!work.all || !work.named)
        return false;
    for (size_t i = 0; i < count; i++)
        if (noted[i].citation.event)
            work.all[i] = leading_of(noted[i].registry, &noted[i].citation);
    for (size_t i = 0; i < count; i++)
        positions[i] = position_of(&work, i);
    return true;
}
