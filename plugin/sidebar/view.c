/* SPDX-License-Identifier: MPL-2.0 */
/* See view.h. */
#include "sidebar/view.h"

#include "sidebar/layout.h"
#include "sidebar/pack_store.h"
#include "sidebar/show.h"
#include "sidebar/show_filter.h"

enum { PAUSE = 40 /* milliseconds without a key */ };

static void show_message(nv_view *view)
{
    nv_buffer text = NV_BUFFER_INIT;
    const char *detail =
        nv_troubles_say(&text, &view->resource.phrases, &view->troubles,
                        nv_view_shown(view), NV_REGISTRY_FILE);

    view->is_to_lay_out |= nv_show_message(&view->controls, text.text, detail);
    nv_buffer_release(&text);
}

/* A label that wraps to more lines may make the panel higher than it is: then
 * the deck, which scrolls, must give it more. */
static void lay_out(nv_view *view)
{
    const bool is_to_ask = view->is_folded || !nv_layout_fits(&view->controls);

    view->is_to_lay_out = view->is_folded = false;
    nv_layout(&view->controls);
    if (is_to_ask)
        css_ui_XSidebar_requestLayout(view->sidebar, NULL);
}

static void end_show(nv_view *view)
{
    if (view->is_to_lay_out || view->is_folded)
        lay_out(view);
    view->is_busy = false;
}

nv_state *nv_view_shown(nv_view *view)
{
    return nv_editing_shown(&view->editing, &view->state);
}

nv_situation nv_view_situation(nv_view *view)
{
    return (nv_situation){
        .editing = &view->editing,
        .shown = nv_view_shown(view),
        .why_no_place = view->troubles.why,
        .why_no_write = view->why_no_write,
    };
}

/* The rows that there are now, and what the button does. Words around that were
 * typed are never hidden. */
static void show_frame(nv_view *view)
{
    const nv_situation situation = nv_view_situation(view);
    const nv_state *state = situation.shown;

    view->is_welcoming &= !nv_state_is_asked(&view->state) && !state->event;
    view->has_around |= state->prefix.len > 0 || state->suffix.len > 0;
    view->is_to_lay_out |= nv_show_folds(
        &view->controls,
        &(nv_folds){view->is_welcoming, view->has_filter,
                    state->packs && nv_packs_count(state->packs) > 1,
                    view->has_around, view->has_essay, view->editing.form});
    view->is_to_lay_out |=
        nv_show_caret(&view->controls, &view->resource.phrases, &view->editing);
    nv_show_insert(&view->controls, &view->resource.phrases, &situation);
}

static void show_results(nv_view *view)
{
    view->is_to_lay_out |=
        nv_show_found(&view->controls, &view->resource.phrases, &view->state);
    nv_results_show(view->results, &view->resource.phrases, &view->state);
}

void nv_view_show(nv_view *view, nv_extent extent)
{
    const nv_controls *controls = &view->controls;
    const nv_phrases *phrases = &view->resource.phrases;
    const nv_state *shown = nv_view_shown(view);

    view->is_busy = true;
    if (view->is_rest_due && extent < NV_SHOW_WORDINGS)
        extent = NV_SHOW_WORDINGS;
    view->is_rest_due = false;
    if (extent >= NV_SHOW_STYLES)
        nv_show_styles(controls, phrases, shown);
    if (extent >= NV_SHOW_RESULTS)
        show_results(view);
    if (extent >= NV_SHOW_WORDINGS)
        view->is_to_lay_out |=
            nv_show_filter(controls, phrases, &view->state, view->has_filter);
    if (extent >= NV_SHOW_WORDINGS)
        nv_show_wordings(controls, phrases, shown);
    if (extent >= NV_SHOW_EVENT)
        nv_show_event(controls, phrases, shown);
    nv_show_fields(controls, shown);
    view->is_to_lay_out |= nv_show_note(controls, phrases, shown);
    show_frame(view);
    show_message(view);
    end_show(view);
}

void nv_view_show_list(nv_view *view)
{
    if (!view->rest) {
        nv_view_show(view, NV_SHOW_RESULTS);
        return;
    }
    view->is_busy = true;
    show_results(view);
    show_frame(view);
    end_show(view);
    view->is_rest_due = true;
    nv_uno_timer_start(view->rest, PAUSE);
}

static void show_rest(void *data)
{
    nv_view *view = data;
    NV_UNO_OWNED void *held = nv_uno_acquire(view->holder);

    if (view->is_rest_due && !view->is_busy)
        nv_view_show(view, NV_SHOW_WORDINGS);
}

void nv_view_open(nv_view *view, css_uno_XComponentContext *context,
                  css_ui_XSidebar *sidebar)
{
    view->sidebar = sidebar;
    view->rest = nv_uno_timer_new(context, show_rest, view, NULL);
}

void nv_view_close(nv_view *view)
{
    nv_uno_timer_free(view->rest);
    view->rest = NULL;
    nv_results_free(view->results);
    view->results = NULL;
    nv_controls_release(&view->controls);
}
