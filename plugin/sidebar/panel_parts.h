/* SPDX-License-Identifier: MPL-2.0 */
/* The panel's inside: for the files that say what its events do. */
#ifndef NV_SIDEBAR_PANEL_PARTS_H
#define NV_SIDEBAR_PANEL_PARTS_H

#include "sidebar/key_guard.h"
#include "sidebar/listener.h"
#include "sidebar/pack_watch.h"
#include "sidebar/page.h"
#include "sidebar/panel.h"
#include "sidebar/stock.h"
#include "sidebar/view.h"
#include "writer/context_menu.h"
#include "writer/survey.h"

enum { NV_PANEL_LISTENERS = 56 };

struct nv_panel {
    css_uno_XComponentContext *context;         /* borrowed */
    css_frame_XFrame *frame;                    /* borrowed; NULL once closed */
    nv_essay *essay;                            /* owned */
    void *holder;                               /* borrowed */
    nv_listener *listeners[NV_PANEL_LISTENERS]; /* owned; some NULL */
    nv_stock stock;
    nv_desk desk;         /* what was cited last and is starred */
    bool is_desk_told;    /* what is wrong with its file */
    nv_pack_watch *watch; /* owned; NULL: nothing is told */
    nv_survey *survey;    /* owned; NULL: the list of citations is closed */
    nv_view view;
    nv_page *pages;          /* owned: those that were made */
    nv_page *page;           /* which is shown; NULL: the search */
    nv_context_menu *menu;   /* owned; NULL: the text's has nothing of ours */
    nv_uno_timer *from_text; /* owned; NULL: events are suggested on demand */
    nv_key_guard *keys;      /* owned; NULL: the panel keeps none to itself */
    int focused;             /* of the search, which had the focus last */
    bool is_awaiting;        /* look_later() will be run */
    bool is_query_due;       /* the focus will be put into the search field */
    nv_control clicked;      /* what was, last */
    bool is_stale;    /* what borrowed from packs and styles was let go */
    nv_means watched; /* what nv_essay_watch() works with */
    nv_panel *next;   /* of all that are open */
};

/* Runs a function of the panel once the office is done with the event at hand;
 * the panel's object is held until then, and `run` gives it back. */
bool nv_panel_later(nv_panel *panel, void (*run)(void *panel));

/* The last act is no news any more. */
void nv_panel_forget_outcome(nv_panel *panel);

/* Asks the document where a note would go, in which language, and what stands
 * at the caret; then shows it. */
void nv_panel_look(nv_panel *panel);

/* Goes back to the search, if that is not shown; returns whether it was. */
bool nv_panel_leave_editing(nv_panel *panel);

/* What notes are written from; false without packs or styles, or with *err set
 * where the document's own style can't be had. */
bool nv_panel_means(nv_panel *panel, nv_means *means, nv_error *err);

#endif
