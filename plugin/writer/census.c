/* SPDX-License-Identifier: MPL-2.0 */
/* See census.h. Notes are listed first; a bookmark is then found in its note by
 * the text it stands in: UNO gives one address to one interface of an object as
 * long as somebody holds it. The office is asked as little as can be, because
 * each answer of Writer's costs more than all the rest. */
#include "writer/census.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_name.h"
#include "note/citation_property.h"
#include "writer/deletions.h"
#include "writer/mend.h"
#include "writer/properties.h"

/* A footnote or an endnote. */
typedef struct {
    css_text_XText *inside; /* owned */
    int32_t number;         /* from 1; 0: its deletion is recorded */
    char *text;
} note;

typedef struct {
    css_text_XTextContent *bookmark;
    css_text_XTextRange *range; /* of its text */
    char *name, *property, *text;
    int32_t note;   /* 0: in the running text */
    int32_t before; /* notes before it */
    int outside;    /* a place that notes are not in, see outside_text() */
    bool is_alone, is_short;
    size_t found; /* in the order of the document's bookmarks */
} mark;

typedef struct {
    css_frame_XModel *model;
    css_text_XText *body; /* owned, as properties */
    css_beans_XPropertyContainer *properties;
    nv_deletions deletions;
    note *notes; /* sorted by address once all are there */
    size_t note_count, note_capacity;
    int32_t numbered;              /* of them */
    css_text_XTextRange **anchors; /* of the notes in order; NULL until one is
                                      asked for */
    mark *marks;
    size_t mark_count, mark_capacity;
} work;

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

static bool is_deleted(const work *work, css_text_XText *note, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *content = NULL;
    NV_UNO_OWNED css_text_XTextRange *anchor = NULL;

    if (!work->deletions.count)
        return false;
    content = css_text_XTextContent_need(note, err);
    anchor = css_text_XTextContent_getAnchor(content, err);
    return nv_deletions_hold(&work->deletions, anchor);
}

static bool add_note(work *work, css_container_XIndexAccess *all, sal_Int32 at,
                     nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XIndexAccess_getByIndex(all, at, err);
    note *notes = nv_array_grow(work->notes, work->note_count,
                                &work->note_capacity, sizeof *notes);
    note *added;

    if (!notes)
        return fail_of_memory(err);
    work->notes = notes;
    added = &notes[work->note_count++];
    *added = (note){
        .inside = css_text_XText_need(nv_uno_any_get_interface(&element), err)};
    if (!is_deleted(work, added->inside, err)) {
        added->number = ++work->numbered;
        added->text =
            work->deletions.count
                ? nv_deletions_text(&work->deletions, added->inside, err)
                : take_utf8(css_text_XText_getString(added->inside, err));
    }
    return !err->code;
}

static bool add_notes(work *work, css_container_XIndexAccess *all,
                      nv_error *err)
{
    const sal_Int32 count = css_container_XIndexAccess_getCount(all, err);

    for (sal_Int32 i = 0; i < count && !err->code; i++)
        if (!add_note(work, all, i, err))
            return false;
    return !err->code;
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t left = (uintptr_t)((const note *)a)->inside;
    const uintptr_t right = (uintptr_t)((const note *)b)->inside;

    return (left > right) - (left < right);
}

static bool list_notes(work *work, nv_error *err)
{
    NV_UNO_OWNED css_text_XFootnotesSupplier *footnotes =
        css_text_XFootnotesSupplier_need(work->model, err);
    NV_UNO_OWNED css_text_XEndnotesSupplier *endnotes =
        css_text_XEndnotesSupplier_need(work->model, err);
    NV_UNO_OWNED css_container_XIndexAccess *first =
        css_text_XFootnotesSupplier_getFootnotes(footnotes, err);
    NV_UNO_OWNED css_container_XIndexAccess *last =
        css_text_XEndnotesSupplier_getEndnotes(endnotes, err);

    if (!add_notes(work, first, err) || !add_notes(work, last, err))
        return false;
    if (work->note_count > 0)
        qsort(work->notes, work->note_count, sizeof(note), by_address);
    return true;
}

static const note *note_of(const work *work, css_text_XText *text)
{
    const note key = {.inside = text};

    return work->note_count == 0 ? NULL
                                 : bsearch(&key, work->notes, work->note_count,
                                           sizeof key, by_address);
}

/* Citations */

/* The anchors of all notes, for what stands in the running text. */
static bool list_anchors(work *work, nv_error *err)
{
    if (work->anchors || work->numbered == 0)
        return true;
    work->anchors = calloc(work->note_count, sizeof(css_text_XTextRange *));
    if (!work->anchors)
        return fail_of_memory(err);
    for (size_t i = 0; i < work->note_count && !err->code; i++) {
        NV_UNO_OWNED css_text_XTextContent *content =
            css_text_XTextContent_need(work->notes[i].inside, err);

        if (work->notes[i].number)
            work->anchors[work->notes[i].number - 1] =
                css_text_XTextContent_getAnchor(content, err);
    }
    return !err->code;
}

/* 0: in the running text, tables and sections among it; 1: in a frame; 2: in a
 * header or footer. The office compares places of one of these only, by
 * throwing; and the order in which it lists bookmarks of the two last is not
 * the same in every format of file. */
static int outside_text(const work *work, css_text_XText *text,
                        css_text_XTextRange *range)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare = NULL;
    NV_UNO_OWNED css_text_XTextRange *start = NULL;
    NV_UNO_OWNED css_text_XTextFrame *frame = NULL;
    nv_error why = {0};

    if (text == work->body)
        return 0;
    compare = css_text_XTextRangeCompare_query(work->body, NULL);
    start = css_text_XText_getStart(work->body, NULL);
    css_text_XTextRangeCompare_compareRegionStarts(compare, start, range, &why);
    if (!why.code)
        return 0;
    frame = css_text_XTextFrame_query(text, NULL);
    return frame ? 1 : 2;
}

/* How many notes stand before a place in the running text. */
static int32_t notes_before(work *work, css_text_XText *text,
                            css_text_XTextRange *range, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRangeCompare *compare =
        css_text_XTextRangeCompare_query(text, NULL);
    int32_t count = 0;

    if (!list_anchors(work, err) || !compare)
        return 0;
    for (int32_t i = 0; i < work->numbered; i++) {
        nv_error why = {0};
        const sal_Int16 order = css_text_XTextRangeCompare_compareRegionStarts(
            compare, work->anchors[i], range, &why);

        if (!why.code && order > 0)
            count = i + 1;
        else if (!why.code)
            return count;
    }
    return work->numbered;
}

static bool is_space(const char *text, size_t len)
{
    return strspn(text, " \t\r\n") >= len;
}

/* Nothing else but space is in the note: its own text, then, is the whole. */
static bool is_whole(const char *note, const char *citation)
{
    const char *at = note && *citation ? strstr(note, citation) : NULL;

    return at && is_space(note, (size_t)(at - note)) &&
           is_space(at + strlen(citation), strlen(at + strlen(citation)));
}

/* The value of the property that belongs to a name; NULL if there is none. */
static char *find_property(const work *work, const nv_citation_name *name)
{
    char key[sizeof NV_CITATION_PROPERTY_PREFIX + sizeof name->tail];

    if (!name->has_property)
        return NULL;
    strcpy(key, NV_CITATION_PROPERTY_PREFIX);
    strcat(key, name->tail);
    return nv_properties_read(work->properties, key);
}

static void release_mark(mark *mark)
{
    nv_uno_release(mark->bookmark);
    nv_uno_release(mark->range);
    free(mark->name);
    free(mark->property);
    free(mark->text);
}

/* Where the citation stands; false: in a note whose deletion is recorded. */
static bool place(work *work, mark *mark, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(mark->range, err);
    const note *note = err->code ? NULL : note_of(work, text);

    if (err->code || (note && note->number == 0))
        return false;
    mark->note = note ? note->number : 0;
    mark->outside = note ? 0 : outside_text(work, text, mark->range);
    if (note)
        mark->before = note->number - 1;
    else if (mark->outside)
        mark->before = work->numbered;
    else
        mark->before = notes_before(work, text, mark->range, err);
    mark->is_alone = note && is_whole(note->text, mark->text);
    return !err->code;
}

/* Takes *added, also when it fails. */
static bool add_mark(work *work, mark *added, const nv_citation_name *name,
                     nv_error *err)
{
    mark *marks = nv_array_grow(work->marks, work->mark_count,
                                &work->mark_capacity, sizeof *marks);

    if (!marks) {
        release_mark(added);
        return fail_of_memory(err);
    }
    work->marks = marks;
    added->range = css_text_XTextContent_getAnchor(added->bookmark, err);
    added->text =
        work->deletions.count
            ? nv_deletions_text(&work->deletions, added->range, err)
            : take_utf8(css_text_XTextRange_getString(added->range, err));
    if (!added->text || !added->text[0]) { /* its text was deleted */
        release_mark(added);
        return !err->code;
    }
    added->is_short =
        nv_mend_widen(added->name, &added->range, &added->text, err);
    added->property = find_property(work, name);
    added->found = work->mark_count;
    if (place(work, added, err))
        marks[work->mark_count++] = *added;
    else
        release_mark(added);
    return !err->code;
}

/* The bookmark at that index, called `name`, which it takes. */
static bool look_at(work *work, css_container_XIndexAccess *bookmarks,
                    sal_Int32 at, char *name, nv_error *err)
{
    mark found = {.name = name};
    nv_citation_name read;

    if (!name)
        return fail_of_memory(err);
    if (!nv_citation_name_read(name, strlen(name), &read)) {
        free(name);
        return true;
    }
    {
        NV_UNO_OWNED_ANY uno_Any element =
            css_container_XIndexAccess_getByIndex(bookmarks, at, err);

        found.bookmark =
            css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
    }
    return add_mark(work, &found, &read, err);
}

/* Names and bookmarks come in one order. */
static bool list_marks(work *work, nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(work->model, err);
    NV_UNO_OWNED css_container_XNameAccess *access =
        css_text_XBookmarksSupplier_getBookmarks(supplier, err);
    NV_UNO_OWNED css_container_XIndexAccess *bookmarks =
        css_container_XIndexAccess_need(access, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(access, err);

    for (sal_Int32 i = 0; i < nv_uno_string_seq_len(names) && !err->code; i++)
        if (!look_at(work, bookmarks, i,
                     nv_uno_utf8(nv_uno_string_seq_at(names)[i]), err))
            return false;
    return !err->code;
}

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

    if (a->before != b->before)
        return a->before < b->before ? -1 : 1;
    if (a->note != b->note)
        return a->note < b->note ? -1 : 1;
    if (a->outside != b->outside)
        return a->outside < b->outside ? -1 : 1;
    return in_text(a, b);
}

/* Handing over */

static bool hand_over(work *work, nv_census *census, nv_error *err)
{
    const size_t count = work->mark_count;

    if (count == 0)
        return true;
    qsort(work->marks, count, sizeof *work->marks, by_place);
    census->standing = calloc(count, sizeof *census->standing);
    census->bookmarks = calloc(count, sizeof *census->bookmarks);
    census->is_short = calloc(count, sizeof *census->is_short);
    if (!census->standing || !census->bookmarks || !census->is_short)
        return fail_of_memory(err);
    for (size_t i = 0; i < count; i++) {
        mark *mark = &work->marks[i];

        census->bookmarks[i] = nv_uno_acquire(mark->bookmark);
        census->is_short[i] = mark->is_short;
        census->standing[i] = (nv_standing){.name = mark->name,
                                            .property = mark->property,
                                            .text = mark->text,
                                            .note = mark->note,
                                            .is_alone = mark->is_alone};
        mark->name = mark->property = mark->text = NULL;
    }
    census->count = count;
    return true;
}

static void release_work(work *work)
{
    for (size_t i = 0; i < work->mark_count; i++)
        release_mark(&work->marks[i]);
    for (size_t i = 0; i < work->note_count; i++) {
        if (work->anchors)
            nv_uno_release(work->anchors[i]);
        nv_uno_release(work->notes[i].inside);
        free(work->notes[i].text);
    }
    nv_deletions_release(&work->deletions);
    free(work->anchors);
    free(work->marks);
    free(work->notes);
    nv_uno_release(work->properties);
    nv_uno_release(work->body);
}

bool nv_census_take(nv_census *census, css_frame_XModel *model, nv_error *err)
{
    work work = {.model = model};
    bool is_taken;

    NV_UNO_OWNED css_text_XTextDocument *document =
        css_text_XTextDocument_need(model, err);

    *census = (nv_census){0};
    work.body = css_text_XTextDocument_getText(document, err);
    work.properties = nv_properties_of(model, err);
    is_taken = !err->code && nv_deletions_find(&work.deletions, model, err) &&
               list_notes(&work, err) && list_marks(&work, err) &&
               hand_over(&work, census, err);
    release_work(&work);
    return is_taken;
}

css_text_XTextRange *nv_census_range(const nv_census *census, size_t index,
                                     nv_error *err)
{
    css_text_XTextContent *bookmark = census->bookmarks[index];

    return census->is_short[index]
               ? nv_mend_range(bookmark, err)
               : css_text_XTextContent_getAnchor(bookmark, err);
}

void nv_census_release(nv_census *census)
{
    for (size_t i = 0; i < census->count; i++) {
        nv_uno_release(census->bookmarks[i]);
        free((char *)census->standing[i].name);
        free((char *)census->standing[i].property);
        free((char *)census->standing[i].text);
    }
    free(census->standing);
    free(census->bookmarks);
    free(census->is_short);
    *census = (nv_census){0};
}
