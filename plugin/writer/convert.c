/* SPDX-License-Identifier: MPL-2.0 */
/* See convert.h. */
#include "writer/convert.h"

#include <string.h>

#include "writer/act.h"
#include "writer/brackets.h"
#include "writer/model.h"
#include "writer/portions.h"
#include "writer/runs.h"
#include "writer/styles.h"
#include "writer/units.h"
#include "words/words.h"

static const struct {
    nv_word title;
    const char *service;
    const char *style; /* that a paragraph of such a note has unless its writer
                          chose another */
} kinds[NV_NOTE_KIND_COUNT] = {
    [NV_NOTE_KIND_FOOTNOTE] = {NV_WORD_TO_FOOTNOTES_TITLE,
                               "com.sun.star.text.Footnote", "Footnote"},
    [NV_NOTE_KIND_ENDNOTE] = {NV_WORD_TO_ENDNOTES_TITLE,
                              "com.sun.star.text.Endnote", "Endnote"},
    [NV_NOTE_KIND_TEXT] = {NV_WORD_TO_TEXT_TITLE, NULL, NULL},
};

/* What is under way. */
typedef struct {
    css_frame_XModel *model; /* borrowed, as means */
    const nv_means *means;
    nv_note_kind kind;
    size_t left;
} work;

static css_text_XTextContent *make_note(const work *work, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(work->model, err);
    NV_UNO_OWNED_STRING rtl_uString *service =
        nv_uno_string(kinds[work->kind].service);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(factory, service, err);

    return css_text_XTextContent_need(object, err);
}

/* From note to note */

/* A paragraph in the usual style of such notes gets that of the others. */
static void restyle_paragraph(void *paragraph, const char *from, const char *to,
                              nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any now = nv_uno_any_void();
    NV_UNO_OWNED_ANY uno_Any wanted = nv_uno_any_utf8(to);
    NV_UNO_OWNED css_text_XTextRange *range =
        css_text_XTextRange_query(paragraph, NULL);

    if (!range) /* a table */
        return;
    now = nv_uno_get(paragraph, "ParaStyleName", err);
    if (!err->code && nv_uno_string_equals(nv_uno_any_get_string(&now), from))
        nv_uno_set(paragraph, "ParaStyleName", &wanted, err);
}

static void restyle(css_text_XTextContent *made, nv_note_kind from,
                    nv_note_kind to, nv_error *err)
{
    NV_UNO_OWNED css_container_XEnumerationAccess *access =
        css_container_XEnumerationAccess_need(made, err);
    NV_UNO_OWNED css_container_XEnumeration *all =
        css_container_XEnumerationAccess_createEnumeration(access, err);

    while (!err->code && css_container_XEnumeration_hasMoreElements(all, err)) {
        NV_UNO_OWNED_ANY uno_Any paragraph =
            css_container_XEnumeration_nextElement(all, err);

        if (!err->code)
            restyle_paragraph(nv_uno_any_get_interface(&paragraph),
                              kinds[from].style, kinds[to].style, err);
    }
}

/* All that is in a note, and the sign its writer gave it. */
static void copy_note(css_text_XTextContent *old, css_text_XTextContent *made,
                      nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCopy *source = css_text_XTextCopy_need(old, err);
    NV_UNO_OWNED css_text_XTextCopy *target =
        css_text_XTextCopy_need(made, err);
    NV_UNO_OWNED css_text_XFootnote *labelled =
        css_text_XFootnote_need(old, err);
    NV_UNO_OWNED css_text_XFootnote *label = css_text_XFootnote_need(made, err);
    NV_UNO_OWNED_STRING rtl_uString *sign =
        css_text_XFootnote_getLabel(labelled, err);

    css_text_XTextCopy_copyText(target, source, err);
    if (!err->code && sign->length > 0)
        css_text_XFootnote_setLabel(label, sign, err);
}

static void put_behind(css_text_XTextContent *old, css_text_XTextContent *made,
                       css_text_XText **text, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *anchor =
        css_text_XTextContent_getAnchor(old, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(anchor, err);

    *text = css_text_XTextRange_getText(anchor, err);
    css_text_XText_insertTextContent(*text, end, made, false, err);
}

/* Then what goes stays in the text, with its bookmarks, as a recorded deletion:
 * what comes for it has copies of them. */
static bool is_recording(const work *work, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value =
        nv_uno_get(work->model, "RecordChanges", err);
    bool is_on = false;

    nv_uno_any_get_bool(&value, &is_on);
    return is_on;
}

/* Without its bookmarks, which are made anew: Redo loses those that were copied
 * and renamed. */
static void copy_unmarked(work *work, const nv_unit *unit,
                          css_text_XTextContent *made, css_text_XText *text,
                          nv_error *err)
{
    nv_portions marks = {0};
    NV_UNO_OWNED css_text_XText *inside = css_text_XText_need(made, err);
    NV_UNO_OWNED css_text_XTextRange *whole =
        css_text_XTextRange_need(made, err);

    if (!err->code && nv_portions_take_marks(&marks, unit->note, err)) {
        nv_portions_unmark(&marks, work->model, err);
        copy_note(unit->note, made, err);
        css_text_XText_removeTextContent(text, unit->note, err);
        nv_portions_mark(&marks, work->model, inside, whole, 0, err);
    }
    nv_portions_release(&marks);
}

static void note_to_note(work *work, const nv_unit *unit, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextContent *made = make_note(work, err);
    NV_UNO_OWNED css_text_XText *text = NULL;

    put_behind(unit->note, made, &text, err);
    if (is_recording(work, err)) {
        copy_note(unit->note, made, err);
        css_text_XText_removeTextContent(text, unit->note, err);
    } else {
        copy_unmarked(work, unit, made, text, err);
    }
    restyle(made, unit->kind, work->kind, err);
}

/* From note to text */

static rtl_uString *bracketed(nv_brackets brackets, const rtl_uString *text)
{
    NV_UNO_OWNED_STRING rtl_uString *before = nv_uno_string(brackets.before);
    NV_UNO_OWNED_STRING rtl_uString *behind = nv_uno_string(brackets.behind);
    NV_UNO_OWNED_STRING rtl_uString *both = NULL;
    rtl_uString *all = NULL;

    rtl_uString_newConcat(&both, before, (rtl_uString *)text);
    rtl_uString_newConcat(&all, both, behind);
    return all;
}

static void write_in_text(work *work, const nv_unit *unit,
                          const nv_portions *portions, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *anchor =
        css_text_XTextContent_getAnchor(unit->note, err);
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextRange_getStart(anchor, err);
    NV_UNO_OWNED css_text_XTextRange *end =
        css_text_XTextRange_getEnd(anchor, err);
    NV_UNO_OWNED css_text_XText *text =
        css_text_XTextRange_getText(anchor, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, end, err);
    const nv_brackets around =
        nv_brackets_at(work->means, unit->language, text, start, err);
    const sal_Int32 offset = (sal_Int32)strlen(around.before);
    NV_UNO_OWNED_STRING rtl_uString *whole = bracketed(around, portions->text);

    css_text_XTextCursor_setString(cursor, whole, err);
    nv_styles_clear(cursor, err);
    nv_portions_format(portions, text, nv_range_of(cursor), offset, err);
    css_text_XText_removeTextContent(text, unit->note, err);
    nv_portions_mark(portions, work->model, text, nv_range_of(cursor), offset,
                     err);
}

static void note_to_text(work *work, const nv_unit *unit, nv_error *err)
{
    nv_portions portions = {0};

    if (nv_portions_take(&portions, unit->note, err)) {
        if (portions.is_plain)
            write_in_text(work, unit, &portions, err);
        else
            work->left++;
    }
    nv_portions_release(&portions);
}

/* From text to note */

/* The note goes before what it takes in: a cursor grows by what is inserted at
 * its end. */
static void write_in_note(work *work, const nv_unit *unit,
                          const nv_portions *portions, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *start =
        css_text_XTextCursor_getStart(unit->outside, err);
    NV_UNO_OWNED css_text_XTextContent *made = make_note(work, err);
    NV_UNO_OWNED css_text_XText *inside = NULL;
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;

    css_text_XText_insertTextContent(unit->text, start, made, false, err);
    inside = css_text_XText_need(made, err);
    cursor = css_text_XText_createTextCursor(inside, err);
    css_text_XTextCursor_setString(cursor, portions->text, err);
    nv_portions_format(portions, inside, nv_range_of(cursor), 0, err);
    if (!is_recording(work, err))
        nv_portions_unmark(portions, work->model, err);
    css_text_XTextCursor_setString(unit->outside, NV_UNO_STR(""), err);
    nv_portions_mark(portions, work->model, inside, nv_range_of(cursor), 0,
                     err);
}

static void text_to_note(work *work, const nv_unit *unit, nv_error *err)
{
    nv_portions portions = {0};

    if (nv_portions_take(&portions, unit->inside, err)) {
        if (portions.is_plain)
            write_in_note(work, unit, &portions, err);
        else
            work->left++;
    }
    nv_portions_release(&portions);
}

/* The act */

/* Lets the office lay out a new footnote before the next one. With many of them
 * at once in paragraphs that stand already, Writer 7.4 crashes in
 * SwTextFrame::ConnectFootnote() when the lock is given back: three long ones a
 * paragraph are enough. */
static void lay_out(const work *work, nv_error *err)
{
    if (work->kind != NV_NOTE_KIND_FOOTNOTE)
        return;
    css_frame_XModel_unlockControllers(work->model, err);
    css_frame_XModel_lockControllers(work->model, err);
}

static void convert(work *work, const nv_units *units, nv_error *err)
{
    for (size_t i = 0; i < units->count && !err->code; i++) {
        const nv_unit *unit = &units->units[i];

        if (unit->kind == work->kind)
            continue;
        if (!unit->note)
            text_to_note(work, unit, err);
        else if (work->kind == NV_NOTE_KIND_TEXT)
            note_to_text(work, unit, err);
        else
            note_to_note(work, unit, err);
        lay_out(work, err);
    }
}

static bool is_needed(const nv_units *units, nv_note_kind kind)
{
    for (size_t i = 0; i < units->count; i++)
        if (units->units[i].kind != kind)
            return true;
    return false;
}

static bool perform(nv_writer_act *act, const nv_units *units,
                    nv_note_kind kind, size_t *left, nv_error *err)
{
    work work = {act->caret.model, act->means, kind,
                 kind == NV_NOTE_KIND_TEXT ? 0 : units->elsewhere};
    bool is_done = true;

    if (is_needed(units, kind)) {
        if (nv_writer_act_begin(act, nv_say(kinds[kind].title, act->words),
                                err))
            convert(&work, units, err);
        is_done = nv_writer_act_end(act, NULL, err);
    }
    if (left)
        *left = work.left;
    return is_done;
}

static bool act_on(nv_writer_act *act, const char *name, nv_note_kind kind,
                   size_t *left, nv_error *err)
{
    nv_census census = {0};
    nv_units units = {0};
    const bool is_done =
        nv_census_take(&census, act->caret.model, err) &&
        nv_units_find(&units, act->caret.model, &census, name, err) &&
        (!name || units.is_found ||
         nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s",
                 nv_say(NV_WORD_GONE, act->words))) &&
        perform(act, &units, kind, left, err);

    nv_units_release(&units);
    nv_census_release(&census);
    return is_done;
}

bool nv_writer_convert(nv_essay *essay, const nv_means *means, const char *name,
                       nv_note_kind kind, nv_tongue words, size_t *left,
                       nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        act_on(&act, name, kind, left, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}
