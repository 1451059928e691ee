/* SPDX-License-Identifier: MPL-2.0 */
/* See phrase.h.
 *
 * A phrase is looked for in the records that have all of its words, each in one
 * of the ways in which it may stand there. */
#include "registry/search/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/token_search.h"
#include "registry/search/bits.h"
#include "registry/search/choose.h"

enum {
    WAYS = 3,     /* a word stands by itself, or as one with a neighbour */
    SETS_MAX = 8, /* of the rarest words; more leave out hardly anything */
    FEW = 64,     /* records that may as well be looked through */
    STARTS_MAX = 8
};

/* Told of a term that the word begins with, and goes on from with another. */
typedef void found_piece(void *to, uint32_t term);

static void find_pieces(const nv_index *index, const char *word,
                        found_piece *found, void *to)
{
    char piece[NV_WORD_MAX + 1];

    for (size_t len = 1; word[len]; len++) {
        nv_row row;

        if (((unsigned char)word[len] & 0xC0) == 0x80)
            continue;
        memcpy(piece, word, len);
        piece[len] = '\0';
        row = nv_index_row(index, NV_MARK_NONE, piece, false);
        if (row.count > 0 &&
            nv_index_row(index, NV_MARK_NONE, word + len, false).count > 0)
            found(to, row.first);
    }
}

static void note_piece(void *to, uint32_t term)
{
    *(uint64_t *)to |= 1ull << term % 64;
}

/* The two words written as one. */
static nv_row row_of_joined(const nv_index *index, const char *word,
                            const char *next)
{
    char whole[2 * NV_WORD_MAX + 1];

    strcpy(whole, word);
    strcat(whole, next);
    return nv_index_row(index, NV_MARK_NONE, whole, false);
}

void nv_phrase_init(nv_phrase *phrase, const nv_index *index,
                    const nv_query *query, const nv_wanted *wanted)
{
    *phrase = (nv_phrase){.index = index,
                          .words = query->words + wanted->first,
                          .count = wanted->count,
                          .zones = nv_wanted_zones(wanted)};
    for (size_t i = 0; i < phrase->count; i++) {
        const bool is_last = i + 1 == phrase->count;

        phrase->rows[i] = nv_index_row(index, NV_MARK_NONE, phrase->words[i],
                                       wanted->is_prefix && is_last);
        find_pieces(index, phrase->words[i], note_piece, &phrase->pieces[i]);
        if (!is_last)
            phrase->joined[i] =
                row_of_joined(index, phrase->words[i], phrase->words[i + 1]);
    }
}

/* Whether it stands there. */

static bool is_in(nv_row row, uint32_t token)
{
    return token - row.first < row.count;
}

/* Whether `whole` is the one piece and then the other. */
static bool is_joined(const char *whole, const char *piece, const char *other)
{
    const size_t len = strlen(piece);

    return strncmp(whole, piece, len) == 0 && strcmp(whole + len, other) == 0;
}

static const char *word_of(const nv_phrase *phrase, uint32_t token)
{
    return nv_index_word(phrase->index, token);
}

bool nv_phrase_stands(const nv_phrase *phrase, const uint32_t *tokens,
                      size_t count, size_t *used)
{
    size_t at = 0;

    for (size_t i = 0; i < phrase->count; i++, at++) {
        if (at >= count || tokens[at] & NV_TOKEN_TEXT)
            return false;
        if (is_in(phrase->rows[i], tokens[at]))
            continue;
        if (phrase->pieces[i] >> tokens[at] % 64 & 1 && at + 1 < count &&
            !(tokens[at + 1] & NV_TOKEN_TEXT) &&
            is_joined(phrase->words[i], word_of(phrase, tokens[at]),
                      word_of(phrase, tokens[at + 1])))
            at++;
        else if (is_in(phrase->joined[i], tokens[at]))
            i++;
        else
            return false;
    }
    *used = at;
    return true;
}

void nv_phrase_look_through(const nv_phrase *phrase, const nv_tokens *tokens,
                            nv_phrase_found *found, void *to)
{
    uint32_t text = 0;
    size_t used;

    for (size_t i = 0; i < tokens->count; i++) {
        const uint32_t token = tokens->items[i];

        if (token & NV_TOKEN_TEXT && token & NV_TOKEN_BESIDE)
            return;
        if (token & NV_TOKEN_TEXT)
            text = token;
        else if (phrase->zones >> nv_token_zone(text) & 1 &&
                 nv_phrase_stands(phrase, tokens->items + i, tokens->count - i,
                                  &used) &&
                 !found(to, nv_token_zone(text),
                        (uint16_t)(text & NV_TOKEN_QUOTATION)))
            return;
    }
}

/* Whether it may stand in a record, without reading all of that: looked for
 * from each term on that it may begin with. */

typedef struct {
    const nv_phrase *phrase;
    nv_token_code codes[STARTS_MAX];
    uint32_t terms[STARTS_MAX];
    size_t count;
    bool is_known; /* there are no other terms */
} starts;

static void add_start(void *to, uint32_t term)
{
    starts *s = to;

    if (s->count == STARTS_MAX)
        s->is_known = false;
    else if (nv_index_token_code(s->phrase->index, term, &s->codes[s->count]))
        s->terms[s->count++] = term;
}

static void find_starts(const nv_phrase *phrase, starts *s)
{
    *s = (starts){.phrase = phrase, .is_known = true};
    if (phrase->rows[0].count > 0)
        add_start(s, phrase->rows[0].first);
    if (phrase->joined[0].count > 0)
        add_start(s, phrase->joined[0].first);
    find_pieces(phrase->index, phrase->words[0], add_start, s);
}

/* Whether the second word may begin with the token. */
static bool may_be_second(const nv_phrase *phrase, uint32_t token)
{
    return !(token & NV_TOKEN_TEXT) &&
           (is_in(phrase->rows[1], token) || is_in(phrase->joined[1], token) ||
            phrase->pieces[1] >> token % 64 & 1);
}

static bool stands_from(const starts *s, const nv_token_search *search,
                        uint32_t start)
{
    const nv_phrase *phrase = s->phrase;
    uint32_t tokens[2 * NV_QUERY_MAX];
    size_t used, count = nv_token_search_read(search, tokens, 2);

    if (is_in(phrase->rows[0], start) &&
        (count < 2 || !may_be_second(phrase, tokens[1])))
        return false;
    count = nv_token_search_read(search, tokens, 2 * phrase->count);
    return nv_phrase_stands(phrase, tokens, count, &used);
}

static bool may_stand(const starts *s, uint32_t record)
{
    bool may = !s->is_known;

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
    size_t found, read; /* records */
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
    r->read++;
    if (!may_stand(&r->starts, r->record))
        return;
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
                               (r->found > 0 && r->read >= limits->read));
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

/* All of a list; of a set, the best come first, as it may be too large. */
static void read_chosen(reading *r, const nv_found sets[], size_t count)
{
    uint32_t at = 0;

    for (size_t i = 0; i < count && r->choice->bits; i++)
        read_best(r, &sets[i]);
    while (!is_enough(r) && !nv_filler_must_stop(r->filler) &&
           nv_choice_next(r->choice, &at, &r->record))
        read_record(r);
    r->filler->found->is_partial = r->read < r->choice->count;
    free(r->tokens.items);
}

bool nv_phrase_find(const nv_phrase *phrase, const nv_wanted *wanted,
                    nv_filler *filler)
{
    lookup *l = calloc(1, sizeof *l);
    nv_condition conditions[SETS_MAX];
    nv_choice choice = {.count = 0};
    reading r = {.phrase = phrase, .filler = filler, .choice = &choice};
    bool is_filled = l && look_up(l, phrase, wanted, filler);

    for (size_t i = 0; is_filled && i < l->count; i++)
        conditions[i] = (nv_condition){&l->sets[i], false};
    is_filled = is_filled && nv_choose(&choice, filler->index, conditions,
                                       l->count, 0, filler->record_count);
    if (is_filled) {
        find_starts(phrase, &r.starts);
        read_chosen(&r, l->sets, l->count);
    }
    nv_choice_release(&choice);
    for (size_t i = 0; l && i < l->count; i++)
        nv_found_release(&l->sets[i]);
    free(l);
    return is_filled && !filler->failed;
}
