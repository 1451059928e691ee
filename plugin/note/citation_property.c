/* SPDX-License-Identifier: MPL-2.0 */
/* Writing and reading the property of a citation. */
#include "note/citation_property.h"

#include <stdlib.h>
#include <string.h>

#include "note/property_field.h"

enum { FIELDS = 5 };

bool nv_citation_property_is_needed(const nv_citation *citation)
{
    return citation->locator.label || citation->source ||
           citation->date_variant > 0;
}

bool nv_citation_property_write(const nv_citation *citation,
                                char text[NV_CITATION_PROPERTY_MAX + 1],
                                nv_error *err)
{
    nv_buffer value = NV_BUFFER_INIT;
    bool fits;

    nv_buffer_add_char(&value, '1');
    nv_property_field_add(&value, citation->locator.label);
    nv_property_field_add(&value, citation->locator.value);
    nv_property_field_add(&value, citation->source);
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

static const char *text_or_null(const char *field)
{
    return *field ? field : NULL;
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
    if (!nv_property_fields_take(value, arena, fields, FIELDS))
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
