/* SPDX-License-Identifier: MPL-2.0 */
/* Files of gzip for tests, made member by member. */
#ifndef NV_TESTS_REGISTRY_PACKING_H
#define NV_TESTS_REGISTRY_PACKING_H

#include <stdlib.h>

#include <zlib.h>

#include "base/buffer.h"
#include "check.h"

static inline void write_bytes(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* Adds one member of gzip. */
static inline void add_gzip(nv_buffer *out, const char *bytes, size_t len)
{
    size_t room = len + len / 100 + 100;
    char *member = malloc(room);
    z_stream stream = {0};

    assert_non_null(member);
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 31, 9, 0), Z_OK);
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)len;
    stream.next_out = (Bytef *)member;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    nv_buffer_add(out, member, room - stream.avail_out);
    deflateEnd(&stream);
    free(member);
}

#endif
