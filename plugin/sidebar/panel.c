/* SPDX-License-Identifier: MPL-2.0 */
/* See panel.h. */
#include "sidebar/panel.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/at_caret.h"
#include "sidebar/essay_list.h"
#include "sidebar/essay_style.h"
#include "sidebar/layout.h"
#include "sidebar/more.h"
#include "sidebar/shortcut.h"
#include "sidebar/show.h"
#include "writer/store.h"
#include "writer/watch.h"

/* The controls that a person can do something with. */
static const nv_control active[] = {
    NV_CONTROL_QUERY,    NV_CONTROL_RESULTS, NV_CONTROL_EVENT,
    NV_CONTROL_WORDINGS, NV_CONTROL_DATE,    NV_CONTROL_SIGNATORIES,
    NV_CONTROL_WORDING,  NV_CONTROL_SOURCE,  NV_CONTROL_LOCATOR,
    NV_CONTROL_PREFIX,   NV_CONTROL_SUFFIX,  NV_CONTROL_OWN,
    NV_CONTROL_STYLE,    NV_CONTROL_PREVIEW, NV_CONTROL_INSERT,
    NV_CONTROL_MORE,     NV_CONTROL_ESSAY,   NV_CONTROL_CITATIONS,
    NV_CONTROL_CHANGE,   NV_CONTROL_ANEW,    NV_CONTROL_REFRESH,
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
        nv_panel_act(panel, deed);
        return true;
    }
    return false;
}

bool nv_panel_later(nv_panel *panel, void (*run)(void *panel))
{
    nv_uno_acquire(panel->holder);
    if (nv_uno_later(panel->context, run, panel, NULL))
        return true;
    nv_uno_release(panel->holder);
    return false;
}

/* What a person does */

static void focus_query_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    nv_controls_focus(&panel->view.controls, NV_CONTROL_QUERY);
}

bool nv_panel_leave_editing(nv_panel *panel)
{
    if (!nv_editing_leave(&panel->view.editing))
        return false;
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
    return true;
}

static bool close_form(nv_panel *panel)
{
    if (panel->view.editing.form == NV_FORM_NONE)
        return false;
    panel->view.editing.form = NV_FORM_NONE;
    nv_view_show(&panel->view, NV_SHOW_NOTE);
    return true;
}

/* Empties what is typed for the next citation. Returns false when there was
 * nothing to empty. */
static bool clear(nv_panel *panel)
{
    nv_state *state = &panel->view.state;

    if (state->query.len == 0 && state->locator.len == 0 &&
        state->prefix.len == 0 && state->suffix.len == 0)
        return false;
    panel->view.is_busy = true;
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY, "");
    panel->view.is_busy = false;
    nv_state_set_locator(state, "", 0);
    nv_state_set_prefix(state, "", 0);
    nv_state_set_suffix(state, "", 0);
    nv_state_set_query(state, "", 0);
    panel->view.has_around = false;
    nv_troubles_forget_files(&panel->view.troubles);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    return true;
}

/* What was found is shown again, and may be cited in another place. */
static void search(nv_panel *panel, const char *text)
{
    bool was_editing = nv_panel_leave_editing(panel);

    nv_state_set_query(&panel->view.state, text, strlen(text));
    if (was_editing)
        nv_view_show(&panel->view, NV_SHOW_RESULTS);
    else
        nv_view_show_list(&panel->view);
}

static void set_locator(nv_panel *panel, const char *text)
{
    nv_state_set_locator(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
}

static void set_prefix(nv_panel *panel, const char *text)
{
    nv_state_set_prefix(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_suffix(nv_panel *panel, const char *text)
{
    nv_state_set_suffix(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_form(nv_panel *panel, nv_buffer *buffer, const char *text)
{
    nv_buffer_truncate(buffer, 0);
    nv_buffer_add_text(buffer, text);
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_own(nv_panel *panel, const char *text)
{
    set_form(panel, &panel->view.editing.own, text);
}

static void choose_result(nv_panel *panel, int row)
{
    nv_panel_leave_editing(panel);
    nv_state_choose(&panel->view.state, row);
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
}

static void choose_wording(nv_panel *panel, int row)
{
    nv_state_choose_wording(nv_view_shown(&panel->view),
                            row > 0 ? (size_t)row : 0);
    nv_view_show(&panel->view, NV_SHOW_EVENT);
}

static void choose_citation(nv_panel *panel, int row)
{
    (void)row;
    nv_essay_list_choose(panel);
}

/* The words to be quoted are asked for where none are chosen. */
static void quote(nv_panel *panel)
{
    const nv_state *shown = nv_view_shown(&panel->view);
    const bool is_to_choose = shown->wording == 0 && shown->wording_count > 0;

    nv_panel_act(panel, NV_DEED_QUOTE);
    if (is_to_choose)
        nv_controls_focus(&panel->view.controls, NV_CONTROL_WORDINGS);
}

/* Events */

static void on_text(void *self, nv_control id)
{
    static const struct {
        nv_control id;
        void (*set)(nv_panel *panel, const char *text);
    } fields[] = {
        {NV_CONTROL_QUERY, search},      {NV_CONTROL_LOCATOR, set_locator},
        {NV_CONTROL_PREFIX, set_prefix}, {NV_CONTROL_SUFFIX, set_suffix},
        {NV_CONTROL_OWN, set_own},
    };
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    nv_panel_forget_outcome(panel);
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++) {
        char *text = fields[i].id == id
                         ? nv_controls_text(&panel->view.controls, id)
                         : NULL;

        if (text)
            fields[i].set(panel, text);
        free(text);
    }
}

static void on_box(nv_panel *panel, nv_control id)
{
    bool is_ticked = nv_controls_is_ticked(&panel->view.controls, id);

    if (id == NV_CONTROL_ESSAY) {
        nv_essay_list_open(panel, is_ticked);
        return;
    }
    nv_state_want(nv_view_shown(&panel->view), nv_show_part(id), is_ticked);
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void on_item(void *self, nv_control id)
{
    static const struct {
        nv_control id;
        void (*choose)(nv_panel *panel, int row);
    } lists[] = {
        {NV_CONTROL_RESULTS, choose_result},
        {NV_CONTROL_WORDINGS, choose_wording},
        {NV_CONTROL_STYLE, nv_essay_style_choose},
        {NV_CONTROL_CITATIONS, choose_citation},
    };
    nv_panel *panel = self;

    if (panel->view.is_busy)
        return;
    nv_panel_forget_outcome(panel);
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++)
        if (lists[i].id == id) {
            lists[i].choose(panel, nv_controls_row(&panel->view.controls, id));
            return;
        }
    on_box(panel, id);
}

/* What a click or a double click does. */

static void insert_result(nv_panel *panel)
{
    nv_panel_leave_editing(panel);
    nv_panel_press(panel);
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
    {NV_CONTROL_RESULTS, insert_result},
    {NV_CONTROL_MORE, nv_panel_more},
    {NV_CONTROL_CITATIONS, nv_essay_list_go},
    {NV_CONTROL_ANEW, nv_essay_list_write_anew},
    {NV_CONTROL_REFRESH, refresh},
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
static void on_action(void *self, nv_control id)
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
        NV_CONTROL_QUERY,   NV_CONTROL_RESULTS, NV_CONTROL_WORDINGS,
        NV_CONTROL_LOCATOR, NV_CONTROL_PREFIX,  NV_CONTROL_SUFFIX,
        NV_CONTROL_OWN,     NV_CONTROL_STYLE,
    };

    if (id == NV_CONTROL_CITATIONS)
        nv_essay_list_go(panel);
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

/* Ctrl+Enter quotes, wherever the focus is in the panel. */
static bool take_key(void *self, const css_awt_KeyEvent *event)
{
    nv_panel *panel = self;

    if (event->KeyCode != css_awt_Key_RETURN ||
        event->Modifiers != css_awt_KeyModifier_MOD1)
        return false;
    if (panel->focused == NV_CONTROL_OWN)
        on_action(panel, NV_CONTROL_INSERT);
    else
        nv_panel_later(panel, quote_later);
    return true;
}

/* The focus stays in the panel while there is something to go back to: Escape
 * itself would take it to the deck's title afterwards. */
static void on_escape(nv_panel *panel, nv_control id)
{
    (void)id;
    nv_panel_forget_outcome(panel);
    if (close_form(panel) || nv_panel_leave_editing(panel) || clear(panel))
        nv_panel_later(panel, focus_query_later);
    else
        nv_writer_focus(panel->frame);
}

static void on_down(nv_panel *panel, nv_control id)
{
    if (id != NV_CONTROL_QUERY || panel->view.state.hit_count == 0)
        return;
    nv_panel_leave_editing(panel);
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

/* After packs came or went, what borrowed from them is looked up again. */
static void look_at_stock(nv_panel *panel)
{
    panel->is_stale = false;
    nv_stock_look(&panel->stock, &panel->view);
    if (!panel->is_stale || !panel->frame)
        return;
    nv_essay_list_look(panel);
    nv_panel_look(panel);
}

static void on_focus(void *self, nv_control id)
{
    nv_panel *panel = self;

    panel->focused = id;
    nv_key_guard_set(panel->keys, true);
    if (panel->view.is_busy)
        return;
    if (id == NV_CONTROL_QUERY)
        look_at_stock(panel);
    nv_panel_look(panel);
}

/* Of two controls the one that loses the focus may tell later. */
static void on_blur(void *self, nv_control id)
{
    nv_panel *panel = self;

    if (panel->focused == id)
        nv_key_guard_set(panel->keys, false);
}

/* The deck is shown, or extensions were installed or removed. */
static void on_stock(void *self)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->view.is_busy)
        look_at_stock(panel);
}

/* Packs or styles are about to go. */
static void on_leaving(void *self)
{
    nv_panel *panel = self;

    panel->is_stale = true;
    nv_state_follow_document(&panel->view.state, NULL, "");
    nv_editing_forget(&panel->view.editing);
    nv_essay_list_forget(panel);
    nv_essay_forget(panel->essay);
}

/* What the document is worked out from while the writer pauses. */
static const nv_means *watched_means(void *self)
{
    nv_panel *panel = self;

    return panel->frame && !panel->view.is_busy &&
                   nv_panel_means(panel, &panel->watched, NULL)
               ? &panel->watched
               : NULL;
}

static void on_watched(void *self, const nv_refreshed *sum)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->frame || panel->view.is_busy)
        return;
    nv_essay_list_tell(panel, sum);
    nv_essay_list_look(panel);
    if (panel->view.is_to_lay_out)
        nv_view_show(&panel->view, NV_SHOW_NOTE);
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
}

static const nv_listener_actions actions = {
    .text = on_text,
    .item = on_item,
    .action = on_action,
    .key = on_key,
    .focus = on_focus,
    .blur = on_blur,
    .size = on_size,
    .shown = on_stock,
    .state = on_state,
};

/* Life */

static bool listen(nv_panel *panel, nv_error *err)
{
    nv_listener **next = panel->listeners;

    for (size_t i = 0; i < NV_PANEL_LISTENERS; i++) {
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
    nv_state_init(&panel->view.state, NULL,
                  panel->view.resource.phrases.tongue);
    nv_editing_init(&panel->view.editing, panel->view.resource.phrases.tongue);
    panel->stock.leaving = on_leaving;
    panel->stock.self = panel;
    panel->essay = nv_essay_new(context, frame, err);
    if (!panel->essay ||
        !nv_controls_find(&panel->view.controls, window, err) ||
        !listen(panel, err)) {
        nv_panel_free(panel);
        return NULL;
    }
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    nv_stock_look(&panel->stock, &panel->view);
    nv_panel_look(panel);
    panel->watch = nv_pack_watch_new(context, on_stock, panel);
    panel->menu =
        nv_context_menu_new(frame, panel->view.resource.phrases.tongue, NULL);
    panel->keys = nv_key_guard_new(context, take_key, panel, holder, NULL);
    nv_writer_sweep(panel->essay);
    nv_essay_watch(panel->essay, watched_means, on_watched, panel, NULL);
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
    nv_essay_list_forget(panel);
    nv_essay_free(panel->essay);
    nv_editing_release(&panel->view.editing);
    nv_state_release(&panel->view.state);
    nv_stock_release(&panel->stock);
    nv_resource_release(&panel->view.resource);
    free(panel);
}

const nv_controls *nv_panel_controls(const nv_panel *panel)
{
    return &panel->view.controls;
}
