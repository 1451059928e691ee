/* SPDX-License-Identifier: MPL-2.0 */
/* See note.h. The order of a note's elements. */
#include "note/note.h"

#include <string.h>

#include "note/draft.h"

static bool wants_words(const nv_draft *draft)
{
    return draft->quotation && (draft->citation->parts & NV_PART_WORDING);
}

/* French goes from the archive down to the piece, so a document that is cited
 * from its archive has the archive at the head. */
static bool leads_with_archive(const nv_draft *draft)
{
    return draft->language == NV_LANGUAGE_FR && draft->prints_source &&
           draft->subject == NV_SUBJECT_DOCUMENT && draft->source &&
           nv_source_is_archival(draft->source) &&
           !nv_source_is_other_piece(draft->source) &&
           (!draft->quotation || draft->quotation->as == NV_AS_EDITION);
}

/* English sets the symbol of a resolution after its name, French after its
 * date. */
static void add_symbol(nv_draft *draft, nv_language language)
{
    const nv_treaty_reference *symbol = nv_event_symbol(draft->event);

    if (!symbol || language != draft->language ||
        draft->subject != NV_SUBJECT_DOCUMENT ||
        !(draft->citation->parts & NV_PART_SOURCE))
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_add(&draft->runs, symbol->number);
}

static void add_subject(nv_draft *draft)
{
    if (draft->subject == NV_SUBJECT_SOURCE)
        return;
    draft->leads_with_archive = leads_with_archive(draft);
    if (draft->leads_with_archive) {
        nv_draft_add_archive(draft, draft->source->archive_ref);
        nv_runs_comma(&draft->runs);
    }
    nv_draft_add_document(draft);
    if (draft->subject == NV_SUBJECT_OTHER) {
        if (!draft->quotation->of_iso)
            return;
        nv_draft_add_date_once(draft, draft->quotation->of_iso);
        return;
    }
    nv_draft_add_parties(draft);
    add_symbol(draft, NV_LANGUAGE_EN);
    nv_draft_add_circumstances(draft);
    add_symbol(draft, NV_LANGUAGE_FR);
}

/* The place in the document, the words, and that they are a translation. */
static void add_words(nv_draft *draft)
{
    const nv_quotation *quotation = draft->quotation;

    if (quotation)
        nv_draft_add_place(draft, &draft->in_document);
    if (wants_words(draft)) {
        nv_runs_comma(&draft->runs);
        nv_runs_quote_words(&draft->runs, quotation->text, quotation->language);
    }
    nv_draft_add_translation(draft);
}

static void add_source(nv_draft *draft)
{
    if (draft->prints_source && draft->reference)
        nv_draft_add_reference(draft);
    else if (draft->prints_source && draft->source)
        nv_draft_add_source(draft);
    if (draft->citation->locator.label && draft->in_source.label &&
        (draft->reference || !draft->prints_source || !draft->source))
        nv_draft_add_place(draft, &draft->in_source);
    if (!draft->quotation)
        nv_draft_add_place(draft, &draft->in_document);
}

static bool is_unchecked(const nv_draft *draft)
{
    if (!draft->prints_source)
        return false;
    if (draft->reference)
        return draft->reference->checked != NV_CHECKED_SEEN;
    return draft->source && draft->source->checked != NV_CHECKED_SEEN;
}

bool nv_note_write(const nv_registry *registry, const nv_citation *citation,
                   nv_note *note, nv_error *err)
{
    nv_draft draft;
    bool is_written;

    memset(note, 0, sizeof *note);
    if (!nv_draft_init(&draft, registry, citation, err))
        return false;
    nv_runs_init(&draft.runs, draft.language);
    if (draft.subject == NV_SUBJECT_SOURCE) {
        add_source(&draft);
        add_words(&draft);
    } else {
        add_subject(&draft);
        add_words(&draft);
        add_source(&draft);
        nv_draft_add_hereafter(&draft);
    }
    note->is_unchecked = is_unchecked(&draft);
    is_written = nv_runs_finish(&draft.runs, note);
    nv_runs_release(&draft.runs);
    if (!is_written)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory for the note of %s; close other "
                       "documents and try again.",
                       citation->event->id);
    return true;
}

const nv_source *nv_note_source(const nv_citation *citation)
{
    nv_draft draft;

    if (!nv_draft_init(&draft, NULL, citation, NULL))
        return NULL;
    return draft.source;
}
