/* SPDX-License-Identifier: MPL-2.0 */
/* See timeline_parts.h: keeping labels apart. */
#include <math.h>
#include <stdlib.h>

#include "note/timeline_parts.h"

/* Some neighbours that touch, which move as one. */
typedef struct {
    double sum; /* of the places that they want, their own offsets taken off */
    size_t count;
} cluster;

static double mean(const cluster *c)
{
    return c->sum / (double)c->count;
}

/* Joins clusters until none would overtake the next; returns how many are left.
 * (Isotonic regression by pooling adjacent violators.) */
static size_t pool(const double wanted[], const double offset[], size_t count,
                   cluster clusters[])
{
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        clusters[used++] = (cluster){wanted[i] - offset[i], 1};
        while (used > 1 &&
               mean(&clusters[used - 2]) > mean(&clusters[used - 1])) {
            clusters[used - 2].sum += clusters[used - 1].sum;
            clusters[used - 2].count += clusters[used - 1].count;
            used--;
        }
    }
    return used;
}

static void place(const cluster clusters[], const double offset[], size_t count,
                  double lowest, double highest, int32_t at[])
{
    for (size_t i = 0, c = 0, in = 0; i < count; i++) {
        const double free = fmin(fmax(mean(&clusters[c]), lowest), highest);

        at[i] = (int32_t)(floor(free) + offset[i]);
        if (++in == clusters[c].count) {
            c++;
            in = 0;
        }
    }
}

bool nv_timeline_spread(const double wanted[], const int32_t before[],
                        const int32_t after[], size_t count, int32_t gap,
                        int32_t length, int32_t at[])
{
    double *offset = calloc(count + 1, sizeof *offset);
    cluster *clusters = calloc(count + 1, sizeof *clusters);
    const bool has_memory = offset && clusters;

    if (has_memory && count > 0) {
        for (size_t i = 1; i < count; i++)
            offset[i] = offset[i - 1] + after[i - 1] + gap + before[i];
        pool(wanted, offset, count, clusters);
        place(clusters, offset, count, before[0],
              length - after[count - 1] - offset[count - 1], at);
    }
    free(offset);
    free(clusters);
    return has_memory;
}

int32_t nv_timeline_with_slack(int32_t width)
{
    return width + width / 16 + 40;
}
