/* SPDX-License-Identifier: MPL-2.0 */
/* What a variable holds for a cite. See render.h. */
#include "citation/render.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"

/* Has a substitute printed the variable already? In one, it is noted that the
 * variable is printed now. */
static bool is_used(nv_csl_render *render, nv_csl_variable variable)
{
    const uint64_t bit = (uint64_t)1 << (variable % 64);

    if (render->used.bits[variable / 64] & bit)
        return true;
    if (render->in_substitute)
        render->touched.bits[variable / 64] |= bit;
    return false;
}

void nv_csl_year_suffix_text(uint32_t number, char text[8])
{
    char reversed[8];
    size_t len = 0;

    while (number && len < sizeof reversed - 1) {
        number--;
        reversed[len++] = (char)('a' + number % 26);
        number /= 26;
    }
    for (size_t i = 0; i < len; i++)
        text[i] = reversed[len - 1 - i];
    text[len] = '\0';
}

/* A text that was made for this cite; "" is none. */
static const nv_csl_string *made(nv_csl_render *render, const char *text,
                                 size_t len)
{
    nv_csl_string *string = NULL;
    const char *copy = NULL;

    if (!len)
        return NULL;
    string = nv_arena_alloc(render->scratch, sizeof *string);
    copy = nv_arena_text(render->scratch, text, len);
    if (!string || !copy) {
        render->draft->failed = true;
        return NULL;
    }
    *string = nv_csl_string_of(copy);
    return string;
}

static const nv_csl_string *locator(nv_csl_render *render)
{
    const char *text = render->cite ? render->cite->locator : NULL;
    size_t len;

    if (!text)
        return NULL;
    while (isspace((unsigned char)*text))
        text++;
    len = strlen(text);
    while (len && isspace((unsigned char)text[len - 1]))
        len--;
    return made(render, text, len);
}

static const nv_csl_string *number(nv_csl_render *render, long value)
{
    char text[24];

    return value > 0 ? made(render, text,
                            (size_t)snprintf(text, sizeof text, "%ld", value))
                     : NULL;
}

static const nv_csl_string *citation_number(nv_csl_render *render)
{
    return number(render, render->state.citation_number);
}

static const nv_csl_string *first_note(nv_csl_render *render)
{
    return number(render, render->state.first_note);
}

static const nv_csl_string *year_suffix(nv_csl_render *render)
{
    char text[8];

    nv_csl_year_suffix_text(render->distinction->year_suffix, text);
    return made(render, text, strlen(text));
}

/* The label of the item, or one made of names and year, with the suffix that
 * tells it from others. */
static const nv_csl_string *citation_label(nv_csl_render *render)
{
    const nv_csl_string *own =
        nv_csl_item_string(render->item, NV_CSL_CITATION_LABEL);
    const nv_csl_string *label;
    char suffix[8] = "";
    nv_buffer text;

    nv_buffer_init(&text);
    if (own)
        nv_buffer_add(&text, own->text, own->len);
    else
        nv_csl_citation_label(render->item, &text);
    if (render->purpose != NV_CSL_FOR_NAMES_APART)
        nv_csl_year_suffix_text(render->distinction->year_suffix, suffix);
    nv_buffer_add_text(&text, suffix);
    label = made(render, text.text, text.len);
    render->draft->failed = render->draft->failed || text.failed;
    nv_buffer_release(&text);
    return label;
}

/* A flag for styles that want a capital at the head of a note, whatever comes
 * first there. */
static const nv_csl_string *begins_sentence(nv_csl_render *render)
{
    static const nv_csl_string flag = {"yes", 3, false};

    return nv_csl_render_begins_sentence(render) ? &flag : NULL;
}

/* Variables that the processor gives. What tells one cite of an item from
 * another, or items once they are told apart, is not there yet while they are
 * compared. */
static const struct {
    nv_csl_variable variable;
    const nv_csl_string *(*make)(nv_csl_render *render);
    bool is_compared;
} given[] = {
    {NV_CSL_LOCATOR, locator, false},
    {NV_CSL_CITATION_NUMBER, citation_number, false},
    {NV_CSL_FIRST_REFERENCE_NOTE_NUMBER, first_note, false},
    {NV_CSL_YEAR_SUFFIX, year_suffix, false},
    {NV_CSL_CITATION_LABEL, citation_label, true},
    {NV_CSL_BEGINS_SENTENCE, begins_sentence, true},
};

const nv_csl_string *nv_csl_render_string(nv_csl_render *render,
                                          nv_csl_variable variable)
{
    if (is_used(render, variable))
        return NULL;
    for (size_t i = 0; i < NV_COUNT_OF(given); i++)
        if (given[i].variable == variable)
            return given[i].is_compared ||
                           render->purpose != NV_CSL_FOR_NAMES_APART
                       ? given[i].make(render)
                       : NULL;
    return nv_csl_item_string(render->item, variable);
}

const nv_csl_names *nv_csl_render_names_of(nv_csl_render *render,
                                           nv_csl_variable variable)
{
    return is_used(render, variable)
               ? NULL
               : nv_csl_item_names(render->item, variable);
}

const nv_csl_date *nv_csl_render_date_of(nv_csl_render *render,
                                         nv_csl_variable variable)
{
    return is_used(render, variable) ? NULL
                                     : nv_csl_item_date(render->item, variable);
}

static bool has(nv_csl_render *render, nv_csl_variable variable)
{
    switch (nv_csl_variable_class(variable)) {
    case NV_CSL_CLASS_NAMES:
        return nv_csl_render_names_of(render, variable) != NULL;
    case NV_CSL_CLASS_DATE:
        return nv_csl_render_date_of(render, variable) != NULL;
    default:
        return nv_csl_render_string(render, variable) != NULL;
    }
}

/* Asking whether a variable is there does not print it. */
bool nv_csl_render_has(nv_csl_render *render, nv_csl_variable variable)
{
    const nv_csl_variable_set touched = render->touched;
    const bool found = has(render, variable);

    render->touched = touched;
    return found;
}
