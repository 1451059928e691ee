/* SPDX-License-Identifier: MPL-2.0 */
/* See packed_text.h. */
#include "note/packed_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "note/note_text.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                             "abcdefghijklmnopqrstuvwxyz0123456789+/";

static bool fail_as_damaged(nv_error *err)
{
    return nv_fail(err, NV_ERROR_FORMAT, 0, "the text is damaged");
}

/* Base64 */

static void encode(const uint8_t *bytes, size_t len, nv_buffer *out)
{
    for (size_t i = 0; i < len; i += 3) {
        const size_t left = len - i;
        const uint32_t bits = (uint32_t)bytes[i] << 16 |
                              (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                              (left > 2 ? bytes[i + 2] : 0);

        nv_buffer_add_char(out, digits[bits >> 18]);
        nv_buffer_add_char(out, digits[bits >> 12 & 63]);
        nv_buffer_add_char(out, left > 1 ? digits[bits >> 6 & 63] : '=');
        nv_buffer_add_char(out, left > 2 ? digits[bits & 63] : '=');
    }
}

/* The bits of a digit; -1 for what is none. */
static int value_of(char digit)
{
    const char *found = digit ? strchr(digits, digit) : NULL;

    return found ? (int)(found - digits) : -1;
}

/* Four digits, of which the last `padding` are '='; bits that belong to no byte
 * are 0, so that no two texts are read as the same. */
static bool decode_four(const char *four, int padding, nv_buffer *out)
{
    uint32_t bits = 0;

    for (int i = 0; i < 4; i++) {
        const int value = i < 4 - padding  ? value_of(four[i])
                          : four[i] == '=' ? 0
                                           : -1;

        if (value < 0)
            return false;
        bits = bits << 6 | (uint32_t)value;
    }
    if (bits & ((1u << 8 * padding) - 1))
        return false;
    for (int i = 0; i < 3 - padding; i++)
        nv_buffer_add_char(out, (char)(bits >> (16 - 8 * i) & 0xff));
    return true;
}

static bool decode(const char *text, size_t len, nv_buffer *out)
{
    if (len % 4 != 0)
        return false;
    for (size_t i = 0; i < len; i += 4) {
        const bool is_last = i + 4 == len;
        const int padding = !is_last || text[i + 3] != '=' ? 0
                            : text[i + 2] == '='           ? 2
                                                           : 1;

        if (!decode_four(text + i, padding, out))
            return false;
    }
    return true;
}

/* Packing */

bool nv_packed_text_write(const char *text, size_t len, nv_buffer *packed,
                          nv_error *err)
{
    uLongf size = compressBound((uLong)len);
    uint8_t *bytes = malloc(size);
    const bool is_packed =
        bytes && compress2(bytes, &size, (const Bytef *)text, (uLong)len,
                           Z_BEST_COMPRESSION) == Z_OK;

    if (is_packed)
        encode(bytes, size, packed);
    free(bytes);
    return (is_packed && !packed->failed) || nv_note_no_memory(err);
}

/* Unpacking */

/* Inflates up to the end of the stream, but never beyond `max`. */
static int inflate_all(z_stream *stream, size_t max, nv_buffer *text)
{
    int status = Z_OK;

    while (status == Z_OK && text->len <= max && !text->failed) {
        uint8_t chunk[16 * 1024];

        stream->next_out = chunk;
        stream->avail_out = sizeof chunk;
        status = inflate(stream, Z_NO_FLUSH);
        nv_buffer_add(text, (const char *)chunk,
                      sizeof chunk - stream->avail_out);
    }
    return status;
}

static bool unpack(const nv_buffer *bytes, size_t max, nv_buffer *text,
                   nv_error *err)
{
    z_stream stream = {.next_in = (Bytef *)bytes->text,
                       .avail_in = (uInt)bytes->len};
    const size_t before = text->len;
    int status = inflateInit(&stream);
    bool is_whole;

    if (status != Z_OK)
        return nv_note_no_memory(err);
    status = inflate_all(&stream, max, text);
    is_whole = status == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (text->failed || status == Z_MEM_ERROR)
        return nv_note_no_memory(err);
    if (text->len > max)
        return nv_fail(err, NV_ERROR_LIMIT, 0, "the text is too large");
    return (is_whole &&
            !memchr(text->text + before, '\0', text->len - before)) ||
           fail_as_damaged(err);
}

bool nv_packed_text_read(const char *packed, size_t len, size_t max,
                         nv_buffer *text, nv_error *err)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    bool is_read = decode(packed, len, &bytes) || fail_as_damaged(err);

    if (bytes.failed)
        is_read = nv_note_no_memory(err);
    is_read = is_read && unpack(&bytes, max, text, err);
    nv_buffer_release(&bytes);
    return is_read;
}
