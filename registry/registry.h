/* SPDX-License-Identifier: MPL-2.0 */
/* The event registry: every event that can be cited, of one pack of compressed
 * XML. An event is read from the pack when it is first asked for, and then
 * stays; what search and lists need comes from the pack's index. Nothing that
 * was handed out ever changes, and any number of threads may read and search
 * one registry at the same time. */
#ifndef NV_REGISTRY_REGISTRY_H
#define NV_REGISTRY_REGISTRY_H

#include "base/error.h"
#include "registry/event.h"
#include "registry/index/index.h"

typedef struct nv_registry nv_registry;

/* Opens a pack: gzip (RFC 1952, one member or several) of XML, or the XML
 * itself. `path` is a system path in UTF-8. The index is looked for beside the
 * pack (its name with .idx in the place of .xml.gz, .nvpack or .xml), then in
 * the folder `cache`, a system path or NULL, under the name of the pack and its
 * checksum; one that is missing, damaged, of another version or of another pack
 * is made anew and kept in `cache`, or, where that can't be written, in memory.
 * A large one beside the pack is copied to `cache`, because it is mapped and
 * its owner might change the file; without `cache` it is mapped where it is.
 *
 * Returns a registry the caller owns and gives back to nv_registry_free(), or
 * NULL with *err set: NV_ERROR_IO (missing, unreadable), NV_ERROR_FORMAT (not
 * a pack, cut off, damaged; err->line says where in the XML, if anywhere),
 * NV_ERROR_LIMIT (expands too far, too deep) or NV_ERROR_MEMORY. The message
 * names the file, says what is wrong and what to do.
 *
 * XML is read without network, entities and DTDs. */
nv_registry *nv_registry_open(const char *path, const char *cache,
                              nv_error *err);

/* The same, but a pack of more than `unindexed_max` bytes that has no index yet
 * is not opened: NV_ERROR_LIMIT. */
nv_registry *nv_registry_open_within(const char *path, const char *cache,
                                     uint64_t unindexed_max, nv_error *err);

/* The same from uncompressed XML in memory; `name` stands in messages. */
nv_registry *nv_registry_read(const char *xml, size_t len, const char *name,
                              nv_error *err);

/* Releases the registry and everything borrowed from it. NULL is fine. */
void nv_registry_free(nv_registry *registry);

/* The pack's own name, ASCII [a-z0-9-]{1,20}: "core" for the one we ship. */
const char *nv_registry_pack(const nv_registry *registry);

/* The file it was opened from, or the name it was read under. */
const char *nv_registry_path(const nv_registry *registry);

/* Why the index that was found could not be used, in a sentence; "" if none was
 * wrong. The registry has another one then. */
const char *nv_registry_index_trouble(const nv_registry *registry);

/* The index that is searched; borrowed, never NULL. */
const nv_index *nv_registry_index(const nv_registry *registry);

/* Says that this index turned out to be damaged, and what helps: one that was
 * made anew is made anew again, one beside the pack came with it. Returns false
 * with NV_ERROR_FORMAT. */
bool nv_registry_fail_as_damaged(const nv_registry *registry, nv_error *err);

/* The events by number, in order of date and then of id. Reading one can fail
 * like opening: then NULL with *err set; NULL alone for what is not there. */
size_t nv_registry_event_count(const nv_registry *registry);

/* The event of that number, from 0; borrowed. */
const nv_event *nv_registry_event(const nv_registry *registry, size_t number,
                                  nv_error *err);

/* The event of that id, or of that four-character key; NULL if there is none,
 * or, with *err set, if it can't be read. Input is untrusted: anything
 * NUL-terminated may be asked for. */
const nv_event *nv_registry_by_id(const nv_registry *registry, const char *id,
                                  nv_error *err);

/* The same by its key. */
const nv_event *nv_registry_by_key(const nv_registry *registry, const char *key,
                                   nv_error *err);

/* As nv_registry_event(), but the caller gives it back with nv_event_close():
 * for looking at many events once. */
typedef struct nv_open_event nv_open_event;

/* Opens the event of that number. */
nv_open_event *nv_registry_open_event(const nv_registry *registry,
                                      size_t number, nv_error *err);

/* The event itself, borrowed until it is closed. */
const nv_event *nv_open_event_get(const nv_open_event *open);

/* Gives it back; NULL is fine. */
void nv_event_close(nv_open_event *open);

/* The statements by number, from 0, in the order of the pack. */
size_t nv_registry_statement_count(const nv_registry *registry);

/* The statement of that number; NULL if there is none or, with *err set, if
 * it can't be read. */
const nv_statement *nv_registry_statement(const nv_registry *registry,
                                          size_t number, nv_error *err);

/* The name whose canonical English form is `canonical`; NULL if there is none
 * (or no memory). */
const nv_name *nv_registry_name_of(const nv_registry *registry,
                                   const char *canonical);

/* The quotation of that number in the event, or NULL. */
const nv_quotation *nv_event_quotation(const nv_event *event, int number);

#endif
