/* SPDX-License-Identifier: MPL-2.0 */
/* Files, whole or at any place. */
#ifndef NV_REGISTRY_FILE_H
#define NV_REGISTRY_FILE_H

#include <stdbool.h>
#include <stdint.h>

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

/* The same, and returns when the bytes are on the disk: for what a person has
 * typed and nobody else has. */
bool nv_file_write_lasting(const char *path, const char *bytes, size_t len,
                           nv_error *err);

/* Copies a file in the same way. NV_ERROR_IO or NV_ERROR_MEMORY. */
bool nv_file_copy(const char *from, const char *path, nv_error *err);

/* Removes from the folder what writing left behind where a program ended in the
 * middle of it: files of such a name that nobody touched for an hour. */
void nv_file_sweep(const char *folder);

/* A file that is read here and there. It is not mapped: a file that shrinks
 * under a mapping ends the program, and here is only an error. */
typedef struct {
    int descriptor;
    uint64_t size;    /* bytes, when it was opened */
    const char *path; /* borrowed; stands in messages */
} nv_file;

/* Opens an ordinary file, to be closed with nv_file_close(). Returns false with
 * *err set to NV_ERROR_IO, and then there is nothing to close. */
bool nv_file_open(nv_file *file, const char *path, nv_error *err);

/* Reads exactly `len` bytes from `offset` on. Returns false with NV_ERROR_IO,
 * or NV_ERROR_FORMAT where the file ends before. Any number of threads may read
 * one file. */
bool nv_file_read_at(const nv_file *file, uint64_t offset, void *to, size_t len,
                     nv_error *err);

void nv_file_close(nv_file *file);

#endif
