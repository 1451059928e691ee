/* SPDX-License-Identifier: MPL-2.0 */
/* Doing what deeds.h names, and telling the outcome in the panel. */
#ifndef NV_SIDEBAR_ACTS_H
#define NV_SIDEBAR_ACTS_H

#include "sidebar/panel_parts.h"

/* Does it, or says in the panel what stands in the way. */
void nv_panel_act(nv_panel *panel, nv_deed deed);

/* Does what the button says after a look at the document. */
void nv_panel_press(nv_panel *panel);

/* How things stand, the document asked. */
nv_situation nv_panel_situation(nv_panel *panel);

#endif
