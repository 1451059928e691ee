/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h.
 *
 * A search keeps what it found for each wanted thing and takes it up again when
 * the next query wants the same. */
#include "registry/search.h"

#include <stdlib.h>
#include <string.h>

#include "registry/fuzzy.h"
#include "registry/match.h"
#include "registry/rank.h"
#include "registry/snippet.h"
#include "registry/store.h"

struct nv_finder {
    const nv_registry *registry;
    nv_stemmers stemmers;
    atomic_bool is_cancelled;
    nv_query query, last;        /* last: what kept[] and near[] are of */
    nv_match kept[NV_QUERY_MAX]; /* by wanted; is_whole tells the found ones */
    nv_match near[NV_QUERY_MAX]; /* the same, with errors of typing */
    const nv_match *used[NV_QUERY_MAX]; /* the ones ranked last */
    nv_lead *leads;
    nv_hit *hits;
    size_t hit_count;
    nv_correction corrections[NV_QUERY_MAX];
    size_t correction_count;
    nv_buffer understood;
};

static bool fail(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory to search. Close other programs "
                   "and try again.");
}

nv_finder *nv_finder_new(const nv_registry *registry, nv_error *err)
{
    const size_t events = registry->event_count + 1;
    nv_finder *search = calloc(1, sizeof *search);

    if (!search) {
        fail(err);
        return NULL;
    }
    search->registry = registry;
    nv_buffer_init(&search->understood);
    search->leads = calloc(events, sizeof *search->leads);
    search->hits = calloc(events, sizeof *search->hits);
    if (!search->leads || !search->hits ||
        !nv_stemmers_prepare(&search->stemmers)) {
        fail(err);
        nv_finder_free(search);
        return NULL;
    }
    return search;
}

static void release_matches(nv_match matches[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_match_release(&matches[i]);
}

void nv_finder_free(nv_finder *search)
{
    if (!search)
        return;
    release_matches(search->kept, NV_QUERY_MAX);
    release_matches(search->near, NV_QUERY_MAX);
    nv_stemmers_release(&search->stemmers);
    nv_buffer_release(&search->understood);
    free(search->leads);
    free(search->hits);
    free(search);
}

void nv_finder_cancel(nv_finder *search)
{
    atomic_store_explicit(&search->is_cancelled, true, memory_order_relaxed);
}

/* Moves what the last query found to where this one wants the same, and gives
 * back the rest. */
static void take_over(nv_finder *search, nv_match matches[])
{
    nv_match old[NV_QUERY_MAX];

    memcpy(old, matches, sizeof old);
    memset(matches, 0, sizeof old);
    for (size_t i = 0; i < search->query.count; i++)
        for (size_t k = 0; k < search->last.count; k++) {
            if (!old[k].is_whole ||
                !nv_wanted_is_same(&search->query, &search->query.wanted[i],
                                   &search->last, &old[k].wanted))
                continue;
            matches[i] = old[k];
            matches[i].wanted = search->query.wanted[i];
            old[k] = (nv_match){0};
            break;
        }
    release_matches(old, NV_QUERY_MAX);
}

/* Sees to it that a wanted thing has been looked for. */
static bool find(nv_finder *search, nv_match *match, size_t wanted,
                 bool with_errors)
{
    const nv_matcher matcher = {search->registry, &search->query,
                                &search->stemmers, &search->is_cancelled};

    if (match->is_whole)
        return true;
    nv_match_release(match);
    return nv_match_find(match, &matcher, &search->query.wanted[wanted],
                         with_errors);
}

static void rank(nv_finder *search)
{
    search->hit_count =
        nv_rank(search->registry, search->used, search->query.count,
                search->leads, search->hits);
}

static bool run_as_typed(nv_finder *search)
{
    for (size_t i = 0; i < search->query.count; i++) {
        if (!find(search, &search->kept[i], i, false))
            return false;
        search->used[i] = &search->kept[i];
    }
    rank(search);
    return true;
}

/* Errors of typing. */

static bool may_be_wrong(const nv_finder *search, size_t wanted)
{
    const nv_wanted *w = &search->query.wanted[wanted];

    return w->want == NV_WANT_WORD && !w->is_excluded &&
           nv_fuzzy_errors(search->query.words[w->first]) > 0;
}

/* First the words that stand nowhere are taken for wrong, then any. */
static bool run_with_errors(nv_finder *search, bool of_unknown_words)
{
    bool has_changed = false;

    for (size_t i = 0; i < search->query.count; i++) {
        if (!may_be_wrong(search, i) ||
            (of_unknown_words && search->kept[i].place_count > 0))
            continue;
        if (!find(search, &search->near[i], i, true))
            return false;
        search->used[i] = &search->near[i];
        has_changed = true;
    }
    if (has_changed)
        rank(search);
    return true;
}

static uint32_t record_of(const nv_finder *search, const nv_hit *hit)
{
    const nv_registry *registry = search->registry;

    if (hit->statement)
        return (uint32_t)(registry->event_count +
                          (size_t)(hit->statement - registry->statements));
    return (uint32_t)nv_store_index_of(registry, hit->event);
}

/* The word of the best hit that was found for the wanted one, if the wanted one
 * itself is not in it. */
static const char *meant(const nv_finder *search, const nv_match *match)
{
    size_t count;
    const nv_place *places =
        nv_match_in(match, record_of(search, &search->hits[0]), &count);
    const nv_place *best = NULL;
    double most = 0;

    for (size_t i = 0; i < count; i++) {
        const double weight =
            places[i].count * nv_rank_weight((nv_zone)places[i].zone);

        if (weight > most) {
            most = weight;
            best = &places[i];
        }
    }
    for (size_t i = 0; best && i < match->answer_count; i++)
        if (match->answers[i].term == best->term && match->answers[i].is_near)
            return search->registry->index.terms[best->term].word;
    return NULL;
}

static void note_corrections(nv_finder *search)
{
    for (size_t i = 0; search->hit_count > 0 && i < search->query.count; i++) {
        const char *word = search->used[i] == &search->near[i]
                               ? meant(search, search->used[i])
                               : NULL;

        if (word)
            search->corrections[search->correction_count++] = (nv_correction){
                search->query.words[search->query.wanted[i].first], word};
    }
}

static bool run(nv_finder *search)
{
    if (!run_as_typed(search))
        return false;
    if (search->hit_count == 0 &&
        (!run_with_errors(search, true) ||
         (search->hit_count == 0 && !run_with_errors(search, false))))
        return false;
    note_corrections(search);
    return true;
}

nv_search_end nv_finder_run(nv_finder *search, const char *query, size_t len,
                            nv_error *err)
{
    nv_search_end end = NV_SEARCH_DONE;

    search->last = search->query;
    search->hit_count = search->correction_count = 0;
    nv_buffer_truncate(&search->understood, 0);
    nv_query_read(&search->query, query, len);
    nv_query_describe(&search->query, &search->understood);
    take_over(search, search->kept);
    take_over(search, search->near);
    if (!run(search) || search->understood.failed) {
        search->hit_count = search->correction_count = 0;
        end = atomic_load(&search->is_cancelled) ? NV_SEARCH_CANCELLED
                                                 : NV_SEARCH_FAILED;
    }
    atomic_store(&search->is_cancelled, false);
    if (end == NV_SEARCH_FAILED) {
        nv_buffer_release(&search->understood);
        fail(err);
    }
    return end;
}

const nv_hit *nv_finder_hits(const nv_finder *search, size_t *count)
{
    *count = search->hit_count;
    return search->hits;
}

const nv_correction *nv_finder_corrections(const nv_finder *search,
                                           size_t *count)
{
    *count = search->correction_count;
    return search->corrections;
}

const char *nv_finder_understood(const nv_finder *search)
{
    return search->understood.text;
}

bool nv_finder_snippet(nv_finder *search, const nv_hit *hit,
                       nv_snippet *snippet)
{
    return nv_snippet_write(search->registry, &search->query, search->used,
                            search->query.count, hit, snippet);
}

const char *nv_field_word(nv_field field)
{
    static const char *const words[NV_FIELD_COUNT] = {
        "title",     "date",    "people", "party",    "place",
        "quotation", "summary", "source", "statement"};

    return words[field];
}

size_t nv_registry_search(const nv_registry *registry, const char *query,
                          size_t len, nv_hit hits[], size_t max, size_t *total,
                          nv_error *err)
{
    nv_finder *search = nv_finder_new(registry, err);
    size_t found = 0, written;

    if (search && nv_finder_run(search, query, len, err) == NV_SEARCH_DONE)
        found = search->hit_count;
    written = found < max ? found : max;
    if (written)
        memcpy(hits, search->hits, written * sizeof *hits);
    if (total)
        *total = found;
    nv_finder_free(search);
    return written;
}
