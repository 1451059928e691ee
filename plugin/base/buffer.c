/* SPDX-License-Identifier: MPL-2.0 */
/* See buffer.h. */
#include "base/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char nv_buffer_empty[1] = "";

void nv_buffer_init(nv_buffer *buffer)
{
    *buffer = (nv_buffer)NV_BUFFER_INIT;
}

void nv_buffer_release(nv_buffer *buffer)
{
    if (buffer->capacity)
        free(buffer->text);
    nv_buffer_init(buffer);
}

/* Makes room for `more` bytes and the '\0' behind them. */
static bool reserve(nv_buffer *buffer, size_t more)
{
    size_t wanted, capacity;
    char *text;

    if (buffer->failed || more > SIZE_MAX / 4 - buffer->len) {
        buffer->failed = true;
        return false;
    }
    wanted = buffer->len + more + 1;
    if (wanted <= buffer->capacity)
        return true;
    capacity = buffer->capacity ? buffer->capacity * 2 : 64;
    if (capacity < wanted)
        capacity = wanted;
    text = realloc(buffer->capacity ? buffer->text : NULL, capacity);
    if (!text) {
        buffer->failed = true;
        return false;
    }
    text[buffer->len] = '\0';
    buffer->text = text;
    buffer->capacity = capacity;
    return true;
}

char *nv_buffer_detach(nv_buffer *buffer)
{
    char *text = NULL;

    if (!buffer->failed && reserve(buffer, 0)) {
        text = buffer->text;
        buffer->capacity = 0;
    }
    nv_buffer_release(buffer);
    return text;
}

void nv_buffer_truncate(nv_buffer *buffer, size_t len)
{
    assert(len <= buffer->len);
    if (len == buffer->len)
        return;
    buffer->len = len;
    buffer->text[len] = '\0';
}

void nv_buffer_add(nv_buffer *buffer, const char *bytes, size_t len)
{
    if (len == 0 || !reserve(buffer, len))
        return;
    memcpy(buffer->text + buffer->len, bytes, len);
    buffer->len += len;
    buffer->text[buffer->len] = '\0';
}

void nv_buffer_add_text(nv_buffer *buffer, const char *text)
{
    if (text)
        nv_buffer_add(buffer, text, strlen(text));
}

void nv_buffer_add_char(nv_buffer *buffer, char c)
{
    nv_buffer_add(buffer, &c, 1);
}

void nv_buffer_add_format(nv_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    int len;

    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0 && reserve(buffer, (size_t)len)) {
        vsnprintf(buffer->text + buffer->len, (size_t)len + 1, format, again);
        buffer->len += (size_t)len;
    }
    va_end(again);
}
