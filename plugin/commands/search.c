/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h. */
#include "commands/search.h"

#include <stdlib.h>

#include "uno/later.h"

/* A deck that was just switched on makes its panel after a few rounds of the
 * main loop; so many are waited for. */
enum { ROUNDS = 50 };

typedef struct {
    css_uno_XComponentContext *context; /* owned */
    css_frame_XFrame *frame;            /* owned */
    int rounds;                         /* left to wait */
} search;

static void search_free(search *wanted)
{
    nv_uno_release(wanted->context);
    nv_uno_release(wanted->frame);
    free(wanted);
}

/* Our deck in the frame's sidebar, which is shown; NULL where there is none. */
static css_ui_XDeck *show_sidebar(css_frame_XFrame *frame, nv_error *err)
{
    NV_UNO_OWNED css_frame_XController *controller =
        css_frame_XFrame_getController(frame, err);
    NV_UNO_OWNED css_frame_XController2 *second =
        css_frame_XController2_query(controller, err);
    NV_UNO_OWNED css_ui_XSidebarProvider *sidebar =
        css_frame_XController2_getSidebar(second, err);
    NV_UNO_OWNED css_ui_XDecks *decks = NULL;
    NV_UNO_OWNED_ANY uno_Any deck = nv_uno_any_void();

    css_ui_XSidebarProvider_setVisible(sidebar, true, err);
    css_ui_XSidebarProvider_showDecks(sidebar, true, err);
    decks = css_ui_XSidebarProvider_getDecks(sidebar, err);
    deck = css_ui_XDecks_getByName(decks, NV_UNO_STR("NoteVerbaleDeck"), err);
    return css_ui_XDeck_from_any(&deck);
}

static css_awt_XWindow *search_field(css_ui_XDeck *deck)
{
    nv_error err = {0};
    NV_UNO_OWNED css_ui_XPanels *panels = css_ui_XDeck_getPanels(deck, &err);
    NV_UNO_OWNED_ANY uno_Any found =
        css_ui_XPanels_getByName(panels, NV_UNO_STR("NoteVerbalePanel"), &err);
    NV_UNO_OWNED css_ui_XPanel *panel = css_ui_XPanel_from_any(&found);
    NV_UNO_OWNED css_awt_XWindow *window = css_ui_XPanel_getDialog(panel, &err);
    NV_UNO_OWNED css_awt_XControlContainer *controls =
        css_awt_XControlContainer_query(window, &err);
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControlContainer_getControl(controls, NV_UNO_STR("query"),
                                             &err);

    return css_awt_XWindow_query(control, &err);
}

static void select_all(css_awt_XWindow *field)
{
    static const css_awt_Selection all = {.Min = 0, .Max = SAL_MAX_INT16};
    NV_UNO_OWNED css_awt_XTextComponent *text =
        css_awt_XTextComponent_query(field, NULL);

    css_awt_XTextComponent_setSelection(text, &all, NULL);
}

/* Puts the focus into the search field; false while there is none. */
static bool take_focus(css_frame_XFrame *frame, nv_error *err)
{
    NV_UNO_OWNED css_ui_XDeck *deck = show_sidebar(frame, err);
    NV_UNO_OWNED css_awt_XWindow *field = NULL;

    /* activate() switches an active deck off again. */
    if (deck && !css_ui_XDeck_isActive(deck, err))
        css_ui_XDeck_activate(deck, true, err);
    field = search_field(deck);
    if (!field)
        return false;
    select_all(field);
    css_awt_XWindow_setFocus(field, err);
    return true;
}

static void wait_for_panel(void *data)
{
    search *wanted = data;
    nv_error err = {0};

    if (!take_focus(wanted->frame, &err) && err.code == NV_OK &&
        wanted->rounds-- > 0 &&
        nv_uno_later(wanted->context, wait_for_panel, wanted, &err))
        return;
    search_free(wanted);
}

void nv_search_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                   nv_error *err)
{
    search *wanted = calloc(1, sizeof *wanted);

    if (!wanted) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to open the sidebar");
        return;
    }
    wanted->context = nv_uno_acquire(context);
    wanted->frame = nv_uno_acquire(frame);
    wanted->rounds = ROUNDS;
    wait_for_panel(wanted);
}
