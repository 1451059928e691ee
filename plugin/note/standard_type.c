/* SPDX-License-Identifier: MPL-2.0 */
/* The type in which a published style prints a document best: the first that
 * loses nothing, or least. A date that is not printed to the day in any type
 * ends the title, and so does an archive, a symbol or the number of a command
 * paper that is not printed; original-date is given only where it is printed to
 * the day, for many styles make "reprint" of its year. */
#include <string.h>

#include "base/array.h"
#include "note/standard_trial.h"
#include "note/note_text.h"

enum { MOST_TYPES = 5 };

/* What each form of source is to CSL, and the variable that leads to it.
 * `comes_first`: before the type of the document itself. */
static const struct {
    nv_csl_variable flag;
    nv_csl_type part, whole; /* types of a piece in it, and of itself */
    nv_csl_variable place;
    bool comes_first;
} sources[] = {
    {NV_CSL_SOURCE_BOOK, NV_CSL_TYPE_CHAPTER, NV_CSL_TYPE_BOOK,
     NV_CSL_CONTAINER_TITLE, false},
    {NV_CSL_SOURCE_SERIAL, NV_CSL_TYPE_ARTICLE_JOURNAL,
     NV_CSL_TYPE_ARTICLE_JOURNAL, NV_CSL_CONTAINER_TITLE, true},
    {NV_CSL_SOURCE_PRESS, NV_CSL_TYPE_ARTICLE_NEWSPAPER,
     NV_CSL_TYPE_ARTICLE_NEWSPAPER, NV_CSL_CONTAINER_TITLE, true},
    {NV_CSL_SOURCE_DEBATES, NV_CSL_TYPE_ARTICLE_JOURNAL, NV_CSL_TYPE_DOCUMENT,
     NV_CSL_CONTAINER_TITLE, false},
    {NV_CSL_SOURCE_COMMAND, NV_CSL_TYPE_CHAPTER, NV_CSL_TYPE_REPORT,
     NV_CSL_COLLECTION_NUMBER, false},
    {NV_CSL_SOURCE_SERIES, NV_CSL_TYPE_ARTICLE_JOURNAL,
     NV_CSL_TYPE_ARTICLE_JOURNAL, NV_CSL_CONTAINER_TITLE, false},
    {NV_CSL_SOURCE_ARCHIVE, NV_CSL_TYPE_MANUSCRIPT, NV_CSL_TYPE_MANUSCRIPT,
     NV_CSL_ARCHIVE_LOCATION, false},
    {NV_CSL_SOURCE_PAGE, NV_CSL_TYPE_WEBPAGE, NV_CSL_TYPE_WEBPAGE, NV_CSL_URL,
     true},
};

/* The place in `sources`; NV_COUNT_OF() if no source is printed. */
static size_t source_of(const nv_csl_item *own)
{
    size_t i = 0;

    while (i < NV_COUNT_OF(sources) && !nv_csl_item_has(own, sources[i].flag))
        i++;
    return i;
}

/* "legislation" is taken for a law of the United States. */
static nv_csl_type document_type(const nv_csl_item *own)
{
    return own->type == NV_CSL_TYPE_LEGISLATION ? NV_CSL_TYPE_REPORT
                                                : own->type;
}

/* The types to try, best first; returns how many. */
static size_t list_types(const nv_csl_item *own, nv_standard_side side,
                         nv_csl_type types[MOST_TYPES])
{
    const size_t source =
        side == NV_STANDARD_DOCUMENT ? NV_COUNT_OF(sources) : source_of(own);
    const nv_csl_type document = document_type(own);
    const bool has_source = source < NV_COUNT_OF(sources);
    size_t count = 0;

    if (side == NV_STANDARD_SOURCE) {
        types[count++] = !has_source ? NV_CSL_TYPE_DOCUMENT
                         : nv_csl_item_has(own, NV_CSL_SOURCE_TITLE)
                             ? sources[source].part
                             : sources[source].whole;
        types[count++] = NV_CSL_TYPE_DOCUMENT;
        types[count++] = NV_CSL_TYPE_BOOK;
        return count;
    }
    if (has_source && sources[source].comes_first)
        types[count++] = sources[source].part;
    types[count++] = document;
    if (has_source && !sources[source].comes_first)
        types[count++] = sources[source].part;
    types[count++] =
        has_source ? NV_CSL_TYPE_ARTICLE_JOURNAL : NV_CSL_TYPE_DOCUMENT;
    types[count++] = NV_CSL_TYPE_BOOK;
    return count;
}

/* Choosing */

/* Adds the place of a document that stands in no book and on no page. */
static void add_place(nv_buffer *out, const nv_csl_item_builder *builder,
                      nv_csl_variable place)
{
    const nv_csl_string *texts = builder->strings;
    const char *archive = texts[NV_CSL_ARCHIVE].text;
    const char *papers = texts[NV_CSL_COLLECTION_TITLE].text;

    if (place == NV_CSL_CONTAINER_TITLE || place == NV_CSL_URL)
        return;
    if (place == NV_CSL_ARCHIVE_LOCATION && archive)
        nv_buffer_add_format(out, ", %s", archive);
    nv_buffer_add_text(out, ", ");
    if (place == NV_CSL_COLLECTION_NUMBER && papers)
        nv_buffer_add_format(out, "%s ", papers);
    nv_buffer_add_text(out, texts[place].text);
}

/* Ends the title with what the style would lose. */
static bool end_title(nv_csl_item_builder *builder, unsigned losses,
                      nv_csl_variable place, const nv_note_style *style)
{
    const nv_csl_date *date = builder->dates[NV_CSL_EVENT_DATE];
    nv_buffer title = NV_BUFFER_INIT;
    bool is_set;

    if (losses & NV_LOSES_TITLE) /* the short form stands in its place */
        nv_csl_item_set_text(builder, NV_CSL_TITLE_SHORT, NULL, 0);
    nv_buffer_add_text(&title, builder->strings[NV_CSL_TITLE].text);
    if (losses & NV_LOSES_DATE) {
        nv_buffer_add_text(&title, ", ");
        nv_standard_add_day(&title, &date->first, style);
    }
    if (losses & NV_LOSES_PLACE)
        add_place(&title, builder, place);
    is_set = !title.failed &&
             nv_csl_item_set_text(builder, NV_CSL_TITLE, title.text, title.len);
    nv_buffer_release(&title);
    return is_set;
}

/* What is being chosen. */
typedef struct {
    const nv_csl_item_builder *builder; /* what is to be told */
    nv_csl_item_builder best;           /* of what was tried */
    unsigned least;                     /* what that loses */
    nv_csl_variable place;
} choice;

/* The item in a type, with original-date or without, if that is less. */
static bool try_type(choice *choice, nv_csl_type type, bool has_original,
                     nv_standard_trial *trial, nv_error *err)
{
    nv_csl_item_builder tried = *choice->builder;
    unsigned losses;

    tried.type = type;
    if (!has_original) /* removes it, and so needs no memory */
        nv_csl_item_set_date(&tried, NV_CSL_ORIGINAL_DATE, NULL);
    if (!nv_standard_try(trial, &tried, choice->place, &losses, err))
        return false;
    if (losses < choice->least && !(has_original && (losses & NV_LOSES_DATE))) {
        choice->least = losses;
        choice->best = tried;
    }
    return true;
}

/* A date can stand in the title, so that no book has to be a journal for it; a
 * book is what every style knows. */
static bool is_worth(nv_csl_type type, unsigned least)
{
    return type == NV_CSL_TYPE_ARTICLE_JOURNAL ? least > NV_LOSES_DATE
           : type == NV_CSL_TYPE_BOOK          ? least >= NV_LOSES_TITLE
                                               : true;
}

/* Tries the types until one loses nothing. */
static bool try_types(choice *choice, const nv_csl_type types[], size_t count,
                      nv_standard_trial *trial, nv_error *err)
{
    const bool has_original =
        choice->builder->dates[NV_CSL_ORIGINAL_DATE] != NULL;

    choice->least = NV_LOSES_ALL;
    for (size_t i = 0; i < count && choice->least > 0; i++) {
        if (!is_worth(types[i], choice->least))
            continue;
        if (!try_type(choice, types[i], false, trial, err))
            return false;
        if (choice->least > 0 && has_original &&
            !try_type(choice, types[i], true, trial, err))
            return false;
    }
    return true;
}

/* Goes by the note; where that is a short one, or a number, by the
 * bibliography. */
static bool choose(choice *chosen, const nv_csl_item *own,
                   nv_standard_side side, nv_standard_trial *trial,
                   nv_error *err)
{
    choice by_note;
    const nv_library_entry *entry = trial->style->entry;
    nv_csl_type types[MOST_TYPES];
    const size_t count = list_types(own, side, types);
    const size_t source = source_of(own);

    chosen->place =
        source < NV_COUNT_OF(sources) ? sources[source].place : NV_CSL_NUMBER;
    trial->by_entry = !entry->is_note && entry->has_bibliography;
    if (!try_types(chosen, types, count, trial, err))
        return false;
    if (trial->by_entry || !entry->has_bibliography ||
        chosen->least < NV_LOSES_PLACE)
        return true;
    by_note = *chosen;
    trial->by_entry = true;
    if (!try_types(chosen, types, count, trial, err))
        return false;
    if (chosen->least >= by_note.least) {
        *chosen = by_note;
        trial->by_entry = false;
    }
    return true;
}

const nv_csl_item *nv_standard_choose(const nv_csl_item_builder *builder,
                                      const nv_csl_item *own,
                                      nv_standard_side side,
                                      nv_note_style *style, bool *by_entry,
                                      nv_error *err)
{
    nv_arena arena = {0};
    nv_standard_trial trial = {.style = style, .arena = &arena};
    choice choice = {.builder = builder};
    const nv_csl_item *item = NULL;

    if (choose(&choice, own, side, &trial, err) &&
        end_title(&choice.best, choice.least, choice.place, style) &&
        nv_standard_polish(&choice.best, own, side, &trial, err))
        item = nv_csl_item_finish(&choice.best);
    if (!item)
        nv_note_no_memory(err);
    if (by_entry)
        *by_entry = trial.by_entry;
    nv_arena_release(&arena);
    return item;
}
