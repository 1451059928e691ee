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
 *   NoteVerbale.style.N      from 1: the .csl, packed (note/packed_text.h), in
 *                 pieces of 252 characters, the last one shorter
 *
 * Fields are those of note/property_field.h. Pieces behind the last one are
 * left from a longer text and mean nothing. */
#ifndef NV_NOTE_DOCUMENT_STORE_H
#define NV_NOTE_DOCUMENT_STORE_H

#include "base/buffer.h"
#include "base/error.h"
#include "note/note_kind.h"

enum {
    NV_DOCUMENT_PROPERTY_MAX = 255,    /* bytes of a value */
    NV_DOCUMENT_STYLE_PARTS_MAX = 999, /* properties with a style */
    NV_DOCUMENT_PROPERTY_NAME = 40     /* bytes of a name with its '\0' */
};

#define NV_DOCUMENT_STYLE_NAME "NoteVerbale.style"

typedef struct {
    bool is_set; /* the document has a style of its own */
    char *id;    /* owned, as the next two; "": by language */
    char *version;
    char *csl; /* NULL: comes with the extension */
    nv_note_kind kind;
} nv_document_style;

typedef struct {
    nv_document_style style;
    nv_error trouble; /* a style that is damaged and was left out:
                         NV_ERROR_FORMAT, or NV_ERROR_LIMIT for one larger than
                         any may be; the sentence says so and what to do */
} nv_document_store;

/* Reading: `get` gives the value of a property, NULL for none (borrowed until
 * the next call), which is untrusted. Strict: what nv_document_style_write()
 * would not write byte for byte is left out, and the store has its trouble;
 * only how far a style was deflated is free. A document whose style is damaged
 * has none. Returns false with *err of NV_ERROR_MEMORY only; the caller
 * releases the store either way. */
typedef const char *nv_property_get(void *host, const char *name);
bool nv_document_store_read(nv_document_store *store, nv_property_get *get,
                            void *host, nv_error *err);

/* Writing: calls `put` for each property of the style, and stops where that
 * returns false. NV_ERROR_LIMIT when it is too long to be kept; then nothing
 * was put. */
typedef bool nv_property_put(void *host, const char *name, const char *value,
                             nv_error *err);
bool nv_document_style_write(const nv_document_style *style,
                             nv_property_put *put, void *host, nv_error *err);

/* All zero is fine. */
void nv_document_style_release(nv_document_style *style);

/* Likewise of a whole store. */
void nv_document_store_release(nv_document_store *store);

#endif
