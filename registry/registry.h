/* SPDX-License-Identifier: MPL-2.0 */
/* The event registry: every event that can be cited, read once from a pack of
 * compressed XML and never changed afterwards. Because it is immutable, any
 * number of threads may read and search one registry at the same time. */
#ifndef NV_REGISTRY_REGISTRY_H
#define NV_REGISTRY_REGISTRY_H

#include "base/error.h"
#include "registry/event.h"

typedef struct nv_registry nv_registry;

/* Opens a pack: gzip (RFC 1952, one member or several) of XML, or the XML
 * itself. `path` is a system path in UTF-8.
 *
 * Returns a registry the caller owns and gives back to nv_registry_free(), or
 * NULL with *err set: NV_ERROR_IO (missing, unreadable), NV_ERROR_FORMAT (not
 * a pack, cut off, damaged; err->line says where in the XML, if anywhere),
 * NV_ERROR_LIMIT (expands too far, too deep) or NV_ERROR_MEMORY. The message
 * names the file, says what is wrong and what to do.
 *
 * XML is read without network, entities and DTDs. */
nv_registry *nv_registry_open(const char *path, nv_error *err);

/* The same from uncompressed XML in memory; `name` stands in messages. */
nv_registry *nv_registry_read(const char *xml, size_t len, const char *name,
                              nv_error *err);

/* Releases the registry and everything borrowed from it. NULL is fine. */
void nv_registry_free(nv_registry *registry);

/* The pack's own name, ASCII [a-z0-9-]{1,20}: "core" for the one we ship. */
const char *nv_registry_pack(const nv_registry *registry);

/* The events by index, in order of date and then of id. */
size_t nv_registry_event_count(const nv_registry *registry);
const nv_event *nv_registry_event(const nv_registry *registry, size_t index);

/* The event of that id, or of that four-character key; NULL if there is none.
 * Input is untrusted: anything NUL-terminated may be asked for. */
const nv_event *nv_registry_by_id(const nv_registry *registry, const char *id);
const nv_event *nv_registry_by_key(const nv_registry *registry,
                                   const char *key);

size_t nv_registry_statement_count(const nv_registry *registry);
const nv_statement *nv_registry_statement(const nv_registry *registry,
                                          size_t index);

/* All names, and the one whose canonical English form is `canonical`; NULL if
 * there is none. */
size_t nv_registry_name_count(const nv_registry *registry);
const nv_name *nv_registry_name(const nv_registry *registry, size_t index);
const nv_name *nv_registry_name_of(const nv_registry *registry,
                                   const char *canonical);

/* The quotation of that number in the event, or NULL. */
const nv_quotation *nv_event_quotation(const nv_event *event, int number);

#endif
