/* SPDX-License-Identifier: MPL-2.0 */
/* See standard_trial.h. */
#include "note/standard_trial.h"

#include <string.h>

#include "base/array.h"

static const nv_csl_name some_name = {.literal = "77"};

static const nv_csl_text *print(nv_csl_item_builder *builder, bool by_entry,
                                nv_standard_trial *trial, nv_error *err)
{
    const nv_csl_item *item = nv_csl_item_finish(builder);
    const nv_csl_text *text =
        item
            ? nv_standard_print(item, trial->style, by_entry, trial->arena, err)
            : NULL;

    trial->failed = trial->failed || !text;
    return text;
}

/* Whether the style prints another text of the changed item. */
static bool differs(nv_csl_item_builder *other, nv_standard_trial *trial,
                    nv_error *err)
{
    const nv_csl_text *text = print(other, trial->by_entry, trial, err);

    return !text || strcmp(text->text, trial->text->text) != 0;
}

/* What a style may print in the place of another text. */
static const struct {
    nv_csl_variable variable, instead;
} short_forms[] = {
    {NV_CSL_TITLE, NV_CSL_TITLE_SHORT}, /* in later notes and in parentheses */
    {NV_CSL_CONTAINER_TITLE, NV_CSL_CONTAINER_TITLE_SHORT},
    {NV_CSL_PAGE, NV_CSL_PAGE_FIRST},
};

/* Gives the item another text, and the same to what may stand for it. */
static bool change_text(nv_csl_item_builder *other, nv_csl_variable variable,
                        bool has_short_form)
{
    for (size_t i = 0; i < NV_COUNT_OF(short_forms); i++)
        if (has_short_form && short_forms[i].variable == variable &&
            other->strings[short_forms[i].instead].text &&
            !nv_csl_item_set_text(other, short_forms[i].instead, "77", 2))
            return false;
    return nv_csl_item_set_text(other, variable, "77", 2);
}

static bool says_text(nv_standard_trial *trial, nv_csl_variable variable,
                      nv_error *err)
{
    nv_csl_item_builder other = trial->builder;

    if (!other.strings[variable].text)
        return true;
    /* A first note has the whole title. */
    if (!change_text(&other, variable,
                     trial->by_entry || variable != NV_CSL_TITLE))
        trial->failed = true;
    return trial->failed || differs(&other, trial, err);
}

/* Another day of the same month, or another month. */
static nv_csl_date another(const nv_csl_date *date)
{
    nv_csl_date other = *date;

    if (date->first.day)
        other.first.day = date->first.day == 20 ? 21 : 20;
    else if (date->first.month)
        other.first.month = date->first.month == 10 ? 11 : 10;
    else
        other.first.year++;
    return other;
}

static bool is_same_day(const nv_csl_date *a, const nv_csl_date *b)
{
    return a && b && a->first.year == b->first.year &&
           a->first.month == b->first.month && a->first.day == b->first.day &&
           a->first.season == b->first.season;
}

/* Whether the style prints the date of the document, to the day. */
static bool says_date(nv_standard_trial *trial, nv_error *err)
{
    static const nv_csl_variable dates[] = {
        NV_CSL_EVENT_DATE, NV_CSL_ORIGINAL_DATE, NV_CSL_ISSUED};
    const nv_csl_date *date = trial->builder.dates[NV_CSL_EVENT_DATE];
    nv_csl_item_builder other = trial->builder;
    nv_csl_date moved;

    if (!date || date->literal)
        return true;
    moved = another(date);
    for (size_t i = 0; i < NV_COUNT_OF(dates); i++)
        if (is_same_day(trial->builder.dates[dates[i]], date) &&
            !nv_csl_item_set_date(&other, dates[i], &moved))
            trial->failed = true;
    return trial->failed || differs(&other, trial, err);
}

/* Whether a note of the item has nothing in it, and would not with an author.
 */
static bool is_empty(nv_standard_trial *trial, nv_error *err)
{
    nv_csl_item_builder other = trial->builder;
    const nv_csl_text *note;

    if (other.names[NV_CSL_AUTHOR].count == 0 &&
        !nv_csl_item_set_names(&other, NV_CSL_AUTHOR, &some_name, 1))
        trial->failed = true;
    note = print(&other, false, trial, err);
    return note && strstr(note->text, NV_CSL_EMPTY_CITE);
}

static void set_up(nv_standard_trial *trial, const nv_csl_item_builder *builder)
{
    trial->builder = *builder;
    trial->builder.arena = trial->arena;
}

bool nv_standard_try(nv_standard_trial *trial,
                     const nv_csl_item_builder *builder, nv_csl_variable place,
                     unsigned *losses, nv_error *err)
{
    const struct {
        nv_csl_variable variable;
        unsigned loss;
    } texts[] = {{NV_CSL_TITLE, NV_LOSES_TITLE},
                 {place, NV_LOSES_PLACE},
                 {NV_CSL_VOLUME, NV_LOSES_VOLUME},
                 {NV_CSL_PAGE, NV_LOSES_PAGE}};
    nv_csl_item_builder same;

    *losses = 0;
    set_up(trial, builder);
    same = trial->builder;
    trial->text = print(&same, trial->by_entry, trial, err);
    if (!trial->text)
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        if (!says_text(trial, texts[i].variable, err))
            *losses |= texts[i].loss;
    if (!says_date(trial, err))
        *losses |= NV_LOSES_DATE;
    if (is_empty(trial, err))
        *losses |= NV_LOSES_NOTE;
    return !trial->failed;
}

const char *nv_standard_text(nv_standard_trial *trial,
                             const nv_csl_item_builder *builder, bool by_entry,
                             nv_error *err)
{
    nv_csl_item_builder same = *builder;
    const nv_csl_text *text;

    same.arena = trial->arena;
    text = print(&same, by_entry, trial, err);
    return text ? text->text : NULL;
}

bool nv_standard_notes_differ(nv_standard_trial *trial,
                              const nv_csl_item_builder *builder,
                              nv_csl_variable variable, nv_error *err)
{
    const bool by_entry = trial->by_entry;
    nv_csl_item_builder same, other;
    bool differ = true;

    set_up(trial, builder);
    same = other = trial->builder;
    trial->by_entry = false;
    trial->text = print(&same, false, trial, err);
    if (!(nv_csl_variable_class(variable) == NV_CSL_CLASS_NAMES
              ? nv_csl_item_set_names(&other, variable, &some_name, 1)
              : change_text(&other, variable, true)))
        trial->failed = true;
    if (!trial->failed)
        differ = differs(&other, trial, err);
    trial->by_entry = by_entry;
    return differ;
}
