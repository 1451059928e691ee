/* SPDX-License-Identifier: MPL-2.0 */
/* Copies what is picked beside the query, and what can be, to the controls of
 * the filter; see show.h. */
#ifndef NV_SIDEBAR_SHOW_FILTER_H
#define NV_SIDEBAR_SHOW_FILTER_H

#include "sidebar/controls.h"
#include "sidebar/phrases.h"
#include "sidebar/state.h"

/* The list that a control shows; NV_FILTER_LISTS for any other control. */
nv_filter_list nv_show_filter_list(nv_control id);

/* What is picked: in words or, if the rows are open, in their lists, counted
 * anew. Returns whether the words take more lines or fewer. */
bool nv_show_filter(const nv_controls *controls, const nv_phrases *phrases,
                    nv_state *state, bool is_open);

#endif
