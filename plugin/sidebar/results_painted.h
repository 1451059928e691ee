/* SPDX-License-Identifier: MPL-2.0 */
/* The results as rows of two lines in a window that we paint, in the colours
 * and the font of the office, mirrored where the office is. Matched words are
 * bold and underlined. A screen reader hears nothing of it: the text of the
 * chosen event beside it is what can be spoken. */
#ifndef NV_SIDEBAR_RESULTS_PAINTED_H
#define NV_SIDEBAR_RESULTS_PAINTED_H

#include "sidebar/results_parts.h"

typedef struct nv_results_painted nv_results_painted;

/* Makes the window, hidden, in the panel's, behind `before` in the order of
 * Tab. The caller gives the list back with free, which may come after the
 * window's end; NULL with *err set. */
nv_results_painted *nv_results_painted_new(css_uno_XComponentContext *context,
                                           css_awt_XWindow *panel,
                                           css_awt_XWindow *before,
                                           const nv_results_told *told,
                                           nv_error *err);
void nv_results_painted_free(nv_results_painted *list);

/* Its window; owned by the caller. */
css_awt_XWindow *nv_results_painted_window(const nv_results_painted *list);

/* Shows rows, of which one is selected and scrolled to; rows->count: none. All
 * are borrowed until the next call. */
void nv_results_painted_show(nv_results_painted *list,
                             const nv_phrases *phrases, const nv_state *state,
                             const nv_result_rows *rows, size_t row);

/* Moves the selection as a key says; returns whether the key was one of the
 * list's. */
bool nv_results_painted_key(nv_results_painted *list,
                            const css_awt_KeyEvent *event);

/* The row that is selected; rows->count where none is. */
size_t nv_results_painted_row(const nv_results_painted *list);

#endif
