/* SPDX-License-Identifier: MPL-2.0 */
/* From what a builder has taken in to the bytes of format.h. */
#ifndef NV_REGISTRY_INDEX_WRITE_H
#define NV_REGISTRY_INDEX_WRITE_H

#include "registry/index/builder.h"

/* Adds the index to `out`; the links and the events of statements are resolved.
 * Uses the builder up. False without memory. */
bool nv_write_index(nv_index_builder *builder, const nv_index_tie *tie,
                    const nv_member members[], size_t member_count,
                    nv_buffer *out);

#endif
