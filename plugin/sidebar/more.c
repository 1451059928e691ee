/* SPDX-License-Identifier: MPL-2.0 */
/* See more.h. */
#include "sidebar/more.h"

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/clipboard.h"
#include "sidebar/details.h"

/* What follows the deeds in the menu: commands of ours. */
static const struct {
    nv_phrase name;
    const char *url;
} last[] = {
    {NV_PHRASE_OPTIONS, "vnd.noteverbale:options"},
    {NV_PHRASE_HELP, "vnd.noteverbale:help"},
};

enum {
    ID_LAST = NV_DEED_COUNT + 1, /* of the first of last[] */
    ID_DETAILS = ID_LAST + NV_COUNT_OF(last)
};

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

static void add_phrase(css_awt_XPopupMenu *menu, const nv_phrases *phrases,
                       int id, nv_phrase phrase)
{
    NV_UNO_OWNED_STRING rtl_uString *label =
        nv_uno_string(phrases->text[phrase]);

    css_awt_XPopupMenu_insertItem(menu, (sal_Int16)id, label, 0, -1, NULL);
}

static void add_last(css_awt_XPopupMenu *menu, const nv_phrases *phrases,
                     bool has_details)
{
    css_awt_XPopupMenu_insertSeparator(menu, -1, NULL);
    if (has_details)
        add_phrase(menu, phrases, ID_DETAILS, NV_PHRASE_COPY_DETAILS);
    for (size_t i = 0; i < NV_COUNT_OF(last); i++)
        add_phrase(menu, phrases, ID_LAST + (int)i, last[i].name);
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

static void run_command(nv_panel *panel, const char *url)
{
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        panel->context, "com.sun.star.frame.DispatchHelper", NULL);
    NV_UNO_OWNED css_frame_XDispatchHelper *helper =
        css_frame_XDispatchHelper_query(service, NULL);
    NV_UNO_OWNED css_frame_XDispatchProvider *provider =
        css_frame_XDispatchProvider_query(panel->frame, NULL);
    NV_UNO_OWNED_STRING rtl_uString *command = nv_uno_string(url);
    NV_UNO_OWNED_ANY uno_Any result = css_frame_XDispatchHelper_executeDispatch(
        helper, provider, command, NULL, 0, (css_beans_PropertyValue_seq){0},
        NULL);
}

static void choose(nv_panel *panel, sal_Int16 chosen, const nv_buffer *details)
{
    if (chosen == ID_DETAILS)
        nv_clipboard_put(panel->context, details->text, NULL, NULL);
    else if (chosen >= ID_LAST)
        run_command(panel, last[chosen - ID_LAST].url);
    else if (chosen > 0)
        nv_panel_act(panel, (nv_deed)(chosen - 1));
}

void nv_panel_more(nv_panel *panel)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(panel->context, "com.sun.star.awt.PopupMenu", &err);
    NV_UNO_OWNED css_awt_XPopupMenu *menu =
        css_awt_XPopupMenu_need(service, &err);
    nv_buffer details = NV_BUFFER_INIT;
    sal_Int16 chosen;

    if (!menu)
        return;
    nv_details_of(panel->context, &panel->view, &details);
    nv_panel_forget_outcome(panel);
    nv_panel_look(panel);
    fill(menu, panel);
    add_last(menu, &panel->view.resource.phrases, details.len > 0);
    chosen = execute(menu, panel);
    if (panel->frame)
        choose(panel, chosen, &details);
    nv_buffer_release(&details);
}
