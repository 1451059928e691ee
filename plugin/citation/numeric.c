/* SPDX-License-Identifier: MPL-2.0 */
/* What counts as a number, and as more than one. See render.h and numeric.h. */
#include "citation/numeric.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "citation/render.h"

/* What separates chunks; spaces may stand around them. */
static const struct {
    const char *text;
    nv_csl_gap gap;
} marks[] = {
    {"-", NV_CSL_GAP_HYPHEN}, {"\u2013", NV_CSL_GAP_HYPHEN},
    {",", NV_CSL_GAP_COMMA},  {"&", NV_CSL_GAP_AND},
    {" ", NV_CSL_GAP_SPACE},  {"\t", NV_CSL_GAP_SPACE},
    {"\n", NV_CSL_GAP_SPACE},
};

/* Bytes of the mark at `at`, 0 if there is none. */
static size_t mark_at(const char *at, const char *end, nv_csl_gap *gap)
{
    for (size_t i = 0; i < NV_COUNT_OF(marks); i++) {
        const size_t len = strlen(marks[i].text);

        if ((size_t)(end - at) >= len && memcmp(at, marks[i].text, len) == 0) {
            *gap = marks[i].gap;
            return len;
        }
    }
    return 0;
}

/* Spaces and at most one mark; a second mark is text ("2--3", "-,"). */
static const char *skip_gap(const char *at, const char *end, nv_csl_gap *gap)
{
    nv_csl_gap found = NV_CSL_GAP_NONE;
    size_t len;

    *gap = NV_CSL_GAP_NONE;
    while ((len = mark_at(at, end, &found))) {
        if (found != NV_CSL_GAP_SPACE && *gap > NV_CSL_GAP_SPACE &&
            found != *gap)
            break;
        if (found != NV_CSL_GAP_SPACE || *gap == NV_CSL_GAP_NONE)
            *gap = found;
        at += len;
    }
    return at;
}

bool nv_csl_chunk_next(const char **at, const char *end, nv_csl_chunk *chunk)
{
    nv_csl_gap next;

    chunk->between = *at;
    chunk->text = *at = skip_gap(*at, end, &chunk->gap);
    while (*at < end) {
        if (**at == '\\' && *at + 1 < end && (*at)[1] == '-')
            *at += 2;
        else if (mark_at(*at, end, &next) && *at > chunk->text)
            break;
        else
            ++*at;
    }
    chunk->len = (size_t)(*at - chunk->text);
    return chunk->len > 0;
}

/* Bytes from 0x80 on are letters: "2º", "1ʳᵉ". */
static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

bool nv_csl_chunk_is_number(const nv_csl_chunk *chunk)
{
    bool has_digit = false;

    for (size_t i = 0; i < chunk->len; i++) {
        if (!isdigit((unsigned char)chunk->text[i]) &&
            !is_letter(chunk->text[i]))
            return false;
        has_digit = has_digit || isdigit((unsigned char)chunk->text[i]);
    }
    return has_digit;
}

bool nv_csl_chunk_is_roman(const nv_csl_chunk *chunk)
{
    static const char *const letters[] = {"ivxlcdm", "IVXLCDM"};

    for (size_t i = 0; i < NV_COUNT_OF(letters) && chunk->len; i++) {
        size_t at = 0;

        while (at < chunk->len && strchr(letters[i], chunk->text[at]))
            at++;
        if (at == chunk->len)
            return true;
    }
    return false;
}

static bool is_word(const nv_csl_chunk *chunk, const char *word)
{
    return word && chunk->len == strlen(word) &&
           memcmp(chunk->text, word, chunk->len) == 0;
}

/* The word that joins two numbers: "&", "and", or the language's own word. */
static bool is_and(const nv_csl_lexicon *lexicon, const nv_csl_chunk *chunk)
{
    return is_word(chunk, "and") ||
           is_word(chunk, nv_csl_lexicon_text(lexicon, NV_CSL_TERM_AND,
                                              NV_CSL_FORM_LONG, false)) ||
           is_word(chunk, nv_csl_lexicon_text(lexicon, NV_CSL_TERM_AND,
                                              NV_CSL_FORM_SYMBOL, false));
}

bool nv_csl_is_numeric(const char *text, size_t len)
{
    const char *at = text;
    nv_csl_chunk chunk;
    bool has_any = false;

    while (nv_csl_chunk_next(&at, text + len, &chunk)) {
        if (chunk.gap == NV_CSL_GAP_SPACE || !nv_csl_chunk_is_number(&chunk))
            return false;
        has_any = true;
    }
    return has_any;
}

/* What begins the second of two numbers: a label of its own ("fig. 3") begins
 * something else. */
static bool is_countable(const nv_csl_chunk *chunk)
{
    return nv_csl_chunk_is_number(chunk) || nv_csl_chunk_is_roman(chunk);
}

static bool is_other_than_one(const char *text, size_t len)
{
    return isdigit((unsigned char)*text) && !(len == 1 && *text == '1');
}

bool nv_csl_is_plural(const nv_csl_lexicon *lexicon, const char *text,
                      size_t len, bool is_count)
{
    const char *at = text;
    nv_csl_chunk chunk, before = {.len = 0};
    bool joined = false; /* by a word, which is no gap */

    if (is_count && len && nv_csl_is_numeric(text, len) &&
        is_other_than_one(text, len))
        return true;
    while (nv_csl_chunk_next(&at, text + len, &chunk)) {
        if (is_and(lexicon, &chunk)) {
            joined = before.len > 0;
            continue;
        }
        if (before.len && (joined || chunk.gap > NV_CSL_GAP_SPACE) &&
            is_countable(&chunk))
            return true;
        joined = false;
        before = chunk;
        before.len = is_countable(&chunk) ? chunk.len : 0;
    }
    return false;
}

bool nv_csl_roman(long number, char text[16])
{
    static const struct {
        int value;
        const char *text;
    } numerals[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
                    {100, "c"},  {90, "xc"},  {50, "l"},  {40, "xl"},
                    {10, "x"},   {9, "ix"},   {5, "v"},   {4, "iv"},
                    {1, "i"}};

    if (number < 1 || number > 3999)
        return false;
    *text = '\0';
    for (size_t i = 0; i < NV_COUNT_OF(numerals); i++)
        for (; number >= numerals[i].value; number -= numerals[i].value)
            strcat(text, numerals[i].text);
    return true;
}
