/* SPDX-License-Identifier: MPL-2.0 */
/* See near.h. Writer tells the bookmarks of a paragraph as portions of it,
 * where each begins and ends. */
#include "writer/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_name.h"
#include "writer/mend.h"
#include "writer/runs.h"

static char *take_utf8(rtl_uString *text)
{
    char *utf8 = nv_uno_utf8(text);

    nv_uno_string_release(text);
    return utf8;
}

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to look at the citations; close other "
                   "documents and try again.");
}

static void release_one(nv_near_citation *one)
{
    free(one->name);
    free(one->text);
    nv_uno_release(one->bookmark);
    nv_uno_release(one->range);
}

/* Takes *one, also when it fails; one without text is none. */
static bool add(nv_near *near, nv_near_citation *one, nv_error *err)
{
    nv_near_citation *citations = nv_array_grow(
        near->citations, near->count, &near->capacity, sizeof *citations);

    if (citations)
        near->citations = citations;
    if (err->code || !citations || !one->text || !one->text[0]) {
        const bool has_memory = citations && one->text;

        release_one(one);
        return !err->code && (has_memory || fail_of_memory(err));
    }
    citations[near->count++] = *one;
    return true;
}

static bool is_listed(const nv_near *near, css_text_XTextContent *bookmark)
{
    for (size_t i = 0; i < near->count; i++)
        if (near->citations[i].bookmark == bookmark)
            return true;
    return false;
}

static bool is_ours(const char *name)
{
    nv_citation_name read;

    return name && nv_citation_name_read(name, strlen(name), &read);
}

static bool add_bookmark(nv_near *near, void *portion, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(portion, "Bookmark", err);
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        css_text_XTextContent_need(nv_uno_any_get_interface(&value), err);
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(bookmark, err);
    nv_near_citation one = {
        .name = take_utf8(css_container_XNamed_getName(named, err))};

    if (err->code || !is_ours(one.name) || is_listed(near, bookmark)) {
        free(one.name);
        return !err->code;
    }
    one.bookmark = nv_uno_acquire(bookmark);
    one.range = css_text_XTextContent_getAnchor(bookmark, err);
    one.text = take_utf8(css_text_XTextRange_getString(one.range, err));
    if (!err->code && one.text)
        nv_mend_widen(one.name, &one.range, &one.text, err);
    return add(near, &one, err);
}

/* Portions that are text, and marks in it that are none. */
static const char *const plain[] = {"Text", "Redline", "SoftPageBreak"};

static bool look_at(nv_near *near, void *portion, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value =
        nv_uno_get(portion, "TextPortionType", err);
    const rtl_uString *type = nv_uno_any_get_string(&value);

    if (err->code)
        return false;
    if (nv_uno_string_equals(type, "Bookmark"))
        return add_bookmark(near, portion, err);
    for (size_t i = 0; i < NV_COUNT_OF(plain); i++)
        if (nv_uno_string_equals(type, plain[i]))
            return true;
    near->has_objects = true;
    return true;
}

typedef bool visitor(nv_near *near, void *element, nv_error *err);

/* Calls `visit` with each thing that an object enumerates. */
static bool visit_all(nv_near *near, css_container_XEnumerationAccess *access,
                      visitor *visit, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumeration *all =
        css_container_XEnumerationAccess_createEnumeration(access, err);

    while (css_container_XEnumeration_hasMoreElements(all, err)) {
        NV_UNO_OWNED_ANY uno_Any element =
            css_container_XEnumeration_nextElement(all, err);

        if (!visit(near, nv_uno_any_get_interface(&element), err))
            return false;
    }
    return !err->code;
}

/* A table among the paragraphs of a text has no portions. */
static bool look_into(nv_near *near, void *paragraph, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *portions =
        css_container_XEnumerationAccess_query(paragraph, err);

    return portions ? visit_all(near, portions, look_at, err) : !err->code;
}

/* What is to be read: the whole note, or a cursor over the paragraph. */
static css_container_XEnumerationAccess *
paragraphs_at(const nv_near *near, css_text_XTextRange *range, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start = NULL;
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph = NULL;

    if (near->note)
        return css_container_XEnumerationAccess_need(near->text, err);
    start = css_text_XTextRange_getStart(range, err);
    cursor = css_text_XText_createTextCursorByRange(near->text, start, err);
    paragraph = css_text_XParagraphCursor_need(cursor, err);
    css_text_XParagraphCursor_gotoStartOfParagraph(paragraph, false, err);
    css_text_XParagraphCursor_gotoEndOfParagraph(paragraph, true, err);
    return css_container_XEnumerationAccess_need(cursor, err);
}

bool nv_near_find(nv_near *near, css_text_XTextRange *range, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *paragraphs = NULL;

    *near = (nv_near){0};
    near->text = css_text_XTextRange_getText(range, err);
    near->note = css_text_XFootnote_query(near->text, err);
    near->compare = css_text_XTextRangeCompare_need(near->text, err);
    paragraphs = paragraphs_at(near, range, err);
    return !err->code && visit_all(near, paragraphs, look_into, err);
}

void nv_near_release(nv_near *near)
{
    for (size_t i = 0; i < near->count; i++)
        release_one(&near->citations[i]);
    free(near->citations);
    nv_uno_release(near->compare);
    nv_uno_release(near->note);
    nv_uno_release(near->text);
    *near = (nv_near){0};
}

/* The office says 1 when a is before b. */
int nv_near_starts(const nv_near *near, void *a, void *b, nv_error *err)
{
    return -css_text_XTextRangeCompare_compareRegionStarts(near->compare, a, b,
                                                           err);
}

int nv_near_ends(const nv_near *near, void *a, void *b, nv_error *err)
{
    return -css_text_XTextRangeCompare_compareRegionEnds(near->compare, a, b,
                                                         err);
}

css_text_XTextCursor *nv_near_between(const nv_near *near,
                                      css_text_XTextRange *from,
                                      css_text_XTextRange *to, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getEnd(from, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getStart(to, err);
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(near->text, start, err);

    css_text_XTextCursor_gotoRange(cursor, end, true, err);
    return cursor;
}
