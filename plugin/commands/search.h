/* SPDX-License-Identifier: MPL-2.0 */
/* vnd.noteverbale:search */
#ifndef NV_COMMANDS_SEARCH_H
#define NV_COMMANDS_SEARCH_H

#include "css.h"

/* Shows the sidebar of the frame with our deck, where they are not shown yet,
 * and puts the focus into the search field; soon, if the panel must be made
 * first. Does nothing in a window without a sidebar. `what` is of no meaning:
 * it stands where other commands have their deed. */
void nv_search_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                   int what, nv_error *err);

#endif
