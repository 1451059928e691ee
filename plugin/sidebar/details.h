/* SPDX-License-Identifier: MPL-2.0 */
/* What somebody who helps with a trouble wants to know of it. */
#ifndef NV_SIDEBAR_DETAILS_H
#define NV_SIDEBAR_DETAILS_H

#include "sidebar/view.h"

/* Adds the sentence that the panel shows, what is known beside it (file, line,
 * the office's own words), and the versions of Note Verbale and LibreOffice;
 * nothing where nothing is wrong. */
void nv_details_of(css_uno_XComponentContext *context, const nv_view *view,
                   nv_buffer *out);

#endif
