/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h. */
#include "commands/search.h"

#include "commands/deck.h"
#include "sidebar/panel.h"

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
static bool take_focus(css_frame_XFrame *frame, int what, nv_error *err)
{
    NV_UNO_OWNED css_ui_XDeck *deck = nv_deck_show(frame, err);
    NV_UNO_OWNED css_awt_XWindow *field = NULL;

    (void)what;
    field = search_field(deck);
    if (!field)
        return false;
    nv_panel_show_search(frame);
    nv_panel_search_selected(frame);
    select_all(field);
    css_awt_XWindow_setFocus(field, err);
    return true;
}

void nv_search_run(css_uno_XComponentContext *context, css_frame_XFrame *frame,
                   int what, nv_error *err)
{
    nv_deck_until(context, frame, take_focus, what, true, err);
}
