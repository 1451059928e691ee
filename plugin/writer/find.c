/* SPDX-License-Identifier: MPL-2.0 */
/* The citation at the caret. */
#include <stdlib.h>
#include <string.h>

#include "note/apparatus.h"
#include "note/citation_name.h"
#include "writer/caret.h"
#include "writer/found.h"
#include "writer/model.h"
#include "writer/pasted.h"
#include "writer/properties.h"

/* Which note it is */

/* An endnote is counted behind all footnotes. */
static bool is_endnote(css_text_XFootnote *note, nv_error *err)
{
    NV_UNO_OWNED css_lang_XServiceInfo *info =
        css_lang_XServiceInfo_need(note, err);

    return css_lang_XServiceInfo_supportsService(
        info, NV_UNO_STR("com.sun.star.text.Endnote"), err);
}

/* What its mark shows: a first guess at its number, right in most documents. */
static int32_t shown_number(css_text_XFootnote *note, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *mark =
        css_text_XFootnote_getAnchor(note, err);
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextRange_getString(mark, err);
    char *utf8 = nv_uno_utf8(text);
    const long number = utf8 ? strtol(utf8, NULL, 10) : 0;

    free(utf8);
    return number > 0 && number < INT32_MAX ? (int32_t)number : 0;
}

/* UNO gives one address to one interface of an object. */
static bool is_at(css_container_XIndexAccess *notes, sal_Int32 index,
                  const nv_near *near, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XIndexAccess_getByIndex(notes, index, err);
    NV_UNO_OWNED css_text_XText *text =
        css_text_XText_need(nv_uno_any_get_interface(&element), err);

    return !err->code && text == near->text;
}

static int32_t number_among(css_container_XIndexAccess *notes,
                            const nv_near *near, nv_error *err)
{
    const int32_t guess = shown_number(near->note, err);
    const sal_Int32 count = css_container_XIndexAccess_getCount(notes, err);

    if (guess > 0 && guess <= count && is_at(notes, guess - 1, near, err))
        return guess;
    for (sal_Int32 i = 0; i < count && !err->code; i++)
        if (is_at(notes, i, near, err))
            return i + 1;
    return 0;
}

static int32_t number_of(css_frame_XModel *model, const nv_near *near,
                         nv_error *err)
{
    NV_UNO_OWNED css_text_XFootnotesSupplier *footnotes =
        css_text_XFootnotesSupplier_need(model, err);
    NV_UNO_OWNED css_text_XEndnotesSupplier *endnotes =
        css_text_XEndnotesSupplier_need(model, err);
    NV_UNO_OWNED css_container_XIndexAccess *first =
        css_text_XFootnotesSupplier_getFootnotes(footnotes, err);
    NV_UNO_OWNED css_container_XIndexAccess *last =
        css_text_XEndnotesSupplier_getEndnotes(endnotes, err);

    if (!near->note)
        return 0;
    return is_endnote(near->note, err)
               ? css_container_XIndexAccess_getCount(first, err) +
                     number_among(last, near, err)
               : number_among(first, near, err);
}

/* What it cites */

/* The value of the property that belongs to the name, for free(); NULL: none.
 */
static char *property_of(nv_essay *essay, css_frame_XModel *model,
                         const char *text, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertyContainer *properties =
        nv_properties_of(model, err);
    nv_citation_name name;
    char *value;

    if (!nv_citation_name_read(text, strlen(text), &name) || !name.has_property)
        return NULL;
    value = nv_properties_of_citation(properties, &name);
    return value ? value : nv_pasted_property(essay, name.tail);
}

/* One alone: whether it is stale takes the whole document to say. */
static void take_wanted(nv_found_citation *found, const nv_wanted *wanted)
{
    found->state =
        wanted->state == NV_STANDING_STALE ? NV_STANDING_RIGHT : wanted->state;
    found->registry = wanted->registry;
    found->citation = wanted->citation;
    found->trouble = wanted->trouble;
}

bool nv_found_read(nv_found_citation *found, nv_essay *essay,
                   css_frame_XModel *model, const nv_means *means,
                   const nv_near *near, size_t index, nv_error *err)
{
    const nv_near_citation *one = &near->citations[index];
    char *property = property_of(essay, model, one->name, err);
    const nv_standing standing = {
        .name = one->name, .property = property, .text = one->text};
    nv_apparatus *apparatus =
        err->code ? NULL : nv_apparatus_new(means, &standing, 1, err);

    free(property);
    *found = (nv_found_citation){.memory = apparatus};
    if (!apparatus)
        return false;
    take_wanted(found, nv_apparatus_wanted(apparatus, 0));
    found->note = number_of(model, near, err);
    found->name = strdup(one->name);
    found->text = strdup(one->text);
    return !err->code && ((found->name && found->text) ||
                          nv_fail(err, NV_ERROR_MEMORY, 0,
                                  "There is no memory to read the citation"));
}

void nv_found_citation_release(nv_found_citation *found)
{
    nv_apparatus_free(found->memory);
    free(found->name);
    free(found->text);
    *found = (nv_found_citation){0};
}

/* Where the caret is */

/* Whether the citation holds all that is selected. A caret at its border only
 * touches it. */
static bool holds(const nv_near *near, const nv_near_citation *one,
                  css_text_XTextViewCursor *caret, bool *only_touches,
                  nv_error *err)
{
    const int starts = nv_near_starts(near, one->range, caret, err);
    const int ends = nv_near_ends(near, one->range, caret, err);

    *only_touches = (starts == 0 || ends == 0) &&
                    css_text_XTextViewCursor_isCollapsed(caret, err);
    return !err->code && starts <= 0 && ends >= 0;
}

/* Of one in another the inner one, which begins later, is meant. */
size_t nv_found_at_caret(const nv_near *near, css_text_XTextViewCursor *caret,
                         nv_error *err)
{
    size_t inside = near->count, beside = near->count, touching = 0;

    for (size_t i = 0; i < near->count; i++) {
        bool only_touches;

        if (!holds(near, &near->citations[i], caret, &only_touches, err))
            continue;
        if (!only_touches)
            inside = i;
        else if (touching++ == 0)
            beside = i;
    }
    if (err->code)
        return near->count;
    if (inside < near->count)
        return inside;
    return touching == 1 ? beside : near->count;
}

static bool find(nv_essay *essay, const nv_caret *caret, const nv_means *means,
                 nv_found_citation *found, nv_error *err)
{
    nv_near near = {0};
    size_t index;
    bool is_done = nv_near_find(&near, caret->end, err);

    if (is_done) {
        index = nv_found_at_caret(&near, caret->cursor, err);
        is_done = !err->code && (index == near.count ||
                                 nv_found_read(found, essay, caret->model,
                                               means, &near, index, err));
    }
    nv_near_release(&near);
    return is_done;
}

bool nv_writer_find(nv_essay *essay, const nv_means *means,
                    nv_found_citation *found, nv_error *err)
{
    nv_caret caret;
    nv_error why = {0};
    bool is_done;

    *found = (nv_found_citation){0};
    is_done = nv_caret_find(nv_essay_frame(essay), &caret, &why) &&
              (!caret.end || find(essay, &caret, means, found, &why));
    nv_caret_release(&caret);
    if (!is_done && err)
        *err = why;
    return is_done;
}
