/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel keeps of the writer's work between sessions: the events cited
 * last, and the starred ones, on the desk (desk.h) in the profile. */
#ifndef NV_SIDEBAR_KEEP_H
#define NV_SIDEBAR_KEEP_H

#include "sidebar/panel_parts.h"

/* Finds the file of the desk; given back with nv_desk_release(). */
void nv_keep_open(nv_panel *panel);

/* Reads the desk again if another window wrote it; shows it where the list
 * shows the desk. What is wrong with the file is told once. */
void nv_keep_look(nv_panel *panel);

/* An event was cited, by its "pack:id". */
void nv_keep_cited(nv_panel *panel, const nv_buffer *id);

/* Stars the event that is shown, or takes its star away. */
void nv_keep_star(nv_panel *panel);

#endif
