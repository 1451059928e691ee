/* SPDX-License-Identifier: MPL-2.0 */
/* See found.h. */
#include "registry/search/found.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/bits.h"
#include "registry/search/query.h"
#include "registry/search/radix.h"

enum {
    FIRST_CAPACITY = 64,
    CHECK_EVERY = 4096 /* places between two looks at the flag */
};

void nv_found_release(nv_found *found)
{
    free(found->places);
    free(found->bits);
    free(found->best);
    *found = (nv_found){.places = NULL};
}

void nv_room_release(nv_room *room)
{
    free(room->items[0]);
    free(room->items[1]);
    *room = (nv_room){.capacities = {0, 0}};
}

/* Sees to it that there is room for so many; false without memory. */
static bool make_room(nv_room *room, size_t which, size_t wanted)
{
    nv_place *larger;

    if (wanted <= room->capacities[which])
        return true;
    wanted = wanted < FIRST_CAPACITY ? FIRST_CAPACITY : wanted + wanted / 2;
    larger = realloc(room->items[which], wanted * sizeof *larger);
    if (!larger)
        return false;
    room->items[which] = larger;
    room->capacities[which] = wanted;
    return true;
}

/* Filling. */

void nv_filler_init(nv_filler *filler, nv_found *found, const nv_index *index,
                    const nv_filling_means *means)
{
    *found = (nv_found){.places = NULL};
    *filler = (nv_filler){.found = found,
                          .index = index,
                          .means = means,
                          .record_count = nv_index_record_count(index),
                          .zones = NV_ZONES_ALL,
                          .placed = {.max = NV_BEST_MAX}};
}

/* The best are those of the rows that the index knows as heavy; where there are
 * none, those with the best places. */
static inline void put_in_set(nv_filler *filler, const nv_place *place)
{
    const nv_best *placed = &filler->placed;
    const float score = place->count * filler->weights[place->zone];

    nv_bits_add(filler->found->bits, place->record);
    if (filler->found->best_count == 0 &&
        (placed->count < placed->max || score >= placed->items[0].score))
        nv_best_add(&filler->placed, place->record, score);
}

/* From places to a set. */
static void become_heavy(nv_filler *filler)
{
    nv_found *found = filler->found;

    filler->placed.items = malloc(NV_BEST_MAX * sizeof(nv_scored));
    found->best = malloc(NV_BEST_MAX * sizeof *found->best);
    found->bits =
        calloc(nv_index_bit_words(filler->index) + 1, sizeof *found->bits);
    filler->failed = !filler->placed.items || !found->best || !found->bits;
    for (size_t i = 0; i < NV_ZONE_COUNT; i++)
        filler->weights[i] = (float)nv_weight_zone((nv_zone)i);
    for (size_t i = 0; !filler->failed && i < filler->place_count; i++)
        put_in_set(filler, &filler->means->room->items[0][i]);
}

static inline void put_light(nv_filler *filler, const nv_place *place)
{
    nv_room *room = filler->means->room;

    if (filler->place_count == room->capacities[0])
        filler->failed = !make_room(room, 0, filler->place_count + 1);
    if (!filler->failed)
        room->items[0][filler->place_count++] = *place;
}

/* What an index says that is made by others is not trusted. */
static bool is_sound(const nv_filler *filler, const nv_place *place)
{
    return place->record < filler->record_count && place->zone < NV_ZONE_COUNT;
}

static inline void put(nv_filler *filler, const nv_place *place)
{
    if (filler->failed || !is_sound(filler, place) ||
        !(filler->zones >> place->zone & 1))
        return;
    if (!filler->found->bits && filler->place_count < filler->means->light_max)
        put_light(filler, place);
    else {
        if (!filler->found->bits)
            become_heavy(filler);
        if (!filler->failed)
            put_in_set(filler, place);
    }
}

void nv_filler_put(nv_filler *filler, const nv_place *place)
{
    put(filler, place);
}

/* Lists a record that is not there yet. */
static void list(nv_found *found, uint64_t listed[], uint32_t record)
{
    if (found->best_count == NV_BEST_MAX || nv_bits_have(listed, record))
        return;
    nv_bits_add(listed, record);
    found->best[found->best_count++] = record;
}

/* Of two lists of the best, the records take turns: how much they count is not
 * known. */
static void add_best(nv_filler *filler, const uint32_t more[], size_t count)
{
    nv_found *found = filler->found;
    uint64_t *listed =
        calloc(nv_index_bit_words(filler->index) + 1, sizeof *listed);
    uint32_t old[NV_BEST_MAX];
    const size_t old_count = found->best_count;

    filler->failed = filler->failed || !listed;
    if (!listed)
        return;
    memcpy(old, found->best, old_count * sizeof *old);
    found->best_count = 0;
    for (size_t i = 0; i < old_count || i < count; i++) {
        if (i < old_count)
            list(found, listed, old[i]);
        if (i < count && more[i] < filler->record_count)
            list(found, listed, more[i]);
    }
    free(listed);
}

/* A row whose set the index keeps. */
static void put_set(nv_filler *filler, const nv_heavy *heavy)
{
    uint32_t best[NV_BEST_MAX];

    if (!filler->found->bits)
        become_heavy(filler);
    if (filler->failed)
        return;
    nv_index_heavy_add(filler->index, heavy, filler->found->bits);
    nv_index_heavy_best(filler->index, heavy, best);
    add_best(filler, best,
             heavy->best_count < NV_BEST_MAX ? heavy->best_count : NV_BEST_MAX);
}

static void put_term(nv_filler *filler, uint32_t term, uint32_t alias,
                     float part)
{
    nv_posting_reader reader = nv_index_postings(filler->index, term);
    nv_posting posting;
    size_t count = 0;

    while (nv_posting_next(&reader, &posting)) {
        const nv_place place = {posting.record, alias, posting.quotation,
                                posting.zone, (float)posting.count * part};

        if (++count % CHECK_EVERY == 0 && nv_filler_must_stop(filler))
            return;
        put(filler, &place);
    }
}

void nv_filler_put_row(nv_filler *filler, const nv_filling *filling)
{
    const nv_row row = filling->row;
    const bool is_anywhere = filler->zones == NV_ZONES_ALL;
    nv_heavy heavy;

    if (is_anywhere && row.count > 0 &&
        nv_index_places(filler->index, row) > filler->means->light_max &&
        nv_index_heavy(filler->index, row, &heavy)) {
        put_set(filler, &heavy);
        return;
    }
    for (uint32_t i = 0; i < row.count && !nv_filler_must_stop(filler); i++)
        put_term(filler, row.first + i,
                 row.count == 1 ? filling->alias : row.first + i,
                 i == 0 && filling->has_whole ? 1 : filling->part);
}

/* Their order. */

static bool is_sorted(const nv_place places[], size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (places[i].record < places[i - 1].record)
            return false;
    return true;
}

static void sort_places(nv_filler *filler)
{
    nv_room *room = filler->means->room;
    const nv_radix_item item = {sizeof(nv_place), offsetof(nv_place, record)};
    const unsigned step = filler->record_count >> 8 ? NV_RADIX_BITS : 8;

    if (is_sorted(room->items[0], filler->place_count))
        return;
    filler->failed = !make_room(room, 1, filler->place_count);
    for (unsigned shift = 0;
         !filler->failed && shift < 32 && filler->record_count >> shift;
         shift += step) {
        const nv_room old = *room;

        nv_radix_step(old.items[0], old.items[1], filler->place_count, item,
                      shift, step);
        *room = (nv_room){{old.items[1], old.items[0]},
                          {old.capacities[1], old.capacities[0]}};
    }
}

static void keep_places(nv_filler *filler)
{
    nv_found *found = filler->found;
    const size_t size = filler->place_count * sizeof *found->places;

    sort_places(filler);
    found->places = filler->failed ? NULL : malloc(size + 1);
    filler->failed = !found->places;
    if (filler->failed)
        return;
    if (size)
        memcpy(found->places, filler->means->room->items[0], size);
    found->place_count = filler->place_count;
}

static void count_light(nv_found *found)
{
    for (size_t i = 0; i < found->place_count; i++)
        found->record_count +=
            i == 0 || found->places[i].record != found->places[i - 1].record;
}

static void keep_placed(nv_filler *filler)
{
    nv_found *found = filler->found;

    if (found->best_count > 0)
        return;
    nv_best_sort_by_score(&filler->placed);
    for (size_t i = 0; i < filler->placed.count; i++)
        found->best[found->best_count++] = filler->placed.items[i].record;
}

bool nv_filler_finish(nv_filler *filler)
{
    nv_found *found = filler->found;

    if (!nv_filler_must_stop(filler) && found->bits) {
        found->record_count =
            nv_bits_count(found->bits, nv_index_bit_words(filler->index));
        keep_placed(filler);
    } else if (!nv_filler_must_stop(filler)) {
        keep_places(filler);
        count_light(found);
    }
    free(filler->placed.items);
    filler->placed.items = NULL;
    return !nv_filler_must_stop(filler);
}

/* Asking. */

/* The first place from `at` on that is not before the record. It is likely to
 * be near. */
static size_t leap(const nv_found *found, size_t at, uint32_t record)
{
    const nv_place *places = found->places;
    size_t step = 1, past;

    if (at == found->place_count || places[at].record >= record)
        return at;
    while (step < found->place_count - at && places[at + step].record < record)
        step *= 2;
    past = step < found->place_count - at ? at + step : found->place_count;
    at += step / 2;
    while (past - at > 1) {
        const size_t middle = at + (past - at) / 2;

        if (places[middle].record < record)
            at = middle;
        else
            past = middle;
    }
    return past;
}

const nv_place *nv_found_in(const nv_found *found, size_t *cursor,
                            uint32_t record, size_t *count)
{
    size_t past;

    if (*cursor > 0 && found->places[*cursor - 1].record >= record)
        *cursor = 0;
    *cursor = past = leap(found, *cursor, record);
    while (past < found->place_count && found->places[past].record == record)
        past++;
    *count = past - *cursor;
    return *count ? found->places + *cursor : NULL;
}

bool nv_found_has(const nv_found *found, uint32_t record)
{
    size_t cursor = 0, count;

    if (found->bits)
        return nv_bits_have(found->bits, record);
    nv_found_in(found, &cursor, record, &count);
    return count > 0;
}

size_t nv_found_filter(const nv_found *found, bool has, uint32_t records[],
                       size_t count)
{
    size_t kept = 0, at = 0;

    for (size_t i = 0; i < count; i++) {
        bool is_there;

        if (found->bits)
            is_there = nv_bits_have(found->bits, records[i]);
        else {
            at = leap(found, at, records[i]);
            is_there = at < found->place_count &&
                       found->places[at].record == records[i];
        }
        if (is_there == has)
            records[kept++] = records[i];
    }
    return kept;
}
