/* SPDX-License-Identifier: MPL-2.0 */
/* The style of the document: its own, once it has citations, else the one that
 * new documents get. */
#ifndef NV_SIDEBAR_ESSAY_STYLE_H
#define NV_SIDEBAR_ESSAY_STYLE_H

#include "sidebar/panel_parts.h"

/* Takes over the style that the document has; one that can't be had is told in
 * the panel. */
void nv_essay_style_look(nv_panel *panel);

/* Chooses the style in that row of the list: for the document, whose citations
 * are written in it, or for those that have none yet. */
void nv_essay_style_choose(nv_panel *panel, int row);

#endif
