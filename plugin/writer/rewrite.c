/* SPDX-License-Identifier: MPL-2.0 */
/* See rewrite.h. */
#include "writer/rewrite.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "writer/caret.h"
#include "writer/deletions.h"
#include "writer/mend.h"
#include "writer/model.h"
#include "writer/names.h"
#include "writer/runs.h"

static bool prepare_styles(nv_rewriting *rewriting, nv_error *err)
{
    if (!nv_styles_find(&rewriting->styles, rewriting->model, err))
        return false;
    for (size_t i = 0; i < rewriting->census->count && !err->code; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(rewriting->apparatus, i);

        if (wanted->state == NV_STANDING_STALE)
            nv_styles_prepare(&rewriting->styles, rewriting->model,
                              &wanted->note, err);
    }
    return !err->code;
}

bool nv_rewriting_work_out(nv_rewriting *rewriting, nv_essay *essay,
                           nv_census *census, const nv_means *means,
                           nv_error *err)
{
    const nv_caret nowhere = {.model = census->model};

    *rewriting = (nv_rewriting){
        .model = census->model, .essay = essay, .census = census};
    rewriting->apparatus = nv_essay_apparatus(essay, census, means, err);
    nv_locales_find(&nowhere, &rewriting->locales);
    return rewriting->apparatus && prepare_styles(rewriting, err);
}

bool nv_rewriting_prepare(nv_rewriting *rewriting, nv_essay *essay,
                          css_frame_XModel *model, const nv_means *means,
                          nv_error *err)
{
    nv_census *census = nv_essay_census(essay, model, err);

    *rewriting = (nv_rewriting){0};
    return census &&
           nv_rewriting_work_out(rewriting, essay, census, means, err);
}

void nv_rewriting_release(nv_rewriting *rewriting)
{
    nv_styles_release(&rewriting->styles);
    nv_locales_release(&rewriting->locales);
    *rewriting = (nv_rewriting){0};
}

/* A wording whose deletion is recorded stands in the range, too. */
static bool says_without_deletions(css_frame_XModel *model,
                                   css_text_XTextRange *range,
                                   const char *known, nv_error *err)
{
    nv_deletions deletions = {0};
    char *text = NULL;
    bool is_same;

    if (nv_deletions_find(&deletions, model, err) && deletions.count > 0)
        text = nv_deletions_text(&deletions, range, err);
    is_same = text && strcmp(text, known) == 0;
    free(text);
    nv_deletions_release(&deletions);
    return is_same;
}

static bool still_says(css_frame_XModel *model, css_text_XTextRange *range,
                       const char *known, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextRange_getString(range, err);
    char *utf8 = err->code ? NULL : nv_uno_utf8(text);
    const bool is_same = utf8 && strcmp(utf8, known) == 0;

    free(utf8);
    return is_same || says_without_deletions(model, range, known, err);
}

/* The old bookmark goes first, since the text it holds does. */
static void write(nv_rewriting *rewriting, size_t index,
                  css_text_XTextRange *range, nv_error *err)
{
    const nv_wanted *wanted = nv_apparatus_wanted(rewriting->apparatus, index);
    NV_UNO_OWNED css_text_XTextContent *old =
        nv_census_bookmark(rewriting->census, index, err);
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, range, err);
    NV_UNO_OWNED_STRING rtl_uString *name = NULL;
    NV_UNO_OWNED css_text_XTextContent *bookmark = NULL;
    char *called;

    css_text_XText_removeTextContent(text, old, err);
    name = nv_mend_name(rewriting->model, wanted->name, err);
    bookmark = nv_names_bookmark(rewriting->model, name, err);
    nv_styles_clear(cursor, err);
    nv_runs_write(text, cursor, &wanted->note,
                  nv_language_code(wanted->citation.language),
                  &rewriting->locales, err);
    css_text_XText_insertTextContent(text, nv_range_of(cursor), bookmark, true,
                                     err);
    called = nv_uno_utf8(name);
    nv_census_follow(rewriting->census, index, called ? called : wanted->name,
                     wanted->text, err);
    free(called);
}

static bool rewrite(nv_rewriting *rewriting, size_t index, nv_error *err)
{
    const char *known = rewriting->census->standing[index].text;
    NV_UNO_OWNED css_text_XTextRange *range =
        nv_census_range(rewriting->census, index, err);

    if (!still_says(rewriting->model, range, known, err))
        return false;
    write(rewriting, index, range, err);
    return true;
}

/* What is replaced then still stands there. */
static bool records_changes(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(model, "RecordChanges", err);
    bool records = false;

    nv_uno_any_get_bool(&value, &records);
    return records;
}

bool nv_rewriting_perform(nv_rewriting *rewriting, size_t except, nv_error *err)
{
    bool is_true = true;

    nv_styles_add(&rewriting->styles, err);
    for (size_t i = 0; i < rewriting->census->count && !err->code; i++)
        if (i != except &&
            nv_apparatus_wanted(rewriting->apparatus, i)->state ==
                NV_STANDING_STALE)
            is_true &= rewrite(rewriting, i, err);
    return !nv_mend(rewriting->model, rewriting->census, rewriting->apparatus,
                    err) &&
           is_true && !records_changes(rewriting->model, err) && !err->code;
}
