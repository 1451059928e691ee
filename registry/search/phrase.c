/* SPDX-License-Identifier: MPL-2.0 */
/* See phrase.h.
 *
 * A phrase is looked for in the records that have all of its words, each in one
 * of the ways in which it may stand there. */
#include "registry/search/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/choose.h"

enum {
    WAYS = 3,     /* a word stands by itself, or as one with a neighbour */
    SETS_MAX = 8, /* of the rarest words; more leave out hardly anything */
    FEW = 64      /* records that may as well be looked through */
};

/* The terms that the word begins with, itself left out, as bits. */
static uint64_t find_pieces(const nv_index *index, const char *word)
{
    char piece[NV_WORD_MAX + 1];
    uint64_t pieces = 0;

    for (size_t len = 1; word[len]; len++) {
        nv_row row;

        if (((unsigned char)word[len] & 0xC0) == 0x80)
            continue;
        memcpy(piece, word, len);
        piece[len] = '\0';
        row = nv_index_row(index, NV_MARK_NONE, piece, false);
        pieces |= row.count ? 1ull << row.first % 64 : 0;
    }
    return pieces;
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
        phrase->pieces[i] = find_pieces(index, phrase->words[i]);
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
    nv_filler *filler;
    uint32_t record;
} place_taker;

static bool take_place(void *to, nv_zone zone, uint16_t quotation)
{
    const place_taker *t = to;

    nv_filler_put(t->filler,
                  &(nv_place){t->record, 0, quotation, (uint8_t)zone, 1});
    return !t->filler->failed;
}

static bool look_through_all(const nv_phrase *phrase, const nv_choice *choice,
                             nv_filler *filler)
{
    place_taker taker = {filler, 0};
    nv_tokens tokens = {NULL, 0, 0};
    uint32_t at = 0;
    bool is_read = true;

    while (is_read && !nv_filler_must_stop(filler) &&
           nv_choice_next(choice, &at, &taker.record)) {
        is_read = nv_index_tokens(filler->index, taker.record, &tokens);
        if (is_read)
            nv_phrase_look_through(phrase, &tokens, take_place, &taker);
    }
    free(tokens.items);
    return is_read;
}

bool nv_phrase_fill(const nv_phrase *phrase, const nv_wanted *wanted,
                    nv_filler *filler)
{
    lookup *l = calloc(1, sizeof *l);
    nv_condition conditions[SETS_MAX];
    nv_choice choice = {.count = 0};
    bool is_filled = l && look_up(l, phrase, wanted, filler);

    for (size_t i = 0; is_filled && i < l->count; i++)
        conditions[i] = (nv_condition){&l->sets[i], false};
    is_filled = is_filled &&
                nv_choose(&choice, filler->index, conditions, l->count, 0,
                          filler->record_count) &&
                look_through_all(phrase, &choice, filler);
    nv_choice_release(&choice);
    for (size_t i = 0; l && i < l->count; i++)
        nv_found_release(&l->sets[i]);
    free(l);
    return is_filled;
}
