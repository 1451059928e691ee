/* SPDX-License-Identifier: MPL-2.0 */
/* cs:number. See render.h. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "citation/numeric.h"
#include "citation/render.h"

enum { LONGEST_NUMBER = 9 }; /* digits that a long holds everywhere */

/* The value of a chunk that is digits alone; false: it is more than that. */
static bool value_of(const nv_csl_chunk *chunk, long *value)
{
    if (chunk->len > LONGEST_NUMBER)
        return false;
    for (size_t i = 0; i < chunk->len; i++)
        if (!isdigit((unsigned char)chunk->text[i]))
            return false;
    *value = strtol(chunk->text, NULL, 10);
    return true;
}

static nv_csl_gender gender_of(const nv_csl_render *render,
                               nv_csl_variable variable)
{
    return nv_csl_lexicon_word(render->lexicon,
                               nv_csl_render_term_of(render, variable),
                               NV_CSL_FORM_LONG)
        ->gender;
}

/* A number in words or letters; false where it has to be in digits. */
static bool add_in_words(const nv_csl_render *render, const nv_csl_node *node,
                         long value, nv_buffer *out)
{
    const char *word = NULL;
    char roman[16];

    if (node->form == NV_CSL_NUMBER_LONG_ORDINAL)
        word = nv_csl_lexicon_long_ordinal(
            render->lexicon, value, gender_of(render, node->as.variable));
    else if (node->form == NV_CSL_NUMBER_ROMAN && nv_csl_roman(value, roman))
        word = roman;
    nv_buffer_add_text(out, word);
    return word != NULL;
}

static void add_number(const nv_csl_render *render, const nv_csl_node *node,
                       const nv_csl_chunk *chunk, nv_buffer *out)
{
    const bool is_ordinal = node->form == NV_CSL_NUMBER_ORDINAL ||
                            node->form == NV_CSL_NUMBER_LONG_ORDINAL;
    long value;

    if (!value_of(chunk, &value)) {
        nv_buffer_add(out, chunk->text, chunk->len);
    } else if (render->purpose == NV_CSL_FOR_SORT) {
        nv_buffer_add_format(out, "%08ld", value);
    } else if (!add_in_words(render, node, value, out)) {
        nv_buffer_add(out, chunk->text, chunk->len);
        if (is_ordinal)
            nv_buffer_add_text(out, nv_csl_lexicon_ordinal(
                                        render->lexicon, value,
                                        gender_of(render, node->as.variable)));
    }
}

/* Each number of the field in the form, up to the first label; gaps as pages
 * have them. */
static void add_in_form(const nv_csl_render *render, const nv_csl_node *node,
                        const char *text, const char *end, nv_buffer *out)
{
    nv_csl_chunk chunk;

    while (nv_csl_chunk_next(&text, end, &chunk)) {
        if (chunk.gap == NV_CSL_GAP_HYPHEN)
            nv_csl_range_delimiter_write(render->lexicon, out);
        else
            nv_csl_gap_write(render->lexicon, &chunk, out);
        add_number(render, node, &chunk, out);
    }
}

static bool is_changed(const nv_csl_render *render, const nv_csl_node *node)
{
    return node->form != NV_CSL_NUMBER_NUMERIC ||
           render->purpose == NV_CSL_FOR_SORT;
}

/* What is not numeric is printed as it is. After a label ("7, p. 3") begins
 * something else, which is not in the form. */
static void add_field(const nv_csl_render *render, const nv_csl_node *node,
                      const nv_csl_string *string, nv_buffer *out)
{
    const char *end = string->text + string->len;
    const char *label = nv_csl_next_label(string->text, end);
    nv_csl_string rest = *string;

    while (label > string->text && label < end && strchr(" ,&-", label[-1]))
        label--;
    if (is_changed(render, node) &&
        nv_csl_is_numeric(string->text, (size_t)(label - string->text))) {
        add_in_form(render, node, string->text, label, out);
        rest = (nv_csl_string){.text = label, .len = (uint32_t)(end - label)};
    }
    nv_csl_numbers_write(render->lexicon,
                         nv_csl_render_range_format(render, node->as.variable),
                         &rest, out);
}

nv_csl_outcome nv_csl_render_number(nv_csl_render *render,
                                    const nv_csl_node *node)
{
    const nv_csl_string *string =
        nv_csl_render_string(render, node->as.variable);
    nv_csl_wrap wrap;
    nv_csl_string text;
    nv_buffer buffer;
    bool has_frame;

    if (!string)
        return NV_CSL_CALLED;
    nv_buffer_init(&buffer);
    add_field(render, node, string, &buffer);
    text = nv_csl_string_of(buffer.text);
    wrap = nv_csl_wrap_open(render, node);
    has_frame = nv_csl_render_open_variable(render, node->as.variable, string);
    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &text);
    if (has_frame)
        nv_csl_draft_close(render->draft);
    render->draft->failed = render->draft->failed || buffer.failed;
    nv_buffer_release(&buffer);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_CALLED | NV_CSL_FILLED);
}
