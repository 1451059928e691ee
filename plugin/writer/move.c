/* SPDX-License-Identifier: MPL-2.0 */
/* Two citations of one note change places: each is written anew where the other
 * stood, so that the writer's own words around them stay where they are. */
#include "writer/act.h"
#include "writer/edit.h"
#include "writer/entry.h"
#include "writer/found.h"
#include "writer/joint.h"
#include "writer/quoted_words.h"
#include "writer/replace.h"
#include "writer/target.h"
#include "words/words.h"

/* One of the two; all zero owns nothing. */
typedef struct {
    size_t index; /* in the note */
    nv_found_citation found;
    nv_entry entry; /* which is written in the place of the other */
} side;

typedef struct {
    nv_writer_act act;
    nv_target target;
    side sides[2];
    bool is_recorded;
} move;

static void release(move *move)
{
    for (size_t i = 0; i < 2; i++) {
        nv_entry_release(&move->sides[i].entry);
        nv_found_citation_release(&move->sides[i].found);
    }
    nv_target_release(&move->target);
    nv_writer_act_release(&move->act);
}

/* The one on that side, in the same note; in the text it must be joined. */
static bool find_other(move *move, int by, nv_error *err)
{
    const nv_near *near = &move->target.near;
    const size_t own = move->target.index;
    const size_t first = by < 0 ? own - 1 : own;
    const bool is_there = by < 0 ? own > 0 : own + 1 < near->count;

    move->sides[0].index = own;
    move->sides[1].index = by < 0 ? own - 1 : own + 1;
    return (is_there &&
            (near->note || nv_is_joined(near, first, move->act.means, err))) ||
           nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s",
                   nv_say(NV_WORD_NO_OTHER, move->act.words));
}

static bool read(move *move, side *side, nv_error *err)
{
    const nv_target target = {move->target.near, side->index};

    if (!nv_target_is_free(&target, move->act.words, err) ||
        !nv_found_read(&side->found, move->act.essay, move->act.caret.model,
                       move->act.means, &target.near, side->index, err))
        return false;
    return side->found.state == NV_STANDING_RIGHT ||
           nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                   nv_say(NV_WORD_NOT_WRITTEN, move->act.words));
}

/* To be written where the other stands. */
static bool prepare_entry(move *move, side *side, size_t where, nv_error *err)
{
    const nv_caret at = {.model = move->act.caret.model,
                         .end = move->target.near.citations[where].range};

    return nv_entry_prepare(&side->entry, &at, move->act.means,
                            side->found.registry, &side->found.citation, err);
}

static bool prepare(move *move, nv_essay *essay, const nv_means *means,
                    const char *name, int by, nv_tongue words, nv_error *err)
{
    side *own = &move->sides[0], *other = &move->sides[1];

    if (!nv_writer_act_prepare(&move->act, essay, means, words, err) ||
        !nv_target_find(&move->target, move->act.caret.model, name, words, err))
        return false;
    move->is_recorded = nv_is_recorded(move->act.caret.model, err);
    return find_other(move, by, err) && read(move, own, err) &&
           read(move, other, err) &&
           prepare_entry(move, own, other->index, err) &&
           prepare_entry(move, other, own->index, err);
}

/* One side in the place of the other. */
static void write(move *move, const side *where, side *what, nv_error *err)
{
    const nv_near *near = &move->target.near;

    nv_replace(near, &near->citations[where->index], &what->entry,
               move->is_recorded, err);
    nv_quoted_words_follow(move->act.caret.model,
                           near->citations[what->index].name, what->entry.name,
                           err);
}

static bool perform(move *move, nv_error *err)
{
    if (nv_writer_act_begin(&move->act,
                            nv_say(NV_WORD_MOVE_TITLE, move->act.words), err))
        for (size_t i = 0; i < 2; i++)
            write(move, &move->sides[1 - i], &move->sides[i], err);
    if (nv_writer_act_end(&move->act, NULL, err))
        return true;
    for (size_t i = 0; i < 2; i++)
        nv_entry_forget(&move->sides[i].entry);
    nv_step_restore(&move->act.step);
    return false;
}

bool nv_writer_move(nv_essay *essay, const nv_means *means, const char *name,
                    int by, nv_tongue words, nv_error *err)
{
    move move = {0};
    nv_error why = {0};
    const bool is_done = prepare(&move, essay, means, name, by, words, &why) &&
                         perform(&move, &why);

    release(&move);
    if (!is_done && err)
        *err = why;
    return is_done;
}
