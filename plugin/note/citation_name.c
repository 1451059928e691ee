/* SPDX-License-Identifier: MPL-2.0 */
/* See citation_name.h. */
#include "note/citation_name.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

enum {
    CUT_LEN = 25, /* the shortest cut name: up to the end of the tail */
    PROPERTY_AT = 25,
    CHECKSUM_AT = 26,
    TEXT_MAX = 160 /* longer than any name with its suffixes */
};

static bool is_lower_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? strchr(digits, c) : NULL;

    return found ? (int)(found - digits) : -1;
}

static bool all(const char *text, size_t len, bool (*is_allowed)(char))
{
    for (size_t i = 0; i < len; i++)
        if (!is_allowed(text[i]))
            return false;
    return true;
}

/* Whether a field is exactly `len` allowed characters. */
static bool is_field(const char *text, size_t len, bool (*is_allowed)(char))
{
    return strlen(text) == len && all(text, len, is_allowed);
}

bool nv_citation_name_write(const nv_citation_name *name, char *text)
{
    text[0] = '\0';
    if (!is_field(name->pack, 4, is_lower_or_digit) ||
        !is_field(name->key, 4, is_lower_or_digit) || name->quotation < 0 ||
        name->quotation > 255 || name->parts > 15 ||
        !is_field(name->language, 2, is_lower) ||
        !is_field(name->tail, 6, is_lower_or_digit) ||
        !is_field(name->checksum, 7, is_lower_or_digit))
        return false;
    snprintf(text, NV_CITATION_NAME_MAX + 1, "nv1_%s%s_%02x%x%s_%s%c%s",
             name->pack, name->key, (unsigned)name->quotation, name->parts,
             name->language, name->tail, name->has_property ? 'p' : '_',
             name->checksum);
    return true;
}

/* Reads a name or a cut one, of exactly `len` characters. */
static bool read_name(const char *text, size_t len, nv_citation_name *name)
{
    if (len < CUT_LEN || len > NV_CITATION_NAME_LEN ||
        memcmp(text, "nv1_", 4) != 0 || !all(text + 4, 8, is_lower_or_digit) ||
        text[12] != '_' || hex_value(text[13]) < 0 || hex_value(text[14]) < 0 ||
        hex_value(text[15]) < 0 || !all(text + 16, 2, is_lower) ||
        text[18] != '_' || !all(text + 19, 6, is_lower_or_digit))
        return false;
    if (len > PROPERTY_AT && text[PROPERTY_AT] != '_' &&
        text[PROPERTY_AT] != 'p')
        return false;
    if (len > CHECKSUM_AT &&
        !all(text + CHECKSUM_AT, len - CHECKSUM_AT, is_lower_or_digit))
        return false;
    memcpy(name->pack, text + 4, 4);
    memcpy(name->key, text + 8, 4);
    name->quotation = hex_value(text[13]) * 16 + hex_value(text[14]);
    name->parts = (unsigned)hex_value(text[15]);
    memcpy(name->language, text + 16, 2);
    memcpy(name->tail, text + 19, 6);
    name->has_property = len > PROPERTY_AT && text[PROPERTY_AT] == 'p';
    if (len == NV_CITATION_NAME_LEN)
        memcpy(name->checksum, text + CHECKSUM_AT, 7);
    return true;
}

/* How many characters a suffix at `text` has; 0: there is none. Writer's own
 * copies are "X Copy 1", filters write "_Copy_1", older ones a bare figure. */
static size_t suffix_length(const char *text, bool is_after_name)
{
    static const char *const words[] = {" Copy ", "_Copy_"};
    size_t len = 0, digits;

    for (size_t i = 0; i < NV_COUNT_OF(words); i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0)
            len = strlen(words[i]);
    digits = strspn(text + len, "0123456789");
    if (digits == 0 || digits > 9 || (len == 0 && !is_after_name))
        return 0;
    return len + digits;
}

static bool read_suffixes(const char *text, bool is_whole_name)
{
    for (bool is_first = true; *text; is_first = false) {
        size_t len = suffix_length(text, is_first && is_whole_name);

        if (len == 0)
            return false;
        text += len;
    }
    return true;
}

/* Where the name ends and the suffixes begin. */
static size_t name_length(const char *text, size_t len)
{
    size_t end = CUT_LEN;

    while (end < len && end < NV_CITATION_NAME_LEN &&
           strncmp(text + end, " Copy ", 6) != 0 &&
           strncmp(text + end, "_Copy_", 6) != 0)
        end++;
    return end;
}

/* Copies the text with "%20" as a space into `out` (TEXT_MAX + 1 bytes). A NUL
 * or any other escape is no part of a name. */
static bool decode(const char *text, size_t len, char *out)
{
    size_t used = 0;

    if (len > TEXT_MAX || memchr(text, '\0', len))
        return false;
    for (size_t i = 0; i < len; i++) {
        bool is_space = len - i >= 3 && memcmp(text + i, "%20", 3) == 0;

        out[used++] = is_space ? ' ' : text[i];
        i += is_space ? 2 : 0;
    }
    out[used] = '\0';
    return true;
}

bool nv_citation_name_read(const char *text, size_t len, nv_citation_name *name)
{
    char plain[TEXT_MAX + 1];
    nv_citation_name read = {0};
    size_t end;

    memset(name, 0, sizeof *name);
    if (len < CUT_LEN || !decode(text, len, plain) || strlen(plain) < CUT_LEN)
        return false;
    len = strlen(plain);
    end = name_length(plain, len);
    if (!read_name(plain, end, &read) ||
        !read_suffixes(plain + end, end == NV_CITATION_NAME_LEN))
        return false;
    read.is_copy = end < len;
    *name = read;
    return true;
}

bool nv_citation_name_is_copied(const char *text, size_t len, bool *is_copy)
{
    char plain[TEXT_MAX + 1];

    if (!decode(text, len, plain) || !read_suffixes(plain, true))
        return false;
    *is_copy = len > 0;
    return true;
}

/* FNV-1a, 64 bits: small, documented and the same everywhere. */
static uint64_t hash(const char *text, size_t len)
{
    uint64_t value = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < len; i++) {
        value ^= (unsigned char)text[i];
        value *= UINT64_C(0x100000001b3);
    }
    return value;
}

/* The last `width` digits of the value to base 36, most significant first. */
static void write_base36(uint64_t value, size_t width, char *out)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

    out[width] = '\0';
    while (width > 0) {
        out[--width] = digits[value % 36];
        value /= 36;
    }
}

void nv_citation_pack_code(const char *pack, char code[5])
{
    write_base36(hash(pack, strlen(pack)), 4, code);
}

void nv_citation_checksum(const char *text, size_t len, char checksum[8])
{
    write_base36(hash(text, len), 7, checksum);
}

void nv_citation_tail(uint32_t random, char tail[7])
{
    write_base36(random, 6, tail);
}
