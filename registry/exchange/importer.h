/* SPDX-License-Identifier: MPL-2.0 */
/* What both forms of import stand on; for the files of this folder only. */
#ifndef NV_REGISTRY_EXCHANGE_IMPORTER_H
#define NV_REGISTRY_EXCHANGE_IMPORTER_H

#include "base/arena.h"
#include "registry/exchange/import.h"
#include "registry/exchange/naming.h"

typedef struct {
    const nv_import_order *order;
    const char *path; /* of the file being read */
    nv_arena arena;   /* holds all that is read */
    nv_naming naming; /* of the events, and of the items they came from */
    nv_buffer *out, *notes;
    size_t event_count;
    bool failed; /* memory ran out */
} nv_importer;

struct nv_import_format {
    const char *name;
    /* Adds the events of one file. False with *err set; the message says what
     * is wrong, without the file. */
    bool (*read)(nv_importer *importer, const nv_buffer *bytes, nv_error *err);
};

extern const nv_import_format nv_import_tei, nv_import_csl;

/* Reports one thing that is not carried over. */
void nv_importer_note(nv_importer *importer, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* `count` zeroed elements of `size` bytes, kept until the end; NULL, and the
 * import fails, without memory. */
void *nv_importer_array(nv_importer *importer, size_t count, size_t size);

/* A copy with white space collapsed; NULL for NULL, for what is blank, and
 * without memory. */
const char *nv_importer_text(nv_importer *importer, const char *text);

/* The text in the language of a note: in English where it is in neither. */
nv_bilingual nv_importer_bilingual(const char *text, const char *language);

/* Reports that texts of no language, or of neither, stand in English. */
void nv_importer_note_language(nv_importer *importer, int line,
                               const char *item, const char *language);

/* Whether an item with this name in its file has not been met in that file. */
bool nv_importer_is_new(nv_importer *importer, const char *item);

/* What the words of a heading say it is; false: nothing, as for NULL. */
bool nv_importer_guess_kind(const char *heading, nv_kind *kind);

/* Two small letters: what the schema takes for a language. "en" of "en-GB", in
 * the arena; NULL for anything else. */
const char *nv_importer_language(nv_importer *importer, const char *tag);

/* Gives the event its id and key and writes it. `id` is one it had before, or
 * NULL. An event without a day or month is reported and left out. Words whose
 * source can't be named are kept for the record, and that is reported. */
void nv_importer_add(nv_importer *importer, nv_event *event, const char *id,
                     int line, const char *item);

#endif
