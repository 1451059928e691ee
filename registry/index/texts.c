/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: the words of records in their order, and dates. */
#include "registry/index/image.h"

#include <stdlib.h>

/* Tokens. */

/* The bytes of a record's tokens; NULL if there are none. */
static const unsigned char *
packed_tokens(const nv_index *index, uint32_t record, const unsigned char **end)
{
    const unsigned char *starts =
        record < index->record_count
            ? nv_image_bytes(index, NV_SECTION_TOKEN_STARTS,
                             8 * (uint64_t)record, 16)
            : NULL;
    const unsigned char *at;
    uint64_t first, past;

    if (!starts)
        return NULL;
    first = nv_load_u64(starts);
    past = nv_load_u64(starts + 8);
    at = nv_image_bytes(index, NV_SECTION_TOKENS, first,
                        past >= first ? past - first : UINT64_MAX);
    *end = at ? at + (past - first) : NULL;
    return at;
}

/* Reads one token; false when it is damaged. */
static bool read_token(const nv_index *index, const unsigned char **at,
                       const unsigned char *end, uint32_t *token)
{
    uint32_t packed, quotation = 0;

    if (!nv_unpack_u32(at, end, &packed))
        return false;
    if (packed >= NV_TOKEN_FIRST_RANK)
        return nv_image_u32(index, NV_SECTION_RANKS,
                            packed - NV_TOKEN_FIRST_RANK, token) &&
               *token < index->term_count;
    if (packed & NV_TOKEN_PACKED_QUOTATION &&
        !nv_unpack_u32(at, end, &quotation))
        return false;
    *token = NV_TOKEN_TEXT | (packed & 0xF) << NV_TOKEN_ZONE_SHIFT |
             (quotation & NV_TOKEN_QUOTATION);
    if (packed & NV_TOKEN_PACKED_BESIDE)
        *token |= NV_TOKEN_BESIDE;
    return (packed & 0xF) < NV_ZONE_COUNT;
}

/* Whether the texts of titles end before the last token. */
static bool is_behind_titles(nv_tokens *tokens)
{
    const uint32_t last = tokens->items[tokens->count - 1];

    if (!(last & NV_TOKEN_TEXT) || nv_token_zone(last) == NV_ZONE_TITLE)
        return false;
    for (size_t i = 0; i + 1 < tokens->count; i++)
        if (tokens->items[i] & NV_TOKEN_TEXT &&
            nv_token_zone(tokens->items[i]) == NV_ZONE_TITLE)
            return true;
    return false;
}

static bool read_tokens(const nv_index *index, uint32_t record, bool of_titles,
                        nv_tokens *tokens)
{
    const unsigned char *end, *at = packed_tokens(index, record, &end);
    const size_t most = at ? (size_t)(end - at) : 0;

    tokens->count = 0;
    if (most > tokens->capacity) {
        uint32_t *larger =
            realloc(tokens->items, 2 * most * sizeof *tokens->items);

        if (!larger)
            return false;
        tokens->items = larger;
        tokens->capacity = 2 * most;
    }
    while (at && at < end) {
        if (!read_token(index, &at, end, &tokens->items[tokens->count])) {
            nv_image_blame(index);
            tokens->count = 0;
            break;
        }
        tokens->count++;
        if (of_titles && is_behind_titles(tokens))
            break;
    }
    return true;
}

bool nv_index_tokens(const nv_index *index, uint32_t record, nv_tokens *tokens)
{
    return read_tokens(index, record, false, tokens);
}

bool nv_index_title_tokens(const nv_index *index, uint32_t record,
                           nv_tokens *tokens)
{
    return read_tokens(index, record, true, tokens);
}

/* Lengths. */

unsigned nv_index_length(const nv_index *index, uint32_t record, nv_zone zone)
{
    const unsigned char *at =
        record < index->record_count && zone < NV_ZONE_COUNT
            ? nv_image_item(index, NV_SECTION_LENGTHS,
                            (uint64_t)record * NV_ZONE_COUNT + zone, 2)
            : NULL;

    return at ? nv_load_u16(at) : 0;
}

double nv_index_average_length(const nv_index *index, nv_zone zone)
{
    return zone < NV_ZONE_COUNT ? index->average_length[zone] : 1;
}

/* Dates. */

static int load_day(const unsigned char *at)
{
    return (int)(int32_t)nv_load_u32(at);
}

static const unsigned char *dating_at(const nv_index *index, uint32_t number)
{
    return nv_image_item(index, NV_SECTION_DATINGS, number, NV_FORMAT_DATING);
}

/* The number of the first dating that begins after the day. */
static uint32_t first_after(const nv_index *index, int day)
{
    uint32_t low = 0, high = index->dating_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const unsigned char *at = dating_at(index, middle);

        if (at && load_day(at) <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

nv_dating_reader nv_index_dates(const nv_index *index, const nv_days *days)
{
    return (nv_dating_reader){
        .index = index, .days = *days, .end = first_after(index, days->last)};
}

/* Whether none of the datings from `number`, a multiple of NV_FORMAT_DATINGS,
 * lasts until the day. */
static bool all_end_before(const nv_index *index, uint32_t number, int day)
{
    const unsigned char *at = nv_image_item(index, NV_SECTION_LAST_DAYS,
                                            number / NV_FORMAT_DATINGS, 4);

    return !at || load_day(at) < day;
}

bool nv_dating_next(nv_dating_reader *reader, nv_dating *dating)
{
    while (reader->at < reader->end) {
        const unsigned char *at;

        if (reader->at % NV_FORMAT_DATINGS == 0 &&
            all_end_before(reader->index, reader->at, reader->days.first)) {
            reader->at += NV_FORMAT_DATINGS;
            continue;
        }
        at = dating_at(reader->index, reader->at++);
        if (!at || load_day(at + 4) < reader->days.first)
            continue;
        *dating = (nv_dating){{load_day(at), load_day(at + 4)},
                              nv_load_u32(at + 8),
                              at[12],
                              at[13]};
        if (dating->record < reader->index->record_count &&
            dating->zone < NV_ZONE_COUNT &&
            dating->standing <= NV_DATE_MENTIONED)
            return true;
        nv_image_blame(reader->index);
    }
    return false;
}
