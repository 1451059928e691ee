/* SPDX-License-Identifier: MPL-2.0 */
/* What the list of results does when it is used: rows are chosen, inserted and
 * starred, more of them are brought, and the look changes. */
#ifndef NV_SIDEBAR_LIST_EVENTS_H
#define NV_SIDEBAR_LIST_EVENTS_H

#include "sidebar/panel_parts.h"

/* For nv_results_new(); the panel is their `self`. */
extern const nv_results_actions nv_panel_results;

/* For the key guard: Ctrl+Alt+S stars, Ctrl+Alt+R changes the look; in a
 * painted list the keys that move in it. Returns whether the key was used up.
 */
bool nv_list_takes_key(nv_panel *panel, const css_awt_KeyEvent *event);

/* Enter in the list: inserts the chosen row, once the focus stands on one; on
 * the last row it brings more. */
void nv_list_return(nv_panel *panel);

/* Down in the search field: the focus goes to the list, which chooses its first
 * row if none is chosen. */
void nv_list_enter(nv_panel *panel);

/* Enter in an empty field: chooses the event cited last, to be looked at before
 * a second Enter inserts it. Returns whether it did. */
bool nv_list_offer(nv_panel *panel);

#endif
