/* SPDX-License-Identifier: MPL-2.0 */
/* The controls of a window of the panel: found once by their names in its
 * .xdl, then filled and read as plain text and numbers. Text is UTF-8. A
 * control goes by its number in the plan of its window: that of the search is
 * below, those of other pages are with their files (page.h).
 *
 * A control that fails to answer leaves things as they are: the window may be
 * on its way out, and a label that is not drawn is no reason to stop. */
#ifndef NV_SIDEBAR_CONTROLS_H
#define NV_SIDEBAR_CONTROLS_H

#include "css.h"

/* Those of panel.xdl, the search, in the order in which Tab visits them. */
typedef enum {
    NV_CONTROL_QUERY_LABEL,
    NV_CONTROL_QUERY,
    NV_CONTROL_FILTER,
    NV_CONTROL_FILTER_SAID,
    NV_CONTROL_PERIOD_LABEL,
    NV_CONTROL_PERIOD,
    NV_CONTROL_YEARS_LABEL,
    NV_CONTROL_YEARS,
    NV_CONTROL_KIND_LABEL,
    NV_CONTROL_KIND,
    NV_CONTROL_PARTY_LABEL,
    NV_CONTROL_PARTY,
    NV_CONTROL_LANGUAGE_LABEL,
    NV_CONTROL_LANGUAGE,
    NV_CONTROL_PACK_LABEL,
    NV_CONTROL_PACK,
    NV_CONTROL_WITH_WORDING,
    NV_CONTROL_FILTER_CLEAR,
    NV_CONTROL_UNDERSTOOD,
    NV_CONTROL_MESSAGE,
    NV_CONTROL_WELCOME,
    NV_CONTROL_EXAMPLE,
    NV_CONTROL_RESULTS_LABEL,
    NV_CONTROL_RESULTS,
    NV_CONTROL_PAINTED, /* in its place; made by results.h */
    NV_CONTROL_CARET,
    NV_CONTROL_READ,
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

enum { NV_CONTROLS_MOST = 96 }; /* of one window */

/* What is in a window: its controls, and the rows in which they stand
 * (layout.h). Static. */
typedef struct {
    const char *const *names; /* in its .xdl, ASCII, by number; NULL: it is not
                                 there, and made later */
    int count;                /* at most NV_CONTROLS_MOST */
    const struct nv_plan_row *rows;
    size_t row_count;
} nv_plan;

/* That of the search: its names are in controls.c, its rows in layout.c. */
extern const char *const nv_search_names[NV_CONTROL_COUNT];
extern const nv_plan nv_search_plan;

typedef struct {
    const nv_plan *plan;
    css_awt_XWindow *panel;                    /* owned: all of the window */
    css_awt_XWindow *window[NV_CONTROLS_MOST]; /* owned */
    bool is_hidden[NV_CONTROLS_MOST]; /* not wanted now: no place, no focus */
    int given[NV_CONTROLS_MOST];      /* pixels of height, of NV_ROW_GIVEN */
    bool is_away;                     /* another page is shown in its place */
} nv_controls;

/* Finds every control of `plan` in the window that was made from its .xdl.
 * Returns false with *err set when one is missing; nv_controls_release() gives
 * back what was found, and leaves a struct whose controls answer nothing. */
bool nv_controls_find(nv_controls *controls, const nv_plan *plan,
                      css_awt_XWindow *panel, nv_error *err);
void nv_controls_release(nv_controls *controls);

/* The text of an edit field, to be freed with free(); NULL when it does not
 * answer or memory runs out. */
char *nv_controls_text(const nv_controls *controls, int id);

/* Sets the text of an edit field, unless it is that already: what is not
 * changed is not laid out and drawn again. Likewise below. */
void nv_controls_set_text(const nv_controls *controls, int id,
                          const char *text);

/* Sets the text of a label; returns whether it was another one before. */
bool nv_controls_set_label(const nv_controls *controls, int id,
                           const char *text);

/* What the pointer shows when it rests on the control. */
void nv_controls_set_help(const nv_controls *controls, int id,
                          const char *text);

/* Replaces all rows of a list box; `rows` are borrowed. */
void nv_controls_set_rows(const nv_controls *controls, int id,
                          nv_uno_string_seq rows);

/* The selected row of a list box, 0-based; -1: none. */
int nv_controls_row(const nv_controls *controls, int id);
void nv_controls_select(const nv_controls *controls, int id, int row);

bool nv_controls_is_ticked(const nv_controls *controls, int id);
void nv_controls_tick(const nv_controls *controls, int id, bool is_on);

/* Shows or hides a control; returns whether it was the other way before, so
 * that the panel must be laid out again. */
bool nv_controls_show(nv_controls *controls, int id, bool is_shown);

/* While another page is shown in its place, no control of the window is there:
 * for the eye, for Tab and for a screen reader. Those that are wanted come back
 * as they were. */
void nv_controls_set_away(nv_controls *controls, bool is_away);

/* Sets the text of a button. */
void nv_controls_set_button(const nv_controls *controls, int id,
                            const char *text);

/* Sets a property of the control's model; likewise one that is a text. */
void nv_controls_set_any(const nv_controls *controls, int id,
                         const char *property, const uno_Any *value);
void nv_controls_set_property(const nv_controls *controls, int id,
                              const char *property, const char *text);

void nv_controls_enable(const nv_controls *controls, int id, bool is_enabled);
void nv_controls_focus(const nv_controls *controls, int id);

#endif
