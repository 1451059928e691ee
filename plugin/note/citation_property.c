/* SPDX-License-Identifier: MPL-2.0 */
/* Writing and reading the property of a citation. */
#include "note/citation_property.h"

#include <stdlib.h>
#include <string.h>

#include "note/property_field.h"

enum {
    FIELDS = 5, /* of version 1 */
    FIELDS_WITH_WORDS = 7
};

static bool is_given(const char *text)
{
    return text && *text;
}

static bool has_words(const nv_citation *citation)
{
    return is_given(citation->prefix) || is_given(citation->suffix);
}

bool nv_citation_property_is_needed(const nv_citation *citation)
{
    return citation->locator.label || citation->source ||
           citation->date_variant > 0 || has_words(citation);
}

static bool fail_for_length(const nv_citation *citation, nv_error *err)
{
    return nv_fail(err, NV_ERROR_LIMIT, 0,
                   has_words(citation)
                       ? "The words before and behind the citation are too "
                         "long to be kept with the document: shorten them"
                       : "The locator is too long to be kept with the "
                         "document: shorten it");
}

bool nv_citation_property_write(const nv_citation *citation,
                                char text[NV_CITATION_PROPERTY_MAX + 1],
                                nv_error *err)
{
    nv_buffer value = NV_BUFFER_INIT;
    bool fits;

    nv_buffer_add_char(&value, has_words(citation) ? '2' : '1');
    nv_property_field_add(&value, citation->locator.label);
    nv_property_field_add(&value, citation->locator.value);
    nv_property_field_add(&value, citation->source);
    nv_buffer_add_char(&value, '|');
    if (citation->date_variant > 0)
        nv_buffer_add_format(&value, "%d", citation->date_variant);
    if (has_words(citation)) {
        nv_property_field_add(&value, citation->prefix);
        nv_property_field_add(&value, citation->suffix);
    }
    fits = !value.failed && value.len <= NV_CITATION_PROPERTY_MAX;
    memcpy(text, fits ? value.text : "", fits ? value.len + 1 : 1);
    nv_buffer_release(&value);
    return fits || fail_for_length(citation, err);
}

static const char *text_or_null(const char *field)
{
    return is_given(field) ? field : NULL;
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
    char *fields[FIELDS_WITH_WORDS] = {NULL};
    nv_citation read = *citation;

    if (len > NV_CITATION_PROPERTY_MAX || memchr(text, '\0', len))
        return false;
    memcpy(value, text, len);
    value[len] = '\0';
    if (!nv_property_fields_take(value, arena, fields,
                                 value[0] == '2' ? FIELDS_WITH_WORDS : FIELDS))
        return false;
    read.locator.label = text_or_null(fields[1]);
    read.locator.value = read.locator.label ? fields[2] : NULL;
    read.source = text_or_null(fields[3]);
    read.date_variant = (int)strtol(fields[4], NULL, 10);
    read.prefix = text_or_null(fields[5]);
    read.suffix = text_or_null(fields[6]);
    if (!is_written_so(&read, value))
        return false;
    *citation = read;
    return true;
}
