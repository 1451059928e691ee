/* SPDX-License-Identifier: MPL-2.0 */
/* See gather.h: the words themselves. */
#include "registry/index/gather.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/hash.h"
#include "registry/text/fold.h"

enum { FIRST_CAPACITY = 1024 };

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

/* Where the word stands in the hash table, or should; NULL for `word` means one
 * that is not there. Words themselves are far from one another in memory: they
 * are looked at only when the whole hash agrees. */
static nv_word_slot *slot_of(const nv_gather *gather, uint32_t hash,
                             const char *word)
{
    const size_t mask = gather->slot_count - 1;
    size_t at = hash & mask;

    for (; gather->slots[at].word; at = (at + 1) & mask)
        if (word && gather->slots[at].hash == hash &&
            !strcmp(gather->words[gather->slots[at].word - 1].word, word))
            break;
    return &gather->slots[at];
}

/* Keeps the hash table at most half full. */
static void widen_slots(nv_gather *gather)
{
    nv_word_slot *old = gather->slots, *slots;
    const size_t old_count = gather->slot_count;

    if (gather->word_count * 2 < old_count)
        return;
    slots = calloc(old_count * 2, sizeof *slots);
    if (!slots) {
        gather->failed = true;
        return;
    }
    gather->slots = slots;
    gather->slot_count = old_count * 2;
    for (size_t i = 0; i < old_count; i++)
        if (old[i].word)
            *slot_of(gather, old[i].hash, NULL) = old[i];
    free(old);
}

uint32_t nv_gather_word(nv_gather *gather, const char *word, size_t len)
{
    const uint32_t hash = nv_hash_of(word);
    nv_word_slot *slot;
    const char *kept;

    widen_slots(gather);
    gather->words =
        nv_gather_grow(gather, gather->words, gather->word_count,
                       &gather->word_capacity, sizeof *gather->words);
    if (gather->failed)
        return 0;
    slot = slot_of(gather, hash, word);
    if (slot->word)
        return slot->word - 1;
    kept = nv_arena_text(gather->arena, word, len);
    if (!kept) {
        gather->failed = true;
        return 0;
    }
    gather->words[gather->word_count] = (nv_gathered){.word = kept};
    *slot = (nv_word_slot){hash, (uint32_t)++gather->word_count};
    return slot->word - 1;
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
