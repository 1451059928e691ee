/* SPDX-License-Identifier: MPL-2.0 */
/* Where the index of a pack is: beside it, in a folder of indexes that were
 * made anew, or nowhere yet. */
#ifndef NV_REGISTRY_INDEXES_H
#define NV_REGISTRY_INDEXES_H

#include "base/buffer.h"
#include "registry/file.h"
#include "registry/index/index.h"

/* Adds the name that the index beside the pack has: .idx in the place of
 * .xml.gz, .nvpack or .xml, or behind any other name. */
void nv_index_add_path(nv_buffer *out, const char *pack);

/* What is known of an index that was obtained. */
typedef struct {
    nv_buffer trouble; /* why one that was found could not be used; or "" */
    nv_buffer kept;    /* where in the cache it is; "" if it is not there */
} nv_index_origin;

#define NV_INDEX_ORIGIN_INIT           \
    {                                  \
        NV_BUFFER_INIT, NV_BUFFER_INIT \
    }
void nv_index_origin_release(nv_index_origin *origin);

/* Finds the index of the pack, a gzip of records, or, if it may, makes it, and
 * then writes it to the folder `cache`, if that is not NULL. The caller gives
 * it back to nv_index_close().
 *
 * Returns NULL with *err set: the index can't be made of the pack's members
 * (indexing.h), or may not (as below). */
nv_index *nv_index_obtain(const nv_file *pack, const char *cache, bool may_make,
                          nv_index_origin *origin, nv_error *err);

/* Says that the pack has no index and is too large to be given one while
 * somebody waits. Returns false with NV_ERROR_LIMIT. */
bool nv_index_fail_as_missing(const char *pack, nv_error *err);

#endif
