/* SPDX-License-Identifier: MPL-2.0 */
/* See heavy.h.
 *
 * How much a row counts for a record is reckoned as ranking does: in each zone
 * the term that stands there most often counts, a longer word than the prefix
 * for less, by BM25; the sum of the zones by the record's relations. It is
 * compared as a whole number, so that every machine has the same best. */
#include "registry/index/heavy.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/sections.h"
#include "registry/index/weight.h"

/* Counts are kept in fifths of a word: NV_WEIGHT_PREFIX_PART is three. */
enum { WHOLE = 5, BEGINNING = 3 };

/* Whole numbers to a factor of 1, and to a score of 1: the logarithm in the
 * factor is all that machines may see differently. */
enum { FACTOR = 1024, SCORE = 4 * FACTOR };

typedef struct {
    const nv_index *index;
    nv_row *rows; /* that are heavy */
    size_t row_count, row_capacity;
    bool failed;
    uint32_t *factors; /* by record, of its relations */
    /* Of one row: */
    uint16_t (*counts)[NV_ZONE_COUNT]; /* by record */
    uint64_t *bits;
    uint64_t best[NV_BEST_MAX]; /* a heap, the least first */
    size_t best_count;
    uint32_t record_count;
    nv_buffer *out_rows, *out_sets;
} maker;

/* Which rows. */

static bool is_heavy(const maker *m, nv_row row)
{
    return nv_index_places(m->index, row) > NV_LIGHT_MAX;
}

static void add_row(maker *m, nv_row row)
{
    if (m->row_count == m->row_capacity) {
        const size_t capacity = m->row_capacity * 2 + 64;
        nv_row *rows = realloc(m->rows, capacity * sizeof *rows);

        m->failed = m->failed || !rows;
        if (!rows)
            return;
        m->rows = rows;
        m->row_capacity = capacity;
    }
    m->rows[m->row_count++] = row;
}

static size_t char_len(const char *at)
{
    const unsigned char lead = (unsigned char)*at;
    const size_t len = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    return strnlen(at, len);
}

/* From `first` on, how many terms before `past` have the same `len` bytes at
 * their beginning as it. */
static uint32_t run_of(const maker *m, uint32_t first, uint32_t past,
                       size_t len)
{
    const char *word = nv_index_word(m->index, first);
    uint32_t count = 1;

    while (first + count < past &&
           !strncmp(nv_index_word(m->index, first + count), word, len))
        count++;
    return count;
}

/* Adds the heavy rows of longer prefixes among the terms of a row, which all
 * begin with the same `len` bytes. A mark alone is no prefix. */
static void add_rows(maker *m, nv_row within, size_t len)
{
    const uint32_t past = within.first + within.count;
    uint32_t at = within.first;

    if (within.count > 0 && !nv_index_word(m->index, at)[len])
        at++;
    while (at < past) {
        const char *word = nv_index_word(m->index, at);
        const size_t longer = len + char_len(word + len);
        const nv_row row = {at, run_of(m, at, past, longer)};

        if (is_heavy(m, row)) {
            if (longer > 1 || (unsigned char)*word > NV_MARK_LANGUAGE)
                add_row(m, row);
            add_rows(m, row, longer);
        }
        at += row.count;
    }
}

static int compare_rows(const void *a, const void *b)
{
    const nv_row *x = a, *y = b;

    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->count > y->count) - (x->count < y->count);
}

static void find_rows(maker *m)
{
    const uint32_t terms = nv_index_term_count(m->index);
    size_t kept = 0;

    for (uint32_t i = 0; i < terms; i++)
        if (is_heavy(m, (nv_row){i, 1}))
            add_row(m, (nv_row){i, 1});
    add_rows(m, (nv_row){0, terms}, 0);
    if (m->failed || m->row_count == 0)
        return;
    qsort(m->rows, m->row_count, sizeof *m->rows, compare_rows);
    for (size_t i = 0; i < m->row_count; i++)
        if (i == 0 || compare_rows(&m->rows[i], &m->rows[i - 1]) != 0)
            m->rows[kept++] = m->rows[i];
    m->row_count = kept;
}

/* What of a row stands in the records. */

/* What of one term stands in one record. */
typedef struct {
    uint32_t record;
    unsigned zones; /* a bit for each that has a sum */
    uint32_t sums[NV_ZONE_COUNT];
} sums;

/* Of several terms the one that stands there most often counts. */
static void raise(maker *m, const sums *of)
{
    uint16_t *counts = m->counts[of->record];

    for (unsigned left = of->zones; left; left &= left - 1) {
        const int zone = __builtin_ctz(left);
        const uint32_t sum = of->sums[zone];

        if (sum > counts[zone])
            counts[zone] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
    }
    m->bits[of->record / 64] |= UINT64_C(1) << of->record % 64;
}

static void add_sum(sums *to, uint8_t zone, uint32_t sum)
{
    if (!(to->zones >> zone & 1))
        to->sums[zone] = 0;
    to->zones |= 1u << zone;
    to->sums[zone] += sum;
}

static void count_term(maker *m, uint32_t term, uint32_t part)
{
    nv_posting_reader reader = nv_index_postings(m->index, term);
    sums of = {.zones = 0};
    nv_posting posting;

    while (nv_posting_next(&reader, &posting)) {
        if (of.zones && posting.record != of.record) {
            raise(m, &of);
            of.zones = 0;
        }
        of.record = posting.record;
        add_sum(&of, posting.zone, posting.count * part);
    }
    if (of.zones)
        raise(m, &of);
}

/* Its first term is the prefix itself if all others begin with it. */
static void count_row(maker *m, nv_row row)
{
    const char *first = nv_index_word(m->index, row.first);
    const char *last = nv_index_word(m->index, row.first + row.count - 1);
    const bool has_whole = !strncmp(first, last, strlen(first));

    memset(m->bits, 0, nv_index_bit_words(m->index) * sizeof *m->bits);
    for (uint32_t i = 0; i < row.count; i++)
        count_term(m, row.first + i, has_whole && i == 0 ? WHOLE : BEGINNING);
}

/* The best. */

static uint32_t score(const maker *m, uint32_t record)
{
    const uint16_t *counts = m->counts[record];
    double total = 0;

    for (nv_zone zone = 0; zone < NV_ZONE_COUNT; zone++)
        if (counts[zone])
            total +=
                nv_weight_zone(zone) *
                nv_weight_frequency(zone, counts[zone] / (double)WHOLE,
                                    nv_index_length(m->index, record, zone),
                                    nv_index_average_length(m->index, zone));
    return (uint32_t)(total * m->factors[record] * (SCORE / FACTOR));
}

static void swap(uint64_t *a, uint64_t *b)
{
    const uint64_t kept = *a;

    *a = *b;
    *b = kept;
}

static void sift_up(uint64_t *heap, size_t at)
{
    for (; at > 0 && heap[at] < heap[(at - 1) / 2]; at = (at - 1) / 2)
        swap(&heap[at], &heap[(at - 1) / 2]);
}

static void sift_down(uint64_t *heap, size_t count)
{
    size_t at = 0, least = 0;

    do {
        const size_t left = 2 * at + 1, right = left + 1;

        at = least;
        if (left < count && heap[left] < heap[least])
            least = left;
        if (right < count && heap[right] < heap[least])
            least = right;
        swap(&heap[at], &heap[least]);
    } while (at != least);
}

/* Of equal scores the record with the lower number is better. */
static void offer(maker *m, uint32_t record)
{
    const uint64_t key =
        (uint64_t)score(m, record) << 32 | (UINT32_MAX - record);

    if (m->best_count < NV_BEST_MAX) {
        m->best[m->best_count] = key;
        sift_up(m->best, m->best_count++);
    } else if (key > m->best[0]) {
        m->best[0] = key;
        sift_down(m->best, m->best_count);
    }
}

/* The record of the lowest bit of a word of the set. */
static uint32_t record_of(size_t word, uint64_t bits)
{
    return (uint32_t)(64 * word) + (uint32_t)__builtin_ctzll(bits);
}

static void go_through_set(maker *m)
{
    m->best_count = m->record_count = 0;
    for (size_t i = 0; i < nv_index_bit_words(m->index); i++)
        for (uint64_t left = m->bits[i]; left; left &= left - 1) {
            const uint32_t record = record_of(i, left);

            offer(m, record);
            memset(m->counts[record], 0, sizeof m->counts[record]);
            m->record_count++;
        }
}

static int compare_best(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x < y) - (x > y);
}

/* Writing. */

static void put_bits(maker *m)
{
    for (size_t i = 0; i < nv_index_bit_words(m->index); i++)
        nv_put_u64(m->out_sets, m->bits[i]);
}

static void put_list(maker *m)
{
    uint32_t last = UINT32_MAX;

    for (size_t i = 0; i < nv_index_bit_words(m->index); i++)
        for (uint64_t left = m->bits[i]; left; left &= left - 1) {
            const uint32_t record = record_of(i, left);

            nv_put_packed(m->out_sets, record - last);
            last = record;
        }
    while (m->out_sets->len % 4)
        nv_put(m->out_sets, "", 1);
}

/* The set in the way that takes less; true if that is as bits. A list takes a
 * byte at least for each record. */
static bool put_set(maker *m)
{
    const size_t before = m->out_sets->len;
    const size_t bits_len = 8 * nv_index_bit_words(m->index);

    if (m->record_count <= bits_len) {
        put_list(m);
        if (m->out_sets->failed || m->out_sets->len - before <= bits_len)
            return false;
        nv_buffer_truncate(m->out_sets, before);
    }
    put_bits(m);
    return true;
}

static void put_row(maker *m, nv_row row)
{
    const size_t before = m->out_sets->len;
    const bool is_bits = put_set(m);
    const size_t len = m->out_sets->len - before;

    nv_put_u32(m->out_rows, row.first);
    nv_put_u32(m->out_rows, row.count);
    nv_put_u32(m->out_rows, m->record_count);
    nv_put_u32(m->out_rows, (uint32_t)m->best_count);
    nv_put_u64(m->out_rows, before);
    nv_put_u32(m->out_rows, (uint32_t)len);
    nv_put_u32(m->out_rows, is_bits);
    qsort(m->best, m->best_count, sizeof *m->best, compare_best);
    for (size_t i = 0; i < m->best_count; i++)
        nv_put_u32(m->out_sets, UINT32_MAX - (uint32_t)m->best[i]);
}

static bool prepare(maker *m)
{
    const uint32_t records = nv_index_record_count(m->index);

    m->factors = malloc((records + (size_t)1) * sizeof *m->factors);
    m->counts = calloc(records + (size_t)1, sizeof *m->counts);
    m->bits = malloc((nv_index_bit_words(m->index) + 1) * sizeof *m->bits);
    if (!m->factors || !m->counts || !m->bits)
        return false;
    for (uint32_t i = 0; i < records; i++) {
        nv_card card;

        m->factors[i] = FACTOR;
        if (nv_index_card(m->index, i, &card))
            m->factors[i] =
                (uint32_t)(FACTOR * nv_weight_links(card.links) + 0.5);
    }
    return true;
}

bool nv_heavy_write(const nv_index *index, nv_buffer *rows, nv_buffer *sets)
{
    maker *m = calloc(1, sizeof *m);
    bool is_written;

    if (!m)
        return false;
    m->index = index;
    m->out_rows = rows;
    m->out_sets = sets;
    find_rows(m);
    is_written = !m->failed && (m->row_count == 0 || prepare(m));
    for (size_t i = 0; is_written && i < m->row_count; i++) {
        count_row(m, m->rows[i]);
        go_through_set(m);
        put_row(m, m->rows[i]);
    }
    is_written = is_written && !rows->failed && !sets->failed;
    free(m->rows);
    free(m->factors);
    free(m->counts);
    free(m->bits);
    free(m);
    return is_written;
}
