/* SPDX-License-Identifier: MPL-2.0 */
/* Which parts a citation can have, and why not the others. */
#include "note/draft.h"

#include "registry/citable.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

/* Reasons, by what the record lacks. */
typedef enum {
    NO_DATE,
    DATE_IS_OF_SOURCE,
    PEOPLE_OF_OTHER,
    NOBODY_SIGNED,
    ALREADY_NAMED,
    NO_WORDING,
    NO_WORDING_OFFERED,
    NO_WORDING_CHOSEN,
    NO_SOURCE,
    SOURCE_IS_VAGUE,
    NO_DOCUMENT,
    CANNOT_BE_CITED,
    REASON_COUNT
} reason;

static const char *const reasons[REASON_COUNT][NV_NOTE_LANGUAGE_COUNT] = {
    [NO_DATE] = {"No date is recorded.", "Aucune date n’est attestée."},
    [DATE_IS_OF_SOURCE] = {"The event is no document; its source has a date of "
                           "its own.",
                           "L’événement n’est pas un document\u202F; sa source "
                           "a sa propre date."},
    [PEOPLE_OF_OTHER] = {"The words chosen are of another text than the "
                         "document.",
                         "Les mots choisis sont d’un autre texte que le "
                         "document."},
    [NOBODY_SIGNED] = {"No one is recorded as having signed it.",
                       "Aucun signataire n’est attesté."},
    [ALREADY_NAMED] = {"The note names its author already.",
                       "La note nomme déjà son auteur."},
    [NO_WORDING] = {"No wording is recorded.",
                    "Aucun passage n’est enregistré."},
    [NO_WORDING_OFFERED] = {"No wording on record is sure enough to be "
                            "inserted.",
                            "Aucun passage enregistré n’est assez sûr pour "
                            "être inséré."},
    [NO_WORDING_CHOSEN] = {"No wording is chosen.",
                           "Aucun passage n’est choisi."},
    [NO_SOURCE] = {"No source on record holds the text.",
                   "Aucune source enregistrée ne contient le texte."},
    [SOURCE_IS_VAGUE] = {"The source on record does not say where it can be "
                         "found.",
                         "La source enregistrée ne dit pas où la trouver."},
    [NO_DOCUMENT] = {"The event is no document; choose a source first.",
                     "L’événement n’est pas un document\u202F; choisissez "
                     "d’abord une source."},
    [CANNOT_BE_CITED] = {"What was chosen can't be cited together.",
                         "Ces choix ne peuvent être cités ensemble."},
};

/* What people did who are not known to have signed; the first that applies is
 * told. */
static const struct {
    nv_act act;
    const char *why[NV_NOTE_LANGUAGE_COUNT];
} acts[] = {
    {NV_ACT_HEADED_MINISTRY,
     {"The ministers headed their ministries; nothing shows that they signed.",
      "Les ministres dirigeaient leur ministère\u202F; rien n’atteste qu’ils "
      "aient signé."}},
    {NV_ACT_DRAFTED,
     {"Drafted by someone known; no one is recorded as having signed it.",
      "Le rédacteur est connu\u202F; aucun signataire n’est attesté."}},
    {NV_ACT_MOVED,
     {"Moved by someone known; no one is recorded as having signed it.",
      "L’auteur de la motion est connu\u202F; aucun signataire n’est "
      "attesté."}},
    {NV_ACT_ATTENDED,
     {"The people named were present; nothing shows that they signed.",
      "Les personnes nommées étaient présentes\u202F; rien n’atteste qu’elles "
      "aient signé."}},
    {NV_ACT_RECEIVED,
     {"The person named received it; no one is recorded as having signed it.",
      "La personne nommée l’a reçu\u202F; aucun signataire n’est attesté."}},
    {NV_ACT_UNKNOWN,
     {"What the people named did is not recorded.",
      "Le rôle des personnes nommées n’est pas attesté."}},
};

/* Reasons are told in the languages of notes; to all others in English. */
static nv_language told_in(const nv_draft *draft)
{
    return draft->language < (int)NV_NOTE_LANGUAGE_COUNT ? draft->language
                                                         : NV_LANGUAGE_EN;
}

static bool is_missing(char *why, size_t size, const char *text)
{
    snprintf(why, size, "%s", text);
    return false;
}

static const char *why_nobody(const nv_draft *draft)
{
    for (size_t i = 0; i < NV_COUNT_OF(acts); i++)
        for (size_t j = 0; j < draft->event->person_count; j++)
            if (draft->event->people[j].act == acts[i].act)
                return acts[i].why[told_in(draft)];
    return reasons[NOBODY_SIGNED][told_in(draft)];
}

static bool has_people(const nv_draft *draft, char *why, size_t size)
{
    nv_people_clause clause = nv_draft_people(draft);

    if (clause >= NV_PEOPLE_SIGNED)
        return true;
    if (draft->subject != NV_SUBJECT_DOCUMENT && draft->quotation)
        return is_missing(why, size, reasons[PEOPLE_OF_OTHER][told_in(draft)]);
    if (clause == NV_PEOPLE_NAMED)
        return is_missing(why, size, reasons[ALREADY_NAMED][told_in(draft)]);
    return is_missing(why, size, why_nobody(draft));
}

static bool has_date(const nv_draft *draft, char *why, size_t size)
{
    if (draft->subject == NV_SUBJECT_SOURCE)
        return is_missing(why, size,
                          reasons[DATE_IS_OF_SOURCE][told_in(draft)]);
    if (draft->subject == NV_SUBJECT_OTHER ? !draft->quotation->of_iso
                                           : !draft->event->date.iso)
        return is_missing(why, size, reasons[NO_DATE][told_in(draft)]);
    return true;
}

static bool has_wording(const nv_draft *draft, char *why, size_t size)
{
    const nv_event *event = draft->event;
    reason missing = NO_WORDING_CHOSEN;

    if (draft->quotation)
        return true;
    if (event->quotation_count == 0)
        missing = NO_WORDING;
    else if (nv_note_wordings(event, draft->language, NULL, 0) == 0)
        missing = NO_WORDING_OFFERED;
    return is_missing(why, size, reasons[missing][told_in(draft)]);
}

static bool has_source(const nv_draft *draft, char *why, size_t size)
{
    reason missing = NO_SOURCE;

    if (draft->source || draft->reference)
        return true;
    for (size_t i = 0; i < draft->event->source_count; i++)
        if (nv_source_holds_words(&draft->event->sources[i]))
            missing = SOURCE_IS_VAGUE;
    return is_missing(why, size, reasons[missing][told_in(draft)]);
}

/* Nothing can be had of a citation that can't be written. */
static bool has_nothing(const nv_draft *draft, nv_part part, char *why,
                        size_t size)
{
    reason missing = draft->event->document.is_none && !draft->source
                         ? NO_DOCUMENT
                         : CANNOT_BE_CITED;

    if (part == NV_PART_WORDING && missing == NO_DOCUMENT)
        return has_wording(draft, why, size);
    return is_missing(why, size, reasons[missing][told_in(draft)]);
}

bool nv_note_has_part(const nv_registry *registry, const nv_citation *citation,
                      nv_part part, char *why, size_t size)
{
    nv_draft draft;

    if (size)
        why[0] = '\0';
    if (!nv_draft_init(&draft, registry, citation, NULL))
        return has_nothing(&draft, part, why, size);
    switch (part) {
    case NV_PART_DATE:
        return has_date(&draft, why, size);
    case NV_PART_SIGNATORIES:
        return has_people(&draft, why, size);
    case NV_PART_WORDING:
        return has_wording(&draft, why, size);
    case NV_PART_SOURCE:
        return has_source(&draft, why, size);
    default:
        return is_missing(why, size, "");
    }
}
