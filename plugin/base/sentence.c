/* SPDX-License-Identifier: MPL-2.0 */
/* See sentence.h. */
#include "base/sentence.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"

/* Cuts an incomplete UTF-8 sequence off the end of a text that vsnprintf
 * shortened, so that the message is still valid UTF-8. */
static void cut_at_character(char *text, size_t len)
{
    size_t start = len;

    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && (unsigned char)text[start - 1] >= 0xC0)
        start--;
    text[start] = '\0';
}

/* The characters of UTF-8 (RFC 3629) by their first byte, with the bytes that
 * may come second; those after it are 0x80 to 0xBF. */
static const struct {
    unsigned char first, last, second_first, second_last;
    size_t len;
} forms[] = {
    {0x01, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/* How many bytes the character has that begins at `text`, which ends in NUL;
 * 0 when none begins there. */
static size_t character_length(const unsigned char *text)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(forms) &&
           (text[0] < forms[i].first || text[0] > forms[i].last))
        i++;
    if (i == NV_COUNT_OF(forms) ||
        (forms[i].len > 1 &&
         (text[1] < forms[i].second_first || text[1] > forms[i].second_last)))
        return 0;
    for (size_t at = 2; at < forms[i].len; at++)
        if ((text[at] & 0xC0) != 0x80)
            return 0;
    return forms[i].len;
}

/* What a message repeats of its input, a name of a file or the beginning of a
 * long word, may be no UTF-8: bytes in a row that are no character become one
 * question mark. */
static void make_utf8(char *text)
{
    char *out = text;
    bool is_marked = false;

    while (*text) {
        size_t len = character_length((const unsigned char *)text);

        if (len > 0 || !is_marked) {
            memmove(out, len ? text : "?", len ? len : 1);
            out += len ? len : 1;
        }
        is_marked = len == 0;
        text += len ? len : 1;
    }
    *out = '\0';
}

void nv_sentence_write(char text[], size_t size, const char *format,
                       va_list arguments)
{
    const int len = vsnprintf(text, size, format, arguments);

    if (len < 0)
        text[0] = '\0';
    else if ((size_t)len >= size)
        cut_at_character(text, size - 1);
    make_utf8(text);
}
