/* SPDX-License-Identifier: MPL-2.0 */
/* Where something that is wanted stands in one index: in few places, then each
 * of them is known (light), or in very many, then only the set of the records
 * is, and a list of the best (heavy). */
#ifndef NV_REGISTRY_FOUND_H
#define NV_REGISTRY_FOUND_H

#include <stdatomic.h>

#include "registry/index/index.h"
#include "registry/search/best.h"

typedef struct {
    uint32_t record;
    uint32_t term; /* what stands there; numbers of one kind for each found */
    uint16_t quotation; /* see nv_posting */
    uint8_t zone;
    float count; /* of whole words */
} nv_place;

typedef struct {
    nv_place *places; /* by record; those of one term together in it */
    size_t place_count;
    uint64_t *bits; /* one for each record; NULL: it is light */
    uint32_t *best; /* of heavy ones: best first, at most NV_BEST_MAX */
    size_t best_count;
    size_t record_count;
    bool is_partial;     /* there may be more than were looked for, */
    size_t likely_count; /* then perhaps so many records */
} nv_found;

/* Gives back what was found; it is empty afterwards. */
void nv_found_release(nv_found *found);

static inline bool nv_found_is_heavy(const nv_found *found)
{
    return found->bits != NULL;
}

/* Room for filling and sorting, used again and again: to get it anew for each
 * key costs more than what is done in it. All zero is none yet. */
typedef struct {
    nv_place *items[2];
    size_t capacities[2];
} nv_room;

/* Gives back the room; it may be used again. */
void nv_room_release(nv_room *room);

/* Of a phrase whose words all stand in very many places, no more records are
 * looked at when so many have it, or when one has it and so much was done: to
 * read a record costs NV_PHRASE_READ_COST, to pass over it 1. */
typedef struct {
    size_t found, cost;
} nv_phrase_limits;

enum { NV_PHRASE_READ_COST = 16 };

/* What filling needs beside an index. */
typedef struct {
    const atomic_bool *is_cancelled; /* by whatever thread, at any time */
    size_t light_max;                /* places; NV_LIGHT_MAX but in tests */
    nv_phrase_limits phrases;
    nv_room *room;
} nv_filling_means;

/* Filling. What is put in stays the places while they are no more than
 * means->light_max. */
typedef struct {
    nv_found *found;
    const nv_index *index;
    const nv_filling_means *means;
    uint32_t record_count;
    size_t place_count; /* in the room */
    uint32_t zones;     /* 1 << zone: only there; set by init to all */
    nv_best placed; /* of the places of a heavy one, while no row is whole */
    float weights[NV_ZONE_COUNT]; /* of a heavy one */
    bool failed;                  /* no memory: everything later does nothing */
} nv_filler;

/* Begins with an empty `found`, which is the caller's to release, whatever
 * comes. From the first place to the end, no other filler may use the room. */
void nv_filler_init(nv_filler *filler, nv_found *found, const nv_index *index,
                    const nv_filling_means *means);

/* Puts in one place; those of a record one after the other. */
void nv_filler_put(nv_filler *filler, const nv_place *place);

/* Puts in all places of the terms of a row; in place.term stands the term or,
 * of a row of one, `alias`. Each counts `part`, the first, if it is the whole
 * word, 1. */
typedef struct {
    nv_row row;
    bool has_whole;
    float part;
    uint32_t alias;
} nv_filling;

/* Puts in the places of the row. */
void nv_filler_put_row(nv_filler *filler, const nv_filling *filling);

/* Ends it. False without memory, or when it was cancelled. */
bool nv_filler_finish(nv_filler *filler);

/* Whether to go on. */
static inline bool nv_filler_must_stop(const nv_filler *filler)
{
    return filler->failed || atomic_load_explicit(filler->means->is_cancelled,
                                                  memory_order_relaxed);
}

/* Asking. */

/* Whether the record is among those found. */
bool nv_found_has(const nv_found *found, uint32_t record);

/* The places in a record, of a light one: a run of *count from the one
 * returned, NULL if there is none. *cursor, 0 at first, makes it fast to ask
 * for one record after the other. */
const nv_place *nv_found_in(const nv_found *found, size_t *cursor,
                            uint32_t record, size_t *count);

/* Keeps those of `count` records, in their order, that have it, or that have
 * not; returns how many. */
size_t nv_found_filter(const nv_found *found, bool has, uint32_t records[],
                       size_t count);

#endif
