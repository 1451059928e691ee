/* SPDX-License-Identifier: MPL-2.0 */
/* Whole files. */
#ifndef NV_REGISTRY_FILE_H
#define NV_REGISTRY_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* Adds the bytes of the file to `out`; `path` is a system path in UTF-8.
 * Returns false with *err set: NV_ERROR_IO, NV_ERROR_LIMIT (more than
 * 256 MiB) or NV_ERROR_MEMORY. */
bool nv_file_read(const char *path, nv_buffer *out, nv_error *err);

/* As nv_file_read(), and inflates what is gzip. */
bool nv_file_read_pack(const char *path, nv_buffer *out, nv_error *err);

/* Writes the bytes to a file beside `path` and renames it to `path`, so that
 * there is never half a file of that name. NV_ERROR_IO or NV_ERROR_MEMORY. */
bool nv_file_write(const char *path, const char *bytes, size_t len,
                   nv_error *err);

#endif
