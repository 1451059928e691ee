/* SPDX-License-Identifier: MPL-2.0 */
/* One act on a document: one step of Undo, nothing painted in between, and
 * nothing left behind when it fails. */
#ifndef NV_WRITER_STEP_H
#define NV_WRITER_STEP_H

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
    bool keeps_undo; /* false: the writer keeps no steps of Undo at all */
    bool is_locked, is_open; /* by us: the controllers, the undo context */
} nv_step;

/* Whether something else is at work on the document: Undo is locked with steps
 * in it. What is written then could not be taken back, and the next Undo would
 * spoil the text. False with *err set when the office does not answer. */
bool nv_step_is_barred(css_frame_XModel *model, nv_error *err);

/* Looks up what an act needs and remembers how the document stands; the caller
 * has asked nv_step_is_barred(). Writes nothing. Returns false with *err set
 * when the office does not answer; the caller calls nv_step_release() either
 * way. err is not NULL. */
bool nv_step_prepare(nv_step *step, css_frame_XModel *model,
                     css_frame_XController *controller, nv_error *err);

/* Locks the controllers and, where Undo is kept, opens a context of that name.
 */
bool nv_step_begin(nv_step *step, rtl_uString *title, nv_error *err);

/* Closes what nv_step_begin() opened, also if that returned false, and unlocks
 * the controllers in any case. If err says that the act failed, or if closing
 * fails, everything since nv_step_begin() is undone and taken from what can be
 * redone; where no Undo is kept, the caller takes it back. Returns whether the
 * act stands. */
bool nv_step_end(nv_step *step, nv_error *err);

/* After an act that does not stand, and after what Undo does not reach has been
 * taken back: the selection and the "modified" mark are as they were. */
void nv_step_restore(nv_step *step);

void nv_step_release(nv_step *step);

#endif
