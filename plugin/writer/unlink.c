/* SPDX-License-Identifier: MPL-2.0 */
/* From citations to plain text: the bookmarks go, and nothing else. */
#include <stdlib.h>
#include <string.h>

#include "note/citation_name.h"
#include "note/quoted_name.h"
#include "writer/act.h"
#include "writer/edit.h"
#include "writer/quoted_words.h"
#include "writer/target.h"
#include "words/words.h"

/* Returns whether it held text: an empty one is no citation. */
static bool unlink_bookmark(css_text_XTextContent *bookmark, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(bookmark, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED_STRING rtl_uString *said =
        css_text_XTextRange_getString(range, err);

    css_text_XText_removeTextContent(text, bookmark, err);
    return nv_uno_string_len(said) > 0;
}

static bool is_citation(const char *name)
{
    nv_citation_name read;

    return nv_citation_name_read(name, strlen(name), &read);
}

static bool is_words(const char *name)
{
    char tail[7];

    return nv_quoted_name_read(name, strlen(name), tail);
}

/* Unlinks the bookmark at that index if it is of a citation, or of the words
 * that one is of. Returns whether it was a citation with text. */
static bool unlink_at(css_container_XIndexAccess *bookmarks, sal_Int32 at,
                      const char *name, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any element = nv_uno_any_void();
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;

    if (!name)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to unlink the citations");
    if (!is_citation(name) && !is_words(name))
        return false;
    element = css_container_XIndexAccess_getByIndex(bookmarks, at, err);
    bookmark =
        css_text_XTextContent_need(nv_uno_any_get_interface(&element), err);
    return unlink_bookmark(bookmark, err) && is_citation(name);
}

/* Names and bookmarks come in one order, which is kept by going backwards. */
static size_t unlink_all(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_container_XNameAccess *access =
        nv_target_bookmarks(model, err);
    NV_UNO_OWNED css_container_XIndexAccess *bookmarks =
        css_container_XIndexAccess_need(access, err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    names = css_container_XNameAccess_getElementNames(access, err);
    size_t count = 0;

    for (sal_Int32 i = nv_uno_string_seq_len(names); i-- > 0 && !err->code;) {
        char *name = nv_uno_utf8(nv_uno_string_seq_at(names)[i]);

        count += unlink_at(bookmarks, i, name, err);
        free(name);
    }
    return count;
}

static size_t unlink_one(css_frame_XModel *model, const char *name,
                         css_text_XTextContent *bookmark, nv_error *err)
{
    const size_t count = unlink_bookmark(bookmark, err);

    nv_quoted_words_follow(model, name, NULL, err);
    return count;
}

static bool work(nv_writer_act *act, const char *name, size_t *count,
                 nv_error *err)
{
    css_frame_XModel *model = act->caret.model;
    NV_UNO_OWNED css_text_XTextContent *one =
        name ? nv_target_bookmark(model, name, act->words, err) : NULL;

    if (err->code)
        return false;
    if (nv_writer_act_begin(
            act,
            nv_say(name ? NV_WORD_UNLINK_TITLE : NV_WORD_UNLINK_ALL_TITLE,
                   act->words),
            err))
        *count =
            one ? unlink_one(model, name, one, err) : unlink_all(model, err);
    return nv_writer_act_end(act, NULL, err);
}

bool nv_writer_unlink(nv_essay *essay, const nv_means *means, const char *name,
                      nv_tongue words, size_t *count, nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    size_t unlinked = 0;
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        work(&act, name, &unlinked, &why);

    nv_writer_act_release(&act);
    if (count)
        *count = is_done ? unlinked : 0;
    if (!is_done && err)
        *err = why;
    return is_done;
}
