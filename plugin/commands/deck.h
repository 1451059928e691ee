/* SPDX-License-Identifier: MPL-2.0 */
/* Our deck in the sidebar, and acting once it is there. */
#ifndef NV_COMMANDS_DECK_H
#define NV_COMMANDS_DECK_H

#include "css.h"
#include "uno/uno.h"

/* Shows the sidebar of the frame with our deck in it. Returns the deck, owned;
 * NULL while there is none yet, and, with *err set, in a window without a
 * sidebar. */
css_ui_XDeck *nv_deck_show(css_frame_XFrame *frame, nv_error *err);

/* Calls `act` with `what`, at once if `is_now` and else soon, under the
 * office's lock, and again after each round of the main loop, until it returns
 * true or sets its error: a deck that was just switched on makes its panel
 * after a few rounds. It is called fifty times at most. */
void nv_deck_until(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                   bool (*act)(css_frame_XFrame *frame, int what,
                               nv_error *err),
                   int what, bool is_now, nv_error *err);

#endif
