/* SPDX-License-Identifier: MPL-2.0 */
/* See refresh.h. */
#include "commands/refresh.h"

#include "commands/deck.h"
#include "sidebar/panel.h"

static bool refresh(css_frame_XFrame *frame, nv_error *err)
{
    NV_UNO_OWNED css_ui_XDeck *deck = nv_deck_show(frame, err);

    return deck && nv_panel_refresh(frame);
}

void nv_refresh_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                    nv_error *err)
{
    nv_deck_until(context, frame, refresh, false, err);
}
