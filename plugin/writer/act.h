/* SPDX-License-Identifier: MPL-2.0 */
/* What every act on the citations of a document does around its own work: one
 * step of Undo in which the other notes follow, and the document as it was when
 * anything fails. For the inside of this room.
 *
 *     nv_writer_act act;
 *     bool is_done = false;
 *
 *     if (nv_writer_act_prepare(&act, essay, means, words, err) &&
 *         (... prepare what can fail without touching the document ...)) {
 *         if (nv_writer_act_begin(&act, title, err))
 *             (... write; nothing once *err is set ...);
 *         is_done = nv_writer_act_end(&act, done, err);
 *     }
 *     nv_writer_act_release(&act);
 */
#ifndef NV_WRITER_ACT_H
#define NV_WRITER_ACT_H

#include "writer/caret.h"
#include "writer/document.h"
#include "writer/step.h"

/* All zero is no act. */
typedef struct {
    nv_essay *essay; /* borrowed, as means */
    const nv_means *means;
    nv_tongue words;
    nv_caret caret;   /* owned */
    nv_step step;     /* owned */
    bool is_followed; /* the essay's census has followed all that was written;
                         set by who writes */
} nv_writer_act;

/* Looks where the document stands and whether it may be changed. Writes
 * nothing. Returns false with *err set: NV_ERROR_PLACE, whose message is the
 * reason for a person (read-only, Undo locked by something else, no Undo kept
 * at all: half an act could not be taken back), NV_ERROR_UNO. The caller
 * releases the act either way. err is not NULL. */
bool nv_writer_act_prepare(nv_writer_act *act, nv_essay *essay,
                           const nv_means *means, nv_tongue words,
                           nv_error *err);

/* The same for an act that writes one citation and can take it back by hand:
 * also where no Undo is kept, which act->step.keeps_undo then says. */
bool nv_writer_act_prepare_one(nv_writer_act *act, nv_essay *essay,
                               const nv_means *means, nv_tongue words,
                               nv_error *err);

/* Begins the step that Undo shows under this title, UTF-8. */
bool nv_writer_act_begin(nv_writer_act *act, const char *title, nv_error *err);

/* Brings the document's other citations to say what they should after what the
 * act has written (rewrite.h), unless *err is set, and closes the step, also if
 * nv_writer_act_begin() returned false. When anything failed, the document, its
 * selection and its "modified" mark are as they were; properties, which Undo
 * does not reach, are the caller's to take back. *done may be NULL. Returns
 * whether the act stands. */
bool nv_writer_act_end(nv_writer_act *act, nv_refreshed *done, nv_error *err);

/* The same without the other citations: for an act that has written them. Both
 * make the style of `means` the document's if it has none (store.h). */
bool nv_writer_act_close(nv_writer_act *act, nv_error *err);

void nv_writer_act_release(nv_writer_act *act);

#endif
