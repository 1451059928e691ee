/* SPDX-License-Identifier: MPL-2.0 */
/* See listing.h. The items are given to a processor of its own as items that no
 * note cites, in the order in which they are first cited: its bibliography is
 * then that of the document. */
#include "note/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "citation/collate.h"
#include "note/item.h"
#include "note/note_text.h"
#include "note/style.h"

/* An item on its way into the list. */
typedef struct {
    const nv_csl_item *item;
    const nv_csl_text *text; /* of its entry; NULL: it has none */
    nv_listing_group group;
    const char *repository; /* of an archive; NULL: none, or not known */
    size_t place;           /* in the style's order */
} listed;

typedef struct {
    nv_note_style *style;
    const nv_listing_choices *choices;
    nv_csl_processor *processor;
    nv_arena arena;
    nv_citation *cited; /* what items have been made of */
    listed *items;
    size_t cited_count, count;
} work;

/* Collecting */

static bool is_among(const nv_listing_choice choices[], size_t count,
                     const nv_registry *registry, const nv_event *event)
{
    for (size_t i = 0; i < count; i++)
        if (choices[i].registry == registry &&
            strcmp(choices[i].event->id, event->id) == 0)
            return true;
    return false;
}

static bool is_same_source(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Citations that differ in their place only are of one item; making one is the
 * dear part. */
static bool is_known(const work *work, const nv_citation *citation)
{
    for (size_t i = 0; i < work->cited_count; i++) {
        const nv_citation *other = &work->cited[i];

        if (other->event == citation->event &&
            other->quotation == citation->quotation &&
            other->parts == citation->parts &&
            is_same_source(other->source, citation->source))
            return true;
    }
    return false;
}

static bool has_item(const work *work, const char *id)
{
    for (size_t i = 0; i < work->count; i++)
        if (strcmp(work->items[i].item->id, id) == 0)
            return true;
    return false;
}

static bool add(work *work, const nv_registry *registry, nv_citation citation,
                nv_error *err)
{
    const nv_listing_choices *choices = work->choices;
    const nv_csl_item *item;

    citation.language = work->style->language;
    if (is_among(choices->left_out, choices->left_out_count, registry,
                 citation.event) ||
        is_known(work, &citation))
        return true;
    work->cited[work->cited_count++] = citation;
    item = nv_item_of_cite(registry, &citation, work->style, &work->arena, err);
    if (!item)
        return false;
    if (!has_item(work, item->id))
        work->items[work->count++].item = item;
    return true;
}

static bool collect(work *work, const nv_apparatus *apparatus, nv_error *err)
{
    const size_t cited = nv_apparatus_count(apparatus).citations;
    const nv_listing_choices *choices = work->choices;
    const size_t most = cited + choices->added_count;

    work->cited = nv_arena_array(&work->arena, most, sizeof *work->cited);
    work->items = nv_arena_array(&work->arena, most, sizeof *work->items);
    if (most > 0 && (!work->cited || !work->items))
        return nv_note_no_memory(err);
    for (size_t i = 0; i < cited; i++) {
        const nv_wanted *wanted = nv_apparatus_wanted(apparatus, i);

        if (wanted->event &&
            !add(work, wanted->registry, wanted->citation, err))
            return false;
    }
    for (size_t i = 0; i < choices->added_count; i++) {
        const nv_listing_choice *choice = &choices->added[i];
        const nv_citation plain = {.event = choice->event,
                                   .parts = NV_PART_ALL};

        if (!add(work, choice->registry, plain, err))
            return false;
    }
    return true;
}

/* Formatting */

static bool put_items(work *work, nv_error *err)
{
    const char **ids = nv_arena_array(&work->arena, work->count, sizeof *ids);

    if (work->count > 0 && !ids)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < work->count; i++) {
        ids[i] = work->items[i].item->id;
        if (!nv_csl_processor_put_items(work->processor, &work->items[i].item,
                                        1, err))
            return false;
    }
    return nv_csl_processor_set_uncited(work->processor, ids, work->count, err);
}

static bool format(work *work, nv_csl_bibliography *all, nv_error *err)
{
    nv_csl_changes changes;

    work->processor = nv_csl_processor_new(work->style->lexicon, NULL, err);
    return work->processor && put_items(work, err) &&
           nv_csl_processor_update(work->processor, &changes, err) &&
           nv_csl_processor_bibliography(work->processor, all, err);
}

/* Grouping */

/* The archive that has it. A reference that names none begins with it, as a
 * rule ("AVP RF, f. 6, op. 13"). */
static const char *repository_of(work *work, const nv_csl_item *item)
{
    const nv_csl_string *archive = nv_csl_item_string(item, NV_CSL_ARCHIVE);
    const nv_csl_string *whole =
        nv_csl_item_string(item, NV_CSL_ARCHIVE_LOCATION);
    const char *comma;

    if (archive)
        return archive->text;
    comma = whole ? strchr(whole->text, ',') : NULL;
    return comma ? nv_arena_text(&work->arena, whole->text,
                                 (size_t)(comma - whole->text))
                 : NULL;
}

static listed *item_of(work *work, const char *id)
{
    size_t i = 0;

    while (strcmp(work->items[i].item->id, id) != 0)
        i++;
    return &work->items[i];
}

static bool is_printed(const work *work, const nv_csl_text *text)
{
    for (size_t i = 0; i < work->count; i++)
        if (work->items[i].text &&
            nv_csl_text_equals(work->items[i].text, text))
            return true;
    return false;
}

static void group(work *work, const nv_csl_bibliography *all)
{
    for (size_t i = 0; i < all->count; i++) {
        listed *item = item_of(work, all->entries[i].item);

        if (all->entries[i].text->len == 0 ||
            is_printed(work, all->entries[i].text))
            continue;
        item->text = all->entries[i].text;
        item->place = i;
        item->group = nv_listing_group_of(item->item, work->style->entry);
        if (item->group == NV_LISTING_ARCHIVES)
            item->repository = repository_of(work, item->item);
    }
}

/* What is in no repository we know stands behind the others. */
static int by_repository(const char *a, const char *b)
{
    if (a && b)
        return nv_csl_collate(a, b);
    return (a == NULL) - (b == NULL);
}

static int by_group(const void *left, const void *right)
{
    const listed *a = left, *b = right;
    const int order = by_repository(a->repository, b->repository);

    if (!a->text || !b->text)
        return (a->text == NULL) - (b->text == NULL);
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (order != 0)
        return order;
    return (a->place > b->place) - (a->place < b->place);
}

/* Handing over */

/* Takes the name of the repository, and what parts it from the rest, from the
 * head of an entry; an entry that says nothing else stays. */
static void drop_repository(nv_note *note, const char *repository)
{
    nv_run *first = note->count ? &note->runs[0] : NULL;
    const size_t len = strlen(repository);
    const char *rest;

    if (!first || strncmp(first->text, repository, len) != 0)
        return;
    rest = first->text + len;
    if (!strchr(".,: ", *rest))
        return;
    rest += strspn(rest, ".,: ");
    if (*rest)
        first->text = rest;
}

static bool copy(const work *work, size_t index, nv_listing *listing,
                 nv_error *err)
{
    const listed *item = &work->items[index];
    const listed *before = index > 0 ? &work->items[index - 1] : NULL;
    const bool is_first = !before || before->group != item->group;
    nv_listing_entry *entry = &listing->entries[index];

    entry->group = item->group;
    if (is_first && item->group != NV_LISTING_ALL)
        entry->heading = nv_listing_heading(item->group, work->style->language);
    if (!nv_note_of_text(item->text, NULL, work->style->language, &entry->text,
                         err))
        return false;
    listing->count++;
    if (!item->repository)
        return true;
    if (is_first || by_repository(before->repository, item->repository) != 0)
        entry->repository = item->repository;
    drop_repository(&entry->text, item->repository);
    return true;
}

/* The names of repositories are in the work's arena, which the listing keeps.
 */
static bool hand_over(work *work, nv_listing *listing, nv_error *err)
{
    listing->memory = malloc(sizeof work->arena);
    if (!listing->memory)
        return nv_note_no_memory(err);
    *(nv_arena *)listing->memory = work->arena;
    listing->entries = nv_arena_array(listing->memory, work->count + 1,
                                      sizeof *listing->entries);
    work->arena = (nv_arena){0};
    if (!listing->entries)
        return nv_note_no_memory(err);
    for (size_t i = 0; i < work->count && work->items[i].text; i++)
        if (!copy(work, i, listing, err))
            return false;
    return true;
}

bool nv_listing_write(const nv_means *means, const nv_apparatus *apparatus,
                      nv_language language, const nv_listing_choices *choices,
                      nv_listing *listing, nv_error *err)
{
    static const nv_listing_choices none;
    work work = {.choices = choices ? choices : &none};
    nv_csl_bibliography all;
    bool is_done;

    *listing =
        (nv_listing){.title = nv_listing_heading(NV_LISTING_ALL, language)};
    work.style = nv_library_style(means->library, means->styles[language],
                                  language, err);
    is_done = work.style && collect(&work, apparatus, err) &&
              format(&work, &all, err);
    if (is_done) {
        listing->is_hanging = all.hanging_indent;
        group(&work, &all);
        if (work.count > 0)
            qsort(work.items, work.count, sizeof *work.items, by_group);
        is_done = hand_over(&work, listing, err);
    }
    nv_csl_processor_free(work.processor);
    nv_arena_release(&work.arena);
    if (!is_done)
        nv_listing_release(listing);
    return is_done;
}

void nv_listing_release(nv_listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        nv_note_release(&listing->entries[i].text);
    if (listing->memory)
        nv_arena_release(listing->memory);
    free(listing->memory);
    *listing = (nv_listing){0};
}
