/* SPDX-License-Identifier: MPL-2.0 */
/* See list_place.h. */
#include "writer/list_place.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "writer/list_styles.h"
#include "writer/runs.h"

/* A filter may cut the last character off a bookmark (DOCX does); what a writer
 * types is longer. In bytes. */
enum { CUT_OFF = 3 };

static char *take_utf8(rtl_uString *text)
{
    char *utf8 = nv_uno_utf8(text);

    nv_uno_string_release(text);
    return utf8;
}

/* Bookmarks */

static css_container_XNameAccess *bookmarks_of(css_frame_XModel *model,
                                               nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);

    return css_text_XBookmarksSupplier_getBookmarks(supplier, err);
}

static bool read_name(const rtl_uString *text, nv_list_name *name)
{
    char *utf8 = nv_uno_utf8(text);
    const bool is_name = utf8 && nv_list_name_read(utf8, strlen(utf8), name);

    free(utf8);
    return is_name;
}

/* The index in `names` of the end of a list with that role (and tail, unless
 * NULL); one that is no copy before others; -1: none. */
static sal_Int32 find_end(nv_uno_string_seq names, nv_list_role role,
                          const char *tail, nv_list_name *name)
{
    sal_Int32 found = -1;
    nv_list_name read;

    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names); i++) {
        if (!read_name(nv_uno_string_seq_at(names)[i], &read) ||
            read.role != role || (tail && strcmp(read.tail, tail) != 0))
            continue;
        if (found >= 0 && (read.is_copy || !name->is_copy))
            continue;
        found = i;
        *name = read;
    }
    return found;
}

static css_text_XTextContent *named(css_container_XNameAccess *bookmarks,
                                    nv_uno_string_seq names, sal_Int32 index,
                                    nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element = css_container_XNameAccess_getByName(
        bookmarks, nv_uno_string_seq_at(names)[index], err);

    return css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
}

static bool find_bookmarks(nv_list_place *place, css_frame_XModel *model,
                           nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        bookmarks_of(model, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(bookmarks, err);
    sal_Int32 at = find_end(names, NV_LIST_FIRST, NULL, &place->name);
    nv_list_name last = {0};

    if (err->code || at < 0)
        return !err->code;
    place->first = named(bookmarks, names, at, err);
    at = find_end(names, NV_LIST_LAST, place->name.tail, &last);
    if (at >= 0)
        place->last = named(bookmarks, names, at, err);
    return !err->code;
}

bool nv_list_place_is_there(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        bookmarks_of(model, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(bookmarks, err);
    nv_list_name name;

    return find_end(names, NV_LIST_FIRST, NULL, &name) >= 0;
}

/* Paragraphs */

css_text_XTextCursor *nv_list_place_over(css_text_XText *text,
                                         css_text_XTextRange *start,
                                         nv_error *err)
{
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);

    css_text_XParagraphCursor_gotoEndOfParagraph(walker, true, err);
    return cursor;
}

css_text_XTextCursor *nv_list_place_behind(css_text_XText *text,
                                           css_text_XTextRange *start,
                                           nv_error *err)
{
    css_text_XTextCursor *cursor = nv_list_place_over(text, start, err);

    css_text_XTextCursor_collapseToEnd(cursor, err);
    return cursor;
}

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for the list of works; close other "
                   "documents and try again.");
}

static bool add(nv_list_place *place, css_text_XTextCursor *cursor,
                nv_error *err)
{
    nv_list_paragraph *grown =
        nv_array_grow(place->paragraphs, place->count, &place->capacity,
                      sizeof *place->paragraphs);
    nv_list_paragraph *added;

    if (!grown)
        return fail_of_memory(err);
    place->paragraphs = grown;
    added = &grown[place->count];
    added->start = css_text_XTextCursor_getStart(cursor, err);
    added->text = take_utf8(css_text_XTextCursor_getString(cursor, err));
    if (!added->text && !err->code)
        fail_of_memory(err);
    place->count += !err->code;
    if (err->code) {
        nv_uno_release(added->start);
        free(added->text);
    }
    return !err->code;
}

/* Whether the last bookmark ends in the paragraph that the cursor is over. */
static bool holds_last(const nv_list_place *place, css_text_XTextCursor *cursor,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_need(place->text, err);
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(place->last, err);

    return css_text_XTextRangeCompare_compareRegionEnds(
               compare, nv_range_of(cursor), range, err) <= 0;
}

/* What the writer typed behind the last bookmark stays theirs. */
static void cut_tail(nv_list_place *place, css_text_XTextCursor *cursor,
                     nv_error *err)
{
    nv_list_paragraph *paragraph = &place->paragraphs[place->count - 1];
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(place->last, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(range, err);
    char *text;

    css_text_XTextCursor_gotoRange(cursor, paragraph->start, false, err);
    css_text_XTextCursor_gotoRange(cursor, end, true, err);
    text = take_utf8(css_text_XTextCursor_getString(cursor, err));
    place->has_tail =
        text && !err->code && strlen(paragraph->text) > strlen(text) + CUT_OFF;
    if (place->has_tail) {
        free(paragraph->text);
        paragraph->text = text;
        place->end = nv_uno_acquire(end);
        return;
    }
    free(text);
    nv_uno_release(place->end);
    {
        NV_UNO_OWNED css_text_XTextCursor *behind =
            nv_list_place_behind(place->text, paragraph->start, err);

        place->end = css_text_XTextCursor_getEnd(behind, err);
    }
}

static bool is_ours(css_text_XTextCursor *cursor, nv_error *err)
{
    const nv_list_style style = nv_list_styles_of(cursor, err);

    return style != NV_LIST_STYLE_COUNT && style != NV_LIST_STYLE_TITLE;
}

/* Takes the paragraph the cursor is in; says whether the list goes on with the
 * one behind it, where the cursor then is. */
static bool take(nv_list_place *place, css_text_XTextCursor *cursor,
                 css_text_XParagraphCursor *walker, nv_error *err)
{
    css_text_XParagraphCursor_gotoEndOfParagraph(walker, true, err);
    if (!add(place, cursor, err))
        return false;
    if (place->last && holds_last(place, cursor, err)) {
        cut_tail(place, cursor, err);
        return false;
    }
    css_text_XTextCursor_collapseToEnd(cursor, err);
    if (!place->last) {
        nv_uno_release(place->end);
        place->end = css_text_XTextCursor_getEnd(cursor, err);
    }
    if (!css_text_XParagraphCursor_gotoNextParagraph(walker, false, err)) {
        place->is_broken = place->last != NULL;
        return false;
    }
    return place->last || is_ours(cursor, err);
}

/* A cursor steps over a table as if it were not there; what is deleted around
 * it would take it along. */
static bool holds_table(const nv_list_place *place, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(place->text,
                                               place->paragraphs[0].start, err);
    NV_UNO_OWNED css_container_XEnumerationAccess *access = NULL;
    NV_UNO_OWNED css_container_XEnumeration *all = NULL;
    bool has_table = false;

    css_text_XTextCursor_gotoRange(cursor, place->end, true, err);
    access = css_container_XEnumerationAccess_need(cursor, err);
    all = css_container_XEnumerationAccess_createEnumeration(access, err);
    while (!err->code && !has_table &&
           css_container_XEnumeration_hasMoreElements(all, err)) {
        NV_UNO_OWNED_ANY uno_Any part =
            css_container_XEnumeration_nextElement(all, err);
        NV_UNO_OWNED css_text_XTextTable *table =
            css_text_XTextTable_query(nv_uno_any_get_interface(&part), NULL);

        has_table = table != NULL;
    }
    return has_table;
}

/* The last bookmark counts only behind the first, in the same text. */
static void check_last(nv_list_place *place, css_text_XTextRange *first,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_need(place->text, err);
    NV_UNO_OWNED css_text_XTextRange *last =
        place->last ? css_text_XTextContent_getAnchor(place->last, err) : NULL;
    nv_error why = {0};

    if (err->code || !last)
        return;
    if (css_text_XTextRangeCompare_compareRegionStarts(compare, first, last,
                                                       &why) >= 0 &&
        !why.code)
        return;
    nv_uno_release(place->last);
    place->last = NULL;
}

static void walk(nv_list_place *place, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *first =
        css_text_XTextContent_getAnchor(place->first, err);
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(first, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;
    NV_UNO_OWNED css_text_XParagraphCursor *walker = NULL;

    place->text = css_text_XTextRange_getText(first, err);
    check_last(place, first, err);
    cursor = css_text_XText_createTextCursorByRange(place->text, start, err);
    walker = css_text_XParagraphCursor_need(cursor, err);
    css_text_XParagraphCursor_gotoStartOfParagraph(walker, false, err);
    while (!err->code && take(place, cursor, walker, err))
        ;
    if (!err->code && !place->is_broken)
        place->is_broken = holds_table(place, err);
}

bool nv_list_place_find(nv_list_place *place, css_frame_XModel *model,
                        nv_error *err)
{
    *place = (nv_list_place){0};
    if (find_bookmarks(place, model, err) && place->first)
        walk(place, err);
    return !err->code;
}

void nv_list_place_release(nv_list_place *place)
{
    for (size_t i = 0; i < place->count; i++) {
        nv_uno_release(place->paragraphs[i].start);
        free(place->paragraphs[i].text);
    }
    free(place->paragraphs);
    nv_uno_release(place->first);
    nv_uno_release(place->last);
    nv_uno_release(place->text);
    nv_uno_release(place->end);
    *place = (nv_list_place){0};
}
