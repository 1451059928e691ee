/* SPDX-License-Identifier: MPL-2.0 */
/* Putting one citation into the document: a footnote with it, or its text at
 * the caret. Everything that can fail without touching the document is done by
 * prepare(); perform() then writes. */
#include <stdint.h>
#include <string.h>

#include "uno/uno.h"
#include "writer/act.h"
#include "writer/brackets.h"
#include "writer/document.h"
#include "writer/entry.h"
#include "writer/list_write.h"
#include "writer/model.h"
#include "writer/names.h"
#include "writer/rewrite.h"
#include "writer/runs.h"

/* All zero owns nothing. */
typedef struct {
    nv_writer_act act;
    nv_entry entry;
    rtl_uString *title; /* of the step of Undo */
    nv_note_kind kind;
    css_text_XFootnote *footnote; /* or endnote, not inserted yet; NULL: as
                                     text */
    nv_brackets brackets;         /* around it; NULL: it is not in the running
                                     text */
    nv_census *census; /* the essay's, to which a note can be added; NULL: the
                          document is looked through when all is written */
    nv_rewriting rewriting;
    css_text_XTextCursor *written; /* over the citation; NULL: none yet */
} insertion;

static void release(insertion *in)
{
    nv_writer_act_release(&in->act);
    nv_entry_release(&in->entry);
    nv_rewriting_release(&in->rewriting);
    nv_uno_string_release(in->title);
    nv_uno_release(in->footnote);
    nv_uno_release(in->written);
}

/* Where nothing of ours stands in the running text, the place of a new note is
 * its number. */
static bool prepare_census(insertion *in, nv_error *err)
{
    if (in->kind != NV_NOTE_KIND_FOOTNOTE || !in->footnote ||
        !in->act.step.keeps_undo)
        return true;
    in->census = nv_essay_census(in->act.essay, in->act.caret.model, err);
    if (in->census && in->census->in_text > 0)
        in->census = NULL;
    return !err->code;
}

static void find_brackets(insertion *in, nv_language language, nv_error *err)
{
    css_text_XTextRange *end = in->act.caret.end;
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(end, err);

    in->brackets = nv_brackets_at(in->act.means, language, text, end, err);
}

static void prepare_kind(insertion *in, const nv_essay *essay,
                         nv_language language, nv_error *err)
{
    in->kind = nv_essay_kind(essay);
    if (in->kind == NV_NOTE_KIND_TEXT && !in->act.step.keeps_undo)
        in->kind = NV_NOTE_KIND_FOOTNOTE;
    if (in->kind == NV_NOTE_KIND_TEXT)
        find_brackets(in, language, err);
    else
        in->footnote =
            nv_entry_footnote(in->act.caret.model, in->kind, err);
}

static bool prepare(insertion *in, nv_essay *essay, const nv_means *means,
                    const nv_registry *registry, const nv_citation *citation,
                    nv_tongue words, nv_error *err)
{
    char why[sizeof err->message];
    const nv_place place =
        nv_writer_place(nv_essay_frame(essay), words, why, sizeof why);

    if (place == NV_PLACE_NOWHERE)
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
    if (!nv_writer_act_prepare_one(&in->act, essay, means, words, err) ||
        !nv_entry_prepare(&in->entry, &in->act.caret, means, registry, citation,
                          err))
        return false;
    in->title = nv_names_title(NV_WORD_INSERT_TITLE, citation->event, words);
    if (place == NV_PLACE_FOOTNOTE)
        prepare_kind(in, essay, citation->language, err);
    return !err->code && prepare_census(in, err);
}

/* Writing: each does nothing once *err is set. */

/* A cursor between the brackets, which are written, if there are any. */
static css_text_XTextCursor *open_brackets(const insertion *in,
                                           css_text_XText *text, nv_error *err)
{
    css_text_XTextRange *end = in->act.caret.end;
    css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);
    NV_UNO_OWNED_STRING rtl_uString *before =
        nv_uno_string(in->brackets.before);
    NV_UNO_OWNED_STRING rtl_uString *behind =
        nv_uno_string(in->brackets.behind);

    if (!in->brackets.before)
        return cursor;
    css_text_XText_insertString(text, nv_range_of(cursor), before, false, err);
    css_text_XText_insertString(text, nv_range_of(cursor), behind, false, err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
    css_text_XTextCursor_goLeft(cursor, (sal_Int16)strlen(in->brackets.behind),
                                false, err);
    return cursor;
}

/* The text in which the citation stands, with a cursor in it: of the new
 * footnote, or of what is behind the selection. */
static css_text_XTextCursor *open_text(insertion *in, css_text_XText **text,
                                       nv_error *err)
{
    css_text_XTextRange *end = in->act.caret.end;
    NV_UNO_OWNED css_text_XText *around = css_text_XTextRange_getText(end, err);
    NV_UNO_OWNED css_text_XTextContent *content =
        css_text_XTextContent_query(in->footnote, err);

    if (!in->footnote) {
        *text = nv_uno_acquire(around);
        return open_brackets(in, around, err);
    }
    css_text_XText_insertTextContent(around, end, content, false, err);
    *text = css_text_XText_need(in->footnote, err);
    return css_text_XText_createTextCursor(*text, err);
}

/* Behind the mark of the footnote, or behind the text and its brackets. */
static void move_caret(const insertion *in, css_text_XTextCursor *written,
                       nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *citation =
        in->footnote ? css_text_XFootnote_getAnchor(in->footnote, err)
                     : nv_uno_acquire(written);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(citation, err);

    css_text_XTextViewCursor_gotoRange(in->act.caret.cursor, end, false, err);
    if (in->brackets.behind)
        css_text_XTextViewCursor_goRight(in->act.caret.cursor,
                                         (sal_Int16)strlen(in->brackets.behind),
                                         false, err);
}

/* Where the writer keeps no Undo: by hand. Nothing of it may fail loudly. */
static void take_back(insertion *in)
{
    if (in->footnote) {
        css_text_XFootnote_dispose(in->footnote, NULL);
        return;
    }
    css_text_XTextContent_dispose(in->entry.bookmark, NULL);
    css_text_XTextCursor_setString(in->written, NV_UNO_STR(""), NULL);
}

/* Works out what the new note says where it stands now, and what the others
 * say behind it. Returns it; NULL with *err set. */
static const nv_wanted *work_out(insertion *in, size_t *index, nv_error *err)
{
    const nv_standing standing = nv_entry_standing(&in->entry, 0);
    const nv_wanted *wanted;

    nv_census_add(in->census, &standing, index, err);
    if (err->code || !nv_rewriting_work_out(&in->rewriting, in->act.essay,
                                            in->census, in->act.means, err))
        return NULL;
    wanted = nv_apparatus_wanted(in->rewriting.apparatus, *index);
    if (wanted->state == NV_STANDING_LOST)
        nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s", wanted->trouble.message);
    else
        nv_entry_say(&in->entry, wanted, err);
    return err->code ? NULL : wanted;
}

static void write_alone(insertion *in, css_text_XText *text, nv_error *err)
{
    nv_entry_write(&in->entry, text, in->written, err);
}

static void write_among_others(insertion *in, css_text_XText *text,
                               nv_error *err)
{
    size_t index = SIZE_MAX;
    const nv_wanted *wanted = err->code ? NULL : work_out(in, &index, err);

    nv_entry_write(&in->entry, text, in->written, err);
    if (!wanted)
        return;
    nv_census_follow(in->census, index, wanted->name, wanted->text, err);
    in->act.is_followed = nv_rewriting_perform(&in->rewriting, index, err);
    nv_bibliography_follow(&in->act.step, in->act.means,
                           in->rewriting.apparatus, err);
}

static void write_citation(insertion *in, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = NULL;

    in->written = open_text(in, &text, err);
    (in->census ? write_among_others : write_alone)(in, text, err);
    move_caret(in, in->written, err);
}

/* Without Undo the other citations stay as they are: half of that could not be
 * taken back. */
static bool end(insertion *in, nv_error *err)
{
    return in->census || !in->act.step.keeps_undo
               ? nv_writer_act_close(&in->act, err)
               : nv_writer_act_end(&in->act, NULL, err);
}

static bool perform(insertion *in, nv_error *err)
{
    const bool has_begun = nv_step_begin(&in->act.step, in->title, err);

    if (has_begun)
        write_citation(in, err);
    if (end(in, err))
        return true;
    if (has_begun && !in->act.step.keeps_undo)
        take_back(in);
    nv_entry_forget(&in->entry);
    nv_step_restore(&in->act.step);
    return false;
}

bool nv_writer_insert(nv_essay *essay, const nv_means *means,
                      const nv_registry *registry, const nv_citation *citation,
                      nv_tongue words, nv_error *err)
{
    insertion in = {0};
    nv_error why = {0};
    const bool is_done =
        prepare(&in, essay, means, registry, citation, words, &why) &&
        perform(&in, &why);

    release(&in);
    if (is_done)
        nv_writer_focus(nv_essay_frame(essay));
    else if (err)
        *err = why;
    return is_done;
}
