/* SPDX-License-Identifier: MPL-2.0 */
/* Every event with each of its wordings in all our styles and languages: as the
 * first note of its document, and in a document of all of them. Written once
 * for all rules of a program. */
#ifndef NV_TESTS_NOTE_SHOWN_H
#define NV_TESTS_NOTE_SHOWN_H

#include "note/style.h"
#include "record.h"

enum { MOST_NOTES = 1024 /* of a style in a language */ };

/* A note, as the first of its event or in a document after others. */
typedef struct {
    const nv_registry *registry;
    nv_note_style *style;
    nv_citation citation;
    const nv_quotation *quotation; /* or NULL */
    nv_note note;
    char *text;
    bool is_later;
    char label[120];
} shown;

typedef void (*rule)(const shown *w);

static shown *all_shown;
static size_t shown_count;

/* Every note of a style in a language */

typedef struct {
    nv_noted noted[MOST_NOTES];
    nv_note notes[MOST_NOTES];
    size_t count;
} essay;

static inline void add_citation(essay *essay, const nv_registry *registry,
                                const nv_event *event, int quotation,
                                nv_language language)
{
    CHECK(essay->count < MOST_NOTES, "room");
    essay->noted[essay->count] =
        (nv_noted){registry,
                   {.event = event,
                    .quotation = quotation,
                    .parts = NV_PART_DATE | NV_PART_WORDING | NV_PART_SOURCE,
                    .language = language},
                   .note = (int32_t)essay->count + 1,
                   .is_alone = true};
    essay->count++;
}

/* Each event in turn, then again with its first wording, its second ..., and
 * once more without: two notes in a row are of two events. */
static inline void collect(essay *essay, const nv_registry *registry,
                           nv_language language)
{
    enum { ROUNDS = 32 };

    essay->count = 0;
    for (size_t round = 0; round <= ROUNDS; round++)
        for (size_t i = 0; i < EVENTS; i++) {
            const nv_event *event = nv_registry_event(registry, i, NULL);

            if (round == 0 || round == ROUNDS) {
                if (!event->document.is_none)
                    add_citation(essay, registry, event, 0, language);
            } else if (round <= event->quotation_count &&
                       event->quotations[round - 1].is_offered) {
                add_citation(essay, registry, event,
                             event->quotations[round - 1].number, language);
            }
        }
}

static inline void show(const essay *essay, size_t index, nv_note_style *style,
                        const nv_note *note, bool is_later)
{
    const nv_citation *citation = &essay->noted[index].citation;
    shown *w = &all_shown[shown_count++];

    w->registry = essay->noted[index].registry;
    w->style = style;
    w->citation = *citation;
    w->quotation = nv_event_quotation(citation->event, citation->quotation);
    w->note = *note;
    w->is_later = is_later;
    w->text = nv_note_text(note);
    CHECK(w->text != NULL, "memory");
    snprintf(w->label, sizeof w->label, "%s %s: %s #%d%s", style->entry->id,
             nv_language_code(style->language), citation->event->id,
             citation->quotation, is_later ? " later" : "");
}

/* The last round only repeats what is first in the first. */
static inline void write_firsts(const essay *essay, nv_note_style *style)
{
    for (size_t i = 0; i < essay->count; i++) {
        nv_error err = {0};
        nv_note note;

        if (!nv_note_write(essay->noted[i].registry, &essay->noted[i].citation,
                           style, &note, &err))
            fail_msg("%s: %s", essay->noted[i].citation.event->id, err.message);
        show(essay, i, style, &note, false);
    }
}

static inline void write_style(essay *essay, nv_note_style *style,
                               const nv_registry *registry)
{
    shown *more;
    nv_error err = {0};

    collect(essay, registry, style->language);
    more = realloc(all_shown,
                   (shown_count + 2 * essay->count) * sizeof *all_shown);
    CHECK(more != NULL, "memory");
    all_shown = more;
    write_firsts(essay, style);
    if (!nv_notes_write(essay->noted, essay->count, style, essay->notes, NULL,
                        NULL, &err))
        fail_msg("%s: %s", style->entry->id, err.message);
    for (size_t i = 0; i < essay->count; i++)
        show(essay, i, style, &essay->notes[i], true);
}

static inline void write_all(const record *record)
{
    static essay essay;

    for (size_t i = 0; i < nv_library_count(record->library); i++)
        for (int language = 0; language < NV_LANGUAGE_COUNT; language++)
            write_style(&essay,
                        record_style(
                            record, nv_library_entry_at(record->library, i)->id,
                            (nv_language)language),
                        record->registry);
}

static inline void over_all_styles(void **state, rule check)
{
    if (shown_count == 0)
        write_all(*state);
    for (size_t i = 0; i < shown_count; i++)
        check(&all_shown[i]);
}

static inline int shown_teardown(void **state)
{
    for (size_t i = 0; i < shown_count; i++) {
        free(all_shown[i].text);
        nv_note_release(&all_shown[i].note);
    }
    free(all_shown);
    return record_teardown(state);
}

#endif
