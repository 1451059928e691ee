/* SPDX-License-Identifier: MPL-2.0 */
/* See quoted_words.h. */
#include "writer/quoted_words.h"

#include <string.h>

#include "note/citation_name.h"
#include "note/quoted_name.h"
#include "writer/target.h"

/* What the words of a citation are called; false: it has none. */
static bool name_words(const char *citation, char words[NV_QUOTED_NAME_LEN + 1])
{
    nv_citation_name name;

    return nv_citation_name_read(citation, strlen(citation), &name) &&
           !name.is_copy && nv_quoted_name_write(name.tail, words);
}

static void unlink(css_text_XTextContent *bookmark, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextContent_getAnchor(bookmark, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);

    css_text_XText_removeTextContent(text, bookmark, err);
}

static void rename(css_text_XTextContent *bookmark, const char *name,
                   nv_error *err)
{
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(bookmark, err);
    NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(name);

    css_container_XNamed_setName(named, text, err);
}

void nv_quoted_words_follow(css_frame_XModel *model, const char *before,
                            const char *after, nv_error *err)
{
    char old[NV_QUOTED_NAME_LEN + 1], new[NV_QUOTED_NAME_LEN + 1];
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;

    if (err->code || !name_words(before, old))
        return;
    bookmark = nv_target_lookup(model, old, err);
    if (!bookmark)
        return;
    if (after && name_words(after, new))
        rename(bookmark, new, err);
    else
        unlink(bookmark, err);
}
