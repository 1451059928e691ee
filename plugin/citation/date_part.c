/* SPDX-License-Identifier: MPL-2.0 */
/* cs:date-part: a year, a month or season, a day. See date.h. */
#include "citation/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_PLAIN_YEAR = 500 }; /* years before it are said to be AD */

/* Dates of a caller are not checked when an item is made. */
static bool is_month(uint8_t month)
{
    return month >= 1 && month <= 12;
}

static bool is_season(uint8_t season)
{
    return season >= 1 && season <= 4;
}

bool nv_csl_day_has(const nv_csl_day *day, uint8_t part)
{
    switch (part) {
    case NV_CSL_YEAR:
        return day->year != 0;
    case NV_CSL_MONTH:
        return is_month(day->month) || is_season(day->season);
    case NV_CSL_DAY:
        return day->day && is_month(day->month);
    default:
        return false;
    }
}

static const char *term(const nv_csl_render *render, nv_csl_term term,
                        nv_csl_form form)
{
    return nv_csl_lexicon_text(render->lexicon, term, form, false);
}

/* "1954", "54", "44 BC", "79 AD". */
static void add_year(const nv_csl_render *render, const nv_csl_node *part,
                     const nv_csl_day *day, nv_buffer *out)
{
    const long year = labs((long)day->year);
    const bool is_short = part->form == NV_CSL_PART_SHORT;
    const char *era = NULL;

    if (day->year < 0)
        era = term(render, NV_CSL_TERM_BC, NV_CSL_FORM_LONG);
    else if (year < FIRST_PLAIN_YEAR)
        era = term(render, NV_CSL_TERM_AD, NV_CSL_FORM_LONG);
    if (is_short && year >= 100)
        nv_buffer_add_format(out, "%02ld", year % 100);
    else
        nv_buffer_add_format(out, "%ld", year);
    if (era)
        nv_buffer_add_format(out, " %s", era);
}

/* A season has no number. */
static void add_month(const nv_csl_render *render, const nv_csl_node *part,
                      const nv_csl_day *day, nv_buffer *out)
{
    const nv_csl_form form =
        part->form == NV_CSL_PART_SHORT ? NV_CSL_FORM_SHORT : NV_CSL_FORM_LONG;

    if (is_season(day->season))
        nv_buffer_add_text(
            out, term(render, NV_CSL_TERM_SEASON_01 + day->season - 1, form));
    else if (part->form == NV_CSL_PART_NUMERIC)
        nv_buffer_add_format(out, "%d", day->month);
    else if (part->form == NV_CSL_PART_NUMERIC_ZEROS)
        nv_buffer_add_format(out, "%02d", day->month);
    else
        nv_buffer_add_text(
            out, term(render, NV_CSL_TERM_MONTH_01 + day->month - 1, form));
}

/* Ordinals agree with the month in gender ("1er janvier"); some languages have
 * them for the first of a month only. */
static void add_day(const nv_csl_render *render, const nv_csl_node *part,
                    const nv_csl_day *day, nv_buffer *out)
{
    const bool is_ordinal =
        part->form == NV_CSL_PART_ORDINAL &&
        (day->day == 1 || !render->lexicon->limit_day_ordinals_to_day_1);

    nv_buffer_add_format(
        out, part->form == NV_CSL_PART_NUMERIC_ZEROS ? "%02d" : "%d", day->day);
    if (is_ordinal) {
        const nv_csl_word *month = nv_csl_lexicon_word(
            render->lexicon, NV_CSL_TERM_MONTH_01 + day->month - 1,
            NV_CSL_FORM_LONG);

        nv_buffer_add_text(out, nv_csl_lexicon_ordinal(
                                    render->lexicon, day->day, month->gender));
    }
}

static void add_part(const nv_csl_render *render, const nv_csl_node *part,
                     const nv_csl_day *day, nv_buffer *out)
{
    switch (part->as.date_part.part) {
    case NV_CSL_YEAR:
        add_year(render, part, day, out);
        break;
    case NV_CSL_MONTH:
        add_month(render, part, day, out);
        break;
    default:
        add_day(render, part, day, out);
    }
}

/* The suffix that tells items of one year apart follows the first year of a
 * cite, unless the style has a place of its own for it. */
static void write_year_suffix(nv_csl_render *render)
{
    char text[8];

    if (render->has_year_suffix || !render->distinction->year_suffix ||
        render->purpose != NV_CSL_FOR_PRINT ||
        render->lexicon->style->prints_year_suffix)
        return;
    render->has_year_suffix = true;
    nv_csl_year_suffix_text(render->distinction->year_suffix, text);
    nv_csl_draft_open(render->draft,
                      &(nv_csl_frame){.tag = NV_CSL_TAG_YEAR_SUFFIX});
    nv_csl_draft_add_text(render->draft, NV_CSL_ORIGIN_CONTENT, text);
    nv_csl_draft_close(render->draft);
}

bool nv_csl_date_part_render(nv_csl_render *render, const nv_csl_node *part,
                             const nv_csl_day *day)
{
    const bool is_year = part->as.date_part.part == NV_CSL_YEAR;
    nv_csl_draft *draft = render->draft;
    nv_csl_wrap wrap;
    nv_csl_string string;
    nv_buffer text;

    if (!nv_csl_day_has(day, part->as.date_part.part))
        return false;
    nv_buffer_init(&text);
    add_part(render, part, day, &text);
    string = nv_csl_string_of(text.text);
    wrap = nv_csl_wrap_open(render, part);
    if (is_year)
        nv_csl_draft_open(draft, &(nv_csl_frame){.tag = NV_CSL_TAG_YEAR});
    nv_csl_draft_add_field(draft, NV_CSL_ORIGIN_CONTENT, &string);
    if (is_year) {
        write_year_suffix(render);
        nv_csl_draft_close(draft);
    }
    draft->failed = draft->failed || text.failed;
    nv_buffer_release(&text);
    return nv_csl_wrap_close(render, &wrap, NV_CSL_NOTHING) & NV_CSL_WROTE;
}
