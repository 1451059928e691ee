/* SPDX-License-Identifier: MPL-2.0 */
/* Writing the property of a citation. */
#include "note/citation_property.h"

#include <string.h>

#include "base/buffer.h"

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
