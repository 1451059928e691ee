/* SPDX-License-Identifier: MPL-2.0 */
/* The controls of the panel's window: found once by their names in panel.xdl,
 * then filled and read as plain text and numbers. Text is UTF-8.
 *
 * A control that fails to answer leaves things as they are: the window may be
 * on its way out, and a label that is not drawn is no reason to stop. */
#ifndef NV_SIDEBAR_CONTROLS_H
#define NV_SIDEBAR_CONTROLS_H

#include "css.h"

/* In the order in which Tab visits them. */
typedef enum {
    NV_CONTROL_QUERY_LABEL,
    NV_CONTROL_QUERY,
    NV_CONTROL_MESSAGE,
    NV_CONTROL_RESULTS_LABEL,
    NV_CONTROL_RESULTS,
    NV_CONTROL_CARET,
    NV_CONTROL_EVENT_LABEL,
    NV_CONTROL_EVENT,
    NV_CONTROL_WORDINGS_LABEL,
    NV_CONTROL_WORDINGS,
    NV_CONTROL_PARTS_LABEL,
    NV_CONTROL_DATE,
    NV_CONTROL_SIGNATORIES,
    NV_CONTROL_WORDING,
    NV_CONTROL_SOURCE,
    NV_CONTROL_REASONS,
    NV_CONTROL_LOCATOR_LABEL,
    NV_CONTROL_LOCATOR,
    NV_CONTROL_PREFIX_LABEL,
    NV_CONTROL_PREFIX,
    NV_CONTROL_SUFFIX_LABEL,
    NV_CONTROL_SUFFIX,
    NV_CONTROL_OWN_LABEL,
    NV_CONTROL_OWN,
    NV_CONTROL_STYLE_LABEL,
    NV_CONTROL_STYLE,
    NV_CONTROL_PREVIEW_LABEL,
    NV_CONTROL_PREVIEW,
    NV_CONTROL_INSERT,
    NV_CONTROL_MORE,
    NV_CONTROL_ESSAY,
    NV_CONTROL_ATTENTION,
    NV_CONTROL_CITATIONS_LABEL,
    NV_CONTROL_CITATIONS,
    NV_CONTROL_CHANGE_LABEL,
    NV_CONTROL_CHANGE,
    NV_CONTROL_ANEW,
    NV_CONTROL_REFRESH,
    NV_CONTROL_COUNT
} nv_control;

typedef struct {
    css_awt_XWindow *panel;                    /* owned */
    css_awt_XWindow *window[NV_CONTROL_COUNT]; /* owned */
    bool is_hidden[NV_CONTROL_COUNT]; /* not wanted now: no place, no focus */
} nv_controls;

/* The name of a control in panel.xdl: ASCII, static. */
const char *nv_control_name(nv_control id);

/* Finds every control in the window that was made from panel.xdl. Returns false
 * with *err set when one is missing; nv_controls_release() gives back what was
 * found, and leaves a struct whose controls answer nothing. */
bool nv_controls_find(nv_controls *controls, css_awt_XWindow *panel,
                      nv_error *err);
void nv_controls_release(nv_controls *controls);

/* The text of an edit field, to be freed with free(); NULL when it does not
 * answer or memory runs out. */
char *nv_controls_text(const nv_controls *controls, nv_control id);

/* Sets the text of an edit field, unless it is that already: what is not
 * changed is not laid out and drawn again. Likewise below. */
void nv_controls_set_text(const nv_controls *controls, nv_control id,
                          const char *text);

/* Sets the text of a label; returns whether it was another one before. */
bool nv_controls_set_label(const nv_controls *controls, nv_control id,
                           const char *text);

/* What the pointer shows when it rests on the control. */
void nv_controls_set_help(const nv_controls *controls, nv_control id,
                          const char *text);

/* Replaces all rows of a list box; `rows` are borrowed. */
void nv_controls_set_rows(const nv_controls *controls, nv_control id,
                          nv_uno_string_seq rows);

/* The selected row of a list box, 0-based; -1: none. */
int nv_controls_row(const nv_controls *controls, nv_control id);
void nv_controls_select(const nv_controls *controls, nv_control id, int row);

bool nv_controls_is_ticked(const nv_controls *controls, nv_control id);
void nv_controls_tick(const nv_controls *controls, nv_control id, bool is_on);

/* Shows or hides a control; returns whether it was the other way before, so
 * that the panel must be laid out again. */
bool nv_controls_show(nv_controls *controls, nv_control id, bool is_shown);

/* Sets the text of a button. */
void nv_controls_set_button(const nv_controls *controls, nv_control id,
                            const char *text);

void nv_controls_enable(const nv_controls *controls, nv_control id,
                        bool is_enabled);
void nv_controls_focus(const nv_controls *controls, nv_control id);

#endif
