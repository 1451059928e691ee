/* SPDX-License-Identifier: MPL-2.0 */
/* Arrays: how many elements one has whose size the compiler knows, and room for
 * more in one that grows. */
#ifndef NV_BASE_ARRAY_H
#define NV_BASE_ARRAY_H

#include <stddef.h>

#define NV_COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Makes room for one element more behind `count` of them, each `size` bytes.
 * Returns the array, which may have moved, and is given back with free(); or
 * NULL without memory, and then it is as it was. `items` is NULL and *capacity
 * 0 at first. */
void *nv_array_grow(void *items, size_t count, size_t *capacity, size_t size);

#endif
