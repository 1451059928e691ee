/* SPDX-License-Identifier: MPL-2.0 */
/* See scan.h. Notes are listed first; a bookmark is then found in its note by
 * the text it stands in. The office is asked as little as can be, because each
 * answer of Writer's costs more than all the rest. */
#include "writer/scan.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/array.h"
#include "note/citation_name.h"
#include "note/citation_property.h"
#include "writer/deletions.h"
#include "writer/mend.h"
#include "writer/pieces.h"
#include "writer/properties.h"

typedef struct {
    css_text_XTextRange *range; /* of its text, owned, as what follows */
    char *name, *property, *text;
    char *before, *after; /* of its paragraph; NULL in a note */
    int32_t note;         /* 0: in the running text */
    int32_t notes_before; /* it */
    int outside; /* a place that notes are not in, see outside_text() */
    bool is_short;
    size_t found; /* in the order of the document's bookmarks */
} mark;

/* A note by the address of its text. */
typedef struct {
    const css_text_XText *inside;
    int32_t number; /* from 1 */
} address;

struct nv_scan {
    nv_census census;     /* what is found; without standing[] until the end */
    css_text_XText *body; /* owned, as all that follows */
    css_beans_XPropertyContainer *properties;
    css_container_XIndexAccess *footnotes, *endnotes, *bookmarks;
    nv_uno_string_seq names;
    nv_deletions deletions;
    sal_Int32 footnote_count, total, asked; /* notes there are, deleted ones
                                               among them */
    css_text_XText **gone;                  /* the texts of those, owned */
    size_t gone_count, gone_capacity;
    address *addresses;            /* sorted; NULL until all notes are there */
    css_text_XTextRange **anchors; /* of the footnotes in order; NULL until one
                                      is asked for */
    size_t anchor_count;
    mark *marks;
    size_t mark_count, mark_capacity;
    sal_Int32 at; /* the next bookmark */
};

double nv_scan_now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to look through the notes; close other "
                   "documents and try again.");
}

static char *take_utf8(rtl_uString *text)
{
    char *utf8 = nv_uno_utf8(text);

    nv_uno_string_release(text);
    return utf8;
}

/* Notes */

static bool open_notes(nv_scan *scan, css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_text_XFootnotesSupplier *footnotes =
        css_text_XFootnotesSupplier_need(model, err);
    NV_UNO_OWNED css_text_XEndnotesSupplier *endnotes =
        css_text_XEndnotesSupplier_need(model, err);

    scan->footnotes = css_text_XFootnotesSupplier_getFootnotes(footnotes, err);
    scan->endnotes = css_text_XEndnotesSupplier_getEndnotes(endnotes, err);
    scan->footnote_count =
        css_container_XIndexAccess_getCount(scan->footnotes, err);
    scan->total = scan->footnote_count +
                  css_container_XIndexAccess_getCount(scan->endnotes, err);
    return !err->code;
}

static char *text_of(const nv_scan *scan, void *range, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *whole = NULL;

    if (scan->deletions.count)
        return nv_deletions_text(&scan->deletions, range, err);
    whole = css_text_XTextRange_need(range, err);
    return take_utf8(css_text_XTextRange_getString(whole, err));
}

static bool is_deleted(const nv_scan *scan, css_text_XText *note, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *content = NULL;
    NV_UNO_OWNED css_text_XTextRange *anchor = NULL;

    if (!scan->deletions.count)
        return false;
    content = css_text_XTextContent_need(note, err);
    anchor = css_text_XTextContent_getAnchor(content, err);
    return nv_deletions_hold(&scan->deletions, anchor);
}

/* Each takes the note's text. */
static bool keep_gone(nv_scan *scan, css_text_XText *inside, nv_error *err)
{
    css_text_XText **gone = nv_array_grow(scan->gone, scan->gone_count,
                                          &scan->gone_capacity, sizeof *gone);

    if (!gone) {
        nv_uno_release(inside);
        return fail_of_memory(err);
    }
    scan->gone = gone;
    gone[scan->gone_count++] = inside;
    return true;
}

static bool keep_note(nv_scan *scan, css_text_XText *inside, bool is_footnote,
                      nv_error *err)
{
    nv_census *census = &scan->census;
    nv_census_note *notes =
        nv_array_grow(census->notes, census->note_count, &census->note_capacity,
                      sizeof *notes);
    nv_census_note *added;

    if (!notes) {
        nv_uno_release(inside);
        return fail_of_memory(err);
    }
    census->notes = notes;
    added = &notes[census->note_count++];
    added->inside = inside;
    added->text = text_of(scan, inside, err);
    census->footnotes += is_footnote;
    return !err->code && (added->text || fail_of_memory(err));
}

/* The next one. */
static bool add_note(nv_scan *scan, nv_error *err)
{
    const sal_Int32 at = scan->asked++;
    const bool is_footnote = at < scan->footnote_count;
    NV_UNO_OWNED_ANY uno_Any element = css_container_XIndexAccess_getByIndex(
        is_footnote ? scan->footnotes : scan->endnotes,
        is_footnote ? at : at - scan->footnote_count, err);
    css_text_XText *inside =
        css_text_XText_need(nv_uno_any_get_interface(&element), err);

    return is_deleted(scan, inside, err)
               ? keep_gone(scan, inside, err)
               : keep_note(scan, inside, is_footnote, err);
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t left = (uintptr_t)((const address *)a)->inside;
    const uintptr_t right = (uintptr_t)((const address *)b)->inside;

    return (left > right) - (left < right);
}

static bool sort_notes(nv_scan *scan, nv_error *err)
{
    const size_t count = scan->census.note_count;

    scan->addresses = calloc(count + 1, sizeof *scan->addresses);
    if (!scan->addresses)
        return fail_of_memory(err);
    for (size_t i = 0; i < count; i++)
        scan->addresses[i] =
            (address){scan->census.notes[i].inside, (int32_t)i + 1};
    qsort(scan->addresses, count, sizeof(address), by_address);
    return true;
}

static bool is_gone(const nv_scan *scan, const css_text_XText *text)
{
    for (size_t i = 0; i < scan->gone_count; i++)
        if (scan->gone[i] == text)
            return true;
    return false;
}

/* 0: the text is that of no note. */
static int32_t number_of(const nv_scan *scan, const css_text_XText *text)
{
    const address key = {.inside = text};
    const address *found = bsearch(
        &key, scan->addresses, scan->census.note_count, sizeof key, by_address);

    return found ? found->number : 0;
}

/* Places in the running text */

static bool list_anchors(nv_scan *scan, nv_error *err)
{
    const size_t count = (size_t)scan->census.footnotes;

    if (scan->anchors)
        return true;
    scan->anchors = calloc(count + 1, sizeof *scan->anchors);
    if (!scan->anchors)
        return fail_of_memory(err);
    for (size_t i = 0; i < count && !err->code; i++) {
        NV_UNO_OWNED css_text_XTextContent *content =
            css_text_XTextContent_need(scan->census.notes[i].inside, err);

        scan->anchors[i] = css_text_XTextContent_getAnchor(content, err);
        scan->anchor_count = i + 1;
    }
    return !err->code;
}

/* 0: in the running text, tables and sections among it; 1: in a frame; 2: in a
 * header or footer. The office compares places of one of these only, by
 * throwing; and the order in which it lists bookmarks of the two last is not
 * the same in every format of file. */
static int outside_text(const nv_scan *scan, css_text_XText *text,
                        css_text_XTextRange *range)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare = NULL;
    NV_UNO_OWNED css_text_XTextRange *start = NULL;
    NV_UNO_OWNED css_text_XTextFrame *frame = NULL;
    nv_error why = {0};

    if (text == scan->body)
        return 0;
    compare = css_text_XTextRangeCompare_query(scan->body, NULL);
    start = css_text_XText_getStart(scan->body, NULL);
    css_text_XTextRangeCompare_compareRegionStarts(compare, start, range, &why);
    if (!why.code)
        return 0;
    frame = css_text_XTextFrame_query(text, NULL);
    return frame ? 1 : 2;
}

/* How many footnotes stand before a place in the running text: halving, where
 * the office compares them all; a note in another kind of text is passed by,
 * one after the other. */
static int32_t notes_before(nv_scan *scan, css_text_XTextRange *range,
                            nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_query(scan->body, NULL);
    int32_t first = 0, last = scan->census.footnotes;

    if (!list_anchors(scan, err) || !compare)
        return 0;
    while (first < last) {
        nv_error why = {0};
        int32_t middle = first + (last - first) / 2;
        sal_Int16 order = css_text_XTextRangeCompare_compareRegionStarts(
            compare, scan->anchors[middle], range, &why);

        while (why.code && ++middle < last) {
            nv_error_clear(&why);
            order = css_text_XTextRangeCompare_compareRegionStarts(
                compare, scan->anchors[middle], range, &why);
        }
        if (!why.code && order > 0)
            first = middle + 1;
        else
            last = first + (last - first) / 2;
    }
    return first;
}

/* From the start of the range's paragraph, or to its end. */
static char *reach(css_text_XText *text, css_text_XTextRange *from, bool is_end,
                   nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, from, err);
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph =
        css_text_XParagraphCursor_need(cursor, err);

    if (is_end)
        css_text_XParagraphCursor_gotoEndOfParagraph(paragraph, true, err);
    else
        css_text_XParagraphCursor_gotoStartOfParagraph(paragraph, true, err);
    return take_utf8(css_text_XTextCursor_getString(cursor, err));
}

void nv_scan_around(css_text_XTextRange *range, char **before, char **after,
                    nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(range, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(range, err);

    *before = reach(text, start, false, err);
    *after = reach(text, end, true, err);
}

/* Citations */

/* The value of the property that belongs to a name; NULL if there is none. */
static char *find_property(const nv_scan *scan, const nv_citation_name *name)
{
    char key[sizeof NV_CITATION_PROPERTY_PREFIX + sizeof name->tail];

    if (!name->has_property)
        return NULL;
    strcpy(key, NV_CITATION_PROPERTY_PREFIX);
    strcat(key, name->tail);
    return nv_properties_read(scan->properties, key);
}

static void release_mark(mark *mark)
{
    nv_uno_release(mark->range);
    free(mark->name);
    free(mark->property);
    free(mark->text);
    free(mark->before);
    free(mark->after);
}

/* Where the citation stands; false: in a note whose deletion is recorded. */
static bool place(nv_scan *scan, mark *mark, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(mark->range, err);

    if (err->code || is_gone(scan, text))
        return false;
    mark->note = number_of(scan, text);
    mark->outside = mark->note ? 0 : outside_text(scan, text, mark->range);
    if (mark->note)
        mark->notes_before = mark->note - 1;
    else if (mark->outside)
        mark->notes_before = (int32_t)scan->census.note_count;
    else
        mark->notes_before = notes_before(scan, mark->range, err);
    if (!mark->note)
        nv_scan_around(mark->range, &mark->before, &mark->after, err);
    return !err->code;
}

/* Takes *added, also when it fails. */
static bool add_mark(nv_scan *scan, mark *added, const nv_citation_name *name,
                     nv_error *err)
{
    mark *marks = nv_array_grow(scan->marks, scan->mark_count,
                                &scan->mark_capacity, sizeof *marks);

    if (!marks) {
        release_mark(added);
        return fail_of_memory(err);
    }
    scan->marks = marks;
    added->text = err->code ? NULL : text_of(scan, added->range, err);
    if (!added->text || !added->text[0]) { /* its text was deleted */
        release_mark(added);
        return !err->code;
    }
    added->is_short =
        nv_mend_widen(added->name, &added->range, &added->text, err);
    added->property = find_property(scan, name);
    added->found = scan->mark_count;
    if (place(scan, added, err))
        marks[scan->mark_count++] = *added;
    else
        release_mark(added);
    return !err->code;
}

/* The next bookmark; names and bookmarks come in one order. */
static bool look_at(nv_scan *scan, nv_error *err)
{
    const sal_Int32 at = scan->at++;
    const rtl_uString *called = nv_uno_string_seq_at(scan->names)[at];
    mark found = {.name = nv_uno_utf8(called)};
    nv_citation_name read;
    NV_UNO_OWNED_ANY uno_Any element = {0};
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;

    scan->census.name_sum += nv_census_sum(called);
    if (!found.name)
        return fail_of_memory(err);
    if (!nv_citation_name_read(found.name, strlen(found.name), &read)) {
        free(found.name);
        return true;
    }
    element = css_container_XIndexAccess_getByIndex(scan->bookmarks, at, err);
    bookmark =
        css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
    found.range = css_text_XTextContent_getAnchor(bookmark, err);
    return add_mark(scan, &found, &read, err);
}

static bool open_bookmarks(nv_scan *scan, css_frame_XModel *model,
                           nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);

    scan->census.names =
        css_text_XBookmarksSupplier_getBookmarks(supplier, err);
    scan->bookmarks = css_container_XIndexAccess_need(scan->census.names, err);
    scan->names =
        css_container_XNameAccess_getElementNames(scan->census.names, err);
    scan->census.name_count = nv_uno_string_seq_len(scan->names);
    return !err->code;
}

/* Order */

/* Two in one text: the office says which is first. */
static int in_text(const mark *a, const mark *b)
{
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(a->range, NULL);
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_query(text, NULL);
    nv_error why = {0};
    const sal_Int16 order = css_text_XTextRangeCompare_compareRegionStarts(
        compare, a->range, b->range, &why);

    return why.code || order == 0
               ? (a->found > b->found) - (a->found < b->found)
               : -order;
}

/* Those in the running text between two notes stand before the second. */
static int by_place(const void *left, const void *right)
{
    const mark *a = left, *b = right;

    if (a->notes_before != b->notes_before)
        return a->notes_before < b->notes_before ? -1 : 1;
    if (a->note != b->note)
        return a->note < b->note ? -1 : 1;
    if (a->outside != b->outside)
        return a->outside < b->outside ? -1 : 1;
    return in_text(a, b);
}

/* Handing over */

static bool hand_over(nv_scan *scan, nv_census *census, nv_error *err)
{
    const size_t count = scan->mark_count;

    if (count > 0)
        qsort(scan->marks, count, sizeof *scan->marks, by_place);
    *census = scan->census;
    scan->census = (nv_census){0};
    census->standing = calloc(count + 1, sizeof *census->standing);
    census->is_short = calloc(count + 1, sizeof *census->is_short);
    if (!census->standing || !census->is_short)
        return fail_of_memory(err);
    census->count = count;
    census->capacity = count + 1;
    for (size_t i = 0; i < count; i++) {
        mark *mark = &scan->marks[i];

        census->is_short[i] = mark->is_short;
        census->in_text += mark->note == 0;
        census->standing[i] = (nv_standing){.name = mark->name,
                                            .property = mark->property,
                                            .text = mark->text,
                                            .note = mark->note,
                                            .before = mark->before,
                                            .after = mark->after};
        mark->name = mark->property = mark->text = NULL;
        mark->before = mark->after = NULL;
    }
    return nv_pieces_cut(census, err);
}

nv_scan *nv_scan_new(css_frame_XModel *model, nv_error *err)
{
    nv_scan *scan = calloc(1, sizeof *scan);
    NV_UNO_OWNED css_text_XTextDocument *document =
        css_text_XTextDocument_need(model, err);

    if (!scan) {
        fail_of_memory(err);
        return NULL;
    }
    scan->census.model = model;
    scan->body = css_text_XTextDocument_getText(document, err);
    scan->properties = nv_properties_of(model, err);
    if (!err->code && nv_deletions_find(&scan->deletions, model, err) &&
        open_notes(scan, model, err) && open_bookmarks(scan, model, err))
        return scan;
    nv_scan_free(scan);
    return NULL;
}

/* One question or two; *is_done when there is nothing left to ask. */
static bool ask(nv_scan *scan, bool *is_done, nv_error *err)
{
    if (scan->asked < scan->total)
        return add_note(scan, err);
    if (!scan->addresses)
        return sort_notes(scan, err);
    *is_done = scan->at >= scan->census.name_count;
    return *is_done || look_at(scan, err);
}

bool nv_scan_go_on(nv_scan *scan, double milliseconds, nv_census *census,
                   bool *is_done, nv_error *err)
{
    const double start = nv_scan_now_ms();
    bool is_read = false;

    *is_done = false;
    while (!is_read) {
        if (!ask(scan, &is_read, err))
            return false;
        if (milliseconds > 0 && nv_scan_now_ms() - start >= milliseconds)
            break;
    }
    *is_done = is_read;
    return !is_read || hand_over(scan, census, err);
}

void nv_scan_free(nv_scan *scan)
{
    if (!scan)
        return;
    for (size_t i = 0; i < scan->mark_count; i++)
        release_mark(&scan->marks[i]);
    for (size_t i = 0; i < scan->anchor_count; i++)
        nv_uno_release(scan->anchors[i]);
    for (size_t i = 0; i < scan->gone_count; i++)
        nv_uno_release(scan->gone[i]);
    nv_deletions_release(&scan->deletions);
    nv_census_release(&scan->census);
    nv_uno_string_seq_release(&scan->names);
    nv_uno_release(scan->bookmarks);
    nv_uno_release(scan->footnotes);
    nv_uno_release(scan->endnotes);
    nv_uno_release(scan->properties);
    nv_uno_release(scan->body);
    free(scan->gone);
    free(scan->anchors);
    free(scan->addresses);
    free(scan->marks);
    free(scan);
}
