/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h: how long the texts of records are, and dates. */
#include "registry/index/image.h"

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
