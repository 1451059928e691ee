/* SPDX-License-Identifier: MPL-2.0 */
/* See census.h. */
#include "writer/census.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "writer/deletions.h"
#include "writer/mend.h"
#include "writer/pieces.h"
#include "writer/scan.h"

bool nv_census_take(nv_census *census, css_frame_XModel *model, nv_error *err)
{
    nv_scan *scan;
    bool is_done = false;

    *census = (nv_census){0};
    scan = nv_scan_new(model, err);
    if (scan)
        nv_scan_go_on(scan, 0, census, &is_done, err);
    nv_scan_free(scan);
    return is_done && !err->code;
}

static void release_standing(nv_standing *standing)
{
    free((char *)standing->name);
    free((char *)standing->property);
    free((char *)standing->text);
    free((char *)standing->before);
    free((char *)standing->after);
}

void nv_census_release(nv_census *census)
{
    for (size_t i = 0; i < census->count; i++)
        release_standing(&census->standing[i]);
    for (size_t i = 0; i < census->note_count; i++) {
        nv_uno_release(census->notes[i].inside);
        free(census->notes[i].text);
    }
    nv_uno_release(census->names);
    free(census->standing);
    free(census->is_short);
    free(census->notes);
    *census = (nv_census){0};
}

css_text_XTextContent *nv_census_bookmark(const nv_census *census, size_t index,
                                          nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name =
        nv_uno_string(census->standing[index].name);
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XNameAccess_getByName(census->names, name, err);

    return css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
}

css_text_XTextRange *nv_census_range(const nv_census *census, size_t index,
                                     nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        nv_census_bookmark(census, index, err);

    return census->is_short[index]
               ? nv_mend_range(bookmark, err)
               : css_text_XTextContent_getAnchor(bookmark, err);
}

/* FNV-1a of its bytes. */
uint64_t nv_census_sum(const rtl_uString *name)
{
    const unsigned char *byte = (const unsigned char *)name->buffer;
    uint64_t sum = 14695981039346656037u;

    for (sal_Int32 i = 0; i < name->length * (sal_Int32)sizeof *name->buffer;
         i++)
        sum = (sum ^ byte[i]) * 1099511628211u;
    return sum;
}

/* Checking */

static bool has_same_names(const nv_census *census, nv_error *err)
{
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(census->names, err);
    const sal_Int32 count = nv_uno_string_seq_len(names);
    uint64_t sum = 0;

    for (sal_Int32 i = 0; i < count; i++)
        sum += nv_census_sum(nv_uno_string_seq_at(names)[i]);
    return count == census->name_count && sum == census->name_sum;
}

static bool is_text(rtl_uString *text, const char *known, nv_error *err)
{
    char *utf8 = err->code ? NULL : nv_uno_utf8(text);
    const bool is_same = utf8 && strcmp(utf8, known) == 0;

    free(utf8);
    nv_uno_string_release(text);
    return is_same;
}

static css_text_XText *note_at(css_container_XIndexAccess *notes, sal_Int32 at,
                               nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XIndexAccess_getByIndex(notes, at, err);

    return css_text_XText_need(nv_uno_any_get_interface(&element), err);
}

typedef struct {
    css_container_XIndexAccess *footnotes, *endnotes; /* owned */
} note_lists;

static note_lists open_notes(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_text_XFootnotesSupplier *footnotes =
        css_text_XFootnotesSupplier_need(model, err);
    NV_UNO_OWNED css_text_XEndnotesSupplier *endnotes =
        css_text_XEndnotesSupplier_need(model, err);

    return (note_lists){
        css_text_XFootnotesSupplier_getFootnotes(footnotes, err),
        css_text_XEndnotesSupplier_getEndnotes(endnotes, err)};
}

static bool has_same_counts(const nv_census *census, const note_lists *lists,
                            nv_error *err)
{
    const sal_Int32 footnotes =
        css_container_XIndexAccess_getCount(lists->footnotes, err);
    const sal_Int32 endnotes =
        css_container_XIndexAccess_getCount(lists->endnotes, err);

    return footnotes == census->footnotes &&
           (size_t)footnotes + (size_t)endnotes == census->note_count;
}

static bool is_same_note(const nv_census *census, const note_lists *lists,
                         size_t index, nv_error *err)
{
    const nv_census_note *known = &census->notes[index];
    const sal_Int32 at = (sal_Int32)index;
    NV_UNO_OWNED css_text_XText *now =
        at < census->footnotes
            ? note_at(lists->footnotes, at, err)
            : note_at(lists->endnotes, at - census->footnotes, err);

    return now == known->inside &&
           is_text(css_text_XText_getString(now, err), known->text, err);
}

static bool ends_with(const char *text, const char *end)
{
    const size_t len = strlen(text), end_len = strlen(end);

    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

/* A citation in no note: its own text, and what touches it. */
static bool is_same_citation(const nv_census *census, size_t index,
                             nv_error *err)
{
    const nv_standing *known = &census->standing[index];
    NV_UNO_OWNED css_text_XTextRange *range =
        nv_census_range(census, index, err);
    char *before = NULL, *after = NULL;
    bool is_same =
        is_text(css_text_XTextRange_getString(range, err), known->text, err);

    if (is_same)
        nv_scan_around(range, &before, &after, err);
    is_same = before && after && known->before && known->after &&
              ends_with(before, known->before) &&
              strncmp(after, known->after, strlen(known->after)) == 0;
    free(before);
    free(after);
    return is_same;
}

/* The notes one by one, then the citations; those in notes are passed by. */
static bool check_from(const nv_census *census, const note_lists *lists,
                       size_t *at, double until, nv_error *err)
{
    const size_t end =
        census->note_count + (census->in_text ? census->count : 0);

    for (; *at < end; ++*at) {
        const size_t citation = *at - census->note_count;

        if (*at < census->note_count
                ? !is_same_note(census, lists, *at, err)
                : census->standing[citation].note == 0 &&
                      !is_same_citation(census, citation, err))
            return false;
        if (until > 0 && nv_scan_now_ms() >= until) {
            ++*at;
            return true;
        }
    }
    *at = SIZE_MAX;
    return true;
}

/* Recorded deletions change what a note says without touching its text: while
 * there are any, nothing is taken for true. */
static bool has_deletions(const nv_census *census, nv_error *err)
{
    nv_deletions deletions = {0};
    const bool has = !nv_deletions_find(&deletions, census->model, err) ||
                     deletions.count > 0;

    nv_deletions_release(&deletions);
    return has;
}

bool nv_census_check(const nv_census *census, size_t *at, double milliseconds,
                     nv_error *err)
{
    const double until = milliseconds > 0 ? nv_scan_now_ms() + milliseconds : 0;
    note_lists lists = open_notes(census->model, err);
    bool is_same = (*at > 0 || (!has_deletions(census, err) &&
                                has_same_counts(census, &lists, err) &&
                                has_same_names(census, err))) &&
                   check_from(census, &lists, at, until, err) && !err->code;

    nv_uno_release(lists.footnotes);
    nv_uno_release(lists.endnotes);
    return is_same;
}

/* Following what an act writes */

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for another citation; close other "
                   "documents and try again.");
}

/* Where the new note is among those that were there: what stands at a place
 * tells on which side of it, so halving finds it. The object that was inserted
 * is not the one that the office then gives for the note: it is not looked
 * for. */
static sal_Int32 find_note(const nv_census *census,
                           css_container_XIndexAccess *notes, nv_error *err)
{
    sal_Int32 first = 0, last = census->footnotes;

    while (first < last && !err->code) {
        const sal_Int32 middle = first + (last - first) / 2;
        NV_UNO_OWNED css_text_XText *now = note_at(notes, middle, err);

        if (now == census->notes[middle].inside)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

static bool add_note(nv_census *census, sal_Int32 at, css_text_XText *inside,
                     const char *text, nv_error *err)
{
    nv_census_note *notes =
        nv_array_grow(census->notes, census->note_count, &census->note_capacity,
                      sizeof *notes);
    char *copy = strdup(text);

    if (notes)
        census->notes = notes;
    if (!notes || !copy) {
        free(copy);
        return fail_of_memory(err);
    }
    memmove(&notes[at + 1], &notes[at],
            (census->note_count - (size_t)at) * sizeof *notes);
    notes[at] = (nv_census_note){nv_uno_acquire(inside), copy};
    census->note_count++;
    census->footnotes++;
    return true;
}

static char *copy_of(const char *text)
{
    return text ? strdup(text) : NULL;
}

/* Room for one citation more, in both arrays. */
static bool grow(nv_census *census)
{
    const size_t capacity = census->count * 2 + 8;
    nv_standing *standing;
    bool *is_short;

    if (census->count < census->capacity)
        return true;
    standing = realloc(census->standing, capacity * sizeof *standing);
    if (standing)
        census->standing = standing;
    is_short = realloc(census->is_short, capacity * sizeof *is_short);
    if (is_short)
        census->is_short = is_short;
    if (standing && is_short)
        census->capacity = capacity;
    return standing && is_short;
}

static bool add_standing(nv_census *census, size_t at, int32_t note,
                         const nv_standing *standing, nv_error *err)
{
    nv_standing *added;

    if (!grow(census))
        return fail_of_memory(err);
    added = &census->standing[at];
    memmove(added + 1, added, (census->count - at) * sizeof *added);
    memmove(&census->is_short[at + 1], &census->is_short[at],
            (census->count - at) * sizeof *census->is_short);
    *added = *standing;
    added->note = note;
    added->is_alone = true;
    added->name = copy_of(standing->name);
    added->property = copy_of(standing->property);
    added->text = copy_of(standing->text);
    added->before = copy_of(standing->before);
    added->after = copy_of(standing->after);
    census->is_short[at] = false;
    census->count++;
    return (added->name && added->text) || fail_of_memory(err);
}

void nv_census_add(nv_census *census, const nv_standing *standing,
                   size_t *index, nv_error *err)
{
    NV_UNO_OWNED css_container_XIndexAccess *notes = NULL;
    NV_UNO_OWNED css_text_XText *inside = NULL;
    NV_UNO_OWNED css_text_XFootnotesSupplier *supplier =
        css_text_XFootnotesSupplier_need(census->model, err);
    sal_Int32 at;

    notes = css_text_XFootnotesSupplier_getFootnotes(supplier, err);
    at = find_note(census, notes, err);
    inside = note_at(notes, at, err);
    if (err->code || !add_note(census, at, inside, standing->text, err))
        return;
    *index = census->count;
    while (*index > 0 && census->standing[*index - 1].note > at)
        census->standing[--*index].note++;
    if (add_standing(census, *index, at + 1, standing, err)) {
        NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(standing->name);

        census->name_count++;
        census->name_sum += nv_census_sum(name);
    }
}

static void replace_name(nv_census *census, const char **name, const char *with,
                         nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *now = nv_uno_string(with);
    NV_UNO_OWNED_STRING rtl_uString *before = nv_uno_string(*name);
    char *copy = strdup(with);

    if (!copy) {
        fail_of_memory(err);
        return;
    }
    census->name_sum += nv_census_sum(now) - nv_census_sum(before);
    free((char *)*name);
    *name = copy;
}

static void reread(nv_census *census, size_t index, nv_error *err)
{
    nv_census_note *note = &census->notes[census->standing[index].note - 1];
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XText_getString(note->inside, err);
    char *utf8 = err->code ? NULL : nv_uno_utf8(text);

    if (!utf8) {
        fail_of_memory(err);
        return;
    }
    free(note->text);
    note->text = utf8;
    nv_pieces_cut_note(census, index, err);
}

void nv_census_follow(nv_census *census, size_t index, const char *name,
                      const char *says, nv_error *err)
{
    nv_standing *standing = &census->standing[index];
    char *text = strdup(says);

    if (!text)
        fail_of_memory(err);
    if (err->code) {
        free(text);
        return;
    }
    free((char *)standing->text);
    standing->text = text;
    standing->looks = 0;
    census->is_short[index] = false;
    replace_name(census, &standing->name, name, err);
    if (standing->note > 0)
        reread(census, index, err);
}
