/* SPDX-License-Identifier: MPL-2.0 */
/* Keys of cs:sort: what a variable or a macro is sorted by. See render.h. */
#include <inttypes.h>
#include <string.h>

#include "citation/date.h"
#include "citation/names.h"
#include "citation/numeric.h"

enum { ALL_PARTS = NV_CSL_YEAR | NV_CSL_MONTH | NV_CSL_DAY };

/* A season stands in the middle of its three months. */
static int month_of(const nv_csl_day *day)
{
    return day->season ? day->season * 3 - 1 : day->month;
}

static void add_day(const nv_csl_day *day, uint8_t parts, nv_buffer *out)
{
    const int64_t year = parts & NV_CSL_YEAR ? day->year : 0;

    nv_buffer_add_format(out, "%010" PRId64 "%02d%02d", year + 5000000000,
                         parts & NV_CSL_MONTH ? month_of(day) : 0,
                         parts & NV_CSL_DAY ? day->day : 0);
}

void nv_csl_date_key(const nv_csl_date *date, uint8_t parts, nv_buffer *out)
{
    static const nv_csl_day none = {.year = INT32_MIN};

    add_day(&date->first, parts, out);
    add_day(date->is_range && !date->is_open ? &date->last : &none, parts, out);
}

/* Numbers are padded, so that 9 stands before 10 in any order of text. */
static void add_number(const nv_csl_string *string, nv_buffer *out)
{
    static const char zeros[] = "00000000";
    const size_t digits = strspn(string->text, "0123456789");

    if (digits < sizeof zeros - 1)
        nv_buffer_add(out, zeros, digits ? sizeof zeros - 1 - digits : 0);
    nv_buffer_add_text(out, string->text);
}

/* Texts go through the draft, which takes markup away. */
static void add_text(nv_csl_render *render, const nv_csl_string *string,
                     nv_buffer *out)
{
    const nv_csl_mark mark = nv_csl_draft_mark(render->draft);

    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, string);
    nv_csl_draft_read(render->draft, mark.piece, render->draft->count, out);
    nv_csl_draft_cut(render->draft, mark);
}

static void add_string(nv_csl_render *render, nv_csl_variable variable,
                       nv_buffer *out)
{
    const nv_csl_string *string = nv_csl_render_string(render, variable);

    if (!string)
        return;
    if (nv_csl_variable_class(variable) == NV_CSL_CLASS_NUMBER)
        add_number(string, out);
    else
        add_text(render, string, out);
}

static void add_date(nv_csl_render *render, nv_csl_variable variable,
                     nv_buffer *out)
{
    const nv_csl_date *date = nv_csl_render_date_of(render, variable);

    if (date && date->literal)
        nv_buffer_add_text(out, date->literal);
    else if (date)
        nv_csl_date_key(date, ALL_PARTS, out);
}

static void add_variable(nv_csl_render *render, nv_csl_variable variable,
                         nv_buffer *out)
{
    switch (nv_csl_variable_class(variable)) {
    case NV_CSL_CLASS_NAMES:
        nv_csl_names_sort_key(
            render, variable,
            render->lexicon->style->layout[render->area].names, out);
        break;
    case NV_CSL_CLASS_DATE:
        add_date(render, variable, out);
        break;
    default:
        add_string(render, variable, out);
    }
}

static void add_macro(nv_csl_render *render, const nv_csl_macro *macro,
                      nv_buffer *out)
{
    const nv_csl_mark mark = nv_csl_draft_mark(render->draft);

    render->start = mark;
    nv_csl_render_children(render, macro->first, NULL);
    nv_csl_draft_read(render->draft, mark.piece, render->draft->count, out);
    nv_csl_draft_cut(render->draft, mark);
}

/* Each key begins with a fresh cite: what a substitute of the key before has
 * used is there again. */
const char *nv_csl_render_key(nv_csl_render *render, const nv_csl_key *key,
                              nv_arena *arena)
{
    nv_csl_render fresh = *render;
    const char *text;
    nv_buffer out;

    fresh.purpose = NV_CSL_FOR_SORT;
    fresh.key = key;
    nv_buffer_init(&out);
    if (key->macro)
        add_macro(&fresh, key->macro, &out);
    else
        add_variable(&fresh, key->variable, &out);
    text = out.failed || fresh.draft->failed
               ? NULL
               : nv_arena_text(arena, out.text, out.len);
    nv_buffer_release(&out);
    return text;
}
