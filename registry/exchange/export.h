/* SPDX-License-Identifier: MPL-2.0 */
/* Events in the forms other programs read: CSL-JSON, RIS, BibTeX and TEI.
 *
 * A document is named by the fields of its <document> alone, an event that is
 * no document by its source and as an event. Wording leaves with where it was
 * read, its language and status; what is not offered never leaves, nor does an
 * address that may not stand in a note, nor what is for curators. */
#ifndef NV_REGISTRY_EXCHANGE_EXPORT_H
#define NV_REGISTRY_EXCHANGE_EXPORT_H

#include "base/buffer.h"
#include "registry/registry.h"

typedef struct nv_export_format nv_export_format;

/* "csl-json", "ris", "bibtex" or "tei"; NULL for anything else. */
const nv_export_format *nv_export_format_of(const char *name);

/* Adds the events with these ids, in the order given, or all if count is 0;
 * one that is asked for twice leaves once. Returns false with *err set:
 * NV_ERROR_ARGUMENT (no such event), NV_ERROR_MEMORY, or as of
 * nv_registry_event(). */
bool nv_export(const nv_registry *registry, const nv_export_format *format,
               char *const ids[], size_t count, nv_buffer *out, nv_error *err);

#endif
