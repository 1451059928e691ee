/* SPDX-License-Identifier: MPL-2.0 */
/* How much a word counts where it stands: BM25 with a weight for each zone of
 * the record. Search ranks by it, and the index chooses by it the records that
 * it keeps as the best of a heavy row. */
#ifndef NV_REGISTRY_INDEX_WEIGHT_H
#define NV_REGISTRY_INDEX_WEIGHT_H

#include "registry/index/index.h"

/* Of a whole word's count, that of a longer word which begins with it. */
#define NV_WEIGHT_PREFIX_PART 0.6f

/* How much a word in the zone counts. */
double nv_weight_zone(nv_zone zone);

/* BM25's term frequency, 1 for a word that stands once in a text of average
 * length. `count` is of whole words, `length` and `average` as in index.h. */
double nv_weight_frequency(nv_zone zone, double count, unsigned length,
                           double average);

/* The factor of an event to which so many relations lead: of two events that
 * match alike, the one that others answer, cite or follow is the one that is
 * looked for. */
double nv_weight_links(unsigned links);

#endif
