/* SPDX-License-Identifier: MPL-2.0 */
/* The rows of the list of results, whatever it looks like: the hits in order of
 * time under a heading for each year, or, before anything is typed, what was
 * cited last and what is starred; at the end a row that brings more. The rank
 * of a hit is not its place here: the best one is chosen all the same. Plain C:
 * no UNO. */
#ifndef NV_SIDEBAR_RESULT_ROWS_H
#define NV_SIDEBAR_RESULT_ROWS_H

#include "sidebar/state.h"

typedef enum {
    NV_RESULT_YEAR,
    NV_RESULT_RECENT,  /* heading of what was cited last */
    NV_RESULT_STARRED, /* heading of what is starred */
    NV_RESULT_HIT,
    NV_RESULT_MORE /* brings more hits when it is chosen; the last one */
} nv_result_kind;

typedef struct {
    nv_result_kind kind;
    int year;     /* of NV_RESULT_YEAR */
    size_t count; /* how many hits stand under a heading */
    size_t hit;   /* of NV_RESULT_HIT: in the state's hits[] */
} nv_result_row;

/* Zeroed before its first use. */
typedef struct {
    nv_result_row *row; /* owned */
    size_t count;
    size_t capacity;
} nv_result_rows;

/* Makes the rows anew. False without memory; there are none then. */
bool nv_result_rows_make(nv_result_rows *rows, const nv_state *state);
void nv_result_rows_release(nv_result_rows *rows);

static inline bool nv_result_is_heading(const nv_result_row *row)
{
    return row->kind < NV_RESULT_HIT;
}

/* The row of a hit; rows->count if none is. */
size_t nv_result_row_of(const nv_result_rows *rows, int hit);

/* The row that a person comes to from `from` by `steps` down or, negative, up:
 * headings are passed over, and the ends hold. `from` may be rows->count for
 * none: then the first one, or the last. Returns rows->count where there is
 * nothing to come to. */
size_t nv_result_rows_step(const nv_result_rows *rows, size_t from, int steps);

#endif
