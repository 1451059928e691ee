/* SPDX-License-Identifier: MPL-2.0 */
/* The record itself and our styles, for tests that hold over every event.
 * Programs run at the root of the repository. */
#ifndef NV_TESTS_NOTE_RECORD_H
#define NV_TESTS_NOTE_RECORD_H

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "check.h"
#include "note/note.h"
#include "registry/pack.h"

enum { EVENTS = 132 }; /* in the record we ship */

/* What a test program opens once: *state is one. */
typedef struct {
    nv_registry *registry;
    nv_library *library;
} record;

/* Opens what the record's files pack into. The caller frees it. */
static inline nv_registry *record_open(void)
{
    static const char *const files[] = {
        "registry/events/1941-1948.xml", "registry/events/1949-1953.xml",
        "registry/events/1954.xml",      "registry/events/1955-1962.xml",
        "registry/events/1963-1991.xml", "registry/names.xml",
        "registry/statements.xml",
    };
    char path[] = "/tmp/noteverbale-record-XXXXXX";
    int file = mkstemp(path);
    nv_buffer pack = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_registry *registry = NULL;

    if (file >= 0 && nv_pack(files, NV_COUNT_OF(files), &pack, NULL, &err) &&
        write(file, pack.text, pack.len) == (ssize_t)pack.len)
        registry = nv_registry_open(path, NULL, &err);
    if (!registry)
        print_error("%s\n", err.message);
    nv_buffer_release(&pack);
    if (file >= 0) {
        close(file);
        unlink(path);
    }
    return registry;
}

/* Our styles as they were built. The caller frees it. */
static inline nv_library *record_open_styles(void)
{
    static const nv_style_folder folders[] = {
        {.path = NV_BUILD "/styles", .is_ours = true}};
    nv_error err = {0};
    nv_library *library =
        nv_library_open(folders, 1, NV_BUILD "/locales", &err);

    if (!library)
        print_error("%s\n", err.message);
    return library;
}

/* The style, which the library keeps. */
static inline nv_note_style *record_style(const record *record, const char *id,
                                          nv_language language)
{
    nv_error err = {0};
    nv_note_style *style =
        nv_library_style(record->library, id, language, &err);

    if (!style)
        fail_msg("%s: %s", id, err.message);
    return style;
}

/* The styles whose notes are looked at most closely. */
static inline nv_note_style *record_usual_style(const record *record,
                                                nv_language language)
{
    return record_style(record,
                        language == NV_LANGUAGE_FR ? "histoire" : "chicago-17",
                        language);
}

static inline int record_teardown(void **state)
{
    record *record = *state;

    if (record) {
        nv_library_free(record->library);
        nv_registry_free(record->registry);
        free(record);
    }
    return 0;
}

static inline int record_setup(void **state)
{
    record *record = calloc(1, sizeof *record);

    *state = record;
    if (record) {
        record->registry = record_open();
        record->library = record_open_styles();
    }
    return record && record->registry && record->library ? 0 : -1;
}

/* The text of a note, or NULL when it can't be written; the caller frees it. */
static inline char *record_note(const record *record,
                                const nv_citation *citation)
{
    nv_note note;
    char *text = NULL;

    if (nv_note_write(record->registry, citation,
                      record_usual_style(record, citation->language), &note,
                      NULL))
        text = nv_note_text(&note);
    nv_note_release(&note);
    return text;
}

/* What curators wrote is not printed; the same words may stand in a field that
 * is. */

enum { RECORD_PROSE_MIN = 24 /* bytes worth looking for */ };

static inline bool record_quotes(const nv_event *event, const char *text)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *quotation = &event->quotations[i];

        if (strstr(quotation->text, text) ||
            (quotation->pinpoint.label &&
             strcmp(quotation->pinpoint.value, text) == 0))
            return true;
    }
    return false;
}

static inline void record_lacks_text(const nv_event *event, const char *note,
                                     const char *text, const char *label)
{
    if (text && strlen(text) >= RECORD_PROSE_MIN && strstr(note, text) &&
        !record_quotes(event, text))
        fail_msg("%s: prints \"%s\"", label, text);
}

static inline void record_lacks(const nv_event *event, const char *note,
                                const nv_bilingual *text, const char *label)
{
    for (size_t i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        record_lacks_text(event, note, text->text[i], label);
}

static inline void record_lacks_prose(const nv_event *event, const char *note,
                                      const char *label)
{
    record_lacks(event, note, &event->summary, label);
    for (size_t i = 0; i < event->conflict_count; i++)
        record_lacks(event, note, &event->conflicts[i], label);
    for (size_t i = 0; i < event->person_count; i++)
        record_lacks(event, note, &event->people[i].remark, label);
    for (size_t i = 0; i < event->quotation_count; i++) {
        record_lacks(event, note, &event->quotations[i].caution, label);
        record_lacks_text(event, note, event->quotations[i].where, label);
        record_lacks_text(event, note, event->quotations[i].note, label);
    }
    for (size_t i = 0; i < event->source_count; i++) {
        record_lacks(event, note, &event->sources[i].role_note, label);
        record_lacks_text(event, note, event->sources[i].basis, label);
        record_lacks_text(event, note, event->sources[i].note, label);
    }
}

/* An address stands once, and only where it may and must. */
static inline void record_has_right_address(const nv_citation *citation,
                                            const char *note, const char *label)
{
    const nv_source *source = nv_note_source(citation);
    const char *address = strstr(note, "://");

    if (!address)
        return;
    CHECK(source && source->url_ok && strstr(note, source->url), label);
    CHECK(!source->pages && !source->columns, label);
    CHECK(!strstr(address + 3, "://"), label);
}

#endif
