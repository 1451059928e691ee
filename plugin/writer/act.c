/* SPDX-License-Identifier: MPL-2.0 */
/* See act.h. */
#include "writer/act.h"

#include <stdint.h>

#include "writer/list_write.h"
#include "writer/model.h"
#include "writer/pasted.h"
#include "writer/rewrite.h"
#include "writer/store.h"
#include "words/words.h"

static bool is_writable(const nv_writer_act *act, nv_error *err)
{
    char why[sizeof err->message];

    return nv_writer_can_write(nv_essay_frame(act->essay), act->words, why,
                               sizeof why) ||
           nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
}

/* Half an act on several notes could not be taken back by hand, as one citation
 * can. */
static bool keeps_undo(const nv_writer_act *act, nv_error *err)
{
    return act->step.keeps_undo || nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                                           nv_say(NV_WORD_NO_UNDO, act->words));
}

bool nv_writer_act_prepare_one(nv_writer_act *act, nv_essay *essay,
                               const nv_means *means, nv_tongue words,
                               nv_error *err)
{
    *act = (nv_writer_act){.essay = essay, .means = means, .words = words};
    return nv_caret_find(nv_essay_frame(essay), &act->caret, err) &&
           is_writable(act, err) &&
           nv_step_prepare(&act->step, act->caret.model, act->caret.controller,
                           err);
}

bool nv_writer_act_prepare(nv_writer_act *act, nv_essay *essay,
                           const nv_means *means, nv_tongue words,
                           nv_error *err)
{
    return nv_writer_act_prepare_one(act, essay, means, words, err) &&
           keeps_undo(act, err);
}

bool nv_writer_act_begin(nv_writer_act *act, const char *title, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *shown = nv_uno_string(title);

    return nv_step_begin(&act->step, shown, err);
}

static void refresh(nv_writer_act *act, nv_refreshed *done, nv_error *err)
{
    nv_rewriting rewriting = {0};

    if (!err->code && nv_rewriting_prepare(&rewriting, act->essay,
                                           act->caret.model, act->means, err)) {
        if (done)
            *done = nv_apparatus_count(rewriting.apparatus);
        act->is_followed = nv_rewriting_perform(&rewriting, SIZE_MAX, err);
        nv_bibliography_follow(&act->step, act->means, rewriting.apparatus,
                               err);
    }
    nv_rewriting_release(&rewriting);
}

bool nv_writer_act_end(nv_writer_act *act, nv_refreshed *done, nv_error *err)
{
    nv_essay_doubt(act->essay);
    refresh(act, done, err);
    return nv_writer_act_close(act, err);
}

/* Where no Undo is kept the citation stands, whatever becomes of the style: to
 * take it back for that would be worse. */
static void adopt_style(nv_writer_act *act, nv_error *err)
{
    nv_error why = {0};

    if (!err->code)
        nv_store_adopt(&act->step, act->means,
                       act->step.keeps_undo ? err : &why);
}

bool nv_writer_act_close(nv_writer_act *act, nv_error *err)
{
    bool is_done;

    adopt_style(act, err);
    is_done = nv_step_end(&act->step, err);
    if (is_done) {
        nv_pasted_keep_now(act->essay, act->step.model);
        nv_store_sweep_now(act->essay, act->step.model);
    } else {
        nv_step_restore(&act->step);
    }
    if (is_done && act->is_followed)
        nv_essay_settle(act->essay);
    else
        nv_essay_doubt(act->essay);
    return is_done;
}

void nv_writer_act_release(nv_writer_act *act)
{
    nv_step_release(&act->step);
    nv_caret_release(&act->caret);
    *act = (nv_writer_act){0};
}
