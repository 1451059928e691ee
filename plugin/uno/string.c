/* SPDX-License-Identifier: MPL-2.0 */
/* Between UTF-8 and LibreOffice's strings. */
#include "internal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

rtl_uString *nv_uno_empty_string(void)
{
    return NV_UNO_STR("");
}

rtl_uString *nv_uno_string_n(const char *utf8, size_t len)
{
    rtl_uString *text = NULL;
    if (!len)
        return nv_uno_empty_string();
    if (len > INT32_MAX)
        return NULL;
    rtl_string2UString(&text, utf8, (sal_Int32)len, RTL_TEXTENCODING_UTF8,
                       OSTRING_TO_OUSTRING_CVTFLAGS);
    return text;
}

rtl_uString *nv_uno_string(const char *utf8)
{
    return nv_uno_string_n(utf8, utf8 ? strlen(utf8) : 0);
}

rtl_uString *nv_uno_string_acquire(rtl_uString *text)
{
    if (text)
        rtl_uString_acquire(text);
    return text;
}

void nv_uno_string_release(rtl_uString *text)
{
    if (text)
        rtl_uString_release(text);
}

void nv_uno_string_variable(rtl_uString **variable)
{
    nv_uno_string_release(*variable);
}

char *nv_uno_utf8(const rtl_uString *text)
{
    rtl_String *bytes = NULL;
    if (!text || !text->length)
        return calloc(1, 1);
    rtl_uString2String(&bytes, text->buffer, text->length,
                       RTL_TEXTENCODING_UTF8, OUSTRING_TO_OSTRING_CVTFLAGS);
    if (!bytes)
        return NULL;
    size_t size = (size_t)bytes->length + 1;
    char *copy = malloc(size);
    if (copy)
        memcpy(copy, bytes->buffer, size);
    rtl_string_release(bytes);
    return copy;
}

bool nv_uno_string_equals(const rtl_uString *text, const char *ascii)
{
    sal_Int32 len = nv_uno_string_len(text);
    for (sal_Int32 i = 0; i < len; i++)
        if (!ascii[i] || text->buffer[i] != (unsigned char)ascii[i])
            return false;
    return !ascii[len];
}

bool nv_uno_string_same(const rtl_uString *a, const rtl_uString *b)
{
    sal_Int32 len = nv_uno_string_len(a);
    if (len != nv_uno_string_len(b))
        return false;
    return !len ||
           memcmp(a->buffer, b->buffer, (size_t)len * sizeof(sal_Unicode)) == 0;
}
