/* SPDX-License-Identifier: MPL-2.0 */
/* See mend.h. */
#include "writer/mend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_name.h"
#include "writer/model.h"
#include "writer/names.h"

enum {
    BEHIND_MAX = 16,   /* characters that filters may have cut off */
    COPIES_MAX = 10000 /* of one citation with a property */
};

/* Short ranges */

static bool has_checksum(const char *text, size_t len, const char *checksum)
{
    char found[8];

    nv_citation_checksum(text, len, found);
    return strcmp(found, checksum) == 0;
}

static size_t next_character(const char *text, size_t at)
{
    do
        at++;
    while ((text[at] & 0xc0) == 0x80);
    return at;
}

/* How many characters behind the first `len` bytes of the text complete it; 0:
 * none do, within its paragraph. */
static sal_Int16 missing(const char *text, size_t len, const char *checksum)
{
    sal_Int16 count = 0;

    for (size_t at = len; text[at] && text[at] != '\n';) {
        at = next_character(text, at);
        count++;
        if (has_checksum(text, at, checksum))
            return count;
    }
    return 0;
}

/* A cursor over the range and `more` characters behind it, fewer at the end of
 * the text. */
static css_text_XTextCursor *stretch(css_text_XTextRange *range, sal_Int16 more,
                                     nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(range, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(range, err);
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    css_text_XTextCursor_gotoRange(cursor, end, true, err);
    css_text_XTextCursor_goRight(cursor, more, true, err);
    return cursor;
}

static char *text_of(css_text_XTextCursor *cursor, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextCursor_getString(cursor, err);
    char *utf8 = nv_uno_utf8(text);

    if (!utf8)
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is no memory to look through the notes; close other "
                "documents and try again.");
    return utf8;
}

/* How many characters the range lacks. */
static sal_Int16 look_behind(css_text_XTextRange *range, const char *text,
                             const char *checksum, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor = stretch(range, BEHIND_MAX, err);
    char *wide = text_of(cursor, err);
    const size_t len = strlen(text);
    sal_Int16 count = 0;

    if (wide && strncmp(wide, text, len) == 0)
        count = missing(wide, len, checksum);
    free(wide);
    return count;
}

bool nv_mend_widen(const char *name, css_text_XTextRange **range, char **text,
                   nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;
    nv_citation_name read;
    sal_Int16 count;
    char *whole;

    if (!nv_citation_name_read(name, strlen(name), &read) ||
        !read.checksum[0] || has_checksum(*text, strlen(*text), read.checksum))
        return false;
    count = look_behind(*range, *text, read.checksum, err);
    if (count == 0)
        return false;
    cursor = stretch(*range, count, err);
    whole = text_of(cursor, err);
    if (err->code) {
        free(whole);
        return false;
    }
    nv_uno_release(*range);
    *range = css_text_XTextRange_query(cursor, err);
    free(*text);
    *text = whole;
    return !err->code;
}

css_text_XTextRange *nv_mend_range(css_text_XTextContent *bookmark,
                                   nv_error *err)
{
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(bookmark, err);
    NV_UNO_OWNED_STRING rtl_uString *called =
        css_container_XNamed_getName(named, err);
    css_text_XTextRange *range = css_text_XTextContent_getAnchor(bookmark, err);
    NV_UNO_OWNED_STRING rtl_uString *says =
        css_text_XTextRange_getString(range, err);
    char *name = nv_uno_utf8(called), *text = nv_uno_utf8(says);

    if (!err->code && name && text)
        nv_mend_widen(name, &range, &text, err);
    free(name);
    free(text);
    return range;
}

/* Names of copies */

static bool is_taken(css_frame_XModel *model, rtl_uString *name, nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        css_text_XBookmarksSupplier_getBookmarks(supplier, err);

    return css_container_XNameAccess_hasByName(bookmarks, name, err);
}

/* "X Copy 1", or of the first number that is free. Owned, as below. */
static rtl_uString *copy_name(css_frame_XModel *model, const char *plain,
                              nv_error *err)
{
    char text[NV_CITATION_NAME_MAX + 16];
    rtl_uString *made;

    for (int number = 1; number < COPIES_MAX && !err->code; number++) {
        snprintf(text, sizeof text, "%s Copy %d", plain, number);
        made = nv_uno_string(text);
        if (!is_taken(model, made, err))
            return made;
        nv_uno_string_release(made);
    }
    nv_fail(err, NV_ERROR_LIMIT, 0,
            "There are too many copies of one citation: delete some");
    return NULL;
}

rtl_uString *nv_mend_name(css_frame_XModel *model, const char *plain,
                          nv_error *err)
{
    nv_citation_name read;
    rtl_uString *made = nv_uno_string(plain);

    if (!is_taken(model, made, err) || err->code)
        return made;
    nv_uno_string_release(made);
    nv_citation_name_read(plain, strlen(plain), &read);
    return read.has_property ? copy_name(model, plain, err)
                             : nv_names_choose(model, &read, err);
}

/* What a copy that is called `name` should be called; NULL: as it is. */
static rtl_uString *proper_name(css_frame_XModel *model, const char *name,
                                nv_error *err)
{
    char plain[NV_CITATION_NAME_MAX + 1];
    nv_citation_name read;
    rtl_uString *made;

    if (!nv_citation_name_read(name, strlen(name), &read) || !read.is_copy ||
        !nv_citation_name_write(&read, plain))
        return NULL;
    made = nv_mend_name(model, plain, err);
    if (!read.has_property || (made && made->length < (sal_Int32)strlen(name)))
        return made;
    nv_uno_string_release(made);
    return NULL;
}

/* Mending */

/* A bookmark can't be widened: another one takes its place. */
static void replace(css_frame_XModel *model, css_text_XTextContent *old,
                    css_text_XTextRange *range, rtl_uString *name,
                    nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        nv_names_bookmark(model, name, err);

    css_text_XText_removeTextContent(text, old, err);
    css_text_XText_insertTextContent(text, range, bookmark, true, err);
}

/* Whether there was anything to mend. */
static bool mend_one(css_frame_XModel *model, const nv_census *census,
                     size_t index, nv_error *err)
{
    const char *name = census->standing[index].name;
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;
    NV_UNO_OWNED css_container_XNamed *named = NULL;
    NV_UNO_OWNED css_text_XTextRange *range = NULL;
    NV_UNO_OWNED_STRING rtl_uString *proper = proper_name(model, name, err);

    if (!proper && !census->is_short[index])
        return false;
    bookmark = nv_census_bookmark(census, index, err);
    if (census->is_short[index]) {
        if (!proper)
            proper = nv_uno_string(name);
        range = nv_census_range(census, index, err);
        replace(model, bookmark, range, proper, err);
    } else {
        named = css_container_XNamed_need(bookmark, err);
        css_container_XNamed_setName(named, proper, err);
    }
    return true;
}

bool nv_mend(css_frame_XModel *model, const nv_census *census,
             const nv_apparatus *apparatus, nv_error *err)
{
    bool is_mended = false;

    for (size_t i = 0; i < census->count && !err->code; i++)
        if (nv_apparatus_wanted(apparatus, i)->state != NV_STANDING_STALE)
            is_mended |= mend_one(model, census, i, err);
    return is_mended;
}

/* Formats that do not keep citations */

/* Names of Writer's filters: DOC, and what it was before. */
static const char *const losing[] = {"MS Word 97", "MS Word 97 Vorlage",
                                     "MS WinWord 6.0", "MS Word 95"};

static bool is_losing(const rtl_uString *filter)
{
    for (size_t i = 0; i < NV_COUNT_OF(losing); i++)
        if (filter && nv_uno_string_equals(filter, losing[i]))
            return true;
    return false;
}

static bool is_in_losing_format(css_frame_XModel *model)
{
    NV_UNO_OWNED_SEQ(css_beans_PropertyValue_seq)
    args = css_frame_XModel_getArgs(model, NULL);

    for (sal_Int32 i = 0; i < css_beans_PropertyValue_seq_len(args); i++) {
        const css_beans_PropertyValue *arg =
            css_beans_PropertyValue_seq_at(args) + i;

        if (nv_uno_string_equals(arg->Name, "FilterName"))
            return is_losing(nv_uno_any_get_string(&arg->Value));
    }
    return false;
}

void nv_writer_warning(nv_essay *essay, nv_tongue words, char *warning,
                       size_t size)
{
    NV_UNO_OWNED css_frame_XController *controller =
        css_frame_XFrame_getController(nv_essay_frame(essay), NULL);
    NV_UNO_OWNED css_frame_XModel *model =
        css_frame_XController_getModel(controller, NULL);

    snprintf(warning, size, "%s",
             is_in_losing_format(model) ? nv_say(NV_WORD_LOSING_FORMAT, words)
                                        : "");
}
