/* SPDX-License-Identifier: MPL-2.0 */
/* See characters.h. */
#include "citation/characters.h"

#include <utf8proc.h>

size_t nv_csl_character(const char *at, const char *end, int32_t *c)
{
    utf8proc_int32_t point = ' ';
    utf8proc_ssize_t len = 1;

    if (at < end)
        len = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &point);
    *c = len > 0 ? point : '?';
    return len > 0 ? (size_t)len : 1;
}

size_t nv_csl_character_before(const char *begin, const char *at, int32_t *c)
{
    const char *from = at;

    while (from > begin && ((unsigned char)*--from & 0xC0) == 0x80)
        continue;
    nv_csl_character(from, at, c);
    return (size_t)(at - from);
}

void nv_csl_character_add(nv_buffer *out, int32_t c)
{
    utf8proc_uint8_t bytes[4];

    nv_buffer_add(out, (const char *)bytes,
                  (size_t)utf8proc_encode_char(c, bytes));
}

bool nv_csl_is_word(int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool nv_csl_is_small(int32_t c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

bool nv_csl_is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x202F ||
           c == 0x2009;
}

bool nv_csl_is_apostrophe(int32_t c)
{
    return c == '\'' || c == '`' || c == 0x2019;
}
