/* SPDX-License-Identifier: MPL-2.0 */
/* See zipf.h. Only what IEEE 754 rounds the same everywhere is used: no pow().
 */
#include "zipf.h"

#include <math.h>
#include <stdlib.h>

static double weight(uint32_t rank, uint32_t knee)
{
    const double beyond = (double)knee / (double)(rank + 1);

    if (rank < knee)
        return 1.0 / (rank + 2.7);
    return beyond * sqrt(beyond) * sqrt(sqrt(beyond)) / (double)knee;
}

static void fill_guide(bench_zipf *zipf)
{
    uint32_t rank = 0;

    for (uint32_t i = 0; i < 1u << BENCH_ZIPF_GUIDE_BITS; i++) {
        while (zipf->upto[rank] <= i << (32 - BENCH_ZIPF_GUIDE_BITS) &&
               rank + 1 < zipf->count)
            rank++;
        zipf->guide[i] = rank;
    }
    zipf->guide[1u << BENCH_ZIPF_GUIDE_BITS] = zipf->count - 1;
}

bool bench_zipf_init(bench_zipf *zipf, uint32_t count, uint32_t knee)
{
    double all = 0, sum = 0;

    zipf->count = count;
    zipf->upto = calloc(count, sizeof *zipf->upto);
    if (!zipf->upto)
        return false;
    for (uint32_t i = 0; i < count; i++)
        all += weight(i, knee);
    for (uint32_t i = 0; i < count; i++) {
        sum += weight(i, knee);
        zipf->upto[i] = (uint32_t)(sum / all * UINT32_MAX);
    }
    fill_guide(zipf);
    return true;
}

void bench_zipf_release(bench_zipf *zipf)
{
    free(zipf->upto);
    zipf->upto = NULL;
}

/* The first rank whose upto is beyond what was drawn. */
uint32_t bench_zipf_draw(const bench_zipf *zipf, bench_random *random)
{
    const uint32_t at = (uint32_t)(bench_next(random) >> 32);
    const uint32_t slot = at >> (32 - BENCH_ZIPF_GUIDE_BITS);
    uint32_t low = zipf->guide[slot], high = zipf->guide[slot + 1];

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (zipf->upto[middle] > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
