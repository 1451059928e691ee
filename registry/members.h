/* SPDX-License-Identifier: MPL-2.0 */
/* The XML of a pack's gzip members, each inflated when something of it is
 * wanted. The last few are kept: what stands together is read together. Any
 * number of threads may read. */
#ifndef NV_REGISTRY_MEMBERS_H
#define NV_REGISTRY_MEMBERS_H

#include "base/buffer.h"
#include "registry/file.h"
#include "registry/index/index.h"

typedef struct nv_members nv_members;

/* Takes the file over if it succeeds; file->path must outlive the members. The
 * caller gives them back to nv_members_free(); NULL without memory. */
nv_members *nv_members_new(nv_file *file, nv_error *err);
void nv_members_free(nv_members *members); /* NULL is fine */

/* Adds the bytes of the place to `out`; `member` is what the index says of its
 * member, and need not be true. Returns false with NV_ERROR_IO, NV_ERROR_FORMAT
 * (damaged), NV_ERROR_LIMIT or NV_ERROR_MEMORY. */
bool nv_members_read(nv_members *members, const nv_member *member,
                     const nv_location *place, nv_buffer *out, nv_error *err);

#endif
