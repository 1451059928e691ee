/* SPDX-License-Identifier: MPL-2.0 */
/* Acts: locking, grouping, and taking back.
 *
 * A lock or an undo context left open would spoil every later edit of the
 * document. A call that opens or closes one and throws may have done its work
 * all the same (a listener of somebody else's threw), so what counts is what
 * the office says afterwards, and closing is tried twice. */
#include "writer/act.h"

bool nv_act_prepare(nv_act *act, css_frame_XModel *model,
                    css_frame_XController *controller, nv_error *err)
{
    NV_UNO_OWNED css_document_XUndoManagerSupplier *supplier =
        css_document_XUndoManagerSupplier_need(model, err);

    *act = (nv_act){0};
    act->selected = nv_uno_any_void();
    act->model = nv_uno_acquire(model);
    act->undo = css_document_XUndoManagerSupplier_getUndoManager(supplier, err);
    act->modifiable = css_util_XModifiable_need(model, err);
    act->was_modified = css_util_XModifiable_isModified(act->modifiable, err);
    act->was_locked = css_frame_XModel_hasControllersLocked(model, err);
    act->selection = css_view_XSelectionSupplier_need(controller, err);
    nv_uno_any_release(&act->selected);
    act->selected =
        css_view_XSelectionSupplier_getSelection(act->selection, err);
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

bool nv_act_begin(nv_act *act, const rtl_uString *title, nv_error *err)
{
    css_frame_XModel_lockControllers(act->model, err);
    act->is_locked =
        !err->code || (!act->was_locked &&
                       css_frame_XModel_hasControllersLocked(act->model, NULL));
    if (err->code)
        return false;
    css_document_XUndoManager_enterUndoContext(act->undo, title, err);
    act->is_open = !err->code || has_open_context(act->undo);
    return !err->code;
}

static void leave(nv_act *act, nv_error *err)
{
    nv_error why = {0};

    css_document_XUndoManager_leaveUndoContext(act->undo, &why);
    if (why.code && has_open_context(act->undo))
        css_document_XUndoManager_leaveUndoContext(act->undo, NULL);
    if (!err->code)
        *err = why;
    act->is_open = false;
}

static void unlock(nv_act *act)
{
    nv_error why = {0};

    css_frame_XModel_unlockControllers(act->model, &why);
    if (why.code && css_frame_XModel_hasControllersLocked(act->model, NULL))
        css_frame_XModel_unlockControllers(act->model, NULL);
    act->is_locked = false;
}

/* The step just left is the last one. An undo that threw was done all the same
 * if there is something to redo now: the first write had emptied that list. */
static void undo_step(nv_act *act)
{
    nv_error why = {0};

    css_document_XUndoManager_undo(act->undo, &why);
    if (why.code && !css_document_XUndoManager_isRedoPossible(act->undo, NULL))
        css_document_XUndoManager_undo(act->undo, NULL);
    nv_error_clear(&why);
    css_document_XUndoManager_clearRedo(act->undo, &why);
    if (why.code)
        css_document_XUndoManager_clearRedo(act->undo, NULL);
}

static void restore(nv_act *act)
{
    if (!act->was_modified)
        css_util_XModifiable_setModified(act->modifiable, false, NULL);
    css_view_XSelectionSupplier_select(act->selection, &act->selected, NULL);
}

/* Leaves the context, and undoes it unless it was empty: the office drops an
 * empty one, and Undo would then take back the writer's own last step. */
static void close_context(nv_act *act, nv_error *err)
{
    bool has_steps = true;

    if (err->code) {
        sal_Int32 open = count_steps(act->undo);

        leave(act, err);
        has_steps = open >= 0 && count_steps(act->undo) == open;
    } else {
        leave(act, err);
    }
    if (err->code && has_steps)
        undo_step(act);
}

bool nv_act_end(nv_act *act, nv_error *err)
{
    if (act->is_open)
        close_context(act, err);
    if (err->code)
        restore(act);
    if (act->is_locked)
        unlock(act);
    return !err->code;
}

void nv_act_release(nv_act *act)
{
    nv_uno_any_release(&act->selected);
    nv_uno_release(act->selection);
    nv_uno_release(act->modifiable);
    nv_uno_release(act->undo);
    nv_uno_release(act->model);
    *act = (nv_act){0};
}
