/* SPDX-License-Identifier: MPL-2.0 */
/* Where the controls of a window stand: one under the other, as wide as the
 * sidebar, as high as the system's font and theme want them. What height is
 * left goes to the rows that want a share of it; what is hidden takes no room.
 * Pixels. */
#ifndef NV_SIDEBAR_LAYOUT_H
#define NV_SIDEBAR_LAYOUT_H

#include "sidebar/controls.h"

/* What stands in a row. */
typedef enum {
    NV_ROW_PREFERRED, /* a control as high as it wants */
    NV_ROW_WRAPPED,   /* a text as high as it is when wrapped; none if empty */
    NV_ROW_LINES,     /* some lines of text and a share of what is left over */
    NV_ROW_GIVEN,     /* a control as high as it was given, likewise */
    NV_ROW_BOXES,     /* two check boxes, one under the other if need be */
    NV_ROW_FIELDS,    /* two fields, each under its label; likewise */
    NV_ROW_TEXTS,     /* two texts, each under its label; likewise, and a share
                         of what is left over. The first alone has the row where
                         the second is hidden */
    NV_ROW_BUTTONS    /* a wide button and one no wider than its text */
} nv_row_kind;

/* One of the rows of a plan, from top to bottom; one whose first control is
 * hidden takes no room. A field's label is the control numbered before it. */
typedef struct nv_plan_row {
    nv_row_kind kind;
    int id;
    int beside; /* the second of a row of two */
    int lines;  /* the least, of NV_ROW_LINES and NV_ROW_TEXTS */
    int share;  /* of the height that is left over */
    int gap;    /* after the row: 1 or 0 */
} nv_plan_row;

/* Places every control in its window as that is now. Cheap, and the same each
 * time: the sidebar asks several times before it has its real size. A window
 * that is away is left as it is. */
void nv_layout(const nv_controls *controls);

/* Whether the window is high enough for nothing to be cut off. */
bool nv_layout_fits(const nv_controls *controls);

/* The least height at which nothing is cut off at this width. */
int nv_layout_height(const nv_controls *controls, int width);

/* The height that a label's text takes at its width; 0 of an empty one. */
int nv_layout_label(const nv_controls *controls, int id);

/* The height of a line of text, and the width between the margins. */
int nv_layout_line(const nv_controls *controls);
int nv_layout_inner_width(const nv_controls *controls);

/* The least width that is of use. */
int nv_layout_width(const nv_controls *controls);

#endif
