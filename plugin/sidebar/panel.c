/* SPDX-License-Identifier: MPL-2.0 */
/* See panel.h. */
#include "sidebar/panel.h"

#include <stdlib.h>

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/at_caret.h"
#include "sidebar/essay_list.h"
#include "sidebar/essay_style.h"
#include "sidebar/events.h"
#include "sidebar/from_text.h"
#include "sidebar/keep.h"
#include "sidebar/list_events.h"
#include "sidebar/outside.h"
#include "sidebar/profile.h"
#include "sidebar/welcome.h"
#include "writer/pasted.h"
#include "writer/store.h"
#include "writer/watch.h"

/* The controls that a person can do something with. */
static const nv_control active[] = {
    NV_CONTROL_EXAMPLE,  NV_CONTROL_QUERY,        NV_CONTROL_RESULTS,
    NV_CONTROL_PAINTED,  NV_CONTROL_READ,         NV_CONTROL_EVENT,
    NV_CONTROL_WORDINGS, NV_CONTROL_DATE,         NV_CONTROL_SIGNATORIES,
    NV_CONTROL_WORDING,  NV_CONTROL_SOURCE,       NV_CONTROL_LOCATOR,
    NV_CONTROL_PREFIX,   NV_CONTROL_SUFFIX,       NV_CONTROL_OWN,
    NV_CONTROL_STYLE,    NV_CONTROL_PREVIEW,      NV_CONTROL_INSERT,
    NV_CONTROL_MORE,     NV_CONTROL_ESSAY,        NV_CONTROL_CITATIONS,
    NV_CONTROL_CHANGE,   NV_CONTROL_ANEW,         NV_CONTROL_REFRESH,
    NV_CONTROL_FILTER,   NV_CONTROL_PERIOD,       NV_CONTROL_YEARS,
    NV_CONTROL_KIND,     NV_CONTROL_PARTY,        NV_CONTROL_LANGUAGE,
    NV_CONTROL_PACK,     NV_CONTROL_WITH_WORDING, NV_CONTROL_FILTER_CLEAR,
};

/* The commands that are possible just where a note can stand, as a footnote or
 * as text: their states say that the caret is elsewhere, once for each change
 * and not for each key. */
static const char *const commands[] = {"InsertFootnote", "InsertBookmark"};

_Static_assert(NV_COUNT_OF(active) + NV_COUNT_OF(commands) + 1 <=
                   NV_PANEL_LISTENERS,
               "each has a listener of its own");

static nv_panel *panels; /* the newest first */

void nv_panel_look(nv_panel *panel)
{
    nv_view *view = &panel->view;
    const nv_tongue words = view->resource.phrases.tongue;
    nv_language before = view->state.language;
    bool is_other;

    if (!panel->frame)
        return;
    nv_writer_place(panel->frame, words, view->troubles.why,
                    sizeof view->troubles.why);
    nv_writer_can_write(panel->frame, words, view->why_no_write,
                        sizeof view->why_no_write);
    nv_state_set_language(&view->state, nv_writer_language(panel->frame));
    nv_essay_style_look(panel);
    is_other = nv_at_caret_look(panel);
    /* The list of styles names the usual one of the language. */
    nv_view_show(view, view->state.language != before ? NV_SHOW_STYLES
                       : is_other                     ? NV_SHOW_WORDINGS
                                                      : NV_SHOW_NOTE);
}

bool nv_panel_means(nv_panel *panel, nv_means *means, nv_error *err)
{
    nv_means usual;

    return nv_state_means(&panel->view.state, &usual) &&
           nv_store_means(panel->essay, &usual, means, err);
}

void nv_panel_forget_outcome(nv_panel *panel)
{
    nv_troubles *troubles = &panel->view.troubles;

    nv_error_clear(&troubles->insert);
    nv_error_clear(&troubles->refresh);
    nv_error_clear(&troubles->act);
    troubles->is_refreshed = false;
    troubles->told[0] = '\0';
}

bool nv_panel_do(css_frame_XFrame *frame, nv_deed deed)
{
    for (nv_panel *panel = panels; panel; panel = panel->next) {
        NV_UNO_OWNED void *held = NULL;

        if (panel->frame != frame || panel->view.is_busy)
            continue;
        held = nv_uno_acquire(panel->holder);
        nv_page_leave(panel);
        nv_panel_act(panel, deed);
        return true;
    }
    return false;
}

void nv_panels_look(void)
{
    for (nv_panel *panel = panels; panel; panel = panel->next) {
        NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

        if (panel->view.is_busy)
            continue;
        nv_outside_look(panel);
        nv_panel_look(panel);
    }
}

bool nv_panel_later(nv_panel *panel, void (*run)(void *panel))
{
    nv_uno_acquire(panel->holder);
    if (nv_uno_later(panel->context, run, panel, NULL))
        return true;
    nv_uno_release(panel->holder);
    return false;
}

static bool make_results(nv_panel *panel, nv_error *err)
{
    panel->view.results =
        nv_results_new(panel->context, &panel->view.controls, &nv_panel_results,
                       panel, panel->holder, err);
    return panel->view.results != NULL;
}

static bool listen(nv_panel *panel, nv_error *err)
{
    nv_listener **next = panel->listeners;

    for (size_t i = 0; i < NV_PANEL_LISTENERS; i++) {
        panel->listeners[i] =
            nv_listener_new(&nv_panel_events, panel, panel->holder, err);
        if (!panel->listeners[i])
            return false;
    }
    nv_listener_window(*next++, &panel->view.controls);
    for (size_t i = 0; i < NV_COUNT_OF(active); i++)
        nv_listener_control(*next++, &panel->view.controls, active[i]);
    for (size_t i = 0; i < NV_COUNT_OF(commands); i++)
        nv_listener_command(*next++, panel->frame, commands[i]);
    return true;
}

/* Properties of citations, for notes that are pasted into other documents. The
 * folder is made by nv_stock_look(). */
static void keep_properties(css_uno_XComponentContext *context)
{
    char *path = nv_profile_path(context, "noteverbale/citations.txt");

    if (path)
        nv_pasted_use(path);
    free(path);
}

nv_panel *nv_panel_new(css_uno_XComponentContext *context,
                       css_frame_XFrame *frame, css_ui_XSidebar *sidebar,
                       css_awt_XWindow *window, void *holder, nv_error *err)
{
    nv_panel *panel = calloc(1, sizeof *panel);

    if (!panel) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for the panel");
        return NULL;
    }
    panel->context = panel->stock.context = context;
    panel->frame = frame;
    panel->holder = panel->view.holder = holder;
    nv_resource_init(&panel->view.resource, window);
    nv_state_init(&panel->view.state, NULL,
                  panel->view.resource.phrases.tongue);
    nv_editing_init(&panel->view.editing, panel->view.resource.phrases.tongue);
    nv_keep_open(panel);
    panel->stock.leaving = nv_outside_leaving;
    panel->stock.self = panel;
    panel->essay = panel->stock.essay = nv_essay_new(context, frame, err);
    if (!panel->essay ||
        !nv_controls_find(&panel->view.controls, &nv_search_plan, window,
                          err) ||
        !make_results(panel, err) || !listen(panel, err)) {
        nv_panel_free(panel);
        return NULL;
    }
    nv_welcome_open(panel);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    nv_keep_look(panel);
    nv_stock_look(&panel->stock, &panel->view);
    keep_properties(context);
    nv_panel_look(panel);
    panel->watch = nv_pack_watch_new(context, nv_outside_stock, panel);
    panel->menu =
        nv_context_menu_new(frame, panel->view.resource.phrases.tongue, NULL);
    panel->keys =
        nv_key_guard_new(context, nv_panel_takes_key, panel, holder, NULL);
    nv_writer_sweep(panel->essay);
    nv_essay_watch(panel->essay, nv_outside_means, nv_outside_watched, panel,
                   NULL);
    nv_view_open(&panel->view, context, sidebar);
    panel->next = panels;
    panels = panel;
    return panel;
}

static void leave_list(const nv_panel *panel)
{
    nv_panel **at = &panels;

    while (*at && *at != panel)
        at = &(*at)->next;
    if (*at)
        *at = panel->next;
}

void nv_panel_close(nv_panel *panel)
{
    if (!panel)
        return;
    leave_list(panel);
    for (size_t i = 0; i < NV_PANEL_LISTENERS; i++) {
        nv_listener_free(panel->listeners[i]);
        panel->listeners[i] = NULL;
    }
    nv_context_menu_free(panel->menu);
    panel->menu = NULL;
    nv_key_guard_free(panel->keys);
    panel->keys = NULL;
    nv_uno_timer_free(panel->from_text);
    panel->from_text = NULL;
    nv_pack_watch_free(panel->watch);
    panel->watch = NULL;
    nv_pages_close(panel);
    nv_view_close(&panel->view);
    panel->frame = NULL;
}

void nv_panel_free(nv_panel *panel)
{
    nv_panel_close(panel);
    if (!panel)
        return;
    nv_pages_free(panel);
    nv_essay_list_forget(panel);
    nv_essay_free(panel->essay);
    nv_editing_release(&panel->view.editing);
    nv_state_release(&panel->view.state);
    nv_desk_release(&panel->desk);
    nv_stock_release(&panel->stock);
    nv_resource_release(&panel->view.resource);
    free(panel);
}

void nv_panel_show_search(css_frame_XFrame *frame)
{
    for (nv_panel *panel = panels; panel; panel = panel->next)
        if (panel->frame == frame)
            nv_page_leave(panel);
}

void nv_panel_search_selected(css_frame_XFrame *frame)
{
    for (nv_panel *panel = panels; panel; panel = panel->next)
        if (panel->frame == frame && !panel->view.is_busy)
            nv_from_text_search_selected(panel);
}

const nv_controls *nv_panel_controls(const nv_panel *panel)
{
    return panel->page ? &panel->page->controls : &panel->view.controls;
}
