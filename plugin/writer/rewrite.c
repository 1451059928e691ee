/* SPDX-License-Identifier: MPL-2.0 */
/* See rewrite.h. */
#include "writer/rewrite.h"

#include "writer/caret.h"
#include "writer/mend.h"
#include "writer/names.h"
#include "writer/runs.h"

static bool prepare_styles(nv_rewriting *rewriting, nv_error *err)
{
    if (!nv_styles_find(&rewriting->styles, rewriting->model, err))
        return false;
    for (size_t i = 0; i < rewriting->census.count && !err->code; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(rewriting->apparatus, i);

        if (wanted->state == NV_STANDING_STALE)
            nv_styles_prepare(&rewriting->styles, rewriting->model,
                              &wanted->note, err);
    }
    return !err->code;
}

bool nv_rewriting_prepare(nv_rewriting *rewriting, css_frame_XModel *model,
                          const nv_means *means, nv_error *err)
{
    const nv_caret nowhere = {.model = model};

    *rewriting = (nv_rewriting){.model = model};
    if (!nv_census_take(&rewriting->census, model, err))
        return false;
    rewriting->apparatus = nv_apparatus_new(means, rewriting->census.standing,
                                            rewriting->census.count, err);
    nv_locales_find(&nowhere, &rewriting->locales);
    return rewriting->apparatus && prepare_styles(rewriting, err);
}

void nv_rewriting_release(nv_rewriting *rewriting)
{
    nv_apparatus_free(rewriting->apparatus);
    nv_census_release(&rewriting->census);
    nv_styles_release(&rewriting->styles);
    nv_locales_release(&rewriting->locales);
    *rewriting = (nv_rewriting){0};
}

/* The old bookmark goes first, since the text it holds does. */
static void rewrite(nv_rewriting *rewriting, size_t index, nv_error *err)
{
    const nv_wanted *wanted = nv_apparatus_wanted(rewriting->apparatus, index);
    css_text_XTextContent *old = rewriting->census.bookmarks[index];
    NV_UNO_OWNED css_text_XTextRange *range =
        nv_census_range(&rewriting->census, index, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, range, err);
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(wanted->name);
    NV_UNO_OWNED css_text_XTextContent *bookmark =
        nv_names_bookmark(rewriting->model, name, err);

    css_text_XText_removeTextContent(text, old, err);
    nv_styles_clear(cursor, err);
    nv_runs_write(text, cursor, &wanted->note,
                  nv_language_code(wanted->citation.language),
                  &rewriting->locales, err);
    css_text_XText_insertTextContent(text, nv_range_of(cursor), bookmark, true,
                                     err);
}

void nv_rewriting_perform(nv_rewriting *rewriting, nv_error *err)
{
    nv_styles_add(&rewriting->styles, err);
    for (size_t i = 0; i < rewriting->census.count && !err->code; i++)
        if (nv_apparatus_wanted(rewriting->apparatus, i)->state ==
            NV_STANDING_STALE)
            rewrite(rewriting, i, err);
    nv_mend(rewriting->model, &rewriting->census, rewriting->apparatus, err);
}
