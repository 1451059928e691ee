/* SPDX-License-Identifier: MPL-2.0 */
/* See index.h.
 *
 * Building is a walk over all texts that gathers words and their places, then
 * one sort of the distinct words and one counting sort of the places. */
#include "registry/index.h"

#include <stdlib.h>
#include <string.h>

#include "registry/fold.h"
#include "registry/gather.h"
#include "registry/store.h"
#include "registry/walk.h"

/* From what was gathered to terms and postings. */

static int compare_terms(const void *a, const void *b)
{
    return strcmp((*(const nv_term *const *)a)->word,
                  (*(const nv_term *const *)b)->word);
}

/* Writes the terms in order, with `first` of each set and count 0; `places` is
 * for each gathered term its new place. */
static bool sort_terms(const nv_gather *gather, nv_term *sorted,
                       uint32_t *places)
{
    const size_t count = gather->term_count;
    const nv_term **order = malloc((count + 1) * sizeof *order);
    uint32_t first = 0;

    if (!order)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = &gather->terms[i];
    qsort(order, count, sizeof *order, compare_terms);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (nv_term){order[i]->word, first, 0};
        first += order[i]->count;
        places[order[i] - gather->terms] = (uint32_t)i;
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

static bool keep_postings(const nv_gather *gather, nv_index *index)
{
    nv_term *terms =
        nv_arena_array(gather->arena, gather->term_count, sizeof *terms);
    nv_posting *postings =
        nv_arena_array(gather->arena, gather->mention_count, sizeof *postings);
    uint32_t *places = malloc((gather->term_count + 1) * sizeof *places);
    bool is_kept =
        terms && postings && places && sort_terms(gather, terms, places);

    for (size_t i = 0; is_kept && i < gather->mention_count; i++)
        post(&terms[places[gather->mentions[i].term]], postings,
             &gather->mentions[i].posting);
    free(places);
    index->terms = terms;
    index->term_count = gather->term_count;
    index->postings = postings;
    return is_kept;
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

/* Synonyms. */

/* Shorter ones are words of other languages too ("us"). */
enum { SHORTEST_SYNONYM = 3 }; /* bytes */

/* The form as one word that some record has; NULL if it is no such word. */
static const char *synonym_of(const nv_gather *gather, const char *form)
{
    char word[NV_WORD_MAX + 1];
    nv_fold fold;

    if (!form)
        return NULL;
    nv_fold_init(&fold, form, strlen(form));
    if (!nv_fold_next(&fold) || fold.word_len < SHORTEST_SYNONYM)
        return NULL;
    memcpy(word, fold.word, fold.word_len + 1);
    return nv_fold_next(&fold) ? NULL : nv_gather_find(gather, word);
}

static void add_synonym(const nv_gather *gather, nv_index *index, size_t name,
                        const char *form)
{
    nv_synonym *synonyms = (nv_synonym *)index->synonyms;
    const char *word = synonym_of(gather, form);

    /* Equal words of one arena are the same; those of one name stand together,
     * at the end. */
    for (size_t i = index->synonym_count;
         word && i > 0 && synonyms[i - 1].name == name; i--)
        if (synonyms[i - 1].word == word)
            return;
    if (word)
        synonyms[index->synonym_count++] = (nv_synonym){word, (uint32_t)name};
}

static void add_synonyms(const nv_gather *gather, nv_index *index, size_t place,
                         const nv_name *name)
{
    if (name->type != NV_NAME_STATE && name->type != NV_NAME_ORGANISATION)
        return;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        add_synonym(gather, index, place, name->in[i]);
    for (size_t i = 0; i < name->variants.count; i++)
        add_synonym(gather, index, place, name->variants.items[i]);
}

static bool keep_synonyms(const nv_gather *gather, const nv_registry *registry,
                          nv_index *index)
{
    size_t forms = 0;

    for (size_t i = 0; i < registry->name_count; i++)
        forms += NV_LANGUAGE_COUNT + registry->names[i]->variants.count;
    index->synonyms =
        nv_arena_array(gather->arena, forms, sizeof *index->synonyms);
    for (size_t i = 0; index->synonyms && i < registry->name_count; i++)
        add_synonyms(gather, index, i, registry->names[i]);
    return index->synonyms != NULL;
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
    index->quotation_count = count_quotations(registry) + 1;
    index->quotations = nv_arena_array(gather->arena, index->quotation_count,
                                       sizeof *index->quotations);
    if (gather->failed || !index->quotations)
        return false;
    nv_walk(registry, gather, index->quotations);
    return !gather->failed;
}

bool nv_index_build(nv_registry *registry, nv_index *index)
{
    nv_arena *arena = &registry->arena;
    nv_gather gather;
    bool is_built;

    index->record_count = registry->event_count + registry->statement_count;
    nv_gather_init(&gather, arena, index->record_count);
    is_built = gather_all(registry, &gather, index) &&
               keep_postings(&gather, index) && keep_datings(&gather, index) &&
               keep_synonyms(&gather, registry, index) &&
               keep_links(registry, arena, index);
    if (is_built)
        measure_lengths(&gather, index);
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
