/* SPDX-License-Identifier: MPL-2.0 */
/* See typography.h. */
#include "note/typography.h"

#include <ctype.h>
#include <string.h>

#include "base/array.h"
#include "note/terms.h"

enum { DEPTH_MAX = 8 }; /* quotation marks open at once */

static bool starts(const char *at, const char *end, const char *word)
{
    size_t len = strlen(word);

    return (size_t)(end - at) >= len && memcmp(at, word, len) == 0;
}

static bool ends(const nv_buffer *out, const char *word)
{
    size_t len = strlen(word);

    return out->len >= len &&
           memcmp(out->text + out->len - len, word, len) == 0;
}

static bool ends_in_digit(const nv_buffer *out)
{
    return out->len && isdigit((unsigned char)out->text[out->len - 1]);
}

static bool is_letter(unsigned char byte)
{
    return isalpha(byte) || byte >= 0x80;
}

static bool starts_month(const char *at, const char *end)
{
    for (int month = 1; month <= 12; month++) {
        const char *name = nv_month(NV_LANGUAGE_FR, month);
        const char *after = at + strlen(name);

        if (starts(at, end, name) &&
            (after == end || !is_letter((unsigned char)*after)))
            return true;
    }
    return false;
}

/* What a space becomes by what follows it. */
static const struct {
    const char *next, *space;
} spaces[] = {
    {";", NV_THIN}, {"?", NV_THIN}, {"!", NV_THIN},
    {"»", NV_THIN}, {":", NV_NBSP},
};

bool nv_typography_is_initial(const char *start, const char *space,
                              const char *end)
{
    return space - start > 1 && space[-1] == '.' &&
           isupper((unsigned char)space[-2]) && space + 1 < end &&
           (isupper((unsigned char)space[1]) ||
            (unsigned char)space[1] > 0xC2) &&
           (space - start == 2 || space[-3] == ' ');
}

/* An abbreviation and its number. */
static bool holds_number(const nv_buffer *out, const char *next,
                         const char *end)
{
    return ends(out, ".") && next < end && isdigit((unsigned char)*next);
}

static const char *space_between(const nv_buffer *out, const char *next,
                                 const char *end)
{
    if (ends(out, "«"))
        return NV_THIN;
    for (size_t i = 0; i < NV_COUNT_OF(spaces); i++)
        if (starts(next, end, spaces[i].next))
            return spaces[i].space;
    if (ends(out, NV_NUMERO))
        return NV_NBSP;
    if ((ends_in_digit(out) || ends(out, NV_FIRST)) && starts_month(next, end))
        return NV_NBSP;
    return " ";
}

/* Reads one character, adds it with the space or apostrophe that belongs
 * there, and returns how many bytes were read. */
static size_t add_one(nv_buffer *out, const char *at, const char *end)
{
    if (*at == ' ')
        nv_buffer_add_text(out, space_between(out, at + 1, end));
    else if (*at == '\'' && out->len && at + 1 < end &&
             is_letter((unsigned char)out->text[out->len - 1]) &&
             is_letter((unsigned char)at[1]))
        nv_buffer_add_text(out, "’");
    else
        nv_buffer_add_char(out, *at);
    return 1;
}

/* The same, with the superscripts and the spaces of our own French texts. */
static size_t add_french(nv_buffer *out, const char *start, const char *at,
                         const char *end)
{
    if (*at == ' ' && (holds_number(out, at + 1, end) ||
                       nv_typography_is_initial(start, at, end))) {
        nv_buffer_add_text(out, NV_NBSP);
        return 1;
    }
    if (starts(at, end, "n°")) {
        nv_buffer_add_text(out, NV_NUMERO);
        return strlen("n°");
    }
    if (starts(at, end, "1er ") && starts_month(at + 4, end)) {
        nv_buffer_add_text(out, NV_FIRST);
        return 3;
    }
    return add_one(out, at, end);
}

/* Quotation marks */

typedef enum { OPENS, CLOSES, EITHER, SINGLE_CLOSES } mark_use;

static const struct {
    const char *mark;
    mark_use use;
} quote_marks[] = {
    {"“", EITHER}, /* opens in English, closes in German */
    {"”", CLOSES},  {"«", OPENS}, {"»", CLOSES},        {"„", OPENS},
    {"\"", EITHER}, {"‘", OPENS}, {"’", SINGLE_CLOSES},
};

/* The marks that are open, by their place in quote_marks. */
typedef struct {
    const nv_marks *marks;
    size_t open[DEPTH_MAX];
    int depth;
} nesting;

static bool is_space_at(const char *at, const char *end, size_t *len)
{
    static const char *const all[] = {" ", NV_NBSP, NV_THIN};

    for (size_t i = 0; i < NV_COUNT_OF(all); i++)
        if (at < end && starts(at, end, all[i])) {
            *len = strlen(all[i]);
            return true;
        }
    return false;
}

static size_t find_mark(const char *at, const char *end)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(quote_marks) &&
           !starts(at, end, quote_marks[i].mark))
        i++;
    return i;
}

/* An apostrophe looks like a closing single mark: it closes only where a
 * single mark is open and no letter follows. */
static bool closes(const nesting *nest, size_t mark, const char *next,
                   const char *end)
{
    const char *opener =
        nest->depth ? quote_marks[nest->open[nest->depth - 1]].mark : "";

    switch (quote_marks[mark].use) {
    case OPENS:
        return false;
    case CLOSES:
        return nest->depth > 0;
    case EITHER:
        return strcmp(opener, quote_marks[mark].mark[0] == '"' ? "\"" : "„") ==
               0;
    case SINGLE_CLOSES:
        return strcmp(opener, "‘") == 0 &&
               !(next < end && is_letter((unsigned char)*next));
    }
    return false;
}

/* Drops the space that French puts inside its marks: ours have none. */
static void trim_inside(nv_buffer *out)
{
    static const char *const all[] = {NV_THIN, NV_NBSP, " "};

    for (size_t i = 0; i < NV_COUNT_OF(all); i++)
        if (ends(out, all[i])) {
            nv_buffer_truncate(out, out->len - strlen(all[i]));
            return;
        }
}

/* Adds what the mark at `at` becomes and returns the bytes read; 0: an
 * apostrophe or a stray mark, which stays as it is. */
static size_t add_mark(nesting *nest, nv_buffer *out, const char *at,
                       const char *end, size_t mark)
{
    size_t len = strlen(quote_marks[mark].mark), space = 0;
    bool is_close = closes(nest, mark, at + len, end);

    if (is_close) {
        nest->depth--;
        if (strcmp(quote_marks[mark].mark, "»") == 0)
            trim_inside(out);
        nv_buffer_add_text(out, nest->marks->close);
        return len;
    }
    if (quote_marks[mark].use == CLOSES ||
        quote_marks[mark].use == SINGLE_CLOSES || nest->depth == DEPTH_MAX)
        return 0;
    nv_buffer_add_text(out, nest->marks->open);
    nest->open[nest->depth++] = mark;
    if (strcmp(quote_marks[mark].mark, "«") == 0)
        is_space_at(at + len, end, &space);
    return len + space;
}

void nv_typography_add(nv_buffer *out, const char *text, size_t len,
                       nv_language language, const nv_marks *marks)
{
    const char *start = text, *end = text + len;
    nesting nest = {.marks = marks};

    while (text < end) {
        size_t mark = find_mark(text, end), read = 0;

        if (mark < NV_COUNT_OF(quote_marks))
            read = add_mark(&nest, out, text, end, mark);
        if (read == 0)
            read = language == NV_LANGUAGE_FR
                       ? add_french(out, start, text, end)
                       : add_one(out, text, end);
        text += read;
    }
}

/* Dates in descriptions */

/* Reads "31 March 1954" at `at`; sets the parts and returns its length, or 0.
 */
static size_t read_british_date(const char *at, int *day, int *month, int *year)
{
    int number = 0, digits = 0;
    const char *start = at;

    while (digits < 2 && isdigit((unsigned char)*at) && ++digits)
        number = number * 10 + (*at++ - '0');
    if (digits == 0 || *at++ != ' ')
        return 0;
    for (*month = 1; *month <= 12; (*month)++) {
        const char *name = nv_month(NV_LANGUAGE_EN, *month);
        size_t len = strlen(name);

        if (strncmp(at, name, len) != 0 || at[len] != ' ')
            continue;
        at += len + 1;
        *day = number;
        *year = 0;
        for (digits = 0; digits < 4 && isdigit((unsigned char)*at); digits++)
            *year = *year * 10 + (*at++ - '0');
        return digits == 4 ? (size_t)(at - start) : 0;
    }
    return 0;
}

void nv_typography_add_american(nv_buffer *out, const char *text)
{
    int day, month, year;

    while (text && *text) {
        size_t len = ends_in_digit(out)
                         ? 0
                         : read_british_date(text, &day, &month, &year);

        if (strncmp(text, "”,", strlen("”,")) == 0) {
            nv_buffer_add_text(out, ",”");
            text += strlen("”,");
            continue;
        }
        if (len == 0) {
            nv_buffer_add_char(out, *text++);
            continue;
        }
        text += len;
        nv_buffer_add_format(out, "%s %d, %d%s",
                             nv_month(NV_LANGUAGE_EN, month), day, year,
                             *text == ' ' ? "," : "");
    }
}

size_t nv_typography_len_without_stop(const char *text)
{
    size_t len = strlen(text);

    if (len == 0 || !strchr(".,;:", text[len - 1]))
        return len;
    if (len > 2 && text[len - 1] == '.' &&
        (text[len - 2] == '.' || text[len - 3] == '.'))
        return len;
    return len - 1;
}

bool nv_is_plural_place(const char *text)
{
    return strstr(text, "–") || strstr(text, "ff.") || strchr(text, '-') ||
           strchr(text, ',') || strchr(text, ';');
}

int nv_roman_value(const char *text)
{
    static const char letters[] = "IVXLCDM";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    int sum = 0, before = 0;

    for (size_t i = strlen(text); i > 0; i--) {
        const char *letter = strchr(letters, text[i - 1]);
        int value = letter ? values[letter - letters] : 0;

        if (value == 0 || i > 15)
            return 0;
        sum += value < before ? -value : value;
        before = value > before ? value : before;
    }
    return sum;
}
