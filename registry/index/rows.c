/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: heavy rows. */
#include "registry/index/image.h"

/* Where the numbers of a heavy row stand in its item. */
enum {
    AT_COUNT = 4,
    AT_RECORDS = 8,
    AT_BEST = 12,
    AT_SET = 16,
    AT_SET_LEN = 24,
    AT_BITS = 28
};

static int compare_row(const unsigned char *at, nv_row row)
{
    const uint32_t first = nv_load_u32(at), count = nv_load_u32(at + AT_COUNT);

    if (first != row.first)
        return first < row.first ? -1 : 1;
    return (count > row.count) - (count < row.count);
}

static bool read_heavy(const nv_index *index, const unsigned char *at,
                       uint32_t number, nv_heavy *heavy)
{
    *heavy = (nv_heavy){.record_count = nv_load_u32(at + AT_RECORDS),
                        .best_count = nv_load_u32(at + AT_BEST),
                        .position = number,
                        .is_bits = nv_load_u32(at + AT_BITS)};
    return (heavy->record_count <= index->record_count &&
            heavy->best_count <= NV_BEST_MAX) ||
           nv_image_blame(index);
}

static const unsigned char *heavy_at(const nv_index *index, uint64_t number)
{
    return nv_image_item(index, NV_SECTION_HEAVY, number, NV_FORMAT_HEAVY);
}

bool nv_index_heavy(const nv_index *index, nv_row row, nv_heavy *heavy)
{
    uint32_t low = 0, high = index->heavy_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const unsigned char *at = heavy_at(index, middle);
        const int order = at ? compare_row(at, row) : 1;

        if (order == 0)
            return read_heavy(index, at, middle, heavy);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

size_t nv_index_bit_words(const nv_index *index)
{
    return ((size_t)index->record_count + 63) / 64;
}

static void add_bits(const nv_index *index, const unsigned char *set,
                     uint32_t len, uint64_t bits[])
{
    const size_t words = nv_index_bit_words(index);
    const unsigned beyond = index->record_count % 64;

    if (len != 8 * words || (beyond && nv_load_u64(set + len - 8) >> beyond)) {
        nv_image_blame(index);
        return;
    }
    for (size_t i = 0; i < words; i++)
        bits[i] |= nv_load_u64(set + 8 * i);
}

static void add_list(const nv_index *index, const nv_heavy *heavy,
                     const unsigned char *set, uint32_t len, uint64_t bits[])
{
    const unsigned char *const end = set + len;
    uint32_t record = UINT32_MAX, distance;

    for (uint32_t i = 0; i < heavy->record_count; i++) {
        if (!nv_unpack_u32(&set, end, &distance) ||
            distance > index->record_count ||
            (record += distance) >= index->record_count) {
            nv_image_blame(index);
            return;
        }
        bits[record / 64] |= UINT64_C(1) << record % 64;
    }
}

void nv_index_heavy_add(const nv_index *index, const nv_heavy *heavy,
                        uint64_t bits[])
{
    const unsigned char *at = heavy_at(index, heavy->position);
    const uint32_t len = at ? nv_load_u32(at + AT_SET_LEN) : 0;
    const unsigned char *set =
        at ? nv_image_bytes(index, NV_SECTION_SETS, nv_load_u64(at + AT_SET),
                            len)
           : NULL;

    if (set && heavy->is_bits)
        add_bits(index, set, len, bits);
    else if (set)
        add_list(index, heavy, set, len, bits);
}

void nv_index_heavy_best(const nv_index *index, const nv_heavy *heavy,
                         uint32_t best[NV_BEST_MAX])
{
    const unsigned char *at = heavy_at(index, heavy->position);
    const unsigned char *list =
        at && nv_load_u64(at + AT_SET) <= index->sections[NV_SECTION_SETS].len
            ? nv_image_bytes(index, NV_SECTION_SETS,
                             nv_load_u64(at + AT_SET) +
                                 nv_load_u32(at + AT_SET_LEN),
                             4 * (uint64_t)heavy->best_count)
            : NULL;

    for (uint32_t i = 0; i < heavy->best_count; i++) {
        best[i] = list ? nv_load_u32(list + 4 * (size_t)i) : 0;
        if (best[i] >= index->record_count) {
            nv_image_blame(index);
            best[i] = 0;
        }
    }
}
