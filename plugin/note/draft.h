/* SPDX-License-Identifier: MPL-2.0 */
/* What a citation asks for, checked against the record: which words, which
 * source, which places, and who is named. For the files of this room only; what
 * becomes of it is the affair of the items (item_maker.h). */
#ifndef NV_NOTE_DRAFT_H
#define NV_NOTE_DRAFT_H

#include <string.h>

#include "note/note.h"

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
} nv_draft;

/* The text in the note's language, else in English, else in the other; NULL
 * where there is none. */
static inline const char *nv_draft_in(const nv_draft *draft,
                                      const nv_bilingual *text)
{
    return nv_bilingual_in(text, draft->language);
}

/* The quotation, source, subject and places of a citation. Returns false with
 * *err set when it can't be written. Owns nothing. */
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

/* Which places in the document and in the source the note gives: what was
 * typed, else those of the wording. locator_print.c */
void nv_draft_choose_places(nv_draft *draft);

/* Who signed, or delivered, spoke, sent, as far as the record attests it. */
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

/* A name of the registry in the note's language; `canonical` itself where there
 * is none. */
const char *nv_draft_local_name(const nv_draft *draft, const char *canonical);

/* The next person from `index` on who did `act` and whom the name of the
 * document does not name; person_count when there is none. */
size_t nv_draft_next_person(const nv_draft *draft, nv_act act, size_t index);

/* The rule by which commentary and related words are told from the document's
 * own. */
static inline bool nv_is_own_words(const nv_quotation *quotation)
{
    return quotation->role == NV_ROLE_DOCUMENT;
}

#endif
