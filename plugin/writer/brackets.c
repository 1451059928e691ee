/* SPDX-License-Identifier: MPL-2.0 */
/* See brackets.h. */
#include "writer/brackets.h"

static bool is_behind_space(css_text_XText *text, css_text_XTextRange *place,
                            nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, place, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);
    NV_UNO_OWNED_STRING rtl_uString *held = NULL;

    if (css_text_XParagraphCursor_isStartOfParagraph(walker, err))
        return true;
    css_text_XTextCursor_goLeft(cursor, 1, true, err);
    held = css_text_XTextCursor_getString(cursor, err);
    return !err->code && (nv_uno_string_equals(held, " ") ||
                          (held->length == 1 && held->buffer[0] == 0xa0));
}

nv_brackets nv_brackets_at(const nv_means *means, nv_language language,
                           css_text_XText *text, css_text_XTextRange *place,
                           nv_error *err)
{
    const nv_library_entry *style =
        nv_library_find(means->library, means->styles[language]);
    const bool has_space = is_behind_space(text, place, err);

    if (style && !style->is_note)
        return (nv_brackets){has_space ? "" : " ", ""};
    return (nv_brackets){has_space ? "(" : " (", ")"};
}
