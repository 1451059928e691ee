/* SPDX-License-Identifier: MPL-2.0 */
/* See gunzip.h. */
#include "registry/gunzip.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

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

static bool fail_as_zlib(int result, const char *name, nv_error *err)
{
    if (result == Z_MEM_ERROR)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    if (result == Z_BUF_ERROR || result == Z_OK)
        return nv_trouble(err, NV_ERROR_FORMAT, 0, name, "the file is cut off");
    return nv_trouble(err, NV_ERROR_FORMAT, 0, name,
                      "the compressed data are damaged");
}

/* Going through */

static bool init(nv_unpacking *unpacking, const char *name, nv_error *err)
{
    *unpacking = (nv_unpacking){.name = name};
    unpacking->is_ready = inflateInit2(&unpacking->stream, GZIP_WINDOW) == Z_OK;
    return unpacking->is_ready || fail_as_zlib(Z_MEM_ERROR, name, err);
}

bool nv_unpacking_init_file(nv_unpacking *unpacking, const nv_file *file,
                            nv_error *err)
{
    if (!init(unpacking, file->path, err))
        return false;
    unpacking->file = file;
    unpacking->chunk = malloc(CHUNK);
    return unpacking->chunk || fail_as_zlib(Z_MEM_ERROR, file->path, err);
}

bool nv_unpacking_init_bytes(nv_unpacking *unpacking, const char *bytes,
                             size_t len, const char *name, nv_error *err)
{
    if (!init(unpacking, name, err))
        return false;
    if (len > UINT_MAX)
        return nv_trouble(err, NV_ERROR_LIMIT, 0, name,
                          "the file is too large");
    unpacking->stream.next_in = (Bytef *)bytes;
    unpacking->stream.avail_in = (uInt)len;
    return true;
}

void nv_unpacking_release(nv_unpacking *unpacking)
{
    if (unpacking->is_ready)
        inflateEnd(&unpacking->stream);
    free(unpacking->chunk);
}

/* Lets the stream have bytes of the file, if there are more. */
static bool refill(nv_unpacking *unpacking, nv_error *err)
{
    const nv_file *file = unpacking->file;
    uint64_t left = file ? file->size - unpacking->offset : 0;
    size_t len = left < CHUNK ? (size_t)left : CHUNK;

    if (unpacking->stream.avail_in > 0 || len == 0)
        return true;
    if (!nv_file_read_at(file, unpacking->offset, unpacking->chunk, len, err))
        return false;
    unpacking->offset += len;
    unpacking->stream.next_in = (Bytef *)unpacking->chunk;
    unpacking->stream.avail_in = (uInt)len;
    return true;
}

/* Inflates what fits into a chunk. */
static int inflate_some(nv_unpacking *unpacking, nv_buffer *out)
{
    z_stream *stream = &unpacking->stream;
    const uInt in_len = stream->avail_in;
    char chunk[CHUNK];
    int result;

    stream->next_out = (Bytef *)chunk;
    stream->avail_out = CHUNK;
    result = inflate(stream, Z_NO_FLUSH);
    unpacking->consumed += in_len - stream->avail_in;
    unpacking->inflated += CHUNK - stream->avail_out;
    nv_buffer_add(out, chunk, CHUNK - stream->avail_out);
    return out->failed ? Z_MEM_ERROR : result;
}

static bool is_within_bounds(const nv_unpacking *unpacking)
{
    return unpacking->inflated <= FREE_OF_RATIO ||
           unpacking->inflated / RATIO <= unpacking->consumed;
}

/* Inflates one member; the stream stands behind it afterwards. `out` may become
 * `most` bytes long. */
static bool inflate_member(nv_unpacking *unpacking, nv_buffer *out, size_t most,
                           nv_error *err)
{
    int result = Z_OK;

    while (result != Z_STREAM_END) {
        if (!refill(unpacking, err))
            return false;
        result = inflate_some(unpacking, out);
        if (result != Z_OK && result != Z_STREAM_END)
            return fail_as_zlib(result, unpacking->name, err);
        if (out->len > most || !is_within_bounds(unpacking))
            return nv_trouble(err, NV_ERROR_LIMIT, 0, unpacking->name,
                              "the compressed data expand too far");
    }
    return true;
}

/* The same of the next member, if there is one. */
static bool next_member(nv_unpacking *unpacking, nv_buffer *out, size_t most,
                        nv_error *err)
{
    if (!refill(unpacking, err))
        return false;
    if (unpacking->stream.avail_in == 0)
        return true;
    if (inflateReset(&unpacking->stream) != Z_OK)
        return fail_as_zlib(Z_STREAM_ERROR, unpacking->name, err);
    return inflate_member(unpacking, out, most, err);
}

bool nv_unpacking_next(nv_unpacking *unpacking, nv_buffer *xml,
                       nv_member *member, nv_error *err)
{
    const uint64_t before = unpacking->inflated;

    member->offset = unpacking->consumed;
    if (!next_member(unpacking, xml, NV_GUNZIP_MEMBER_MAX, err))
        return false;
    member->packed_len = (uint32_t)(unpacking->consumed - member->offset);
    member->len = (uint32_t)(unpacking->inflated - before);
    /* Of gzip, zlib keeps the CRC-32 there. */
    member->checksum = (uint32_t)unpacking->stream.adler;
    return true;
}

/* All at once */

bool nv_gunzip(const char *bytes, size_t len, const char *name, nv_buffer *out,
               nv_error *err)
{
    nv_unpacking unpacking;
    bool is_read = nv_unpacking_init_bytes(&unpacking, bytes, len, name, err);

    while (is_read && unpacking.stream.avail_in > 0)
        is_read = next_member(&unpacking, out, LARGEST, err);
    nv_unpacking_release(&unpacking);
    return is_read;
}

bool nv_gunzip_member(const char *packed, size_t packed_len, const char *name,
                      char *to, size_t len, nv_error *err)
{
    z_stream stream = {.next_in = (Bytef *)packed,
                       .avail_in = (uInt)packed_len,
                       .next_out = (Bytef *)to,
                       .avail_out = (uInt)len};
    int result;

    if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK)
        return fail_as_zlib(Z_MEM_ERROR, name, err);
    result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (result == Z_MEM_ERROR)
        return fail_as_zlib(result, name, err);
    return (result == Z_STREAM_END && stream.avail_in == 0 &&
            stream.avail_out == 0) ||
           fail_as_zlib(Z_DATA_ERROR, name, err);
}
