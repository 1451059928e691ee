/* SPDX-License-Identifier: MPL-2.0 */
/* What is done with the rows of the filter in the panel. */
#ifndef NV_SIDEBAR_FILTER_ROWS_H
#define NV_SIDEBAR_FILTER_ROWS_H

#include "sidebar/panel_parts.h"

/* The box that opens and closes the rows, or the one for wordings. */
void nv_filter_rows_tick(nv_panel *panel, nv_control id, bool is_ticked);

/* A row of a list was chosen, or years were typed. */
void nv_filter_rows_choose(nv_panel *panel, nv_filter_list list, int row);
void nv_filter_rows_years(nv_panel *panel, const char *text);

/* Picks nothing any more; false when nothing was picked. */
bool nv_filter_rows_clear(nv_panel *panel);

#endif
