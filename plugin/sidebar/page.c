/* SPDX-License-Identifier: MPL-2.0 */
/* See page.h. */
#include "sidebar/page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "sidebar/extension.h"
#include "sidebar/panel_parts.h"
#include "sidebar/shortcut.h"

enum { NONE = -1 };

/* Events: a page that is not shown has none, and a panel that is closed has no
 * page that is shown. */

static bool is_shown(const nv_page *page)
{
    return page->panel->page == page && page->panel->frame;
}

static const nv_page_event *event_of(const nv_page *page, int id)
{
    static const nv_page_event nothing = {.id = NONE};

    for (size_t i = 0; i < page->kind->event_count; i++)
        if (page->kind->events[i].id == id)
            return &page->kind->events[i];
    return &nothing;
}

static void run(nv_page *page, void (*what)(nv_page *page))
{
    if (what && is_shown(page) && !page->is_busy)
        what(page);
}

static void on_text(void *self, int id)
{
    run(self, event_of(self, id)->text);
}

static void on_item(void *self, int id)
{
    run(self, event_of(self, id)->item);
}

/* See on_action() of events.c: what a button does waits for the lock. */
static void press_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    if (panel->page)
        run(panel->page, event_of(panel->page, panel->page->pressed)->press);
}

static void on_action(void *self, int id)
{
    nv_page *page = self;

    if (!is_shown(page) || page->is_busy || !event_of(page, id)->press)
        return;
    page->pressed = id;
    nv_panel_later(page->panel, press_later);
}

static void search_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;

    panel->focused = NV_CONTROL_QUERY;
    nv_page_leave(panel);
}

/* A button tells of Enter by itself. */
static void on_key(void *self, int id, const css_awt_KeyEvent *event)
{
    const nv_page *page = self;
    NV_UNO_OWNED css_awt_XButton *button =
        css_awt_XButton_query(page->controls.window[id], NULL);

    if (!is_shown(page))
        return;
    if (nv_shortcut_is_search(page->panel->context, event))
        nv_panel_later(page->panel, search_later);
    else if (event->KeyCode == css_awt_Key_RETURN && event->Modifiers == 0 &&
             !button)
        on_action(self, id);
}

static void on_focus(void *self, int id)
{
    nv_page *page = self;

    if (!is_shown(page))
        return;
    page->focused = id;
    nv_key_guard_set(page->panel->keys, true);
}

static void on_blur(void *self, int id)
{
    nv_page *page = self;

    if (!is_shown(page) || page->focused != id)
        return;
    page->focused = NONE;
    nv_key_guard_set(page->panel->keys, false);
}

/* The panel's own window tells of both. */
static void ignore(void *self)
{
    (void)self;
}

static const nv_listener_actions actions = {
    .text = on_text,
    .item = on_item,
    .action = on_action,
    .key = on_key,
    .focus = on_focus,
    .blur = on_blur,
    .size = ignore,
    .shown = ignore,
    .state = ignore,
};

/* Making */

/* The window of the page inside the panel's; owned. */
static css_awt_XWindow *make_window(nv_panel *panel, const char *file,
                                    nv_error *err)
{
    char address[160];
    NV_UNO_OWNED_STRING rtl_uString *url = NULL;
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        panel->context, "com.sun.star.awt.ContainerWindowProvider", err);
    NV_UNO_OWNED css_awt_XContainerWindowProvider *provider =
        css_awt_XContainerWindowProvider_need(service, err);
    NV_UNO_OWNED css_awt_XControl *parent =
        css_awt_XControl_need(panel->view.controls.panel, err);
    NV_UNO_OWNED css_awt_XWindowPeer *peer =
        css_awt_XControl_getPeer(parent, err);

    snprintf(address, sizeof address, NV_EXTENSION_URL "/dialogs/%s", file);
    url = nv_uno_string(address);
    return css_awt_XContainerWindowProvider_createContainerWindow(
        provider, url, NV_UNO_STR(""), peer, NULL, err);
}

static bool listen(nv_page *page, nv_error *err)
{
    page->listeners =
        calloc(page->kind->event_count + 1, sizeof *page->listeners);
    if (!page->listeners)
        return nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for a page");
    for (size_t i = 0; i < page->kind->event_count; i++) {
        page->listeners[i] =
            nv_listener_new(&actions, page, page->panel->holder, err);
        if (!page->listeners[i])
            return false;
        nv_listener_control(page->listeners[i], &page->controls,
                            page->kind->events[i].id);
    }
    return true;
}

static void say_words(nv_page *page)
{
    const nv_phrases *phrases = &page->panel->view.resource.phrases;

    for (size_t i = 0; i < page->kind->word_count; i++) {
        const nv_page_word *word = &page->kind->words[i];

        nv_controls_set_property(&page->controls, word->id, word->property,
                                 phrases->text[word->phrase]);
    }
}

static void close_page(nv_page *page)
{
    nv_listener **next = page->listeners;

    while (next && *next)
        nv_listener_free(*next++);
    free(page->listeners);
    page->listeners = NULL;
    if (page->controls.panel)
        css_awt_XWindow_dispose(page->controls.panel, NULL);
    nv_controls_release(&page->controls);
}

static void free_page(nv_page *page)
{
    close_page(page);
    if (page->kind->release)
        page->kind->release(page);
    free(page);
}

static nv_page *make(nv_panel *panel, const nv_page_kind *kind, nv_error *err)
{
    NV_UNO_OWNED css_awt_XWindow *window = make_window(panel, kind->file, err);
    nv_page *page = window ? calloc(1, sizeof *page) : NULL;

    if (!page) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for a page");
        return NULL;
    }
    page->kind = kind;
    page->panel = panel;
    page->focused = NONE;
    if (!nv_controls_find(&page->controls, kind->plan, window, err) ||
        !listen(page, err)) {
        free_page(page);
        return NULL;
    }
    say_words(page);
    page->next = panel->pages;
    panel->pages = page;
    return page;
}

static nv_page *find(const nv_panel *panel, const nv_page_kind *kind)
{
    nv_page *page = panel->pages;

    while (page && page->kind != kind)
        page = page->next;
    return page;
}

/* Showing */

static bool fill(nv_page *page, nv_error *err)
{
    bool is_filled;

    page->is_busy = true;
    is_filled = page->kind->show(page, err);
    page->is_busy = false;
    return is_filled;
}

/* All over the panel's window. */
static void fit(nv_page *page)
{
    css_awt_Rectangle all =
        css_awt_XWindow_getPosSize(page->panel->view.controls.panel, NULL);

    css_awt_XWindow_setPosSize(page->controls.panel, 0, 0, all.Width,
                               all.Height, css_awt_PosSize_POSSIZE, NULL);
    page->is_busy = true;
    if (page->kind->fit)
        page->kind->fit(page);
    page->is_busy = false;
    nv_layout(&page->controls);
}

void nv_page_lay_out(nv_page *page)
{
    if (!is_shown(page))
        return;
    fit(page);
    css_ui_XSidebar_requestLayout(page->panel->view.sidebar, NULL);
}

/* The focus goes first: where the control that has it is hidden, LibreOffice
 * gives it to whatever comes next. */
static void put_in_place(nv_page *page)
{
    nv_panel *panel = page->panel;

    panel->page = page;
    fit(page);
    css_awt_XWindow_setVisible(page->controls.panel, true, NULL);
    nv_controls_focus(&page->controls, page->kind->first);
    nv_controls_set_away(&panel->view.controls, true);
    css_ui_XSidebar_requestLayout(panel->view.sidebar, NULL);
}

nv_page *nv_page_show(nv_panel *panel, const nv_page_kind *kind, nv_error *err)
{
    nv_page *page = find(panel, kind);

    if (!page)
        page = make(panel, kind, err);
    if (!page || !fill(page, err))
        return NULL;
    if (panel->page == page) {
        nv_page_lay_out(page);
        return page;
    }
    nv_page_leave(panel);
    put_in_place(page);
    return page;
}

void nv_page_leave(nv_panel *panel)
{
    nv_page *page = panel->page;

    if (!page)
        return;
    panel->page = NULL;
    nv_controls_set_away(&panel->view.controls, false);
    nv_layout(&panel->view.controls);
    if (page->focused != NONE)
        nv_controls_focus(&panel->view.controls, panel->focused);
    page->focused = NONE;
    css_awt_XWindow_setVisible(page->controls.panel, false, NULL);
    css_ui_XSidebar_requestLayout(panel->view.sidebar, NULL);
}

/* For the panel */

void nv_pages_fit(nv_panel *panel)
{
    if (panel->page)
        fit(panel->page);
}

static void back_later(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = panel->holder;
    nv_page *page = panel->page;

    if (page && !page->is_busy && !(page->kind->back && page->kind->back(page)))
        nv_page_leave(panel);
}

/* Ctrl+Enter would break the page of the document. */
bool nv_pages_take_key(nv_panel *panel, const css_awt_KeyEvent *event)
{
    static const struct {
        sal_Int16 code, modifiers;
        bool is_back;
    } keys[] = {
        {css_awt_Key_ESCAPE, 0, true},
        {css_awt_Key_LEFT, css_awt_KeyModifier_MOD2, true},
        {css_awt_Key_RETURN, css_awt_KeyModifier_MOD1, false},
    };

    for (size_t i = 0; i < NV_COUNT_OF(keys); i++) {
        if (keys[i].code != event->KeyCode ||
            keys[i].modifiers != event->Modifiers)
            continue;
        if (keys[i].is_back)
            nv_panel_later(panel, back_later);
        return true;
    }
    return false;
}

void nv_pages_forget(nv_panel *panel)
{
    for (nv_page *page = panel->pages; page; page = page->next)
        if (page->kind->forget)
            page->kind->forget(page);
}

void nv_pages_renew(nv_panel *panel)
{
    nv_page *page = panel->page;
    bool is_there = true;

    if (!page || !page->kind->renew)
        return;
    page->is_busy = true;
    is_there = page->kind->renew(page);
    page->is_busy = false;
    if (is_there)
        nv_page_lay_out(page);
    else
        nv_page_leave(panel);
}

void nv_pages_close(nv_panel *panel)
{
    panel->page = NULL;
    for (nv_page *page = panel->pages; page; page = page->next)
        close_page(page);
}

void nv_pages_free(nv_panel *panel)
{
    while (panel->pages) {
        nv_page *page = panel->pages;

        panel->pages = page->next;
        free_page(page);
    }
}
