/* SPDX-License-Identifier: MPL-2.0 */
/* Steps: locking, grouping, and taking back.
 *
 * A lock or an undo context left open would spoil every later edit of the
 * document. A call that opens or closes one and throws may have done its work
 * all the same (a listener of somebody else's threw), so what counts is what
 * the office says afterwards, and closing is tried twice. */
#include "writer/step.h"

static bool has_titles(nv_uno_string_seq titles)
{
    bool has = nv_uno_string_seq_len(titles) > 0;

    nv_uno_string_seq_release(&titles);
    return has;
}

static css_document_XUndoManager *find_undo(css_frame_XModel *model,
                                            nv_error *err)
{
    NV_UNO_OWNED css_document_XUndoManagerSupplier *supplier =
        css_document_XUndoManagerSupplier_need(model, err);

    return css_document_XUndoManagerSupplier_getUndoManager(supplier, err);
}

/* Locked without a step in it, Undo is off for good: the writer set its number
 * of steps to 0, and there is nothing to spoil. */
bool nv_step_is_barred(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_document_XUndoManager *undo = find_undo(model, err);

    return css_document_XUndoManager_isLocked(undo, err) &&
           (has_titles(
                css_document_XUndoManager_getAllUndoActionTitles(undo, err)) ||
            has_titles(
                css_document_XUndoManager_getAllRedoActionTitles(undo, err)));
}

bool nv_step_prepare(nv_step *step, css_frame_XModel *model,
                     css_frame_XController *controller, nv_error *err)
{
    *step = (nv_step){0};
    step->model = nv_uno_acquire(model);
    step->undo = find_undo(model, err);
    step->keeps_undo = !css_document_XUndoManager_isLocked(step->undo, err);
    step->modifiable = css_util_XModifiable_need(model, err);
    step->was_modified = css_util_XModifiable_isModified(step->modifiable, err);
    step->was_locked = css_frame_XModel_hasControllersLocked(model, err);
    step->selection = css_view_XSelectionSupplier_need(controller, err);
    step->selected =
        css_view_XSelectionSupplier_getSelection(step->selection, err);
    return !err->code;
}

/* How many steps Undo has, an open context included; -1 when the office does
 * not say. */
static sal_Int32 count_steps(css_document_XUndoManager *undo)
{
    nv_error why = {0};
    nv_uno_string_seq titles =
        css_document_XUndoManager_getAllUndoActionTitles(undo, &why);
    sal_Int32 count = why.code ? -1 : nv_uno_string_seq_len(titles);

    nv_uno_string_seq_release(&titles);
    return count;
}

/* While a context is open nothing can be undone, though there are steps. */
static bool has_open_context(css_document_XUndoManager *undo)
{
    return !css_document_XUndoManager_isUndoPossible(undo, NULL) &&
           count_steps(undo) > 0;
}

bool nv_step_begin(nv_step *step, rtl_uString *title, nv_error *err)
{
    css_frame_XModel_lockControllers(step->model, err);
    step->is_locked =
        !err->code ||
        (!step->was_locked &&
         css_frame_XModel_hasControllersLocked(step->model, NULL));
    if (err->code || !step->keeps_undo)
        return !err->code;
    css_document_XUndoManager_enterUndoContext(step->undo, title, err);
    step->is_open = !err->code || has_open_context(step->undo);
    return !err->code;
}

static void leave(nv_step *step, nv_error *err)
{
    nv_error why = {0};

    css_document_XUndoManager_leaveUndoContext(step->undo, &why);
    if (why.code && has_open_context(step->undo))
        css_document_XUndoManager_leaveUndoContext(step->undo, NULL);
    if (!err->code)
        *err = why;
    step->is_open = false;
}

static void unlock(nv_step *step)
{
    nv_error why = {0};

    css_frame_XModel_unlockControllers(step->model, &why);
    if (why.code && css_frame_XModel_hasControllersLocked(step->model, NULL))
        css_frame_XModel_unlockControllers(step->model, NULL);
    step->is_locked = false;
}

/* The step just left is the last one. An undo that threw was done all the same
 * if there is something to redo now: the first write had emptied that list. */
static void undo_step(nv_step *step)
{
    nv_error why = {0};

    css_document_XUndoManager_undo(step->undo, &why);
    if (why.code && !css_document_XUndoManager_isRedoPossible(step->undo, NULL))
        css_document_XUndoManager_undo(step->undo, NULL);
    nv_error_clear(&why);
    css_document_XUndoManager_clearRedo(step->undo, &why);
    if (why.code)
        css_document_XUndoManager_clearRedo(step->undo, NULL);
}

/* Leaves the context, and undoes it unless it was empty: the office drops an
 * empty one, and Undo would then take back the writer's own last step. */
static void close_context(nv_step *step, nv_error *err)
{
    bool has_steps = true;

    if (err->code) {
        sal_Int32 open = count_steps(step->undo);

        leave(step, err);
        has_steps = open >= 0 && count_steps(step->undo) == open;
    } else {
        leave(step, err);
    }
    if (err->code && has_steps)
        undo_step(step);
}

bool nv_step_end(nv_step *step, nv_error *err)
{
    if (step->is_open)
        close_context(step, err);
    if (step->is_locked)
        unlock(step);
    return !err->code;
}

void nv_step_restore(nv_step *step)
{
    if (!step->was_modified)
        css_util_XModifiable_setModified(step->modifiable, false, NULL);
    css_view_XSelectionSupplier_select(step->selection, &step->selected, NULL);
}

void nv_step_release(nv_step *step)
{
    nv_uno_any_release(&step->selected);
    nv_uno_release(step->selection);
    nv_uno_release(step->modifiable);
    nv_uno_release(step->undo);
    nv_uno_release(step->model);
    *step = (nv_step){0};
}
