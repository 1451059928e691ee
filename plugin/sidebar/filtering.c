/* SPDX-License-Identifier: MPL-2.0 */
/* See filtering.h. */
#include "sidebar/filtering.h"

#include <stdlib.h>
#include <string.h>

static const nv_facet facets[NV_FILTER_LISTS] = {
    [NV_FILTER_PERIOD] = NV_FACET_DECADES,
    [NV_FILTER_KIND] = NV_FACET_KINDS,
    [NV_FILTER_PARTY] = NV_FACET_PARTIES,
    [NV_FILTER_LANGUAGE] = NV_FACET_LANGUAGES,
    [NV_FILTER_PACK] = NV_FACET_PACKS,
};

void nv_filtering_init(nv_filtering *filtering)
{
    *filtering = (nv_filtering){.party = NV_BUFFER_INIT,
                                .language = NV_BUFFER_INIT,
                                .pack = NV_BUFFER_INIT};
}

void nv_filtering_release(nv_filtering *filtering)
{
    nv_buffer_release(&filtering->party);
    nv_buffer_release(&filtering->language);
    nv_buffer_release(&filtering->pack);
}

void nv_filtering_clear(nv_filtering *filtering)
{
    nv_filtering_release(filtering);
    nv_filtering_init(filtering);
}

nv_filter nv_filtering_filter(const nv_filtering *filtering)
{
    return (nv_filter){
        .first_year = filtering->first_year,
        .last_year = filtering->last_year,
        .kinds = filtering->kind ? 1u << (filtering->kind - 1) : 0,
        .party = filtering->party.text,
        .language = filtering->language.text,
        .pack = filtering->pack.text,
        .has_wording = filtering->has_wording,
    };
}

bool nv_filtering_is_empty(const nv_filtering *filtering)
{
    const nv_filter filter = nv_filtering_filter(filtering);

    return nv_filter_is_empty(&filter);
}

/* Where the text of a list is kept; NULL: it has none. */
static const nv_buffer *text_of(const nv_filtering *filtering,
                                nv_filter_list list)
{
    const nv_buffer *const texts[NV_FILTER_LISTS] = {
        [NV_FILTER_PARTY] = &filtering->party,
        [NV_FILTER_LANGUAGE] = &filtering->language,
        [NV_FILTER_PACK] = &filtering->pack,
    };

    return texts[list];
}

void nv_filtering_pick(nv_filtering *filtering, nv_filter_list list,
                       const nv_pick *pick)
{
    nv_buffer *text = (nv_buffer *)text_of(filtering, list);

    if (list == NV_FILTER_PERIOD) {
        filtering->first_year = pick ? pick->first_year : 0;
        filtering->last_year = pick ? pick->last_year : 0;
    } else if (list == NV_FILTER_KIND) {
        filtering->kind = pick ? 1 + (int)pick->kind : 0;
    } else {
        nv_buffer next = NV_BUFFER_INIT; /* the text may be our own */

        nv_buffer_add_text(&next, pick ? pick->text : NULL);
        nv_buffer_release(text);
        *text = next;
    }
}

/* Rows */

static bool is_any(const nv_filtering *filtering, nv_filter_list list)
{
    if (list == NV_FILTER_PERIOD)
        return filtering->first_year == 0 && filtering->last_year == 0;
    if (list == NV_FILTER_KIND)
        return filtering->kind == 0;
    return text_of(filtering, list)->len == 0;
}

static bool is_picked(const nv_filtering *filtering, nv_filter_list list,
                      const nv_pick *pick)
{
    if (list == NV_FILTER_PERIOD)
        return pick->first_year == filtering->first_year &&
               pick->last_year == filtering->last_year;
    if (list == NV_FILTER_KIND)
        return 1 + (int)pick->kind == filtering->kind;
    return strcmp(pick->text, text_of(filtering, list)->text) == 0;
}

/* The row of what is picked and counts nothing. */
static nv_pick empty_pick(const nv_filtering *filtering, nv_filter_list list)
{
    nv_pick pick = {.count = 0};

    if (list == NV_FILTER_KIND) {
        pick.kind = (nv_kind)(filtering->kind - 1);
        pick.text = nv_kind_word(pick.kind);
    } else {
        pick.text = text_of(filtering, list)->text;
    }
    return pick;
}

/* Adds the years of a decade; of a decade with one year that is the same. */
static size_t add_years(const nv_finder *finder, const nv_pick *decade,
                        nv_pick rows[], size_t count)
{
    size_t years;
    const nv_pick *list = nv_finder_facet(finder, NV_FACET_YEARS, &years);

    for (size_t i = 0; i < years && count < NV_FILTER_ROWS; i++)
        if (list[i].first_year >= decade->first_year &&
            list[i].last_year <= decade->last_year)
            rows[count++] = list[i];
    return count;
}

size_t nv_filtering_rows(const nv_filtering *filtering, const nv_finder *finder,
                         nv_filter_list list, nv_pick rows[], int *row)
{
    size_t picks = 0, count = 0;
    const nv_pick *all =
        finder ? nv_finder_facet(finder, facets[list], &picks) : NULL;

    for (size_t i = 0; i < picks && count < NV_FILTER_ROWS - 1; i++) {
        rows[count++] = all[i];
        if (list == NV_FILTER_PERIOD)
            count = add_years(finder, &all[i], rows, count);
    }
    *row = is_any(filtering, list) ? 0 : NV_FILTER_NO_ROW;
    for (size_t i = 0; *row == NV_FILTER_NO_ROW && i < count; i++)
        if (is_picked(filtering, list, &rows[i]))
            *row = (int)i + 1;
    if (*row == NV_FILTER_NO_ROW && list != NV_FILTER_PERIOD &&
        count < NV_FILTER_ROWS) {
        rows[count++] = empty_pick(filtering, list);
        *row = (int)count;
    }
    return count;
}

/* Years */

/* Reads a year, of two digits in the century of `before`; 0 if there is none.
 */
static int read_year(const char **text, int before)
{
    const size_t len = strspn(*text, "0123456789");
    const int year = len == 4 || (len == 2 && before) ? atoi(*text) : 0;

    *text += year || len == 0 ? len : 0;
    return len == 2 && year ? before / 100 * 100 + year : year;
}

static void skip_spaces(const char **text)
{
    *text += strspn(*text, " ");
}

/* Skips what parts two years: a hyphen, a dash or two full stops. */
static bool skip_link(const char **text)
{
    static const char *const links[] = {"-",  "\u2013", "\u2014",
                                        "..", "\u2010", "\u2011"};

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        const size_t len = strlen(links[i]);

        if (strncmp(*text, links[i], len) == 0) {
            *text += len;
            return true;
        }
    }
    return false;
}

bool nv_filtering_type_years(nv_filtering *filtering, const char *text)
{
    int first, last;

    skip_spaces(&text);
    first = last = read_year(&text, 0);
    skip_spaces(&text);
    if (skip_link(&text)) {
        skip_spaces(&text);
        last = read_year(&text, first);
        skip_spaces(&text);
    }
    if (*text != '\0' || (first && last && last < first))
        return false;
    filtering->first_year = first;
    filtering->last_year = last;
    return true;
}

void nv_filtering_add_years(const nv_filtering *filtering, nv_buffer *out)
{
    const int first = filtering->first_year, last = filtering->last_year;

    if (first)
        nv_buffer_add_format(out, "%d", first);
    if (first != last)
        nv_buffer_add_text(out, "\u2013");
    if (last && first != last)
        nv_buffer_add_format(out, "%d", last);
}
