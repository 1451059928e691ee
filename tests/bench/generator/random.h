/* SPDX-License-Identifier: MPL-2.0 */
/* Numbers that look like chance and are the same on every machine: splitmix64.
 */
#ifndef NV_TESTS_BENCH_RANDOM_H
#define NV_TESTS_BENCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint64_t state;
} bench_random;

/* The same number for the same number. */
static inline uint64_t bench_mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

static inline uint64_t bench_next(bench_random *random)
{
    random->state += 0x9E3779B97F4A7C15u;
    return bench_mix(random->state);
}

/* From 0 to count - 1. */
static inline uint32_t bench_below(bench_random *random, uint32_t count)
{
    return (uint32_t)((bench_next(random) >> 32) * count >> 32);
}

static inline bool bench_chance(bench_random *random, uint32_t percent)
{
    return bench_below(random, 100) < percent;
}

/* One of those whose weights stand in weights[], in percent. */
static inline uint32_t bench_pick(bench_random *random, const uint8_t weights[],
                                  uint32_t count)
{
    uint32_t at = bench_below(random, 100), i = 0;

    while (i + 1 < count && at >= weights[i])
        at -= weights[i++];
    return i;
}

#endif
