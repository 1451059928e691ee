/* SPDX-License-Identifier: MPL-2.0 */
/* One act on a document: one step of Undo, nothing painted in between, and
 * nothing left behind when it fails. */
#ifndef NV_WRITER_ACT_H
#define NV_WRITER_ACT_H

#include "css.h"
#include "uno/uno.h"

/* All zero is no act. */
typedef struct {
    css_frame_XModel *model;
    css_document_XUndoManager *undo;
    css_util_XModifiable *modifiable;
    css_view_XSelectionSupplier *selection;
    uno_Any selected; /* what was selected, or where the caret was */
    bool was_modified, was_locked;
    bool is_locked, is_open; /* by us: the controllers, the undo context */
} nv_act;

/* Looks up what an act needs and remembers how the document stands. Writes
 * nothing. Returns false with *err set when the office does not answer; the
 * caller calls nv_act_release() either way. err is not NULL. */
bool nv_act_prepare(nv_act *act, css_frame_XModel *model,
                    css_frame_XController *controller, nv_error *err);

/* Locks the controllers and opens an undo context of that name. */
bool nv_act_begin(nv_act *act, const rtl_uString *title, nv_error *err);

/* Closes what nv_act_begin() opened, also if that returned false. If err says
 * that the act failed, or if closing fails, everything since nv_act_begin() is
 * undone, the undone half is taken from the steps to redo, and the selection
 * and the "modified" mark are as they were. The controllers are unlocked in any
 * case. Returns whether the act stands. */
bool nv_act_end(nv_act *act, nv_error *err);

void nv_act_release(nv_act *act);

#endif
