/* SPDX-License-Identifier: MPL-2.0 */
/* See beside.h. */
#include "writer/beside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/terms.h"
#include "note/typography.h"
#include "writer/runs.h"

/* Spans the next character and reads it; "" where there is none. */
static void read_next(css_text_XTextCursor *cursor, nv_step_way way,
                      char out[NV_CHARACTER_MAX], nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *found = NULL;
    char *utf8;

    *out = '\0';
    if (way == NV_STEP_LEFT)
        css_text_XTextCursor_goLeft(cursor, 1, true, err);
    else
        css_text_XTextCursor_goRight(cursor, 1, true, err);
    found = css_text_XTextCursor_getString(cursor, err);
    utf8 = nv_uno_utf8(found);
    if (utf8 && strlen(utf8) < NV_CHARACTER_MAX && (unsigned char)*utf8 >= ' ')
        snprintf(out, NV_CHARACTER_MAX, "%s", utf8);
    free(utf8);
}

static void look(const nv_caret *caret, nv_step_way way,
                 char out[NV_CHARACTER_MAX], nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(caret->end, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, caret->end, err);

    css_text_XTextCursor_collapseToEnd(cursor, err);
    read_next(cursor, way, out, err);
}

bool nv_beside_look(const nv_caret *caret, nv_beside *beside, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *selected =
        css_text_XTextViewCursor_getString(caret->cursor, err);

    *beside = (nv_beside){0};
    look(caret, NV_STEP_LEFT, beside->before, err);
    look(caret, NV_STEP_RIGHT, beside->after, err);
    beside->selected = nv_uno_utf8(selected);
    return !err->code &&
           (beside->selected ||
            nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory to quote"));
}

void nv_beside_release(nv_beside *beside)
{
    free(beside->selected);
    *beside = (nv_beside){0};
}

/* Characters beside which no space is needed, and those that end a quotation;
 * "" is the end of a paragraph. */
static const char *const openings[] = {
    "",  " ", NV_NBSP, NV_THIN, "(", "[", "{", "«", "“", "‘",
    "„", "‚", "‹",     "–",     "—", "-", "/", "’", "'",
};
static const char *const closings[] = {
    "",  " ", NV_NBSP, NV_THIN, ".", ",", ";", ":", "!", "?", "…", ")",
    "]", "}", "»",     "”",     "’", "“", "‘", "›", "–", "—", "-", "/",
};
static const char *const stops[] = {".", ",", ";", ":", "!", "?", "…"};
static const char *const marks[] = {"»", "”",  "’",     "“",    "‘",
                                    "›", "\"", NV_NBSP, NV_THIN};

static bool is_one_of(const char *character, const char *const list[],
                      size_t count)
{
    return nv_is_word_in(list, count, character, strlen(character));
}

bool nv_beside_needs_space_before(const nv_beside *beside)
{
    return !is_one_of(beside->before, openings, NV_COUNT_OF(openings));
}

bool nv_beside_needs_space_behind(const nv_beside *beside)
{
    return !is_one_of(beside->after, closings, NV_COUNT_OF(closings));
}

char nv_beside_stop(const nv_beside *beside)
{
    return beside->after[0] && strchr(".,;:!?", beside->after[0])
               ? beside->after[0]
               : '\0';
}

static bool is_of_kind(const char *character, nv_step_kind kind)
{
    return (kind != NV_STEP_MARKS &&
            is_one_of(character, stops, NV_COUNT_OF(stops))) ||
           (kind != NV_STEP_STOPS &&
            is_one_of(character, marks, NV_COUNT_OF(marks)));
}

bool nv_beside_step(css_text_XTextCursor *cursor, nv_step_way way,
                    nv_step_kind kind, nv_error *err)
{
    char next[NV_CHARACTER_MAX];
    bool steps;

    read_next(cursor, way, next, err);
    steps = !err->code && is_of_kind(next, kind);
    if (steps == (way == NV_STEP_RIGHT))
        css_text_XTextCursor_collapseToEnd(cursor, err);
    else
        css_text_XTextCursor_collapseToStart(cursor, err);
    return steps;
}
