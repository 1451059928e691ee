/* SPDX-License-Identifier: MPL-2.0 */
/* The first minute: what the panel is, in three sentences, and an example to
 * press. Shown in the first panel that is ever opened, until something is
 * typed, and never again. */
#ifndef NV_SIDEBAR_WELCOME_H
#define NV_SIDEBAR_WELCOME_H

#include "sidebar/panel_parts.h"

/* Looks whether it was shown before; to be asked before the panel is shown. */
void nv_welcome_open(nv_panel *panel);

/* Searches the example, as if it had been typed. */
void nv_welcome_try(nv_panel *panel);

#endif
