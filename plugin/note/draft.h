/* SPDX-License-Identifier: MPL-2.0 */
/* A note that is being written: what was asked for, what was chosen, and the
 * functions that write its elements. For the files of this room only.
 *
 * A function that writes an element sets its own comma before it and nothing
 * after it, and writes nothing where the record has nothing. */
#ifndef NV_NOTE_DRAFT_H
#define NV_NOTE_DRAFT_H

#include <string.h>

#include "note/note.h"
#include "note/runs.h"
#include "note/terms.h"

/* What the note speaks of. */
typedef enum {
    NV_SUBJECT_DOCUMENT, /* the event's document */
    NV_SUBJECT_OTHER,    /* the text whose words are quoted: see `of` */
    NV_SUBJECT_SOURCE    /* no document: the source itself */
} nv_subject;

typedef struct {
    const nv_registry *registry; /* may be NULL: names stay English */
    const nv_citation *citation;
    const nv_event *event;
    const nv_quotation *quotation;        /* or NULL */
    const nv_source *source;              /* or NULL */
    const nv_treaty_reference *reference; /* printed in place of the source */
    nv_language language;
    nv_subject subject;
    nv_locator in_document; /* places to print; label NULL: none */
    nv_locator in_source;
    bool prints_source;
    bool leads_with_archive; /* the archive stands at the head, not again */
    nv_runs runs;
} nv_draft;

/* The text in the note's language, else in the other; NULL where there is
 * none. */
static inline const char *nv_draft_in(const nv_draft *draft,
                                      const nv_bilingual *text)
{
    return nv_bilingual_in(text, draft->language);
}

/* Choosing: draft.c, source_choice.c */

/* The quotation, source, subject and places of a citation. Returns false with
 * *err set when it can't be written. Nothing needs release until runs do. */
bool nv_draft_init(nv_draft *draft, const nv_registry *registry,
                   const nv_citation *citation, nv_error *err);

/* Sets the source, or the treaty series reference, of a note whose quotation
 * and event are set; leaves both NULL when nothing can be cited. Returns false
 * with *err set when the source chosen by hand can't be used. */
bool nv_draft_choose_source(nv_draft *draft, nv_error *err);

/* The source is a piece in an archive; and one that only quotes the document,
 * so that it has to be named itself. */
bool nv_source_is_archival(const nv_source *source);
bool nv_source_is_other_piece(const nv_source *source);

/* The document: document.c, dates.c, people.c */
void nv_draft_add_document(nv_draft *draft);
void nv_draft_add_parties(nv_draft *draft);
void nv_draft_add_hereafter(nv_draft *draft);
nv_agreement nv_draft_agreement(const nv_draft *draft);

/* "May 7, 1954" or « 7 mai 1954 »; a month or a year where no more is known. */
void nv_draft_add_iso_date(nv_draft *draft, const char *iso);

/* The same as an element of its own, unless the note says it already. */
void nv_draft_add_date_once(nv_draft *draft, const char *iso);

/* Whether the note prints that date of the event already. */
static inline bool nv_is_event_date(const nv_draft *draft, const char *iso)
{
    const char *own = draft->event->date.iso;

    return own && strcmp(own, iso) == 0;
}

/* Place and date, with the place of signature and the signatories where the
 * form joins them. */
void nv_draft_add_circumstances(nv_draft *draft);

/* Who signed, or delivered, spoke, sent: the clause without comma. Whether the
 * record supports one is nv_people_clause(). */
typedef enum {
    NV_PEOPLE_NONE,
    NV_PEOPLE_NAMED,   /* recorded, but the name of the document says it */
    NV_PEOPLE_UNKNOWN, /* recorded, but nothing shows that they did it */
    NV_PEOPLE_SIGNED,
    NV_PEOPLE_DELIVERED,
    NV_PEOPLE_SPOKE,
    NV_PEOPLE_SENT
} nv_people_clause;

nv_people_clause nv_draft_people(const nv_draft *draft);
void nv_draft_add_people(nv_draft *draft, nv_people_clause clause);

/* How a translation is marked: wording.c */
void nv_draft_add_translation(nv_draft *draft);

/* Places: locator_print.c */
void nv_draft_choose_places(nv_draft *draft);
void nv_draft_add_place(nv_draft *draft, const nv_locator *place);

/* The source: source.c, series.c */
void nv_draft_add_source(nv_draft *draft);
void nv_draft_add_archive(nv_draft *draft, const char *reference);
void nv_draft_add_reference(nv_draft *draft);

/* The symbol of a resolution ("A/RES/ES-6/2"), which is part of its name;
 * NULL where there is none. */
const nv_treaty_reference *nv_event_symbol(const nv_event *event);

/* The series whose full name is `title`, as its short code; NULL if none. */
const char *nv_series_code(const char *title);

/* The rule by which commentary and related words are told from the document's
 * own. */
static inline bool nv_is_own_words(const nv_quotation *quotation)
{
    return quotation->role == NV_ROLE_DOCUMENT;
}

#endif
