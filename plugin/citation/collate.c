/* SPDX-License-Identifier: MPL-2.0 */
/* See collate.h. Texts are compared level by level, read anew for each: a
 * second look is only taken at those that the first finds equal. */
#include "citation/collate.h"

#include <string.h>
#include <utf8proc.h>

#include "base/array.h"
#include "citation/characters.h"

typedef enum { BASE_LETTERS, ACCENTS, CASES, LEVEL_COUNT } level;

/* A text that is read as letters; one character may be several. */
typedef struct {
    const char *at, *end;
    level level;
    utf8proc_int32_t letters[8];
    int count, next;
} reader;

/* Letters that Unicode does not take apart. */
static const struct {
    int32_t letter;
    char base[3];
} letters[] = {
    {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
    {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"},
};

static void take_base(reader *reader, int32_t letter)
{
    for (size_t i = 0; i < NV_COUNT_OF(letters); i++)
        if (letters[i].letter == letter) {
            for (const char *base = letters[i].base; *base; base++)
                reader->letters[reader->count++] = *base;
            return;
        }
    reader->letters[reader->count++] = letter;
}

/* What a character is at the level; punctuation is nothing at any. */
static void take(reader *reader, int32_t c)
{
    utf8proc_int32_t parts[4];
    int boundary = 0;
    utf8proc_ssize_t count;

    reader->count = reader->next = 0;
    if (nv_csl_is_space(c)) {
        reader->letters[reader->count++] = ' ';
        return;
    }
    if (!nv_csl_is_word(c))
        return;
    if (reader->level == CASES) {
        reader->letters[reader->count++] = utf8proc_tolower(c) != c;
        return;
    }
    count = utf8proc_decompose_char(
        c, parts, NV_COUNT_OF(parts),
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
            (reader->level == BASE_LETTERS ? UTF8PROC_STRIPMARK : 0),
        &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 4; i++)
        if (reader->level == BASE_LETTERS)
            take_base(reader, parts[i]);
        else
            reader->letters[reader->count++] = parts[i];
}

/* The next letter; -1 at the end. */
static int32_t read(reader *reader)
{
    while (reader->next == reader->count) {
        int32_t c;

        if (reader->at == reader->end)
            return -1;
        reader->at += nv_csl_character(reader->at, reader->end, &c);
        if (c >= 'a' && c <= 'z' && reader->level != CASES)
            return c;
        take(reader, c);
    }
    return reader->letters[reader->next++];
}

static bool at_number(const reader *reader)
{
    return reader->next == reader->count && reader->at < reader->end &&
           *reader->at >= '0' && *reader->at <= '9';
}

/* The digits of a number without zeros at its beginning. */
static size_t read_number(reader *reader, const char **digits)
{
    *digits = reader->at + strspn(reader->at, "0");
    reader->at = *digits + strspn(*digits, "0123456789");
    return (size_t)(reader->at - *digits);
}

static int compare_numbers(reader *a, reader *b)
{
    const char *first, *second;
    const size_t first_len = read_number(a, &first);
    const size_t second_len = read_number(b, &second);

    if (first_len != second_len)
        return first_len < second_len ? -1 : 1;
    return memcmp(first, second, first_len);
}

static int compare_at(level level, const char *a, const char *b)
{
    reader first = {.at = a, .end = a + strlen(a), .level = level};
    reader second = {.at = b, .end = b + strlen(b), .level = level};
    int order = 0;

    while (!order) {
        int32_t x, y;

        if (at_number(&first) && at_number(&second)) {
            order = compare_numbers(&first, &second);
            continue;
        }
        x = read(&first);
        y = read(&second);
        order = (x > y) - (x < y);
        if (x < 0 && y < 0)
            break;
    }
    return order;
}

int nv_csl_collate(const char *a, const char *b)
{
    int order = 0;

    for (int level = 0; level < LEVEL_COUNT && !order; level++)
        order = compare_at(level, a, b);
    return order ? order : strcmp(a, b);
}
