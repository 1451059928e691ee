/* SPDX-License-Identifier: MPL-2.0 */
/* What a published style would say wrongly, or twice, of an item whose type is
 * chosen. What a style does is tried, as its losses are. */
#include <string.h>

#include "note/standard_trial.h"

/* A note that names authors alone finds the title among them, in its short form
 * where the bibliography has the whole. Notes that are numbers stay as they
 * are.
 */
static bool put_title_before(nv_csl_item_builder *builder,
                             nv_standard_trial *trial, nv_error *err)
{
    const char *whole = builder->strings[NV_CSL_TITLE].text;
    const char *brief = builder->strings[NV_CSL_TITLE_SHORT].text;
    const nv_csl_name author = {.literal =
                                    brief && trial->by_entry ? brief : whole};
    nv_csl_item_builder with = *builder;

    if (builder->names[NV_CSL_AUTHOR].count > 0 || !author.literal ||
        nv_standard_notes_differ(trial, builder, NV_CSL_TITLE, err))
        return !trial->failed;
    if (!nv_csl_item_set_names(&with, NV_CSL_AUTHOR, &author, 1))
        return false;
    if (nv_standard_notes_differ(trial, &with, NV_CSL_AUTHOR, err))
        *builder = with;
    return !trial->failed;
}

/* Whether the note, or the entry, begins with the editor, as if the document
 * were his. */
static bool begins_with_editor(const nv_csl_item_builder *builder,
                               bool by_entry, nv_standard_trial *trial,
                               nv_error *err)
{
    static const nv_csl_name some_name = {.literal = "77"};
    nv_csl_item_builder other = *builder;
    const char *text;

    other.arena = trial->arena;
    if (!nv_csl_item_set_names(&other, NV_CSL_EDITOR, &some_name, 1))
        trial->failed = true;
    text =
        trial->failed ? NULL : nv_standard_text(trial, &other, by_entry, err);
    return text && strncmp(text + strspn(text, "(["), "77", 2) == 0;
}

/* Many styles put the editor in the place of an author that is missing; but he
 * edits the book, and not the document in it. */
static bool drop_editor(nv_csl_item_builder *builder, nv_standard_trial *trial,
                        nv_error *err)
{
    if (builder->names[NV_CSL_EDITOR].count > 0 &&
        builder->names[NV_CSL_AUTHOR].count == 0 &&
        (begins_with_editor(builder, false, trial, err) ||
         (trial->style->entry->has_bibliography &&
          begins_with_editor(builder, true, trial, err))))
        nv_csl_item_set_names(builder, NV_CSL_EDITOR, NULL, 0);
    return !trial->failed;
}

/* Whether the style says the day when it is the date of these variables. */
static bool says_day(const nv_csl_item_builder *builder, bool has_event,
                     bool by_entry, nv_standard_trial *trial, nv_error *err)
{
    nv_csl_item_builder one = *builder, other;
    nv_csl_date moved = *builder->dates[NV_CSL_ISSUED];
    const char *texts[2];

    moved.first.day = moved.first.day == 20 ? 21 : 20;
    one.arena = trial->arena;
    if (!has_event)
        nv_csl_item_set_date(&one, NV_CSL_EVENT_DATE, NULL);
    other = one;
    if (!nv_csl_item_set_date(&other, NV_CSL_ISSUED, &moved) ||
        (has_event && !nv_csl_item_set_date(&other, NV_CSL_EVENT_DATE, &moved)))
        trial->failed = true;
    if (trial->failed)
        return true;
    texts[0] = nv_standard_text(trial, &one, by_entry, err);
    texts[1] = nv_standard_text(trial, &other, by_entry, err);
    return !texts[0] || !texts[1] || strcmp(texts[0], texts[1]) != 0;
}

static bool needs_event_date(const nv_csl_item_builder *builder, bool by_entry,
                             nv_standard_trial *trial, nv_error *err)
{
    return !says_day(builder, false, by_entry, trial, err) &&
           says_day(builder, true, by_entry, trial, err);
}

/* Some styles print the date of an event beside that of the issue: of the same
 * day one is enough. */
static bool drop_event_date(nv_csl_item_builder *builder,
                            nv_standard_trial *trial, nv_error *err)
{
    const nv_csl_date *event = builder->dates[NV_CSL_EVENT_DATE];
    const nv_csl_date *issued = builder->dates[NV_CSL_ISSUED];

    if (event && issued && event->first.day && !event->literal &&
        !issued->literal && event->first.year == issued->first.year &&
        event->first.month == issued->first.month &&
        event->first.day == issued->first.day &&
        !needs_event_date(builder, false, trial, err) &&
        !(trial->style->entry->has_bibliography &&
          needs_event_date(builder, true, trial, err)))
        nv_csl_item_set_date(builder, NV_CSL_EVENT_DATE, NULL);
    return !trial->failed;
}

/* Whether the style prints the text; any answer when the trial has failed. */
static bool says(const nv_csl_item_builder *builder, nv_csl_variable variable,
                 nv_standard_trial *trial, nv_error *err)
{
    const bool by_entry = trial->by_entry;
    nv_csl_item_builder other = *builder;
    const char *texts[2];

    other.arena = trial->arena;
    if (!nv_csl_item_set_text(&other, variable, "77", 2))
        trial->failed = true;
    if (trial->failed)
        return true;
    texts[0] = nv_standard_text(trial, builder, by_entry, err);
    texts[1] = nv_standard_text(trial, &other, by_entry, err);
    return !texts[0] || !texts[1] || strcmp(texts[0], texts[1]) != 0;
}

/* A town that is not printed still tells some styles to print the date as that
 * of an event, besides that of the issue. */
static bool drop_event_place(nv_csl_item_builder *builder,
                             nv_standard_trial *trial, nv_error *err)
{
    if (builder->strings[NV_CSL_EVENT_PLACE].text &&
        !says(builder, NV_CSL_EVENT_PLACE, trial, err))
        nv_csl_item_set_text(builder, NV_CSL_EVENT_PLACE, NULL, 0);
    return !trial->failed;
}

/* "7/2": the part of a volume that the style does not print. */
static bool join_part(nv_csl_item_builder *builder, nv_standard_trial *trial,
                      nv_error *err)
{
    const char *volume = builder->strings[NV_CSL_VOLUME].text;
    const char *part = builder->strings[NV_CSL_PART_NUMBER].text;
    nv_buffer joined = NV_BUFFER_INIT;
    bool is_set;

    if (!volume || !part || says(builder, NV_CSL_PART_NUMBER, trial, err))
        return !trial->failed;
    nv_buffer_add_format(&joined, "%s/%s", volume, part);
    is_set = !joined.failed && nv_csl_item_set_text(builder, NV_CSL_VOLUME,
                                                    joined.text, joined.len);
    nv_csl_item_set_text(builder, NV_CSL_PART_NUMBER, NULL, 0);
    nv_buffer_release(&joined);
    return is_set;
}

bool nv_standard_polish(nv_csl_item_builder *builder, const nv_csl_item *own,
                        nv_standard_side side, nv_standard_trial *trial,
                        nv_error *err)
{
    const bool is_source = side == NV_STANDARD_SOURCE;

    if (!join_part(builder, trial, err) ||
        (!is_source && (!drop_editor(builder, trial, err) ||
                        !drop_event_place(builder, trial, err) ||
                        !drop_event_date(builder, trial, err))))
        return false;
    /* What quotes is printed as an entry, which has the title. */
    return (is_source && nv_standard_is_cut_off(own)) ||
           put_title_before(builder, trial, err);
}
