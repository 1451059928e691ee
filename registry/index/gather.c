/* SPDX-License-Identifier: MPL-2.0 */
/* See gather.h. */
#include "registry/index/gather.h"

#include <stdlib.h>
#include <string.h>

#include "registry/text/date_words.h"
#include "registry/text/fold.h"

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
    free(gather->words);
    free(gather->slots);
    free(gather->mentions);
    free(gather->tokens);
    free(gather->datings);
}

void *nv_gather_grow(nv_gather *gather, void *items, size_t count,
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
           strcmp(gather->words[gather->slots[at] - 1].word, word) != 0)
        at = (at + 1) & mask;
    return &gather->slots[at];
}

/* Keeps the hash table at most half full. */
static void widen_slots(nv_gather *gather)
{
    size_t count = gather->slot_count * 2;
    uint32_t *slots;

    if (gather->word_count * 2 < gather->slot_count)
        return;
    slots = calloc(count, sizeof *slots);
    if (!slots) {
        gather->failed = true;
        return;
    }
    free(gather->slots);
    gather->slots = slots;
    gather->slot_count = count;
    for (size_t i = 0; i < gather->word_count; i++)
        *slot_of(gather, gather->words[i].word) = (uint32_t)i + 1;
}

uint32_t nv_gather_word(nv_gather *gather, const char *word, size_t len)
{
    uint32_t *slot;
    const char *kept;

    widen_slots(gather);
    gather->words =
        nv_gather_grow(gather, gather->words, gather->word_count,
                       &gather->word_capacity, sizeof *gather->words);
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
    gather->words[gather->word_count] = (nv_gathered){.word = kept};
    *slot = (uint32_t)++gather->word_count;
    return *slot - 1;
}

/* Numbers alone are no pieces of a word: 1954-03. */
bool nv_gather_joined(nv_gather *gather, uint32_t first, uint32_t second,
                      uint32_t *joined)
{
    const char *a = gather->words[first].word, *b = gather->words[second].word;
    const size_t len_a = strlen(a), len_b = strlen(b);
    char whole[2 * NV_WORD_MAX + 1];

    if (len_a + len_b > NV_WORD_MAX ||
        (strspn(a, "0123456789") == len_a && strspn(b, "0123456789") == len_b))
        return false;
    memcpy(whole, a, len_a);
    memcpy(whole + len_a, b, len_b + 1);
    *joined = nv_gather_word(gather, whole, len_a + len_b);
    return !gather->failed;
}

/* Words. */

static void add_token(nv_gather *gather, uint32_t token)
{
    gather->tokens =
        nv_gather_grow(gather, gather->tokens, gather->token_count,
                       &gather->token_capacity, sizeof *gather->tokens);
    if (!gather->failed)
        gather->tokens[gather->token_count++] = token;
}

void nv_gather_begin(nv_gather *gather, nv_zone zone)
{
    add_token(gather, NV_TOKEN_TEXT | (uint32_t)zone << NV_TOKEN_ZONE_SHIFT |
                          gather->quotation);
}

void nv_gather_beside(nv_gather *gather, nv_zone zone, uint32_t word)
{
    gather->mentions =
        nv_gather_grow(gather, gather->mentions, gather->mention_count,
                       &gather->mention_capacity, sizeof *gather->mentions);
    if (gather->failed)
        return;
    gather->words[word].count++;
    gather->mentions[gather->mention_count++] = (nv_mention){
        word, {gather->record, gather->quotation, (uint8_t)zone, 1}};
}

void nv_gather_add(nv_gather *gather, nv_zone zone, uint32_t word)
{
    uint16_t *length = &gather->lengths[gather->record][zone];

    nv_gather_beside(gather, zone, word);
    add_token(gather, word);
    *length += *length < UINT16_MAX;
}

/* Adds the word just read; returns its number. */
static uint32_t add_word(nv_gather *gather, nv_zone zone, const nv_fold *fold,
                         uint32_t before)
{
    const uint32_t word = nv_gather_word(gather, fold->word, fold->word_len);
    uint32_t joined;

    if (gather->failed)
        return 0;
    nv_gather_add(gather, zone, word);
    if (gather->failed)
        return 0;
    gather->words[word].is_name |= fold->is_capital;
    if (fold->is_upper)
        gather->tokens[gather->token_count - 1] |= NV_TOKEN_UPPER;
    if (fold->is_tied && nv_gather_joined(gather, before, word, &joined))
        nv_gather_beside(gather, zone, joined);
    return word;
}

/* Dates. */

void nv_gather_date(nv_gather *gather, nv_zone zone, const nv_days *days,
                    nv_date_standing standing)
{
    gather->datings =
        nv_gather_grow(gather, gather->datings, gather->dating_count,
                       &gather->dating_capacity, sizeof *gather->datings);
    if (!gather->failed)
        gather->datings[gather->dating_count++] = (nv_dating){
            *days, gather->record, (uint8_t)zone, (uint8_t)standing};
}

static bool may_be_year(const nv_fold *fold)
{
    return fold->word_len == 4 && fold->word[0] >= '1' && fold->word[0] <= '2';
}

/* Dates in prose end with their year: adds the longest that ends here. */
static void add_mentioned_date(nv_gather *gather, nv_zone zone)
{
    const uint32_t *past = gather->tokens + gather->token_count;
    const char *words[NV_DATE_WORDS_MAX];
    size_t count = 0;

    do {
        const uint32_t token = past[-1 - (ptrdiff_t)count];

        if (token & NV_TOKEN_TEXT)
            break;
        count++;
        words[NV_DATE_WORDS_MAX - count] =
            gather->words[token & ~NV_TOKEN_UPPER].word;
    } while (count < NV_DATE_WORDS_MAX &&
             (count == 1 ||
              nv_date_words_is_part(words[NV_DATE_WORDS_MAX - count])));
    for (; count > 0; count--) {
        const char *const *first = words + NV_DATE_WORDS_MAX - count;
        nv_days days;

        if (nv_date_words_read(first, count, &days) == count) {
            nv_gather_date(gather, zone, &days, NV_DATE_MENTIONED);
            return;
        }
    }
}

void nv_gather_text(nv_gather *gather, nv_zone zone, const char *text)
{
    uint32_t last = 0;
    nv_fold fold;

    nv_gather_begin(gather, zone);
    nv_fold_init(&fold, text, strlen(text));
    while (!gather->failed && nv_fold_next(&fold)) {
        last = add_word(gather, zone, &fold, last);
        if (!gather->failed && zone != NV_ZONE_DATE && may_be_year(&fold))
            add_mentioned_date(gather, zone);
    }
}
