/* SPDX-License-Identifier: MPL-2.0 */
/* See narrow.h.
 *
 * From a list, the records are taken that count most by what is light. From a
 * set, those that are among the best of something heavy; then, as long as there
 * is room, the first. In both cases, to be among the best of something heavy
 * counts: the better, the more. */
#include "registry/search/narrow.h"

#include <stdlib.h>

#include "registry/search/bits.h"

enum { ENOUGH = 2 /* words in one place; more of them hardly count */ };

typedef struct {
    nv_scorer *scorer;
    const nv_choice *choice;
    nv_scored *items; /* by record */
    size_t count;
} narrower;

static const nv_found *heavy_found(const narrower *n, size_t match)
{
    const nv_asked *asked = n->scorer->asked;
    const nv_found *found =
        &asked->matches[match]->in[n->scorer->registry].found;

    return nv_asked_counts(asked, match) && nv_found_is_heavy(found) ? found
                                                                     : NULL;
}

/* What the record number `place` of a best list has more than one that is on no
 * list: a word in a title, at most. */
static float bonus(const narrower *n, size_t match, size_t place, size_t count)
{
    return (float)(n->scorer->asked->weights[match] *
                   n->scorer->zone_weights[NV_ZONE_TITLE] *
                   (1 - (double)place / (double)(count + 1)));
}

/* From a list. */

static nv_scored *item_of(const narrower *n, uint32_t record)
{
    size_t low = 0, high = n->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (n->items[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n->count && n->items[low].record == record ? &n->items[low]
                                                            : NULL;
}

static void add_bonuses(narrower *n)
{
    for (size_t i = 0; i < n->scorer->asked->match_count; i++) {
        const nv_found *found = heavy_found(n, i);

        for (size_t k = 0; found && k < found->best_count; k++) {
            nv_scored *item = item_of(n, found->best[k]);

            if (item)
                item->score += bonus(n, i, k, found->best_count);
        }
    }
}

/* What the places of a light match count, more or less: each that is looked for
 * has all of them at hand, in the order of the records. */
static void add_places(narrower *n, size_t match)
{
    const nv_found *found =
        &n->scorer->asked->matches[match]->in[n->scorer->registry].found;
    const double weight = n->scorer->asked->weights[match];
    size_t cursor = 0;

    for (size_t i = 0; i < n->count; i++) {
        size_t count;
        const nv_place *places =
            nv_found_in(found, &cursor, n->items[i].record, &count);
        double sum = 0;

        for (size_t k = 0; k < count; k++)
            sum += n->scorer->zone_weights[places[k].zone] *
                   (places[k].count < ENOUGH ? places[k].count : ENOUGH);
        n->items[i].score += (float)(weight * sum);
        cursor += count;
    }
}

static void take_list(narrower *n)
{
    const nv_asked *asked = n->scorer->asked;

    n->items = malloc((n->choice->count + 1) * sizeof *n->items);
    n->scorer->failed = n->scorer->failed || !n->items;
    for (size_t i = 0; n->items && i < n->choice->count; i++)
        n->items[n->count++] = (nv_scored){0, n->choice->records[i]};
    for (size_t i = 0; i < asked->match_count; i++)
        if (nv_asked_counts(asked, i) && !heavy_found(n, i))
            add_places(n, i);
    add_bonuses(n);
}

/* From a set. */

static void list_best(narrower *n)
{
    for (size_t i = 0; i < n->scorer->asked->match_count; i++) {
        const nv_found *found = heavy_found(n, i);

        for (size_t k = 0; found && k < found->best_count; k++)
            if (nv_bits_have(n->choice->bits, found->best[k]))
                n->items[n->count++] = (nv_scored){
                    bonus(n, i, k, found->best_count), found->best[k]};
    }
}

static void sort(narrower *n, nv_scored *items, size_t count)
{
    if (!nv_scored_sort(items, count, nv_index_record_count(n->scorer->index)))
        n->scorer->failed = true;
}

/* Each record once, with the sum of its scores. */
static void unite(narrower *n)
{
    size_t kept = 0;

    sort(n, n->items, n->count);
    for (size_t i = 0; i < n->count; i++)
        if (kept > 0 && n->items[kept - 1].record == n->items[i].record)
            n->items[kept - 1].score += n->items[i].score;
        else
            n->items[kept++] = n->items[i];
    n->count = kept;
}

/* The first that are on no list, until there are `max`. */
static void fill_up(narrower *n, size_t max)
{
    const size_t listed = n->count;
    uint32_t at = 0, record;
    size_t next = 0;

    while (n->count < max && nv_choice_next(n->choice, &at, &record)) {
        while (next < listed && n->items[next].record < record)
            next++;
        if (next == listed || n->items[next].record != record)
            n->items[n->count++] = (nv_scored){0, record};
    }
}

static void take_set(narrower *n, size_t max)
{
    size_t room = max + 1;

    for (size_t i = 0; i < n->scorer->asked->match_count; i++)
        room += heavy_found(n, i) ? heavy_found(n, i)->best_count : 0;
    n->items = malloc(room * sizeof *n->items);
    n->scorer->failed = n->scorer->failed || !n->items;
    if (!n->items)
        return;
    list_best(n);
    unite(n);
    fill_up(n, max);
}

static size_t keep_best(narrower *n, uint32_t records[], size_t max)
{
    nv_scored *items = malloc((max + 1) * sizeof *items);
    nv_best best = {items, 0, max};

    n->scorer->failed = n->scorer->failed || !items;
    for (size_t i = 0; items && i < n->count; i++)
        nv_best_add(&best, n->items[i].record, n->items[i].score);
    if (items)
        sort(n, items, best.count);
    for (size_t i = 0; i < best.count; i++)
        records[i] = best.items[i].record;
    free(items);
    return best.count;
}

size_t nv_narrow(nv_scorer *scorer, const nv_choice *choice, uint32_t records[],
                 size_t max)
{
    narrower n = {.scorer = scorer, .choice = choice};
    uint32_t at = 0;
    size_t count = 0;

    if (choice->count <= max) {
        while (nv_choice_next(choice, &at, &records[count]))
            count++;
        return count;
    }
    if (choice->bits)
        take_set(&n, max);
    else
        take_list(&n);
    if (n.items)
        count = keep_best(&n, records, max);
    free(n.items);
    return count;
}
