/* SPDX-License-Identifier: MPL-2.0 */
/* See gather.h. */
#include "registry/gather.h"

#include <stdlib.h>
#include <string.h>

#include "registry/date_words.h"
#include "registry/fold.h"

enum {
    FIRST_SLOTS = 16384, /* a power of two */
    FIRST_CAPACITY = 1024
};

void nv_gather_init(nv_gather *gather, nv_arena *arena, size_t record_count)
{
    *gather = (nv_gather){.arena = arena};
    gather->slots = calloc(FIRST_SLOTS, sizeof *gather->slots);
    gather->slot_count = FIRST_SLOTS;
    gather->lengths =
        nv_arena_array(arena, record_count, sizeof *gather->lengths);
    gather->failed = !gather->slots || !gather->lengths;
}

void nv_gather_release(nv_gather *gather)
{
    free(gather->terms);
    free(gather->slots);
    free(gather->mentions);
    free(gather->datings);
}

/* Makes room for one more element and returns the array. */
static void *grow(nv_gather *gather, void *items, size_t count,
                  size_t *capacity, size_t size)
{
    size_t wanted = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    void *larger;

    if (count < *capacity)
        return items;
    larger = realloc(items, wanted * size);
    if (!larger) {
        gather->failed = true;
        return items;
    }
    *capacity = wanted;
    return larger;
}

/* The dictionary. */

static uint32_t hash_of(const char *word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *word; word++)
        hash = (hash ^ (unsigned char)*word) * 16777619u;
    return hash;
}

/* Where the word stands in the hash table, or should. */
static uint32_t *slot_of(const nv_gather *gather, const char *word)
{
    const size_t mask = gather->slot_count - 1;
    size_t at = hash_of(word) & mask;

    while (gather->slots[at] &&
           strcmp(gather->terms[gather->slots[at] - 1].word, word) != 0)
        at = (at + 1) & mask;
    return &gather->slots[at];
}

/* Keeps the hash table at most half full. */
static void widen_slots(nv_gather *gather)
{
    size_t count = gather->slot_count * 2;
    uint32_t *slots;

    if (gather->term_count * 2 < gather->slot_count)
        return;
    slots = calloc(count, sizeof *slots);
    if (!slots) {
        gather->failed = true;
        return;
    }
    free(gather->slots);
    gather->slots = slots;
    gather->slot_count = count;
    for (size_t i = 0; i < gather->term_count; i++)
        *slot_of(gather, gather->terms[i].word) = (uint32_t)i + 1;
}

/* The number of the word's term, which is new if need be. */
static uint32_t term_of(nv_gather *gather, const char *word, size_t len)
{
    uint32_t *slot;
    const char *kept;

    widen_slots(gather);
    gather->terms = grow(gather, gather->terms, gather->term_count,
                         &gather->term_capacity, sizeof *gather->terms);
    if (gather->failed)
        return 0;
    slot = slot_of(gather, word);
    if (*slot)
        return *slot - 1;
    kept = nv_arena_text(gather->arena, word, len);
    if (!kept) {
        gather->failed = true;
        return 0;
    }
    gather->terms[gather->term_count] = (nv_term){kept, 0, 0};
    *slot = (uint32_t)++gather->term_count;
    return *slot - 1;
}

const char *nv_gather_find(const nv_gather *gather, const char *word)
{
    const uint32_t *slot = slot_of(gather, word);

    return *slot ? gather->terms[*slot - 1].word : NULL;
}

/* Words. */

static void add_term(nv_gather *gather, nv_zone zone, uint32_t term)
{
    uint16_t *length = &gather->lengths[gather->record][zone];

    gather->mentions =
        grow(gather, gather->mentions, gather->mention_count,
             &gather->mention_capacity, sizeof *gather->mentions);
    if (gather->failed)
        return;
    gather->terms[term].count++;
    gather->mentions[gather->mention_count++] = (nv_mention){
        term, {gather->record, gather->quotation, (uint8_t)zone, 1}};
    *length += *length < UINT16_MAX;
}

/* Returns the word as the arena holds it, or NULL without memory. */
static const char *add_word(nv_gather *gather, nv_zone zone,
                            const nv_fold *fold)
{
    uint32_t term = term_of(gather, fold->word, fold->word_len);

    if (gather->failed)
        return NULL;
    add_term(gather, zone, term);
    return gather->terms[term].word;
}

void nv_gather_words(nv_gather *gather, nv_zone zone, const char *text)
{
    nv_fold fold;

    if (!text)
        return;
    nv_fold_init(&fold, text, strlen(text));
    while (!gather->failed && nv_fold_next(&fold))
        add_word(gather, zone, &fold);
}

void nv_gather_again(nv_gather *gather, nv_zone zone, size_t first,
                     size_t count)
{
    for (size_t i = 0; i < count && !gather->failed; i++)
        add_term(gather, zone, gather->mentions[first + i].term);
}

/* Dates. */

void nv_gather_date(nv_gather *gather, nv_zone zone, const nv_days *days,
                    nv_date_standing standing)
{
    gather->datings = grow(gather, gather->datings, gather->dating_count,
                           &gather->dating_capacity, sizeof *gather->datings);
    if (!gather->failed)
        gather->datings[gather->dating_count++] = (nv_dating){
            *days, gather->record, (uint8_t)zone, (uint8_t)standing};
}

/* The words read last, the latest at the end. */
typedef struct {
    const char *words[NV_DATE_WORDS_MAX];
} recent;

static void remember(recent *last, const char *word)
{
    memmove(last->words, last->words + 1,
            (NV_DATE_WORDS_MAX - 1) * sizeof *last->words);
    last->words[NV_DATE_WORDS_MAX - 1] = word;
}

static bool may_be_year(const nv_fold *fold)
{
    return fold->word_len == 4 && fold->word[0] >= '1' && fold->word[0] <= '2';
}

/* Dates in prose end with their year: adds the longest that ends here. */
static void add_mentioned_date(nv_gather *gather, nv_zone zone,
                               const recent *last)
{
    for (size_t i = 0; i < NV_DATE_WORDS_MAX; i++) {
        const size_t count = NV_DATE_WORDS_MAX - i;
        nv_days days;

        if (last->words[i] &&
            nv_date_words_read(last->words + i, count, &days) == count) {
            nv_gather_date(gather, zone, &days, NV_DATE_MENTIONED);
            return;
        }
    }
}

void nv_gather_text(nv_gather *gather, nv_zone zone, const char *text)
{
    recent last = {{NULL}};
    nv_fold fold;

    if (!text)
        return;
    nv_fold_init(&fold, text, strlen(text));
    while (!gather->failed && nv_fold_next(&fold)) {
        remember(&last, add_word(gather, zone, &fold));
        if (!gather->failed && may_be_year(&fold))
            add_mentioned_date(gather, zone, &last);
    }
}
