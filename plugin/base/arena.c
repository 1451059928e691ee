/* SPDX-License-Identifier: MPL-2.0 */
/* See arena.h. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024 };

struct nv_arena_block {
    nv_arena_block *next;
    size_t used, size; /* bytes of data[] */
    alignas(max_align_t) char data[];
};

void nv_arena_release(nv_arena *arena)
{
    while (arena->blocks) {
        nv_arena_block *block = arena->blocks;

        arena->blocks = block->next;
        free(block);
    }
}

void nv_arena_reset(nv_arena *arena)
{
    nv_arena_block *kept = arena->blocks;

    if (!kept)
        return;
    arena->blocks = kept->next;
    nv_arena_release(arena);
    memset(kept->data, 0, kept->used);
    kept->used = 0;
    kept->next = NULL;
    arena->blocks = kept;
}

static nv_arena_block *add_block(nv_arena *arena, size_t size)
{
    nv_arena_block *block = calloc(1, sizeof *block + size);

    if (!block)
        return NULL;
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *nv_arena_alloc(nv_arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    nv_arena_block *block = arena->blocks;
    void *piece;

    if (size > SIZE_MAX / 4)
        return NULL;
    size = (size + unit - 1) / unit * unit;
    if (!block || block->size - block->used < size)
        block = add_block(arena, size > BLOCK_SIZE ? size : BLOCK_SIZE);
    if (!block)
        return NULL;
    piece = block->data + block->used;
    block->used += size;
    return piece;
}

void *nv_arena_array(nv_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    return nv_arena_alloc(arena, count * size);
}

char *nv_arena_text(nv_arena *arena, const char *text, size_t len)
{
    char *copy = len < SIZE_MAX ? nv_arena_alloc(arena, len + 1) : NULL;

    if (copy && len)
        memcpy(copy, text, len);
    return copy;
}
