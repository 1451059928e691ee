/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel shows in place of the search for a while: a citation of the
 * document, to be changed, or a recorded quotation that the writer has
 * selected, to be cited. What was searched for stays as it is meanwhile, and is
 * shown again afterwards. Plain C: no UNO. */
#ifndef NV_SIDEBAR_EDITING_H
#define NV_SIDEBAR_EDITING_H

#include "sidebar/state.h"

/* The citation at the caret. Borrowed for the call. */
typedef struct {
    const char *name; /* of its bookmark */
    const char *text; /* what it says now */
    int32_t note;     /* number of its note; 0: in the text */
    nv_standing_state state;
    const nv_registry *registry; /* NULL: it is lost */
    const nv_citation *citation; /* likewise */
    const char *trouble;         /* why it is lost, else "" */
} nv_at_caret;

typedef enum {
    NV_MODE_SEARCH, /* the search is shown */
    NV_MODE_EDIT,   /* the citation at the caret */
    NV_MODE_OFFER   /* the selected quotation */
} nv_mode;

/* What the button does, beside what the mode says: the form that is open. */
typedef enum {
    NV_FORM_NONE,
    NV_FORM_OWN /* the writer's own translation */
} nv_form;

typedef struct {
    nv_mode mode;
    nv_form form;
    nv_state state;    /* what is shown unless the mode is the search */
    nv_buffer name;    /* of the citation at the caret; "": there is none */
    nv_buffer left;    /* of the one that the writer does not want to change */
    nv_buffer offered; /* the quotation offered last, while it is selected */
    nv_buffer text;    /* of the one at the caret, as the next three */
    nv_buffer trouble;
    int32_t note;
    nv_standing_state standing;
    nv_buffer own; /* typed as one's own translation */
} nv_editing;

void nv_editing_init(nv_editing *editing, nv_tongue words);
void nv_editing_release(nv_editing *editing);

/* What is shown: the state of the citation, or the search. */
nv_state *nv_editing_shown(nv_editing *editing, nv_state *search);

/* Tells what stands at the caret now, NULL for none. Another one than before is
 * shown, unless it is lost or the writer has left it; the same one stays with
 * what the writer has changed. Returns whether another state is shown. */
bool nv_editing_find(nv_editing *editing, const nv_state *search,
                     const nv_at_caret *at);

/* Offers a recorded quotation that is selected; event NULL: none is. The same
 * one again changes nothing. Returns whether another state is shown. */
bool nv_editing_offer(nv_editing *editing, const nv_state *search,
                      const nv_registry *registry, const nv_event *event,
                      int quotation);

/* The writer goes back to the search; what was shown is not shown again until
 * something else stood at the caret, or nv_editing_want(). Returns false when
 * the search is shown already. */
bool nv_editing_leave(nv_editing *editing);

/* The writer wants to change the citation at the caret after all: the next
 * nv_editing_find() shows it. */
void nv_editing_want(nv_editing *editing);

/* Forgets everything, because packs or styles go. */
void nv_editing_forget(nv_editing *editing);

#endif
