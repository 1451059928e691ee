/* SPDX-License-Identifier: MPL-2.0 */
/* What the extension does with a registry, done to one that nobody knows. */
#ifndef NV_TESTS_FUZZ_USE_H
#define NV_TESTS_FUZZ_USE_H

#include "note/note.h"
#include "ours.h"
#include "registry/search/search.h"

/* The rules of one note: text that a person can be shown. */
static inline void check_note(const nv_note *note)
{
    char *text = nv_note_text(note);

    DEMAND(text && *text, "a note has a text");
    for (size_t i = 0; i < note->count; i++) {
        DEMAND(*note->runs[i].text, "no run is empty");
        DEMAND(is_utf8(note->runs[i].text), "runs are UTF-8");
    }
    free(text);
}

static inline void use_event(const nv_registry *registry, const nv_event *event)
{
    nv_citation citation = {.event = event, .parts = NV_PART_ALL};
    nv_note note;
    nv_word why;

    DEMAND(nv_registry_by_id(registry, event->id, NULL) == event,
           "found by id");
    DEMAND(nv_registry_by_key(registry, event->key, NULL) == event,
           "found by key");
    for (int i = 0; i < 2; i++) {
        citation.language = i ? NV_LANGUAGE_FR : NV_LANGUAGE_EN;
        citation.quotation =
            event->quotation_count ? event->quotations[0].number : 0;
        for (nv_part part = NV_PART_DATE; part <= NV_PART_SOURCE; part *= 2)
            nv_note_has_part(registry, &citation, part, &why);
        if (nv_note_write(registry, &citation, our_style(0, citation.language),
                          &note, NULL))
            check_note(&note);
        nv_note_release(&note);
    }
}

static inline void use_registry(const nv_registry *registry)
{
    nv_finder *finder = nv_finder_new(&registry, 1, NULL);
    const char query[] = "note 1954";
    const nv_hit *hits;
    nv_snippet snippet;
    size_t count;

    for (size_t i = 0; i < nv_registry_event_count(registry); i++)
        use_event(registry, nv_registry_event(registry, i, NULL));
    DEMAND(finder, "there is memory for a search");
    nv_finder_run(finder, query, sizeof query - 1, NULL);
    hits = nv_finder_hits(finder, &count);
    for (size_t i = 0; i < count; i++)
        if (nv_finder_snippet(finder, &hits[i], &snippet))
            DEMAND(is_utf8(snippet.text), "snippets are UTF-8");
    nv_finder_free(finder);
}

/* The rules of opening, whatever came of it; gives the registry back. */
static inline void check_opened(nv_registry *registry, const nv_error *err)
{
    DEMAND(!registry == (err->code != NV_OK), "a failure is told");
    DEMAND(!registry == (err->message[0] != '\0'), "a failure has a sentence");
    DEMAND(is_utf8(err->message), "the sentence is UTF-8");
    if (registry)
        use_registry(registry);
    nv_registry_free(registry);
}

#endif
