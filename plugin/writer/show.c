/* SPDX-License-Identifier: MPL-2.0 */
/* Showing where a citation stands. */
#include "writer/caret.h"
#include "writer/edit.h"
#include "writer/mend.h"
#include "writer/model.h"
#include "writer/target.h"

/* The view cursor goes along, and the window scrolls to it. */
static bool select_range(const nv_caret *caret, css_text_XTextContent *bookmark,
                         nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range = nv_mend_range(bookmark, err);
    NV_UNO_OWNED css_view_XSelectionSupplier *selection =
        css_view_XSelectionSupplier_need(caret->controller, err);
    NV_UNO_OWNED_ANY uno_Any value = css_text_XTextRange_any(range);

    css_view_XSelectionSupplier_select(selection, &value, err);
    return !err->code;
}

bool nv_writer_show(nv_essay *essay, const char *name, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;
    nv_caret caret;
    nv_error why = {0};
    bool is_done = nv_caret_find(nv_essay_frame(essay), &caret, &why);

    if (is_done)
        bookmark = nv_target_bookmark(caret.model, name, NV_TONGUE_EN, &why);
    is_done = is_done && select_range(&caret, bookmark, &why);
    nv_caret_release(&caret);
    if (!is_done && err)
        *err = why;
    return is_done;
}
