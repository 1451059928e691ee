/* SPDX-License-Identifier: MPL-2.0 */
/* See markup.h. */
#include "registry/exchange/markup.h"

#include <string.h>

#include "base/array.h"

/* No-break spaces are written so that everybody sees them. */
static const struct {
    const char *bytes, *written;
} escapes[] = {
    {"&", "&amp;"},        {"<", "&lt;"},          {">", "&gt;"},
    {"\"", "&quot;"},      {"\xC2\xA0", "&#xA0;"}, {"\xE2\x80\xAF", "&#x202F;"},
    {"\xEF\xBF\xBE", " "}, {"\xEF\xBF\xBF", " "},
};

/* How many bytes were written in another way; 0: none. */
static size_t add_escape(nv_buffer *out, const char *text)
{
    for (size_t i = 0; i < NV_COUNT_OF(escapes); i++) {
        const size_t len = strlen(escapes[i].bytes);

        if (strncmp(text, escapes[i].bytes, len) != 0)
            continue;
        nv_buffer_add_text(out, escapes[i].written);
        return len;
    }
    return 0;
}

void nv_markup_add(nv_buffer *out, const char *text)
{
    while (*text) {
        const size_t len = add_escape(out, text);

        if (len == 0)
            nv_buffer_add_char(out, (unsigned char)*text < ' ' ? ' ' : *text);
        text += len ? len : 1;
    }
}

void nv_markup_add_attribute(nv_buffer *out, const char *name, const char *text)
{
    if (!text)
        return;
    nv_buffer_add_format(out, " %s=\"", name);
    nv_markup_add(out, text);
    nv_buffer_add_char(out, '"');
}

/* How many bytes stand for white space: what XML takes for it, and what is no
 * character of XML at all. */
static size_t space_len(const char *text)
{
    if ((unsigned char)*text <= ' ')
        return 1;
    return strncmp(text, "\xEF\xBF\xBE", 3) == 0 ||
                   strncmp(text, "\xEF\xBF\xBF", 3) == 0
               ? 3
               : 0;
}

size_t nv_markup_collapse(char *to, const char *text)
{
    char *const start = to;

    while (*text) {
        const size_t len = space_len(text);

        if (len == 0)
            *to++ = *text++;
        else if (to > start && to[-1] != ' ')
            *to++ = ' ';
        text += len;
    }
    if (to > start && to[-1] == ' ')
        to--;
    *to = '\0';
    return (size_t)(to - start);
}
