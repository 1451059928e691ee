/* SPDX-License-Identifier: MPL-2.0 */
/* What ties an index to its pack: see nv_index_tie. */
#ifndef NV_REGISTRY_TIE_H
#define NV_REGISTRY_TIE_H

#include "registry/file.h"
#include "registry/index/index.h"

/* Of all members of a pack. */
void nv_tie_of_members(const nv_member members[], size_t count,
                       nv_index_tie *tie);

/* Of XML that is no gzip. */
void nv_tie_of_bytes(const char *xml, size_t len, nv_index_tie *tie);

/* Whether the index was made of that file. Reads the eight bytes at the end of
 * each member, no more. Returns false with *err set to NV_ERROR_FORMAT ("...
 * of another pack") or NV_ERROR_IO. */
bool nv_tie_check(const nv_index *index, const nv_file *file, nv_error *err);

#endif
