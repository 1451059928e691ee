/* SPDX-License-Identifier: MPL-2.0 */
/* An allocator that can be told to fail, in the place of the C library's. For
 * one file of a test program; it can't be combined with the address sanitizer,
 * which has an allocator of its own (then NV_NO_FAILING_ALLOCATOR is defined).
 */
#ifndef NV_TESTS_FAILING_ALLOCATOR_H
#define NV_TESTS_FAILING_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__SANITIZE_ADDRESS__)
#define NV_NO_FAILING_ALLOCATOR
#else

/* The C library's own names for its allocator. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

static long countdown = -1; /* allocations until one fails; -1: none fails */
static long live;           /* blocks given and not yet given back */

static bool must_fail(void)
{
    return countdown >= 0 && countdown-- == 0;
}

void *malloc(size_t size)
{
    void *block = must_fail() ? NULL : __libc_malloc(size);

    live += block != NULL;
    return block;
}

void *calloc(size_t count, size_t size)
{
    void *block = must_fail() ? NULL : __libc_calloc(count, size);

    live += block != NULL;
    return block;
}

void *realloc(void *old, size_t size)
{
    void *block = must_fail() ? NULL : __libc_realloc(old, size);

    live += !old && block;
    return block;
}

void free(void *block)
{
    live -= block != NULL;
    __libc_free(block);
}

#endif
#endif
