/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h.
 *
 * A search keeps what it found for each wanted thing and takes it up again when
 * the next query wants the same. */
#include "registry/search/search.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/fuzzy.h"
#include "registry/search/match.h"
#include "registry/search/rank.h"
#include "registry/search/snippet.h"
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
    nv_finder *finder = calloc(1, sizeof *finder);

    if (!finder) {
        fail(err);
        return NULL;
    }
    finder->registry = registry;
    nv_buffer_init(&finder->understood);
    finder->leads = calloc(events, sizeof *finder->leads);
    finder->hits = calloc(events, sizeof *finder->hits);
    if (!finder->leads || !finder->hits ||
        !nv_stemmers_prepare(&finder->stemmers)) {
        fail(err);
        nv_finder_free(finder);
        return NULL;
    }
    return finder;
}

static void release_matches(nv_match matches[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_match_release(&matches[i]);
}

void nv_finder_free(nv_finder *finder)
{
    if (!finder)
        return;
    release_matches(finder->kept, NV_QUERY_MAX);
    release_matches(finder->near, NV_QUERY_MAX);
    nv_stemmers_release(&finder->stemmers);
    nv_buffer_release(&finder->understood);
    free(finder->leads);
    free(finder->hits);
    free(finder);
}

void nv_finder_cancel(nv_finder *finder)
{
    atomic_store_explicit(&finder->is_cancelled, true, memory_order_relaxed);
}

/* Moves what the last query found to where this one wants the same, and gives
 * back the rest. */
static void take_over(nv_finder *finder, nv_match matches[])
{
    nv_match old[NV_QUERY_MAX];

    memcpy(old, matches, sizeof old);
    memset(matches, 0, sizeof old);
    for (size_t i = 0; i < finder->query.count; i++)
        for (size_t k = 0; k < finder->last.count; k++) {
            if (!old[k].is_whole ||
                !nv_wanted_is_same(&finder->query, &finder->query.wanted[i],
                                   &finder->last, &old[k].wanted))
                continue;
            matches[i] = old[k];
            matches[i].wanted = finder->query.wanted[i];
            old[k] = (nv_match){0};
            break;
        }
    release_matches(old, NV_QUERY_MAX);
}

/* Sees to it that a wanted thing has been looked for. */
static bool find(nv_finder *finder, nv_match *match, size_t wanted,
                 bool with_errors)
{
    const nv_matcher matcher = {finder->registry, &finder->query,
                                &finder->stemmers, &finder->is_cancelled};

    if (match->is_whole)
        return true;
    nv_match_release(match);
    return nv_match_find(match, &matcher, &finder->query.wanted[wanted],
                         with_errors);
}

/* False when it was cancelled. */
static bool rank(nv_finder *finder)
{
    finder->hit_count =
        nv_rank(finder->registry, finder->used, finder->query.count,
                &finder->is_cancelled, finder->leads, finder->hits);
    return !atomic_load(&finder->is_cancelled);
}

static bool run_as_typed(nv_finder *finder)
{
    for (size_t i = 0; i < finder->query.count; i++) {
        if (!find(finder, &finder->kept[i], i, false))
            return false;
        finder->used[i] = &finder->kept[i];
    }
    return rank(finder);
}

/* Errors of typing. */

static bool may_be_wrong(const nv_finder *finder, size_t wanted)
{
    const nv_wanted *w = &finder->query.wanted[wanted];

    return w->want == NV_WANT_WORD && !w->is_excluded &&
           nv_fuzzy_errors(finder->query.words[w->first]) > 0;
}

/* First the words that stand nowhere are taken for wrong, then any. */
static bool run_with_errors(nv_finder *finder, bool of_unknown_words)
{
    bool has_changed = false;

    for (size_t i = 0; i < finder->query.count; i++) {
        if (!may_be_wrong(finder, i) ||
            (of_unknown_words && finder->kept[i].place_count > 0))
            continue;
        if (!find(finder, &finder->near[i], i, true))
            return false;
        finder->used[i] = &finder->near[i];
        has_changed = true;
    }
    return !has_changed || rank(finder);
}

static uint32_t record_of(const nv_finder *finder, const nv_hit *hit)
{
    const nv_registry *registry = finder->registry;

    if (hit->statement)
        return (uint32_t)(registry->event_count +
                          (size_t)(hit->statement - registry->statements));
    return (uint32_t)nv_store_index_of(registry, hit->event);
}

/* The word of the best hit that was found for the wanted one, if the wanted one
 * itself is not in it. */
static const char *meant(const nv_finder *finder, const nv_match *match)
{
    size_t count;
    const nv_place *places =
        nv_match_in(match, record_of(finder, &finder->hits[0]), &count);
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
            return finder->registry->index.terms[best->term].word;
    return NULL;
}

static void note_corrections(nv_finder *finder)
{
    for (size_t i = 0; finder->hit_count > 0 && i < finder->query.count; i++) {
        const char *word = finder->used[i] == &finder->near[i]
                               ? meant(finder, finder->used[i])
                               : NULL;

        if (word)
            finder->corrections[finder->correction_count++] = (nv_correction){
                finder->query.words[finder->query.wanted[i].first], word};
    }
}

static bool run(nv_finder *finder)
{
    if (!run_as_typed(finder))
        return false;
    if (finder->hit_count == 0 &&
        (!run_with_errors(finder, true) ||
         (finder->hit_count == 0 && !run_with_errors(finder, false))))
        return false;
    note_corrections(finder);
    return true;
}

nv_search_end nv_finder_run(nv_finder *finder, const char *query, size_t len,
                            nv_error *err)
{
    nv_search_end end = NV_SEARCH_DONE;

    finder->last = finder->query;
    finder->hit_count = finder->correction_count = 0;
    nv_buffer_truncate(&finder->understood, 0);
    nv_query_read(&finder->query, query, len);
    nv_query_describe(&finder->query, &finder->understood);
    take_over(finder, finder->kept);
    take_over(finder, finder->near);
    if (!run(finder) || finder->understood.failed) {
        finder->hit_count = finder->correction_count = 0;
        end = atomic_load(&finder->is_cancelled) ? NV_SEARCH_CANCELLED
                                                 : NV_SEARCH_FAILED;
    }
    atomic_store(&finder->is_cancelled, false);
    if (end == NV_SEARCH_FAILED) {
        nv_buffer_release(&finder->understood);
        fail(err);
    }
    return end;
}

const nv_hit *nv_finder_hits(const nv_finder *finder, size_t *count)
{
    *count = finder->hit_count;
    return finder->hits;
}

const nv_correction *nv_finder_corrections(const nv_finder *finder,
                                           size_t *count)
{
    *count = finder->correction_count;
    return finder->corrections;
}

const char *nv_finder_understood(const nv_finder *finder)
{
    return finder->understood.text;
}

bool nv_finder_snippet(nv_finder *finder, const nv_hit *hit,
                       nv_snippet *snippet)
{
    return nv_snippet_write(finder->registry, &finder->query, finder->used,
                            finder->query.count, hit, snippet);
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
    nv_finder *finder = nv_finder_new(registry, err);
    size_t found = 0, written;

    if (finder && nv_finder_run(finder, query, len, err) == NV_SEARCH_DONE)
        found = finder->hit_count;
    written = found < max ? found : max;
    if (written)
        memcpy(hits, finder->hits, written * sizeof *hits);
    if (total)
        *total = found;
    nv_finder_free(finder);
    return written;
}
