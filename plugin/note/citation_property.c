/* SPDX-License-Identifier: MPL-2.0 */
/* Writing and reading the property of a citation. */
#include "note/citation_property.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { FIELDS = 5 };

bool nv_citation_property_is_needed(const nv_citation *citation)
{
    return citation->locator.label || citation->source ||
           citation->date_variant > 0;
}

static void add_field(nv_buffer *value, const char *text)
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

bool nv_citation_property_write(const nv_citation *citation,
                                char text[NV_CITATION_PROPERTY_MAX + 1],
                                nv_error *err)
{
    nv_buffer value = NV_BUFFER_INIT;
    bool fits;

    nv_buffer_add_char(&value, '1');
    add_field(&value, citation->locator.label);
    add_field(&value, citation->locator.value);
    add_field(&value, citation->source);
    nv_buffer_add_char(&value, '|');
    if (citation->date_variant > 0)
        nv_buffer_add_format(&value, "%d", citation->date_variant);
    fits = !value.failed && value.len <= NV_CITATION_PROPERTY_MAX;
    memcpy(text, fits ? value.text : "", fits ? value.len + 1 : 1);
    nv_buffer_release(&value);
    return fits || nv_fail(err, NV_ERROR_LIMIT, 0,
                           "The locator is too long to be kept with the "
                           "document: shorten it");
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;

    return found ? (int)(found - digits) : -1;
}

/* Takes one field from *at, up to a '|' or the end, and decodes it in the
 * arena; NULL for an escape that is none, and without memory. */
static char *take_field(const char **at, nv_arena *arena)
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

static const char *text_or_null(const char *field)
{
    return *field ? field : NULL;
}

/* The fields of a value that ends in NUL; false if there are not five. */
static bool take_fields(const char *at, nv_arena *arena, char *fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        if (i > 0 && *at++ != '|')
            return false;
        fields[i] = take_field(&at, arena);
        if (!fields[i])
            return false;
    }
    return *at == '\0';
}

/* What is read must be what would be written: so nothing is taken that another
 * reader could take otherwise. */
static bool is_written_so(const nv_citation *citation, const char *text)
{
    char again[NV_CITATION_PROPERTY_MAX + 1];

    return nv_citation_property_write(citation, again, NULL) &&
           strcmp(again, text) == 0;
}

bool nv_citation_property_read(const char *text, size_t len, nv_arena *arena,
                               nv_citation *citation)
{
    char value[NV_CITATION_PROPERTY_MAX + 1];
    char *fields[FIELDS];
    nv_citation read = *citation;

    if (len > NV_CITATION_PROPERTY_MAX || memchr(text, '\0', len))
        return false;
    memcpy(value, text, len);
    value[len] = '\0';
    if (!take_fields(value, arena, fields))
        return false;
    read.locator.label = text_or_null(fields[1]);
    read.locator.value = read.locator.label ? fields[2] : NULL;
    read.source = text_or_null(fields[3]);
    read.date_variant = (int)strtol(fields[4], NULL, 10);
    if (!is_written_so(&read, value))
        return false;
    *citation = read;
    return true;
}
