/* SPDX-License-Identifier: MPL-2.0 */
/* The results as a tree: a node for each heading with its rows below it. The
 * control of panel.xdl moves by itself through its nodes; a row is one line. */
#ifndef NV_SIDEBAR_RESULTS_TREE_H
#define NV_SIDEBAR_RESULTS_TREE_H

#include "sidebar/result_rows.h"
#include "sidebar/results_parts.h"

typedef struct nv_results_tree nv_results_tree;

/* `window` is the control's. The caller gives it back with free, which may come
 * after the window's end; NULL with *err set. */
nv_results_tree *nv_results_tree_new(css_uno_XComponentContext *context,
                                     css_awt_XWindow *window,
                                     const nv_results_told *told,
                                     nv_error *err);
void nv_results_tree_free(nv_results_tree *tree);

/* Fills the tree, unless it has these rows already, and selects a row, which is
 * scrolled to; rows->count for none. */
void nv_results_tree_show(nv_results_tree *tree, const nv_phrases *phrases,
                          const nv_state *state, const nv_result_rows *rows,
                          size_t row);

/* The row that is selected; rows->count where none is. */
size_t nv_results_tree_row(nv_results_tree *tree);

#endif
