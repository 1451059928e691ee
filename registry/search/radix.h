/* SPDX-License-Identifier: MPL-2.0 */
/* Sorting items by their record, some bits at a time, the lowest first. */
#ifndef NV_REGISTRY_RADIX_H
#define NV_REGISTRY_RADIX_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { NV_RADIX_BITS = 11 }; /* of one step, at most */

/* What is sorted: items of `size` bytes with a u32 at `record_at`. Written out
 * where it is used, it makes the step as fast as one for that type alone. */
typedef struct {
    size_t size, record_at;
} nv_radix_item;

static inline uint32_t nv_radix_digit(const unsigned char *item,
                                      nv_radix_item of, unsigned shift,
                                      uint32_t mask)
{
    uint32_t record;

    memcpy(&record, item + of.record_at, sizeof record);
    return record >> shift & mask;
}

/* One step: from one array to another, by `bits` bits of the record from bit
 * `shift` on; keeps the order of equals. */
static inline void nv_radix_step(const void *from, void *to, size_t count,
                                 nv_radix_item of, unsigned shift,
                                 unsigned bits)
{
    const unsigned char *const items = from;
    const uint32_t mask = (1u << bits) - 1;
    uint32_t starts[(1 << NV_RADIX_BITS) + 1];

    memset(starts, 0, (mask + 2) * sizeof *starts);
    for (size_t i = 0; i < count; i++)
        starts[nv_radix_digit(items + i * of.size, of, shift, mask) + 1]++;
    for (size_t i = 0; i < mask; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++) {
        const unsigned char *item = items + i * of.size;

        memcpy((unsigned char *)to +
                   starts[nv_radix_digit(item, of, shift, mask)]++ * of.size,
               item, of.size);
    }
}

#endif
