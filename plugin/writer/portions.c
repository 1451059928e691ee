/* SPDX-License-Identifier: MPL-2.0 */
/* See portions.h. */
#include "writer/portions.h"

#include <stdlib.h>

#include "base/array.h"
#include "writer/names.h"
#include "writer/runs.h"

enum { MOST_CHARACTERS = SAL_MAX_INT16 /* one step of a cursor */ };

/* What may be set on words. */
static const char *const looks[] = {
    "CharStyleName",
    "CharFontName",
    "CharFontNameAsian",
    "CharFontNameComplex",
    "CharHeight",
    "CharHeightAsian",
    "CharHeightComplex",
    "CharWeight",
    "CharWeightAsian",
    "CharWeightComplex",
    "CharPosture",
    "CharPostureAsian",
    "CharPostureComplex",
    "CharUnderline",
    "CharUnderlineColor",
    "CharUnderlineHasColor",
    "CharOverline",
    "CharStrikeout",
    "CharCaseMap",
    "CharColor",
    "CharBackColor",
    "CharEscapement",
    "CharEscapementHeight",
    "CharKerning",
    "CharLocale",
    "CharLocaleAsian",
    "CharLocaleComplex",
    "CharHidden",
    "CharContoured",
    "CharShadowed",
    "CharEmphasis",
    "CharRelief",
    "CharWordMode",
    "HyperLinkURL",
    "HyperLinkTarget",
    "HyperLinkName",
    "UnvisitedCharStyleName",
    "VisitedCharStyleName",
};

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to move the citations; close other "
                   "documents and try again.");
}

static sal_Int32 count_characters(const rtl_uString *text)
{
    sal_Int32 count = 0;

    for (sal_Int32 i = 0; text && i < text->length; i++)
        count += (text->buffer[i] & 0xfc00) != 0xdc00;
    return count;
}

/* Taking */

static nv_uno_string_seq look_names(void)
{
    nv_uno_string_seq names =
        nv_uno_string_seq_new(NULL, (sal_Int32)NV_COUNT_OF(looks));

    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names); i++) {
        nv_uno_string_release(nv_uno_string_seq_at(names)[i]);
        nv_uno_string_seq_at(names)[i] = nv_uno_string(looks[i]);
    }
    return names;
}

/* What is set on the words, and not by their paragraph or character style. */
static css_beans_PropertyValue_seq take_look(void *portion, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertyState *asked =
        css_beans_XPropertyState_need(portion, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) names = look_names();
    NV_UNO_OWNED_SEQ(css_beans_PropertyState_seq)
    states = css_beans_XPropertyState_getPropertyStates(asked, names, err);
    css_beans_PropertyValue_seq look = {0};
    sal_Int32 count = 0, used = 0;

    for (sal_Int32 i = 0; i < css_beans_PropertyState_seq_len(states); i++)
        count += css_beans_PropertyState_seq_at(states)[i] ==
                 css_beans_PropertyState_DIRECT_VALUE;
    look = css_beans_PropertyValue_seq_new(NULL, count);
    for (sal_Int32 i = 0; used < css_beans_PropertyValue_seq_len(look); i++) {
        css_beans_PropertyValue *value;

        if (css_beans_PropertyState_seq_at(states)[i] !=
            css_beans_PropertyState_DIRECT_VALUE)
            continue;
        value = &css_beans_PropertyValue_seq_at(look)[used++];
        nv_uno_string_release(value->Name);
        value->Name = nv_uno_string(looks[i]);
        value->Value = nv_uno_get(portion, looks[i], err);
    }
    return look;
}

static bool append(nv_portions *portions, const rtl_uString *text)
{
    rtl_uString *both = NULL;

    if (!portions->text) {
        portions->text = nv_uno_string("");
    }
    rtl_uString_newConcat(&both, portions->text, (rtl_uString *)text);
    nv_uno_string_release(portions->text);
    portions->text = both;
    return both != NULL;
}

static bool take_words(nv_portions *portions, void *portion, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextRange_need(portion, err);
    NV_UNO_OWNED_STRING rtl_uString *words =
        css_text_XTextRange_getString(range, err);
    nv_portion *grown = nv_array_grow(portions->portions, portions->count,
                                      &portions->capacity, sizeof *grown);
    const sal_Int32 from = portions->len;

    if (!grown || err->code)
        return err->code ? false : fail_of_memory(err);
    portions->portions = grown;
    portions->len += count_characters(words);
    if (!append(portions, words))
        return fail_of_memory(err);
    grown[portions->count++] =
        (nv_portion){from, portions->len, take_look(portion, err)};
    return !err->code;
}

static bool is_set(void *object, const char *property, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, property, err);
    bool is = false;

    nv_uno_any_get_bool(&value, &is);
    return is;
}

static rtl_uString *name_of(void *portion, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(portion, "Bookmark", err);
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(nv_uno_any_get_interface(&value), err);

    return css_container_XNamed_getName(named, err);
}

static bool begin_mark(nv_portions *portions, rtl_uString *name, nv_error *err)
{
    nv_portion_mark *grown =
        nv_array_grow(portions->marks, portions->mark_count,
                      &portions->mark_capacity, sizeof *grown);

    if (!grown)
        return fail_of_memory(err);
    portions->marks = grown;
    grown[portions->mark_count++] =
        (nv_portion_mark){nv_uno_string_acquire(name), portions->len, -1};
    return true;
}

static void end_mark(nv_portions *portions, const rtl_uString *name)
{
    for (size_t i = 0; i < portions->mark_count; i++)
        if (rtl_ustr_compare_WithLength(portions->marks[i].name->buffer,
                                        portions->marks[i].name->length,
                                        name->buffer, name->length) == 0)
            portions->marks[i].to = portions->len;
}

static bool take_mark(nv_portions *portions, void *portion, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name = name_of(portion, err);
    const bool is_start = is_set(portion, "IsStart", err);
    const bool is_collapsed = is_set(portion, "IsCollapsed", err);

    if (err->code || (is_start && !begin_mark(portions, name, err)))
        return false;
    if (!is_start || is_collapsed)
        end_mark(portions, name);
    return true;
}

static bool pass_words(nv_portions *portions, void *portion, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextRange_need(portion, err);
    NV_UNO_OWNED_STRING rtl_uString *words =
        css_text_XTextRange_getString(range, err);

    portions->len += count_characters(words);
    return !err->code;
}

/* Other portions that a cursor steps over. */
static bool is_character(const rtl_uString *kind)
{
    return nv_uno_string_equals(kind, "TextField") ||
           nv_uno_string_equals(kind, "Frame") ||
           nv_uno_string_equals(kind, "Footnote");
}

static bool take_portion(nv_portions *portions, void *portion, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any type = nv_uno_get(portion, "TextPortionType", err);
    const rtl_uString *kind = nv_uno_any_get_string(&type);

    if (err->code)
        return false;
    if (nv_uno_string_equals(kind, "Bookmark"))
        return take_mark(portions, portion, err);
    if (nv_uno_string_equals(kind, "Text"))
        return portions->wants_marks_only ? pass_words(portions, portion, err)
                                          : take_words(portions, portion, err);
    if (portions->wants_marks_only && is_character(kind))
        portions->len++;
    portions->is_plain &= portions->wants_marks_only ||
                          nv_uno_string_equals(kind, "SoftPageBreak");
    return true;
}

static bool take_paragraph(nv_portions *portions, void *paragraph,
                           nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *access =
        css_container_XEnumerationAccess_query(paragraph, NULL);
    NV_UNO_OWNED css_container_XEnumeration *all = NULL;

    portions->is_plain &= access || portions->wants_marks_only;
    if (!access)
        return true;
    all = css_container_XEnumerationAccess_createEnumeration(access, err);
    while (portions->is_plain && !err->code &&
           css_container_XEnumeration_hasMoreElements(all, err)) {
        NV_UNO_OWNED_ANY uno_Any portion =
            css_container_XEnumeration_nextElement(all, err);

        if (err->code ||
            !take_portion(portions, nv_uno_any_get_interface(&portion), err))
            return false;
    }
    return !err->code;
}

/* A bookmark that only begins or only ends here reaches beyond. */
static void check(nv_portions *portions)
{
    for (size_t i = 0; i < portions->mark_count; i++)
        portions->is_plain &= portions->marks[i].to >= 0;
    portions->is_plain &= portions->len < MOST_CHARACTERS && portions->text;
}

static bool take(nv_portions *portions, void *range, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *access =
        css_container_XEnumerationAccess_need(range, err);
    NV_UNO_OWNED css_container_XEnumeration *all =
        css_container_XEnumerationAccess_createEnumeration(access, err);
    int paragraphs = 0;

    while (!err->code && portions->is_plain &&
           css_container_XEnumeration_hasMoreElements(all, err)) {
        NV_UNO_OWNED_ANY uno_Any paragraph =
            css_container_XEnumeration_nextElement(all, err);

        portions->len += paragraphs > 0;
        portions->is_plain &= ++paragraphs == 1 || portions->wants_marks_only;
        if (err->code ||
            !take_paragraph(portions, nv_uno_any_get_interface(&paragraph),
                            err))
            return false;
    }
    return !err->code;
}

bool nv_portions_take(nv_portions *portions, void *range, nv_error *err)
{
    *portions = (nv_portions){.is_plain = true};
    if (!take(portions, range, err))
        return false;
    check(portions);
    return true;
}

bool nv_portions_take_marks(nv_portions *portions, void *range, nv_error *err)
{
    *portions = (nv_portions){.is_plain = true, .wants_marks_only = true};
    return take(portions, range, err);
}

void nv_portions_release(nv_portions *portions)
{
    for (size_t i = 0; i < portions->count; i++)
        css_beans_PropertyValue_seq_release(&portions->portions[i].look);
    for (size_t i = 0; i < portions->mark_count; i++)
        nv_uno_string_release(portions->marks[i].name);
    free(portions->portions);
    free(portions->marks);
    nv_uno_string_release(portions->text);
    *portions = (nv_portions){0};
}

/* Giving */

static css_text_XTextCursor *over(css_text_XText *text,
                                  css_text_XTextRange *whole, sal_Int32 from,
                                  sal_Int32 to, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(whole, err);
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    if (from > 0)
        css_text_XTextCursor_goRight(cursor, (sal_Int16)from, false, err);
    css_text_XTextCursor_goRight(cursor, (sal_Int16)(to - from), true, err);
    return cursor;
}

static void format(css_text_XTextCursor *cursor,
                   css_beans_PropertyValue_seq look, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(cursor, err);

    for (sal_Int32 i = 0; i < css_beans_PropertyValue_seq_len(look); i++) {
        const css_beans_PropertyValue *value =
            &css_beans_PropertyValue_seq_at(look)[i];

        css_beans_XPropertySet_setPropertyValue(set, value->Name, &value->Value,
                                                err);
    }
}

void nv_portions_format(const nv_portions *portions, css_text_XText *text,
                        css_text_XTextRange *whole, sal_Int32 offset,
                        nv_error *err)
{
    for (size_t i = 0; i < portions->count && !err->code; i++) {
        const nv_portion *portion = &portions->portions[i];
        NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;

        if (css_beans_PropertyValue_seq_len(portion->look) == 0)
            continue;
        cursor = over(text, whole, offset + portion->from, offset + portion->to,
                      err);
        format(cursor, portion->look, err);
    }
}

static css_container_XNameAccess *bookmarks_of(css_frame_XModel *model,
                                               nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);

    return css_text_XBookmarksSupplier_getBookmarks(supplier, err);
}

/* Takes a bookmark away; `only_empty`: unless it still holds text. */
static void drop(css_container_XNameAccess *bookmarks, rtl_uString *name,
                 bool only_empty, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XNameAccess_getByName(bookmarks, name, err);
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(bookmark, err);
    NV_UNO_OWNED_STRING rtl_uString *held =
        css_text_XTextRange_getString(range, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);

    if (!err->code && (!only_empty || held->length == 0))
        css_text_XText_removeTextContent(text, bookmark, err);
}

void nv_portions_unmark(const nv_portions *portions, css_frame_XModel *model,
                        nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        bookmarks_of(model, err);

    for (size_t i = 0; i < portions->mark_count && !err->code; i++)
        drop(bookmarks, portions->marks[i].name, false, err);
}

void nv_portions_mark(const nv_portions *portions, css_frame_XModel *model,
                      css_text_XText *text, css_text_XTextRange *whole,
                      sal_Int32 offset, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        bookmarks_of(model, err);

    for (size_t i = 0; i < portions->mark_count && !err->code; i++) {
        const nv_portion_mark *mark = &portions->marks[i];
        NV_UNO_OWNED css_text_XTextCursor *cursor =
            over(text, whole, offset + mark->from, offset + mark->to, err);
        NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;

        if (css_container_XNameAccess_hasByName(bookmarks, mark->name, err))
            drop(bookmarks, mark->name, true, err);
        bookmark = nv_names_bookmark(model, mark->name, err);
        css_text_XText_insertTextContent(text, nv_range_of(cursor), bookmark,
                                         true, err);
    }
}
