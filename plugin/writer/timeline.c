/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline.h. */
#include "writer/timeline.h"

#include <stdlib.h>

#include "writer/act.h"
#include "writer/model.h"
#include "writer/protection.h"
#include "writer/recording.h"
#include "writer/room.h"
#include "writer/runs.h"
#include "writer/survey.h"
#include "writer/timeline_shapes.h"
#include "writer/timeline_sheet.h"
#include "words/words.h"

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to draw the timeline; close other "
                   "documents and try again.");
}

bool nv_writer_has_timeline(nv_essay *essay)
{
    nv_error err = {0};
    nv_caret caret;
    nv_timelines found = {0};
    const bool has =
        nv_caret_find(nv_essay_frame(essay), &caret, &err) && caret.cursor &&
        nv_timelines_find(&found, caret.model, &err) && found.count > 0;

    nv_timelines_release(&found);
    nv_caret_release(&caret);
    return has;
}

/* One drawing, made ready before anything is written. */
typedef struct {
    nv_writer_act *act;
    css_drawing_XShapes *old; /* the one that stands there; borrowed, NULL */
    nv_worn_looks worn;
    nv_first_looks first;
    nv_writer_sheet sheet;
    nv_timeline timeline;
} work;

static void release_work(work *w)
{
    nv_timeline_release(&w->timeline);
    nv_writer_sheet_release(&w->sheet);
    nv_first_looks_release(&w->first);
    nv_worn_looks_release(&w->worn);
}

/* What the layout says in English is said to a person in a sentence of ours. */
static bool tell(const work *w, nv_error *err)
{
    const nv_error why = *err;
    nv_word said = NV_WORD_NOTHING_TO_DRAW;

    if (why.code != NV_ERROR_LIMIT && why.code != NV_ERROR_ARGUMENT)
        return false;
    if (why.code == NV_ERROR_LIMIT)
        said = NV_WORD_NO_ROOM_FOR_TIMELINE;
    nv_error_clear(err);
    return nv_fail(err, why.code, 0, "%s", nv_say(said, w->act->words));
}

/* Lays out the events for a place. */
static bool lay_out(work *w, css_text_XTextRange *at,
                    const nv_event *const events[], size_t count, nv_error *err)
{
    const nv_writer_act *act = w->act;

    if ((w->old && !nv_worn_looks_read(&w->worn, w->old, err)) ||
        !nv_first_looks_find(&w->first, at, err) ||
        !nv_writer_sheet_find(&w->sheet, act->caret.model, at, w->old != NULL,
                              err) ||
        !nv_writer_sheet_take_fonts(&w->sheet, nv_essay_context(act->essay),
                                    &w->worn, &w->first, err))
        return false;
    w->sheet.sheet.language = nv_writer_language(nv_essay_frame(act->essay));
    if (!nv_timeline_draw(&w->timeline, events, count, &w->sheet.sheet, err))
        return tell(w, err);
    return !err->code;
}

static bool is_in_table(css_text_XTextRange *at, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any table = nv_uno_get(at, "TextTable", err);

    return nv_uno_any_get_interface(&table) != NULL;
}

static bool has_place(const nv_writer_act *act, nv_error *err)
{
    char why[sizeof err->message];
    const nv_place place = nv_writer_place(nv_essay_frame(act->essay),
                                           act->words, why, sizeof why);

    if (place == NV_PLACE_NOWHERE)
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s", why);
    if (place == NV_PLACE_TEXT || is_in_table(act->caret.end, err))
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                       nv_say(NV_WORD_NO_PLACE_FOR_TIMELINE, act->words));
    return !err->code;
}

/* The style of running text, and nothing that would cut or shift a drawing. */
static void set_paragraph(css_text_XTextRange *at, nv_error *err)
{
    static const struct {
        const char *property;
        sal_Int32 value; /* 1/100 mm */
    } distances[] = {
        {"ParaLeftMargin", 0},      {"ParaRightMargin", 0},
        {"ParaFirstLineIndent", 0}, {"ParaTopMargin", 200},
        {"ParaBottomMargin", 200},
    };
    const css_style_LineSpacing single = {.Mode = 0, .Height = 100};
    NV_UNO_OWNED_ANY uno_Any style = nv_uno_any_utf8("Standard");
    NV_UNO_OWNED_ANY uno_Any no_list = nv_uno_any_utf8("");
    NV_UNO_OWNED_ANY uno_Any spacing = css_style_LineSpacing_any(&single);
    NV_UNO_OWNED_ANY uno_Any left =
        nv_uno_any_short(css_style_ParagraphAdjust_LEFT);

    nv_uno_set(at, "ParaStyleName", &style, err);
    nv_uno_set(at, "NumberingStyleName", &no_list, err);
    nv_uno_set(at, "ParaLineSpacing", &spacing, err);
    nv_uno_set(at, "ParaAdjust", &left, err);
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
        NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_long(distances[i].value);

        nv_uno_set(at, distances[i].property, &value, err);
    }
}

static css_text_XTextRange *make_room(css_text_XTextRange *caret, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(caret, err);
    css_text_XTextRange *at = nv_room_make(text, caret, err);

    if (at)
        set_paragraph(at, err);
    return at;
}

static void draw(work *w, nv_error *err)
{
    nv_writer_act *act = w->act;
    NV_UNO_OWNED css_text_XTextRange *at =
        w->old ? nv_timelines_remove(act->caret.model, w->old, err)
               : make_room(act->caret.end, err);

    if (at)
        nv_timelines_draw(act->caret.model, nv_essay_context(act->essay),
                          &w->timeline, &w->worn, &w->first, at,
                          nv_say(NV_WORD_TIMELINE_TITLE, act->words), err);
}

/* Within one step, nothing of it recorded as a change. */
static bool perform(nv_writer_act *act, nv_word title,
                    void (*write)(work *w, nv_error *err), work works[],
                    size_t count, nv_error *err)
{
    if (nv_writer_act_begin(act, nv_say(title, act->words), err)) {
        const bool was_recording = nv_recording_stop(act->caret.model, err);

        for (size_t i = 0; i < count && !err->code; i++)
            write(&works[i], err);
        if (was_recording)
            nv_recording_go_on(act->caret.model);
    }
    return nv_writer_act_close(act, err);
}

static bool prepare(work *w, const nv_event *const events[], size_t count,
                    nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *anchor =
        w->old ? nv_timelines_anchor(w->old, err)
               : nv_uno_acquire(w->act->caret.end);

    if (!anchor)
        return false;
    if (nv_is_protected(anchor, err))
        return nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                       nv_say(NV_WORD_TIMELINE_PROTECTED, w->act->words));
    return !err->code && lay_out(w, anchor, events, count, err);
}

/* Each timeline that there is, or a new one. */
static bool draw_all(nv_writer_act *act, const nv_timelines *found,
                     const nv_event *const events[], size_t count,
                     nv_error *err)
{
    const size_t drawings = found->count > 0 ? found->count : 1;
    work *works = calloc(drawings, sizeof *works);
    bool is_done = works || fail_of_memory(err);

    for (size_t i = 0; is_done && i < drawings; i++) {
        works[i].act = act;
        works[i].old = found->count > 0 ? found->groups[i] : NULL;
        is_done = prepare(&works[i], events, count, err);
    }
    is_done = is_done &&
              perform(act, NV_WORD_TIMELINE_TITLE, draw, works, drawings, err);
    for (size_t i = 0; works && i < drawings; i++)
        release_work(&works[i]);
    free(works);
    return is_done;
}

static bool draw_cited(nv_writer_act *act, const nv_timelines *found,
                       const nv_survey *survey, nv_error *err)
{
    const size_t count = nv_survey_count(survey);
    const nv_event **events = calloc(count + 1, sizeof *events);
    size_t known = 0;
    bool is_done = events != NULL;

    for (size_t i = 0; events && i < count; i++)
        if (nv_survey_at(survey, i)->event)
            events[known++] = nv_survey_at(survey, i)->event;
    if (!events)
        fail_of_memory(err);
    else if (known == 0)
        is_done = nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s",
                          nv_say(NV_WORD_NOTHING_TO_DRAW, act->words));
    is_done = is_done && draw_all(act, found, events, known, err);
    free(events);
    return is_done;
}

static bool draw_timeline(nv_writer_act *act, nv_error *err)
{
    nv_timelines found = {0};
    nv_survey *survey = nv_survey_new(act->essay, act->means, err);
    const bool is_done = survey &&
                         nv_timelines_find(&found, act->caret.model, err) &&
                         (found.count > 0 || has_place(act, err)) &&
                         draw_cited(act, &found, survey, err);

    nv_timelines_release(&found);
    nv_survey_free(survey);
    return is_done;
}

/* Removing */

static bool is_break(css_text_XTextCursor *selected, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *text =
        css_text_XTextCursor_getString(selected, err);

    return nv_uno_string_equals(text, "\n");
}

/* A paragraph that is left empty goes with the break before it, unless
 * something else than a paragraph stands there. */
static void remove_paragraph(css_text_XTextRange *at, nv_error *err)
{
    NV_UNO_OWNED css_text_XText *text = css_text_XTextRange_getText(at, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        css_text_XText_createTextCursorByRange(text, at, err);
    NV_UNO_OWNED css_text_XParagraphCursor *walker =
        css_text_XParagraphCursor_need(cursor, err);

    if (css_text_XParagraphCursor_isStartOfParagraph(walker, err) &&
        css_text_XParagraphCursor_isEndOfParagraph(walker, err) &&
        css_text_XTextCursor_goLeft(cursor, 1, true, err) &&
        is_break(cursor, err))
        css_text_XTextCursor_setString(cursor, NV_UNO_STR(""), err);
}

static void take_out(work *w, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *at =
        nv_timelines_remove(w->act->caret.model, w->old, err);

    if (at)
        remove_paragraph(at, err);
}

static bool is_removable(const work *w, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *anchor = nv_timelines_anchor(w->old, err);

    if (anchor && nv_is_protected(anchor, err))
        nv_fail(err, NV_ERROR_PLACE, 0, "%s",
                nv_say(NV_WORD_TIMELINE_PROTECTED, w->act->words));
    return !err->code;
}

static bool remove_timeline(nv_writer_act *act, nv_error *err)
{
    nv_timelines found = {0};
    work *works = NULL;
    bool is_done =
        nv_timelines_find(&found, act->caret.model, err) &&
        (found.count > 0 || nv_fail(err, NV_ERROR_ARGUMENT, 0, "%s",
                                    nv_say(NV_WORD_NO_TIMELINE, act->words)));

    if (is_done) {
        works = calloc(found.count, sizeof *works);
        is_done = works || fail_of_memory(err);
    }
    for (size_t i = 0; is_done && i < found.count; i++) {
        works[i] = (work){.act = act, .old = found.groups[i]};
        is_done = is_removable(&works[i], err);
    }
    is_done = is_done && perform(act, NV_WORD_REMOVE_TIMELINE_TITLE, take_out,
                                 works, found.count, err);
    free(works);
    nv_timelines_release(&found);
    return is_done;
}

static bool act_on(nv_essay *essay, const nv_means *means, nv_tongue words,
                   bool (*perform)(nv_writer_act *act, nv_error *err),
                   nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        perform(&act, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}

bool nv_writer_draw_timeline(nv_essay *essay, const nv_means *means,
                             nv_tongue words, nv_error *err)
{
    return act_on(essay, means, words, draw_timeline, err);
}

bool nv_writer_remove_timeline(nv_essay *essay, const nv_means *means,
                               nv_tongue words, nv_error *err)
{
    return act_on(essay, means, words, remove_timeline, err);
}
