/* SPDX-License-Identifier: MPL-2.0 */
/* See paragraph.h. */
#include "writer/paragraph.h"

#include "writer/caret.h"

static rtl_uString *read_paragraph(const nv_caret *caret, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(caret->end, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, caret->end, err);
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph =
        css_text_XParagraphCursor_query(cursor, err);

    css_text_XTextCursor_collapseToEnd(cursor, err);
    css_text_XParagraphCursor_gotoStartOfParagraph(paragraph, false, err);
    css_text_XParagraphCursor_gotoEndOfParagraph(paragraph, true, err);
    return css_text_XTextCursor_getString(cursor, err);
}

char *nv_writer_paragraph(css_frame_XFrame *frame)
{
    nv_error err = {0};
    nv_caret caret;
    NV_UNO_OWNED_STRING rtl_uString *text = NULL;

    if (nv_caret_find(frame, &caret, &err) && caret.cursor && caret.end)
        text = read_paragraph(&caret, &err);
    nv_caret_release(&caret);
    return err.code || !text ? NULL : nv_uno_utf8(text);
}

char *nv_writer_selection(css_frame_XFrame *frame)
{
    nv_error err = {0};
    nv_caret caret;
    NV_UNO_OWNED_STRING rtl_uString *selected = NULL;

    if (nv_caret_find(frame, &caret, &err) && caret.cursor && caret.end)
        selected = css_text_XTextViewCursor_getString(caret.cursor, &err);
    nv_caret_release(&caret);
    return err.code ? NULL : nv_uno_utf8(selected);
}
