/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h and image.h: what bytes are an index, and their checksums. */
#include "registry/index/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <zlib.h>

#include "registry/trouble.h"

static bool is_refused(nv_error *err, const char *name, const char *what)
{
    return nv_trouble(err, NV_ERROR_FORMAT, 0, name, what);
}

/* Checksums. */

uint32_t nv_image_checksum(uint32_t before, const unsigned char *bytes,
                           size_t len)
{
    return (uint32_t)crc32_z(before, bytes, len);
}

bool nv_image_check(const nv_index *index, size_t block)
{
    const size_t begin = block * NV_FORMAT_BLOCK;
    const size_t left = index->body_len - begin;
    const size_t len = left < NV_FORMAT_BLOCK ? left : NV_FORMAT_BLOCK;

    if (nv_image_checksum(0, index->body + begin, len) !=
        nv_load_u32(index->checksums + 4 * block))
        return nv_image_blame(index);
    atomic_store_explicit(&index->state->is_good[block], 1,
                          memory_order_relaxed);
    return true;
}

const char *nv_image_text(const nv_index *index, nv_section section,
                          uint64_t offset)
{
    const unsigned char *const texts = index->sections[section].at;
    const uint64_t len_of_all = index->sections[section].len;
    uint64_t at = offset;

    if (index->is_all_good && offset < len_of_all && !texts[len_of_all - 1])
        return (const char *)texts + offset;
    while (at < len_of_all) {
        const size_t place = (size_t)(texts - index->body) + at;
        uint64_t len = NV_FORMAT_BLOCK - place % NV_FORMAT_BLOCK;
        const unsigned char *bytes;

        if (len > len_of_all - at)
            len = len_of_all - at;
        bytes = nv_image_bytes(index, section, at, len);
        if (!bytes)
            return "";
        if (memchr(bytes, '\0', len))
            return (const char *)texts + offset;
        at += len;
    }
    nv_image_blame(index);
    return "";
}

/* The header. */

static bool has_right_beginning(const nv_index *index, const char *name,
                                nv_error *err)
{
    const size_t magic_len = sizeof NV_FORMAT_MAGIC - 1;
    const size_t len = index->len < magic_len ? index->len : magic_len;
    char what[96];
    uint32_t version;

    if (len == 0 || memcmp(index->bytes, NV_FORMAT_MAGIC, len) != 0)
        return is_refused(err, name, "the file is not an index");
    if (index->len < NV_FORMAT_HEADER)
        return is_refused(err, name, "the index is cut off");
    if (nv_load_u32(index->bytes + NV_FORMAT_AT_ORDER) ==
        __builtin_bswap32(NV_FORMAT_ORDER))
        return is_refused(err, name,
                          "the index is of a machine of the other byte order");
    version = nv_load_u32(index->bytes + NV_FORMAT_AT_VERSION);
    if (version != NV_FORMAT_VERSION) {
        snprintf(what, sizeof what,
                 "the index is of version %u and this program reads version %d",
                 (unsigned)version, NV_FORMAT_VERSION);
        return is_refused(err, name, what);
    }
    return index->len >= nv_load_u64(index->bytes + NV_FORMAT_AT_LEN) ||
           is_refused(err, name, "the index is cut off");
}

/* Whether header and table of blocks are what was written. */
static bool measure_body(nv_index *index)
{
    const unsigned char *header = index->bytes;
    const size_t rest = index->len - NV_FORMAT_HEADER;
    uint32_t sum;

    index->block_count = nv_load_u32(header + NV_FORMAT_AT_BLOCKS);
    if (nv_load_u64(header + NV_FORMAT_AT_LEN) != index->len ||
        index->block_count > rest / 4)
        return false;
    index->body = header + NV_FORMAT_HEADER;
    index->body_len = rest - 4 * index->block_count;
    index->checksums = index->body + index->body_len;
    sum = nv_image_checksum(0, header, NV_FORMAT_AT_CHECKSUM);
    sum = nv_image_checksum(sum, index->checksums, 4 * index->block_count);
    return sum == nv_load_u32(header + NV_FORMAT_AT_CHECKSUM) &&
           index->block_count ==
               (index->body_len + NV_FORMAT_BLOCK - 1) / NV_FORMAT_BLOCK;
}

static bool place_sections(nv_index *index)
{
    const unsigned char *at = index->bytes + NV_FORMAT_AT_SECTIONS;
    const uint64_t end = index->body_len;

    if (nv_load_u32(index->bytes + NV_FORMAT_AT_SECTION_COUNT) !=
        NV_SECTION_COUNT)
        return false;
    for (size_t i = 0; i < NV_SECTION_COUNT; i++, at += 16) {
        const uint64_t offset = nv_load_u64(at), len = nv_load_u64(at + 8);

        if (offset % 8 || offset > end || len > end - offset)
            return false;
        index->sections[i].at = index->body + offset;
        index->sections[i].len = len;
    }
    return true;
}

/* How many items of `size` bytes a section has; damaged if there is a rest, or
 * more than can be numbered. */
static bool count_items(const nv_index *index, nv_section section, size_t size,
                        uint32_t *count)
{
    const uint64_t len = index->sections[section].len;

    *count = (uint32_t)(len / size);
    return len % size == 0 && len / size < NV_TOKEN_BESIDE;
}

static bool has_items(const nv_index *index, nv_section section, uint64_t count,
                      size_t size)
{
    return index->sections[section].len == count * size;
}

static bool count_all(nv_index *index)
{
    const unsigned char *header = index->bytes;
    uint32_t ends = 0;
    bool is_right;

    index->event_count = nv_load_u32(header + NV_FORMAT_AT_EVENTS);
    index->record_count = nv_load_u32(header + NV_FORMAT_AT_RECORDS);
    is_right =
        index->record_count < NV_TOKEN_BESIDE &&
        index->event_count <= index->record_count &&
        count_items(index, NV_SECTION_TERMS, NV_FORMAT_TERM, &ends) &&
        ends > 0 &&
        count_items(index, NV_SECTION_NAMES, NV_FORMAT_NAME,
                    &index->name_count) &&
        count_items(index, NV_SECTION_MEMBERS, NV_FORMAT_MEMBER,
                    &index->member_count) &&
        count_items(index, NV_SECTION_DATINGS, NV_FORMAT_DATING,
                    &index->dating_count) &&
        count_items(index, NV_SECTION_SOUND_KEYS, 8, &index->sound_count) &&
        count_items(index, NV_SECTION_HEAVY, NV_FORMAT_HEAVY,
                    &index->heavy_count);
    index->term_count = ends - 1;
    index->head_count =
        (index->term_count + NV_FORMAT_HEADS - 1) / NV_FORMAT_HEADS;
    return is_right;
}

/* Whether each section is as long as the counts demand. */
static bool is_consistent(const nv_index *index)
{
    const uint32_t events = index->event_count, records = index->record_count;
    const struct {
        nv_section section;
        uint64_t count;
        size_t size;
    } wanted[] = {
        {NV_SECTION_CARDS, events, NV_FORMAT_CARD},
        {NV_SECTION_FACETS, events, NV_FORMAT_FACETS},
        {NV_SECTION_BY_ID, events, 4},
        {NV_SECTION_BY_KEY, events, 4},
        {NV_SECTION_STATEMENTS, records - events, NV_FORMAT_STATEMENT},
        {NV_SECTION_LOCATIONS, records, NV_FORMAT_LOCATION},
        {NV_SECTION_HEADS, index->head_count, NV_FORMAT_HEAD},
        {NV_SECTION_TOKEN_STARTS, (uint64_t)records + 1, 8},
        {NV_SECTION_RANKS, index->term_count, 4},
        {NV_SECTION_LENGTHS, records, 2 * NV_ZONE_COUNT},
        {NV_SECTION_LENGTH_SUMS, NV_ZONE_COUNT, 16},
        {NV_SECTION_LAST_DAYS,
         (index->dating_count + NV_FORMAT_DATINGS - 1) / NV_FORMAT_DATINGS, 4},
        {NV_SECTION_SOUND_TERMS, index->sound_count, 4},
    };

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!has_items(index, wanted[i].section, wanted[i].count,
                       wanted[i].size))
            return false;
    return !memcmp(index->bytes + NV_FORMAT_AT_PACK + NV_FORMAT_PACK - 1, "",
                   1);
}

bool nv_image_average_lengths(nv_index *index)
{
    const unsigned char *at =
        nv_image_bytes(index, NV_SECTION_LENGTH_SUMS, 0, 16 * NV_ZONE_COUNT);

    for (size_t zone = 0; at && zone < NV_ZONE_COUNT; zone++, at += 16) {
        const uint64_t sum = nv_load_u64(at), filled = nv_load_u64(at + 8);

        index->average_length[zone] =
            sum && filled ? (double)sum / (double)filled : 1;
    }
    return at != NULL;
}

static bool is_whole(const nv_index *index)
{
    for (size_t i = 0; i < index->block_count; i++)
        if (!nv_image_check(index, i))
            return false;
    return true;
}

static bool read_header(nv_index *index, const char *name, size_t whole_max,
                        nv_error *err)
{
    static const char damaged[] = "the index is damaged";

    if (!has_right_beginning(index, name, err))
        return false;
    if (!measure_body(index) || !place_sections(index) || !count_all(index) ||
        !is_consistent(index))
        return is_refused(err, name, damaged);
    index->state = calloc(1, sizeof *index->state + index->block_count);
    if (!index->state)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    index->is_all_good = index->len <= whole_max && is_whole(index);
    return (nv_image_average_lengths(index) &&
            (index->len > whole_max || index->is_all_good)) ||
           is_refused(err, name, damaged);
}

bool nv_index_check(const nv_index *index)
{
    return index->is_all_good || is_whole(index);
}

/* Opening and closing. */

nv_index *nv_image_make(unsigned char *bytes, size_t len, bool is_mapped,
                        const char *name, size_t whole_max, nv_error *err)
{
    nv_index *index = calloc(1, sizeof *index);

    if (!index) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
        if (is_mapped)
            munmap(bytes, len);
        else
            free(bytes);
        return NULL;
    }
    index->bytes = bytes;
    index->len = len;
    index->is_mapped = is_mapped;
    if (read_header(index, name, whole_max, err))
        return index;
    nv_index_close(index);
    return NULL;
}

nv_index *nv_image_of_bytes(const void *bytes, size_t len, bool owned,
                            const char *name, size_t whole_max, nv_error *err)
{
    unsigned char *copy = (unsigned char *)bytes;

    if (!owned) {
        copy = malloc(len ? len : 1);
        if (!copy) {
            nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
            return NULL;
        }
        if (len)
            memcpy(copy, bytes, len);
    }
    return nv_image_make(copy, len, false, name, whole_max, err);
}

nv_index *nv_index_of_bytes(const void *bytes, size_t len, bool owned,
                            const char *name, nv_error *err)
{
    return nv_image_of_bytes(bytes, len, owned, name, NV_INDEX_WHOLE_MAX, err);
}

void nv_index_close(nv_index *index)
{
    if (!index)
        return;
    if (index->is_mapped)
        munmap(index->bytes, index->len);
    else
        free(index->bytes);
    free(index->state);
    free(index);
}

/* Of the index itself. */

void nv_index_get_tie(const nv_index *index, nv_index_tie *tie)
{
    tie->size = nv_load_u64(index->bytes + NV_FORMAT_AT_TIE);
    tie->checksum = nv_load_u32(index->bytes + NV_FORMAT_AT_TIE + 8);
}

bool nv_index_is_damaged(const nv_index *index)
{
    return atomic_load_explicit(&index->state->is_damaged,
                                memory_order_relaxed);
}

const char *nv_index_pack(const nv_index *index)
{
    return (const char *)index->bytes + NV_FORMAT_AT_PACK;
}

uint32_t nv_index_event_count(const nv_index *index)
{
    return index->event_count;
}

uint32_t nv_index_record_count(const nv_index *index)
{
    return index->record_count;
}
