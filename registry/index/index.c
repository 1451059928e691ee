/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h.
 *
 * Building is a walk over all texts that gathers words and their places, then
 * one sort of the distinct words and one counting sort of the places. */
#include "registry/index/index.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/collect.h"
#include "registry/text/spelling.h"
#include "registry/store.h"

/* From what was gathered to terms and postings. */

static int compare_words(const void *a, const void *b)
{
    return strcmp((*(const nv_gathered *const *)a)->word,
                  (*(const nv_gathered *const *)b)->word);
}

/* Writes the terms in order, with `first` of each set and count 0; `places` is
 * for each gathered word the number of its term. */
static bool sort_terms(const nv_gather *gather, nv_term *sorted,
                       uint32_t *places)
{
    const size_t count = gather->word_count;
    const nv_gathered **order = malloc((count + 1) * sizeof *order);
    uint32_t first = 0;

    if (!order)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = &gather->words[i];
    qsort(order, count, sizeof *order, compare_words);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (nv_term){order[i]->word, first, 0};
        first += order[i]->count;
        places[order[i] - gather->words] = (uint32_t)i;
    }
    free(order);
    return true;
}

static bool is_same_place(const nv_posting *a, const nv_posting *b)
{
    return a->record == b->record && a->zone == b->zone &&
           a->quotation == b->quotation;
}

/* Adds a posting to its term, or counts it where it stands already. Mentions
 * come in the order of records, so postings are in that order too. */
static void post(nv_term *term, nv_posting *postings, const nv_posting *posting)
{
    nv_posting *own = postings + term->first;

    if (term->count == 0 || !is_same_place(&own[term->count - 1], posting))
        own[term->count++] = *posting;
    else if (own[term->count - 1].count < UINT8_MAX)
        own[term->count - 1].count++;
}

static bool keep_postings(const nv_gather *gather, nv_index *index,
                          uint32_t *places)
{
    nv_term *terms =
        nv_arena_array(gather->arena, gather->word_count, sizeof *terms);
    nv_posting *postings =
        nv_arena_array(gather->arena, gather->mention_count, sizeof *postings);
    const bool is_kept = terms && postings && sort_terms(gather, terms, places);

    for (size_t i = 0; is_kept && i < gather->mention_count; i++)
        post(&terms[places[gather->mentions[i].term]], postings,
             &gather->mentions[i].posting);
    index->terms = terms;
    index->term_count = gather->word_count;
    index->postings = postings;
    return is_kept;
}

static bool keep_tokens(const nv_gather *gather, nv_index *index,
                        const uint32_t *places)
{
    uint32_t *tokens =
        nv_arena_array(gather->arena, gather->token_count, sizeof *tokens);

    for (size_t i = 0; tokens && i < gather->token_count; i++) {
        const uint32_t token = gather->tokens[i];

        tokens[i] =
            token & NV_TOKEN_TEXT ? token : places[token & ~NV_TOKEN_UPPER];
    }
    index->tokens = tokens;
    return tokens != NULL;
}

/* How names sound. */

static int compare_spellings(const void *a, const void *b)
{
    const nv_spelling *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->term > y->term) - (x->term < y->term);
}

static bool keep_spellings(const nv_gather *gather, nv_index *index,
                           const uint32_t *places)
{
    size_t count = 0;
    nv_spelling *spellings;

    for (size_t i = 0; i < gather->word_count; i++)
        count += gather->words[i].is_name ? NV_SPELLING_MAX : 0;
    spellings = nv_arena_array(gather->arena, count, sizeof *spellings);
    if (!spellings)
        return false;
    count = 0;
    for (size_t i = 0; i < gather->word_count; i++) {
        uint64_t keys[NV_SPELLING_MAX];
        size_t key_count = gather->words[i].is_name
                               ? nv_spelling_keys(gather->words[i].word, keys)
                               : 0;

        while (key_count > 0)
            spellings[count++] = (nv_spelling){keys[--key_count], places[i]};
    }
    qsort(spellings, count, sizeof *spellings, compare_spellings);
    index->spellings = spellings;
    index->spelling_count = count;
    return true;
}

static bool keep_datings(const nv_gather *gather, nv_index *index)
{
    nv_dating *datings =
        nv_arena_array(gather->arena, gather->dating_count, sizeof *datings);

    if (!datings)
        return false;
    if (gather->dating_count)
        memcpy(datings, gather->datings,
               gather->dating_count * sizeof *datings);
    index->datings = datings;
    index->dating_count = gather->dating_count;
    return true;
}

static void measure_lengths(const nv_gather *gather, nv_index *index)
{
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        double sum = 0;
        size_t filled = 0;

        for (size_t i = 0; i < index->record_count; i++) {
            sum += gather->lengths[i][zone];
            filled += gather->lengths[i][zone] > 0;
        }
        index->average_length[zone] = filled ? sum / (double)filled : 1;
    }
    index->lengths = (const uint16_t(*)[NV_ZONE_COUNT])gather->lengths;
}

/* Links. */

/* Counts the relations of one event at their targets; each is one of ours, the
 * reader has seen to that. */
static void count_links(const nv_registry *registry, const nv_event *event,
                        uint16_t *links)
{
    for (size_t i = 0; i < event->relation_count; i++) {
        const nv_event *target =
            nv_registry_by_id(registry, event->relations[i].target);
        uint16_t *count = &links[nv_store_index_of(registry, target)];

        *count += *count < UINT16_MAX;
    }
}

static bool keep_links(const nv_registry *registry, nv_arena *arena,
                       nv_index *index)
{
    uint16_t *links = nv_arena_array(arena, index->record_count, sizeof *links);

    for (size_t i = 0; links && i < registry->event_count; i++)
        count_links(registry, registry->events[i], links);
    index->links = links;
    return links != NULL;
}

/* All of it. */

static size_t count_quotations(const nv_registry *registry)
{
    size_t count = 0;

    for (size_t i = 0; i < registry->event_count; i++)
        count += registry->events[i]->quotation_count;
    return count;
}

static bool gather_all(const nv_registry *registry, nv_gather *gather,
                       nv_index *index)
{
    uint32_t *first_tokens = nv_arena_array(
        gather->arena, index->record_count + 1, sizeof *first_tokens);

    index->quotation_count = count_quotations(registry) + 1;
    index->quotations = nv_arena_array(gather->arena, index->quotation_count,
                                       sizeof *index->quotations);
    index->first_tokens = first_tokens;
    if (gather->failed || !index->quotations || !first_tokens)
        return false;
    nv_collect(registry, gather, index->quotations, first_tokens);
    return !gather->failed;
}

static bool keep_all(const nv_registry *registry, nv_gather *gather,
                     nv_index *index)
{
    uint32_t *places = malloc((gather->word_count + 1) * sizeof *places);
    const bool is_kept = places && keep_postings(gather, index, places) &&
                         keep_tokens(gather, index, places) &&
                         keep_spellings(gather, index, places) &&
                         keep_datings(gather, index) &&
                         keep_links(registry, gather->arena, index);

    free(places);
    if (is_kept)
        measure_lengths(gather, index);
    return is_kept;
}

bool nv_index_build(nv_registry *registry, nv_index *index)
{
    nv_gather gather;
    bool is_built;

    index->record_count = registry->event_count + registry->statement_count;
    nv_gather_init(&gather, &registry->arena, index->record_count);
    is_built = gather_all(registry, &gather, index) &&
               keep_all(registry, &gather, index);
    nv_gather_release(&gather);
    return is_built;
}

/* Looking up. */

/* The first term that is not less than the word, or, with past_prefix, the
 * first that is greater and does not begin with it. */
static size_t lower_bound(const nv_index *index, const char *word, size_t len,
                          bool past_prefix)
{
    size_t low = 0, high = index->term_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = past_prefix ? strncmp(index->terms[middle].word, word, len)
                                : strcmp(index->terms[middle].word, word);

        if (order < 0 || (order == 0 && past_prefix))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const nv_term *nv_index_find(const nv_index *index, const char *prefix,
                             bool is_whole, size_t *count)
{
    size_t len = strlen(prefix);
    size_t first = lower_bound(index, prefix, len, false);
    size_t past = lower_bound(index, prefix, len, true);

    if (is_whole && past > first)
        past = first + (strcmp(index->terms[first].word, prefix) == 0 ? 1 : 0);
    *count = past - first;
    return index->terms + first;
}

/* The first spelling whose key is not less. */
static size_t first_sound(const nv_index *index, uint64_t key)
{
    size_t low = 0, high = index->spelling_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (index->spellings[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const nv_spelling *nv_index_sounds(const nv_index *index, uint64_t key,
                                   bool is_whole, size_t *count)
{
    const uint64_t last = is_whole ? key : key | nv_spelling_rest(key);
    const size_t first = first_sound(index, key);

    *count = (last == UINT64_MAX ? index->spelling_count
                                 : first_sound(index, last + 1)) -
             first;
    return index->spellings + first;
}
