/* SPDX-License-Identifier: MPL-2.0 */
/* Any label, locator, source and date as the property of a citation: it fits,
 * or is refused for its length; and nothing in it is lost. */
#include "fuzz.h"
#include "note/citation_property.h"

enum { LONGEST = 512, FIELDS = 5 };

static int hex_value(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;

    DEMAND(found, "an escape has two figures");
    return (int)(found - digits);
}

/* Reads one field and the '|' behind it. */
static const char *decode(const char *at, char field[LONGEST])
{
    size_t len = 0;

    for (; *at && *at != '|'; at++) {
        DEMAND((unsigned char)*at >= ' ' && *at != 0x7F, "no control");
        if (*at == '%') {
            field[len++] = (char)(hex_value(at[1]) * 16 + hex_value(at[2]));
            at += 2;
        } else {
            field[len++] = *at;
        }
    }
    field[len] = '\0';
    return *at ? at + 1 : at;
}

static void check_value(const char *at, const nv_citation *citation)
{
    char fields[FIELDS][LONGEST], date[16] = "";

    DEMAND(strlen(at) <= NV_CITATION_PROPERTY_MAX, "the value fits");
    for (int i = 0; i < FIELDS; i++)
        at = decode(at, fields[i]);
    DEMAND(*at == '\0', "there are five fields");
    if (citation->date_variant > 0)
        snprintf(date, sizeof date, "%d", citation->date_variant);
    DEMAND(strcmp(fields[0], "1") == 0, "version");
    DEMAND(strcmp(fields[1], citation->locator.label) == 0, "label");
    DEMAND(strcmp(fields[2], citation->locator.value) == 0, "locator");
    DEMAND(strcmp(fields[3], citation->source) == 0, "source");
    DEMAND(strcmp(fields[4], date) == 0, "date");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {data, data + size};
    char label[LONGEST], value[LONGEST], source[LONGEST];
    char text[NV_CITATION_PROPERTY_MAX + 1];
    nv_citation citation = {.date_variant = (int8_t)take_byte(&input) * 999};
    nv_error err = {0};

    citation.locator.label = take_line(&input, label, sizeof label);
    citation.locator.value = take_line(&input, value, sizeof value);
    citation.source = take_line(&input, source, sizeof source);
    DEMAND(nv_citation_property_is_needed(&citation), "a label needs one");
    if (nv_citation_property_write(&citation, text, &err)) {
        check_value(text, &citation);
        return 0;
    }
    DEMAND(err.code == NV_ERROR_LIMIT && !text[0], "too long");
    DEMAND(3 * (strlen(label) + strlen(value) + strlen(source)) + 16 >
               NV_CITATION_PROPERTY_MAX,
           "what is short fits");
    return 0;
}
