/* SPDX-License-Identifier: MPL-2.0 */
/* See phrase.h. */
#include "registry/search/phrase.h"

#include <string.h>

bool nv_phrase_init(nv_phrase *phrase, const nv_index *index,
                    const char words[][NV_WORD_MAX + 1], size_t count,
                    bool is_prefix)
{
    *phrase =
        (nv_phrase){.index = index,
                    .words = words,
                    .count = count < NV_PHRASE_MAX ? count : NV_PHRASE_MAX,
                    .is_prefix = is_prefix};
    for (size_t i = 0; i < phrase->count; i++) {
        size_t found;
        const nv_term *first = nv_index_find(
            index, words[i], !(is_prefix && i + 1 == count), &found);

        phrase->firsts[i] = (uint32_t)(first - index->terms);
        phrase->counts[i] = (uint32_t)found;
    }
    return phrase->count > 0;
}

static bool is_word(const nv_phrase *phrase, size_t word, uint32_t token)
{
    return !(token & NV_TOKEN_TEXT) &&
           token - phrase->firsts[word] < phrase->counts[word];
}

/* Whether `whole` is the one piece and then the other. */
static bool is_joined(const char *whole, const char *piece, const char *other)
{
    const size_t len = strlen(piece);

    return strncmp(whole, piece, len) == 0 && strcmp(whole + len, other) == 0;
}

static const char *word_of(const nv_phrase *phrase, uint32_t token)
{
    return phrase->index->terms[token].word;
}

bool nv_phrase_stands(const nv_phrase *phrase, const uint32_t *tokens,
                      size_t count, size_t *used)
{
    size_t at = 0;

    for (size_t i = 0; i < phrase->count; i++, at++) {
        if (at >= count || tokens[at] & NV_TOKEN_TEXT)
            return false;
        if (is_word(phrase, i, tokens[at]))
            continue;
        if (at + 1 < count && !(tokens[at + 1] & NV_TOKEN_TEXT) &&
            is_joined(phrase->words[i], word_of(phrase, tokens[at]),
                      word_of(phrase, tokens[at + 1])))
            at++;
        else if (i + 1 < phrase->count &&
                 is_joined(word_of(phrase, tokens[at]), phrase->words[i],
                           phrase->words[i + 1]))
            i++;
        else
            return false;
    }
    *used = at;
    return true;
}

/* Looks through one record; false to stop. */
static bool look_through(const nv_phrase *phrase, uint32_t record,
                         nv_phrase_found *found, void *to)
{
    const nv_index *index = phrase->index;
    const size_t end = index->first_tokens[record + 1];
    uint32_t text = 0;
    size_t used;

    for (size_t i = index->first_tokens[record]; i < end; i++) {
        const uint32_t token = index->tokens[i];

        if (token & NV_TOKEN_TEXT)
            text = token;
        else if (nv_phrase_stands(phrase, index->tokens + i, end - i, &used) &&
                 !found(
                     to, record,
                     (nv_zone)((text & ~NV_TOKEN_TEXT) >> NV_TOKEN_ZONE_SHIFT),
                     (uint16_t)(text & NV_TOKEN_QUOTATION)))
            return false;
    }
    return true;
}

/* Whether the two words written as one are a word of the index. */
static bool may_join(const nv_phrase *phrase, size_t first)
{
    char whole[2 * NV_WORD_MAX + 1];
    size_t count;

    strcpy(whole, phrase->words[first]);
    strcat(whole, phrase->words[first + 1]);
    nv_index_find(phrase->index, whole, true, &count);
    return count > 0;
}

/* Whether the word itself stands wherever the phrase does. */
static bool must_stand(const nv_phrase *phrase, size_t word)
{
    return !(phrase->is_prefix && word + 1 == phrase->count) &&
           !(word > 0 && may_join(phrase, word - 1)) &&
           !(word + 1 < phrase->count && may_join(phrase, word));
}

/* Of the words that stand wherever the phrase does, the one that stands in the
 * fewest places; NULL if there is no such word. */
static const nv_term *rarest(const nv_phrase *phrase)
{
    static const nv_term nowhere = {"", 0, 0};
    const nv_term *best = NULL;

    for (size_t i = 0; i < phrase->count; i++) {
        const nv_term *term = phrase->counts[i]
                                  ? &phrase->index->terms[phrase->firsts[i]]
                                  : &nowhere;

        if (must_stand(phrase, i) && (!best || term->count < best->count))
            best = term;
    }
    return best;
}

/* A phrase of one word stands where its terms do, other names left out. */
static void find_one_word(const nv_phrase *phrase, nv_phrase_found *found,
                          void *to)
{
    for (uint32_t i = 0; i < phrase->counts[0]; i++) {
        const nv_term *term = &phrase->index->terms[phrase->firsts[0] + i];

        for (uint32_t k = 0; k < term->count; k++) {
            const nv_posting *at = &phrase->index->postings[term->first + k];

            if (at->zone != NV_ZONE_NAMED &&
                !found(to, at->record, (nv_zone)at->zone, at->quotation))
                return;
        }
    }
}

/* A phrase of several words is looked for in the records of the rarest. */
static void find_several_words(const nv_phrase *phrase, nv_phrase_found *found,
                               void *to)
{
    const nv_index *index = phrase->index;
    const nv_term *anchor = rarest(phrase);
    const size_t count = anchor ? anchor->count : index->record_count;
    uint32_t last = UINT32_MAX;

    for (size_t i = 0; i < count; i++) {
        const uint32_t record =
            anchor ? index->postings[anchor->first + i].record : (uint32_t)i;

        if (record != last && !look_through(phrase, record, found, to))
            return;
        last = record;
    }
}

void nv_phrase_find(const nv_phrase *phrase, nv_phrase_found *found, void *to)
{
    if (phrase->count == 1)
        find_one_word(phrase, found, to);
    else
        find_several_words(phrase, found, to);
}
