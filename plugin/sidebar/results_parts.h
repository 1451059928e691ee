/* SPDX-License-Identifier: MPL-2.0 */
/* What the two looks of the results tell the list, and how a row is said. */
#ifndef NV_SIDEBAR_RESULTS_PARTS_H
#define NV_SIDEBAR_RESULTS_PARTS_H

#include "css.h"
#include "sidebar/result_rows.h"

typedef struct {
    void (*row)(void *self, size_t row); /* the writer selected another row */
    void (*pressed)(void *self);         /* and pressed it twice */
    void *self;                          /* borrowed */
    void *holder; /* an object of ours that is held while this is told */
} nv_results_told;

/* Adds the text of a row that is not a hit, or of a hit as one sentence. */
void nv_results_say(nv_buffer *out, const nv_phrases *phrases,
                    const nv_state *state, const nv_result_row *row);

#endif
