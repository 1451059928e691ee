/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h.
 *
 * A search keeps what it found for each wanted thing and takes it up again when
 * the next query wants the same. */
#include "registry/search/search.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/corrections.h"
#include "registry/search/finder.h"
#include "registry/search/fuzzy.h"
#include "registry/search/matching.h"
#include "registry/search/passage.h"
#include "registry/search/picked.h"
#include "registry/search/snippet.h"

/* Of more events that match, so many are scored for one key; fewer, when the
 * words of each have to be read. */
enum { LIGHT_MAX = 512, HEAVY_MAX = 128 };

/* Of records that may have a phrase of very common words. */
enum { PHRASE_FOUND = LIGHT_MAX, PHRASE_COST = 4096 };

static bool fail(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory to search. Close other programs "
                   "and try again.");
}

nv_finder *nv_finder_new(const nv_registry *const registries[], size_t count,
                         nv_error *err)
{
    nv_finder *finder = calloc(1, sizeof *finder);

    if (!finder) {
        fail(err);
        return NULL;
    }
    nv_buffer_init(&finder->understood);
    finder->light_max = NV_LIGHT_MAX;
    finder->phrases = (nv_phrase_limits){PHRASE_FOUND, PHRASE_COST};
    finder->limits = (nv_rank_limits){LIGHT_MAX, HEAVY_MAX};
    finder->registry_count = count;
    finder->registries = malloc((count + 1) * sizeof *finder->registries);
    if (!finder->registries || !nv_stemmers_prepare(&finder->stemmers)) {
        fail(err);
        nv_finder_free(finder);
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        finder->registries[i] = registries[i];
    return finder;
}

static void release_matches(nv_match matches[])
{
    for (size_t i = 0; i < NV_QUERY_MAX; i++)
        nv_match_release(&matches[i]);
}

void nv_finder_free(nv_finder *finder)
{
    if (!finder)
        return;
    release_matches(finder->kept);
    release_matches(finder->near);
    release_matches(finder->beside);
    nv_match_release(&finder->shorter);
    nv_match_release(&finder->shorter_near);
    nv_stemmers_release(&finder->stemmers);
    nv_buffer_release(&finder->understood);
    nv_picked_free(finder);
    nv_room_release(&finder->room);
    free(finder->registries);
    free(finder->hits.items);
    free(finder);
}

void nv_finder_cancel(nv_finder *finder)
{
    atomic_store_explicit(&finder->is_cancelled, true, memory_order_relaxed);
}

/* Finding. */

static bool is_partial(const nv_match *match)
{
    for (size_t i = 0; i < match->in_count; i++)
        if (match->in[i].found.is_partial)
            return true;
    return false;
}

/* Of what this query does not want any more, keeps a phrase or a word that was
 * not yet at its end. */
static void keep_shorter(nv_match *shorter, nv_want want, nv_match old[],
                         size_t count)
{
    nv_match_release(shorter);
    for (size_t i = 0; i < count; i++)
        if (old[i].is_whole && old[i].wanted.want == want &&
            old[i].wanted.is_prefix && !is_partial(&old[i])) {
            *shorter = old[i];
            old[i] = (nv_match){.in = NULL};
            return;
        }
}

/* Whether so many things are wanted that this one is asked of records, too,
 * that do not have all else. */
static bool must_be_whole(const nv_wanted *wanted, size_t wanted_count)
{
    return wanted_count > 1 &&
           (wanted->is_excluded || nv_wanted_is_filter(wanted));
}

static bool is_of_use(const nv_match *match, size_t wanted_count)
{
    return match->is_whole &&
           (!is_partial(match) || !must_be_whole(&match->wanted, wanted_count));
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
            if (!is_of_use(&old[k], finder->query.count) ||
                !nv_wanted_is_same(&finder->query, &finder->query.wanted[i],
                                   &finder->last, &old[k].wanted))
                continue;
            matches[i] = old[k];
            matches[i].wanted = finder->query.wanted[i];
            old[k] = (nv_match){.in = NULL};
            break;
        }
    if (matches == finder->kept)
        keep_shorter(&finder->shorter, NV_WANT_PHRASE, old, finder->last.count);
    else
        keep_shorter(&finder->shorter_near, NV_WANT_WORD, old,
                     finder->last.count);
    release_matches(old);
}

nv_matcher nv_finder_matcher(nv_finder *finder)
{
    return (nv_matcher){finder->registries,
                        finder->registry_count,
                        &finder->query,
                        &finder->stemmers,
                        {&finder->is_cancelled, finder->light_max,
                         finder->phrases, &finder->room},
                        &finder->last,
                        &finder->shorter,
                        &finder->shorter_near};
}

/* Sees to it that a wanted thing has been looked for. */
static bool find(nv_finder *finder, nv_match *match, size_t wanted,
                 bool with_errors)
{
    nv_matcher matcher = nv_finder_matcher(finder);

    if (match->is_whole)
        return true;
    if (must_be_whole(&finder->query.wanted[wanted], finder->query.count))
        matcher.means.phrases = (nv_phrase_limits){SIZE_MAX, SIZE_MAX};
    nv_match_release(match);
    return nv_match_find(match, &matcher, &finder->query.wanted[wanted],
                         with_errors);
}

/* Of a phrase of which a part is known, looks for what stands in the records
 * that have all else: of parts of two phrases, few records need have both. */
static bool find_beside(nv_finder *finder, const nv_matcher *matcher,
                        size_t wanted)
{
    const nv_match *others[NV_QUERY_MAX], *part = finder->used[wanted];
    size_t count = 0;

    for (size_t i = 0; i < finder->query.count; i++)
        if (i != wanted && (i < wanted || !is_partial(finder->used[i])))
            others[count++] = finder->used[i];
    finder->used[wanted] = &finder->beside[wanted];
    return nv_match_find_beside(&finder->beside[wanted], part, matcher, others,
                                count);
}

static bool find_all_beside(nv_finder *finder, const nv_matcher *matcher)
{
    bool is_found = true;

    release_matches(finder->beside);
    for (size_t i = 0; is_found && i < finder->query.count; i++)
        if (finder->query.count > 1 && is_partial(finder->used[i]))
            is_found = find_beside(finder, matcher, i);
    return is_found;
}

static bool rank(nv_finder *finder)
{
    const nv_matcher matcher = nv_finder_matcher(finder);
    nv_asked asked = {.query = &finder->query,
                      .matches = finder->used,
                      .match_count = finder->query.count};
    bool is_ranked = find_all_beside(finder, &matcher) &&
                     nv_picked_sieve(finder, &asked.sieve);

    finder->hits.count = finder->total = 0;
    finder->is_total_partial = false;
    if (!is_ranked)
        return false;
    nv_asked_weigh(&asked, &matcher);
    for (size_t i = 0; i < asked.match_count; i++)
        finder->is_total_partial |= is_partial(finder->used[i]);
    for (size_t i = 0; is_ranked && i < finder->registry_count; i++)
        is_ranked = nv_rank(&asked, &matcher, i, &finder->limits, &finder->hits,
                            &finder->total);
    return is_ranked && nv_hits_keep_best(&finder->hits, NV_HITS_MAX) &&
           !atomic_load(&finder->is_cancelled);
}

static void use_kept(nv_finder *finder)
{
    for (size_t i = 0; i < finder->query.count; i++)
        finder->used[i] = &finder->kept[i];
}

static bool run_as_typed(nv_finder *finder)
{
    for (size_t i = 0; i < finder->query.count; i++)
        if (!find(finder, &finder->kept[i], i, false))
            return false;
    use_kept(finder);
    return rank(finder);
}

/* Errors of typing. */

static bool may_be_wrong(const nv_finder *finder, size_t wanted)
{
    const nv_wanted *w = &finder->query.wanted[wanted];

    return w->want == NV_WANT_WORD && w->mark != NV_MARK_LANGUAGE &&
           !w->is_excluded &&
           nv_fuzzy_errors(finder->query.words[w->first]) > 0;
}

/* First the words that stand nowhere are taken for wrong, then any. */
static bool run_with_errors(nv_finder *finder, bool of_unknown_words)
{
    bool has_changed = false;

    use_kept(finder);
    for (size_t i = 0; i < finder->query.count; i++) {
        if (!may_be_wrong(finder, i) ||
            (of_unknown_words && finder->kept[i].record_count > 0))
            continue;
        if (!find(finder, &finder->near[i], i, true))
            return false;
        finder->used[i] = &finder->near[i];
        has_changed = true;
    }
    return !has_changed || rank(finder);
}

/* A run. */

/* Whether the filter alone keeps out what matches: that is not wrongly
 * written. Without memory it is no worse to say so. */
static bool is_kept_out(nv_finder *finder)
{
    const nv_asked asked = {.query = &finder->query,
                            .matches = finder->used,
                            .match_count = finder->query.count};

    if (!nv_picked_has_filter(finder))
        return false;
    for (size_t i = 0; i < finder->registry_count; i++) {
        const nv_matching matching = {
            &asked, i, nv_registry_index(finder->registries[i]), NULL};

        if (!nv_matching_is_none(&matching))
            return true;
    }
    return false;
}

static bool must_correct(nv_finder *finder)
{
    return finder->total == 0 && !is_kept_out(finder);
}

static bool run(nv_finder *finder)
{
    if (finder->passage)
        return nv_passage_find(finder, finder->passage, finder->passage_len);
    if (!run_as_typed(finder))
        return false;
    if (must_correct(finder) &&
        (!run_with_errors(finder, true) ||
         (must_correct(finder) && !run_with_errors(finder, false))))
        return false;
    return nv_finder_note_corrections(finder);
}

/* Forgets what was found, */
static void forget(nv_finder *finder)
{
    finder->hits.count = finder->total = finder->correction_count = 0;
    finder->is_total_partial = false;
}

/* and what may be of no use. */
static void give_up(nv_finder *finder)
{
    forget(finder);
    release_matches(finder->kept);
    release_matches(finder->near);
    release_matches(finder->beside);
    nv_match_release(&finder->shorter);
    nv_match_release(&finder->shorter_near);
}

static bool is_damaged(const nv_registry *registry)
{
    return nv_index_is_damaged(nv_registry_index(registry));
}

/* What a damaged index found is as wrong as what it did not find: its registry
 * is left out from now on, unless there is no other. Returns how many there are
 * without it. */
static size_t leave_out_damaged(nv_finder *finder, nv_error *err)
{
    size_t sound = 0;

    for (size_t i = 0; i < finder->registry_count; i++)
        if (is_damaged(finder->registries[i]))
            nv_registry_fail_as_damaged(finder->registries[i], err);
        else
            finder->registries[sound++] = finder->registries[i];
    return sound;
}

/* Runs until no index turns out to be damaged; false if it did not come to its
 * end. */
static bool run_on_sound(nv_finder *finder, nv_error *err)
{
    bool is_whole = run(finder);
    size_t sound = leave_out_damaged(finder, err);

    while (sound < finder->registry_count) {
        give_up(finder);
        nv_picked_forget(finder);
        if (sound == 0)
            return false;
        finder->registry_count = sound;
        is_whole = run(finder);
        sound = leave_out_damaged(finder, err);
    }
    return is_whole;
}

nv_search_end nv_finder_run(nv_finder *finder, const char *query, size_t len,
                            nv_error *err)
{
    nv_search_end end = NV_SEARCH_DONE;

    finder->last = finder->query;
    forget(finder);
    nv_buffer_truncate(&finder->understood, 0);
    nv_query_read(&finder->query, query, len);
    nv_query_describe(&finder->query, &finder->understood);
    take_over(finder, finder->kept);
    take_over(finder, finder->near);
    if (!run_on_sound(finder, err) || finder->understood.failed) {
        const bool is_cancelled = atomic_load(&finder->is_cancelled);

        end = is_cancelled ? NV_SEARCH_CANCELLED : NV_SEARCH_FAILED;
        if (is_cancelled)
            forget(finder);
        else
            give_up(finder);
        if (!is_cancelled)
            fail(err);
    }
    finder->is_done = end == NV_SEARCH_DONE;
    atomic_store(&finder->is_cancelled, false);
    if (finder->understood.failed)
        nv_buffer_release(&finder->understood);
    return end;
}

nv_search_end nv_finder_run_passage(nv_finder *finder, const char *text,
                                    size_t len, nv_error *err)
{
    nv_search_end end;

    finder->passage = text;
    finder->passage_len = len;
    end = nv_finder_run(finder, "", 0, err);
    finder->passage = NULL;
    return end;
}

const nv_hit *nv_finder_hits(const nv_finder *finder, size_t *count)
{
    *count = finder->hits.count;
    return finder->hits.items;
}

size_t nv_finder_total(const nv_finder *finder)
{
    return finder->total;
}

bool nv_finder_total_is_exact(const nv_finder *finder)
{
    return !finder->is_total_partial;
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
    return nv_snippet_write(&finder->query, finder->used, finder->query.count,
                            nv_finder_number_of(finder, hit->registry), hit,
                            snippet);
}

const char *nv_field_word(nv_field field)
{
    static const char *const words[NV_FIELD_COUNT] = {
        "title",     "date",    "people", "party",    "place",
        "quotation", "summary", "source", "statement"};

    return words[field];
}
