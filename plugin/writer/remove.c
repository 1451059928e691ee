/* SPDX-License-Identifier: MPL-2.0 */
/* Taking a citation out: with what joined it to another one, with its note when
 * it was all of that, and with the space that parted it from what is before. */
#include <string.h>

#include "writer/act.h"
#include "writer/edit.h"
#include "writer/joint.h"
#include "writer/quoted_words.h"
#include "writer/replace.h"
#include "writer/runs.h"
#include "writer/target.h"
#include "words/words.h"

typedef struct {
    nv_writer_act act;
    nv_target target;
    css_text_XTextCursor *span; /* what goes; owned */
    bool is_whole_note;         /* the note goes instead */
    bool is_recorded;
} removal;

static void release(removal *removal)
{
    nv_uno_release(removal->span);
    nv_target_release(&removal->target);
    nv_writer_act_release(&removal->act);
}

static bool is_space(sal_Unicode character)
{
    return character == ' ' || character == u'\u00a0' || character == '\t' ||
           character == '\r' || character == '\n';
}

static bool is_blank(css_text_XTextCursor *cursor, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextCursor_getString(cursor, err);

    for (sal_Int32 i = 0; i < nv_uno_string_len(text); i++)
        if (!is_space(text->buffer[i]))
            return false;
    return !err->code;
}

/* Nothing but space is in the note beside the citation. */
static bool is_whole_note(const nv_target *target, nv_error *err)
{
    const nv_near *near = &target->near;
    css_text_XTextRange *range = nv_target_of(target)->range;
    NV_UNO_OWNED css_text_XTextRange *start = NULL, *end = NULL;
    NV_UNO_OWNED css_text_XTextCursor *before = NULL, *behind = NULL;

    if (!near->note || near->has_objects || near->count > 1)
        return false;
    start = css_text_XText_getStart(near->text, err);
    end = css_text_XText_getEnd(near->text, err);
    before = nv_near_between(near, start, range, err);
    behind = nv_near_between(near, range, end, err);
    return is_blank(before, err) && is_blank(behind, err);
}

/* Widens the span over what joined the citation to the one before or, when it
 * was the first, to the one behind it. Returns whether there was such a one. */
static bool take_joint(removal *removal, nv_error *err)
{
    const nv_near *near = &removal->target.near;
    const size_t own = removal->target.index;
    const nv_means *means = removal->act.means;
    const bool is_first = own == 0 || !nv_is_joined(near, own - 1, means, err);
    const size_t left = is_first ? own : own - 1;
    NV_UNO_OWNED css_text_XTextCursor *joint = NULL;

    if (is_first && !nv_is_joined(near, own, means, err))
        return false;
    joint = nv_near_between(near, near->citations[left].range,
                            near->citations[left + 1].range, err);
    if (!is_first)
        css_text_XTextCursor_gotoRange(removal->span, nv_range_of(joint), false,
                                       err);
    css_text_XTextCursor_gotoRange(
        removal->span,
        is_first ? nv_range_of(joint) : nv_target_of(&removal->target)->range,
        true, err);
    return true;
}

/* The character before or behind the span; 0: there is none. */
static sal_Unicode beside(const removal *removal, bool is_before,
                          css_text_XTextCursor **cursor, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *border =
        is_before ? css_text_XTextCursor_getStart(removal->span, err)
                  : css_text_XTextCursor_getEnd(removal->span, err);
    NV_UNO_OWNED_STRING rtl_uString *text = NULL;

    *cursor = css_text_XText_createTextCursorByRange(removal->target.near.text,
                                                     border, err);
    if (is_before)
        css_text_XTextCursor_goLeft(*cursor, 1, true, err);
    else
        css_text_XTextCursor_goRight(*cursor, 1, true, err);
    text = css_text_XTextCursor_getString(*cursor, err);
    return nv_uno_string_len(text) > 0 ? text->buffer[0] : 0;
}

static bool is_border(sal_Unicode character)
{
    return character == 0 || character == '\r' || character == '\n';
}

/* What a space need not part from the word before it. */
static bool is_closing(sal_Unicode character)
{
    return character < 0x80 && character && strchr(".,)]", (int)character);
}

/* Of two spaces one goes too, and one that would stand before a stop or at the
 * border of the paragraph. */
static void take_space(removal *removal, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *left = NULL, *right = NULL;
    const sal_Unicode before = beside(removal, true, &left, err);
    const sal_Unicode behind = beside(removal, false, &right, err);
    css_text_XTextCursor *taken = NULL;

    if (before == ' ' &&
        (behind == ' ' || is_border(behind) || is_closing(behind)))
        taken = left;
    else if (behind == ' ' && is_border(before))
        taken = right;
    if (taken)
        css_text_XTextCursor_gotoRange(removal->span, nv_range_of(taken), true,
                                       err);
}

static bool prepare(removal *removal, nv_essay *essay, const nv_means *means,
                    const char *name, nv_tongue words, nv_error *err)
{
    const nv_target *target = &removal->target;

    if (!nv_writer_act_prepare(&removal->act, essay, means, words, err) ||
        !nv_target_find(&removal->target, removal->act.caret.model, name, words,
                        err) ||
        !nv_target_is_free(target, words, err))
        return false;
    removal->is_recorded = nv_is_recorded(removal->act.caret.model, err);
    removal->is_whole_note = is_whole_note(target, err);
    removal->span = css_text_XText_createTextCursorByRange(
        target->near.text, nv_target_of(target)->range, err);
    if (!take_joint(removal, err))
        take_space(removal, err);
    return !err->code;
}

static void write(removal *removal, nv_error *err)
{
    const nv_near *near = &removal->target.near;
    const nv_near_citation *one = nv_target_of(&removal->target);

    if (removal->is_whole_note)
        css_text_XFootnote_dispose(near->note, err);
    else
        nv_erase(near, one, removal->span, removal->is_recorded, err);
    if (!removal->is_recorded)
        nv_quoted_words_follow(removal->act.caret.model, one->name, NULL, err);
}

bool nv_writer_remove(nv_essay *essay, const nv_means *means, const char *name,
                      nv_tongue words, nv_error *err)
{
    removal removal = {0};
    nv_error why = {0};
    bool is_done = prepare(&removal, essay, means, name, words, &why);

    if (is_done) {
        if (nv_writer_act_begin(&removal.act,
                                nv_say(NV_WORD_REMOVE_TITLE, words), &why))
            write(&removal, &why);
        is_done = nv_writer_act_end(&removal.act, NULL, &why);
    }
    release(&removal);
    if (!is_done && err)
        *err = why;
    return is_done;
}
