/* SPDX-License-Identifier: MPL-2.0 */
/* The type in which a published style prints a document best.
 *
 * Few styles know treaties and letters in an edition, and none says what it
 * leaves out. So a type is tried: where a variable is printed, another value
 * gives another text. A date that is not printed to the day in any type ends
 * the title; original-date is given only where it is printed to the day, for
 * many styles make "reprint" of its year. */
#include <string.h>

#include "base/array.h"
#include "note/standard_maker.h"

/* The worse the higher: a date has its place in the title. */
enum {
    LOSES_TITLE = 16,
    LOSES_PLACE = 8,
    LOSES_VOLUME = 4,
    LOSES_PAGE = 2,
    LOSES_DATE = 1,
    LOSES_ALL = 32
};

enum { MOST_TYPES = 4 };

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
        return count;
    }
    if (has_source && sources[source].comes_first)
        types[count++] = sources[source].part;
    types[count++] = document;
    if (has_source && !sources[source].comes_first)
        types[count++] = sources[source].part;
    types[count++] =
        has_source ? NV_CSL_TYPE_ARTICLE_JOURNAL : NV_CSL_TYPE_DOCUMENT;
    return count;
}

/* Trying */

/* A trial: the item as it is, and what the style prints of it. */
typedef struct {
    nv_csl_item_builder builder;
    nv_note_style *style;
    nv_arena *arena; /* for what is printed */
    const nv_csl_text *text;
    nv_csl_item_builder best; /* of what was tried */
} trial;

static const nv_csl_text *print(nv_csl_item_builder *builder,
                                const trial *trial, nv_error *err)
{
    const nv_csl_item *item = nv_csl_item_finish(builder);

    return item ? nv_standard_print(item, trial->style, trial->arena, err)
                : NULL;
}

/* A copy of the builder whose memory is of the arena of the trial. */
static nv_csl_item_builder changed(const trial *trial)
{
    nv_csl_item_builder other = trial->builder;

    other.arena = trial->arena;
    return other;
}

static bool says_text(const trial *trial, nv_csl_variable variable,
                      nv_error *err)
{
    nv_csl_item_builder other = changed(trial);
    const nv_csl_text *text;

    if (!trial->builder.strings[variable].text)
        return true;
    if (!nv_csl_item_set_text(&other, NV_CSL_CONTAINER_TITLE_SHORT, NULL, 0) ||
        !nv_csl_item_set_text(&other, NV_CSL_PAGE_FIRST, NULL, 0) ||
        !nv_csl_item_set_text(&other, variable, "77", 2))
        return true;
    text = print(&other, trial, err);
    return !text || strcmp(text->text, trial->text->text) != 0;
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
    return a && b && memcmp(&a->first, &b->first, sizeof a->first) == 0;
}

/* Whether the style prints the date of the document, to the day. */
static bool says_date(const trial *trial, nv_error *err)
{
    static const nv_csl_variable dates[] = {
        NV_CSL_EVENT_DATE, NV_CSL_ORIGINAL_DATE, NV_CSL_ISSUED};
    const nv_csl_date *date = trial->builder.dates[NV_CSL_EVENT_DATE];
    nv_csl_item_builder other = changed(trial);
    const nv_csl_text *text;
    nv_csl_date moved;

    if (!date || date->literal)
        return true;
    moved = another(date);
    for (size_t i = 0; i < NV_COUNT_OF(dates); i++)
        if (is_same_day(trial->builder.dates[dates[i]], date) &&
            !nv_csl_item_set_date(&other, dates[i], &moved))
            return true;
    text = print(&other, trial, err);
    return !text || strcmp(text->text, trial->text->text) != 0;
}

/* What the style leaves out of the item in this type. */
static unsigned losses_of(trial *trial, nv_csl_variable place, nv_error *err)
{
    const struct {
        nv_csl_variable variable;
        unsigned loss;
    } texts[] = {{NV_CSL_TITLE, LOSES_TITLE},
                 {place, LOSES_PLACE},
                 {NV_CSL_VOLUME, LOSES_VOLUME},
                 {NV_CSL_PAGE, LOSES_PAGE}};
    nv_csl_item_builder as_it_is = changed(trial);
    unsigned losses = 0;

    trial->text = print(&as_it_is, trial, err);
    if (!trial->text)
        return 0;
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        if (!says_text(trial, texts[i].variable, err))
            losses |= texts[i].loss;
    return losses | (says_date(trial, err) ? 0 : LOSES_DATE);
}

static bool end_title_with_date(nv_csl_item_builder *builder,
                                const nv_note_style *style)
{
    const nv_csl_date *date = builder->dates[NV_CSL_EVENT_DATE];
    nv_buffer title = NV_BUFFER_INIT;
    bool is_set;

    nv_buffer_add_text(&title, builder->strings[NV_CSL_TITLE].text);
    nv_buffer_add_text(&title, ", ");
    nv_standard_add_day(&title, &date->first, style);
    is_set = !title.failed &&
             nv_csl_item_set_text(builder, NV_CSL_TITLE, title.text, title.len);
    nv_buffer_release(&title);
    return is_set;
}

/* The item in a type, with original-date or without, if that is less. */
static bool try_type(nv_csl_item_builder *builder, nv_csl_type type,
                     bool has_original, nv_csl_variable place, trial *trial,
                     unsigned *least, nv_error *err)
{
    nv_csl_item_builder tried = *builder;
    unsigned losses;

    tried.type = type;
    if (!has_original)
        nv_csl_item_set_date(&tried, NV_CSL_ORIGINAL_DATE, NULL);
    trial->builder = tried;
    losses = losses_of(trial, place, err);
    if (!trial->text)
        return false;
    if (has_original && (losses & LOSES_DATE))
        return true;
    if (losses < *least) {
        *least = losses;
        trial->best = tried;
    }
    return true;
}

/* Tries the types until one loses nothing; *builder becomes the best. */
static bool choose_type(nv_csl_item_builder *builder, const nv_csl_item *own,
                        nv_standard_side side, trial *trial, nv_error *err)
{
    nv_csl_type types[MOST_TYPES];
    const size_t count = list_types(own, side, types);
    const size_t source = source_of(own);
    const nv_csl_variable place =
        source < NV_COUNT_OF(sources) ? sources[source].place : NV_CSL_NUMBER;
    unsigned least = LOSES_ALL;

    for (size_t i = 0; i < count && least > 0; i++) {
        if (types[i] == NV_CSL_TYPE_ARTICLE_JOURNAL && least == LOSES_DATE)
            break; /* a date can stand in the title; a book is no journal */
        if (!try_type(builder, types[i], false, place, trial, &least, err) ||
            (least > 0 && builder->dates[NV_CSL_ORIGINAL_DATE] &&
             !try_type(builder, types[i], true, place, trial, &least, err)))
            return false;
    }
    *builder = trial->best;
    return !(least & LOSES_DATE) || (least & LOSES_TITLE) ||
           end_title_with_date(builder, trial->style);
}

const nv_csl_item *nv_standard_choose(nv_csl_item_builder *builder,
                                      const nv_csl_item *own,
                                      nv_standard_side side,
                                      nv_note_style *style, nv_error *err)
{
    nv_arena arena = {0};
    trial trial = {.style = style, .arena = &arena};
    const nv_csl_item *item = NULL;

    if (choose_type(builder, own, side, &trial, err))
        item = nv_csl_item_finish(builder);
    if (!item)
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is not enough memory for the note. Close other "
                "documents and try again.");
    nv_arena_release(&arena);
    return item;
}
