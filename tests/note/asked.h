/* SPDX-License-Identifier: MPL-2.0 */
/* Citations of the record, in short, and what becomes of them in a usual
 * style. */
#ifndef NV_TESTS_NOTE_ASKED_H
#define NV_TESTS_NOTE_ASKED_H

#include "note/item.h"
#include "record.h"

/* A citation of the record in a usual style. */
typedef struct {
    const char *event;
    nv_language language;
    unsigned parts;
    int quotation, date_variant;
    nv_locator locator;
    const char *source;
} asked;

static inline nv_citation citation_of(const record *record, const asked *asked)
{
    return (nv_citation){
        .event = nv_registry_by_id(record->registry, asked->event, NULL),
        .language = asked->language,
        .parts = asked->parts ? asked->parts
                              : (unsigned)(NV_PART_DATE | NV_PART_SOURCE),
        .quotation = asked->quotation,
        .date_variant = asked->date_variant,
        .locator = asked->locator,
        .source = asked->source};
}

static inline void cite(const record *record, const asked *asked,
                        nv_arena *arena, nv_csl_cite *out)
{
    const nv_citation citation = citation_of(record, asked);
    nv_error err = {0};

    if (!nv_note_cite(record->registry, &citation,
                      record_usual_style(record, asked->language), arena, out,
                      &err))
        fail_msg("%s: %s", asked->event, err.message);
}

#define TREATY "1942-05-26-anglo-soviet-treaty"
#define LETTER "1966-03-07-de-gaulle-letter"
#define NOTE "1954-03-31-soviet-note"
#define SPEECH "1953-04-16-chance-for-peace"

#endif
