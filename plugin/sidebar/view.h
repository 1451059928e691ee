/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel's window shows: the state and what is wrong, in the controls,
 * and when they get there. Main thread only. */
#ifndef NV_SIDEBAR_VIEW_H
#define NV_SIDEBAR_VIEW_H

#include "sidebar/controls.h"
#include "sidebar/deeds.h"
#include "sidebar/resource.h"
#include "sidebar/results.h"
#include "sidebar/troubles.h"
#include "uno/later.h"

typedef struct {
    void *holder; /* borrowed: the object of ours that is held while the view
                     works by itself */
    css_ui_XSidebar *sidebar; /* borrowed; NULL while it makes the panel */
    nv_controls controls;
    nv_results *results; /* owned; NULL before and after the window */
    nv_resource resource;
    nv_state state;         /* of the search */
    nv_editing editing;     /* what is shown in its place for a while */
    char why_no_write[320]; /* the document can't be changed, likewise "" */
    nv_troubles troubles;
    bool is_welcoming; /* the panel is explained: see welcome.h */
    bool has_filter;   /* the rows of the filter are there */
    bool has_around;   /* the fields for words around are there */
    bool has_essay;    /* the list of citations is */
    bool is_busy;      /* events come from us, not from the writer */

    nv_uno_timer *rest; /* shows what follows from the list; owned */
    bool is_rest_due;   /* it is not shown yet */
    bool is_to_lay_out; /* a label became higher or lower */
    bool is_folded;     /* rows came or went: the deck is asked in any case */
} nv_view;

/* How much is shown anew; each includes those before it. The caution of a
 * wording stands with the event. */
typedef enum {
    NV_SHOW_NOTE, /* with the fields that are typed into */
    NV_SHOW_EVENT,
    NV_SHOW_WORDINGS,
    NV_SHOW_RESULTS,
    NV_SHOW_STYLES
} nv_extent;

void nv_view_show(nv_view *view, nv_extent extent);

/* The state that is shown: the search, or what stands in its place. */
nv_state *nv_view_shown(nv_view *view);

/* How things stand for what can be done; without what only the document can
 * tell. */
nv_situation nv_view_situation(nv_view *view);

/* After a key: the list and Insert at once, so that they follow the typing;
 * what is said of the chosen row when the typing pauses, or with whatever is
 * shown before. Drawing that costs many times what finding it does. */
void nv_view_show_list(nv_view *view);

/* The panel stands in the sidebar, which is asked for more height from now on
 * and may be NULL. Before, and without memory, everything is shown at once. */
void nv_view_open(nv_view *view, css_uno_XComponentContext *context,
                  css_ui_XSidebar *sidebar);

/* Lets go of the controls; nothing is shown any more. A second time does
 * nothing. */
void nv_view_close(nv_view *view);

#endif
