/* SPDX-License-Identifier: MPL-2.0 */
/* See list_events.h. The list tells of itself in the middle of its own work,
 * so what fills it anew, or takes the focus, is done later. */
#include "sidebar/list_events.h"

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/inputs.h"

static void on_chosen(void *self, int hit)
{
    nv_panel *panel = self;

    if (!panel->view.is_busy)
        nv_inputs_choose(panel, hit);
}

static bool is_at_work(const nv_panel *panel)
{
    return panel->frame && !panel->view.is_busy;
}

static void insert_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (!is_at_work(panel))
        return;
    nv_panel_leave_editing(panel);
    nv_panel_press(panel);
}

static void on_inserted(void *self)
{
    nv_panel_later(self, insert_later);
}

static void more_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (!is_at_work(panel) || !nv_state_has_more(&panel->view.state))
        return;
    nv_state_show_more(&panel->view.state);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
}

static void on_more(void *self)
{
    nv_panel_later(self, more_later);
}

const nv_results_actions nv_panel_results = {
    .chosen = on_chosen,
    .inserted = on_inserted,
    .more = on_more,
};

/* Keys */

static void star_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (is_at_work(panel))
        nv_panel_act(panel, NV_DEED_STAR);
}

static void look_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (is_at_work(panel))
        nv_panel_act(panel, NV_DEED_LOOK);
}

bool nv_list_takes_key(nv_panel *panel, const css_awt_KeyEvent *event)
{
    static const struct {
        sal_Int16 code;
        void (*run)(void *panel);
    } keys[] = {
        {css_awt_Key_S, star_later},
        {css_awt_Key_R, look_later},
    };
    const int modifiers = css_awt_KeyModifier_MOD1 | css_awt_KeyModifier_MOD2;

    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        if (event->Modifiers == modifiers && event->KeyCode == keys[i].code)
            return nv_panel_later(panel, keys[i].run);
    return panel->focused == (int)nv_results_control(panel->view.results) &&
           !panel->view.is_busy && nv_results_key(panel->view.results, event);
}

void nv_list_return(nv_panel *panel)
{
    if (nv_results_is_at_hit(panel->view.results))
        nv_panel_press(panel);
}

void nv_list_enter(nv_panel *panel)
{
    nv_view *view = &panel->view;

    nv_panel_leave_editing(panel);
    if (view->state.row == NV_STATE_NO_ROW) {
        nv_state_choose(&view->state, 0);
        nv_view_show(view, NV_SHOW_RESULTS);
    }
    nv_controls_focus(&view->controls, nv_results_control(view->results));
}

bool nv_list_offer(nv_panel *panel)
{
    nv_view *view = &panel->view;

    if (view->editing.mode != NV_MODE_SEARCH ||
        view->state.row != NV_STATE_NO_ROW ||
        !nv_state_offer_last(&view->state))
        return false;
    nv_view_show(view, NV_SHOW_RESULTS);
    return true;
}
