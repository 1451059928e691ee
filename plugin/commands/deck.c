/* SPDX-License-Identifier: MPL-2.0 */
/* See deck.h. */
#include "commands/deck.h"

#include <stdlib.h>

#include "uno/later.h"

enum { ROUNDS = 50 };

typedef struct {
    css_uno_XComponentContext *context; /* owned */
    css_frame_XFrame *frame;            /* owned */
    bool (*act)(css_frame_XFrame *frame, int what, nv_error *err);
    int what;
    int rounds; /* left to wait */
} waiting;

static void release(waiting *wanted)
{
    nv_uno_release(wanted->context);
    nv_uno_release(wanted->frame);
    free(wanted);
}

css_ui_XDeck *nv_deck_show(css_frame_XFrame *frame, nv_error *err)
{
    NV_UNO_OWNED css_frame_XController *controller =
        css_frame_XFrame_getController(frame, err);
    NV_UNO_OWNED css_frame_XController2 *second =
        css_frame_XController2_query(controller, err);
    NV_UNO_OWNED css_ui_XSidebarProvider *sidebar =
        css_frame_XController2_getSidebar(second, err);
    NV_UNO_OWNED css_ui_XDecks *decks = NULL;
    NV_UNO_OWNED_ANY uno_Any found = nv_uno_any_void();
    css_ui_XDeck *deck;

    css_ui_XSidebarProvider_setVisible(sidebar, true, err);
    css_ui_XSidebarProvider_showDecks(sidebar, true, err);
    decks = css_ui_XSidebarProvider_getDecks(sidebar, err);
    /* A sidebar that was just switched on has no decks yet. */
    if (!css_ui_XDecks_hasByName(decks, NV_UNO_STR("NoteVerbaleDeck"), err))
        return NULL;
    found = css_ui_XDecks_getByName(decks, NV_UNO_STR("NoteVerbaleDeck"), err);
    deck = css_ui_XDeck_from_any(&found);
    /* activate() switches an active deck off again. */
    if (deck && !css_ui_XDeck_isActive(deck, err))
        css_ui_XDeck_activate(deck, true, err);
    return deck;
}

static void wait(void *data)
{
    waiting *wanted = data;
    nv_error err = {0};

    if (!wanted->act(wanted->frame, wanted->what, &err) && err.code == NV_OK &&
        wanted->rounds-- > 0 &&
        nv_uno_later(wanted->context, wait, wanted, &err))
        return;
    release(wanted);
}

void nv_deck_until(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                   bool (*act)(css_frame_XFrame *frame, int what,
                               nv_error *err),
                   int what, bool is_now, nv_error *err)
{
    waiting *wanted = calloc(1, sizeof *wanted);

    if (!wanted) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to open the sidebar");
        return;
    }
    *wanted = (waiting){nv_uno_acquire(context), nv_uno_acquire(frame), act,
                        what, ROUNDS};
    if (is_now)
        wait(wanted);
    else if (!nv_uno_later(context, wait, wanted, err))
        release(wanted);
}
