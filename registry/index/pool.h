/* SPDX-License-Identifier: MPL-2.0 */
/* Many runs of bytes that grow at the same time, as the postings of all words
 * do while records are added: a chain of slices for each, longer from one to
 * the next, all cut from blocks that are twice as long from one to the next.
 * Nothing is ever moved, and a short run takes sixteen bytes. */
#ifndef NV_REGISTRY_INDEX_POOL_H
#define NV_REGISTRY_INDEX_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { NV_POOL_BLOCKS = 20 }; /* 64 GiB in all */

/* All zero is an empty pool. */
typedef struct {
    unsigned char *blocks[NV_POOL_BLOCKS];
    size_t block_count;
    uint32_t used; /* units of the newest block */
    bool failed;   /* an addition found no room; later ones do nothing */
    bool is_full;  /* and more memory would not help */
} nv_pool;

/* All zero is an empty chain. */
typedef struct {
    uint32_t first, last; /* slices, by number of their unit, + 1 */
    uint16_t used, size;  /* bytes of the last slice */
} nv_chain;

/* Gives back all chains at once. */
void nv_pool_release(nv_pool *pool);

/* Adds bytes to the end of a chain. */
void nv_pool_add(nv_pool *pool, nv_chain *chain, const unsigned char *bytes,
                 size_t len);

/* Adds all bytes of the chain to `out`. */
void nv_pool_copy(const nv_pool *pool, const nv_chain *chain, nv_buffer *out);

/* Reads a chain from its beginning. */
typedef struct {
    const nv_pool *pool;
    const nv_chain *chain;
    const unsigned char *at, *end;
    uint32_t slice, size; /* the one that at and end are in */
} nv_chain_reader;

/* A reader that stands before the first byte of the chain. */
void nv_chain_reader_init(nv_chain_reader *reader, const nv_pool *pool,
                          const nv_chain *chain);

/* The next packed number (bytes.h); false behind the last. */
bool nv_chain_next(nv_chain_reader *reader, uint32_t *number);

#endif
