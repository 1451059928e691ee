/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works as acts of their own. See bibliography.h. */
#include "writer/bibliography.h"

#include "writer/act.h"
#include "writer/list_write.h"
#include "writer/model.h"
#include "writer/rewrite.h"
#include "words/words.h"

bool nv_writer_has_bibliography(nv_essay *essay)
{
    nv_error err = {0};
    nv_caret caret;
    const bool has = nv_caret_find(nv_essay_frame(essay), &caret, &err) &&
                     caret.model && nv_list_place_is_there(caret.model, &err);

    nv_caret_release(&caret);
    return has;
}

/* Writing */

static bool has_place(const nv_writer_act *act, nv_error *err)
{
    char why[sizeof err->message];
    const nv_place place = nv_writer_place(nv_essay_frame(act->essay),
                                           act->words, why, sizeof why);

    if (place == NV_PLACE_FOOTNOTE)
        return true;
    return nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                   place == NV_PLACE_TEXT
                       ? nv_say(NV_WORD_NO_PLACE_FOR_LIST, act->words)
                       : why);
}

/* What the list should say after the citations of the document were read. */
static bool prepare(nv_writer_act *act, const nv_apparatus *apparatus,
                    nv_list_writing *writing, nv_error *err)
{
    css_frame_XModel *model = act->caret.model;
    const nv_language language = nv_writer_language(nv_essay_frame(act->essay));

    if (nv_list_place_is_there(model, err))
        return nv_list_writing_prepare(writing, model, act->means, apparatus,
                                       err);
    return !err->code && has_place(act, err) &&
           nv_list_writing_prepare_new(writing, model, language, act->means,
                                       apparatus, err);
}

static bool perform(nv_writer_act *act, nv_list_writing *writing, nv_error *err)
{
    const bool is_new = !writing->place.first;

    if (!is_new && !writing->is_stale)
        return true;
    if (nv_writer_act_begin(act, nv_say(NV_WORD_LIST_TITLE, act->words), err)) {
        if (is_new)
            nv_list_writing_begin(writing, &act->step, act->caret.end, err);
        else
            nv_list_writing_perform(writing, &act->step, err);
    }
    return nv_writer_act_end(act, NULL, err);
}

static bool write(nv_writer_act *act, nv_error *err)
{
    nv_rewriting rewriting = {0};
    nv_list_writing writing = {0};
    const bool is_done =
        nv_rewriting_prepare(&rewriting, act->essay, act->caret.model,
                             act->means, err) &&
        prepare(act, rewriting.apparatus, &writing, err) &&
        perform(act, &writing, err);

    nv_list_writing_release(&writing);
    nv_rewriting_release(&rewriting);
    return is_done;
}

/* Removing */

/* With the end of the paragraph before it; where there is none, an empty
 * paragraph without our style stays. */
static void take_out(nv_list_place *place, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(place->text,
                                               place->paragraphs[0].start, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);
    NV_UNO_OWNED_ANY uno_Any plain = nv_uno_any_utf8("Standard");
    const bool is_behind =
        !place->has_tail &&
        css_text_XParagraphCursor_gotoPreviousParagraph(walker, false, err);

    if (is_behind)
        css_text_XParagraphCursor_gotoEndOfParagraph(walker, false, err);
    css_text_XTextCursor_gotoRange(cursor, place->end, true, err);
    css_text_XTextCursor_setString(cursor, NV_UNO_STR(""), err);
    if (!is_behind)
        nv_uno_set(cursor, "ParaStyleName", &plain, err);
    css_text_XText_removeTextContent(place->text, place->first, err);
    if (place->last)
        css_text_XText_removeTextContent(place->text, place->last, err);
}

static bool remove_list(nv_writer_act *act, nv_error *err)
{
    nv_list_place place = {0};
    bool is_done =
        nv_list_place_find(&place, act->caret.model, err) &&
        (place.first || nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s",
                                nv_say(NV_WORD_NO_LIST, act->words))) &&
        (!place.is_broken ||
         nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                 nv_say(NV_WORD_LIST_HAS_TABLE, act->words)));

    if (is_done) {
        if (nv_writer_act_begin(
                act, nv_say(NV_WORD_REMOVE_LIST_TITLE, act->words), err))
            take_out(&place, err);
        is_done = nv_writer_act_end(act, NULL, err);
    }
    nv_list_place_release(&place);
    return is_done;
}

static bool act_on(nv_essay *essay, const nv_means *means, nv_tongue words,
                   bool (*work)(nv_writer_act *act, nv_error *err),
                   nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        work(&act, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}

bool nv_writer_write_bibliography(nv_essay *essay, const nv_means *means,
                                  nv_tongue words, nv_error *err)
{
    return act_on(essay, means, words, write, err);
}

bool nv_writer_remove_bibliography(nv_essay *essay, const nv_means *means,
                                   nv_tongue words, nv_error *err)
{
    return act_on(essay, means, words, remove_list, err);
}
