/* SPDX-License-Identifier: MPL-2.0 */
/* Makes an index, record by record: the records themselves need not stay. The
 * same records in the same order give the same bytes on every machine.
 *
 *     nv_index_builder *builder = nv_index_builder_new("core", err);
 *     every name, then every event by date and id, then every statement;
 *     nv_index_builder_finish(builder, &tie, members, count, &bytes, err);
 *     nv_index_builder_free(builder);
 */
#ifndef NV_REGISTRY_INDEX_BUILD_H
#define NV_REGISTRY_INDEX_BUILD_H

#include "base/buffer.h"
#include "registry/index/index.h"

typedef struct nv_index_builder nv_index_builder;

/* NULL without memory. `pack` is the name of the pack. */
nv_index_builder *nv_index_builder_new(const char *pack, nv_error *err);

/* Gives the builder back; NULL is fine. */
void nv_index_builder_free(nv_index_builder *builder);

/* Each returns false with *err set: NV_ERROR_MEMORY; NV_ERROR_LIMIT for more
 * than an index can hold; or NV_ERROR_FORMAT for what is out of order, a
 * double, or points to what is not there (the last is found out by finish()).
 * The builder keeps nothing of what it is handed. */
bool nv_index_builder_add_name(nv_index_builder *builder, const nv_name *name,
                               nv_error *err);

/* Adds an event; those that follow have later dates, or greater ids. */
bool nv_index_builder_add_event(nv_index_builder *builder,
                                const nv_event *event,
                                const nv_location *location, nv_error *err);

/* Adds a statement, after all events. */
bool nv_index_builder_add_statement(nv_index_builder *builder,
                                    const nv_statement *statement,
                                    const nv_location *location, nv_error *err);

/* Adds the bytes of the index to `out`, or nothing on failure. Uses the builder
 * up, whatever comes of it: what remains is to free it. */
bool nv_index_builder_finish(nv_index_builder *builder, const nv_index_tie *tie,
                             const nv_member members[], size_t member_count,
                             nv_buffer *out, nv_error *err);

#endif
