/* SPDX-License-Identifier: MPL-2.0 */
/* See result_rows.h. */
#include "sidebar/result_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* A hit as it is sorted. */
typedef struct {
    const char *date;
    size_t hit;
} dated;

static int by_date(const void *a, const void *b)
{
    const dated *first = a, *second = b;
    int order = strcmp(first->date, second->date);

    if (order != 0)
        return order;
    return first->hit < second->hit ? -1 : first->hit > second->hit;
}

static nv_result_row *add(nv_result_rows *rows, nv_result_kind kind)
{
    nv_result_row *grown =
        nv_array_grow(rows->row, rows->count, &rows->capacity, sizeof *grown);

    if (!grown)
        return NULL;
    rows->row = grown;
    grown = &rows->row[rows->count++];
    *grown = (nv_result_row){.kind = kind};
    return grown;
}

static bool add_hit(nv_result_rows *rows, size_t heading, size_t hit)
{
    nv_result_row *row = add(rows, NV_RESULT_HIT);

    if (!row)
        return false;
    row->hit = hit;
    rows->row[heading].count++;
    return true;
}

static bool add_years(nv_result_rows *rows, const dated *hits, size_t count)
{
    size_t heading = 0;

    for (size_t i = 0; i < count; i++) {
        const int year = atoi(hits[i].date);

        if (i == 0 || year != rows->row[heading].year) {
            nv_result_row *row = add(rows, NV_RESULT_YEAR);

            if (!row)
                return false;
            row->year = year;
            heading = rows->count - 1;
        }
        if (!add_hit(rows, heading, hits[i].hit))
            return false;
    }
    return true;
}

static bool add_by_year(nv_result_rows *rows, const nv_state *state)
{
    dated *hits = malloc((state->hit_count + 1) * sizeof *hits);
    bool is_done;

    if (!hits)
        return false;
    for (size_t i = 0; i < state->hit_count; i++)
        hits[i] = (dated){state->hits[i].card.date, i};
    qsort(hits, state->hit_count, sizeof *hits, by_date);
    is_done = add_years(rows, hits, state->hit_count);
    free(hits);
    return is_done;
}

/* A heading and the hits from `first` up to before `past`; nothing for none. */
static bool add_group(nv_result_rows *rows, nv_result_kind kind, size_t first,
                      size_t past)
{
    const size_t heading = rows->count;

    if (first < past && !add(rows, kind))
        return false;
    for (size_t i = first; i < past; i++)
        if (!add_hit(rows, heading, i))
            return false;
    return true;
}

static bool add_all(nv_result_rows *rows, const nv_state *state)
{
    if (state->is_desk)
        return add_group(rows, NV_RESULT_RECENT, 0, state->recent_count) &&
               add_group(rows, NV_RESULT_STARRED, state->recent_count,
                         state->hit_count);
    return add_by_year(rows, state) &&
           (!nv_state_has_more(state) || add(rows, NV_RESULT_MORE));
}

bool nv_result_rows_make(nv_result_rows *rows, const nv_state *state)
{
    rows->count = 0;
    if (add_all(rows, state))
        return true;
    rows->count = 0;
    return false;
}

void nv_result_rows_release(nv_result_rows *rows)
{
    free(rows->row);
    memset(rows, 0, sizeof *rows);
}

size_t nv_result_row_of(const nv_result_rows *rows, int hit)
{
    size_t i = 0;

    while (i < rows->count && (rows->row[i].kind != NV_RESULT_HIT ||
                               (long)rows->row[i].hit != (long)hit))
        i++;
    return i;
}

/* The next row in a direction that is no heading; `past` where there is none.
 */
static size_t next(const nv_result_rows *rows, size_t from, int direction)
{
    const size_t past = rows->count;
    size_t at = from == past && direction > 0 ? 0 : from + (size_t)direction;

    /* One before the first is greater than any. */
    while (at < past && nv_result_is_heading(&rows->row[at]))
        at += (size_t)direction;
    return at < past ? at : past;
}

size_t nv_result_rows_step(const nv_result_rows *rows, size_t from, int steps)
{
    const int direction = steps < 0 ? -1 : 1;

    for (int i = 0; i != steps; i += direction) {
        size_t to = next(rows, from, direction);

        if (to == rows->count)
            break;
        from = to;
    }
    return from;
}
