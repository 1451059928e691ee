/* SPDX-License-Identifier: MPL-2.0 */
/* vnd.noteverbale:help, vnd.noteverbale:options */
#ifndef NV_COMMANDS_HELP_H
#define NV_COMMANDS_HELP_H

#include "css.h"

/* Opens our page of help in a window of its own, read-only, or shows the one
 * that is open: in the office's language where there is one, else in English.
 * `what` is of no meaning, as in search.h; err is not NULL. */
void nv_help_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                 int what, nv_error *err);

/* Opens LibreOffice's options at our page; soon, because it blocks. */
void nv_options_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                    int what, nv_error *err);

#endif
