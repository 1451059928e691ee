/* SPDX-License-Identifier: MPL-2.0 */
/* Sets of records, a bit for each. */
#ifndef NV_REGISTRY_BITS_H
#define NV_REGISTRY_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool nv_bits_have(const uint64_t bits[], uint32_t record)
{
    return bits[record / 64] >> record % 64 & 1;
}

static inline void nv_bits_add(uint64_t bits[], uint32_t record)
{
    bits[record / 64] |= 1ull << record % 64;
}

static inline void nv_bits_drop(uint64_t bits[], uint32_t record)
{
    bits[record / 64] &= ~(1ull << record % 64);
}

static inline size_t nv_bits_count(const uint64_t bits[], size_t words)
{
    size_t count = 0;

    for (size_t i = 0; i < words; i++)
        count += (size_t)__builtin_popcountll(bits[i]);
    return count;
}

/* The first record from `from` on, below `past`, that is in the set; `past` if
 * there is none. */
static inline uint32_t nv_bits_next(const uint64_t bits[], uint32_t from,
                                    uint32_t past)
{
    while (from < past) {
        const uint64_t rest = bits[from / 64] >> from % 64;

        if (rest) {
            from += (uint32_t)__builtin_ctzll(rest);
            return from < past ? from : past;
        }
        from = (from / 64 + 1) * 64;
    }
    return past;
}

#endif
