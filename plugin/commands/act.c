/* SPDX-License-Identifier: MPL-2.0 */
/* See act.h. */
#include "commands/act.h"

#include "commands/deck.h"
#include "sidebar/panel.h"

static bool act(css_frame_XFrame *frame, int deed, nv_error *err)
{
    NV_UNO_OWNED css_ui_XDeck *deck = nv_deck_show(frame, err);

    return deck && nv_panel_do(frame, (nv_deed)deed);
}

void nv_act_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                int deed, nv_error *err)
{
    nv_deck_until(context, frame, act, deed, false, err);
}
