/* SPDX-License-Identifier: MPL-2.0 */
/* The menu of the button "More…". */
#ifndef NV_SIDEBAR_MORE_H
#define NV_SIDEBAR_MORE_H

#include "sidebar/panel_parts.h"

/* Opens the menu under its button, waits for the writer's choice and does it.
 * What can't be done stands there with its reason. The panel may be closed
 * meanwhile; its holder must not go. */
void nv_panel_more(nv_panel *panel);

#endif
