/* SPDX-License-Identifier: MPL-2.0 */
/* Ranks as often as words have them: the first comes most often, the r-th as
 * often as 1/(r + 2.7) says (Zipf and Mandelbrot), and behind the knee, where
 * rare words begin, as often as r to the power of -7/4. With that the number of
 * different words grows as the power 4/7 of the number of all words, about as
 * it does in real text (Heaps). */
#ifndef NV_TESTS_BENCH_ZIPF_H
#define NV_TESTS_BENCH_ZIPF_H

#include "random.h"

enum { BENCH_ZIPF_GUIDE_BITS = 12 };

typedef struct {
    uint32_t *upto; /* how often one of these ranks, of 2 to the power of 32 */
    uint32_t count;
    uint32_t guide[(1u << BENCH_ZIPF_GUIDE_BITS) + 1]; /* where to look */
} bench_zipf;

/* For ranks from 0 to count - 1. False without memory. */
bool bench_zipf_init(bench_zipf *zipf, uint32_t count, uint32_t knee);
void bench_zipf_release(bench_zipf *zipf);

uint32_t bench_zipf_draw(const bench_zipf *zipf, bench_random *random);

#endif
