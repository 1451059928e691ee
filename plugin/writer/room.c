/* SPDX-License-Identifier: MPL-2.0 */
/* See room.h. */
#include "writer/room.h"

#include "writer/runs.h"

css_text_XTextRange *nv_room_make(css_text_XText *text,
                                  css_text_XTextRange *caret, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, caret, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);

    css_text_XTextCursor_collapseToEnd(cursor, err);
    if (!css_text_XParagraphCursor_isStartOfParagraph(walker, err) ||
        !css_text_XParagraphCursor_isEndOfParagraph(walker, err)) {
        css_text_XParagraphCursor_gotoEndOfParagraph(walker, false, err);
        css_text_XText_insertControlCharacter(
            text, nv_range_of(cursor),
            css_text_ControlCharacter_PARAGRAPH_BREAK, false, err);
        css_text_XParagraphCursor_gotoEndOfParagraph(walker, false, err);
    }
    return css_text_XTextCursor_getStart(cursor, err);
}
