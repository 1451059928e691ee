/* SPDX-License-Identifier: MPL-2.0 */
/* Where the controls stand in the panel: one under the other, as wide as the
 * sidebar, as high as the system's font and theme want them. What height is
 * left goes to the lists, the event and the preview; what is hidden takes no
 * room. Pixels. */
#ifndef NV_SIDEBAR_LAYOUT_H
#define NV_SIDEBAR_LAYOUT_H

#include "sidebar/controls.h"

/* Places every control in the panel's window as it is now. Cheap, and the same
 * each time: the sidebar asks several times before it has its real size. */
void nv_layout(const nv_controls *controls);

/* Whether the panel's window is high enough for nothing to be cut off. */
bool nv_layout_fits(const nv_controls *controls);

/* The least height at which nothing is cut off at this width. */
int nv_layout_height(const nv_controls *controls, int width);

/* The height that a label's text takes at its width; 0 of an empty one. */
int nv_layout_label(const nv_controls *controls, nv_control id);

/* The least width that is of use. */
int nv_layout_width(const nv_controls *controls);

#endif
