/* SPDX-License-Identifier: MPL-2.0 */
/* See file.h. */
#include "registry/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "registry/gunzip.h"
#include "registry/trouble.h"

enum { LARGEST = 256 * 1024 * 1024 }; /* bytes */

static bool fail_to_read(const char *path, nv_error *err)
{
    char what[160];

    if (errno == ENOENT)
        return nv_trouble(err, NV_ERROR_IO, 0, path, "the file is missing");
    snprintf(what, sizeof what, "the file can't be read (%s)", strerror(errno));
    return nv_trouble(err, NV_ERROR_IO, 0, path, what);
}

static bool fail_to_write(const char *path, nv_error *err)
{
    return nv_fail(err, NV_ERROR_IO, 0,
                   "%.200s can't be written (%s). Choose another place or make "
                   "room there.",
                   path, strerror(errno));
}

static bool read_all(FILE *file, const char *path, nv_buffer *out,
                     nv_error *err)
{
    char chunk[64 * 1024];
    size_t len;

    while ((len = fread(chunk, 1, sizeof chunk, file)) > 0) {
        nv_buffer_add(out, chunk, len);
        if (out->failed)
            return nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
        if (out->len > LARGEST)
            return nv_trouble(err, NV_ERROR_LIMIT, 0, path,
                              "the file is too large for a pack");
    }
    return !ferror(file) || fail_to_read(path, err);
}

bool nv_file_read(const char *path, nv_buffer *out, nv_error *err)
{
    FILE *file = fopen(path, "rb");
    bool is_read;

    if (!file)
        return fail_to_read(path, err);
    is_read = read_all(file, path, out, err);
    fclose(file);
    return is_read;
}

bool nv_file_read_pack(const char *path, nv_buffer *out, nv_error *err)
{
    nv_buffer raw = NV_BUFFER_INIT;
    bool is_read = nv_file_read(path, &raw, err);

    if (is_read && nv_gunzip_knows(raw.text, raw.len)) {
        is_read = nv_gunzip(raw.text, raw.len, path, out, err);
    } else if (is_read) {
        nv_buffer_add(out, raw.text, raw.len);
        if (out->failed)
            is_read = nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    }
    nv_buffer_release(&raw);
    return is_read;
}

static bool write_all(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    bool is_written;

    if (!file)
        return false;
    is_written = fwrite(bytes, 1, len, file) == len;
    return fclose(file) == 0 && is_written;
}

bool nv_file_write(const char *path, const char *bytes, size_t len,
                   nv_error *err)
{
    nv_buffer beside = NV_BUFFER_INIT;
    bool is_written;

    nv_buffer_add_format(&beside, "%s.part", path);
    if (beside.failed)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    is_written =
        write_all(beside.text, bytes, len) && rename(beside.text, path) == 0;
    if (!is_written) {
        fail_to_write(path, err);
        remove(beside.text);
    }
    nv_buffer_release(&beside);
    return is_written;
}
