/* SPDX-License-Identifier: MPL-2.0 */
/* What a citation asks for, checked against the record. */
#include "note/draft.h"

#include <string.h>

static bool choose_quotation(nv_draft *draft, nv_error *err)
{
    int number = draft->citation->quotation;

    if (number == 0)
        return true;
    draft->quotation = nv_event_quotation(draft->event, number);
    if (!draft->quotation)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The event %s has no quotation %d; choose one of those "
                       "it lists.",
                       draft->event->id, number);
    if (!draft->quotation->is_offered)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "Quotation %d of %s is kept for the record and can't be "
                       "inserted; choose another wording.",
                       number, draft->event->id);
    return true;
}

static bool check_date(const nv_draft *draft, nv_error *err)
{
    const nv_event_date *date = &draft->event->date;
    int number = draft->citation->date_variant;

    if (number == 0)
        return true;
    if (number < 0 || (size_t)number > date->variant_count)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The event %s has no other date %d; choose one of those "
                       "it lists.",
                       draft->event->id, number);
    if (date->variants[number - 1].what == NV_DATE_OTHER)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The date %s of %s has no word that a note could print "
                       "with it; choose another date.",
                       date->variants[number - 1].iso, draft->event->id);
    return true;
}

static nv_subject subject_of(const nv_draft *draft)
{
    const nv_quotation *quotation = draft->quotation;

    if (quotation && !nv_is_own_words(quotation) &&
        nv_draft_in(draft, &quotation->of))
        return NV_SUBJECT_OTHER;
    if (draft->event->document.is_none ||
        (quotation && !nv_is_own_words(quotation)))
        return NV_SUBJECT_SOURCE;
    return NV_SUBJECT_DOCUMENT;
}

/* Whether there is something to name at the head of the note. */
static bool check_subject(const nv_draft *draft, nv_error *err)
{
    if (draft->subject == NV_SUBJECT_SOURCE && !draft->source)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The event %s is no document; choose the source to "
                       "cite.",
                       draft->event->id);
    if (draft->subject == NV_SUBJECT_DOCUMENT &&
        !nv_draft_in(draft, &draft->event->document.description))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The document of %s has no description, so a note can't "
                       "name it; add one to the pack.",
                       draft->event->id);
    return true;
}

bool nv_draft_init(nv_draft *draft, const nv_registry *registry,
                   const nv_citation *citation, nv_error *err)
{
    unsigned parts = citation->parts;

    memset(draft, 0, sizeof *draft);
    draft->registry = registry;
    draft->citation = citation;
    draft->event = citation->event;
    draft->language = citation->language < (int)NV_LANGUAGE_COUNT
                          ? citation->language
                          : NV_LANGUAGE_EN;
    if (!choose_quotation(draft, err) || !check_date(draft, err) ||
        !nv_draft_choose_source(draft, err))
        return false;
    draft->subject = subject_of(draft);
    if (!check_subject(draft, err))
        return false;
    /* Words that reached us at second hand or in a transcription never go
     * without it, whatever is ticked. */
    draft->prints_source =
        (parts & NV_PART_SOURCE) || draft->subject == NV_SUBJECT_SOURCE ||
        (draft->quotation && draft->quotation->as != NV_AS_EDITION);
    nv_draft_choose_places(draft);
    return true;
}
