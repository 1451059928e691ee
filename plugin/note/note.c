/* SPDX-License-Identifier: MPL-2.0 */
/* See note.h. One note, as the first of its document. */
#include "note/note.h"

#include <string.h>

#include "note/draft.h"
#include "note/item.h"
#include "note/note_text.h"
#include "note/style.h"

bool nv_note_is_unchecked(const nv_registry *registry,
                          const nv_citation *citation)
{
    nv_draft draft;

    if (!nv_draft_init(&draft, registry, citation, NULL) ||
        !draft.prints_source)
        return false;
    if (draft.reference)
        return draft.reference->checked != NV_CHECKED_SEEN;
    return draft.source && draft.source->checked != NV_CHECKED_SEEN;
}

bool nv_note_write(const nv_registry *registry, const nv_citation *citation,
                   nv_note_style *style, nv_note *note, nv_error *err)
{
    nv_arena arena = {NULL};
    nv_csl_cite cite;
    const nv_csl_cluster cluster = {
        .id = "note", .note = 1, .cites = &cite, .cite_count = 1};
    const nv_csl_text *text = NULL;

    /* Numbers are given to what is in a document. */
    if (!style->entry->is_note)
        return nv_notes_write(
            &(nv_noted){registry, *citation, .note = 1, .is_alone = true}, 1,
            style, note, NULL, NULL, err);
    memset(note, 0, sizeof *note);
    if (nv_note_cite(registry, citation, style, &arena, &cite, err))
        text = nv_csl_processor_preview(style->previews, &cluster, &arena, err);
    if (text && nv_note_of_text(text, NULL, style->language, note, err))
        note->is_unchecked = nv_note_is_unchecked(registry, citation);
    nv_arena_release(&arena);
    return note->memory != NULL;
}

const nv_source *nv_note_source(const nv_citation *citation)
{
    nv_draft draft;

    if (!nv_draft_init(&draft, NULL, citation, NULL))
        return NULL;
    return draft.source;
}
