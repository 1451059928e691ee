/* SPDX-License-Identifier: MPL-2.0 */
/* A refresh as an act of its own. */
#include <stdint.h>

#include "writer/act.h"
#include "writer/list_write.h"
#include "writer/model.h"
#include "writer/rewrite.h"
#include "words/words.h"

static bool perform(nv_writer_act *act, nv_rewriting *rewriting,
                    nv_list_writing *list, nv_error *err)
{
    if (nv_writer_act_begin(act, nv_say(NV_WORD_REFRESH_TITLE, act->words),
                            err)) {
        act->is_followed = nv_rewriting_perform(rewriting, SIZE_MAX, err);
        nv_list_writing_perform(list, &act->step, err);
    }
    return nv_writer_act_close(act, err);
}

/* The list of works belongs to it, also when it alone is stale: after notes
 * were deleted. */
static bool work(nv_writer_act *act, nv_refreshed *done, nv_error *err)
{
    nv_rewriting rewriting = {0};
    nv_list_writing list = {0};
    bool is_done = nv_rewriting_prepare(&rewriting, act->essay,
                                        act->caret.model, act->means, err) &&
                   nv_list_writing_prepare(&list, act->caret.model, act->means,
                                           rewriting.apparatus, err);

    if (is_done)
        *done = nv_apparatus_count(rewriting.apparatus);
    if (is_done && (done->rewritten > 0 || list.is_stale))
        is_done = perform(act, &rewriting, &list, err);
    nv_list_writing_release(&list);
    nv_rewriting_release(&rewriting);
    return is_done;
}

bool nv_writer_refresh(nv_essay *essay, const nv_means *means, nv_tongue words,
                       nv_refreshed *done, nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        work(&act, done, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}
