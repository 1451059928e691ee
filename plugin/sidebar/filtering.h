/* SPDX-License-Identifier: MPL-2.0 */
/* What is picked in the panel beside the query, and the rows of the lists that
 * it is picked from. Plain C: no UNO. */
#ifndef NV_SIDEBAR_FILTERING_H
#define NV_SIDEBAR_FILTERING_H

#include "base/buffer.h"
#include "registry/search/facets.h"

/* The lists. */
typedef enum {
    NV_FILTER_PERIOD,
    NV_FILTER_KIND,
    NV_FILTER_PARTY,
    NV_FILTER_LANGUAGE,
    NV_FILTER_PACK,
    NV_FILTER_LISTS
} nv_filter_list;

/* As nv_filter; texts are "" where nothing is picked. */
typedef struct {
    int first_year, last_year;
    int kind; /* 1 + nv_kind; 0: any */
    nv_buffer party, language, pack;
    bool has_wording;
} nv_filtering;

void nv_filtering_init(nv_filtering *filtering);
void nv_filtering_release(nv_filtering *filtering);

/* Picks nothing any more. */
void nv_filtering_clear(nv_filtering *filtering);
bool nv_filtering_is_empty(const nv_filtering *filtering);

/* What the search is asked for; borrows the texts. */
nv_filter nv_filtering_filter(const nv_filtering *filtering);

/* Picks a row of a list; NULL: any. */
void nv_filtering_pick(nv_filtering *filtering, nv_filter_list list,
                       const nv_pick *pick);

enum { NV_FILTER_ROWS = 400, NV_FILTER_NO_ROW = -1 };

/* The rows of a list behind the first, which is "any": what was counted last,
 * decades each followed by its years, and what is picked, should it count
 * nothing. Writes at most NV_FILTER_ROWS, borrowed from the finder and the
 * filtering, and returns how many; *row is the one that is picked, 0 for the
 * first, NV_FILTER_NO_ROW for years that are no row. */
size_t nv_filtering_rows(const nv_filtering *filtering, const nv_finder *finder,
                         nv_filter_list list, nv_pick rows[], int *row);

/* Takes years as they are typed: "1954", "1949-1955", "1949–55", "1949-",
 * "-1955", "". False for what is no such thing yet: then all is as before. */
bool nv_filtering_type_years(nv_filtering *filtering, const char *text);

/* Adds the years as they would be typed. */
void nv_filtering_add_years(const nv_filtering *filtering, nv_buffer *out);

#endif
