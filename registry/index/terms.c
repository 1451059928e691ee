/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: words, where they stand, and how they sound. */
#include "registry/index/image.h"

#include <string.h>

#include "registry/text/fold.h"
#include "registry/text/spelling.h"

/* Where the numbers of a term stand in its item. */
enum { AT_POSTINGS = 0, AT_PLACES = 8, AT_WORD = 16, AT_RECORDS = 20 };

static const unsigned char *term_at(const nv_index *index, uint64_t term)
{
    return nv_image_item(index, NV_SECTION_TERMS, term, NV_FORMAT_TERM);
}

uint32_t nv_index_term_count(const nv_index *index)
{
    return index->term_count;
}

const char *nv_index_word(const nv_index *index, uint32_t term)
{
    const unsigned char *at =
        term < index->term_count ? term_at(index, term) : NULL;

    return at ? nv_image_text(index, NV_SECTION_WORDS,
                              nv_load_u32(at + AT_WORD))
              : "";
}

/* How many heads are less than `head` or, if wanted, equal to it. */
static uint32_t heads_before(const nv_index *index, uint64_t head,
                             bool or_equal)
{
    uint32_t low = 0, high = index->head_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const unsigned char *at =
            nv_image_item(index, NV_SECTION_HEADS, middle, 8);
        const uint64_t other = at ? nv_load_u64(at) : UINT64_MAX;

        if (other < head || (or_equal && other == head))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Between which terms the one lies that lower_bound() is asked for, as far as
 * the heads of words tell. A word of less than NV_FORMAT_HEAD bytes is all in
 * its head, its NUL too; so is a prefix of that many. */
static void narrow(const nv_index *index, const char *word, size_t len,
                   bool past_prefix, uint32_t *low, uint32_t *high)
{
    const uint64_t head = nv_head_of(word, 0);
    uint32_t before, upto;

    if (past_prefix && len <= NV_FORMAT_HEAD) {
        before = upto = heads_before(index, nv_head_of(word, 0xFF), true);
    } else {
        before = upto = heads_before(index, head, false);
        if (len >= NV_FORMAT_HEAD)
            upto = heads_before(index, head, true);
    }
    *low = before ? (before - 1) * NV_FORMAT_HEADS : 0;
    *high =
        upto < index->head_count ? upto * NV_FORMAT_HEADS : index->term_count;
}

/* The first term that is not less than the word or, with past_prefix, the first
 * that is greater and does not begin with it. */
static uint32_t lower_bound(const nv_index *index, const char *word, size_t len,
                            bool past_prefix)
{
    uint32_t low, high;

    narrow(index, word, len, past_prefix, &low, &high);
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const char *other = nv_index_word(index, middle);
        const int order =
            past_prefix ? strncmp(other, word, len) : strcmp(other, word);

        if (order < 0 || (order == 0 && past_prefix))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

nv_row nv_index_row(const nv_index *index, nv_mark mark, const char *word,
                    bool is_prefix)
{
    char marked[NV_WORD_MAX + 2];
    const size_t len = strlen(word), from = mark != NV_MARK_NONE;
    uint32_t first, past;

    if (len > NV_WORD_MAX)
        return (nv_row){0, 0};
    marked[0] = (char)mark;
    memcpy(marked + from, word, len + 1);
    first = lower_bound(index, marked, from + len, false);
    if (is_prefix)
        past = lower_bound(index, marked, from + len, true);
    else
        past = first + (first < index->term_count &&
                        strcmp(nv_index_word(index, first), marked) == 0);
    return (nv_row){first, past > first ? past - first : 0};
}

static bool is_row(const nv_index *index, nv_row row)
{
    return row.first <= index->term_count &&
           row.count <= index->term_count - row.first;
}

uint64_t nv_index_places(const nv_index *index, nv_row row)
{
    const unsigned char *first, *past;

    if (!is_row(index, row))
        return 0;
    first = term_at(index, row.first);
    past = term_at(index, (uint64_t)row.first + row.count);
    if (!first || !past)
        return 0;
    if (nv_load_u64(past + AT_PLACES) < nv_load_u64(first + AT_PLACES)) {
        nv_image_blame(index);
        return 0;
    }
    return nv_load_u64(past + AT_PLACES) - nv_load_u64(first + AT_PLACES);
}

uint32_t nv_index_frequency(const nv_index *index, uint32_t term)
{
    const unsigned char *at =
        term < index->term_count ? term_at(index, term) : NULL;

    return at ? nv_load_u32(at + AT_RECORDS) : 0;
}

/* Postings. */

nv_posting_reader nv_index_postings(const nv_index *index, uint32_t term)
{
    nv_posting_reader reader = {.index = index,
                                .record = UINT32_MAX,
                                .record_count = index->record_count};
    const unsigned char *at =
        term < index->term_count
            ? nv_image_bytes(index, NV_SECTION_TERMS,
                             (uint64_t)term * NV_FORMAT_TERM,
                             2 * NV_FORMAT_TERM)
            : NULL;
    uint64_t begin, end;

    if (!at)
        return reader;
    begin = nv_load_u64(at + AT_POSTINGS);
    end = nv_load_u64(at + NV_FORMAT_TERM + AT_POSTINGS);
    reader.at = nv_image_bytes(index, NV_SECTION_POSTINGS, begin,
                               end >= begin ? end - begin : UINT64_MAX);
    reader.end = reader.at ? reader.at + (end - begin) : NULL;
    return reader;
}

static bool spoil(nv_posting_reader *reader)
{
    reader->at = reader->end;
    reader->is_damaged = true;
    return nv_image_blame(reader->index);
}

/* Reads how far the record is from that of the posting before. */
static inline bool read_distance(const nv_posting_reader *reader,
                                 const unsigned char **at, unsigned code,
                                 uint32_t *distance)
{
    *distance = code;
    if (code < NV_POSTING_NEAR)
        return true;
    if (code == NV_POSTING_NEAR) {
        if (*at == reader->end)
            return false;
        *distance = NV_POSTING_NEAR_FROM + (uint32_t) * (*at)++;
        return true;
    }
    if (!nv_unpack_u32(at, reader->end, distance) ||
        *distance > reader->record_count)
        return false;
    *distance += NV_POSTING_FAR_FROM;
    return true;
}

bool nv_posting_next(nv_posting_reader *reader, nv_posting *posting)
{
    const unsigned char *at = reader->at;
    uint32_t distance, quotation = 0;
    unsigned first;

    if (at == reader->end)
        return false;
    first = *at++;
    if (!read_distance(reader, &at, first & NV_POSTING_FAR, &distance) ||
        ((first & NV_POSTING_QUOTATION) &&
         !nv_unpack_u32(&at, reader->end, &quotation)) ||
        ((first & NV_POSTING_COUNT) && at == reader->end))
        return spoil(reader);
    distance += reader->record;
    *posting = (nv_posting){distance, (uint16_t)quotation,
                            (uint8_t)(first >> NV_POSTING_ZONE_SHIFT),
                            first & NV_POSTING_COUNT ? *at++ : 1};
    if (distance >= reader->record_count || posting->zone >= NV_ZONE_COUNT)
        return spoil(reader);
    reader->record = distance;
    reader->at = at;
    return true;
}

/* Sounds. */

/* The first whose key is not less. */
static uint32_t first_sound(const nv_index *index, uint64_t key)
{
    uint32_t low = 0, high = index->sound_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const unsigned char *at =
            nv_image_item(index, NV_SECTION_SOUND_KEYS, middle, 8);

        if (at && nv_load_u64(at) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t nv_index_sounds(const nv_index *index, uint64_t key, bool is_whole,
                         uint32_t *count)
{
    const uint64_t last = is_whole ? key : key | nv_spelling_rest(key);
    const uint32_t first = first_sound(index, key);
    const uint32_t past =
        last == UINT64_MAX ? index->sound_count : first_sound(index, last + 1);

    *count = past > first ? past - first : 0;
    return first;
}

bool nv_index_sound(const nv_index *index, uint32_t number,
                    nv_spelling *spelling)
{
    const unsigned char *key =
        number < index->sound_count
            ? nv_image_item(index, NV_SECTION_SOUND_KEYS, number, 8)
            : NULL;

    if (!key ||
        !nv_image_u32(index, NV_SECTION_SOUND_TERMS, number, &spelling->term))
        return false;
    spelling->key = nv_load_u64(key);
    return spelling->term < index->term_count || nv_image_blame(index);
}
