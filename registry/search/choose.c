/* SPDX-License-Identifier: MPL-2.0 */
/* See choose.h. */
#include "registry/search/choose.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/bits.h"

/* What must be there and stands in the fewest places; NULL when everything that
 * must is heavy. */
static const nv_found *rarest(const nv_condition conditions[], size_t count)
{
    const nv_found *best = NULL;

    for (size_t i = 0; i < count; i++) {
        const nv_found *found = conditions[i].found;

        if (!conditions[i].is_excluded && !nv_found_is_heavy(found) &&
            (!best || found->place_count < best->place_count))
            best = found;
    }
    return best;
}

static bool list(nv_choice *choice, const nv_found *from,
                 const nv_condition conditions[], size_t count)
{
    choice->records = malloc((from->record_count + 1) * sizeof(uint32_t));
    if (!choice->records)
        return false;
    for (size_t i = 0; i < from->place_count; i++) {
        const uint32_t record = from->places[i].record;

        if (record >= choice->first && record < choice->past &&
            (i == 0 || from->places[i - 1].record != record))
            choice->records[choice->count++] = record;
    }
    for (size_t i = 0; i < count && choice->count > 0; i++)
        if (conditions[i].found != from)
            choice->count =
                nv_found_filter(conditions[i].found, !conditions[i].is_excluded,
                                choice->records, choice->count);
    return true;
}

static void apply(uint64_t bits[], size_t words, const nv_condition *condition)
{
    const nv_found *found = condition->found;

    if (!nv_found_is_heavy(found)) {
        for (size_t i = 0; i < found->place_count; i++)
            nv_bits_drop(bits, found->places[i].record);
        return;
    }
    for (size_t i = 0; i < words; i++)
        bits[i] &= condition->is_excluded ? ~found->bits[i] : found->bits[i];
}

/* Empties the set outside of first to past - 1. */
static void confine(nv_choice *choice, size_t words)
{
    const size_t first = choice->first / 64, past = choice->past / 64;

    memset(choice->bits, 0,
           (first < words ? first : words) * sizeof *choice->bits);
    if (first < words)
        choice->bits[first] &= ~0ull << choice->first % 64;
    if (past < words) {
        choice->bits[past] &= (1ull << choice->past % 64) - 1;
        memset(choice->bits + past + 1, 0,
               (words - past - 1) * sizeof *choice->bits);
    }
}

static bool intersect(nv_choice *choice, size_t words,
                      const nv_condition conditions[], size_t count)
{
    choice->bits = malloc((words + 1) * sizeof *choice->bits);
    if (!choice->bits)
        return false;
    memset(choice->bits, 0xFF, words * sizeof *choice->bits);
    for (size_t i = 0; i < count; i++)
        apply(choice->bits, words, &conditions[i]);
    confine(choice, words);
    choice->count = nv_bits_count(choice->bits, words);
    return true;
}

bool nv_choose(nv_choice *choice, const nv_index *index,
               const nv_condition conditions[], size_t count, uint32_t first,
               uint32_t past)
{
    const nv_found *from = rarest(conditions, count);
    bool is_asked = false;

    *choice = (nv_choice){.first = first, .past = past};
    for (size_t i = 0; i < count; i++)
        is_asked = is_asked || !conditions[i].is_excluded;
    if (!is_asked || first >= past)
        return true;
    if (from)
        return list(choice, from, conditions, count);
    return intersect(choice, nv_index_bit_words(index), conditions, count);
}

void nv_choice_release(nv_choice *choice)
{
    free(choice->records);
    free(choice->bits);
    *choice = (nv_choice){.count = 0};
}

bool nv_choice_next(const nv_choice *choice, uint32_t *at, uint32_t *record)
{
    if (choice->bits) {
        *record = nv_bits_next(choice->bits,
                               *at > choice->first ? *at : choice->first,
                               choice->past);
        *at = *record + 1;
        return *record < choice->past;
    }
    if (*at >= choice->count)
        return false;
    *record = choice->records[(*at)++];
    return true;
}
