/* SPDX-License-Identifier: MPL-2.0 */
/* What the events of the search do: which of them come when, and on which
 * thread; what is typed and chosen is inputs.h's. */
#ifndef NV_SIDEBAR_EVENTS_H
#define NV_SIDEBAR_EVENTS_H

#include "sidebar/panel_parts.h"

/* For the listeners of a panel, which is their `self`. */
extern const nv_listener_actions nv_panel_events;

/* For its key guard: wherever the focus is in the panel, Ctrl+Enter
 * quotes, Alt+Right reads the chosen event and Escape goes back; the keys of
 * the list are list_events.h's.
 */
bool nv_panel_takes_key(void *self, const css_awt_KeyEvent *event);

#endif
