/* SPDX-License-Identifier: MPL-2.0 */
/* Finding the caret of a frame. */
#include "writer/caret.h"

bool nv_caret_find(css_frame_XFrame *frame, nv_caret *caret, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextViewCursorSupplier *view = NULL;

    *caret = (nv_caret){0};
    caret->controller = css_frame_XFrame_getController(frame, err);
    if (caret->controller)
        caret->model = css_frame_XController_getModel(caret->controller, err);
    view = css_text_XTextViewCursorSupplier_query(caret->controller, err);
    if (view)
        caret->cursor =
            css_text_XTextViewCursorSupplier_getViewCursor(view, err);
    if (err->code)
        return false;
    /* In a comment and on an object the cursor throws when it is asked for a
     * place in the text: an answer, not a failure. */
    if (caret->cursor)
        caret->end = css_text_XTextViewCursor_getEnd(caret->cursor, NULL);
    return true;
}

void nv_caret_release(nv_caret *caret)
{
    nv_uno_release(caret->end);
    nv_uno_release(caret->cursor);
    nv_uno_release(caret->model);
    nv_uno_release(caret->controller);
    *caret = (nv_caret){0};
}
