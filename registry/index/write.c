/* SPDX-License-Identifier: MPL-2.0 */
/* See write.h. */
#include "registry/index/write.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "registry/index/bytes.h"
#include "registry/index/heavy.h"
#include "registry/index/image.h"
#include "registry/text/spelling.h"

typedef struct {
    nv_index_builder *builder;
    nv_buffer *out;
    size_t base; /* of the header in out */
    struct {
        uint64_t offset, len;
    } sections[NV_SECTION_COUNT]; /* from the end of the header */
    uint32_t *words;              /* by term: in gather.words[] */
    uint32_t *terms;              /* by word of gather.words[] */
    uint32_t *ranks;              /* by term */
} writer;

/* Numbers and sections. */

static void put(writer *w, const void *bytes, size_t len)
{
    nv_buffer_add(w->out, bytes, len);
}

static void put_u16(writer *w, uint16_t value)
{
    unsigned char bytes[2];

    nv_save_u16(bytes, value);
    put(w, bytes, sizeof bytes);
}

static void put_u32(writer *w, uint32_t value)
{
    unsigned char bytes[4];

    nv_save_u32(bytes, value);
    put(w, bytes, sizeof bytes);
}

static void put_u64(writer *w, uint64_t value)
{
    unsigned char bytes[8];

    nv_save_u64(bytes, value);
    put(w, bytes, sizeof bytes);
}

static void put_packed(writer *w, uint32_t value)
{
    unsigned char bytes[NV_PACKED_MAX];

    put(w, bytes, (size_t)(nv_pack_u32(bytes, value) - bytes));
}

static uint64_t body_len(const writer *w)
{
    return w->out->len - w->base - NV_FORMAT_HEADER;
}

static void align(writer *w)
{
    static const char nothing[8];

    put(w, nothing, (8 - body_len(w) % 8) % 8);
}

static void begin(writer *w, nv_section section)
{
    align(w);
    w->sections[section].offset = body_len(w);
}

static void end(writer *w, nv_section section)
{
    w->sections[section].len = body_len(w) - w->sections[section].offset;
}

/* How far the section has come. */
static uint64_t len_of(const writer *w, nv_section section)
{
    return body_len(w) - w->sections[section].offset;
}

/* Records. */

static void write_texts(writer *w)
{
    begin(w, NV_SECTION_TEXTS);
    put(w, w->builder->texts.bytes.text, w->builder->texts.bytes.len);
    end(w, NV_SECTION_TEXTS);
}

static void write_cards(writer *w)
{
    begin(w, NV_SECTION_CARDS);
    for (size_t i = 0; i < w->builder->card_count; i++) {
        const nv_built_card *card = &w->builder->cards[i];

        put_u32(w, card->id);
        put_u32(w, card->date);
        put_u32(w, card->end);
        put_u32(w, card->title[NV_LANGUAGE_EN]);
        put_u32(w, card->title[NV_LANGUAGE_FR]);
        put_u32(w, card->place);
        put(w, card->key, sizeof card->key);
        put(w, "", 1);
        put(w, &card->kind, 1);
        put_u16(w, card->links);
    }
    end(w, NV_SECTION_CARDS);
}

/* Something with a text to be sorted by. */
typedef struct {
    const char *text;
    uint32_t number;
} sorted;

static int compare_sorted(const void *a, const void *b)
{
    return strcmp(((const sorted *)a)->text, ((const sorted *)b)->text);
}

static bool write_by_id(writer *w)
{
    const nv_index_builder *b = w->builder;
    sorted *order = malloc((b->card_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->card_count; i++)
        order[i] =
            (sorted){nv_blob_text(&b->texts, b->cards[i].id), (uint32_t)i};
    qsort(order, b->card_count, sizeof *order, compare_sorted);
    begin(w, NV_SECTION_BY_ID);
    for (size_t i = 0; i < b->card_count; i++)
        put_u32(w, order[i].number);
    end(w, NV_SECTION_BY_ID);
    free(order);
    return true;
}

static int compare_u64(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* The four bytes of a key, as a number that sorts like them. */
static uint64_t key_number(const char key[4])
{
    uint64_t number = 0;

    for (size_t i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)key[i];
    return number;
}

static bool write_by_key(writer *w)
{
    const nv_index_builder *b = w->builder;
    uint64_t *order = malloc((b->card_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->card_count; i++)
        order[i] = key_number(b->cards[i].key) << 32 | i;
    qsort(order, b->card_count, sizeof *order, compare_u64);
    begin(w, NV_SECTION_BY_KEY);
    for (size_t i = 0; i < b->card_count; i++)
        put_u32(w, (uint32_t)order[i]);
    end(w, NV_SECTION_BY_KEY);
    free(order);
    return true;
}

static void write_statements(writer *w)
{
    const nv_index_builder *b = w->builder;

    begin(w, NV_SECTION_STATEMENTS);
    for (size_t i = 0; i < b->statement_count; i++) {
        put_u32(w, b->statements[i].id);
        put_u32(w, b->statements[i].first);
        put_u32(w, b->statements[i].count);
    }
    end(w, NV_SECTION_STATEMENTS);
    begin(w, NV_SECTION_STATEMENT_EVENTS);
    for (size_t i = 0; i < b->statement_event_count; i++)
        put_u32(w, b->statement_events[i]);
    end(w, NV_SECTION_STATEMENT_EVENTS);
}

static void write_locations(writer *w, const nv_member members[],
                            size_t member_count)
{
    begin(w, NV_SECTION_LOCATIONS);
    for (size_t i = 0; i < w->builder->location_count; i++) {
        put_u32(w, w->builder->locations[i].member);
        put_u32(w, w->builder->locations[i].offset);
        put_u32(w, w->builder->locations[i].len);
    }
    end(w, NV_SECTION_LOCATIONS);
    begin(w, NV_SECTION_MEMBERS);
    for (size_t i = 0; i < member_count; i++) {
        put_u64(w, members[i].offset);
        put_u32(w, members[i].packed_len);
        put_u32(w, members[i].len);
        put_u32(w, members[i].checksum);
        put_u32(w, 0);
    }
    end(w, NV_SECTION_MEMBERS);
}

static void write_name(writer *w, const nv_built_name *name)
{
    put_u32(w, name->type);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        put_u32(w, name->in[i]);
    put_u32(w, name->first);
    put_u32(w, name->count);
}

static bool write_names(writer *w)
{
    const nv_index_builder *b = w->builder;
    sorted *order = malloc((b->name_count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < b->name_count; i++)
        order[i] =
            (sorted){nv_blob_text(&b->texts, b->names[i].in[NV_LANGUAGE_EN]),
                     (uint32_t)i};
    qsort(order, b->name_count, sizeof *order, compare_sorted);
    begin(w, NV_SECTION_NAMES);
    for (size_t i = 0; i < b->name_count; i++)
        write_name(w, &b->names[order[i].number]);
    end(w, NV_SECTION_NAMES);
    free(order);
    begin(w, NV_SECTION_VARIANTS);
    for (size_t i = 0; i < b->variant_count; i++)
        put_u32(w, b->variants[i]);
    end(w, NV_SECTION_VARIANTS);
    return true;
}

/* Words. */

static bool sort_words(writer *w)
{
    const nv_gather *gather = &w->builder->gather;
    sorted *order = malloc((gather->word_count + 1) * sizeof *order);

    w->words = malloc((gather->word_count + 1) * sizeof *w->words);
    w->terms = malloc((gather->word_count + 1) * sizeof *w->terms);
    w->ranks = malloc((gather->word_count + 1) * sizeof *w->ranks);
    if (!order || !w->words || !w->terms || !w->ranks) {
        free(order);
        return false;
    }
    for (size_t i = 0; i < gather->word_count; i++)
        order[i] = (sorted){gather->words[i].word, (uint32_t)i};
    qsort(order, gather->word_count, sizeof *order, compare_sorted);
    for (size_t i = 0; i < gather->word_count; i++) {
        w->words[i] = order[i].number;
        w->terms[order[i].number] = (uint32_t)i;
    }
    free(order);
    return true;
}

static const nv_gathered *word_of(const writer *w, size_t term)
{
    return &w->builder->gather.words[w->words[term]];
}

static bool write_postings(writer *w)
{
    nv_gather *gather = &w->builder->gather;
    const size_t count = gather->word_count;
    uint64_t *starts = malloc((count + 1) * sizeof *starts);
    uint64_t places = 0;
    uint32_t word = 0;

    if (!starts)
        return false;
    begin(w, NV_SECTION_POSTINGS);
    for (size_t i = 0; i < count; i++) {
        starts[i] = len_of(w, NV_SECTION_POSTINGS);
        nv_pool_copy(&gather->postings, &word_of(w, i)->postings, w->out);
    }
    starts[count] = len_of(w, NV_SECTION_POSTINGS);
    end(w, NV_SECTION_POSTINGS);
    nv_pool_release(&gather->postings);
    begin(w, NV_SECTION_TERMS);
    for (size_t i = 0; i <= count; i++) {
        put_u64(w, starts[i]);
        put_u64(w, places);
        put_u32(w, word);
        put_u32(w, i < count ? word_of(w, i)->records : 0);
        places += i < count ? word_of(w, i)->places : 0;
        word += i < count ? (uint32_t)strlen(word_of(w, i)->word) + 1 : 0;
    }
    end(w, NV_SECTION_TERMS);
    free(starts);
    return true;
}

static void write_words(writer *w)
{
    begin(w, NV_SECTION_WORDS);
    for (size_t i = 0; i < w->builder->gather.word_count; i++)
        put(w, word_of(w, i)->word, strlen(word_of(w, i)->word) + 1);
    end(w, NV_SECTION_WORDS);
}

/* Texts. */

static bool rank_terms(writer *w)
{
    const size_t count = w->builder->gather.word_count;
    uint64_t *order = malloc((count + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = (uint64_t)(UINT32_MAX - word_of(w, i)->tokens) << 32 | i;
    qsort(order, count, sizeof *order, compare_u64);
    begin(w, NV_SECTION_RANKS);
    for (size_t i = 0; i < count; i++) {
        put_u32(w, (uint32_t)order[i]);
        w->ranks[(uint32_t)order[i]] = (uint32_t)i;
    }
    end(w, NV_SECTION_RANKS);
    free(order);
    return true;
}

static void write_text_token(writer *w, uint32_t text)
{
    const uint32_t quotation = text & NV_TOKEN_QUOTATION;

    put_packed(w, nv_token_zone(text) |
                      (quotation ? NV_TOKEN_PACKED_QUOTATION : 0) |
                      (text & NV_TOKEN_BESIDE ? NV_TOKEN_PACKED_BESIDE : 0));
    if (quotation)
        put_packed(w, quotation);
}

static void write_record_tokens(writer *w, nv_chain_reader *reader)
{
    uint32_t count, token;

    nv_chain_next(reader, &count);
    for (uint32_t i = 0; i < count; i++) {
        nv_chain_next(reader, &token);
        if (token) {
            put_packed(w, NV_TOKEN_FIRST_RANK + w->ranks[w->terms[token - 1]]);
        } else {
            nv_chain_next(reader, &token);
            write_text_token(w, token);
        }
    }
}

static bool write_tokens(writer *w)
{
    nv_gather *gather = &w->builder->gather;
    const size_t records = w->builder->location_count;
    uint64_t *starts = malloc((records + 1) * sizeof *starts);
    nv_chain_reader reader;

    if (!starts)
        return false;
    nv_chain_reader_init(&reader, &gather->token_bytes, &gather->tokens_of_all);
    begin(w, NV_SECTION_TOKENS);
    for (size_t i = 0; i < records; i++) {
        starts[i] = len_of(w, NV_SECTION_TOKENS);
        write_record_tokens(w, &reader);
    }
    starts[records] = len_of(w, NV_SECTION_TOKENS);
    end(w, NV_SECTION_TOKENS);
    nv_pool_release(&gather->token_bytes);
    begin(w, NV_SECTION_TOKEN_STARTS);
    for (size_t i = 0; i <= records; i++)
        put_u64(w, starts[i]);
    end(w, NV_SECTION_TOKEN_STARTS);
    free(starts);
    return true;
}

static void write_lengths(writer *w)
{
    const nv_gather *gather = &w->builder->gather;
    uint64_t sums[NV_ZONE_COUNT] = {0}, filled[NV_ZONE_COUNT] = {0};

    begin(w, NV_SECTION_LENGTHS);
    for (size_t i = 0; i < w->builder->location_count; i++)
        for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
            put_u16(w, gather->lengths[i][zone]);
            sums[zone] += gather->lengths[i][zone];
            filled[zone] += gather->lengths[i][zone] > 0;
        }
    end(w, NV_SECTION_LENGTHS);
    begin(w, NV_SECTION_LENGTH_SUMS);
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        put_u64(w, sums[zone]);
        put_u64(w, filled[zone]);
    }
    end(w, NV_SECTION_LENGTH_SUMS);
}

/* Dates and sounds. */

static int compare_datings(const void *a, const void *b)
{
    const nv_dating *x = a, *y = b;
    const int64_t orders[] = {
        (int64_t)x->days.first - y->days.first,
        (int64_t)x->days.last - y->days.last, (int64_t)x->record - y->record,
        (int64_t)x->zone - y->zone, (int64_t)x->standing - y->standing};

    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (orders[i] != 0)
            return orders[i] < 0 ? -1 : 1;
    return 0;
}

static void write_last_days(writer *w)
{
    const nv_gather *gather = &w->builder->gather;
    int last = 0;

    begin(w, NV_SECTION_LAST_DAYS);
    for (size_t i = 0; i < gather->dating_count; i++) {
        if (i % NV_FORMAT_DATINGS == 0 || gather->datings[i].days.last > last)
            last = gather->datings[i].days.last;
        if ((i + 1) % NV_FORMAT_DATINGS == 0 || i + 1 == gather->dating_count)
            put_u32(w, (uint32_t)last);
    }
    end(w, NV_SECTION_LAST_DAYS);
}

static void write_datings(writer *w)
{
    nv_gather *gather = &w->builder->gather;

    if (gather->dating_count)
        qsort(gather->datings, gather->dating_count, sizeof *gather->datings,
              compare_datings);
    begin(w, NV_SECTION_DATINGS);
    for (size_t i = 0; i < gather->dating_count; i++) {
        const nv_dating *dating = &gather->datings[i];

        put_u32(w, (uint32_t)dating->days.first);
        put_u32(w, (uint32_t)dating->days.last);
        put_u32(w, dating->record);
        put(w, &dating->zone, 1);
        put(w, &dating->standing, 1);
        put_u16(w, 0);
    }
    end(w, NV_SECTION_DATINGS);
    write_last_days(w);
}

static int compare_spellings(const void *a, const void *b)
{
    const nv_spelling *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->term > y->term) - (x->term < y->term);
}

static size_t find_spellings(const writer *w, nv_spelling *spellings)
{
    size_t count = 0;

    for (size_t i = 0; i < w->builder->gather.word_count; i++) {
        const nv_gathered *word = word_of(w, i);
        uint64_t keys[NV_SPELLING_MAX];
        size_t key_count =
            word->is_name ? nv_spelling_keys(word->word, keys) : 0;

        while (key_count > 0)
            spellings[count++] = (nv_spelling){keys[--key_count], (uint32_t)i};
    }
    return count;
}

static bool write_sounds(writer *w)
{
    size_t count = 0;
    nv_spelling *spellings;

    for (size_t i = 0; i < w->builder->gather.word_count; i++)
        count += w->builder->gather.words[i].is_name ? NV_SPELLING_MAX : 0;
    spellings = malloc((count + 1) * sizeof *spellings);
    if (!spellings)
        return false;
    count = find_spellings(w, spellings);
    qsort(spellings, count, sizeof *spellings, compare_spellings);
    begin(w, NV_SECTION_SOUND_KEYS);
    for (size_t i = 0; i < count; i++)
        put_u64(w, spellings[i].key);
    end(w, NV_SECTION_SOUND_KEYS);
    begin(w, NV_SECTION_SOUND_TERMS);
    for (size_t i = 0; i < count; i++)
        put_u32(w, spellings[i].term);
    end(w, NV_SECTION_SOUND_TERMS);
    free(spellings);
    return true;
}

/* Heavy rows. */

/* Makes an index of what is written so far, for reading only, until more is
 * written. Its state is the caller's to free; false without memory. */
static bool look_at(const writer *w, nv_index *index)
{
    unsigned char *header = (unsigned char *)w->out->text + w->base;

    *index = (nv_index){.body = header + NV_FORMAT_HEADER,
                        .event_count = (uint32_t)w->builder->card_count,
                        .record_count = (uint32_t)w->builder->location_count,
                        .term_count = (uint32_t)w->builder->gather.word_count};
    index->body_len = body_len(w);
    index->block_count = index->body_len / NV_FORMAT_BLOCK + 1;
    index->state = malloc(sizeof *index->state + index->block_count);
    if (!index->state)
        return false;
    atomic_init(&index->state->is_damaged, false);
    for (size_t i = 0; i < index->block_count; i++)
        atomic_init(&index->state->is_good[i], 1);
    for (size_t i = 0; i < NV_SECTION_COUNT; i++) {
        index->sections[i].at = index->body + w->sections[i].offset;
        index->sections[i].len = w->sections[i].len;
    }
    nv_image_average_lengths(index);
    return true;
}

static bool write_heavy(writer *w)
{
    nv_buffer rows = NV_BUFFER_INIT, sets = NV_BUFFER_INIT;
    nv_index index = {0};
    const bool is_written = !w->out->failed && look_at(w, &index) &&
                            nv_heavy_write(&index, &rows, &sets);

    free(index.state);
    if (is_written) {
        begin(w, NV_SECTION_HEAVY);
        put(w, rows.text, rows.len);
        end(w, NV_SECTION_HEAVY);
        begin(w, NV_SECTION_SETS);
        put(w, sets.text, sets.len);
        end(w, NV_SECTION_SETS);
    }
    nv_buffer_release(&rows);
    nv_buffer_release(&sets);
    return is_written;
}

/* The frame. */

static uint32_t checksum(uint32_t before, const unsigned char *bytes,
                         size_t len)
{
    return (uint32_t)crc32_z(before, bytes, len);
}

static void write_checksums(writer *w)
{
    const size_t len = (size_t)body_len(w);

    for (size_t at = 0; at < len && !w->out->failed; at += NV_FORMAT_BLOCK) {
        const unsigned char *body =
            (const unsigned char *)w->out->text + w->base + NV_FORMAT_HEADER;

        put_u32(w, checksum(0, body + at,
                            len - at < NV_FORMAT_BLOCK ? len - at
                                                       : NV_FORMAT_BLOCK));
    }
}

static void fill_header(writer *w, const nv_index_tie *tie, size_t len)
{
    unsigned char *header = (unsigned char *)w->out->text + w->base;
    const size_t blocks = (len + NV_FORMAT_BLOCK - 1) / NV_FORMAT_BLOCK;
    unsigned char *at = header + NV_FORMAT_AT_SECTIONS;
    uint32_t sum;

    memcpy(header, NV_FORMAT_MAGIC, sizeof NV_FORMAT_MAGIC - 1);
    nv_save_u32(header + NV_FORMAT_AT_ORDER, NV_FORMAT_ORDER);
    nv_save_u32(header + NV_FORMAT_AT_VERSION, NV_FORMAT_VERSION);
    nv_save_u64(header + NV_FORMAT_AT_LEN, w->out->len - w->base);
    nv_save_u64(header + NV_FORMAT_AT_TIE, tie->size);
    nv_save_u32(header + NV_FORMAT_AT_TIE + 8, tie->checksum);
    nv_save_u32(header + NV_FORMAT_AT_EVENTS, (uint32_t)w->builder->card_count);
    nv_save_u32(header + NV_FORMAT_AT_RECORDS,
                (uint32_t)w->builder->location_count);
    nv_save_u32(header + NV_FORMAT_AT_SECTION_COUNT, NV_SECTION_COUNT);
    memcpy(header + NV_FORMAT_AT_PACK, w->builder->pack, NV_FORMAT_PACK);
    for (size_t i = 0; i < NV_SECTION_COUNT; i++, at += 16) {
        nv_save_u64(at, w->sections[i].offset);
        nv_save_u64(at + 8, w->sections[i].len);
    }
    nv_save_u32(header + NV_FORMAT_AT_BLOCKS, (uint32_t)blocks);
    sum = checksum(0, header, NV_FORMAT_AT_CHECKSUM);
    sum = checksum(sum, header + NV_FORMAT_HEADER + len, 4 * blocks);
    nv_save_u32(header + NV_FORMAT_AT_CHECKSUM, sum);
}

static bool write_sections(writer *w, const nv_member members[],
                           size_t member_count)
{
    write_texts(w);
    write_cards(w);
    write_statements(w);
    write_locations(w, members, member_count);
    if (!write_by_id(w) || !write_by_key(w) || !write_names(w) ||
        !sort_words(w) || !write_postings(w))
        return false;
    write_words(w);
    write_lengths(w);
    write_datings(w);
    return rank_terms(w) && write_tokens(w) && write_sounds(w) &&
           write_heavy(w);
}

bool nv_write_index(nv_index_builder *builder, const nv_index_tie *tie,
                    const nv_member members[], size_t member_count,
                    nv_buffer *out)
{
    static const char header[NV_FORMAT_HEADER];
    writer w = {.builder = builder, .out = out, .base = out->len};
    bool is_written;
    size_t len;

    put(&w, header, sizeof header);
    is_written = write_sections(&w, members, member_count);
    align(&w);
    len = (size_t)body_len(&w);
    if (is_written)
        write_checksums(&w);
    is_written = is_written && !out->failed;
    if (is_written)
        fill_header(&w, tie, len);
    else
        nv_buffer_truncate(out, w.base);
    free(w.words);
    free(w.terms);
    free(w.ranks);
    return is_written;
}
