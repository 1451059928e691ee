/* SPDX-License-Identifier: MPL-2.0 */
/* Copies the state of the panel to its controls. Whoever calls this sees to it
 * that the events that it causes are not taken for the writer's. Those that
 * return a bool say whether a label became higher or lower, so that the panel
 * must be laid out again. */
#ifndef NV_SIDEBAR_SHOW_H
#define NV_SIDEBAR_SHOW_H

#include "sidebar/controls.h"
#include "sidebar/deeds.h"

/* Sets a label; returns whether it now takes more lines or fewer. */
bool nv_show_label(const nv_controls *controls, nv_control id,
                   const char *text);

/* How many results there are, and what was understood of the query. */
bool nv_show_found(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_state *state);

/* The list of wordings of the chosen event. */
void nv_show_wordings(const nv_controls *controls, const nv_phrases *phrases,
                      const nv_state *state);

/* The chosen event. */
void nv_show_event(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_state *state);

/* The list of styles. */
void nv_show_styles(const nv_controls *controls, const nv_phrases *phrases,
                    const nv_state *state);

/* The fields for the locator and for the words before and after. */
void nv_show_fields(const nv_controls *controls, const nv_state *state);

/* The style in use, the parts and the preview. */
bool nv_show_note(const nv_controls *controls, const nv_phrases *phrases,
                  const nv_state *state);

/* What the button does, and whether it can. */
void nv_show_insert(const nv_controls *controls, const nv_phrases *phrases,
                    const nv_situation *situation);

/* Which citation is at the caret. */
bool nv_show_caret(const nv_controls *controls, const nv_phrases *phrases,
                   const nv_editing *editing);

/* Which of the rows that are rarely used are there. */
typedef struct {
    bool is_welcoming; /* the panel is explained */
    bool has_filter;   /* its lists, */
    bool has_packs;    /* and that of packs among them */
    bool has_around;   /* the fields for words around */
    bool has_essay;    /* the list of citations */
    nv_form form;
} nv_folds;

bool nv_show_folds(nv_controls *controls, const nv_folds *folds);

/* The part that a check box stands for; 0 for any other control. */
unsigned nv_show_part(nv_control id);

/* How many citations need attention. */
bool nv_show_attention(const nv_controls *controls, const char *text);

/* One sentence of trouble, "" for none; `detail` is what the pointer shows. */
bool nv_show_message(const nv_controls *controls, const char *message,
                     const char *detail);

#endif
