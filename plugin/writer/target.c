/* SPDX-License-Identifier: MPL-2.0 */
/* See target.h. */
#include "writer/target.h"

#include <string.h>

#include "note/citation_name.h"
#include "writer/protection.h"
#include "words/words.h"

static bool refuse(nv_word reason, nv_error_code code, nv_tongue words,
                   nv_error *err)
{
    return nv_fail(err, code, 0, "%s", nv_say(reason, words));
}

css_container_XNameAccess *nv_target_bookmarks(css_frame_XModel *model,
                                               nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);

    return css_text_XBookmarksSupplier_getBookmarks(supplier, err);
}

css_text_XTextContent *nv_target_lookup(css_frame_XModel *model,
                                        const char *name, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        nv_target_bookmarks(model, err);
    NV_UNO_OWNED_STRING rtl_uString *key = nv_uno_string(name);
    NV_UNO_OWNED_ANY uno_Any element = nv_uno_any_void();

    if (!css_container_XNameAccess_hasByName(bookmarks, key, err))
        return NULL;
    element = css_container_XNameAccess_getByName(bookmarks, key, err);
    return css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
}

css_text_XTextContent *nv_target_bookmark(css_frame_XModel *model,
                                          const char *name, nv_tongue words,
                                          nv_error *err)
{
    nv_citation_name read;
    css_text_XTextContent *bookmark =
        nv_citation_name_read(name, strlen(name), &read)
            ? nv_target_lookup(model, name, err)
            : NULL;

    if (!bookmark)
        refuse(NV_WORD_VANISHED, NV_ERROR_ARGUMENT, words, err);
    return bookmark;
}

/* One that is not listed is empty, or none of ours. */
static bool find_index(nv_target *target, css_text_XTextContent *bookmark,
                       nv_tongue words, nv_error *err)
{
    const nv_near *near = &target->near;

    for (size_t i = 0; i < near->count; i++)
        if (near->citations[i].bookmark == bookmark) {
            target->index = i;
            return true;
        }
    return refuse(NV_WORD_VANISHED, NV_ERROR_ARGUMENT, words, err);
}

bool nv_target_find(nv_target *target, css_frame_XModel *model,
                    const char *name, nv_tongue words, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        nv_target_bookmark(model, name, words, err);
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(bookmark, err);

    *target = (nv_target){0};
    return nv_near_find(&target->near, range, err) &&
           find_index(target, bookmark, words, err);
}

void nv_target_release(nv_target *target)
{
    nv_near_release(&target->near);
    *target = (nv_target){0};
}

/* Whether the paragraph in which it begins ends before it does. */
static bool is_over_paragraphs(const nv_target *target, nv_error *err)
{
    const nv_near *near = &target->near;
    css_text_XTextRange *range = nv_target_of(target)->range;
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(near->text, start, err);
    NV_UNO_OWNED css_text_XParagraphCursor *paragraph =
        css_text_XParagraphCursor_need(cursor, err);

    css_text_XParagraphCursor_gotoEndOfParagraph(paragraph, false, err);
    return nv_near_ends(near, cursor, range, err) < 0;
}

/* Whether another one shares text with it, and is not simply around it. */
static bool crosses(const nv_target *target, css_text_XTextRange *other,
                    nv_error *err)
{
    const nv_near *near = &target->near;
    css_text_XTextRange *range = nv_target_of(target)->range;
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(range, err);
    NV_UNO_OWNED css_text_XTextRange *other_end =
        css_text_XTextRange_getEnd(other, err);
    const int starts = nv_near_starts(near, other, range, err);
    const int ends = nv_near_ends(near, other, range, err);

    if (nv_near_starts(near, other, end, err) >= 0 ||
        nv_near_starts(near, range, other_end, err) >= 0)
        return false;
    return starts > 0 || ends < 0 || (starts == 0 && ends == 0);
}

static bool is_crossed(const nv_target *target, nv_error *err)
{
    for (size_t i = 0; i < target->near.count; i++)
        if (i != target->index &&
            crosses(target, target->near.citations[i].range, err))
            return true;
    return false;
}

/* A note is as protected as its mark in the text. */
static bool is_protected(const nv_target *target, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *mark = NULL;

    if (!target->near.note)
        return nv_is_protected(nv_target_of(target)->range, err);
    mark = css_text_XFootnote_getAnchor(target->near.note, err);
    return nv_is_protected(mark, err);
}

bool nv_target_is_free(const nv_target *target, nv_tongue words, nv_error *err)
{
    nv_word reason = NV_WORD_COUNT;

    if (is_over_paragraphs(target, err))
        reason = NV_WORD_OVER_PARAGRAPHS;
    else if (is_crossed(target, err))
        reason = NV_WORD_CROSSED;
    else if (is_protected(target, err))
        reason = NV_WORD_CITATION_PROTECTED;
    if (err->code)
        return false;
    return reason == NV_WORD_COUNT ||
           refuse(reason, NV_ERROR_PLACE, words, err);
}
