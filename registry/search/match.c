/* SPDX-License-Identifier: MPL-2.0 */
/* See match.h. */
#include "registry/search/match.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/dates.h"
#include "registry/search/fuzzy.h"
#include "registry/search/phrase.h"

typedef struct {
    nv_match *match;
    const nv_matcher *by;
} finder;

static const nv_index *index_of(const finder *f, size_t registry)
{
    return nv_registry_index(f->by->registries[registry]);
}

/* Which terms answer. */

/* Whether other forms of the word answer, too. A language has none, nor has a
 * word that is asked for as it stands. */
static bool has_forms(const nv_wanted *wanted)
{
    return wanted->want == NV_WANT_WORD && wanted->mark != NV_MARK_LANGUAGE;
}

/* The answers to a shorter word among which those to this one are, or NULL. */
static const nv_answers *near_of_shorter(const finder *f, size_t registry)
{
    const nv_match *near = f->by->near;
    const nv_wanted *wanted = &f->match->wanted;

    return near->in && near->wanted.is_prefix &&
                   nv_fuzzy_goes_on_from(f->by->query->words[wanted->first],
                                         f->by->last->words[near->wanted.first])
               ? &near->in[registry].answers
               : NULL;
}

/* A word of the query is known when any registry has it. */
static bool find_answers(const finder *f, bool with_errors)
{
    const nv_wanted *wanted = &f->match->wanted;
    bool is_known = false, is_found = true;

    for (size_t i = 0; is_found && i < f->match->in_count; i++) {
        nv_answers *answers = &f->match->in[i].answers;

        is_found = nv_answers_find(answers, f->by, index_of(f, i), wanted);
        is_known = is_known || !nv_answers_are_none(answers);
    }
    for (size_t i = 0; is_found && i < f->match->in_count; i++) {
        nv_answers *answers = &f->match->in[i].answers;

        is_found = nv_answers_add_sounds(answers, f->by, index_of(f, i), wanted,
                                         is_known) &&
                   (!with_errors ||
                    nv_answers_add_near(answers, f->by, index_of(f, i), wanted,
                                        near_of_shorter(f, i)));
        nv_answers_finish(answers);
    }
    return is_found;
}

/* Where they stand. */

static const char *word_of(const finder *f)
{
    return f->by->query->words[f->match->wanted.first];
}

static void fill_row(nv_filler *filler, const nv_answer_row *row)
{
    nv_filler_put_row(filler, &(nv_filling){row->row, row->has_whole, row->part,
                                            row->row.first});
}

/* The row behind the mark is looked up there. */
static void fill_marked_row(const finder *f, nv_filler *filler)
{
    const nv_wanted *wanted = &f->match->wanted;
    nv_answer_row row = {
        .row = nv_index_row(filler->index, wanted->mark, word_of(f),
                            wanted->is_prefix),
        .part = wanted->want == NV_WANT_PHRASE ? 1 : NV_WEIGHT_PREFIX_PART};

    if (row.row.count == 0)
        return;
    row.has_whole = strcmp(nv_index_word(filler->index, row.row.first) + 1,
                           word_of(f)) == 0;
    fill_row(filler, &row);
}

/* An answer among all words, where it stands behind the mark. */
static void fill_single(const finder *f, nv_filler *filler,
                        const nv_answer *single)
{
    const nv_mark mark = f->match->wanted.mark;
    nv_row row = {single->term, 1};

    if (mark != NV_MARK_NONE)
        row = nv_index_row(filler->index, mark,
                           nv_index_word(filler->index, single->term), false);
    nv_filler_put_row(filler,
                      &(nv_filling){row, false, single->part, single->term});
}

static void fill_word(const finder *f, nv_filler *filler,
                      const nv_answers *answers)
{
    const bool is_marked = f->match->wanted.mark != NV_MARK_NONE;

    filler->zones = nv_wanted_zones(&f->match->wanted);
    if (is_marked)
        fill_marked_row(f, filler);
    for (size_t i = 0; !is_marked && i < answers->row_count; i++)
        fill_row(filler, &answers->rows[i]);
    for (size_t i = 0;
         i < answers->single_count && !nv_filler_must_stop(filler); i++)
        fill_single(f, filler, &answers->singles[i]);
}

static void fill_phrase(const finder *f, size_t registry, nv_filler *filler)
{
    const nv_match *shorter = f->by->shorter;
    nv_phrase_scope scope = {.past = filler->record_count};
    nv_phrase phrase;

    nv_phrase_init(&phrase, filler->index, f->by->query, &f->match->wanted);
    if (shorter->in &&
        nv_phrase_goes_on_from(&phrase, f->by->last, &shorter->wanted))
        scope.conditions[scope.count++] =
            (nv_condition){&shorter->in[registry].found, false};
    filler->failed =
        !nv_phrase_find(&phrase, &f->match->wanted, &scope, filler) ||
        filler->failed;
}

static bool fill(const finder *f, size_t registry)
{
    const nv_wanted *wanted = &f->match->wanted;
    nv_match_in *in = &f->match->in[registry];
    nv_filler filler;

    nv_filler_init(&filler, &in->found, index_of(f, registry), &f->by->means);
    if (nv_wanted_is_one_word(wanted))
        fill_word(f, &filler, &in->answers);
    else if (wanted->want == NV_WANT_PHRASE)
        fill_phrase(f, registry, &filler);
    else
        nv_dates_fill(&filler, &wanted->days, wanted->want == NV_WANT_WITHIN);
    return nv_filler_finish(&filler);
}

static size_t count_records(const nv_found *found)
{
    return found->is_partial ? found->likely_count : found->record_count;
}

bool nv_match_find(nv_match *match, const nv_matcher *matcher,
                   const nv_wanted *wanted, bool with_errors)
{
    const finder f = {match, matcher};
    bool is_found;

    *match = (nv_match){.wanted = *wanted};
    match->in = calloc(matcher->registry_count + 1, sizeof *match->in);
    match->in_count = match->in ? matcher->registry_count : 0;
    is_found =
        match->in && (!has_forms(wanted) || find_answers(&f, with_errors));
    for (size_t i = 0; is_found && i < match->in_count; i++) {
        if (wanted->want == NV_WANT_PHRASE && nv_wanted_is_one_word(wanted))
            nv_answers_add_row(&match->in[i].answers, index_of(&f, i),
                               word_of(&f), wanted->is_prefix, 1);
        is_found = fill(&f, i);
        match->record_count += count_records(&match->in[i].found);
    }
    match->is_whole =
        is_found && !atomic_load_explicit(matcher->means.is_cancelled,
                                          memory_order_relaxed);
    return match->is_whole;
}

/* Adds the conditions of the others, of which those on the event say nothing of
 * a statement. */
static void add_conditions(nv_phrase_scope *scope, size_t registry,
                           const nv_match *const others[], size_t count,
                           bool of_statements)
{
    scope->count = 0;
    for (size_t i = 0; i < count; i++)
        if (!of_statements || !nv_wanted_is_filter(&others[i]->wanted))
            scope->conditions[scope->count++] = (nv_condition){
                &others[i]->in[registry].found, others[i]->wanted.is_excluded};
}

static void fill_beside(const finder *f, size_t registry,
                        const nv_match *const others[], size_t count,
                        nv_filler *filler)
{
    const uint32_t events = nv_index_event_count(filler->index);
    nv_phrase_scope scope = {.past = events};
    nv_phrase phrase;

    nv_phrase_init(&phrase, filler->index, f->by->query, &f->match->wanted);
    add_conditions(&scope, registry, others, count, false);
    filler->failed =
        !nv_phrase_find(&phrase, &f->match->wanted, &scope, filler) ||
        filler->failed;
    add_conditions(&scope, registry, others, count, true);
    scope.first = events;
    scope.past = filler->record_count;
    filler->failed =
        filler->failed ||
        !nv_phrase_find(&phrase, &f->match->wanted, &scope, filler);
}

bool nv_match_find_beside(nv_match *match, const nv_match *part,
                          const nv_matcher *matcher,
                          const nv_match *const others[], size_t count)
{
    const finder f = {match, matcher};
    bool is_found;

    *match =
        (nv_match){.wanted = part->wanted, .record_count = part->record_count};
    match->in = calloc(matcher->registry_count + 1, sizeof *match->in);
    match->in_count = match->in ? matcher->registry_count : 0;
    is_found = match->in != NULL;
    for (size_t i = 0; is_found && i < match->in_count; i++) {
        nv_filler filler;

        nv_filler_init(&filler, &match->in[i].found, index_of(&f, i),
                       &matcher->means);
        fill_beside(&f, i, others, count, &filler);
        is_found = nv_filler_finish(&filler);
    }
    return match->is_whole = is_found;
}

void nv_match_release(nv_match *match)
{
    for (size_t i = 0; i < match->in_count; i++) {
        nv_answers_release(&match->in[i].answers);
        nv_found_release(&match->in[i].found);
    }
    free(match->in);
    *match = (nv_match){.in = NULL};
}
