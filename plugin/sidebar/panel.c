/* SPDX-License-Identifier: MPL-2.0 */
/* See panel.h. */
#include "sidebar/panel.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/layout.h"
#include "sidebar/listener.h"
#include "sidebar/pack_watch.h"
#include "sidebar/shortcut.h"
#include "sidebar/show.h"
#include "sidebar/stock.h"
#include "sidebar/view.h"
#include "uno/later.h"
#include "writer/document.h"

/* The controls that a person can do something with. */
static const nv_control active[] = {
    NV_CONTROL_QUERY,    NV_CONTROL_RESULTS, NV_CONTROL_EVENT,
    NV_CONTROL_WORDINGS, NV_CONTROL_DATE,    NV_CONTROL_SIGNATORIES,
    NV_CONTROL_WORDING,  NV_CONTROL_SOURCE,  NV_CONTROL_LOCATOR,
    NV_CONTROL_STYLE,    NV_CONTROL_PREVIEW, NV_CONTROL_INSERT,
};

/* The commands that are possible just where a note can stand, as a footnote or
 * as text: their states say that the caret is elsewhere, once for each change
 * and not for each key. */
static const char *const commands[] = {"InsertFootnote", "InsertBookmark"};

enum { LISTENERS = NV_COUNT_OF(active) + NV_COUNT_OF(commands) + 1 };

struct nv_panel {
    css_uno_XComponentContext *context; /* borrowed */
    css_frame_XFrame *frame;            /* borrowed; NULL once closed */
    nv_essay *essay;                    /* owned */
    void *holder;                       /* borrowed */
    nv_listener *listeners[LISTENERS];  /* owned */
    nv_stock stock;
    nv_pack_watch *watch; /* owned; NULL: nothing is told */
    nv_view view;
    bool is_awaiting; /* look_later() will be run */
    nv_panel *next;   /* of all that are open */
};

static nv_panel *panels; /* the newest first */

/* Asks the document where a note would go and in which language. */
static void look_at_document(nv_panel *panel)
{
    nv_language before = panel->view.state.language;

    panel->view.place = nv_writer_place(
        panel->frame, panel->view.resource.language, panel->view.troubles.why,
        sizeof panel->view.troubles.why);
    nv_state_set_language(&panel->view.state, nv_writer_language(panel->frame));
    nv_view_show(&panel->view, panel->view.state.language != before
                                   ? NV_SHOW_WORDINGS
                                   : NV_SHOW_NOTE);
}

/* What a person does */

static void forget_failure(nv_panel *panel)
{
    nv_error_clear(&panel->view.troubles.insert);
    nv_error_clear(&panel->view.troubles.refresh);
    panel->view.troubles.is_refreshed = false;
    panel->view.troubles.is_early = false;
}

static void insert(nv_panel *panel)
{
    nv_citation citation;
    nv_means means;

    forget_failure(panel);
    nv_troubles_forget_files(&panel->view.troubles);
    look_at_document(panel);
    if (panel->view.place == NV_PLACE_NOWHERE)
        return; /* the message line says why */
    panel->view.is_busy = true;
    panel->view.troubles.is_early =
        !nv_state_citation(&panel->view.state, &citation);
    if (nv_state_has_note(&panel->view.state) &&
        nv_state_means(&panel->view.state, &means))
        nv_writer_insert(panel->essay, &means,
                         nv_state_hit(&panel->view.state)->registry, &citation,
                         panel->view.resource.language,
                         &panel->view.troubles.insert);
    panel->view.is_busy = false;
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

/* Without packs or styles the message line says why there are none. */
static void refresh(nv_panel *panel)
{
    nv_troubles *troubles = &panel->view.troubles;
    nv_means means;

    forget_failure(panel);
    nv_troubles_forget_files(troubles);
    nv_stock_look(&panel->stock, &panel->view);
    panel->view.is_busy = true;
    troubles->is_refreshed =
        nv_state_means(&panel->view.state, &means) &&
        nv_writer_refresh(panel->essay, &means, panel->view.resource.language,
                          &troubles->refreshed, &troubles->refresh);
    panel->view.is_busy = false;
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

bool nv_panel_refresh(css_frame_XFrame *frame)
{
    for (nv_panel *panel = panels; panel; panel = panel->next) {
        NV_UNO_OWNED void *held = NULL;

        if (panel->frame != frame || panel->view.is_busy)
            continue;
        held = nv_uno_acquire(panel->holder);
        refresh(panel);
        return true;
    }
    return false;
}

static void read_field(nv_panel *panel, nv_control id,
                       void (*set)(nv_state *, const char *, size_t))
{
    char *text = nv_controls_text(&panel->view.controls, id);

    if (text)
        set(&panel->view.state, text, strlen(text));
    free(text);
}

/* Runs a function of the panel once the office is done with the event at hand;
 * the panel's object is held until then, and `run` gives it back. */
static bool run_later(nv_panel *panel, void (*run)(void *panel))
{
    nv_uno_acquire(panel->holder);
    if (nv_uno_later(panel->context, run, panel, NULL))
        return true;
    nv_uno_release(panel->holder);
    return false;
}

static void focus_query_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
}

/* Empties both fields and stays in the panel: Escape itself would take the
 * focus to the deck's title afterwards. Returns false when there was nothing to
 * empty. */
static bool clear(nv_panel *panel)
{
    if (panel->view.state.query.len == 0 && panel->view.state.locator.len == 0)
        return false;
    panel->view.is_busy = true;
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY, "");
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_LOCATOR, "");
    panel->view.is_busy = false;
    nv_state_set_locator(&panel->view.state, "", 0);
    nv_state_set_query(&panel->view.state, "", 0);
    nv_troubles_forget_files(&panel->view.troubles);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    run_later(panel, focus_query_later);
    return true;
}

/* Events */

static void on_text(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    forget_failure(panel);
    if (id == NV_CONTROL_QUERY) {
        read_field(panel, id, nv_state_set_query);
        nv_view_show_list(&panel->view);
    } else if (id == NV_CONTROL_LOCATOR) {
        read_field(panel, id, nv_state_set_locator);
        nv_view_show(&panel->view, NV_SHOW_WORDINGS);
    }
}

static void on_item(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    forget_failure(panel);
    if (id == NV_CONTROL_RESULTS) {
        nv_state_choose(&panel->view.state,
                        nv_controls_row(&panel->view.controls, id));
        nv_view_show(&panel->view, NV_SHOW_WORDINGS);
    } else if (id == NV_CONTROL_WORDINGS) {
        int row = nv_controls_row(&panel->view.controls, id);

        nv_state_choose_wording(&panel->view.state, row > 0 ? (size_t)row : 0);
        nv_view_show(&panel->view, NV_SHOW_EVENT);
    } else if (id == NV_CONTROL_STYLE) {
        nv_stock_choose_style(&panel->stock, &panel->view,
                              nv_controls_row(&panel->view.controls, id));
    } else {
        nv_state_want(&panel->view.state, nv_show_part(id),
                      nv_controls_is_ticked(&panel->view.controls, id));
        nv_view_show(&panel->view, NV_SHOW_NOTE);
    }
}

static void insert_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (panel->frame)
        insert(panel);
}

/* A check box that is ticked is told as an action, too. Of a pressed button
 * LibreOffice tells without holding its lock: another thread could close the
 * document between two calls of ours. So Insert waits until the lock is held
 * again. */
static void on_action(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (!panel->view.is_busy &&
        (id == NV_CONTROL_INSERT || id == NV_CONTROL_RESULTS))
        run_later(panel, insert_later);
}

static void on_return(nv_panel *panel, nv_control id)
{
    if (id == NV_CONTROL_QUERY || id == NV_CONTROL_LOCATOR ||
        id == NV_CONTROL_RESULTS || id == NV_CONTROL_WORDINGS ||
        id == NV_CONTROL_STYLE)
        insert(panel);
}

static void on_escape(nv_panel *panel, nv_control id)
{
    (void)id;
    if (!clear(panel))
        nv_writer_focus(panel->frame);
}

static void on_down(nv_panel *panel, nv_control id)
{
    if (id == NV_CONTROL_QUERY && panel->view.state.hit_count > 0)
        nv_controls_focus(&panel->view.controls, NV_CONTROL_RESULTS);
}

static void on_key(void *self, nv_control id, const css_awt_KeyEvent *event)
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

static void on_focus(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    if (id == NV_CONTROL_QUERY)
        nv_stock_look(&panel->stock, &panel->view);
    look_at_document(panel);
}

/* The deck is shown, or extensions were installed or removed. */
static void on_stock(void *self)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->view.is_busy)
        nv_stock_look(&panel->stock, &panel->view);
}

static void look_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    panel->is_awaiting = false;
    if (panel->frame && !panel->view.is_busy)
        look_at_document(panel);
}

/* The office is in the middle of telling states: it is asked afterwards. */
static void on_state(void *self)
{
    nv_panel *panel = self;

    if (!panel->is_awaiting)
        panel->is_awaiting = run_later(panel, look_later);
}

static void on_size(void *self)
{
    nv_panel *panel = self;

    nv_layout(&panel->view.controls);
}

static const nv_listener_actions actions = {
    .text = on_text,
    .item = on_item,
    .action = on_action,
    .key = on_key,
    .focus = on_focus,
    .size = on_size,
    .shown = on_stock,
    .state = on_state,
};

/* Life */

static bool listen(nv_panel *panel, nv_error *err)
{
    nv_listener **next = panel->listeners;

    for (size_t i = 0; i < LISTENERS; i++) {
        panel->listeners[i] =
            nv_listener_new(&actions, panel, panel->holder, err);
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
    nv_state_init(&panel->view.state, NULL, panel->view.resource.language);
    panel->essay = nv_essay_new(context, frame, err);
    if (!panel->essay ||
        !nv_controls_find(&panel->view.controls, window, err) ||
        !listen(panel, err)) {
        nv_panel_free(panel);
        return NULL;
    }
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    nv_stock_look(&panel->stock, &panel->view);
    look_at_document(panel);
    panel->watch = nv_pack_watch_new(context, on_stock, panel);
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
    for (size_t i = 0; i < LISTENERS; i++) {
        nv_listener_free(panel->listeners[i]);
        panel->listeners[i] = NULL;
    }
    nv_pack_watch_free(panel->watch);
    panel->watch = NULL;
    nv_view_close(&panel->view);
    panel->frame = NULL;
}

void nv_panel_free(nv_panel *panel)
{
    nv_panel_close(panel);
    if (!panel)
        return;
    nv_essay_free(panel->essay);
    nv_state_release(&panel->view.state);
    nv_stock_release(&panel->stock);
    nv_resource_release(&panel->view.resource);
    free(panel);
}

const nv_controls *nv_panel_controls(const nv_panel *panel)
{
    return &panel->view.controls;
}
