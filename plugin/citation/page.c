/* SPDX-License-Identifier: MPL-2.0 */
/* Ranges of pages by page-range-format. See render.h. */
#include "citation/numeric.h"

#include <ctype.h>
#include <string.h>

#include "citation/render.h"

/* "n11564": letters, then digits. What is no number has no digits. */
typedef struct {
    const char *prefix, *digits;
    size_t prefix_len, digit_count;
} page_number;

static page_number number_of(const nv_csl_chunk *chunk)
{
    page_number number = {.prefix = chunk->text};
    size_t at = 0;

    while (at < chunk->len && !isdigit((unsigned char)chunk->text[at]))
        at++;
    number.prefix_len = at;
    number.digits = chunk->text + at;
    while (at < chunk->len && isdigit((unsigned char)chunk->text[at]))
        at++;
    number.digit_count = at == chunk->len ? at - number.prefix_len : 0;
    return number;
}

static bool same_prefix(const page_number *a, const page_number *b)
{
    return a->prefix_len == b->prefix_len &&
           memcmp(a->prefix, b->prefix, a->prefix_len) == 0;
}

/* How many digits of `last`, which is written in full, stand in front of those
 * that differ from `first`. */
static size_t shared_digits(const page_number *first, const char *last,
                            size_t len)
{
    size_t shared = 0;

    if (first->digit_count != len)
        return 0;
    while (shared < len && first->digits[shared] == last[shared])
        shared++;
    return shared;
}

/* Digits of the last number that are printed. The rules are those of the
 * specification, appendix V, and the Chicago Manual, 16th edition, 9.60. */
static size_t minimal(const page_number *first, const char *last, size_t len,
                      size_t at_least)
{
    const size_t wanted = len - shared_digits(first, last, len);

    return wanted > at_least || len < at_least ? (wanted ? wanted : len)
                                               : at_least;
}

static bool ends_in_hundreds(const page_number *first)
{
    const size_t count = first->digit_count;

    return count < 3 || memcmp(first->digits + count - 2, "00", 2) == 0;
}

/* Two digits at least, unless the first ends in 01 to 09, where only what
 * differs stands; less than a hundred and whole hundreds stand in full. */
static size_t chicago_16(const page_number *first, const char *last, size_t len)
{
    if (ends_in_hundreds(first))
        return len;
    return minimal(first, last, len,
                   first->digits[first->digit_count - 2] == '0' ? 1 : 2);
}

/* As above, but of four digits all stand where three would change. */
static size_t chicago_15(const page_number *first, const char *last, size_t len)
{
    const size_t wanted = chicago_16(first, last, len);

    return len == 4 && wanted == 3 ? len : wanted;
}

static size_t digits_printed(uint8_t format, const page_number *first,
                             const char *last, size_t len)
{
    switch ((nv_csl_page_range_format)format) {
    case NV_CSL_RANGE_CHICAGO_15:
        return chicago_15(first, last, len);
    case NV_CSL_RANGE_CHICAGO_16:
        return chicago_16(first, last, len);
    case NV_CSL_RANGE_MINIMAL:
        return minimal(first, last, len, 1);
    case NV_CSL_RANGE_MINIMAL_TWO:
        return minimal(first, last, len, 2);
    case NV_CSL_RANGE_EXPANDED:
    case NV_CSL_RANGE_AS_GIVEN:
        break;
    }
    return len;
}

/* The last number in full: "321-8" is 321 to 328. */
static void expand(const page_number *first, const page_number *last,
                   nv_buffer *full)
{
    if (last->digit_count < first->digit_count)
        nv_buffer_add(full, first->digits,
                      first->digit_count - last->digit_count);
    nv_buffer_add(full, last->digits, last->digit_count);
}

/* The last number, shortened or expanded. Its letters stand where the number
 * is printed in full: "N110-N115", but "n11564-8". */
static void add_last(uint8_t format, const page_number *first,
                     const page_number *last, nv_buffer *out)
{
    nv_buffer full;
    size_t printed;

    nv_buffer_init(&full);
    expand(first, last, &full);
    printed = digits_printed(format, first, full.text, full.len);
    if (printed >= full.len)
        nv_buffer_add(out, first->prefix, first->prefix_len);
    nv_buffer_add_text(out, full.text + full.len - printed);
    out->failed = out->failed || full.failed;
    nv_buffer_release(&full);
}

/* Text but for the backslash of an escaped hyphen. */
static void add_chunk(const nv_csl_chunk *chunk, nv_buffer *out)
{
    for (size_t i = 0; i < chunk->len; i++)
        if (chunk->text[i] != '\\' || i + 1 == chunk->len ||
            chunk->text[i + 1] != '-')
            nv_buffer_add_char(out, chunk->text[i]);
}

/* A label of the writer's becomes the language's. */
static void add_labelled(const nv_csl_lexicon *lexicon,
                         const nv_csl_chunk *chunk, const char *end,
                         nv_buffer *out)
{
    const char *label = nv_csl_written_label_text(lexicon, chunk, end);

    if (label)
        nv_buffer_add_text(out, label);
    else
        add_chunk(chunk, out);
}

static const char *term(const nv_csl_lexicon *lexicon, nv_csl_term term,
                        nv_csl_form form, const char *otherwise)
{
    const char *text = nv_csl_lexicon_text(lexicon, term, form, false);

    return text ? text : otherwise;
}

void nv_csl_range_delimiter_write(const nv_csl_lexicon *lexicon, nv_buffer *out)
{
    nv_buffer_add_text(out, term(lexicon, NV_CSL_TERM_PAGE_RANGE_DELIMITER,
                                 NV_CSL_FORM_LONG, "\u2013"));
}

/* The chunk after a hyphen: the end of a range if both sides are numbers of one
 * kind; otherwise a compound that keeps its hyphen. */
static void add_range_end(const nv_csl_lexicon *lexicon,
                          nv_csl_page_range_format format,
                          const nv_csl_chunk *before, const nv_csl_chunk *chunk,
                          nv_buffer *out)
{
    const page_number first = number_of(before), last = number_of(chunk);
    const bool is_range =
        first.digit_count && last.digit_count && same_prefix(&first, &last);

    if (!is_range) {
        if (nv_csl_chunk_is_roman(before) && nv_csl_chunk_is_roman(chunk))
            nv_csl_range_delimiter_write(lexicon, out);
        else
            nv_buffer_add_char(out, '-');
        add_chunk(chunk, out);
        return;
    }
    nv_csl_range_delimiter_write(lexicon, out);
    if (format == NV_CSL_RANGE_AS_GIVEN)
        add_chunk(chunk, out);
    else
        add_last(format, &first, &last, out);
}

/* The sign for "and", where the language has one that is not the word. */
static const char *ampersand(const nv_csl_lexicon *lexicon)
{
    const char *sign = term(lexicon, NV_CSL_TERM_AND, NV_CSL_FORM_SYMBOL, NULL);
    const char *word = term(lexicon, NV_CSL_TERM_AND, NV_CSL_FORM_LONG, NULL);

    return sign && sign != word ? sign : "&";
}

void nv_csl_gap_write(const nv_csl_lexicon *lexicon, const nv_csl_chunk *chunk,
                      nv_buffer *out)
{
    if (chunk->gap == NV_CSL_GAP_COMMA)
        nv_buffer_add_text(out, ", ");
    else if (chunk->gap == NV_CSL_GAP_AND)
        nv_buffer_add_format(out, " %s ", ampersand(lexicon));
    else if (chunk->gap == NV_CSL_GAP_HYPHEN)
        nv_buffer_add_char(out, '-');
    else
        nv_buffer_add(out, chunk->between,
                      (size_t)(chunk->text - chunk->between));
}

void nv_csl_numbers_write(const nv_csl_lexicon *lexicon,
                          nv_csl_page_range_format format,
                          const nv_csl_string *string, nv_buffer *out)
{
    const char *at = string->text, *end = at + string->len;
    nv_csl_chunk chunk, before = {.len = 0};

    while (nv_csl_chunk_next(&at, end, &chunk)) {
        if (chunk.gap == NV_CSL_GAP_HYPHEN && before.len) {
            add_range_end(lexicon, format, &before, &chunk, out);
        } else {
            nv_csl_gap_write(lexicon, &chunk, out);
            add_labelled(lexicon, &chunk, end, out);
        }
        before = chunk;
    }
    nv_buffer_add(out, chunk.between, (size_t)(end - chunk.between));
}

nv_csl_page_range_format nv_csl_render_range_format(const nv_csl_render *render,
                                                    nv_csl_variable variable)
{
    const bool is_page =
        variable == NV_CSL_PAGE || variable == NV_CSL_COLUMNS ||
        (variable == NV_CSL_LOCATOR &&
         nv_csl_render_term_of(render, variable) == NV_CSL_TERM_PAGE);

    return is_page ? render->lexicon->style->page_range : NV_CSL_RANGE_AS_GIVEN;
}
