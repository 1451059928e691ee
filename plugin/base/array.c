/* SPDX-License-Identifier: MPL-2.0 */
/* See array.h. */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

void *nv_array_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    const size_t more = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    void *moved;

    if (count < *capacity)
        return items;
    if (*capacity > SIZE_MAX / 2 || more > SIZE_MAX / size)
        return NULL;
    moved = realloc(items, more * size);
    if (moved)
        *capacity = more;
    return moved;
}
