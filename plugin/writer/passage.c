/* SPDX-License-Identifier: MPL-2.0 */
/* See passage.h. */
#include "writer/passage.h"

#include "base/buffer.h"
#include "note/quoted_name.h"
#include "writer/names.h"
#include "writer/runs.h"

bool nv_passage_prepare(nv_passage *passage, const nv_caret *caret,
                        const nv_beside *beside, nv_language language,
                        const char *tail, nv_error *err)
{
    char name[NV_QUOTED_NAME_LEN + 1];
    NV_UNO_OWNED_STRING rtl_uString *written = NULL;

    *passage = (nv_passage){
        .language = nv_language_code(language),
        .has_stop = nv_beside_stop(beside) != '\0',
        .needs_space_before = nv_beside_needs_space_before(beside),
        .needs_space_behind = nv_beside_needs_space_behind(beside)};
    nv_quoted_name_write(tail, name);
    written = nv_uno_string(name);
    nv_locales_find(caret, &passage->locales);
    passage->bookmark = nv_names_bookmark(caret->model, written, err);
    return !err->code;
}

void nv_passage_release(nv_passage *passage)
{
    nv_locales_release(&passage->locales);
    nv_uno_release(passage->bookmark);
    *passage = (nv_passage){0};
}

/* Characters, from the first of the words, to where a run begins. The stop of
 * the text is among them. */
static int offset_of(const nv_quoted *quoted, size_t run)
{
    const bool is_behind_stop =
        quoted->behind < quoted->count && run >= quoted->behind;
    int offset = is_behind_stop;

    for (size_t i = 0; i < run; i++)
        offset += nv_runs_count(quoted->runs[i].text);
    return offset;
}

/* A cursor over `count` characters at that offset from a place. */
static css_text_XTextCursor *cursor_over(css_text_XText *text,
                                         css_text_XTextRange *start, int offset,
                                         int count, nv_error *err)
{
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    css_text_XTextCursor_goRight(cursor, (sal_Int16)offset, false, err);
    css_text_XTextCursor_goRight(cursor, (sal_Int16)count, true, err);
    return cursor;
}

/* Puts in the runs first to past - 1, which the cursor then spans. */
static void insert(const nv_quoted *quoted, size_t first, size_t past,
                   const char *space, css_text_XTextCursor *cursor,
                   nv_error *err)
{
    nv_buffer utf8 = NV_BUFFER_INIT;
    NV_UNO_OWNED_STRING rtl_uString *whole = NULL;

    for (size_t i = first; i < past; i++)
        nv_buffer_add_text(&utf8, quoted->runs[i].text);
    nv_buffer_add_text(&utf8, space);
    if (utf8.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory to quote");
    whole = nv_uno_string(utf8.text);
    nv_buffer_release(&utf8);
    css_text_XTextCursor_setString(cursor, whole, err);
}

/* What American print puts behind the stop of the text. */
static void insert_behind_stop(const nv_quoted *quoted, css_text_XText *text,
                               css_text_XTextCursor *before, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextCursor_getEnd(before, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        cursor_over(text, end, 1, 0, err);

    insert(quoted, quoted->behind, quoted->count, "", cursor, err);
}

static void mark_languages(const nv_passage *passage, const nv_quoted *quoted,
                           css_text_XText *text, css_text_XTextRange *start,
                           nv_error *err)
{
    for (size_t i = 0; i < quoted->count && !err->code; i++) {
        const nv_quoted_run *run = &quoted->runs[i];
        NV_UNO_OWNED css_text_XTextCursor *cursor = cursor_over(
            text, start, offset_of(quoted, i), nv_runs_count(run->text), err);

        nv_locales_mark(&passage->locales, cursor,
                        run->language ? run->language : passage->language, err);
    }
}

static void set_bookmark(const nv_passage *passage, css_text_XText *text,
                         css_text_XTextCursor *words, nv_error *err)
{
    css_text_XText_insertTextContent(text, nv_range_of(words),
                                     passage->bookmark, true, err);
}

/* The space that parts the words from the one before them. */
static void write_space(const nv_passage *passage, css_text_XTextCursor *cursor,
                        nv_error *err)
{
    css_text_XTextCursor_setString(cursor, NV_UNO_STR(" "), err);
    nv_locales_mark(&passage->locales, cursor, passage->language, err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
}

static int offset_of_call(const nv_passage *passage, const nv_quoted *quoted)
{
    const bool is_stop_behind = passage->has_stop &&
                                quoted->behind == quoted->count &&
                                !quoted->is_block;

    return offset_of(quoted, quoted->call) + (is_stop_behind &&
                                              quoted->call == quoted->count &&
                                              quoted->is_call_behind_stop);
}

void nv_passage_write(nv_passage *passage, const nv_quoted *quoted,
                      css_text_XText *text, css_text_XTextCursor *cursor,
                      nv_error *err)
{
    const bool is_whole = quoted->behind == quoted->count;
    const bool needs_space = passage->needs_space_behind && !quoted->is_block;
    NV_UNO_OWNED css_text_XTextRange *start = NULL;
    NV_UNO_OWNED css_text_XTextCursor *words = NULL, *call = NULL;

    if (passage->needs_space_before && !quoted->is_block)
        write_space(passage, cursor, err);
    insert(quoted, 0, quoted->behind, is_whole && needs_space ? " " : "",
           cursor, err);
    start = css_text_XTextCursor_getStart(cursor, err);
    if (!is_whole)
        insert_behind_stop(quoted, text, cursor, err);
    mark_languages(passage, quoted, text, start, err);
    words = cursor_over(text, start, 0, offset_of(quoted, quoted->count), err);
    set_bookmark(passage, text, words, err);
    passage->is_call_inside = quoted->call < quoted->count;
    call = cursor_over(text, start, offset_of_call(passage, quoted), 0, err);
    css_text_XTextCursor_gotoRange(cursor, nv_range_of(call), false, err);
}

/* The language of the words among the runs; that of the marks is the
 * paragraph's. */
static const char *language_of(const nv_passage *passage,
                               const nv_quoted *quoted)
{
    for (size_t i = 0; i < quoted->count; i++)
        if (quoted->runs[i].language)
            return quoted->runs[i].language;
    return passage->language;
}

/* Words that stand in the text have the writer's marks around them, selected or
 * not. */
static void find_call(const nv_passage *passage, const nv_quoted *quoted,
                      css_text_XTextCursor *cursor, nv_error *err)
{
    if (passage->is_call_inside) {
        while (nv_beside_step(cursor, NV_STEP_LEFT, NV_STEP_ENDS, err))
            ;
        return;
    }
    while (nv_beside_step(cursor, NV_STEP_RIGHT, NV_STEP_MARKS, err))
        ;
    if (quoted->is_call_behind_stop)
        nv_beside_step(cursor, NV_STEP_RIGHT, NV_STEP_STOPS, err);
}

void nv_passage_take(nv_passage *passage, const nv_quoted *quoted,
                     const nv_caret *caret, css_text_XText *text,
                     css_text_XTextCursor *cursor, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextViewCursor_getStart(caret->cursor, err);
    NV_UNO_OWNED css_text_XTextCursor *words =
        css_text_XText_createTextCursorByRange(text, start, err);

    css_text_XTextCursor_gotoRange(words, caret->end, true, err);
    nv_locales_mark(&passage->locales, words, language_of(passage, quoted),
                    err);
    set_bookmark(passage, text, words, err);
    passage->is_call_inside = quoted->call < quoted->count;
    css_text_XTextCursor_gotoRange(cursor, caret->end, false, err);
    find_call(passage, quoted, cursor, err);
}

css_text_XTextRange *nv_passage_end(const nv_passage *passage,
                                    css_text_XTextCursor *call, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *words = NULL;

    if (!passage->is_call_inside)
        return css_text_XTextCursor_getEnd(call, err);
    words = css_text_XTextContent_getAnchor(passage->bookmark, err);
    return css_text_XTextRange_getEnd(words, err);
}
