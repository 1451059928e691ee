/* SPDX-License-Identifier: MPL-2.0 */
/* See list_write.h. */
#include "writer/list_write.h"

#include <stdlib.h>
#include <string.h>

#include "writer/names.h"
#include "writer/recording.h"
#include "writer/room.h"
#include "writer/runs.h"

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory for the list of works; close other "
                   "documents and try again.");
}

/* What it should say */

/* `note` NULL: a heading of that text. */
static bool want(nv_list_writing *writing, nv_list_style style,
                 const char *heading, const nv_note *note, nv_error *err)
{
    nv_list_wanted *wanted = &writing->wanted[writing->wanted_count];

    wanted->style = style;
    wanted->run = (nv_run){.text = heading};
    wanted->heading = (nv_note){.runs = &wanted->run, .count = 1};
    wanted->note = note ? note : &wanted->heading;
    wanted->text = nv_note_text(wanted->note);
    writing->wanted_count++;
    return wanted->text || fail_of_memory(err);
}

static bool want_entry(nv_list_writing *writing, const nv_listing_entry *entry,
                       nv_error *err)
{
    return (!entry->heading ||
            want(writing, NV_LIST_STYLE_GROUP, entry->heading, NULL, err)) &&
           (!entry->repository || want(writing, NV_LIST_STYLE_ARCHIVE,
                                       entry->repository, NULL, err)) &&
           want(writing, NV_LIST_STYLE_ENTRY, NULL, &entry->text, err);
}

static bool want_all(nv_list_writing *writing, nv_error *err)
{
    const nv_listing *listing = &writing->listing;

    writing->wanted = calloc(3 * listing->count + 1, sizeof *writing->wanted);
    if (!writing->wanted)
        return fail_of_memory(err);
    if (!want(writing, NV_LIST_STYLE_TITLE, listing->title, NULL, err))
        return false;
    for (size_t i = 0; i < listing->count; i++)
        if (!want_entry(writing, &listing->entries[i], err))
            return false;
    return true;
}

static bool compare(nv_list_writing *writing, const char **texts, nv_error *err)
{
    const nv_list_place *place = &writing->place;
    const char **wanted = texts + place->count;

    for (size_t i = 0; i < place->count; i++)
        texts[i] = place->paragraphs[i].text;
    for (size_t i = 0; i < writing->wanted_count; i++)
        wanted[i] = writing->wanted[i].text;
    return nv_list_changes(texts, place->count, wanted, writing->wanted_count,
                           writing->changes, &writing->change_count, err);
}

/* What has to be written of it, for the list as it stands. */
static bool plan(nv_list_writing *writing, nv_error *err)
{
    const size_t most = writing->place.count + writing->wanted_count;
    const char **texts = calloc(most, sizeof *texts);
    bool is_done;

    free(writing->changes);
    writing->changes = calloc(most, sizeof *writing->changes);
    is_done = texts && writing->changes ? compare(writing, texts, err)
                                        : fail_of_memory(err);
    free(texts);
    writing->is_stale = false;
    for (size_t i = 0; is_done && i < writing->change_count; i++)
        writing->is_stale |= writing->changes[i].act != NV_LIST_KEEP;
    return is_done;
}

static bool prepare_styles(nv_list_writing *writing, nv_error *err)
{
    const nv_caret nowhere = {.model = writing->model};

    nv_locales_find(&nowhere, &writing->locales);
    if (!nv_styles_find(&writing->styles, writing->model, err))
        return false;
    for (size_t i = 0; i < writing->wanted_count; i++)
        if (!nv_styles_prepare(&writing->styles, writing->model,
                               writing->wanted[i].note, err))
            return false;
    return nv_list_styles_prepare(&writing->list_styles, writing->model,
                                  writing->listing.is_hanging, err);
}

/* A password on the recording of changes means that all are to be recorded. */
static bool is_recording_locked(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any records = nv_uno_get(model, "RecordChanges", err);
    NV_UNO_OWNED_ANY uno_Any key =
        nv_uno_get(model, "RedlineProtectionKey", err);
    NV_UNO_OWNED_SEQ(nv_uno_byte_seq) bytes = {0};
    bool is_on = false;

    nv_uno_any_get_bool(&records, &is_on);
    return is_on && nv_uno_byte_seq_from_any(&key, &bytes) &&
           nv_uno_byte_seq_len(bytes) > 0;
}

bool nv_list_writing_prepare(nv_list_writing *writing, css_frame_XModel *model,
                             const nv_means *means,
                             const nv_apparatus *apparatus, nv_error *err)
{
    *writing = (nv_list_writing){.model = model};
    if (!nv_list_place_find(&writing->place, model, err))
        return false;
    if (!writing->place.first || writing->place.is_broken ||
        is_recording_locked(model, err))
        return !err->code;
    writing->language =
        nv_language_from_tag(writing->place.name.language, NV_LANGUAGE_EN);
    if (!nv_listing_write(means, apparatus, writing->language, NULL,
                          &writing->listing, err) ||
        !want_all(writing, err) || !plan(writing, err))
        return false;
    return !writing->is_stale || prepare_styles(writing, err);
}

bool nv_list_writing_prepare_new(nv_list_writing *writing,
                                 css_frame_XModel *model, nv_language language,
                                 const nv_means *means,
                                 const nv_apparatus *apparatus, nv_error *err)
{
    *writing = (nv_list_writing){.model = model, .language = language};
    return nv_listing_write(means, apparatus, language, NULL, &writing->listing,
                            err) &&
           want_all(writing, err) && prepare_styles(writing, err);
}

/* Writing: each does nothing once *err is set. */

/* In place of what the cursor spans. What a new paragraph takes over from the
 * end of the one before it goes. A place that was at the head of what is
 * replaced is none any more: the new one is returned, owned. */
static css_text_XTextRange *write_text(nv_list_writing *writing,
                                       css_text_XTextCursor *cursor,
                                       const nv_list_wanted *wanted,
                                       nv_error *err)
{
    if (css_text_XTextCursor_isCollapsed(cursor, err))
        css_text_XTextCursor_setString(cursor, NV_UNO_STR(" "), err);
    nv_styles_clear(cursor, err);
    nv_runs_write(writing->place.text, cursor, wanted->note,
                  nv_language_code(writing->language), &writing->locales, err);
    return css_text_XTextCursor_getStart(cursor, err);
}

/* A new paragraph behind the one that starts there; its start, owned. */
static css_text_XTextRange *insert(nv_list_writing *writing,
                                   css_text_XTextRange *before,
                                   const nv_list_wanted *wanted, nv_error *err)
{
    css_text_XText *text = writing->place.text;
    NV_UNO_OWNED css_text_XTextCursor *end =
        nv_list_place_behind(text, before, err);
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;
    NV_UNO_OWNED css_text_XParagraphCursor *walker = NULL;

    css_text_XText_insertControlCharacter(
        text, nv_range_of(end), css_text_ControlCharacter_PARAGRAPH_BREAK,
        false, err);
    cursor = css_text_XText_createTextCursorByRange(text, before, err);
    walker = css_text_XParagraphCursor_need(cursor, err);
    css_text_XParagraphCursor_gotoNextParagraph(walker, false, err);
    nv_list_styles_set(cursor, wanted->style, err);
    return write_text(writing, cursor, wanted, err);
}

/* The writer's own style of the paragraph stays, ours follows. */
static css_text_XTextRange *replace(nv_list_writing *writing,
                                    css_text_XTextRange *start,
                                    const nv_list_wanted *wanted, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextCursor *cursor =
        nv_list_place_over(writing->place.text, start, err);
    const nv_list_style style = nv_list_styles_of(cursor, err);

    if (style != NV_LIST_STYLE_COUNT && style != wanted->style)
        nv_list_styles_set(cursor, wanted->style, err);
    return write_text(writing, cursor, wanted, err);
}

/* With the end of the paragraph before it, which keeps its look. */
static void take_out(nv_list_writing *writing, size_t index, nv_error *err)
{
    const nv_list_paragraph *paragraphs = writing->place.paragraphs;
    NV_UNO_OWNED css_text_XTextCursor *cursor = nv_list_place_behind(
        writing->place.text, paragraphs[index - 1].start, err);
    NV_UNO_OWNED css_text_XTextCursor *end =
        nv_list_place_behind(writing->place.text, paragraphs[index].start, err);

    css_text_XTextCursor_gotoRange(cursor, nv_range_of(end), true, err);
    css_text_XTextCursor_setString(cursor, NV_UNO_STR(""), err);
}

/* Behind the last paragraph, so that the writer's own text is in one of its
 * own. */
static void part_tail(nv_list_writing *writing, nv_error *err)
{
    if (writing->place.has_tail)
        css_text_XText_insertControlCharacter(
            writing->place.text, writing->place.end,
            css_text_ControlCharacter_PARAGRAPH_BREAK, false, err);
}

static void insert_bookmark(nv_list_writing *writing, nv_list_role role,
                            css_text_XTextRange *start, nv_error *err)
{
    char text[NV_LIST_NAME_MAX + 1];
    nv_list_name name = writing->place.name;

    name.role = role;
    nv_list_name_write(&name, text);
    {
        NV_UNO_OWNED_STRING rtl_uString *shown = nv_uno_string(text);
        NV_UNO_OWNED css_text_XTextContent *bookmark =
            nv_names_bookmark(writing->model, shown, err);
        NV_UNO_OWNED css_text_XTextCursor *cursor =
            nv_list_place_over(writing->place.text, start, err);

        css_text_XText_insertTextContent(
            writing->place.text, nv_range_of(cursor), bookmark, true, err);
    }
}

/* From the last to the first, so that what is before stays where it was. The
 * start of the list's last paragraph, owned. */
static css_text_XTextRange *write_changes(nv_list_writing *writing,
                                          nv_error *err)
{
    css_text_XTextRange *last = NULL;

    for (size_t i = writing->change_count; i-- > 0 && !err->code;) {
        const nv_list_change *change = &writing->changes[i];
        css_text_XTextRange *start =
            writing->place.paragraphs[change->old].start;
        const nv_list_wanted *wanted = &writing->wanted[change->wanted];
        NV_UNO_OWNED css_text_XTextRange *written = NULL;

        if (change->act == NV_LIST_INSERT)
            written = insert(writing, start, wanted, err);
        else if (change->act == NV_LIST_REPLACE)
            written = replace(writing, start, wanted, err);
        else if (change->act == NV_LIST_DELETE)
            take_out(writing, change->old, err);
        if (!last && change->act != NV_LIST_DELETE)
            last = nv_uno_acquire(written ? written : start);
    }
    return last;
}

static void add_styles(nv_list_writing *writing, nv_step *step, nv_error *err)
{
    nv_styles_add(&writing->styles, err);
    nv_list_styles_add(&writing->list_styles, step, err);
}

static void write_list(nv_list_writing *writing, nv_error *err)
{
    NV_UNO_OWNED css_text_XTextRange *last = NULL;

    part_tail(writing, err);
    if (writing->place.last)
        css_text_XText_removeTextContent(writing->place.text,
                                         writing->place.last, err);
    last = write_changes(writing, err);
    insert_bookmark(writing, NV_LIST_LAST, last, err);
}

void nv_list_writing_perform(nv_list_writing *writing, nv_step *step,
                             nv_error *err)
{
    bool was_recording;

    if (!writing->is_stale || err->code)
        return;
    was_recording = nv_recording_stop(writing->model, err);
    add_styles(writing, step, err);
    write_list(writing, err);
    if (was_recording)
        nv_recording_go_on(writing->model);
}

static void write_title(nv_list_writing *writing, nv_step *step,
                        css_text_XTextRange *caret, nv_error *err)
{
    nv_list_place *place = &writing->place;
    NV_UNO_OWNED css_text_XTextRange *start = NULL;
    NV_UNO_OWNED css_text_XTextCursor *cursor = NULL;

    place->name.role = NV_LIST_FIRST;
    memcpy(place->name.language, nv_language_code(writing->language), 3);
    if (!nv_names_draw_tail(place->name.tail, err))
        return;
    place->text = css_text_XTextRange_getText(caret, err);
    add_styles(writing, step, err);
    start = nv_room_make(place->text, caret, err);
    cursor = css_text_XText_createTextCursorByRange(place->text, start, err);
    nv_list_styles_set(cursor, NV_LIST_STYLE_TITLE, err);
    nv_uno_release(start);
    start = write_text(writing, cursor, &writing->wanted[0], err);
    insert_bookmark(writing, NV_LIST_FIRST, start, err);
}

void nv_list_writing_begin(nv_list_writing *writing, nv_step *step,
                           css_text_XTextRange *caret, nv_error *err)
{
    bool was_recording = nv_recording_stop(writing->model, err);

    write_title(writing, step, caret, err);
    if (!err->code) {
        nv_list_place_release(&writing->place);
        if (nv_list_place_find(&writing->place, writing->model, err) &&
            plan(writing, err))
            write_list(writing, err);
    }
    if (was_recording)
        nv_recording_go_on(writing->model);
}

void nv_list_writing_release(nv_list_writing *writing)
{
    for (size_t i = 0; i < writing->wanted_count; i++)
        free(writing->wanted[i].text);
    free(writing->wanted);
    free(writing->changes);
    nv_listing_release(&writing->listing);
    nv_list_place_release(&writing->place);
    nv_styles_release(&writing->styles);
    nv_list_styles_release(&writing->list_styles);
    nv_locales_release(&writing->locales);
    *writing = (nv_list_writing){0};
}

void nv_bibliography_follow(nv_step *step, const nv_means *means,
                            const nv_apparatus *apparatus, nv_error *err)
{
    nv_list_writing writing = {0};

    if (!err->code &&
        nv_list_writing_prepare(&writing, step->model, means, apparatus, err))
        nv_list_writing_perform(&writing, step, err);
    nv_list_writing_release(&writing);
}
