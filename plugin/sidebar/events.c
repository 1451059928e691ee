/* SPDX-License-Identifier: MPL-2.0 */
/* See events.h. */
#include "sidebar/events.h"

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/essay_list.h"
#include "sidebar/filter_rows.h"
#include "sidebar/inputs.h"
#include "sidebar/layout.h"
#include "sidebar/list_events.h"
#include "sidebar/more.h"
#include "sidebar/outside.h"
#include "sidebar/reading_page.h"
#include "sidebar/shortcut.h"
#include "sidebar/welcome.h"

/* The words to be quoted are asked for where none are chosen. */
static void quote(nv_panel *panel)
{
    const nv_state *shown = nv_view_shown(&panel->view);
    const bool is_to_choose = shown->wording == 0 && shown->wording_count > 0;

    nv_panel_act(panel, NV_DEED_QUOTE);
    if (is_to_choose)
        nv_controls_focus(&panel->view.controls, NV_CONTROL_WORDINGS);
}

static void on_text(void *self, int id)
{
    nv_panel *panel = self;

    if (!panel->view.is_busy)
        nv_inputs_text(panel, id);
}

static void on_item(void *self, int id)
{
    nv_panel *panel = self;

    if (!panel->view.is_busy)
        nv_inputs_item(panel, id);
}

/* What a click or a double click does. */

static void clear_filter(nv_panel *panel)
{
    nv_filter_rows_clear(panel);
}

static void refresh(nv_panel *panel)
{
    nv_panel_act(panel, NV_DEED_REFRESH);
}

static const struct {
    nv_control id;
    void (*run)(nv_panel *panel);
} clicks[] = {
    {NV_CONTROL_INSERT, nv_panel_press},
    {NV_CONTROL_FILTER_CLEAR, clear_filter},
    {NV_CONTROL_MORE, nv_panel_more},
    {NV_CONTROL_EXAMPLE, nv_welcome_try},
    {NV_CONTROL_CITATIONS, nv_essay_list_go},
    {NV_CONTROL_ANEW, nv_essay_list_write_anew},
    {NV_CONTROL_REFRESH, refresh},
    {NV_CONTROL_READ, nv_reading_open},
    {NV_CONTROL_EVENT, nv_reading_open},
};

static void click_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    for (size_t i = 0; i < NV_COUNT_OF(clicks); i++)
        if (clicks[i].id == panel->clicked && panel->frame &&
            !panel->view.is_busy)
            clicks[i].run(panel);
}

/* A check box that is ticked is told as an action, too. Of a pressed button
 * LibreOffice tells without holding its lock: another thread could close the
 * document between two calls of ours. So what it does waits until the lock is
 * held again. */
static void on_action(void *self, int id)
{
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    panel->clicked = id;
    nv_panel_later(panel, click_later);
}

static void on_return(nv_panel *panel, nv_control id)
{
    static const nv_control fields[] = {
        NV_CONTROL_QUERY,  NV_CONTROL_WORDINGS, NV_CONTROL_LOCATOR,
        NV_CONTROL_PREFIX, NV_CONTROL_SUFFIX,   NV_CONTROL_OWN,
        NV_CONTROL_STYLE,
    };

    if (id == NV_CONTROL_QUERY && nv_list_offer(panel))
        return;
    if (id == NV_CONTROL_RESULTS || id == NV_CONTROL_PAINTED)
        nv_list_return(panel);
    if (id == NV_CONTROL_CITATIONS)
        nv_essay_list_go(panel);
    if (id == NV_CONTROL_EVENT)
        on_action(panel, id);
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++)
        if (fields[i] == id)
            nv_panel_press(panel);
}

static void quote_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (panel->frame && !panel->view.is_busy)
        quote(panel);
}

/* Whether Escape closes the control's own list before it is anybody else's. */
static bool drops_down(int id)
{
    static const nv_control lists[] = {
        NV_CONTROL_PERIOD, NV_CONTROL_KIND,     NV_CONTROL_PARTY,
        NV_CONTROL_PACK,   NV_CONTROL_LANGUAGE, NV_CONTROL_WORDINGS,
        NV_CONTROL_STYLE,
    };

    for (size_t i = 0; i < NV_COUNT_OF(lists); i++)
        if (id == (int)lists[i])
            return true;
    return false;
}

/* Before the deck hears of it, which would take the focus to its title. */
static bool take_escape(nv_panel *panel, const css_awt_KeyEvent *event)
{
    if (event->KeyCode != css_awt_Key_ESCAPE || event->Modifiers != 0 ||
        drops_down(panel->focused) || panel->view.is_busy)
        return false;
    nv_panel_forget_outcome(panel);
    if (nv_inputs_back(panel))
        nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
    else
        nv_writer_focus(panel->frame);
    return true;
}

bool nv_panel_takes_key(void *self, const css_awt_KeyEvent *event)
{
    nv_panel *panel = self;

    if (panel->page)
        return nv_pages_take_key(panel, event);
    if (nv_list_takes_key(panel, event) || take_escape(panel, event))
        return true;
    if (event->KeyCode == css_awt_Key_RIGHT &&
        event->Modifiers == css_awt_KeyModifier_MOD2) {
        on_action(panel, NV_CONTROL_READ);
        return true;
    }
    if (event->KeyCode != css_awt_Key_RETURN ||
        event->Modifiers != css_awt_KeyModifier_MOD1)
        return false;
    if (panel->focused == NV_CONTROL_OWN)
        on_action(panel, NV_CONTROL_INSERT);
    else
        nv_panel_later(panel, quote_later);
    return true;
}

static void focus_query_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (panel->is_query_due)
        nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
    panel->is_query_due = false;
}

/* Of a control that drops down a list, which hears of Escape first: the deck
 * takes the focus to its title afterwards, and it is put back then. A second
 * Escape may come before that. */
static void on_escape(nv_panel *panel, nv_control id)
{
    (void)id;
    nv_panel_forget_outcome(panel);
    panel->is_query_due = nv_inputs_back(panel);
    if (panel->is_query_due)
        nv_panel_later(panel, focus_query_later);
    else
        nv_writer_focus(panel->frame);
}

static void on_down(nv_panel *panel, nv_control id)
{
    if (id == NV_CONTROL_QUERY && panel->view.state.hit_count > 0)
        nv_list_enter(panel);
}

static void on_key(void *self, int id, const css_awt_KeyEvent *event)
{
    static const struct {
        sal_Int16 code;
        void (*run)(nv_panel *panel, nv_control id);
    } keys[] = {
        {css_awt_Key_RETURN, on_return},
        {css_awt_Key_ESCAPE, on_escape},
        {css_awt_Key_DOWN, on_down},
    };
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    if (nv_shortcut_is_search(panel->context, event))
        nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
    if (event->Modifiers != 0)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        if (keys[i].code == event->KeyCode)
            keys[i].run(panel, id);
}

static void on_focus(void *self, int id)
{
    nv_panel *panel = self;

    panel->focused = id;
    nv_key_guard_set(panel->keys, true);
    if (panel->view.is_busy)
        return;
    if (id == NV_CONTROL_QUERY)
        nv_outside_look(panel);
    nv_panel_look(panel);
}

/* Of two controls the one that loses the focus may tell later. */
static void on_blur(void *self, int id)
{
    nv_panel *panel = self;

    if (panel->focused == id)
        nv_key_guard_set(panel->keys, false);
}

static void look_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    panel->is_awaiting = false;
    if (panel->frame && !panel->view.is_busy)
        nv_panel_look(panel);
}

/* The office is in the middle of telling states: it is asked afterwards. */
static void on_state(void *self)
{
    nv_panel *panel = self;

    if (!panel->is_awaiting)
        panel->is_awaiting = nv_panel_later(panel, look_later);
}

static void on_size(void *self)
{
    nv_panel *panel = self;

    nv_layout(&panel->view.controls);
    nv_pages_fit(panel);
}

const nv_listener_actions nv_panel_events = {
    .text = on_text,
    .item = on_item,
    .action = on_action,
    .key = on_key,
    .focus = on_focus,
    .blur = on_blur,
    .size = on_size,
    .shown = nv_outside_stock,
    .state = on_state,
};
