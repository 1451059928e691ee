/* SPDX-License-Identifier: MPL-2.0 */
/* An allocator that can be made to fail, in the place of the C library's, and
 * that knows whether everything came back. The address sanitizer has the
 * allocator for itself: then NV_CAN_FAIL is not defined, and the program has a
 * main() that skips. */
#ifndef NV_TESTS_FAILING_H
#define NV_TESTS_FAILING_H

#include "check.h"

#include <stdbool.h>

#if defined(__SANITIZE_ADDRESS__)

static void every_allocation_may_fail(void **state)
{
    (void)state;
    print_message("the address sanitizer has the allocator\n");
    skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#else

#define NV_CAN_FAIL

/* The C library's own names for its allocator. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

static long countdown = -1; /* allocations until one fails; -1: none fails */
static long live;           /* blocks given and not yet given back */

static void (*instead)(void); /* if set, is called, and nothing fails */

static bool must_fail(void)
{
    if (countdown < 0 || countdown-- > 0)
        return false;
    if (instead)
        instead();
    return !instead;
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
