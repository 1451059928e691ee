/* SPDX-License-Identifier: MPL-2.0 */
/* Every note that can be asked for in the usual styles, English in Chicago's
 * form and French in that of historians: each event with each wording and each
 * set of parts, written once for all rules of a program. */
#ifndef NV_TESTS_NOTE_WRITTEN_H
#define NV_TESTS_NOTE_WRITTEN_H

#include "letters.h"
#include "record.h"

#define NBSP "\u00A0"
#define THIN "\u202F"

enum { PARTS = NV_PART_ALL + 1 };

/* One note, with what it was asked from. The notes of one citation with other
 * parts stand beside it, in the order of the parts. */
typedef struct {
    const record *record;
    nv_citation citation;
    const nv_event *event;
    const nv_quotation *quotation; /* or NULL */
    nv_note note;
    char *text; /* NULL: refused */
    char label[128];
} written;

typedef void (*rule)(const written *w);

static written *all_written;
static size_t written_count;

static inline bool is_own(const nv_quotation *quotation)
{
    return !quotation || quotation->role == NV_ROLE_DOCUMENT;
}

static inline const char *in_language(const written *w,
                                      const nv_bilingual *text)
{
    return nv_bilingual_in(text, w->citation.language);
}

static inline bool is_french(const written *w)
{
    return w->citation.language == NV_LANGUAGE_FR;
}

/* The same citation with these parts. */
static inline const written *with_parts(const written *w, unsigned parts)
{
    return w - w->citation.parts + parts;
}

static inline void write_one(const record *record, nv_citation citation,
                             nv_note_style *style)
{
    written *w = &all_written[written_count++];
    nv_error err = {0};

    w->record = record;
    w->citation = citation;
    w->event = citation.event;
    w->quotation = nv_event_quotation(citation.event, citation.quotation);
    snprintf(w->label, sizeof w->label, "%s #%d parts %u %s",
             citation.event->id, citation.quotation, citation.parts,
             nv_language_code(citation.language));
    if (nv_note_write(record->registry, &citation, style, &w->note, &err)) {
        w->text = nv_note_text(&w->note);
        CHECK(w->text != NULL, w->label);
        return;
    }
    if (err.code != NV_ERROR_ARGUMENT || !citation.event->document.is_none ||
        citation.quotation)
        fail_msg("%s: %s", w->label, err.message);
}

static inline void write_parts(const record *record, nv_citation citation,
                               nv_note_style *style)
{
    written *more =
        realloc(all_written, (written_count + PARTS) * sizeof *all_written);

    CHECK(more != NULL, "memory");
    all_written = more;
    memset(&all_written[written_count], 0, PARTS * sizeof *all_written);
    for (citation.parts = 0; citation.parts < PARTS; citation.parts++)
        write_one(record, citation, style);
}

static inline void write_all(const record *record)
{
    CHECK(nv_registry_event_count(record->registry) == EVENTS, "events");
    for (int language = 0; language < NV_NOTE_LANGUAGE_COUNT; language++)
        for (size_t i = 0; i < EVENTS; i++) {
            const nv_event *event =
                nv_registry_event(record->registry, i, NULL);
            nv_citation citation = {.event = event,
                                    .language = (nv_language)language};
            nv_note_style *style =
                record_usual_style(record, citation.language);

            write_parts(record, citation, style);
            for (size_t j = 0; j < event->quotation_count; j++) {
                citation.quotation = event->quotations[j].number;
                if (event->quotations[j].is_offered)
                    write_parts(record, citation, style);
            }
        }
}

static inline void over_everything(const record *record, rule check)
{
    if (written_count == 0)
        write_all(record);
    for (size_t i = 0; i < written_count; i++)
        if (all_written[i].text)
            check(&all_written[i]);
}

static inline int written_teardown(void **state)
{
    for (size_t i = 0; i < written_count; i++) {
        free(all_written[i].text);
        nv_note_release(&all_written[i].note);
    }
    free(all_written);
    return record_teardown(state);
}

#endif
