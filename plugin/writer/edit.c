/* SPDX-License-Identifier: MPL-2.0 */
/* Another citation in the place of one, or behind it. Both are written as if
 * they stood alone; the end of the act lets them, and those behind them,
 * follow what is before. */
#include "writer/edit.h"

#include "writer/act.h"
#include "writer/entry.h"
#include "writer/quoted_words.h"
#include "writer/replace.h"
#include "writer/runs.h"
#include "words/words.h"
#include "writer/target.h"

/* All zero owns nothing. */
typedef struct {
    nv_writer_act act;
    nv_target target;
    nv_entry entry;
    const char *joint; /* what stands before an added one, static */
    bool is_recorded;
} change;

/* What is done at the citation, and what Undo calls it. */
typedef struct {
    nv_word title;
    void (*write)(change *change, nv_error *err);
} kind;

static void release(change *change)
{
    nv_entry_release(&change->entry);
    nv_target_release(&change->target);
    nv_writer_act_release(&change->act);
}

static bool find_target(change *change, const char *name, nv_error *err)
{
    css_frame_XModel *model = change->act.caret.model;
    const nv_tongue words = change->act.words;

    if (!nv_target_find(&change->target, model, name, words, err) ||
        !nv_target_is_free(&change->target, words, err))
        return false;
    change->is_recorded = nv_is_recorded(model, err);
    return !err->code;
}

static bool prepare(change *change, nv_essay *essay, const nv_means *means,
                    const char *name, const nv_registry *registry,
                    const nv_citation *citation, nv_tongue words, nv_error *err)
{
    nv_note_style *style =
        nv_library_style(means->library, means->styles[citation->language],
                         citation->language, err);
    nv_caret at;

    if (!style ||
        !nv_writer_act_prepare(&change->act, essay, means, words, err) ||
        !find_target(change, name, err))
        return false;
    change->joint = nv_note_joint(style);
    at = (nv_caret){.model = change->act.caret.model,
                    .end = nv_target_of(&change->target)->range};
    return nv_entry_prepare(&change->entry, &at, means, registry, citation,
                            err);
}

static bool perform(change *change, const kind *kind, nv_error *err)
{
    if (nv_writer_act_begin(&change->act,
                            nv_say(kind->title, change->act.words), err))
        kind->write(change, err);
    if (nv_writer_act_end(&change->act, NULL, err))
        return true;
    nv_entry_forget(&change->entry);
    nv_step_restore(&change->act.step);
    return false;
}

static bool run(const kind *kind, nv_essay *essay, const nv_means *means,
                const char *name, const nv_registry *registry,
                const nv_citation *citation, nv_tongue words, nv_error *err)
{
    change change = {0};
    nv_error why = {0};
    const bool is_done =
        prepare(&change, essay, means, name, registry, citation, words, &why) &&
        perform(&change, kind, &why);

    release(&change);
    if (!is_done && err)
        *err = why;
    return is_done;
}

static void write_in_place(change *change, nv_error *err)
{
    nv_replace(&change->target.near, nv_target_of(&change->target),
               &change->entry, change->is_recorded, err);
    nv_quoted_words_follow(change->act.caret.model,
                           nv_target_of(&change->target)->name,
                           change->entry.name, err);
}

bool nv_writer_edit(nv_essay *essay, const nv_means *means, const char *name,
                    const nv_registry *registry, const nv_citation *citation,
                    nv_tongue words, nv_error *err)
{
    static const kind edit = {NV_WORD_EDIT_TITLE, write_in_place};

    return run(&edit, essay, means, name, registry, citation, words, err);
}

/* Without the look of the last run before it. */
static void write_joint(change *change, css_text_XTextCursor *cursor,
                        nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *joint = nv_uno_string(change->joint);

    css_text_XTextCursor_setString(cursor, joint, err);
    nv_styles_clear(cursor, err);
    nv_locales_mark(&change->entry.locales, cursor, change->entry.language,
                    err);
    css_text_XTextCursor_collapseToEnd(cursor, err);
}

static void write_behind(change *change, nv_error *err)
{
    css_text_XText *text = change->target.near.text;
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(nv_target_of(&change->target)->range, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);

    write_joint(change, cursor, err);
    nv_entry_write(&change->entry, text, cursor, err);
}

bool nv_writer_add(nv_essay *essay, const nv_means *means, const char *name,
                   const nv_registry *registry, const nv_citation *citation,
                   nv_tongue words, nv_error *err)
{
    static const kind add = {NV_WORD_ADD_TITLE, write_behind};

    return run(&add, essay, means, name, registry, citation, words, err);
}
