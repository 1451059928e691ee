/* SPDX-License-Identifier: MPL-2.0 */
/* cs:date: which parts of a date are printed, and ranges. See render.h. */
#include "citation/date.h"

#include <string.h>

enum { MOST_PARTS = 8 }; /* of a cs:date; CSL has three */

/* The parts as they are printed: those of the locale with what the style says
 * of them, or those of the style. */
typedef struct {
    nv_csl_node parts[MOST_PARTS];
    size_t count;
    const char *delimiter;
} date_plan;

static const char *or_else(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

/* A style may change the form and the look of a part of the locale's date;
 * affixes stay the locale's (specification, "Localized Dates"). */
static void override(nv_csl_node *part, const nv_csl_node *style)
{
    if (style->form != NV_CSL_PART_UNSET)
        part->form = style->form;
    if (style->text_case != NV_CSL_CASE_NONE)
        part->text_case = style->text_case;
    part->format |= style->format;
    part->strip_periods = part->strip_periods || style->strip_periods;
    part->as.date_part.range_delimiter =
        or_else(style->as.date_part.range_delimiter,
                part->as.date_part.range_delimiter);
}

static const nv_csl_node *locale_date(const nv_csl_render *render,
                                      const nv_csl_node *node)
{
    return node->form == NV_CSL_DATE_BY_PARTS
               ? NULL
               : render->lexicon->dates[node->form];
}

static void make_plan(const nv_csl_render *render, const nv_csl_node *node,
                      date_plan *plan)
{
    const nv_csl_node *locale = locale_date(render, node);
    const nv_csl_node *source = locale ? locale : node;
    const uint8_t wanted = node->as.date.parts
                               ? node->as.date.parts
                               : NV_CSL_YEAR | NV_CSL_MONTH | NV_CSL_DAY;

    *plan = (date_plan){.delimiter = source->delimiter};
    for (const nv_csl_node *part = source->first; part; part = part->next) {
        if (plan->count == MOST_PARTS ||
            (locale && !(wanted & part->as.date_part.part)))
            continue;
        plan->parts[plan->count] = *part;
        for (const nv_csl_node *own = locale ? node->first : NULL; own;
             own = own->next)
            if (own->as.date_part.part == part->as.date_part.part)
                override(&plan->parts[plan->count], own);
        plan->count++;
    }
}

/* Parts [from, to), with the delimiter between those that write and, when
 * `is_joined`, before the first. */
static bool write_parts(nv_csl_render *render, const date_plan *plan,
                        size_t from, size_t to, const nv_csl_day *day,
                        bool is_joined)
{
    bool wrote = is_joined;

    for (size_t i = from; i < to; i++) {
        const nv_csl_mark mark = nv_csl_draft_mark(render->draft);

        if (wrote)
            nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                                  plan->delimiter);
        if (nv_csl_date_part_render(render, &plan->parts[i], day))
            wrote = true;
        else
            nv_csl_draft_cut(render->draft, mark);
    }
    return wrote;
}

/* The largest part in which the ends of a range differ, among those that are
 * printed; 0: they read the same. */
static uint8_t first_difference(const date_plan *plan, const nv_csl_day *first,
                                const nv_csl_day *last)
{
    uint8_t printed = 0;

    for (size_t i = 0; i < plan->count; i++)
        printed |= plan->parts[i].as.date_part.part;
    if ((printed & NV_CSL_YEAR) && first->year != last->year)
        return NV_CSL_YEAR;
    if ((printed & NV_CSL_MONTH) &&
        (first->month != last->month || first->season != last->season))
        return NV_CSL_MONTH;
    if ((printed & NV_CSL_DAY) && first->day != last->day)
        return NV_CSL_DAY;
    return 0;
}

/* What stands between the ends: as the largest part that differs has it. */
static const char *range_delimiter(const nv_csl_render *render,
                                   const date_plan *plan, uint8_t difference)
{
    const char *delimiter = NULL;

    for (size_t i = 0; i < plan->count && !delimiter; i++)
        if (plan->parts[i].as.date_part.part == difference)
            delimiter = plan->parts[i].as.date_part.range_delimiter;
    if (!delimiter && difference == NV_CSL_YEAR)
        delimiter = nv_csl_lexicon_text(render->lexicon,
                                        NV_CSL_TERM_YEAR_RANGE_DELIMITER,
                                        NV_CSL_FORM_LONG, false);
    return or_else(delimiter, "\u2013");
}

/* Is the part repeated in a range whose ends differ in `difference`? It is when
 * it is no larger: bits grow from year to day. */
static bool is_repeated(const nv_csl_node *part, uint8_t difference)
{
    return part->as.date_part.part >= difference;
}

static bool has_value(const nv_csl_node *part, const nv_csl_date *date)
{
    return nv_csl_day_has(&date->first, part->as.date_part.part) ||
           nv_csl_day_has(&date->last, part->as.date_part.part);
}

/* "10-23 August 2003": what is the same stands once, before and after the parts
 * [from, to) that stand twice. */
static void write_range(nv_csl_render *render, date_plan *plan,
                        const nv_csl_date *date, uint8_t difference)
{
    size_t from = plan->count, to = 0;
    const char *suffix;
    bool wrote;

    for (size_t i = 0; i < plan->count; i++)
        if (is_repeated(&plan->parts[i], difference) &&
            has_value(&plan->parts[i], date)) {
            from = from < i ? from : i;
            to = i + 1;
        }
    suffix = plan->parts[to - 1].suffix;
    plan->parts[to - 1].suffix = NULL;
    wrote = write_parts(render, plan, 0, from, &date->first, false);
    write_parts(render, plan, from, to, &date->first, wrote);
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                          range_delimiter(render, plan, difference));
    plan->parts[to - 1].suffix = suffix;
    wrote = write_parts(render, plan, from, to, &date->last, false);
    write_parts(render, plan, to, plan->count, &date->last, wrote);
}

static void write_date(nv_csl_render *render, date_plan *plan,
                       const nv_csl_date *date)
{
    const uint8_t difference =
        date->is_range && !date->is_open
            ? first_difference(plan, &date->first, &date->last)
            : 0;

    if (difference) {
        write_range(render, plan, date, difference);
        return;
    }
    if (write_parts(render, plan, 0, plan->count, &date->first, false) &&
        date->is_open)
        nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_DELIMITER,
                              range_delimiter(render, plan, NV_CSL_YEAR));
}

static void write_key(nv_csl_render *render, const date_plan *plan,
                      const nv_csl_date *date)
{
    uint8_t parts = 0;
    nv_buffer key;

    for (size_t i = 0; i < plan->count; i++)
        parts |= plan->parts[i].as.date_part.part;
    nv_buffer_init(&key);
    nv_csl_date_key(date, parts, &key);
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT, key.text);
    render->draft->failed = render->draft->failed || key.failed;
    nv_buffer_release(&key);
}

static void write_literal(nv_csl_render *render, const char *literal)
{
    const nv_csl_string string = nv_csl_string_of(literal);

    nv_csl_draft_add_field(render->draft, NV_CSL_ORIGIN_CONTENT, &string);
}

/* The day of a visit does not tell works apart. */
static bool is_left_out(const nv_csl_render *render, const nv_csl_node *node)
{
    return render->purpose == NV_CSL_FOR_NAMES_APART &&
           node->as.date.variable == NV_CSL_ACCESSED;
}

/* Filled is what has printed something: an item with only a year has no "month
 * and day". */
nv_csl_outcome nv_csl_render_date(nv_csl_render *render,
                                  const nv_csl_node *node)
{
    const nv_csl_date *date =
        nv_csl_render_date_of(render, node->as.date.variable);
    nv_csl_outcome outcome;
    nv_csl_wrap wrap;
    date_plan plan;

    if (!date || is_left_out(render, node))
        return NV_CSL_CALLED;
    make_plan(render, node, &plan);
    wrap = nv_csl_wrap_open(render, node);
    if (date->literal)
        write_literal(render, date->literal);
    else if (render->purpose == NV_CSL_FOR_SORT)
        write_key(render, &plan, date);
    else
        write_date(render, &plan, date);
    outcome = nv_csl_wrap_close(render, &wrap, NV_CSL_CALLED);
    return outcome & NV_CSL_WROTE ? outcome | NV_CSL_FILLED : outcome;
}
