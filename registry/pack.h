/* SPDX-License-Identifier: MPL-2.0 */
/* Packing: many XML files into one, compressed. */
#ifndef NV_REGISTRY_PACK_H
#define NV_REGISTRY_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/* Merges the records of `count` files (XML or packs) into one <registry>: names
 * by their canonical form, events by date and id, statements as they came. Adds
 * it to `out` as gzip members that each hold whole records, about 64 KiB of
 * XML, and its index (registry/index/format.h) to `index`, unless that is NULL.
 * All files together must be a valid registry. The same files give the same
 * bytes, on any day and machine of one version of zlib.
 *
 * Returns false with *err set, as nv_registry_open() does. */
bool nv_pack(const char *const paths[], size_t count, nv_buffer *out,
             nv_buffer *index, nv_error *err);

#endif
