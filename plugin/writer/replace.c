/* SPDX-License-Identifier: MPL-2.0 */
/* See replace.h. */
#include "writer/replace.h"

#include "writer/runs.h"

bool nv_is_recorded(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(model, "RecordChanges", err);
    bool is_recorded = false;

    nv_uno_any_get_bool(&value, &is_recorded);
    return is_recorded;
}

/* Undo loses a bookmark whose text was replaced under it: it goes first. */
static void overwrite(const nv_near *near, const nv_near_citation *one,
                      nv_entry *entry, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(near->text, one->range, err);

    css_text_XText_removeTextContent(near->text, one->bookmark, err);
    nv_styles_clear(cursor, err);
    nv_entry_write(entry, near->text, cursor, err);
}

/* What was recorded as inserted is taken out at once, and leaves its bookmark
 * without text. */
static void drop_empty(const nv_near *near, const nv_near_citation *one,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *left =
        css_text_XTextContent_getAnchor(one->bookmark, err);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextRange_getString(left, err);

    if (!err->code && nv_uno_string_len(text) == 0)
        css_text_XText_removeTextContent(near->text, one->bookmark, err);
}

/* In front of the old one: Writer puts new text there, too, when it records
 * that some is replaced. */
static void write_before(const nv_near *near, const nv_near_citation *one,
                         nv_entry *entry, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(one->range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(near->text, start, err);

    nv_entry_write(entry, near->text, cursor, err);
}

void nv_replace(const nv_near *near, const nv_near_citation *one,
                nv_entry *entry, bool is_recorded, nv_error *err)
{
    if (!is_recorded) {
        overwrite(near, one, entry, err);
        return;
    }
    write_before(near, one, entry, err);
    {
        NV_UNO_OWNED css_text_XTextRange *old =
            css_text_XTextContent_getAnchor(one->bookmark, err);
        NV_UNO_OWNED css_text_XTextCursor *cursor =
            css_text_XText_createTextCursorByRange(near->text, old, err);

        nv_erase(near, one, cursor, true, err);
    }
}

void nv_erase(const nv_near *near, const nv_near_citation *one,
              css_text_XTextCursor *span, bool is_recorded, nv_error *err)
{
    if (!is_recorded)
        css_text_XText_removeTextContent(near->text, one->bookmark, err);
    css_text_XTextCursor_setString(span, NV_UNO_STR(""), err);
    if (is_recorded)
        drop_empty(near, one, err);
}
