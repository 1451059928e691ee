/* SPDX-License-Identifier: MPL-2.0 */
/* Inside of document_store.h: the properties of a source that the writer
 * read. */
#ifndef NV_NOTE_OWN_SOURCE_H
#define NV_NOTE_OWN_SOURCE_H

#include "note/document_store.h"

/* Whether a property of that name is the first of a source; then its key goes
 * to `key`. */
bool nv_own_source_key(const char *name, char key[7]);

/* Reads the source of that key. False with *err set: NV_ERROR_FORMAT when a
 * piece is missing or anything in it is not as nv_own_source_write() would
 * write it, NV_ERROR_MEMORY; *source is then all zero. */
bool nv_own_source_read(nv_own_source *source, nv_property_get *get, void *host,
                        const char key[7], nv_error *err);

#endif
