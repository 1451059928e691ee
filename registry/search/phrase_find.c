/* SPDX-License-Identifier: MPL-2.0 */
/* See phrase.h.
 *
 * A phrase is looked for in the records that have all of its words, each in one
 * of the ways in which it may stand there. Most of these are passed over: from
 * no place of a term that the phrase may begin with it goes on. */
#include "registry/search/phrase.h"

#include <stdlib.h>

#include "registry/index/token_search.h"
#include "registry/search/bits.h"

enum {
    WAYS = 3,     /* a word stands by itself, or as one with a neighbour */
    SETS_MAX = 8, /* of the rarest words; more leave out hardly anything */
    FEW = 64      /* records that may as well be looked through */
};

/* Whether it may stand in a record, without reading all of that. */

typedef struct {
    const nv_phrase *phrase;
    nv_token_code codes[NV_PHRASE_STARTS];
    uint32_t terms[NV_PHRASE_STARTS];
    size_t count;
} starts;

static void find_starts(const nv_phrase *phrase, starts *s)
{
    *s = (starts){.phrase = phrase};
    for (size_t i = 0; i < phrase->start_count && i < NV_PHRASE_STARTS; i++)
        if (nv_index_token_code(phrase->index, phrase->starts[i],
                                &s->codes[s->count]))
            s->terms[s->count++] = phrase->starts[i];
}

/* Whether the second word may begin with the token. */
static bool may_be_second(const nv_phrase *phrase, uint32_t token)
{
    return !(token & NV_TOKEN_TEXT) && (nv_row_has(phrase->rows[1], token) ||
                                        nv_row_has(phrase->joined[1], token) ||
                                        phrase->pieces[1] >> token % 64 & 1);
}

static bool stands_from(const starts *s, const nv_token_search *search,
                        uint32_t start)
{
    const nv_phrase *phrase = s->phrase;
    uint32_t tokens[2 * NV_QUERY_MAX];
    size_t used, count = nv_token_search_read(search, tokens, 2);

    if (nv_row_has(phrase->rows[0], start) &&
        (count < 2 || !may_be_second(phrase, tokens[1])))
        return false;
    count = nv_token_search_read(search, tokens, 2 * phrase->count);
    return nv_phrase_stands(phrase, tokens, count, &used);
}

static bool may_stand(const starts *s, uint32_t record)
{
    bool may = s->phrase->start_count > NV_PHRASE_STARTS;

    for (size_t i = 0; i < s->count && !may; i++) {
        nv_token_search search = nv_token_search_in(s->phrase->index, record);

        while (!may && nv_token_search_next(&search, &s->codes[i]))
            may = stands_from(s, &search, s->terms[i]);
    }
    return may;
}

/* The records that have all words. */

typedef struct {
    nv_row rows[WAYS];
    size_t count;
    uint64_t places;
} ways;

static void add_way(const nv_phrase *phrase, ways *w, nv_row row)
{
    if (row.count == 0)
        return;
    w->places += nv_index_places(phrase->index, row);
    w->rows[w->count++] = row;
}

static void find_ways(const nv_phrase *phrase, const nv_wanted *wanted,
                      size_t word, ways *w)
{
    const bool is_prefix = wanted->is_prefix && word + 1 == phrase->count;

    *w = (ways){.count = 0};
    add_way(phrase, w,
            wanted->mark == NV_MARK_NONE
                ? phrase->rows[word]
                : nv_index_row(phrase->index, wanted->mark, phrase->words[word],
                               is_prefix));
    if (word > 0)
        add_way(phrase, w, phrase->joined[word - 1]);
    add_way(phrase, w, phrase->joined[word]);
}

/* What of the words is looked up, those that stand in the fewest places first.
 */
typedef struct {
    ways of[NV_QUERY_MAX];
    nv_found sets[SETS_MAX];
    size_t count;
} lookup;

static int compare_ways(const void *a, const void *b)
{
    const ways *x = a, *y = b;

    return (x->places > y->places) - (x->places < y->places);
}

static bool fill_set(const nv_filler *filler, const ways *from, nv_found *set)
{
    nv_filler words;

    nv_filler_init(&words, set, filler->index, filler->means);
    for (size_t i = 0; i < from->count; i++)
        nv_filler_put_row(&words, &(nv_filling){.row = from->rows[i],
                                                .part = 1,
                                                .alias = from->rows[i].first});
    return nv_filler_finish(&words);
}

static bool look_up(lookup *l, const nv_phrase *phrase, const nv_wanted *wanted,
                    const nv_filler *filler)
{
    const size_t max = phrase->count < SETS_MAX ? phrase->count : SETS_MAX;
    bool are_few = false;

    for (size_t i = 0; i < phrase->count; i++)
        find_ways(phrase, wanted, i, &l->of[i]);
    qsort(l->of, phrase->count, sizeof *l->of, compare_ways);
    for (l->count = 0; l->count < max && !are_few; l->count++) {
        nv_found *set = &l->sets[l->count];

        if (!fill_set(filler, &l->of[l->count], set)) {
            l->count++;
            return false;
        }
        are_few = set->record_count <= FEW;
    }
    return true;
}

/* The places. */

typedef struct {
    const nv_phrase *phrase;
    starts starts;
    nv_filler *filler;
    nv_choice *choice;
    nv_tokens tokens;
    uint32_t record;
    size_t found, seen; /* records */
    size_t cost;        /* of those seen, each that was passed over being 1 */
    bool has_places;    /* the record */
} reading;

static bool take_place(void *to, nv_zone zone, uint16_t quotation)
{
    reading *r = to;

    r->has_places = true;
    nv_filler_put(r->filler,
                  &(nv_place){r->record, 0, quotation, (uint8_t)zone, 1});
    return !r->filler->failed;
}

static void read_record(reading *r)
{
    r->has_places = false;
    r->seen++;
    r->cost++;
    if (!may_stand(&r->starts, r->record))
        return;
    r->cost += NV_PHRASE_READ_COST - 1;
    if (nv_index_tokens(r->filler->index, r->record, &r->tokens))
        nv_phrase_look_through(r->phrase, &r->tokens, take_place, r);
    else
        r->filler->failed = true;
    r->found += r->has_places;
}

/* A phrase that stands anywhere is found: without any place of it, reading goes
 * on to the end. */
static bool is_enough(const reading *r)
{
    const nv_phrase_limits *limits = &r->filler->means->phrases;

    return r->choice->bits && (r->found >= limits->found ||
                               (r->found > 0 && r->cost >= limits->cost));
}

/* Reads those that are among the best of a word, and drops them. */
static void read_best(reading *r, const nv_found *of)
{
    for (size_t i = 0;
         i < of->best_count && !is_enough(r) && !nv_filler_must_stop(r->filler);
         i++) {
        r->record = of->best[i];
        if (!nv_bits_have(r->choice->bits, r->record))
            continue;
        nv_bits_drop(r->choice->bits, r->record);
        read_record(r);
    }
}

/* As many as have it, if it is as frequent among those not looked at. */
static void note_partial(reading *r)
{
    nv_found *found = r->filler->found;

    if (r->seen == r->choice->count)
        return;
    found->is_partial = true;
    found->likely_count +=
        (size_t)((double)r->found * (double)r->choice->count /
                 (double)(r->seen ? r->seen : 1));
}

/* All of a list; of a set, the best come first, as it may be too large. */
static void read_chosen(reading *r, const nv_phrase_scope *scope,
                        const lookup *l)
{
    uint32_t at = 0;

    for (size_t i = 0; i < l->count && r->choice->bits; i++)
        read_best(r, &l->sets[i]);
    for (size_t i = 0; i < scope->count && r->choice->bits; i++)
        if (!scope->conditions[i].is_excluded)
            read_best(r, scope->conditions[i].found);
    while (!is_enough(r) && !nv_filler_must_stop(r->filler) &&
           nv_choice_next(r->choice, &at, &r->record))
        read_record(r);
    note_partial(r);
    free(r->tokens.items);
}

/* What is known of few places leaves nothing to look up. */
static bool needs_sets(const nv_phrase_scope *scope)
{
    for (size_t i = 0; i < scope->count; i++)
        if (!scope->conditions[i].is_excluded &&
            !nv_found_is_heavy(scope->conditions[i].found))
            return false;
    return true;
}

static bool choose(nv_choice *choice, const nv_index *index,
                   const nv_found sets[], size_t set_count,
                   const nv_phrase_scope *scope)
{
    nv_condition conditions[NV_QUERY_MAX + SETS_MAX];
    size_t count = 0;

    for (size_t i = 0; i < scope->count; i++)
        conditions[count++] = scope->conditions[i];
    for (size_t i = 0; i < set_count; i++)
        conditions[count++] = (nv_condition){&sets[i], false};
    return nv_choose(choice, index, conditions, count, scope->first,
                     scope->past);
}

bool nv_phrase_find(const nv_phrase *phrase, const nv_wanted *wanted,
                    const nv_phrase_scope *scope, nv_filler *filler)
{
    lookup *l = calloc(1, sizeof *l);
    nv_choice choice = {.count = 0};
    reading r = {.phrase = phrase, .filler = filler, .choice = &choice};
    const bool is_filled =
        l && (!needs_sets(scope) || look_up(l, phrase, wanted, filler)) &&
        choose(&choice, filler->index, l->sets, l->count, scope);

    if (is_filled) {
        find_starts(phrase, &r.starts);
        read_chosen(&r, scope, l);
    }
    nv_choice_release(&choice);
    for (size_t i = 0; l && i < l->count; i++)
        nv_found_release(&l->sets[i]);
    free(l);
    return is_filled && !filler->failed;
}
