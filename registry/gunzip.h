/* SPDX-License-Identifier: MPL-2.0 */
/* Untrusted gzip, with a bound on how far it may expand. */
#ifndef NV_REGISTRY_GUNZIP_H
#define NV_REGISTRY_GUNZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

/* Whether the bytes begin like gzip. */
bool nv_gunzip_knows(const char *bytes, size_t len);

/* Inflates all members (RFC 1952), one after the other, to the end of `out`;
 * `name` stands in messages. Returns false with *err set: NV_ERROR_FORMAT (cut
 * off, damaged, or followed by something else), NV_ERROR_LIMIT (more than
 * 256 MiB, or more than 1 MiB and more than 200 times the compressed size) or
 * NV_ERROR_MEMORY; `out` then holds what was read so far. */
bool nv_gunzip(const char *bytes, size_t len, const char *name, nv_buffer *out,
               nv_error *err);

#endif
