/* SPDX-License-Identifier: MPL-2.0 */
/* The two lines of a painted result: date and title, then the piece of text
 * that matched, or who took part, with the matched words marked. Plain C: no
 * UNO. */
#ifndef NV_SIDEBAR_RESULT_LINES_H
#define NV_SIDEBAR_RESULT_LINES_H

#include "sidebar/state.h"

typedef struct {
    nv_buffer text; /* UTF-8, one line; may be empty */
    struct nv_mark marks[NV_SNIPPET_MARKS];
    size_t mark_count; /* in the order of the text; they don't overlap */
} nv_marked_line;

typedef struct {
    nv_marked_line line[2];
} nv_result_lines;

/* Writes the lines of hits[hit]. Reads the event where that tells more than
 * the card: ask for what is looked at. Given back by release. */
void nv_result_lines_make(nv_result_lines *lines, const nv_phrases *phrases,
                          const nv_state *state, size_t hit);
void nv_result_lines_release(nv_result_lines *lines);

/* Cuts the beginning of a line, at a space and with an ellipsis, so that the
 * first mark ends within `room` characters; a line without marks, or whose
 * first one does so anyway, stays whole. */
void nv_marked_line_cut(nv_marked_line *line, size_t room);

#endif
