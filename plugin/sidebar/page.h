/* SPDX-License-Identifier: MPL-2.0 */
/* Pages: windows of their own that are shown in place of the search, which is
 * the root of the panel. A page is made when it is first wanted and kept until
 * the panel is closed; one at most is shown. While it is, the search's controls
 * are not there, neither for Tab nor for a screen reader; Escape and Alt+Left
 * go back to them, with focus, selection and scroll as they were.
 *
 * A page is a table of names and one of rows (nv_plan), one of words and one of
 * events, and an .xdl in dialogs/ whose controls have no words of their own.
 * Main thread only, as all of the panel. */
#ifndef NV_SIDEBAR_PAGE_H
#define NV_SIDEBAR_PAGE_H

#include "sidebar/layout.h"
#include "sidebar/listener.h"
#include "sidebar/phrases.h"

typedef struct nv_page nv_page;
struct nv_panel;

/* What the use of a control does; NULL: nothing. Each control that can have the
 * focus has one of these, or Escape is not heard there. None is called while
 * the page fills its controls (is_busy) or after the panel was closed. */
typedef struct {
    int id;
    void (*text)(nv_page *page);  /* another text was typed */
    void (*item)(nv_page *page);  /* another row, another tick */
    void (*press)(nv_page *page); /* a click; a double click in a list; Enter */
} nv_page_event;

/* What stands on a control or is said of it: a property of its model,
 * "Label" or "HelpText". */
typedef struct {
    int id;
    const char *property;
    nv_phrase phrase;
} nv_page_word;

/* Static. Functions may be NULL, but for show. */
typedef struct {
    const char *file; /* in dialogs/, "reading.xdl" */
    const nv_plan *plan;
    const nv_page_event *events;
    size_t event_count;
    const nv_page_word *words;
    size_t word_count;
    int first; /* gets the focus when the page is shown */

    /* Fills the controls, each time before the page is shown. `data` of the
     * page is its own, and NULL the first time. Returns false with *err set
     * when there is nothing to show. */
    bool (*show)(nv_page *page, nv_error *err);

    /* Escape, Alt+Left: a step back within the page; false when there is none
     * and the search is to be shown. */
    bool (*back)(nv_page *page);

    /* What borrows from packs and styles is to be let go; and afterwards, while
     * the page is shown, to be looked up again. False: it is gone, and the
     * search is shown. */
    void (*forget)(nv_page *page);
    bool (*renew)(nv_page *page);

    /* The page is wider or narrower, or the theme is another one; the rows are
     * placed after that. */
    void (*fit)(nv_page *page);

    /* Gives `data` back; the controls are gone by then. */
    void (*release)(nv_page *page);
} nv_page_kind;

struct nv_page {
    const nv_page_kind *kind;
    struct nv_panel *panel; /* borrowed */
    nv_controls controls;
    void *data; /* the page's own */
    bool is_busy;

    /* The frame's: page.c */
    nv_listener **listeners; /* owned; one an event, and of the window */
    int focused;             /* which has the focus; -1: none */
    int pressed;             /* which was, last */
    nv_page *next;           /* of all pages of the panel */
};

/* Makes the page of that kind, if need be, and shows it, or fills it again if
 * it is shown. Returns it, borrowed, or NULL with *err set and the search where
 * it was. */
nv_page *nv_page_show(struct nv_panel *panel, const nv_page_kind *kind,
                      nv_error *err);

/* Shows the search again, if a page is shown in its place. The focus goes along
 * if the page has it. */
void nv_page_leave(struct nv_panel *panel);

/* Rows came or went, or a label is higher: places them, and asks the deck for
 * more height. */
void nv_page_lay_out(nv_page *page);

/* For the panel */

/* The window has another size. */
void nv_pages_fit(struct nv_panel *panel);

/* A key that the page which is shown keeps to itself. */
bool nv_pages_take_key(struct nv_panel *panel, const css_awt_KeyEvent *event);

/* Packs or styles are about to go; others are there. */
void nv_pages_forget(struct nv_panel *panel);
void nv_pages_renew(struct nv_panel *panel);

/* Their windows go, before the panel's does; a second time does nothing. Then
 * they are given back. */
void nv_pages_close(struct nv_panel *panel);
void nv_pages_free(struct nv_panel *panel);

#endif
