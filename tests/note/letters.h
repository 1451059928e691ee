/* SPDX-License-Identifier: MPL-2.0 */
/* Comparing texts by their letters and figures alone. */
#ifndef NV_TESTS_NOTE_LETTERS_H
#define NV_TESTS_NOTE_LETTERS_H

#include <stdlib.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "check.h"

/* The letters and figures of the text, small. The caller frees it. */
static inline char *letters_of(const char *text)
{
    nv_buffer out = NV_BUFFER_INIT;
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_int32_t point;
    utf8proc_ssize_t len;

    while (at && (len = utf8proc_iterate(at, -1, &point)) > 0 && point) {
        utf8proc_category_t category = utf8proc_category(point);
        utf8proc_uint8_t bytes[4];

        at += len;
        if (category > UTF8PROC_CATEGORY_NO || category == UTF8PROC_CATEGORY_LM)
            continue;
        nv_buffer_add(
            &out, (char *)bytes,
            (size_t)utf8proc_encode_char(utf8proc_tolower(point), bytes));
    }
    CHECK(!out.failed, "memory");
    return nv_buffer_detach(&out);
}

static inline bool same_letters(const char *a, const char *b)
{
    char *left = letters_of(a), *right = letters_of(b);
    bool is_same = strcmp(left, right) == 0;

    free(left);
    free(right);
    return is_same;
}

static inline bool has_letters(const char *text, const char *part)
{
    char *whole = letters_of(text), *piece = letters_of(part);
    bool is_there = strstr(whole, piece) != NULL;

    free(whole);
    free(piece);
    return is_there;
}

/* The first letters only: dates that follow may change their order. */
static inline bool begins_with_letters(const char *text, const char *start)
{
    char *whole = letters_of(text), *piece = letters_of(start);
    size_t len = strlen(piece);
    bool is_so = strncmp(whole, piece, len < 12 ? len : 12) == 0;

    free(whole);
    free(piece);
    return is_so;
}

static inline bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), part = strlen(end);

    return len >= part && strcmp(text + len - part, end) == 0;
}

#endif
