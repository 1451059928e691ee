/* SPDX-License-Identifier: MPL-2.0 */
/* Memory that lives and dies together: many small pieces, given back at once.
 * A piece is never moved and never freed alone. One arena belongs to one
 * thread at a time. */
#ifndef NV_BASE_ARENA_H
#define NV_BASE_ARENA_H

#include <stddef.h>

typedef struct nv_arena_block nv_arena_block;

/* All zero is an empty arena. */
typedef struct {
    nv_arena_block *blocks; /* newest first */
} nv_arena;

/* Gives every piece back; the arena is empty and can be used again. */
void nv_arena_release(nv_arena *arena);

/* The same, but keeps one block for what comes next: for work that is done
 * again and again and should not ask the system for memory each time. */
void nv_arena_reset(nv_arena *arena);

/* `size` zeroed bytes, aligned for any object; NULL when memory runs out or
 * size is absurd. A size of 0 gives a pointer that must not be read. */
void *nv_arena_alloc(nv_arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; NULL also when that overflows. */
void *nv_arena_array(nv_arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of the `len` bytes at `text`; NULL without memory. */
char *nv_arena_text(nv_arena *arena, const char *text, size_t len);

#endif
