/* SPDX-License-Identifier: MPL-2.0 */
/* A pack out of what archives and reference managers have: TEI as the Office
 * of the Historian publishes it, and CSL-JSON.
 *
 * Nothing is invented: what a file does not say is left out, and what our
 * schema has no place for is reported. Ids are the date and the words of the
 * title, keys a number made of the id; the same files give the same pack. */
#ifndef NV_REGISTRY_EXCHANGE_IMPORT_H
#define NV_REGISTRY_EXCHANGE_IMPORT_H

#include "base/buffer.h"
#include "registry/registry.h"

typedef struct nv_import_format nv_import_format;

/* "tei" or "csl-json"; NULL for anything else. */
const nv_import_format *nv_import_format_of(const char *name);

typedef struct {
    const nv_import_format *format;
    const char *pack;         /* the name of the new pack */
    const char *language;     /* of texts that don't say theirs; or NULL */
    const nv_registry *known; /* whose names parties and persons must be; NULL:
                                 none are carried over */
} nv_import_order;

/* Adds to `out` the XML of a pack with the events of the files, and to `notes`
 * one line "FILE:LINE: SENTENCE" for each thing that was not carried over.
 * Returns false with *err set if a file can't be read: NV_ERROR_IO, _FORMAT,
 * _LIMIT or _MEMORY; if the pack can't have that name, or no event is left:
 * NV_ERROR_ARGUMENT. */
bool nv_import(const nv_import_order *order, char *const paths[], size_t count,
               nv_buffer *out, nv_buffer *notes, nv_error *err);

#endif
