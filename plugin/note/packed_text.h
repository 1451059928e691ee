/* SPDX-License-Identifier: MPL-2.0 */
/* A long text as ASCII: deflated (zlib's format, which ends in a checksum),
 * then in base64 (RFC 4648, padded). Reading is for text of others: strict, and
 * bounded before anything is inflated. */
#ifndef NV_NOTE_PACKED_TEXT_H
#define NV_NOTE_PACKED_TEXT_H

#include "base/buffer.h"
#include "base/error.h"

/* Adds the packed form of `len` bytes to `packed`. False with
 * NV_ERROR_MEMORY. */
bool nv_packed_text_write(const char *text, size_t len, nv_buffer *packed,
                          nv_error *err);

/* Adds the text of `len` packed bytes to `text`, which then holds at most `max`
 * bytes. False with *err set: NV_ERROR_FORMAT (no base64, or not deflated, cut
 * short or followed by something else, or with a NUL in it), NV_ERROR_LIMIT,
 * NV_ERROR_MEMORY; `text` then holds what was read so far. */
bool nv_packed_text_read(const char *packed, size_t len, size_t max,
                         nv_buffer *text, nv_error *err);

#endif
