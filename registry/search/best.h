/* SPDX-License-Identifier: MPL-2.0 */
/* The best of many records, kept while all of them go by: a heap with the least
 * of those kept on top. */
#ifndef NV_REGISTRY_BEST_H
#define NV_REGISTRY_BEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    float score; /* greater is better; of two alike the first record */
    uint32_t record;
} nv_scored;

/* The caller sets `items`, room for `max` of them, max > 0. */
typedef struct {
    nv_scored *items;
    size_t count, max;
} nv_best;

void nv_best_add(nv_best *best, uint32_t record, float score);

/* Puts those kept in order, best first. */
void nv_best_sort_by_score(nv_best *best);

/* Puts items in the order of their records, which are less than `record_count`.
 * False without memory. */
bool nv_scored_sort(nv_scored *items, size_t count, uint32_t record_count);

#endif
