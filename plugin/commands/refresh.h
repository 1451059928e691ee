/* SPDX-License-Identifier: MPL-2.0 */
/* vnd.noteverbale:refresh */
#ifndef NV_COMMANDS_REFRESH_H
#define NV_COMMANDS_REFRESH_H

#include "css.h"
#include "uno/uno.h"

/* Writes the citations of the frame's document anew where they do not say what
 * they should, soon; the panel, which is shown for it, tells the outcome. The
 * focus stays where it is. Does nothing in a window without a sidebar. */
void nv_refresh_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                    nv_error *err);

#endif
