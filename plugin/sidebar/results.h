/* SPDX-License-Identifier: MPL-2.0 */
/* The list of results in the panel: a tree by year, which a screen reader
 * speaks well, or rows of two lines that are painted for the eye. Both show the
 * same rows (result_rows.h), choose the same hit and obey the same keys; one of
 * them is there at a time. Main thread only. */
#ifndef NV_SIDEBAR_RESULTS_H
#define NV_SIDEBAR_RESULTS_H

#include "sidebar/controls.h"
#include "sidebar/state.h"

typedef enum { NV_LOOK_TREE, NV_LOOK_PAINTED } nv_look;

/* What the writer does in the list. `self` is what nv_results_new() was given.
 * Nothing of this is told while the list is being filled. */
typedef struct {
    void (*chosen)(void *self, int hit); /* another hit of the state */
    void (*inserted)(void *self);        /* a double click on the chosen one */
    void (*more)(void *self);            /* the row that brings more */
} nv_results_actions;

typedef struct nv_results nv_results;

/* Makes the list beside the tree that panel.xdl has, in its look of a new
 * profile, the tree; sets the window of NV_CONTROL_PAINTED. `controls` must
 * outlive it; `holder`, an object of ours, is held while something is told. The
 * caller gives it back with nv_results_free(); NULL with *err set. */
nv_results *nv_results_new(css_uno_XComponentContext *context,
                           nv_controls *controls,
                           const nv_results_actions *actions, void *self,
                           void *holder, nv_error *err);

/* Ends the list, whose windows may live on. NULL is fine. */
void nv_results_free(nv_results *results);

/* Shows the hits of a state and which one is chosen. What did not change is not
 * filled anew. Phrases and state are borrowed until the next call or free. */
void nv_results_show(nv_results *results, const nv_phrases *phrases,
                     const nv_state *state);

/* Goes over to a look; returns whether it was another one, so that the panel
 * must be laid out again. */
bool nv_results_use_look(nv_results *results, nv_look look);
nv_look nv_results_look(const nv_results *results);

/* The control that has the list now. */
nv_control nv_results_control(const nv_results *results);

/* A key while the list has the focus, before anybody else hears of it; returns
 * whether it was used up. Enter and Escape are not for the list. */
bool nv_results_key(nv_results *results, const css_awt_KeyEvent *event);

/* Whether the focus stands on a heading or on the row that brings more: Enter
 * has nothing to insert there. */
bool nv_results_is_at_hit(const nv_results *results);

#endif
