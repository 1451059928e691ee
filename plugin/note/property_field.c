/* SPDX-License-Identifier: MPL-2.0 */
/* See property_field.h. */
#include "note/property_field.h"

#include <string.h>

void nv_property_field_add(nv_buffer *value, const char *text)
{
    nv_buffer_add_char(value, '|');
    for (const char *c = text ? text : ""; *c; c++) {
        unsigned char byte = (unsigned char)*c;

        if (byte < ' ' || byte == 0x7f || strchr("%|", byte))
            nv_buffer_add_format(value, "%%%02X", byte);
        else
            nv_buffer_add_char(value, *c);
    }
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;

    return found ? (int)(found - digits) : -1;
}

char *nv_property_field_take(const char **at, nv_arena *arena)
{
    const size_t len = strcspn(*at, "|");
    char *field = nv_arena_alloc(arena, len + 1), *out = field;
    const char *end = *at + len;

    for (; field && *at < end; (*at)++) {
        int high, low;

        *out = **at;
        if (*out++ != '%')
            continue;
        high = hex_value((*at)[1]);
        low = high < 0 ? -1 : hex_value((*at)[2]);
        if (low < 0)
            return NULL;
        out[-1] = (char)(high * 16 + low);
        *at += 2;
    }
    if (field)
        *out = '\0';
    return field;
}

bool nv_property_fields_take(const char *value, nv_arena *arena, char *fields[],
                             int count)
{
    for (int i = 0; i < count; i++) {
        if (i > 0 && *value++ != '|')
            return false;
        fields[i] = nv_property_field_take(&value, arena);
        if (!fields[i])
            return false;
    }
    return *value == '\0';
}
