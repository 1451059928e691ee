/* SPDX-License-Identifier: MPL-2.0 */
/* Paints rows of results: lines of text with marked words, in the office's font
 * and colours, cut with an ellipsis where the window ends. Pixels; y counts
 * from the window's top. */
#ifndef NV_SIDEBAR_BRUSH_H
#define NV_SIDEBAR_BRUSH_H

#include "css.h"
#include "sidebar/result_lines.h"
#include "sidebar/result_plan.h"

typedef struct nv_brush nv_brush;

/* A brush that the caller gives back with nv_brush_free(); NULL without memory.
 */
nv_brush *nv_brush_new(nv_error *err);
void nv_brush_free(nv_brush *brush); /* NULL is fine */

/* Takes over colours and font as they are now in a window. */
void nv_brush_look(nv_brush *brush, css_awt_XWindow *window,
                   css_awt_XStyleSettings *style);

/* How wide the rows are. */
void nv_brush_set_width(nv_brush *brush, int width);

/* The measures of the font; about how many characters fit on a line; how wide a
 * scroll bar is. */
nv_result_metrics nv_brush_metrics(const nv_brush *brush);
size_t nv_brush_room(const nv_brush *brush);
int nv_brush_bar_width(const nv_brush *brush);

/* Between begin, which paints the ground and may fail, and end, which paints
 * the frame. */
bool nv_brush_begin(nv_brush *brush, css_awt_XWindow *window, int width,
                    int height);
void nv_brush_end(nv_brush *brush, bool has_focus);

void nv_brush_heading(nv_brush *brush, int y, int height,
                      const nv_marked_line *line);

typedef struct {
    bool is_selected;
    bool is_link; /* underlined as a whole: pressing it does something */
} nv_brush_row_state;

void nv_brush_row(nv_brush *brush, int y, int height,
                  const nv_result_lines *lines, nv_brush_row_state how);

#endif
