/* SPDX-License-Identifier: MPL-2.0 */
/* See view.h. */
#include "sidebar/view.h"

#include "sidebar/layout.h"
#include "sidebar/pack_store.h"
#include "sidebar/show.h"

enum { PAUSE = 40 /* milliseconds without a key */ };

static void show_message(nv_view *view)
{
    nv_buffer text = NV_BUFFER_INIT;
    const char *detail =
        nv_troubles_say(&text, &view->resource.phrases, &view->troubles,
                        &view->state, NV_REGISTRY_FILE);

    view->is_to_lay_out |= nv_show_message(&view->controls, text.text, detail);
    nv_buffer_release(&text);
}

/* A label that wraps to more lines may make the panel higher than it is: then
 * the deck, which scrolls, must give it more. */
static void lay_out(nv_view *view)
{
    view->is_to_lay_out = false;
    nv_layout(&view->controls);
    if (!nv_layout_fits(&view->controls))
        css_ui_XSidebar_requestLayout(view->sidebar, NULL);
}

static void end_show(nv_view *view)
{
    if (view->is_to_lay_out)
        lay_out(view);
    view->is_busy = false;
}

void nv_view_show(nv_view *view, nv_extent extent)
{
    const nv_controls *controls = &view->controls;
    const nv_phrases *phrases = &view->resource.phrases;
    const nv_state *state = &view->state;

    view->is_busy = true;
    if (view->is_rest_due && extent < NV_SHOW_WORDINGS)
        extent = NV_SHOW_WORDINGS;
    view->is_rest_due = false;
    if (extent >= NV_SHOW_STYLES)
        nv_show_styles(controls, phrases, state);
    if (extent >= NV_SHOW_RESULTS)
        view->is_to_lay_out |= nv_show_results(controls, phrases, state);
    if (extent >= NV_SHOW_WORDINGS)
        nv_show_wordings(controls, phrases, state);
    if (extent >= NV_SHOW_EVENT)
        nv_show_event(controls, phrases, state);
    view->is_to_lay_out |=
        nv_show_note(controls, phrases, state, view->place != NV_PLACE_NOWHERE);
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
    view->is_to_lay_out |=
        nv_show_results(&view->controls, &view->resource.phrases, &view->state);
    nv_show_insert(&view->controls, &view->state,
                   view->place != NV_PLACE_NOWHERE);
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
    nv_controls_release(&view->controls);
}
