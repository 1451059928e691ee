/* SPDX-License-Identifier: MPL-2.0 */
/* Makes the index of a pack. */
#ifndef NV_REGISTRY_INDEXING_H
#define NV_REGISTRY_INDEXING_H

#include "base/buffer.h"
#include "registry/gunzip.h"
#include "registry/reader.h"

/* Adds to `out` the index of a pack whose gzip members each hold whole records,
 * all of them in the order of a pack (record.h), reading member by member; the
 * records don't stay. Errors as of nv_registry_open(), and NV_ERROR_FORMAT for
 * what is a pack but not made like this. `unpacking` has just begun. */
bool nv_indexing_members(nv_unpacking *unpacking, nv_buffer *out,
                         nv_error *err);

/* The same of a finished reader that kept its records, of `len` bytes of XML.
 * No record has a place in it. */
bool nv_indexing_records(const nv_reader *reader, const char *xml, size_t len,
                         nv_buffer *out, nv_error *err);

#endif
