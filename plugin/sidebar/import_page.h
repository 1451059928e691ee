/* SPDX-License-Identifier: MPL-2.0 */
/* Import of documents, shown in place of the search: files are chosen, and a
 * report says what was carried over and what was not. Main thread only. */
#ifndef NV_SIDEBAR_IMPORT_PAGE_H
#define NV_SIDEBAR_IMPORT_PAGE_H

#include "sidebar/panel_parts.h"

/* Shows the last report, or what can be imported. */
void nv_import_page_open(nv_panel *panel);

#endif
