/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h and token_search.h: the words of records in their order. */
#include "registry/index/token_search.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/image.h"

/* Ranks that are looked up without asking each time whether they are good: in
 * the words of a record they are nearly all. */
enum { COMMON_RANKS = 8192 };

typedef struct {
    const nv_index *index;
    const unsigned char *at, *end; /* the bytes of the record's tokens */
    const unsigned char *ranks;    /* see take_ranks() */
    uint32_t rank_count;
} unpacker;

/* Begins with the record's tokens; with none if there are none. */
static unpacker unpack(const nv_index *index, uint32_t record)
{
    unpacker u = {.index = index};
    const unsigned char *starts =
        record < index->record_count
            ? nv_image_bytes(index, NV_SECTION_TOKEN_STARTS,
                             8 * (uint64_t)record, 16)
            : NULL;
    uint64_t first, past;

    if (!starts)
        return u;
    first = nv_load_u64(starts);
    past = nv_load_u64(starts + 8);
    u.at = nv_image_bytes(index, NV_SECTION_TOKENS, first,
                          past >= first ? past - first : UINT64_MAX);
    u.end = u.at ? u.at + (past - first) : NULL;
    return u;
}

/* Has the commonest at hand; whoever reads a token or two need not. */
static void take_ranks(unpacker *u)
{
    const uint32_t count = u->index->term_count < COMMON_RANKS
                               ? u->index->term_count
                               : COMMON_RANKS;

    u->ranks =
        nv_image_bytes(u->index, NV_SECTION_RANKS, 0, 4 * (uint64_t)count);
    u->rank_count = u->ranks ? count : 0;
}

/* The term of a rank; false when the index is damaged. */
static inline bool read_rank(const unpacker *u, uint32_t rank, uint32_t *token)
{
    if (rank < u->rank_count)
        *token = nv_load_u32(u->ranks + 4 * (size_t)rank);
    else if (!nv_image_u32(u->index, NV_SECTION_RANKS, rank, token))
        return false;
    return *token < u->index->term_count;
}

/* Reads one token; false when it is damaged. */
static inline bool read_token(unpacker *u, uint32_t *token)
{
    uint32_t packed, quotation = 0;

    if (!nv_unpack_u32(&u->at, u->end, &packed))
        return false;
    if (packed >= NV_TOKEN_FIRST_RANK)
        return read_rank(u, packed - NV_TOKEN_FIRST_RANK, token);
    if (packed & NV_TOKEN_PACKED_QUOTATION &&
        !nv_unpack_u32(&u->at, u->end, &quotation))
        return false;
    *token = NV_TOKEN_TEXT | (packed & 0xF) << NV_TOKEN_ZONE_SHIFT |
             (quotation & NV_TOKEN_QUOTATION);
    if (packed & NV_TOKEN_PACKED_BESIDE)
        *token |= NV_TOKEN_BESIDE;
    return (packed & 0xF) < NV_ZONE_COUNT;
}

static bool make_room(nv_tokens *tokens, size_t most)
{
    uint32_t *larger;

    if (most <= tokens->capacity)
        return true;
    larger = realloc(tokens->items, 2 * most * sizeof *tokens->items);
    if (!larger)
        return false;
    tokens->items = larger;
    tokens->capacity = 2 * most;
    return true;
}

/* Reads the run of common words that comes next, which is nearly all there is:
 * of each word the number takes one byte or two. Returns how many. */
static size_t read_common(unpacker *u, uint32_t tokens[])
{
    const unsigned char *at = u->at, *const end = u->end,
                        *const ranks = u->ranks;
    const uint32_t rank_count = u->rank_count, terms = u->index->term_count;
    size_t count = 0;

    while (end - at >= 2) {
        const uint32_t low = at[0] & 0x7F, is_long = at[0] >> 7;
        const uint32_t rank =
            (low | (is_long ? (uint32_t)at[1] << 7 : 0)) - NV_TOKEN_FIRST_RANK;

        if (rank >= rank_count)
            break;
        tokens[count] = nv_load_u32(ranks + 4 * (size_t)rank);
        if (tokens[count] >= terms)
            break;
        at += 1 + is_long;
        count++;
    }
    u->at = at;
    return count;
}

/* Reads up to behind the last text of the zone, which is one of the first, or
 * with NV_ZONE_COUNT all. */
static bool read_tokens(const nv_index *index, uint32_t record, nv_zone until,
                        nv_tokens *tokens)
{
    unpacker u = unpack(index, record);
    bool is_begun = false;

    take_ranks(&u);
    tokens->count = 0;
    if (u.at && !make_room(tokens, (size_t)(u.end - u.at)))
        return false;
    while (u.at < u.end) {
        uint32_t *token;

        tokens->count += read_common(&u, tokens->items + tokens->count);
        token = &tokens->items[tokens->count];
        if (u.at == u.end)
            break;
        if (!read_token(&u, token)) {
            nv_image_blame(index);
            tokens->count = 0;
            break;
        }
        tokens->count++;
        if (!(*token & NV_TOKEN_TEXT))
            continue;
        if (nv_token_zone(*token) == until)
            is_begun = true;
        else if (is_begun)
            break;
    }
    return true;
}

bool nv_index_tokens(const nv_index *index, uint32_t record, nv_tokens *tokens)
{
    return read_tokens(index, record, NV_ZONE_COUNT, tokens);
}

bool nv_index_title_tokens(const nv_index *index, uint32_t record,
                           nv_tokens *tokens)
{
    return read_tokens(index, record, NV_ZONE_TITLE, tokens);
}

/* Searching. */

bool nv_index_token_code(const nv_index *index, uint32_t term,
                         nv_token_code *code)
{
    nv_posting_reader reader = nv_index_postings(index, term);
    nv_posting posting;
    uint32_t token;
    unpacker u;

    if (!nv_posting_next(&reader, &posting))
        return false;
    u = unpack(index, posting.record);
    while (u.at < u.end) {
        const unsigned char *const from = u.at;

        if (!read_token(&u, &token))
            return nv_image_blame(index);
        if (token != term)
            continue;
        code->len = (uint8_t)(u.at - from);
        memcpy(code->bytes, from, code->len);
        return true;
    }
    return false;
}

nv_token_search nv_token_search_in(const nv_index *index, uint32_t record)
{
    const unpacker u = unpack(index, record);

    return (nv_token_search){index, u.at, u.end, u.at, u.at};
}

/* A number ends with the first byte below 0x80, and so did the one before. */
static bool is_at_code(const nv_token_search *search, const nv_token_code *code,
                       const unsigned char *at)
{
    return (size_t)(search->end - at) >= code->len &&
           memcmp(at, code->bytes, code->len) == 0 &&
           (at == search->begin || at[-1] < 0x80);
}

bool nv_token_search_next(nv_token_search *search, const nv_token_code *code)
{
    while (search->at < search->end) {
        const unsigned char *at = memchr(search->at, code->bytes[0],
                                         (size_t)(search->end - search->at));

        search->at = at ? at + 1 : search->end;
        if (at && is_at_code(search, code, at)) {
            search->found = at;
            return true;
        }
    }
    return false;
}

size_t nv_token_search_read(const nv_token_search *search, uint32_t tokens[],
                            size_t max)
{
    unpacker u = {
        .index = search->index, .at = search->found, .end = search->end};
    size_t count = 0;

    while (count < max && u.at < u.end && read_token(&u, &tokens[count]))
        count++;
    return count;
}
