/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: records, their places in the pack, and names. */
#include "registry/index/image.h"

#include <string.h>

/* The text whose place stands at `at`; NULL for none. */
static const char *text_at(const nv_index *index, const unsigned char *at)
{
    const uint32_t offset = nv_load_u32(at);

    return offset ? nv_image_text(index, NV_SECTION_TEXTS, offset) : NULL;
}

/* The same where there must be one. */
static const char *needed_text_at(const nv_index *index,
                                  const unsigned char *at)
{
    const char *text = text_at(index, at);

    return text ? text : "";
}

static const unsigned char *card_at(const nv_index *index, uint32_t event)
{
    return event < index->event_count
               ? nv_image_item(index, NV_SECTION_CARDS, event, NV_FORMAT_CARD)
               : NULL;
}

/* A card's key ends with a NUL of its own. */
static const char *key_of(const nv_index *index, const unsigned char *card)
{
    if (card[28] != '\0') {
        nv_image_blame(index);
        return "";
    }
    return (const char *)card + 24;
}

bool nv_index_card(const nv_index *index, uint32_t event, nv_card *card)
{
    const unsigned char *at = card_at(index, event);

    if (!at)
        return false;
    *card =
        (nv_card){.id = needed_text_at(index, at),
                  .key = key_of(index, at),
                  .kind = (nv_kind)(at[29] & 0xF),
                  .date = needed_text_at(index, at + 4),
                  .end = text_at(index, at + 8),
                  .is_month = at[29] & NV_FORMAT_IS_MONTH,
                  .title = {{text_at(index, at + 12), text_at(index, at + 16)}},
                  .place = text_at(index, at + 20),
                  .is_unchecked = at[29] & NV_FORMAT_IS_UNCHECKED,
                  .links = nv_load_u16(at + 30)};
    return card->kind < NV_KIND_COUNT || nv_image_blame(index);
}

size_t nv_index_facets(const nv_index *index, uint32_t event,
                       const char *texts[], size_t max, size_t *parties)
{
    const unsigned char *at =
        event < index->event_count
            ? nv_image_item(index, NV_SECTION_FACETS, event, NV_FORMAT_FACETS)
            : NULL;
    const size_t count =
        at ? (size_t)nv_load_u16(at + 4) + nv_load_u16(at + 6) : 0;
    const unsigned char *list =
        nv_image_bytes(index, NV_SECTION_FACET_TEXTS,
                       at ? 4 * (uint64_t)nv_load_u32(at) : 0, 4 * count);

    *parties = list && at ? nv_load_u16(at + 4) : 0;
    for (size_t i = 0; list && i < count && i < max; i++)
        texts[i] = needed_text_at(index, list + 4 * i);
    return list ? count : 0;
}

/* Looking up. */

static const char *id_of(const nv_index *index, uint32_t event)
{
    const unsigned char *card = card_at(index, event);

    return card ? needed_text_at(index, card) : "";
}

static const char *key_of_event(const nv_index *index, uint32_t event)
{
    const unsigned char *card = card_at(index, event);

    return card ? key_of(index, card) : "";
}

/* The event whose text, as `of` has it, is the wanted one. */
static uint32_t find_event(const nv_index *index, nv_section order,
                           const char *wanted,
                           const char *(*of)(const nv_index *, uint32_t))
{
    uint32_t low = 0, high = index->event_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        uint32_t event;
        int compared;

        if (!nv_image_u32(index, order, middle, &event))
            return NV_NO_RECORD;
        compared = strcmp(of(index, event), wanted);
        if (compared == 0)
            return event;
        if (compared < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NV_NO_RECORD;
}

uint32_t nv_index_by_id(const nv_index *index, const char *id)
{
    return find_event(index, NV_SECTION_BY_ID, id, id_of);
}

uint32_t nv_index_by_key(const nv_index *index, const char *key)
{
    return find_event(index, NV_SECTION_BY_KEY, key, key_of_event);
}

/* Statements. */

static const unsigned char *statement_at(const nv_index *index, uint32_t record)
{
    return record >= index->event_count && record < index->record_count
               ? nv_image_item(index, NV_SECTION_STATEMENTS,
                               record - index->event_count, NV_FORMAT_STATEMENT)
               : NULL;
}

const char *nv_index_statement_id(const nv_index *index, uint32_t record)
{
    const unsigned char *at = statement_at(index, record);

    return at ? needed_text_at(index, at) : "";
}

size_t nv_index_statement_events(const nv_index *index, uint32_t record,
                                 uint32_t events[], size_t max)
{
    const unsigned char *at = statement_at(index, record), *list;
    const uint32_t count = at ? nv_load_u32(at + 8) : 0;

    list = count ? nv_image_bytes(index, NV_SECTION_STATEMENT_EVENTS,
                                  4 * (uint64_t)nv_load_u32(at + 4),
                                  4 * (uint64_t)count)
                 : NULL;
    if (!list)
        return 0;
    for (uint32_t i = 0; i < count && i < max; i++) {
        events[i] = nv_load_u32(list + 4 * (size_t)i);
        if (events[i] >= index->event_count) {
            nv_image_blame(index);
            return 0;
        }
    }
    return count;
}

/* The pack. */

bool nv_index_location(const nv_index *index, uint32_t record,
                       nv_location *location)
{
    const unsigned char *at = record < index->record_count
                                  ? nv_image_item(index, NV_SECTION_LOCATIONS,
                                                  record, NV_FORMAT_LOCATION)
                                  : NULL;

    if (!at)
        return false;
    *location = (nv_location){nv_load_u32(at), nv_load_u32(at + 4),
                              nv_load_u32(at + 8)};
    return true;
}

uint32_t nv_index_member_count(const nv_index *index)
{
    return index->member_count;
}

bool nv_index_member(const nv_index *index, uint32_t number, nv_member *member)
{
    const unsigned char *at =
        number < index->member_count
            ? nv_image_item(index, NV_SECTION_MEMBERS, number, NV_FORMAT_MEMBER)
            : NULL;

    if (!at)
        return false;
    *member = (nv_member){nv_load_u64(at), nv_load_u32(at + 8),
                          nv_load_u32(at + 12), nv_load_u32(at + 16)};
    return true;
}

/* Names. */

uint32_t nv_index_name_count(const nv_index *index)
{
    return index->name_count;
}

static const unsigned char *name_at(const nv_index *index, uint32_t number)
{
    return number < index->name_count
               ? nv_image_item(index, NV_SECTION_NAMES, number, NV_FORMAT_NAME)
               : NULL;
}

size_t nv_index_name(const nv_index *index, uint32_t number, nv_name *name,
                     const char *variants[], size_t max)
{
    const unsigned char *at = name_at(index, number), *list;
    uint32_t count;

    *name = (nv_name){.in = {""}};
    if (!at)
        return 0;
    if (nv_load_u32(at) >= NV_NAME_TYPE_COUNT) {
        nv_image_blame(index);
        return 0;
    }
    name->type = (nv_name_type)nv_load_u32(at);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        name->in[i] = text_at(index, at + 4 + 4 * i);
    name->in[NV_LANGUAGE_EN] = needed_text_at(index, at + 4);
    count = nv_load_u32(at + 28);
    list =
        nv_image_bytes(index, NV_SECTION_VARIANTS,
                       4 * (uint64_t)nv_load_u32(at + 24), 4 * (uint64_t)count);
    for (uint32_t i = 0; list && i < count && i < max; i++)
        variants[i] = needed_text_at(index, list + 4 * (size_t)i);
    return list ? count : 0;
}

uint32_t nv_index_find_name(const nv_index *index, const char *canonical)
{
    uint32_t low = 0, high = index->name_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const unsigned char *at = name_at(index, middle);
        const int order =
            at ? strcmp(needed_text_at(index, at + 4), canonical) : 0;

        if (!at)
            return NV_NO_RECORD;
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NV_NO_RECORD;
}
