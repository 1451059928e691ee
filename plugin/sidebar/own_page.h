/* SPDX-License-Identifier: MPL-2.0 */
/* The form of a document of one's own, shown in place of the search. What was
 * typed stays there until it is saved or thrown away, also when the form is
 * left or another document is asked for. Main thread only. */
#ifndef NV_SIDEBAR_OWN_PAGE_H
#define NV_SIDEBAR_OWN_PAGE_H

#include "sidebar/panel_parts.h"

/* Shows the form as it is; empty at first. */
void nv_own_page_open(nv_panel *panel);

/* Shows the chosen event in it: to be changed, if it is one of the writer's
 * own; or as the beginning of another document. */
void nv_own_page_change(nv_panel *panel);
void nv_own_page_adapt(nv_panel *panel);

#endif
