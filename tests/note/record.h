/* SPDX-License-Identifier: MPL-2.0 */
/* The record itself, for tests that hold over every event. Programs run at the
 * root of the repository. */
#ifndef NV_TESTS_NOTE_RECORD_H
#define NV_TESTS_NOTE_RECORD_H

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "check.h"
#include "note/note.h"
#include "registry/pack.h"

enum { EVENTS = 132 }; /* in the record we ship */

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

/* Group set-up and tear-down: *state is the registry. */
static inline int record_setup(void **state)
{
    *state = record_open();
    return *state ? 0 : -1;
}

static inline int record_teardown(void **state)
{
    nv_registry_free(*state);
    return 0;
}

/* The text of a note, or NULL when it can't be written; the caller frees it. */
static inline char *record_note(const nv_registry *registry,
                                const nv_citation *citation)
{
    nv_note note;
    char *text = NULL;

    if (nv_note_write(registry, citation, &note, NULL))
        text = nv_note_text(&note);
    nv_note_release(&note);
    return text;
}

#endif
