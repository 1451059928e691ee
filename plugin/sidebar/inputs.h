/* SPDX-License-Identifier: MPL-2.0 */
/* What a person types, chooses and ticks in the search: from the controls to
 * the state, and what follows from it is shown. */
#ifndef NV_SIDEBAR_INPUTS_H
#define NV_SIDEBAR_INPUTS_H

#include "sidebar/panel_parts.h"

/* A field has another text. */
void nv_inputs_text(nv_panel *panel, nv_control id);

/* A list has another row, or a box another tick. */
void nv_inputs_item(nv_panel *panel, nv_control id);

/* Another hit of the list of results is chosen. */
void nv_inputs_choose(nv_panel *panel, int row);

/* One step back: closes a form, leaves the citation at the caret, or empties
 * what was typed. Returns false when there was nothing to go back from. */
bool nv_inputs_back(nv_panel *panel);

#endif
