/* SPDX-License-Identifier: MPL-2.0 */
/* See gunzip.h. */
#include "registry/gunzip.h"

#include <limits.h>

#include <zlib.h>

#include "registry/trouble.h"

enum {
    MIB = 1024 * 1024,
    LARGEST = 256 * MIB, /* bytes, inflated */
    FREE_OF_RATIO = MIB, /* bytes that may be reached at any ratio */
    RATIO = 200,         /* XML shrinks to a tenth, tables to a fiftieth */
    CHUNK = 64 * 1024
};

/* To zlib: a gzip header, with the largest window. */
enum { GZIP_WINDOW = 16 + MAX_WBITS };

bool nv_gunzip_knows(const char *bytes, size_t len)
{
    return len >= 2 && (unsigned char)bytes[0] == 0x1F &&
           (unsigned char)bytes[1] == 0x8B;
}

static bool is_within_bounds(size_t inflated, size_t consumed)
{
    return inflated <= LARGEST &&
           (inflated <= FREE_OF_RATIO || inflated / RATIO <= consumed);
}

static bool fail_as_zlib(int result, const char *name, nv_error *err)
{
    if (result == Z_MEM_ERROR)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    if (result == Z_BUF_ERROR || result == Z_OK)
        return nv_trouble(err, NV_ERROR_FORMAT, 0, name, "the file is cut off");
    return nv_trouble(err, NV_ERROR_FORMAT, 0, name,
                      "the compressed data are damaged");
}

/* Inflates one member; the stream stands behind it afterwards. */
static bool inflate_member(z_stream *stream, size_t len, const char *name,
                           nv_buffer *out, nv_error *err)
{
    char chunk[CHUNK];
    int result;

    do {
        stream->next_out = (Bytef *)chunk;
        stream->avail_out = CHUNK;
        result = inflate(stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END)
            return fail_as_zlib(result, name, err);
        nv_buffer_add(out, chunk, CHUNK - stream->avail_out);
        if (out->failed)
            return fail_as_zlib(Z_MEM_ERROR, name, err);
        if (!is_within_bounds(out->len, len - stream->avail_in))
            return nv_trouble(err, NV_ERROR_LIMIT, 0, name,
                              "the compressed data expand too far");
    } while (result != Z_STREAM_END);
    return true;
}

bool nv_gunzip(const char *bytes, size_t len, const char *name, nv_buffer *out,
               nv_error *err)
{
    z_stream stream = {0};
    bool is_read = true;

    if (len > UINT_MAX)
        return nv_trouble(err, NV_ERROR_LIMIT, 0, name,
                          "the file is too large");
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)len;
    if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
        return fail_as_zlib(Z_MEM_ERROR, name, err);
    while (is_read && stream.avail_in > 0)
        is_read = inflate_member(&stream, len, name, out, err) &&
                  inflateReset(&stream) == Z_OK;
    inflateEnd(&stream);
    return is_read;
}
