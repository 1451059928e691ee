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

static bool is_named_before(const nv_registry *const registries[],
                            const nv_citation citations[], size_t index,
                            const leading *to)
{
    for (size_t i = 0; i < index; i++) {
        leading before;

        if (citations[i].event != to->event)
            continue;
        before = leading_of(registries[i], &citations[i]);
        if (before.event && before.source == to->source)
            return true;
    }
    return false;
}

nv_csl_position nv_note_position(const nv_registry *const registries[],
                                 const nv_citation citations[], size_t index)
{
    const leading to = leading_of(registries[index], &citations[index]);
    leading last;

    if (index == 0 || !to.event)
        return NV_CSL_POSITION_COMPUTED;
    if (to.source && to.has_place_in_source && !to.is_second_hand &&
        !is_named_before(registries, citations, index, &to))
        return NV_CSL_POSITION_FIRST;
    if (citations[index - 1].event != to.event)
        return NV_CSL_POSITION_COMPUTED;
    last = leading_of(registries[index - 1], &citations[index - 1]);
    if (last.event && (last.is_second_hand != to.is_second_hand ||
                       (last.source != to.source &&
                        (to.is_second_hand || to.has_place_in_source))))
        return NV_CSL_POSITION_SUBSEQUENT;
    return NV_CSL_POSITION_COMPUTED;
}
