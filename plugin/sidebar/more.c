/* SPDX-License-Identifier: MPL-2.0 */
/* See more.h. */
#include "sidebar/more.h"

#include "sidebar/acts.h"

/* What a menu can't do is 0 there. */
static sal_Int16 id_of(nv_deed deed)
{
    return (sal_Int16)(deed + 1);
}

/* "Remove the Citation — The cursor is in no citation of ours." */
static void name_item(nv_buffer *out, const nv_phrases *phrases, nv_deed deed,
                      const char *obstacle)
{
    const char *name = phrases->text[nv_deed_name(deed)];
    const char *values[] = {name, obstacle};

    if (obstacle)
        nv_phrase_fill(out, phrases, NV_PHRASE_DISABLED, values, 2);
    else
        nv_buffer_add_text(out, name);
}

/* GTK hides what is disabled, and its reason with it. So nothing is: what can't
 * be done says so in the menu, and in the panel when it is chosen. */
static void add_item(css_awt_XPopupMenu *menu, const nv_phrases *phrases,
                     nv_deed deed, const char *obstacle)
{
    nv_buffer text = NV_BUFFER_INIT;
    NV_UNO_OWNED_STRING rtl_uString *label = NULL;

    name_item(&text, phrases, deed, obstacle);
    label = nv_uno_string(text.text);
    nv_buffer_release(&text);
    if (nv_deed_begins_group(deed))
        css_awt_XPopupMenu_insertSeparator(menu, -1, NULL);
    css_awt_XPopupMenu_insertItem(menu, id_of(deed), label, 0, -1, NULL);
}

static void fill(css_awt_XPopupMenu *menu, nv_panel *panel)
{
    const nv_phrases *phrases = &panel->view.resource.phrases;
    const nv_situation at = nv_panel_situation(panel);

    for (int i = NV_DEED_IN_MENU; i < NV_DEED_COUNT; i++)
        add_item(menu, phrases, (nv_deed)i,
                 nv_deed_obstacle((nv_deed)i, &at, phrases));
}

/* Blocks until the menu is closed; 0: nothing was chosen. */
static sal_Int16 execute(css_awt_XPopupMenu *menu, nv_panel *panel)
{
    const nv_controls *controls = &panel->view.controls;
    css_awt_Rectangle button =
        css_awt_XWindow_getPosSize(controls->window[NV_CONTROL_MORE], NULL);
    NV_UNO_OWNED css_awt_XControl *control =
        css_awt_XControl_query(controls->panel, NULL);
    NV_UNO_OWNED css_awt_XWindowPeer *parent =
        css_awt_XControl_getPeer(control, NULL);

    return css_awt_XPopupMenu_execute(
        menu, parent, &button, css_awt_PopupMenuDirection_EXECUTE_UP, NULL);
}

void nv_panel_more(nv_panel *panel)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(panel->context, "com.sun.star.awt.PopupMenu", &err);
    NV_UNO_OWNED css_awt_XPopupMenu *menu =
        css_awt_XPopupMenu_need(service, &err);
    sal_Int16 chosen;

    if (!menu)
        return;
    nv_panel_forget_outcome(panel);
    nv_panel_look(panel);
    fill(menu, panel);
    chosen = execute(menu, panel);
    if (chosen > 0 && panel->frame)
        nv_panel_act(panel, (nv_deed)(chosen - 1));
}
