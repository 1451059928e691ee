/* SPDX-License-Identifier: MPL-2.0 */
/* See deletions.h. */
#include "writer/deletions.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to look through the recorded changes; "
                   "close other documents and try again.");
}

/* Listing */

static css_text_XTextRange *end_of(css_beans_XPropertySet *change,
                                   const char *name, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(change, name, err);

    return css_text_XTextRange_query(nv_uno_any_get_interface(&value), err);
}

/* What the office calls the start is where the selection began: the later end
 * when the writer selected backwards or Writer itself did. */
static void put_in_order(nv_deletion *deletion)
{
    css_text_XTextRange *start = deletion->start;

    if (css_text_XTextRangeCompare_compareRegionStarts(
            deletion->text, start, deletion->end, NULL) >= 0)
        return;
    deletion->start = deletion->end;
    deletion->end = start;
}

/* One without a place in the text (of a whole table) is left. */
static bool add(nv_deletions *deletions, css_beans_XPropertySet *change,
                nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        end_of(change, "RedlineStart", err);
    NV_UNO_OWNED css_text_XTextRange *end = end_of(change, "RedlineEnd", err);
    NV_UNO_OWNED css_text_XText *text =
        start ? css_text_XTextRange_getText(start, err) : NULL;
    nv_deletion *all = nv_array_grow(deletions->all, deletions->count,
                                     &deletions->capacity, sizeof *all);

    if (!all)
        return fail_of_memory(err);
    deletions->all = all;
    if (!text || !end)
        return !err->code;
    all[deletions->count] =
        (nv_deletion){.text = css_text_XTextRangeCompare_query(text, err),
                      .start = nv_uno_acquire(start),
                      .end = nv_uno_acquire(end)};
    put_in_order(&all[deletions->count++]);
    return !err->code;
}

static bool is_deletion(css_beans_XPropertySet *change, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any type = nv_uno_get(change, "RedlineType", err);
    const rtl_uString *text = nv_uno_any_get_string(&type);

    return text && nv_uno_string_equals(text, "Delete");
}

bool nv_deletions_find(nv_deletions *deletions, css_frame_XModel *model,
                       nv_error *err)
{
    NV_UNO_OWNED css_document_XRedlinesSupplier *supplier =
        css_document_XRedlinesSupplier_need(model, err);
    NV_UNO_OWNED css_container_XEnumerationAccess *changes =
        css_document_XRedlinesSupplier_getRedlines(supplier, err);
    NV_UNO_OWNED css_container_XEnumeration *each =
        css_container_XEnumerationAccess_createEnumeration(changes, err);

    *deletions = (nv_deletions){0};
    while (css_container_XEnumeration_hasMoreElements(each, err)) {
        NV_UNO_OWNED_ANY uno_Any element =
            css_container_XEnumeration_nextElement(each, err);
        NV_UNO_OWNED css_beans_XPropertySet *change =
            css_beans_XPropertySet_need(nv_uno_any_get_interface(&element),
                                        err);

        if (is_deletion(change, err) && !add(deletions, change, err))
            return false;
    }
    return !err->code;
}

void nv_deletions_release(nv_deletions *deletions)
{
    for (size_t i = 0; i < deletions->count; i++) {
        nv_uno_release(deletions->all[i].text);
        nv_uno_release(deletions->all[i].start);
        nv_uno_release(deletions->all[i].end);
    }
    free(deletions->all);
    *deletions = (nv_deletions){0};
}

/* Asking */

/* The office throws when the two are in different texts. */
static bool holds(const nv_deletion *deletion, css_text_XTextRange *range)
{
    nv_error why = {0};
    const sal_Int16 starts = css_text_XTextRangeCompare_compareRegionStarts(
        deletion->text, deletion->start, range, &why);
    const sal_Int16 ends =
        starts < 0 ? 0
                   : css_text_XTextRangeCompare_compareRegionEnds(
                         deletion->text, range, deletion->end, &why);

    return !why.code && starts >= 0 && ends >= 0;
}

bool nv_deletions_hold(const nv_deletions *deletions,
                       css_text_XTextRange *range)
{
    for (size_t i = 0; i < deletions->count; i++)
        if (holds(&deletions->all[i], range))
            return true;
    return false;
}

/* The next element of an enumeration as something to enumerate, or NULL. */
static css_container_XEnumeration *next_inside(css_container_XEnumeration *each,
                                               nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XEnumeration_nextElement(each, err);
    NV_UNO_OWNED css_container_XEnumerationAccess *access =
        css_container_XEnumerationAccess_query(
            nv_uno_any_get_interface(&element), err);

    return access
               ? css_container_XEnumerationAccess_createEnumeration(access, err)
               : NULL;
}

static void add_portion(const nv_deletions *deletions,
                        css_container_XEnumeration *each, nv_buffer *out,
                        nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element =
        css_container_XEnumeration_nextElement(each, err);
    NV_UNO_OWNED css_text_XTextRange *portion =
        css_text_XTextRange_query(nv_uno_any_get_interface(&element), err);
    NV_UNO_OWNED_STRING rtl_uString *text = NULL;
    char *utf8;

    if (!portion || nv_deletions_hold(deletions, portion))
        return;
    text = css_text_XTextRange_getString(portion, err);
    utf8 = nv_uno_utf8(text);
    nv_buffer_add_text(out, utf8);
    free(utf8);
}

static void add_paragraph(const nv_deletions *deletions,
                          css_container_XEnumeration *paragraphs,
                          nv_buffer *out, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumeration *portions =
        next_inside(paragraphs, err);

    if (out->len > 0)
        nv_buffer_add_char(out, '\n');
    while (portions &&
           css_container_XEnumeration_hasMoreElements(portions, err))
        add_portion(deletions, portions, out, err);
}

char *nv_deletions_text(const nv_deletions *deletions, void *text,
                        nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *access =
        css_container_XEnumerationAccess_need(text, err);
    NV_UNO_OWNED css_container_XEnumeration *paragraphs =
        css_container_XEnumerationAccess_createEnumeration(access, err);
    nv_buffer out = NV_BUFFER_INIT;
    char *found;

    while (css_container_XEnumeration_hasMoreElements(paragraphs, err))
        add_paragraph(deletions, paragraphs, &out, err);
    found = nv_buffer_detach(&out);
    if (!found)
        fail_of_memory(err);
    return found;
}
