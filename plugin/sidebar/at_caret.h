/* SPDX-License-Identifier: MPL-2.0 */
/* What stands at the caret: a citation of ours, which the panel then shows, or
 * a recorded quotation that is selected. */
#ifndef NV_SIDEBAR_AT_CARET_H
#define NV_SIDEBAR_AT_CARET_H

#include "sidebar/panel_parts.h"

/* Looks, and takes over what is found. Returns whether another state is to be
 * shown. An office that does not answer has nothing there. */
bool nv_at_caret_look(nv_panel *panel);

#endif
