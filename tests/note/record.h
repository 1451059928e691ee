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
    static const nv_style_folder folders[] = {{NV_BUILD "/styles", true}};
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

#endif
