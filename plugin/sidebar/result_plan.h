/* SPDX-License-Identifier: MPL-2.0 */
/* Where the rows of a painted list stand: one under the other, two lines for a
 * hit and one for a heading, as high as the font wants them. Pixels, from the
 * top of the first row. Plain C: no UNO. */
#ifndef NV_SIDEBAR_RESULT_PLAN_H
#define NV_SIDEBAR_RESULT_PLAN_H

#include "sidebar/result_rows.h"

typedef struct {
    int line; /* height of a line of text */
    int pad;  /* above and below the lines of a row, and beside them */
} nv_result_metrics;

/* Zeroed before its first use. */
typedef struct {
    nv_result_metrics metrics;
    int *top;     /* of each row, and behind them the height of all; owned */
    size_t count; /* rows */
} nv_result_plan;

/* Places the rows. False without memory; there are none then. */
bool nv_result_plan_make(nv_result_plan *plan, const nv_result_rows *rows,
                         nv_result_metrics metrics);
void nv_result_plan_release(nv_result_plan *plan);

/* The height of all rows. */
int nv_result_plan_height(const nv_result_plan *plan);

/* The row at y; plan->count above the first and below the last. */
size_t nv_result_plan_at(const nv_result_plan *plan, int y);

/* How far down a window of `height` is scrolled that now is at `scroll`, when
 * it is to show a row whole, with the heading before it if that is the first of
 * its year: as little as it takes. row == plan->count: when it is to show no
 * row in particular; what is not there is not scrolled to. */
int nv_result_plan_reveal(const nv_result_plan *plan,
                          const nv_result_rows *rows, size_t row, int scroll,
                          int height);

/* The row one window higher or, down, lower than `from`. */
size_t nv_result_plan_page(const nv_result_plan *plan,
                           const nv_result_rows *rows, size_t from, int height,
                           bool is_down);

#endif
