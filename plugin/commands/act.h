/* SPDX-License-Identifier: MPL-2.0 */
/* The commands that do something with the citations of the document. */
#ifndef NV_COMMANDS_ACT_H
#define NV_COMMANDS_ACT_H

#include "css.h"
#include "sidebar/deeds.h"

/* Does it, soon, in the panel of the frame, which is shown for it and tells the
 * outcome. The focus stays where it is unless the deed moves it. Does nothing
 * in a window without a sidebar. */
void nv_act_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                int deed, nv_error *err);

#endif
