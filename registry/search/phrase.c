/* SPDX-License-Identifier: MPL-2.0 */
/* See phrase.h: what a phrase is, and whether it stands in a text. */
#include "registry/search/phrase.h"

#include <string.h>

static void add_start(nv_phrase *phrase, uint32_t term)
{
    if (phrase->start_count < NV_PHRASE_STARTS)
        phrase->starts[phrase->start_count] = term;
    phrase->start_count++;
}

/* The terms that the word begins with and goes on from with another. */
static void find_pieces(nv_phrase *phrase, size_t number)
{
    const nv_index *index = phrase->index;
    const char *word = phrase->words[number];
    char piece[NV_WORD_MAX + 1];

    for (size_t len = 1; word[len]; len++) {
        nv_row row;

        if (((unsigned char)word[len] & 0xC0) == 0x80)
            continue;
        memcpy(piece, word, len);
        piece[len] = '\0';
        row = nv_index_row(index, NV_MARK_NONE, piece, false);
        if (row.count == 0 ||
            nv_index_row(index, NV_MARK_NONE, word + len, false).count == 0)
            continue;
        phrase->pieces[number] |= 1ull << row.first % 64;
        if (number == 0)
            add_start(phrase, row.first);
    }
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
                          .mark = wanted->mark,
                          .zones = nv_wanted_zones(wanted)};
    for (size_t i = 0; i < phrase->count; i++) {
        const bool is_last = i + 1 == phrase->count;

        phrase->rows[i] = nv_index_row(index, NV_MARK_NONE, phrase->words[i],
                                       wanted->is_prefix && is_last);
        find_pieces(phrase, i);
        if (!is_last)
            phrase->joined[i] =
                row_of_joined(index, phrase->words[i], phrase->words[i + 1]);
    }
    if (phrase->rows[0].count > 0)
        add_start(phrase, phrase->rows[0].first);
    if (phrase->joined[0].count > 0)
        add_start(phrase, phrase->joined[0].first);
}

/* A word that goes on may be two pieces, or one with the word before, where it
 * had not been so far. */
bool nv_phrase_goes_on_from(const nv_phrase *phrase, const nv_query *query,
                            const nv_wanted *wanted)
{
    const char(*words)[NV_WORD_MAX + 1] = query->words + wanted->first;
    const size_t last = wanted->count - (size_t)1;

    if (wanted->want != NV_WANT_PHRASE || !wanted->is_prefix ||
        wanted->count < 2 || wanted->count > phrase->count ||
        wanted->mark != phrase->mark)
        return false;
    for (size_t i = 0; i < last; i++)
        if (strcmp(words[i], phrase->words[i]) != 0)
            return false;
    if (strcmp(words[last], phrase->words[last]) == 0)
        return true;
    return strncmp(words[last], phrase->words[last], strlen(words[last])) ==
               0 &&
           phrase->pieces[last] == 0 && phrase->joined[last - 1].count == 0;
}

/* Whether it stands there. */

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
        if (nv_row_has(phrase->rows[i], tokens[at]))
            continue;
        if (phrase->pieces[i] >> tokens[at] % 64 & 1 && at + 1 < count &&
            !(tokens[at + 1] & NV_TOKEN_TEXT) &&
            is_joined(phrase->words[i], word_of(phrase, tokens[at]),
                      word_of(phrase, tokens[at + 1])))
            at++;
        else if (nv_row_has(phrase->joined[i], tokens[at]))
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
