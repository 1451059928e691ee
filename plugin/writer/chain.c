/* SPDX-License-Identifier: MPL-2.0 */
/* Several citations in one note as an act. See quote.h. */
#include "writer/act.h"
#include "writer/cluster.h"
#include "writer/model.h"
#include "writer/names.h"
#include "writer/quote.h"
#include "writer/runs.h"

/* All zero owns nothing. */
typedef struct {
    nv_writer_act act;
    nv_cluster cluster;
    rtl_uString *title; /* of the step of Undo */
} insertion;

static void release(insertion *in)
{
    nv_writer_act_release(&in->act);
    nv_cluster_release(&in->cluster);
    nv_uno_string_release(in->title);
}

static bool prepare(insertion *in, nv_essay *essay, const nv_means *means,
                    const nv_chain *chain, nv_tongue words, nv_error *err)
{
    char why[sizeof err->message];
    const nv_place place =
        nv_writer_place(nv_essay_frame(essay), words, why, sizeof why);

    if (place == NV_PLACE_NOWHERE)
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
    if (!nv_writer_act_prepare(&in->act, essay, means, words, err))
        return false;
    in->title =
        nv_names_title(NV_WORD_INSERT_TITLE, chain->citations[0].event, words);
    return nv_cluster_prepare(&in->cluster, &in->act, place, chain->registry,
                              chain->citations, chain->joins, chain->count,
                              err);
}

static void write_all(insertion *in, nv_error *err)
{
    css_text_XTextRange *end = in->act.caret.end;
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(end, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);

    css_text_XTextCursor_collapseToEnd(cursor, err);
    nv_cluster_write(&in->cluster, text, cursor, err);
    css_text_XTextViewCursor_gotoRange(in->act.caret.cursor,
                                       nv_range_of(cursor), false, err);
}

static bool perform(insertion *in, nv_error *err)
{
    if (nv_step_begin(&in->act.step, in->title, err))
        write_all(in, err);
    return nv_cluster_end(&in->cluster, &in->act, err);
}

bool nv_writer_insert_chain(nv_essay *essay, const nv_means *means,
                            const nv_chain *chain, nv_tongue words,
                            nv_error *err)
{
    insertion in = {0};
    nv_error why = {0};
    const bool is_done =
        prepare(&in, essay, means, chain, words, &why) && perform(&in, &why);

    release(&in);
    if (is_done)
        nv_writer_focus(nv_essay_frame(essay));
    else if (err)
        *err = why;
    return is_done;
}
