/* SPDX-License-Identifier: MPL-2.0 */
/* See item.h. */
#include "registry/exchange/item.h"

#include <string.h>

#include "base/array.h"

/* Types of CSL that published styles print best: a resolution as "report", for
 * "legislation" is taken for a law of the United States. */
static const char *const kind_types[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = "treaty",
    [NV_KIND_NOTE] = "personal_communication",
    [NV_KIND_REPLY] = "personal_communication",
    [NV_KIND_REFUSAL] = "personal_communication",
    [NV_KIND_SPEECH] = "speech",
    [NV_KIND_STATEMENT] = "document",
    [NV_KIND_CONFERENCE] = "document",
    [NV_KIND_DECLARATION] = "document",
    [NV_KIND_WITHDRAWAL] = "document",
    [NV_KIND_RESOLUTION] = "report",
};

/* What an event that is no document is cited by, by words in the type of its
 * source. */
static const struct {
    const char *word, *type;
} source_types[] = {
    {"journal", "article-journal"},
    {"press", "article-newspaper"},
    {"chapter", "chapter"},
    {"book", "book"},
    {"thesis", "thesis"},
    {"paper", "report"},
    {"study", "report"},
    {"web", "webpage"},
    {"page", "webpage"},
    {"blog", "webpage"},
};

static const char *source_type(const nv_source *source)
{
    for (size_t i = 0; i < NV_COUNT_OF(source_types); i++)
        if (strstr(source->type, source_types[i].word))
            return source_types[i].type;
    return "document";
}

/* Less is better: the text before a translation before an extract, print
 * before the rest, what was seen before what is only cited. */
static int rank(const nv_source *source)
{
    const bool is_in_print =
        source->columns || source->pages || source->document;

    return (is_in_print && source->holds != NV_HOLDS_EXTRACT ? 0 : 100) +
           (int)source->holds * 10 + (int)source->checked;
}

/* The source with the best text; for what is no document any source, best
 * first. */
static const nv_source *best_source(const nv_event *event)
{
    const nv_source *best = NULL;

    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *source = &event->sources[i];

        if ((source->holds <= NV_HOLDS_EXTRACT || event->document.is_none) &&
            (!best || rank(source) < rank(best)))
            best = source;
    }
    return best;
}

static const char *english(const nv_bilingual *text)
{
    return nv_bilingual_in(text, NV_LANGUAGE_EN);
}

/* One name, which must outlive the item: a member of it or of the event. */
static void set_name(nv_item *item, nv_item_names which,
                     const char *const *name)
{
    if (*name)
        item->names[which] = (nv_texts){name, 1};
}

static bool set_person(nv_item *item, nv_item_names which, nv_act act,
                       nv_arena *arena)
{
    const nv_event *event = item->event;
    const char **names =
        nv_arena_array(arena, event->person_count + 1, sizeof *names);
    size_t count = 0;

    if (!names)
        return false;
    for (size_t i = 0; i < event->person_count; i++)
        if (event->people[i].act == act)
            names[count++] = event->people[i].name;
    if (count > 0)
        item->names[which] = (nv_texts){names, count};
    return true;
}

static bool set_title(nv_item *item, nv_arena *arena)
{
    const nv_document *document = &item->event->document;
    const char **ends = nv_arena_array(arena, 2, sizeof *ends);

    if (!ends)
        return false;
    ends[0] = english(&document->from);
    ends[1] = english(&document->to);
    item->type = kind_types[item->event->kind];
    item->texts[NV_ITEM_TITLE] = document->title;
    if (!document->title) {
        item->texts[NV_ITEM_TITLE] = english(&document->description);
        item->texts[NV_ITEM_STATUS] = "descriptive";
    }
    item->texts[NV_ITEM_TITLE_SHORT] = english(&document->short_form);
    item->texts[NV_ITEM_GENRE] = english(&document->genre);
    if (document->languages.count == 1)
        item->texts[NV_ITEM_LANGUAGE] = document->languages.items[0];
    if (item->event->kind == NV_KIND_TREATY)
        return true;
    set_name(item, NV_ITEM_AUTHOR, &ends[0]);
    set_name(item, NV_ITEM_RECIPIENT, &ends[1]);
    return ends[0] || item->event->kind != NV_KIND_SPEECH ||
           set_person(item, NV_ITEM_AUTHOR, NV_ACT_SPOKE, arena);
}

/* An event that is no document: its source is the item. */
static void set_title_of_source(nv_item *item)
{
    const nv_source *source = item->source;

    item->texts[NV_ITEM_EVENT_TITLE] = english(&item->event->title);
    if (!source) {
        item->type = "event";
        item->texts[NV_ITEM_TITLE] = item->texts[NV_ITEM_EVENT_TITLE];
        return;
    }
    item->type = source_type(source);
    item->texts[NV_ITEM_TITLE] = source->item ? source->item : source->title;
    item->names[NV_ITEM_AUTHOR] = source->authors;
}

/* The work, and the heading of the piece in it if that is not the title. */
static void set_container(nv_item *item, const nv_source *source)
{
    const bool is_piece = source->container != NULL;
    const char *heading = is_piece ? source->title : source->item;
    const char *container = is_piece ? source->container : source->title;

    if (heading && heading != item->texts[NV_ITEM_TITLE])
        item->texts[NV_ITEM_PART_TITLE] = heading;
    if (container != item->texts[NV_ITEM_TITLE])
        item->texts[NV_ITEM_CONTAINER] = container;
}

static const char *either(const char *text, const char *otherwise)
{
    return text ? text : otherwise;
}

static void set_source(nv_item *item)
{
    const nv_source *source = item->source;
    const char **texts = item->texts;

    set_container(item, source);
    texts[NV_ITEM_COLLECTION] = either(source->collection, source->series);
    texts[NV_ITEM_VOLUME] = source->volume;
    texts[NV_ITEM_PART] = source->part;
    texts[NV_ITEM_VOLUME_TITLE] = source->volume_title;
    texts[NV_ITEM_NUMBER] = either(source->document, source->number);
    texts[NV_ITEM_ISSUE] = source->document ? source->number : NULL;
    texts[NV_ITEM_PAGE] = either(source->pages, source->columns);
    texts[NV_ITEM_PUBLISHER] = either(source->publisher, source->institution);
    texts[NV_ITEM_PUBLISHER_PLACE] = source->place;
    texts[NV_ITEM_ARCHIVE] = source->archive_ref;
    texts[NV_ITEM_URL] = source->url_ok ? source->url : NULL;
    item->names[NV_ITEM_EDITOR] = source->editors;
    set_name(item, NV_ITEM_TRANSLATOR, &source->translator);
    item->dates[NV_ITEM_ISSUED].iso = either(source->date, source->year);
}

/* A place in a treaty series goes before any edition. */
static bool set_series(nv_item *item)
{
    const nv_treaty *treaty = item->event->treaty;

    for (size_t i = 0; treaty && i < treaty->reference_count; i++) {
        const nv_treaty_reference *reference = &treaty->references[i];

        if (!reference->volume || !reference->page)
            continue;
        item->texts[NV_ITEM_CONTAINER] = reference->series;
        item->texts[NV_ITEM_VOLUME] = reference->volume;
        item->texts[NV_ITEM_PART] = reference->part;
        item->texts[NV_ITEM_PAGE] = reference->page;
        item->texts[NV_ITEM_NUMBER] =
            either(reference->registration, reference->number);
        return true;
    }
    return false;
}

static void set_dates(nv_item *item)
{
    const nv_event_date *date = &item->event->date;
    const nv_item_days days = {date->iso, date->end};

    item->dates[NV_ITEM_EVENT_DATE] = days;
    item->dates[NV_ITEM_ORIGINAL_DATE] = days;
    if (!item->dates[NV_ITEM_ISSUED].iso || item->event->treaty)
        item->dates[NV_ITEM_ISSUED] = days;
    if (item->event->treaty)
        item->dates[NV_ITEM_IN_FORCE].iso = item->event->treaty->in_force;
    for (size_t i = 0; i < date->variant_count; i++)
        if (date->variants[i].what == NV_DATE_DELIVERED)
            item->dates[NV_ITEM_DELIVERED].iso = date->variants[i].iso;
}

bool nv_item_make(const nv_event *event, nv_arena *arena, nv_item *item)
{
    *item = (nv_item){.event = event, .source = best_source(event)};
    if (event->document.is_none)
        set_title_of_source(item);
    else if (!set_title(item, arena))
        return false;
    if (item->source && !set_series(item))
        set_source(item);
    else if (!item->source)
        set_series(item);
    item->texts[NV_ITEM_EVENT_PLACE] = event->place;
    item->names[NV_ITEM_PARTY] = event->parties;
    if (event->treaty)
        item->names[NV_ITEM_AUTHORITY] = event->treaty->depositary;
    set_dates(item);
    return set_person(item, NV_ITEM_SIGNATORY, NV_ACT_SIGNED, arena);
}
