/* SPDX-License-Identifier: MPL-2.0 */
/* Which parts a citation can have, and why not the others. */
#include "note/draft.h"

#include "base/array.h"
#include "registry/citable.h"

/* What people did who are not known to have signed; the first that applies is
 * told. */
static const struct {
    nv_act act;
    nv_word why;
} acts[] = {
    {NV_ACT_HEADED_MINISTRY, NV_WORD_ONLY_HEADED},
    {NV_ACT_DRAFTED, NV_WORD_ONLY_DRAFTED},
    {NV_ACT_MOVED, NV_WORD_ONLY_MOVED},
    {NV_ACT_ATTENDED, NV_WORD_ONLY_ATTENDED},
    {NV_ACT_RECEIVED, NV_WORD_ONLY_RECEIVED},
    {NV_ACT_UNKNOWN, NV_WORD_ACT_UNKNOWN},
};

static bool is_missing(nv_word *why, nv_word reason)
{
    *why = reason;
    return false;
}

static nv_word why_nobody(const nv_draft *draft)
{
    for (size_t i = 0; i < NV_COUNT_OF(acts); i++)
        for (size_t j = 0; j < draft->event->person_count; j++)
            if (draft->event->people[j].act == acts[i].act)
                return acts[i].why;
    return NV_WORD_NOBODY_SIGNED;
}

static bool has_people(const nv_draft *draft, nv_word *why)
{
    nv_people_clause clause = nv_draft_people(draft);

    if (clause >= NV_PEOPLE_SIGNED)
        return true;
    if (draft->subject != NV_SUBJECT_DOCUMENT && draft->quotation)
        return is_missing(why, NV_WORD_PEOPLE_OF_OTHER);
    if (clause == NV_PEOPLE_NAMED)
        return is_missing(why, NV_WORD_ALREADY_NAMED);
    return is_missing(why, why_nobody(draft));
}

static bool has_date(const nv_draft *draft, nv_word *why)
{
    if (draft->subject == NV_SUBJECT_SOURCE)
        return is_missing(why, NV_WORD_DATE_IS_OF_SOURCE);
    if (draft->subject == NV_SUBJECT_OTHER ? !draft->quotation->of_iso
                                           : !draft->event->date.iso)
        return is_missing(why, NV_WORD_NO_DATE);
    return true;
}

static bool has_wording(const nv_draft *draft, nv_word *why)
{
    const nv_event *event = draft->event;
    nv_word missing = NV_WORD_NO_WORDING_CHOSEN;

    if (draft->quotation)
        return true;
    if (event->quotation_count == 0)
        missing = NV_WORD_NO_WORDING;
    else if (nv_note_wordings(event, draft->language, NULL, 0) == 0)
        missing = NV_WORD_NO_WORDING_OFFERED;
    return is_missing(why, missing);
}

static bool has_source(const nv_draft *draft, nv_word *why)
{
    nv_word missing = NV_WORD_NO_SOURCE;

    if (draft->source || draft->reference)
        return true;
    for (size_t i = 0; i < draft->event->source_count; i++)
        if (nv_source_holds_words(&draft->event->sources[i]))
            missing = NV_WORD_SOURCE_IS_VAGUE;
    return is_missing(why, missing);
}

/* Nothing can be had of a citation that can't be written. */
static bool has_nothing(const nv_draft *draft, nv_part part, nv_word *why)
{
    nv_word missing = draft->event->document.is_none && !draft->source
                          ? NV_WORD_NO_DOCUMENT
                          : NV_WORD_CANNOT_BE_CITED;

    if (part == NV_PART_WORDING && missing == NV_WORD_NO_DOCUMENT)
        return has_wording(draft, why);
    return is_missing(why, missing);
}

bool nv_note_has_part(const nv_registry *registry, const nv_citation *citation,
                      nv_part part, nv_word *why)
{
    nv_draft draft;

    if (!nv_draft_init(&draft, registry, citation, NULL))
        return has_nothing(&draft, part, why);
    if (part == NV_PART_DATE)
        return has_date(&draft, why);
    if (part == NV_PART_SIGNATORIES)
        return has_people(&draft, why);
    if (part == NV_PART_WORDING)
        return has_wording(&draft, why);
    return has_source(&draft, why);
}
