/* SPDX-License-Identifier: MPL-2.0 */
/* See sections.h: events, statements and names. */
#include "registry/index/sections.h"

#include <stdlib.h>

static void write_texts(nv_sections *s)
{
    nv_section_begin(s, NV_SECTION_TEXTS);
    nv_put(s->out, s->builder->texts.bytes.text, s->builder->texts.bytes.len);
    nv_section_end(s, NV_SECTION_TEXTS);
}

static void write_cards(nv_sections *s)
{
    nv_section_begin(s, NV_SECTION_CARDS);
    for (size_t i = 0; i < s->builder->card_count; i++) {
        const nv_built_card *card = &s->builder->cards[i];

        nv_put_u32(s->out, card->id);
        nv_put_u32(s->out, card->date);
        nv_put_u32(s->out, card->end);
        nv_put_u32(s->out, card->title[NV_LANGUAGE_EN]);
        nv_put_u32(s->out, card->title[NV_LANGUAGE_FR]);
        nv_put_u32(s->out, card->place);
        nv_put(s->out, card->key, sizeof card->key);
        nv_put(s->out, "", 1);
        nv_put(s->out, &card->kind, 1);
        nv_put_u16(s->out, card->links);
    }
    nv_section_end(s, NV_SECTION_CARDS);
}

static void write_facets(nv_sections *s)
{
    const nv_index_builder *b = s->builder;

    nv_section_begin(s, NV_SECTION_FACETS);
    for (size_t i = 0; i < b->card_count; i++) {
        nv_put_u32(s->out, b->cards[i].first_facet);
        nv_put_u16(s->out, b->cards[i].parties);
        nv_put_u16(s->out, b->cards[i].languages);
    }
    nv_section_end(s, NV_SECTION_FACETS);
    nv_section_begin(s, NV_SECTION_FACET_TEXTS);
    for (size_t i = 0; i < b->facet_count; i++)
        nv_put_u32(s->out, b->facets[i]);
    nv_section_end(s, NV_SECTION_FACET_TEXTS);
}

static bool write_by_id(nv_sections *s)
{
    const nv_index_builder *b = s->builder;
    nv_sorted *order = malloc((b->card_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->card_count; i++)
        order[i] =
            (nv_sorted){nv_blob_text(&b->texts, b->cards[i].id), (uint32_t)i};
    nv_sort_by_text(order, b->card_count);
    nv_section_begin(s, NV_SECTION_BY_ID);
    for (size_t i = 0; i < b->card_count; i++)
        nv_put_u32(s->out, order[i].number);
    nv_section_end(s, NV_SECTION_BY_ID);
    free(order);
    return true;
}

/* The four bytes of a key, as a number that sorts like them. */
static uint64_t key_number(const char key[4])
{
    uint64_t number = 0;

    for (size_t i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)key[i];
    return number;
}

static bool write_by_key(nv_sections *s)
{
    const nv_index_builder *b = s->builder;
    uint64_t *order = malloc((b->card_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->card_count; i++)
        order[i] = key_number(b->cards[i].key) << 32 | i;
    nv_sort_numbers(order, b->card_count);
    nv_section_begin(s, NV_SECTION_BY_KEY);
    for (size_t i = 0; i < b->card_count; i++)
        nv_put_u32(s->out, (uint32_t)order[i]);
    nv_section_end(s, NV_SECTION_BY_KEY);
    free(order);
    return true;
}

static void write_statements(nv_sections *s)
{
    const nv_index_builder *b = s->builder;

    nv_section_begin(s, NV_SECTION_STATEMENTS);
    for (size_t i = 0; i < b->statement_count; i++) {
        nv_put_u32(s->out, b->statements[i].id);
        nv_put_u32(s->out, b->statements[i].first);
        nv_put_u32(s->out, b->statements[i].count);
    }
    nv_section_end(s, NV_SECTION_STATEMENTS);
    nv_section_begin(s, NV_SECTION_STATEMENT_EVENTS);
    for (size_t i = 0; i < b->statement_event_count; i++)
        nv_put_u32(s->out, b->statement_events[i]);
    nv_section_end(s, NV_SECTION_STATEMENT_EVENTS);
}

static void write_locations(nv_sections *s, const nv_member members[],
                            size_t member_count)
{
    nv_section_begin(s, NV_SECTION_LOCATIONS);
    for (size_t i = 0; i < s->builder->location_count; i++) {
        nv_put_u32(s->out, s->builder->locations[i].member);
        nv_put_u32(s->out, s->builder->locations[i].offset);
        nv_put_u32(s->out, s->builder->locations[i].len);
    }
    nv_section_end(s, NV_SECTION_LOCATIONS);
    nv_section_begin(s, NV_SECTION_MEMBERS);
    for (size_t i = 0; i < member_count; i++) {
        nv_put_u64(s->out, members[i].offset);
        nv_put_u32(s->out, members[i].packed_len);
        nv_put_u32(s->out, members[i].len);
        nv_put_u32(s->out, members[i].checksum);
        nv_put_u32(s->out, 0);
    }
    nv_section_end(s, NV_SECTION_MEMBERS);
}

static void write_name(nv_sections *s, const nv_built_name *name)
{
    nv_put_u32(s->out, name->type);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        nv_put_u32(s->out, name->in[i]);
    nv_put_u32(s->out, name->first);
    nv_put_u32(s->out, name->count);
}

static bool write_names(nv_sections *s)
{
    const nv_index_builder *b = s->builder;
    nv_sorted *order = malloc((b->name_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->name_count; i++)
        order[i] =
            (nv_sorted){nv_blob_text(&b->texts, b->names[i].in[NV_LANGUAGE_EN]),
                        (uint32_t)i};
    nv_sort_by_text(order, b->name_count);
    nv_section_begin(s, NV_SECTION_NAMES);
    for (size_t i = 0; i < b->name_count; i++)
        write_name(s, &b->names[order[i].number]);
    nv_section_end(s, NV_SECTION_NAMES);
    free(order);
    nv_section_begin(s, NV_SECTION_VARIANTS);
    for (size_t i = 0; i < b->variant_count; i++)
        nv_put_u32(s->out, b->variants[i]);
    nv_section_end(s, NV_SECTION_VARIANTS);
    return true;
}

bool nv_write_records(nv_sections *s, const nv_member members[],
                      size_t member_count)
{
    write_texts(s);
    write_cards(s);
    write_facets(s);
    write_statements(s);
    write_locations(s, members, member_count);
    return write_by_id(s) && write_by_key(s) && write_names(s);
}
