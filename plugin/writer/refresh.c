/* SPDX-License-Identifier: MPL-2.0 */
/* A refresh as an act of its own. */
#include "writer/document.h"

#include "writer/caret.h"
#include "writer/rewrite.h"
#include "writer/step.h"

static const char *const titles[NV_NOTE_LANGUAGE_COUNT] = {
    "Refresh citations", "Actualiser les citations"};

/* Half a refresh could not be taken back by hand, as one citation can. */
static const char *const no_undo[NV_NOTE_LANGUAGE_COUNT] = {
    "This office keeps no steps of Undo, so a refresh could not be taken back: "
    "raise their number under Undo in the expert configuration",
    "Ce Writer ne garde aucune étape d’annulation\u00a0; une actualisation ne "
    "pourrait être annulée\u00a0: augmentez leur nombre (Undo, Steps) dans la "
    "configuration avancée"};

static int in_words(nv_language words)
{
    return words == NV_LANGUAGE_FR ? NV_LANGUAGE_FR : NV_LANGUAGE_EN;
}

/* One step, and the document as before if it fails. */
static bool perform(nv_rewriting *rewriting, const nv_caret *caret,
                    nv_language words, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *title =
        nv_uno_string(titles[in_words(words)]);
    nv_step step = {0};
    bool stands = false;

    if (nv_step_prepare(&step, caret->model, caret->controller, err) &&
        (step.keeps_undo ||
         nv_fail(err, NV_ERROR_PLACE, 0, "%s", no_undo[in_words(words)]))) {
        if (nv_step_begin(&step, title, err))
            nv_rewriting_perform(rewriting, err);
        stands = nv_step_end(&step, err);
        if (!stands)
            nv_step_restore(&step);
    }
    nv_step_release(&step);
    return stands;
}

static bool is_writable(css_frame_XFrame *frame, nv_language words,
                        nv_error *err)
{
    char why[sizeof err->message];

    return nv_writer_can_write(frame, words, why, sizeof why) ||
           nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
}

static bool work(css_frame_XFrame *frame, const nv_means *means,
                 nv_language words, nv_refreshed *done, nv_error *err)
{
    nv_caret caret;
    nv_rewriting rewriting = {0};
    bool is_done = nv_caret_find(frame, &caret, err) &&
                   is_writable(frame, words, err) &&
                   nv_rewriting_prepare(&rewriting, caret.model, means, err);

    if (is_done) {
        *done = nv_apparatus_count(rewriting.apparatus);
        if (done->rewritten > 0)
            is_done = perform(&rewriting, &caret, words, err);
    }
    nv_rewriting_release(&rewriting);
    nv_caret_release(&caret);
    return is_done;
}

bool nv_writer_refresh(css_frame_XFrame *frame, const nv_means *means,
                       nv_language words, nv_refreshed *done, nv_error *err)
{
    nv_error why = {0};
    const bool is_done = work(frame, means, words, done, &why);

    if (!is_done && err)
        *err = why;
    return is_done;
}
