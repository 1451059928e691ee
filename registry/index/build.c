/* SPDX-License-Identifier: MPL-2.0 */
/* See build.h: taking the records in. write.c makes the bytes. */
#include "registry/citable.h"
#include "registry/index/builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/index/bytes.h"
#include "registry/index/write.h"

static bool has_no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory to make the index. Close other "
                   "programs and try again.");
}

/* No memory, or more than an index can hold. */
static bool has_no_room(const nv_index_builder *builder, nv_error *err)
{
    if (!builder->texts.is_full && !builder->gather.postings.is_full &&
        !builder->gather.token_bytes.is_full)
        return has_no_memory(err);
    return nv_fail(err, NV_ERROR_LIMIT, 0,
                   "The pack “%s” is too large for an index. Make several "
                   "packs of it.",
                   builder->pack);
}

nv_index_builder *nv_index_builder_new(const char *pack, nv_error *err)
{
    nv_index_builder *builder = calloc(1, sizeof *builder);

    if (builder) {
        snprintf(builder->pack, sizeof builder->pack, "%s", pack);
        nv_buffer_init(&builder->texts.bytes);
        nv_gather_init(&builder->gather, &builder->arena);
        builder->collector.gather = &builder->gather;
        builder->collector.texts = &builder->texts;
    }
    if (builder && !builder->gather.failed)
        return builder;
    nv_index_builder_free(builder);
    has_no_memory(err);
    return NULL;
}

void nv_index_builder_free(nv_index_builder *builder)
{
    if (!builder)
        return;
    nv_gather_release(&builder->gather);
    nv_collector_release(&builder->collector);
    nv_blob_release(&builder->texts);
    nv_map_release(&builder->events);
    nv_map_release(&builder->keys);
    nv_map_release(&builder->sayings);
    free(builder->cards);
    free(builder->facets);
    free(builder->locations);
    free(builder->links);
    free(builder->names);
    free(builder->variants);
    free(builder->statements);
    free(builder->statement_events);
    nv_arena_release(&builder->arena);
    free(builder);
}

/* Room for one more item of an array of the builder; false without memory. */
#define HAS_ROOM(builder, array, name)                                  \
    ((builder)->array = nv_gather_grow(                                 \
         &(builder)->gather, (builder)->array, (builder)->name##_count, \
         &(builder)->name##_capacity, sizeof *(builder)->array),        \
     !(builder)->gather.failed)

static bool is_sound(const nv_index_builder *builder)
{
    return !builder->gather.failed && !builder->texts.failed &&
           !builder->events.failed && !builder->keys.failed &&
           !builder->sayings.failed;
}

/* Whether all memory was there. */
static bool end_adding(const nv_index_builder *builder, nv_error *err)
{
    return is_sound(builder) || has_no_room(builder, err);
}

static bool is_double(const nv_index_builder *builder, const char *what,
                      const char *text, nv_error *err)
{
    return is_sound(builder)
               ? nv_fail(err, NV_ERROR_FORMAT, 0,
                         "Two %s “%.60s” in the pack “%s”. Give one of them "
                         "another.",
                         what, text, builder->pack)
               : has_no_room(builder, err);
}

static bool is_out_of_order(const nv_index_builder *builder, const char *id,
                            nv_error *err)
{
    return nv_fail(err, NV_ERROR_FORMAT, 0,
                   "“%.60s” is out of order in the pack “%s”: first the names, "
                   "then the events by date and by id, then the statements.",
                   id, builder->pack);
}

/* Names. */

bool nv_index_builder_add_name(nv_index_builder *builder, const nv_name *name,
                               nv_error *err)
{
    const char *canonical = name->in[NV_LANGUAGE_EN];
    nv_built_name built = {.type = name->type,
                           .first = (uint32_t)builder->variant_count,
                           .count = (uint32_t)name->variants.count};

    if (builder->location_count > 0)
        return is_out_of_order(builder, canonical, err);
    if (!nv_collect_name(&builder->collector, name))
        return is_double(builder, "names are", canonical, err);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        built.in[i] = nv_blob_put(&builder->texts, name->in[i]);
    for (size_t i = 0; i < name->variants.count; i++)
        if (HAS_ROOM(builder, variants, variant))
            builder->variants[builder->variant_count++] =
                nv_blob_put(&builder->texts, name->variants.items[i]);
    if (HAS_ROOM(builder, names, name))
        builder->names[builder->name_count++] = built;
    return end_adding(builder, err);
}

/* Records. */

static void keep_location(nv_index_builder *builder,
                          const nv_location *location)
{
    if (HAS_ROOM(builder, locations, location))
        builder->locations[builder->location_count++] = *location;
}

/* Whether the event may follow the last one. */
static bool is_in_order(const nv_index_builder *builder, const nv_event *event)
{
    const nv_built_card *last;
    int order;

    if (builder->statement_count > 0)
        return false;
    if (builder->card_count == 0)
        return true;
    last = &builder->cards[builder->card_count - 1];
    order = strcmp(nv_blob_text(&builder->texts, last->date), event->date.iso);
    return order ? order < 0
                 : strcmp(nv_blob_text(&builder->texts, last->id), event->id) <=
                       0;
}

static void keep_links(nv_index_builder *builder, const nv_event *event)
{
    for (size_t i = 0; i < event->relation_count; i++)
        if (HAS_ROOM(builder, links, link))
            builder->links[builder->link_count++] = (nv_built_link){
                (uint32_t)builder->card_count,
                nv_blob_put(&builder->texts, event->relations[i].target)};
}

/* Adds one of an event's facets, each once; those of its kind begin at `first`
 * in facets[]. */
static void keep_facet(nv_index_builder *builder, size_t first,
                       const char *text)
{
    const uint32_t place = nv_blob_put(&builder->texts, text);

    for (size_t i = first; i < builder->facet_count; i++)
        if (builder->facets[i] == place)
            return;
    if (builder->facet_count - first < UINT16_MAX &&
        HAS_ROOM(builder, facets, facet))
        builder->facets[builder->facet_count++] = place;
}

/* Wordings that are never offered don't make an event one with wording. */
static void keep_facets(nv_index_builder *builder, const nv_event *event,
                        nv_built_card *card)
{
    const size_t first = builder->facet_count;
    size_t languages;

    for (size_t i = 0; i < event->parties.count; i++)
        keep_facet(builder, first, event->parties.items[i]);
    languages = builder->facet_count;
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered)
            keep_facet(builder, languages, event->quotations[i].language);
    card->first_facet = (uint32_t)first;
    card->parties = (uint16_t)(languages - first);
    card->languages = (uint16_t)(builder->facet_count - languages);
}

static void keep_card(nv_index_builder *builder, const nv_event *event,
                      uint32_t id)
{
    nv_blob *texts = &builder->texts;
    nv_built_card card = {.id = id,
                          .date = nv_blob_put(texts, event->date.iso),
                          .end = nv_blob_put(texts, event->date.end),
                          .place = nv_blob_put(texts, event->place),
                          .kind = (uint8_t)event->kind};

    for (size_t i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        card.title[i] = nv_blob_put(texts, event->title.text[i]);
    memcpy(card.key, event->key, sizeof card.key);
    card.kind |= event->date.is_month ? NV_FORMAT_IS_MONTH : 0;
    card.kind |= nv_event_is_unchecked(event) ? NV_FORMAT_IS_UNCHECKED : 0;
    keep_facets(builder, event, &card);
    if (HAS_ROOM(builder, cards, card))
        builder->cards[builder->card_count++] = card;
}

/* Makes the event findable by id and key; returns the place of its id, or 0
 * with *err set. */
static uint32_t register_event(nv_index_builder *builder, const nv_event *event,
                               nv_error *err)
{
    const uint32_t number = (uint32_t)builder->card_count;
    const uint32_t id = nv_blob_put(&builder->texts, event->id);

    if (strlen(event->key) != 4) {
        nv_fail(err, NV_ERROR_FORMAT, 0,
                "The key of “%.60s” has not four characters. Give it one that "
                "has.",
                event->id);
        return 0;
    }
    if (!id || !nv_map_add(&builder->events, id, number)) {
        is_double(builder, "events have the id", event->id, err);
        return 0;
    }
    if (!nv_map_add(&builder->keys,
                    nv_load_u32((const unsigned char *)event->key), number)) {
        is_double(builder, "events have the key", event->key, err);
        return 0;
    }
    return id;
}

bool nv_index_builder_add_event(nv_index_builder *builder,
                                const nv_event *event,
                                const nv_location *location, nv_error *err)
{
    uint32_t id;

    if (!is_in_order(builder, event))
        return is_out_of_order(builder, event->id, err);
    id = register_event(builder, event, err);
    if (!id)
        return false;
    builder->gather.record = (uint32_t)builder->location_count;
    keep_location(builder, location);
    keep_links(builder, event);
    keep_card(builder, event, id);
    nv_collect_event(&builder->collector, event);
    return end_adding(builder, err);
}

bool nv_index_builder_add_statement(nv_index_builder *builder,
                                    const nv_statement *statement,
                                    const nv_location *location, nv_error *err)
{
    const uint32_t id = nv_blob_put(&builder->texts, statement->id);
    const nv_built_statement built = {id,
                                      (uint32_t)builder->statement_event_count,
                                      (uint32_t)statement->events.count};

    if (!id ||
        !nv_map_add(&builder->sayings, id, (uint32_t)builder->statement_count))
        return is_double(builder, "statements have the id", statement->id, err);
    builder->gather.record = (uint32_t)builder->location_count;
    keep_location(builder, location);
    for (size_t i = 0; i < statement->events.count; i++)
        if (HAS_ROOM(builder, statement_events, statement_event))
            builder->statement_events[builder->statement_event_count++] =
                nv_blob_put(&builder->texts, statement->events.items[i]);
    if (HAS_ROOM(builder, statements, statement))
        builder->statements[builder->statement_count++] = built;
    nv_collect_statement(&builder->collector, statement);
    return end_adding(builder, err);
}

/* The end. */

static bool leads_nowhere(const nv_index_builder *builder, uint32_t from,
                          uint32_t target, nv_error *err)
{
    return nv_fail(err, NV_ERROR_FORMAT, 0,
                   "“%.60s” leads to “%.60s”, which is no event of the pack "
                   "“%s”. Add it or take the reference away.",
                   nv_blob_text(&builder->texts, from),
                   nv_blob_text(&builder->texts, target), builder->pack);
}

static bool count_links(nv_index_builder *builder, nv_error *err)
{
    for (size_t i = 0; i < builder->link_count; i++) {
        const nv_built_link *link = &builder->links[i];
        uint32_t target;

        if (!nv_map_find(&builder->events, link->target, &target))
            return leads_nowhere(builder, builder->cards[link->event].id,
                                 link->target, err);
        builder->cards[target].links +=
            builder->cards[target].links < UINT16_MAX;
    }
    builder->link_count = 0;
    return true;
}

static bool resolve_statement(nv_index_builder *builder,
                              const nv_built_statement *statement,
                              nv_error *err)
{
    for (uint32_t i = 0; i < statement->count; i++) {
        uint32_t *event = &builder->statement_events[statement->first + i];
        const uint32_t id = *event;

        if (!nv_map_find(&builder->events, id, event))
            return leads_nowhere(builder, statement->id, id, err);
    }
    return true;
}

bool nv_index_builder_finish(nv_index_builder *builder, const nv_index_tie *tie,
                             const nv_member members[], size_t member_count,
                             nv_buffer *out, nv_error *err)
{
    if (!count_links(builder, err))
        return false;
    for (size_t i = 0; i < builder->statement_count; i++)
        if (!resolve_statement(builder, &builder->statements[i], err))
            return false;
    return nv_write_index(builder, tie, members, member_count, out) ||
           has_no_room(builder, err);
}
