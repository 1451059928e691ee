/* SPDX-License-Identifier: MPL-2.0 */
/* See result_plan.h. */
#include "sidebar/result_plan.h"

#include <stdlib.h>
#include <string.h>

static int row_height(const nv_result_row *row, nv_result_metrics metrics)
{
    const int lines = row->kind == NV_RESULT_HIT ? 2 : 1;

    return lines * metrics.line + 2 * metrics.pad;
}

bool nv_result_plan_make(nv_result_plan *plan, const nv_result_rows *rows,
                         nv_result_metrics metrics)
{
    int *top = realloc(plan->top, (rows->count + 1) * sizeof *top);
    int y = 0;

    plan->count = 0;
    if (!top)
        return false;
    plan->top = top;
    plan->metrics = metrics;
    plan->count = rows->count;
    for (size_t i = 0; i < rows->count; i++) {
        top[i] = y;
        y += row_height(&rows->row[i], metrics);
    }
    top[rows->count] = y;
    return true;
}

void nv_result_plan_release(nv_result_plan *plan)
{
    free(plan->top);
    memset(plan, 0, sizeof *plan);
}

int nv_result_plan_height(const nv_result_plan *plan)
{
    return plan->count > 0 ? plan->top[plan->count] : 0;
}

size_t nv_result_plan_at(const nv_result_plan *plan, int y)
{
    size_t first = 0, past = plan->count;

    if (y < 0 || y >= nv_result_plan_height(plan))
        return plan->count;
    while (past - first > 1) {
        size_t middle = first + (past - first) / 2;

        if (plan->top[middle] <= y)
            first = middle;
        else
            past = middle;
    }
    return first;
}

static int within(int value, int least, int most)
{
    if (value > most)
        value = most;
    return value < least ? least : value;
}

int nv_result_plan_reveal(const nv_result_plan *plan,
                          const nv_result_rows *rows, size_t row, int scroll,
                          int height)
{
    if (row < plan->count) {
        const bool has_heading =
            row > 0 && nv_result_is_heading(&rows->row[row - 1]);
        const int top = plan->top[has_heading ? row - 1 : row];
        const int bottom = plan->top[row + 1];

        if (scroll + height < bottom)
            scroll = bottom - height;
        if (scroll > top)
            scroll = top;
        if (scroll + height < bottom) /* no room for the heading as well */
            scroll = plan->top[row];
    }
    return within(scroll, 0, nv_result_plan_height(plan) - height);
}

size_t nv_result_plan_page(const nv_result_plan *plan,
                           const nv_result_rows *rows, size_t from, int height,
                           bool is_down)
{
    const int step = is_down ? 1 : -1;
    size_t at = nv_result_rows_step(rows, from, step);

    for (;;) {
        size_t next = nv_result_rows_step(rows, at, step);

        if (next == at || at >= plan->count || from >= plan->count ||
            abs(plan->top[next] - plan->top[from]) >
                height - plan->metrics.line)
            return at;
        at = next;
    }
}
