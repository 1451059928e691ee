/* SPDX-License-Identifier: MPL-2.0 */
/* See joint.h. */
#include "writer/joint.h"

#include <stdlib.h>
#include <string.h>

#include "note/citation_name.h"

static nv_note_style *style_of(const nv_near_citation *one,
                               const nv_means *means, nv_error *err)
{
    nv_citation_name name;
    nv_language language;

    nv_citation_name_read(one->name, strlen(one->name), &name);
    language = nv_language_from_tag(name.language, NV_LANGUAGE_EN);
    return nv_library_style(means->library, means->styles[language], language,
                            err);
}

bool nv_is_joined(const nv_near *near, size_t first, const nv_means *means,
                  nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *between = NULL;
    NV_UNO_OWNED_STRING rtl_uString *text = NULL;
    nv_note_style *style;
    char *utf8;
    bool is_joined;

    if (first + 1 >= near->count)
        return false;
    style = style_of(&near->citations[first], means, err);
    between = nv_near_between(near, near->citations[first].range,
                              near->citations[first + 1].range, err);
    text = css_text_XTextCursor_getString(between, err);
    utf8 = nv_uno_utf8(text);
    is_joined = !err->code && utf8 && nv_note_is_joint(style, utf8);
    free(utf8);
    return is_joined;
}
