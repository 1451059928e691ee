/* SPDX-License-Identifier: MPL-2.0 */
/* Any label, locator, source, date, and words before and behind as the property
 * of a citation: it fits, or is refused for its length; and nothing in it is
 * lost. Then the input itself as a property: what is taken is what would be
 * written. */
#include "fuzz.h"
#include "note/citation_property.h"

enum { LONGEST = 512, FIELDS = 7 };

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
    const bool has_words = *citation->prefix || *citation->suffix;
    const int count = has_words ? FIELDS : FIELDS - 2;
    char fields[FIELDS][LONGEST] = {""}, date[16] = "";

    DEMAND(strlen(at) <= NV_CITATION_PROPERTY_MAX, "the value fits");
    for (int i = 0; i < count; i++)
        at = decode(at, fields[i]);
    DEMAND(*at == '\0', "there are five fields, or seven");
    if (citation->date_variant > 0)
        snprintf(date, sizeof date, "%d", citation->date_variant);
    DEMAND(strcmp(fields[0], has_words ? "2" : "1") == 0, "version");
    DEMAND(strcmp(fields[1], citation->locator.label) == 0, "label");
    DEMAND(strcmp(fields[2], citation->locator.value) == 0, "locator");
    DEMAND(strcmp(fields[3], citation->source) == 0, "source");
    DEMAND(strcmp(fields[4], date) == 0, "date");
    DEMAND(strcmp(fields[5], citation->prefix) == 0, "prefix");
    DEMAND(strcmp(fields[6], citation->suffix) == 0, "suffix");
}

static void check_reading(const char *bytes, size_t len)
{
    char again[NV_CITATION_PROPERTY_MAX + 1];
    nv_arena arena = {NULL};
    nv_citation read = {0};

    if (nv_citation_property_read(bytes, len, &arena, &read))
        DEMAND(nv_citation_property_write(&read, again, NULL) &&
                   strlen(again) == len && memcmp(again, bytes, len) == 0,
               "what is read is what is written");
    nv_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {data, data + size};
    char label[LONGEST], value[LONGEST], source[LONGEST];
    char prefix[LONGEST], suffix[LONGEST];
    char text[NV_CITATION_PROPERTY_MAX + 1];
    nv_citation citation = {.date_variant = (int8_t)take_byte(&input) * 999};
    nv_error err = {0};

    citation.locator.label = take_line(&input, label, sizeof label);
    citation.locator.value = take_line(&input, value, sizeof value);
    citation.source = take_line(&input, source, sizeof source);
    citation.prefix = take_line(&input, prefix, sizeof prefix);
    citation.suffix = take_line(&input, suffix, sizeof suffix);
    check_reading((const char *)data, size);
    DEMAND(nv_citation_property_is_needed(&citation), "a label needs one");
    if (nv_citation_property_write(&citation, text, &err)) {
        check_value(text, &citation);
        return 0;
    }
    DEMAND(err.code == NV_ERROR_LIMIT && !text[0], "too long");
    DEMAND(3 * (strlen(label) + strlen(value) + strlen(source) +
                strlen(prefix) + strlen(suffix)) +
                   18 >
               NV_CITATION_PROPERTY_MAX,
           "what is short fits");
    return 0;
}
