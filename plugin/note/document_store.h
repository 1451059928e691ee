/* SPDX-License-Identifier: MPL-2.0 */
/* What a document carries of ours beside its citations, as a file format in
 * user-defined properties of at most 255 bytes each. Plain C, no office.
 *
 *   NoteVerbale.style        1|ID|VERSION|KIND|PARTS
 *        ID       of the style, "" for the usual one of each language
 *        VERSION  its <updated>, "" for ours
 *        KIND     f footnote, e endnote, t text
 *        PARTS    how many properties hold the style itself; 0: it is one that
 *                 comes with the extension
 *   NoteVerbale.style.N      from 1: the .csl, deflated, in base64
 *   NoteVerbale.source.KEY.N a source that the writer read, KEY [a-z0-9]{6}
 *
 * Escapes are those of note/citation_property.h. */
#ifndef NV_NOTE_DOCUMENT_STORE_H
#define NV_NOTE_DOCUMENT_STORE_H

#include "base/buffer.h"
#include "base/error.h"
#include "note/note_kind.h"

typedef struct {
    bool is_set; /* the document has a style of its own */
    char *id;    /* owned, as the next two; "": by language */
    char *version;
    char *csl; /* NULL: comes with the extension */
    nv_note_kind kind;
} nv_document_style;

/* "Read it myself": another source of an event's text. Texts are owned. */
typedef struct {
    char key[7];
    char *event; /* PACK:ID */
    char *title; /* of the work, or archive, box and folio: as typed */
    char *pages;
    char *words; /* exact words; NULL: those of the record */
    char *day;   /* ISO date on which it was read; NULL */
} nv_own_source;

typedef struct {
    nv_document_style style;
    nv_own_source *sources;
    size_t source_count;
} nv_document_store;

/* Reading: `get` gives the value of a property, NULL for none (borrowed until
 * the next call); `names` are all of the document. Strict: what was not written
 * by nv_document_store_write() byte for byte is left out. */
typedef const char *nv_property_get(void *host, const char *name);
bool nv_document_store_read(nv_document_store *store, nv_property_get *get,
                            void *host, const char *const names[], size_t count,
                            nv_error *err);

/* Writing: calls `put` for each property of the style, or of one source. */
typedef bool nv_property_put(void *host, const char *name, const char *value,
                             nv_error *err);
bool nv_document_style_write(const nv_document_style *style,
                             nv_property_put *put, void *host, nv_error *err);
bool nv_own_source_write(const nv_own_source *source, nv_property_put *put,
                         void *host, nv_error *err);

void nv_document_store_release(nv_document_store *store);

#endif
