/* SPDX-License-Identifier: MPL-2.0 */
/* See sections.h: the words of each record in their order. */
#include "registry/index/sections.h"

#include <stdlib.h>

static bool rank_terms(nv_sections *s)
{
    const size_t count = s->builder->gather.word_count;
    uint64_t *order = malloc((count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint64_t)(UINT32_MAX - nv_word_of(s, i)->tokens) << 32 | i;
    nv_sort_numbers(order, count);
    nv_section_begin(s, NV_SECTION_RANKS);
    for (size_t i = 0; i < count; i++) {
        nv_put_u32(s->out, (uint32_t)order[i]);
        s->ranks[(uint32_t)order[i]] = (uint32_t)i;
    }
    nv_section_end(s, NV_SECTION_RANKS);
    free(order);
    return true;
}

static void write_text_token(nv_sections *s, uint32_t text)
{
    const uint32_t quotation = text & NV_TOKEN_QUOTATION;

    nv_put_packed(s->out,
                  nv_token_zone(text) |
                      (quotation ? NV_TOKEN_PACKED_QUOTATION : 0) |
                      (text & NV_TOKEN_BESIDE ? NV_TOKEN_PACKED_BESIDE : 0));
    if (quotation)
        nv_put_packed(s->out, quotation);
}

static void write_record_tokens(nv_sections *s, nv_chain_reader *reader)
{
    uint32_t count, token;

    nv_chain_next(reader, &count);
    for (uint32_t i = 0; i < count; i++) {
        nv_chain_next(reader, &token);
        if (token) {
            nv_put_packed(s->out,
                          NV_TOKEN_FIRST_RANK + s->ranks[s->terms[token - 1]]);
        } else {
            nv_chain_next(reader, &token);
            write_text_token(s, token);
        }
    }
}

static bool write_tokens(nv_sections *s)
{
    nv_gather *gather = &s->builder->gather;
    const size_t records = s->builder->location_count;
    uint64_t *starts = malloc((records + 1) * sizeof *starts);
    nv_chain_reader reader;

    if (!starts)
        return false;
    nv_chain_reader_init(&reader, &gather->token_bytes, &gather->tokens_of_all);
    nv_section_begin(s, NV_SECTION_TOKENS);
    for (size_t i = 0; i < records; i++) {
        starts[i] = nv_section_len(s, NV_SECTION_TOKENS);
        write_record_tokens(s, &reader);
    }
    starts[records] = nv_section_len(s, NV_SECTION_TOKENS);
    nv_section_end(s, NV_SECTION_TOKENS);
    nv_pool_release(&gather->token_bytes);
    nv_section_begin(s, NV_SECTION_TOKEN_STARTS);
    for (size_t i = 0; i <= records; i++)
        nv_put_u64(s->out, starts[i]);
    nv_section_end(s, NV_SECTION_TOKEN_STARTS);
    free(starts);
    return true;
}

static void write_lengths(nv_sections *s)
{
    const nv_gather *gather = &s->builder->gather;
    uint64_t sums[NV_ZONE_COUNT] = {0}, filled[NV_ZONE_COUNT] = {0};

    nv_section_begin(s, NV_SECTION_LENGTHS);
    for (size_t i = 0; i < s->builder->location_count; i++)
        for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
            nv_put_u16(s->out, gather->lengths[i][zone]);
            sums[zone] += gather->lengths[i][zone];
            filled[zone] += gather->lengths[i][zone] > 0;
        }
    nv_section_end(s, NV_SECTION_LENGTHS);
    nv_section_begin(s, NV_SECTION_LENGTH_SUMS);
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        nv_put_u64(s->out, sums[zone]);
        nv_put_u64(s->out, filled[zone]);
    }
    nv_section_end(s, NV_SECTION_LENGTH_SUMS);
}

bool nv_write_texts(nv_sections *s)
{
    write_lengths(s);
    return rank_terms(s) && write_tokens(s);
}
