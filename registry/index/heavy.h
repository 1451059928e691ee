/* SPDX-License-Identifier: MPL-2.0 */
/* Which rows are heavy (index.h), the set of each and its best records. */
#ifndef NV_REGISTRY_INDEX_HEAVY_H
#define NV_REGISTRY_INDEX_HEAVY_H

#include "base/buffer.h"
#include "registry/index/index.h"

/* Writes the sections NV_SECTION_HEAVY and NV_SECTION_SETS of an index that has
 * all others. False without memory. */
bool nv_heavy_write(const nv_index *index, nv_buffer *rows, nv_buffer *sets);

#endif
