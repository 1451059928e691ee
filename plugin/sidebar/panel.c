/* SPDX-License-Identifier: MPL-2.0 */
/* See panel.h. */
#include "sidebar/panel.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/layout.h"
#include "sidebar/listener.h"
#include "sidebar/pack_store.h"
#include "sidebar/pack_watch.h"
#include "sidebar/resource.h"
#include "sidebar/shortcut.h"
#include "sidebar/show.h"
#include "sidebar/troubles.h"
#include "uno/later.h"
#include "writer/document.h"

/* The controls that a person can do something with. */
static const nv_control active[] = {
    NV_CONTROL_QUERY,    NV_CONTROL_RESULTS, NV_CONTROL_EVENT,
    NV_CONTROL_WORDINGS, NV_CONTROL_DATE,    NV_CONTROL_SIGNATORIES,
    NV_CONTROL_WORDING,  NV_CONTROL_SOURCE,  NV_CONTROL_LOCATOR,
    NV_CONTROL_PREVIEW,  NV_CONTROL_INSERT,
};

/* The commands that are possible just where a note can stand, as a footnote or
 * as text: their states say that the caret is elsewhere, once for each change
 * and not for each key. */
static const char *const commands[] = {"InsertFootnote", "InsertBookmark"};

enum { LISTENERS = NV_COUNT_OF(active) + NV_COUNT_OF(commands) + 1 };

struct nv_panel {
    css_uno_XComponentContext *context; /* borrowed */
    css_frame_XFrame *frame;            /* borrowed; NULL once closed */
    css_ui_XSidebar *sidebar; /* borrowed; NULL while it makes the panel */
    void *holder;             /* borrowed */
    nv_controls controls;
    nv_listener *listeners[LISTENERS]; /* owned */
    nv_resource resource;
    nv_pack_set *packs;   /* in use; NULL: none could be had */
    nv_pack_watch *watch; /* owned; NULL: nothing is told */
    nv_state state;
    nv_uno_timer *rest; /* shows what follows from the list; owned */
    bool is_rest_due;   /* it is not shown yet */
    bool is_busy;       /* events come from us, not from the writer */
    bool is_awaiting;   /* look_later() will be run */
    bool is_to_lay_out;

    nv_place place; /* where a note would go */
    nv_troubles troubles;
};

/* Showing */

static void show_message(nv_panel *panel)
{
    nv_buffer text = NV_BUFFER_INIT;
    const char *detail =
        nv_troubles_say(&text, &panel->resource.phrases, &panel->troubles,
                        &panel->state.trouble, NV_REGISTRY_FILE);

    panel->is_to_lay_out |=
        nv_show_message(&panel->controls, text.text, detail);
    nv_buffer_release(&text);
}

/* A label that wraps to more lines may make the panel higher than it is: then
 * the deck, which scrolls, must give it more. */
static void lay_out(nv_panel *panel)
{
    panel->is_to_lay_out = false;
    nv_layout(&panel->controls);
    if (!nv_layout_fits(&panel->controls))
        css_ui_XSidebar_requestLayout(panel->sidebar, NULL);
}

/* How much is shown anew; each includes those before it. The caution of a
 * wording stands with the event. */
typedef enum { SHOW_NOTE, SHOW_EVENT, SHOW_WORDINGS, SHOW_RESULTS } extent;

static void end_show(nv_panel *panel)
{
    if (panel->is_to_lay_out)
        lay_out(panel);
    panel->is_busy = false;
}

static void show(nv_panel *panel, extent extent)
{
    const nv_controls *controls = &panel->controls;
    const nv_phrases *phrases = &panel->resource.phrases;
    const nv_state *state = &panel->state;

    panel->is_busy = true;
    if (panel->is_rest_due && extent < SHOW_WORDINGS)
        extent = SHOW_WORDINGS;
    panel->is_rest_due = false;
    if (extent >= SHOW_RESULTS)
        panel->is_to_lay_out |= nv_show_results(controls, phrases, state);
    if (extent >= SHOW_WORDINGS)
        nv_show_wordings(controls, phrases, state);
    if (extent >= SHOW_EVENT)
        nv_show_event(controls, phrases, state);
    panel->is_to_lay_out |= nv_show_note(controls, phrases, state,
                                         panel->place != NV_PLACE_NOWHERE);
    show_message(panel);
    end_show(panel);
}

/* After a key: the list at once, so that it follows the typing; what is said of
 * its first row when the typing pauses. Drawing that costs many times what
 * finding it does. */
static void show_list_first(nv_panel *panel)
{
    enum { PAUSE = 40 /* milliseconds */ };

    if (!panel->rest) {
        show(panel, SHOW_RESULTS);
        return;
    }
    panel->is_busy = true;
    panel->is_to_lay_out |= nv_show_results(
        &panel->controls, &panel->resource.phrases, &panel->state);
    end_show(panel);
    panel->is_rest_due = true;
    nv_uno_timer_start(panel->rest, PAUSE);
}

static void show_rest(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (panel->is_rest_due && !panel->is_busy)
        show(panel, SHOW_WORDINGS);
}

/* Asks the document where a note would go and in which language. */
static void look_at_document(nv_panel *panel)
{
    nv_language before = panel->state.language;

    panel->place =
        nv_writer_place(panel->frame, panel->resource.language,
                        panel->troubles.why, sizeof panel->troubles.why);
    nv_state_set_language(&panel->state, nv_writer_language(panel->frame));
    show(panel, panel->state.language != before ? SHOW_WORDINGS : SHOW_NOTE);
}

/* Looks whether packs came or went, and goes on with those that are there. */
static void look_at_packs(nv_panel *panel)
{
    nv_error err = {0};
    nv_pack_set *before = panel->packs;
    nv_pack_set *now = nv_pack_store_take(panel->context, &err);

    if (!now || now == before) {
        if (!before)
            panel->troubles.registry = err;
        nv_pack_set_release(now);
        return;
    }
    panel->packs = now;
    nv_state_use_packs(&panel->state, now->packs);
    panel->troubles.registry = now->registry;
    panel->troubles.pack = now->trouble;
    nv_pack_set_release(before);
    show(panel, SHOW_RESULTS);
}

/* What a person does */

static void forget_failure(nv_panel *panel)
{
    nv_error_clear(&panel->troubles.insert);
    panel->troubles.is_early = false;
}

static void insert(nv_panel *panel)
{
    nv_citation citation;

    forget_failure(panel);
    panel->troubles.pack = NULL; /* it was told */
    look_at_document(panel);
    if (panel->place == NV_PLACE_NOWHERE)
        return; /* the message line says why */
    panel->is_busy = true;
    panel->troubles.is_early = !nv_state_citation(&panel->state, &citation);
    if (nv_state_has_note(&panel->state))
        nv_writer_insert(panel->frame, nv_state_hit(&panel->state)->registry,
                         &citation, panel->resource.language,
                         &panel->troubles.insert);
    panel->is_busy = false;
    show(panel, SHOW_NOTE);
}

static void read_field(nv_panel *panel, nv_control id,
                       void (*set)(nv_state *, const char *, size_t))
{
    char *text = nv_controls_text(&panel->controls, id);

    if (text)
        set(&panel->state, text, strlen(text));
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

    nv_controls_focus(&panel->controls, NV_CONTROL_QUERY);
}

/* Empties both fields and stays in the panel: Escape itself would take the
 * focus to the deck's title afterwards. Returns false when there was nothing to
 * empty. */
static bool clear(nv_panel *panel)
{
    if (panel->state.query.len == 0 && panel->state.locator.len == 0)
        return false;
    panel->is_busy = true;
    nv_controls_set_text(&panel->controls, NV_CONTROL_QUERY, "");
    nv_controls_set_text(&panel->controls, NV_CONTROL_LOCATOR, "");
    panel->is_busy = false;
    nv_state_set_locator(&panel->state, "", 0);
    nv_state_set_query(&panel->state, "", 0);
    panel->troubles.pack = NULL; /* it was told */
    show(panel, SHOW_RESULTS);
    run_later(panel, focus_query_later);
    return true;
}

/* Events */

static void on_text(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->is_busy)
        return;
    forget_failure(panel);
    if (id == NV_CONTROL_QUERY) {
        read_field(panel, id, nv_state_set_query);
        show_list_first(panel);
    } else if (id == NV_CONTROL_LOCATOR) {
        read_field(panel, id, nv_state_set_locator);
        show(panel, SHOW_WORDINGS);
    }
}

static void on_item(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->is_busy)
        return;
    forget_failure(panel);
    if (id == NV_CONTROL_RESULTS) {
        nv_state_choose(&panel->state, nv_controls_row(&panel->controls, id));
        show(panel, SHOW_WORDINGS);
    } else if (id == NV_CONTROL_WORDINGS) {
        int row = nv_controls_row(&panel->controls, id);

        nv_state_choose_wording(&panel->state, row > 0 ? (size_t)row : 0);
        show(panel, SHOW_EVENT);
    } else {
        nv_state_want(&panel->state, nv_show_part(id),
                      nv_controls_is_ticked(&panel->controls, id));
        show(panel, SHOW_NOTE);
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

    if (!panel->is_busy &&
        (id == NV_CONTROL_INSERT || id == NV_CONTROL_RESULTS))
        run_later(panel, insert_later);
}

static void on_return(nv_panel *panel, nv_control id)
{
    if (id == NV_CONTROL_QUERY || id == NV_CONTROL_LOCATOR ||
        id == NV_CONTROL_RESULTS || id == NV_CONTROL_WORDINGS)
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
    if (id == NV_CONTROL_QUERY && panel->state.hit_count > 0)
        nv_controls_focus(&panel->controls, NV_CONTROL_RESULTS);
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

    if (panel->is_busy)
        return;
    if (nv_shortcut_is_search(panel->context, event))
        nv_controls_focus(&panel->controls, NV_CONTROL_QUERY);
    if (event->Modifiers != 0)
        return;
    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        if (keys[i].code == event->KeyCode)
            keys[i].run(panel, id);
}

static void on_focus(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->is_busy)
        return;
    if (id == NV_CONTROL_QUERY)
        look_at_packs(panel);
    look_at_document(panel);
}

/* The deck is shown, or extensions were installed or removed. */
static void on_packs(void *self)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->is_busy)
        look_at_packs(panel);
}

static void look_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    panel->is_awaiting = false;
    if (panel->frame && !panel->is_busy)
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

    nv_layout(&panel->controls);
}

static const nv_listener_actions actions = {
    .text = on_text,
    .item = on_item,
    .action = on_action,
    .key = on_key,
    .focus = on_focus,
    .size = on_size,
    .shown = on_packs,
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
    nv_listener_window(*next++, &panel->controls);
    for (size_t i = 0; i < NV_COUNT_OF(active); i++)
        nv_listener_control(*next++, &panel->controls, active[i]);
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
    panel->context = context;
    panel->frame = frame;
    panel->holder = holder;
    nv_resource_init(&panel->resource, window);
    nv_state_init(&panel->state, NULL, panel->resource.language);
    if (!nv_controls_find(&panel->controls, window, err) ||
        !listen(panel, err)) {
        nv_panel_free(panel);
        return NULL;
    }
    show(panel, SHOW_RESULTS);
    look_at_packs(panel);
    look_at_document(panel);
    panel->watch = nv_pack_watch_new(context, on_packs, panel);
    panel->rest = nv_uno_timer_new(context, show_rest, panel, NULL);
    panel->sidebar = sidebar;
    return panel;
}

void nv_panel_close(nv_panel *panel)
{
    if (!panel)
        return;
    for (size_t i = 0; i < LISTENERS; i++) {
        nv_listener_free(panel->listeners[i]);
        panel->listeners[i] = NULL;
    }
    nv_pack_watch_free(panel->watch);
    panel->watch = NULL;
    nv_uno_timer_free(panel->rest);
    panel->rest = NULL;
    nv_controls_release(&panel->controls);
    panel->frame = NULL;
}

void nv_panel_free(nv_panel *panel)
{
    nv_panel_close(panel);
    if (!panel)
        return;
    nv_state_release(&panel->state);
    nv_pack_set_release(panel->packs);
    nv_resource_release(&panel->resource);
    free(panel);
}

const nv_controls *nv_panel_controls(const nv_panel *panel)
{
    return &panel->controls;
}
