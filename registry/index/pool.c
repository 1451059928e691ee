/* SPDX-License-Identifier: MPL-2.0 */
/* See pool.h. A slice begins with the number of the next one. */
#include "registry/index/pool.h"

#include <stdlib.h>
#include <string.h>

enum {
    UNIT = 16,          /* bytes; slices begin at a multiple of it */
    FIRST_UNITS = 4096, /* of the first block: 64 KiB */
    LINK = 4,           /* bytes at the beginning of a slice */
    LARGEST = 4096      /* bytes of a slice */
};

void nv_pool_release(nv_pool *pool)
{
    for (size_t i = 0; i < pool->block_count; i++)
        free(pool->blocks[i]);
    *pool = (nv_pool){0};
}

/* Each block is as long as all before it and the first together, so that the
 * number of a unit has that of its block as its logarithm. */
static uint32_t units_before(size_t block)
{
    return ((UINT32_C(1) << block) - 1) * FIRST_UNITS;
}

static unsigned char *slice_at(const nv_pool *pool, uint32_t slice)
{
    const uint32_t times = (slice - 1) / FIRST_UNITS + 1;
    const size_t block = 31 - (size_t)__builtin_clz(times);

    return pool->blocks[block] +
           (size_t)(slice - 1 - units_before(block)) * UNIT;
}

static bool add_block(nv_pool *pool)
{
    const size_t number = pool->block_count;

    pool->is_full = number == NV_POOL_BLOCKS;
    if (pool->is_full)
        return false;
    pool->blocks[number] = malloc(((size_t)FIRST_UNITS << number) * UNIT);
    if (!pool->blocks[number])
        return false;
    pool->block_count++;
    pool->used = 0;
    return true;
}

/* Whether the newest block has no room for so many units. */
static bool is_full(const nv_pool *pool, uint32_t units)
{
    return pool->block_count == 0 ||
           pool->used + units > (uint32_t)FIRST_UNITS
                                    << (pool->block_count - 1);
}

/* A new slice of `size` bytes; 0 without memory. */
static uint32_t cut_slice(nv_pool *pool, uint32_t size)
{
    uint32_t slice;

    if (is_full(pool, size / UNIT) && !add_block(pool))
        return 0;
    slice = units_before(pool->block_count - 1) + pool->used + 1;
    pool->used += size / UNIT;
    memset(slice_at(pool, slice), 0, LINK);
    return slice;
}

static uint32_t size_after(uint32_t size)
{
    if (size == 0)
        return UNIT;
    return size < LARGEST ? 2 * size : LARGEST;
}

static void lengthen(nv_pool *pool, nv_chain *chain)
{
    const uint32_t size = size_after(chain->size);
    const uint32_t slice = cut_slice(pool, size);

    if (!slice) {
        pool->failed = true;
        return;
    }
    if (chain->last)
        memcpy(slice_at(pool, chain->last), &slice, LINK);
    else
        chain->first = slice;
    chain->last = slice;
    chain->used = LINK;
    chain->size = (uint16_t)size;
}

void nv_pool_add(nv_pool *pool, nv_chain *chain, const unsigned char *bytes,
                 size_t len)
{
    while (len > 0 && !pool->failed) {
        size_t part = (size_t)(chain->size - chain->used);

        if (part == 0) {
            lengthen(pool, chain);
            continue;
        }
        if (part > len)
            part = len;
        memcpy(slice_at(pool, chain->last) + chain->used, bytes, part);
        chain->used = (uint16_t)(chain->used + part);
        bytes += part;
        len -= part;
    }
}

/* Reading. */

/* Goes on to the next slice; false behind the last. */
static bool enter_next(nv_chain_reader *r)
{
    uint32_t slice = r->chain->first;

    if (r->slice)
        memcpy(&slice, slice_at(r->pool, r->slice), LINK);
    if (!slice || r->slice == r->chain->last)
        return false;
    r->slice = slice;
    r->size = size_after(r->size);
    r->at = slice_at(r->pool, slice) + LINK;
    r->end = slice_at(r->pool, slice) +
             (slice == r->chain->last ? r->chain->used : r->size);
    return true;
}

void nv_chain_reader_init(nv_chain_reader *reader, const nv_pool *pool,
                          const nv_chain *chain)
{
    *reader = (nv_chain_reader){.pool = pool, .chain = chain};
}

bool nv_chain_next(nv_chain_reader *reader, uint32_t *number)
{
    *number = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        if (reader->at == reader->end && !enter_next(reader))
            return false;
        *number |= (uint32_t)(*reader->at & 0x7F) << shift;
        if (!(*reader->at++ & 0x80))
            return true;
    }
    return false;
}

void nv_pool_copy(const nv_pool *pool, const nv_chain *chain, nv_buffer *out)
{
    nv_chain_reader reader;

    nv_chain_reader_init(&reader, pool, chain);
    while (enter_next(&reader))
        nv_buffer_add(out, (const char *)reader.at,
                      (size_t)(reader.end - reader.at));
}
