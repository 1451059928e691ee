/* SPDX-License-Identifier: MPL-2.0 */
/* Gathering the words and dates of records, each with the place where it
 * stands: what the index is made of. */
#ifndef NV_REGISTRY_GATHER_H
#define NV_REGISTRY_GATHER_H

#include "base/arena.h"
#include "registry/index.h"

/* A word met at a place. */
typedef struct {
    uint32_t term; /* in terms[] */
    nv_posting posting;
} nv_mention;

/* The walker sets record and quotation before it adds; the rest is read only.
 * When memory runs out `failed` is set and every later addition does nothing:
 * ask once, at the end. */
typedef struct {
    uint32_t record;
    uint16_t quotation; /* number of the one being added, or 0 */
    bool failed;
    nv_arena *arena; /* keeps the words themselves and lengths[] */
    nv_term *terms;  /* in the order they were met; count: of mentions */
    size_t term_count, term_capacity;
    uint32_t *slots; /* hash table of terms + 1; 0: free */
    size_t slot_count;
    nv_mention *mentions; /* in the order they were met */
    size_t mention_count, mention_capacity;
    nv_dating *datings;
    size_t dating_count, dating_capacity;
    uint16_t (*lengths)[NV_ZONE_COUNT]; /* words, by record and zone */
} nv_gather;

/* For `record_count` records. Sets failed without memory. */
void nv_gather_init(nv_gather *gather, nv_arena *arena, size_t record_count);

void nv_gather_release(nv_gather *gather);

/* Adds the words of a text; NULL has none. */
void nv_gather_words(nv_gather *gather, nv_zone zone, const char *text);

/* Adds the words of a text and the dates it mentions. */
void nv_gather_text(nv_gather *gather, nv_zone zone, const char *text);

/* Adds the words of `count` earlier mentions once more, at another place. */
void nv_gather_again(nv_gather *gather, nv_zone zone, size_t first,
                     size_t count);

void nv_gather_date(nv_gather *gather, nv_zone zone, const nv_days *days,
                    nv_date_standing standing);

/* The word as the arena holds it, or NULL if it was never met. */
const char *nv_gather_find(const nv_gather *gather, const char *word);

#endif
