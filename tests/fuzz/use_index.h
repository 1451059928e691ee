/* SPDX-License-Identifier: MPL-2.0 */
/* All that can be asked of an index, asked of one that nobody knows; and
 * checksums made anew for bytes that were changed, so that what lies behind
 * them is reached. */
#ifndef NV_TESTS_FUZZ_USE_INDEX_H
#define NV_TESTS_FUZZ_USE_INDEX_H

#include <zlib.h>

#include "fuzz.h"
#include "registry/index/image.h"

static inline void use_records(const nv_index *index)
{
    const char *texts[4];
    uint32_t found[4];
    size_t parties;
    nv_card card;
    nv_location location;

    for (uint32_t i = 0; i < nv_index_record_count(index); i++) {
        if (nv_index_card(index, i, &card)) {
            DEMAND(card.kind < NV_KIND_COUNT, "a card can be used");
            nv_index_by_id(index, card.id);
            nv_index_by_key(index, card.key);
        }
        DEMAND(nv_index_facets(index, i, texts, 4, &parties) >= parties,
               "parties are facets");
        nv_index_location(index, i, &location);
        DEMAND(nv_index_statement_id(index, i), "no id is an empty one");
        nv_index_statement_events(index, i, found, 4);
    }
}

static inline void use_names(const nv_index *index)
{
    const char *variants[4];
    nv_member member;
    nv_name name;

    for (uint32_t i = 0; i < nv_index_name_count(index); i++) {
        nv_index_name(index, i, &name, variants, 4);
        nv_index_find_name(index, name.in[NV_LANGUAGE_EN]);
    }
    for (uint32_t i = 0; i < nv_index_member_count(index); i++)
        nv_index_member(index, i, &member);
}

static inline void use_row(const nv_index *index, nv_row row)
{
    static uint32_t best[NV_BEST_MAX];
    uint64_t *bits;
    nv_heavy heavy;

    if (!nv_index_heavy(index, row, &heavy))
        return;
    bits = calloc(nv_index_bit_words(index) + 1, sizeof *bits);
    DEMAND(bits, "there is memory");
    nv_index_heavy_add(index, &heavy, bits);
    nv_index_heavy_best(index, &heavy, best);
    for (uint32_t i = 0; i < heavy.best_count; i++)
        DEMAND(best[i] < nv_index_record_count(index) || best[i] == 0,
               "the best are records");
    free(bits);
}

static inline void use_term(const nv_index *index, uint32_t term)
{
    nv_posting_reader reader = nv_index_postings(index, term);
    nv_posting posting;

    nv_index_frequency(index, term);
    use_row(index, (nv_row){term, 1});
    use_row(index, nv_index_row(index, NV_MARK_NONE, nv_index_word(index, term),
                                true));
    while (nv_posting_next(&reader, &posting))
        DEMAND(posting.record < nv_index_record_count(index) &&
                   posting.zone < NV_ZONE_COUNT,
               "a posting can be used");
}

static inline void use_tokens(const nv_index *index)
{
    nv_tokens tokens = {0};

    for (uint32_t i = 0; i < nv_index_record_count(index); i++) {
        DEMAND(nv_index_tokens(index, i, &tokens), "there is memory");
        for (size_t k = 0; k < tokens.count; k++)
            DEMAND(tokens.items[k] & NV_TOKEN_TEXT
                       ? nv_token_zone(tokens.items[k]) < NV_ZONE_COUNT
                       : tokens.items[k] < nv_index_term_count(index),
                   "a token can be used");
        nv_index_length(index, i, NV_ZONE_TITLE);
    }
    free(tokens.items);
}

static inline void use_dates_and_sounds(const nv_index *index)
{
    const nv_days ever = {0, 99999999};
    nv_dating_reader reader = nv_index_dates(index, &ever);
    nv_dating dating;
    nv_spelling spelling;
    uint32_t count;

    while (nv_dating_next(&reader, &dating))
        DEMAND(dating.record < nv_index_record_count(index),
               "a date can be used");
    nv_index_sounds(index, 0, false, &count);
    for (uint32_t i = 0; nv_index_sound(index, i, &spelling); i++)
        DEMAND(spelling.term < nv_index_term_count(index),
               "a sound can be used");
}

/* Closes it, too; returns whether it turned out to be damaged. */
static inline bool use_index(nv_index *index)
{
    const uint32_t terms = nv_index_term_count(index);
    bool is_damaged;

    use_records(index);
    use_names(index);
    for (uint32_t i = 0; i < terms; i++)
        use_term(index, i);
    nv_index_places(index, (nv_row){0, terms});
    use_tokens(index);
    use_dates_and_sounds(index);
    is_damaged = nv_index_is_damaged(index);
    nv_index_close(index);
    return is_damaged;
}

static inline uint32_t sum_of(uint32_t before, const uint8_t *bytes, size_t len)
{
    return (uint32_t)crc32_z(before, bytes, len);
}

/* Makes right the length, the number of blocks and all checksums of `len`
 * bytes, at least a header. */
static inline void mend_index(uint8_t *bytes, size_t len)
{
    const size_t rest = len - NV_FORMAT_HEADER, each = NV_FORMAT_BLOCK + 4;
    const size_t blocks = (rest + each - 1) / each;
    uint8_t *body = bytes + NV_FORMAT_HEADER;
    size_t left = rest > 4 * blocks ? rest - 4 * blocks : 0;
    uint8_t *table = body + left;
    uint32_t sum;

    for (size_t i = 0; i < blocks && table + 4 * i + 4 <= bytes + len; i++) {
        const size_t part = left < NV_FORMAT_BLOCK ? left : NV_FORMAT_BLOCK;

        nv_save_u32(table + 4 * i, sum_of(0, body + i * NV_FORMAT_BLOCK, part));
        left -= part;
    }
    nv_save_u64(bytes + NV_FORMAT_AT_LEN, len);
    nv_save_u32(bytes + NV_FORMAT_AT_BLOCKS, (uint32_t)blocks);
    sum = sum_of(0, bytes, NV_FORMAT_AT_CHECKSUM);
    sum = sum_of(sum, table, (size_t)(bytes + len - table));
    nv_save_u32(bytes + NV_FORMAT_AT_CHECKSUM, sum);
}

#endif
