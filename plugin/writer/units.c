/* SPDX-License-Identifier: MPL-2.0 */
/* See units.h. */
#include "writer/units.h"

#include <stdlib.h>
#include <string.h>

#include "note/citation_name.h"
#include "writer/runs.h"

typedef struct {
    const nv_census *census;
    css_text_XText *body; /* owned, as the next two */
    css_container_XIndexAccess *footnotes, *endnotes;
    sal_Int32 footnote_count;
} work;

static bool prepare(work *work, css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextDocument *document =
        css_text_XTextDocument_need(model, err);
    NV_UNO_OWNED css_text_XFootnotesSupplier *footnotes =
        css_text_XFootnotesSupplier_need(model, err);
    NV_UNO_OWNED css_text_XEndnotesSupplier *endnotes =
        css_text_XEndnotesSupplier_need(model, err);

    work->body = css_text_XTextDocument_getText(document, err);
    work->footnotes = css_text_XFootnotesSupplier_getFootnotes(footnotes, err);
    work->endnotes = css_text_XEndnotesSupplier_getEndnotes(endnotes, err);
    work->footnote_count =
        css_container_XIndexAccess_getCount(work->footnotes, err);
    return !err->code;
}

static void release(work *work)
{
    nv_uno_release(work->body);
    nv_uno_release(work->footnotes);
    nv_uno_release(work->endnotes);
}

/* Notes: numbered over all footnotes, then all endnotes. */

static void take_note(const work *work, int32_t number, nv_unit *unit,
                      nv_error *err)
{
    const bool is_end = number > work->footnote_count;
    NV_UNO_OWNED_ANY uno_Any element = css_container_XIndexAccess_getByIndex(
        is_end ? work->endnotes : work->footnotes,
        number - 1 - (is_end ? work->footnote_count : 0), err);

    unit->kind = is_end ? NV_NOTE_KIND_ENDNOTE : NV_NOTE_KIND_FOOTNOTE;
    unit->note =
        css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
}

/* The running text */

static char *take_utf8(rtl_uString *text)
{
    char *utf8 = nv_uno_utf8(text);

    nv_uno_string_release(text);
    return utf8;
}

/* The text of the paragraph before (`is_before`) or behind a range; for
 * free(). */
static char *rest_of_paragraph(css_text_XText *text, css_text_XTextRange *range,
                               bool is_before, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *from =
        is_before ? css_text_XTextRange_getStart(range, err)
                  : css_text_XTextRange_getEnd(range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, from, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);

    if (is_before)
        css_text_XParagraphCursor_gotoStartOfParagraph(walker, true, err);
    else
        css_text_XParagraphCursor_gotoEndOfParagraph(walker, true, err);
    return take_utf8(css_text_XTextCursor_getString(cursor, err));
}

static int characters(const char *text, const char *end)
{
    int count = 0;

    for (; text < end; text++)
        count += (*text & 0xc0) != 0x80;
    return count;
}

/* How many characters before the end of `text` a parenthesis opens that is not
 * closed there; 0: none. */
static int opening(const char *text)
{
    const char *end = text + strlen(text);
    int depth = 0;

    for (const char *at = end; at-- > text;) {
        depth += *at == ')';
        if (*at == '(' && depth-- == 0)
            return characters(at, end);
    }
    return 0;
}

/* How many characters from the start of `text` one closes that is not opened
 * there, itself included; 0: none. */
static int closing(const char *text)
{
    int depth = 0;

    for (const char *at = text; *at; at++) {
        depth += *at == '(';
        if (*at == ')' && depth-- == 0)
            return characters(text, at + 1);
    }
    return 0;
}

static bool is_over(css_text_XTextCursor *cursor, const char *marks,
                    nv_error *err)
{
    char *held = take_utf8(css_text_XTextCursor_getString(cursor, err));
    const size_t len = held ? strlen(held) : 0;
    const bool is = len > 1 && held[0] == marks[0] && held[len - 1] == marks[1];

    free(held);
    return is;
}

/* The cursor over `range` and so many characters more on each side; owned. */
static css_text_XTextCursor *widened(css_text_XText *text,
                                     css_text_XTextRange *range, int before,
                                     int behind, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(range, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(range, err);
    NV_UNO_OWNED css_text_XTextCursor *far =
        css_text_XText_createTextCursorByRange(text, end, err);
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, start, err);

    if (before > 0)
        css_text_XTextCursor_goLeft(cursor, (sal_Int16)before, false, err);
    if (before < 0)
        css_text_XTextCursor_goRight(cursor, (sal_Int16)-before, false, err);
    if (behind > 0)
        css_text_XTextCursor_goRight(far, (sal_Int16)behind, false, err);
    if (behind < 0)
        css_text_XTextCursor_goLeft(far, (sal_Int16)-behind, false, err);
    css_text_XTextCursor_gotoRange(cursor, nv_range_of(far), true, err);
    return cursor;
}

/* With the parentheses around the range; NULL: there are none. A field counts
 * one character for the cursor and more in the text: hence the look at what was
 * found. */
static css_text_XTextCursor *
in_parentheses(css_text_XText *text, css_text_XTextRange *range, nv_error *err)
{
    char *before = rest_of_paragraph(text, range, true, err);
    char *behind = rest_of_paragraph(text, range, false, err);
    const int left = before ? opening(before) : 0;
    const int right = behind ? closing(behind) : 0;
    css_text_XTextCursor *cursor = NULL;

    free(before);
    free(behind);
    if (left == 0 || right == 0 || left > SAL_MAX_INT16 ||
        right > SAL_MAX_INT16)
        return NULL;
    cursor = widened(text, range, left, right, err);
    if (is_over(cursor, "()", err))
        return cursor;
    nv_uno_release(cursor);
    return NULL;
}

/* One space before goes, too: a call follows its word at once. */
static css_text_XTextCursor *
with_space(css_text_XText *text, css_text_XTextCursor *range, nv_error *err)
{
    char *before = rest_of_paragraph(text, nv_range_of(range), true, err);
    const size_t len = before ? strlen(before) : 0;
    const bool has_space =
        (len > 0 && before[len - 1] == ' ') ||
        (len > 1 && strcmp(before + len - 2, "\u00a0") == 0) ||
        (len > 2 && strcmp(before + len - 3, "\u202f") == 0);

    free(before);
    return widened(text, nv_range_of(range), has_space ? 1 : 0, 0, err);
}

static bool is_part(const char *between)
{
    return strspn(between, " ,;.:\u00a0\u202f") == strlen(between);
}

/* Takes the citations behind the one at `index` as far as only marks part them;
 * says where they end. */
static size_t take_joined(const work *work, size_t index, nv_unit *unit,
                          nv_error *err)
{
    size_t last = index;

    while (last + 1 < work->census->count &&
           work->census->standing[last + 1].note == 0) {
        NV_UNO_OWNED css_text_XTextRange *next =
            nv_census_range(work->census, last + 1, err);
        NV_UNO_OWNED css_text_XText *text =
            css_text_XTextRange_getText(next, err);
        NV_UNO_OWNED css_text_XTextRange *start =
            css_text_XTextRange_getStart(next, err);
        NV_UNO_OWNED css_text_XTextRange *end =
            css_text_XTextCursor_getEnd(unit->inside, err);
        NV_UNO_OWNED css_text_XTextCursor *between = NULL;
        char *held;
        bool is_joined;

        if (err->code || text != unit->text)
            break;
        between = css_text_XText_createTextCursorByRange(text, end, err);
        css_text_XTextCursor_gotoRange(between, start, true, err);
        held = take_utf8(css_text_XTextCursor_getString(between, err));
        is_joined = held && is_part(held);
        free(held);
        if (!is_joined)
            break;
        css_text_XTextCursor_gotoRange(unit->inside, next, true, err);
        last++;
    }
    return last;
}

/* The last citation that stands inside the unit. */
static size_t last_inside(const work *work, size_t index, const nv_unit *unit,
                          nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_need(unit->text, err);

    while (index + 1 < work->census->count && !err->code &&
           work->census->standing[index + 1].note == 0) {
        NV_UNO_OWNED css_text_XTextRange *next =
            nv_census_range(work->census, index + 1, err);
        nv_error why = {0};

        if (css_text_XTextRangeCompare_compareRegionEnds(
                compare, nv_range_of(unit->inside), next, &why) > 0 ||
            why.code)
            break;
        index++;
    }
    return index;
}

/* Takes the citation at `index` of the running text with what moves along;
 * says which was the last. */
static size_t take_text(const work *work, size_t index, nv_unit *unit,
                        nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        nv_census_range(work->census, index, err);
    NV_UNO_OWNED css_text_XTextCursor *enclosed = NULL;

    unit->kind = NV_NOTE_KIND_TEXT;
    unit->text = css_text_XTextRange_getText(range, err);
    if (err->code || unit->text != work->body)
        return index;
    enclosed = in_parentheses(unit->text, range, err);
    if (enclosed) {
        unit->inside = widened(unit->text, nv_range_of(enclosed), -1, -1, err);
        index = last_inside(work, index, unit, err);
    } else {
        unit->inside =
            css_text_XText_createTextCursorByRange(unit->text, range, err);
        index = take_joined(work, index, unit, err);
        enclosed = nv_uno_acquire(unit->inside);
    }
    unit->outside = with_space(unit->text, enclosed, err);
    return index;
}

static void release_unit(nv_unit *unit)
{
    nv_uno_release(unit->note);
    nv_uno_release(unit->text);
    nv_uno_release(unit->inside);
    nv_uno_release(unit->outside);
    *unit = (nv_unit){0};
}

static nv_language language_of(const nv_standing *standing)
{
    nv_citation_name name;

    nv_citation_name_read(standing->name, strlen(standing->name), &name);
    return nv_language_from_tag(name.language, NV_LANGUAGE_EN);
}

/* Takes the unit that begins with the citation at `index`; the last of its
 * citations. */
static size_t take_unit(const work *work, size_t index, nv_unit *unit,
                        nv_error *err)
{
    const nv_standing *standing = &work->census->standing[index];

    unit->language = language_of(standing);
    if (standing->note == 0)
        return take_text(work, index, unit, err);
    take_note(work, standing->note, unit, err);
    while (index + 1 < work->census->count &&
           work->census->standing[index + 1].note == standing->note)
        index++;
    return index;
}

static bool has_name(const work *work, size_t from, size_t to, const char *name)
{
    for (size_t i = from; i <= to; i++)
        if (strcmp(work->census->standing[i].name, name) == 0)
            return true;
    return false;
}

static void take_all(const work *work, const char *name, nv_units *units,
                     nv_error *err)
{
    for (size_t i = 0; i < work->census->count && !err->code; i++) {
        nv_unit *unit = &units->units[units->count];
        const size_t first = i;

        i = take_unit(work, i, unit, err);
        if (name && !has_name(work, first, i, name)) {
            release_unit(unit);
            continue;
        }
        units->is_found = true;
        if (unit->note || unit->inside) {
            units->count++;
        } else {
            units->elsewhere++;
            release_unit(unit);
        }
    }
}

bool nv_units_find(nv_units *units, css_frame_XModel *model,
                   const nv_census *census, const char *name, nv_error *err)
{
    work work = {.census = census};

    *units = (nv_units){.units = calloc(census->count + 1, sizeof(nv_unit))};
    if (!units->units)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to move the citations; close other "
                       "documents and try again.");
    if (prepare(&work, model, err))
        take_all(&work, name, units, err);
    release(&work);
    return !err->code;
}

void nv_units_release(nv_units *units)
{
    /* One more than counted: what failed half way. */
    for (size_t i = 0; units->units && i <= units->count; i++)
        release_unit(&units->units[i]);
    free(units->units);
    *units = (nv_units){0};
}
