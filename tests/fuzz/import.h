/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as a file of another program, carried over into a pack; what comes
 * out must be a pack, and leave again in every form. */
#ifndef NV_TESTS_FUZZ_IMPORT_H
#define NV_TESTS_FUZZ_IMPORT_H

#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "registry/exchange/export.h"
#include "registry/exchange/import.h"

/* The pack is read as anyone's would be. */
static inline void export_all(const nv_buffer *pack)
{
    static const char *const formats[] = {"csl-json", "ris", "bibtex", "tei"};
    nv_error err = {0};
    nv_registry *registry =
        nv_registry_read(pack->text, pack->len, "imported.xml", &err);

    if (!registry)
        fprintf(stderr, "%s\n", err.message);
    DEMAND(registry, "what was imported is a pack");
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        nv_buffer out = NV_BUFFER_INIT;

        DEMAND(nv_export(registry, nv_export_format_of(formats[i]), NULL, 0,
                         &out, &err),
               "what was imported is exported");
        DEMAND(is_utf8(out.text), "what is exported is UTF-8");
        nv_buffer_release(&out);
    }
    nv_registry_free(registry);
}

/* `path` of a file in memory with the bytes. */
static inline void import_file(const char *format, char *path)
{
    const nv_import_order order = {nv_import_format_of(format), "mine", NULL,
                                   NULL};
    nv_buffer out = NV_BUFFER_INIT, notes = NV_BUFFER_INIT;
    nv_error err = {0};
    const bool is_imported = nv_import(&order, &path, 1, &out, &notes, &err);

    DEMAND(is_imported == (err.code == NV_OK), "a failure is told");
    DEMAND(is_imported == (err.message[0] == '\0'), "with a sentence");
    DEMAND(is_utf8(err.message), "the sentence is UTF-8");
    DEMAND(!notes.text || is_utf8(notes.text), "what is reported is UTF-8");
    if (is_imported)
        export_all(&out);
    nv_buffer_release(&out);
    nv_buffer_release(&notes);
}

static inline void import_bytes(const char *format, const uint8_t *data,
                                size_t size)
{
    const int file = memfd_create("fuzz", 0);
    char path[32];

    DEMAND(file >= 0, "there is a file");
    DEMAND(write(file, data, size) == (ssize_t)size, "it takes the bytes");
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    import_file(format, path);
    close(file);
}

#endif
