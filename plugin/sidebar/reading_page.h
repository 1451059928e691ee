/* SPDX-License-Identifier: MPL-2.0 */
/* The page on which the chosen event is read, in place of the search. */
#ifndef NV_SIDEBAR_READING_PAGE_H
#define NV_SIDEBAR_READING_PAGE_H

#include "sidebar/panel_parts.h"

/* Shows all that is recorded of the event chosen in the search; without one
 * nothing happens. */
void nv_reading_open(nv_panel *panel);

#endif
