/* SPDX-License-Identifier: MPL-2.0 */
/* See match.h. */
#include "registry/search/match.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/fuzzy.h"
#include "registry/search/phrase.h"
#include "registry/text/spelling.h"
#include "registry/store.h"

enum {
    SHORTEST_STEMMED = 4, /* bytes */
    BEGINNING_MIN = 3,    /* bytes of the stem that kin must share */
    KIN_MAX = 256,        /* words looked at for one stem */
    FIRST_CAPACITY = 64,
    CHECK_EVERY = 4096 /* places between two looks at the flag */
};

/* Of a whole word's count. */
static const float prefix_part = 0.6f, kin_part = 0.8f, sound_part = 0.7f,
                   known_sound_part = 0.3f, sound_prefix_part = 0.6f,
                   variant_part = 0.5f, wider_part = 0.4f;
/* By the number of errors. */
static const float near_parts[] = {1, 0.6f, 0.3f};

typedef struct {
    nv_match *match;
    const nv_matcher *by;
    const nv_index *index;
    size_t first_in_row, in_row; /* terms that begin with the word */
    bool failed;                 /* no memory */
} finder;

static bool must_stop(const finder *f)
{
    return f->failed ||
           atomic_load_explicit(f->by->is_cancelled, memory_order_relaxed);
}

static void *grow(finder *f, void *items, size_t count, size_t *capacity,
                  size_t size)
{
    const size_t wanted = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    void *larger;

    if (count < *capacity)
        return items;
    larger = realloc(items, wanted * size);
    if (!larger) {
        f->failed = true;
        return items;
    }
    *capacity = wanted;
    return larger;
}

/* Which terms answer. */

static void put_answer(finder *f, size_t term, float part, bool is_near)
{
    nv_match *m = f->match;

    m->answers = grow(f, m->answers, m->answer_count, &m->answer_capacity,
                      sizeof *m->answers);
    if (!f->failed)
        m->answers[m->answer_count++] =
            (nv_answer){(uint32_t)term, part, is_near};
}

static bool is_in_row(const finder *f, const nv_term *term)
{
    return (size_t)(term - f->index->terms) - f->first_in_row < f->in_row;
}

/* Each term answers once, by the first way that leads to it: the ways come
 * best first. */
static void add_answer(finder *f, const nv_term *term, float part, bool is_near)
{
    const size_t number = (size_t)(term - f->index->terms);

    if (is_in_row(f, term))
        return;
    for (size_t i = f->in_row; i < f->match->answer_count; i++)
        if (f->match->answers[i].term == number)
            return;
    put_answer(f, number, part, is_near);
}

static void answer_by_word(finder *f, const char *word, bool is_prefix)
{
    size_t count;
    const nv_term *term = nv_index_find(f->index, word, !is_prefix, &count);

    f->first_in_row = (size_t)(term - f->index->terms);
    f->in_row = count;
    for (size_t i = 0; i < count && !must_stop(f); i++)
        put_answer(f, f->first_in_row + i,
                   strcmp(term[i].word, word) == 0 ? 1 : prefix_part, false);
}

/* "co operation" is cooperation, too. */
static void answer_by_joining(finder *f, size_t first, bool is_prefix)
{
    char whole[2 * NV_WORD_MAX + 1];
    const char *a = f->by->query->words[first];
    const char *b = f->by->query->words[first + 1];
    size_t count;
    const nv_term *term;

    if (strlen(a) + strlen(b) > NV_WORD_MAX)
        return;
    strcpy(whole, a);
    strcat(whole, b);
    term = nv_index_find(f->index, whole, !is_prefix, &count);
    for (; count > 0 && !must_stop(f); count--, term++)
        add_answer(f, term, strcmp(term->word, whole) == 0 ? 1 : prefix_part,
                   false);
}

/* What all words with one of the stems begin with, or nearly: stemmers may
 * change the last letter. */
static bool find_beginning(const nv_stems *stems, const char *word,
                           char beginning[NV_WORD_MAX + 1])
{
    size_t len = strlen(word);

    for (size_t i = 0; i < stems->count; i++) {
        const size_t own = strlen(stems->text[i]);

        if (own > 0 && own - 1 < len)
            len = own - 1;
    }
    if (len < BEGINNING_MIN)
        len = BEGINNING_MIN;
    while (len > 0 && ((unsigned char)word[len] & 0xC0) == 0x80)
        len--;
    memcpy(beginning, word, len);
    beginning[len] = '\0';
    return len >= BEGINNING_MIN;
}

static void answer_by_stem(finder *f, const char *word)
{
    char beginning[NV_WORD_MAX + 1];
    nv_stems own;
    size_t count;
    const nv_term *term;
    bool is_akin;

    if (strlen(word) < SHORTEST_STEMMED || (word[0] >= '0' && word[0] <= '9'))
        return;
    f->failed = f->failed || !nv_stem(f->by->stemmers, word, &own);
    if (f->failed || !find_beginning(&own, word, beginning))
        return;
    term = nv_index_find(f->index, beginning, false, &count);
    for (size_t i = 0; i < count && i < KIN_MAX && !must_stop(f); i++, term++) {
        if (term->count == 0 || is_in_row(f, term))
            continue;
        f->failed =
            !nv_stem_is_akin(f->by->stemmers, &own, term->word, &is_akin);
        if (!f->failed && is_akin)
            add_answer(f, term, kin_part, false);
    }
}

/* A word that is itself known needs its other spellings less. */
static void answer_by_sound(finder *f, const char *word, bool is_prefix)
{
    uint64_t keys[NV_SPELLING_MAX];
    const size_t key_count = nv_spelling_keys(word, keys);
    const float part = f->match->answer_count ? known_sound_part : sound_part;

    for (size_t i = 0; i < key_count; i++) {
        size_t count;
        const nv_spelling *spelling =
            nv_index_sounds(f->index, keys[i], !is_prefix, &count);

        for (; count > 0 && !must_stop(f); count--, spelling++)
            add_answer(f, &f->index->terms[spelling->term],
                       spelling->key == keys[i] ? part
                                                : part * sound_prefix_part,
                       false);
    }
}

static bool take_near(void *to, const nv_term *term, int errors)
{
    finder *f = to;

    add_answer(f, term, near_parts[errors], true);
    return !must_stop(f);
}

static void answer_word(finder *f, bool with_errors)
{
    const nv_wanted *wanted = &f->match->wanted;
    const char *word = f->by->query->words[wanted->first];

    answer_by_word(f, word, wanted->is_prefix);
    if (wanted->is_joined_before)
        answer_by_joining(f, wanted->first - 1u, wanted->is_prefix);
    if (wanted->is_joined_after)
        answer_by_joining(f, wanted->first, false);
    answer_by_stem(f, word);
    answer_by_sound(f, word, wanted->is_prefix);
    if (with_errors && !must_stop(f))
        nv_fuzzy_find(f->index, word, wanted->is_prefix, nv_fuzzy_errors(word),
                      take_near, f);
}

/* Where they stand. */

static void add_place(finder *f, const nv_place *place)
{
    nv_match *m = f->match;

    if (!(m->wanted.zones >> place->zone & 1))
        return;
    m->places = grow(f, m->places, m->place_count, &m->place_capacity,
                     sizeof *m->places);
    if (!f->failed)
        m->places[m->place_count++] = *place;
}

static void place_answer(finder *f, const nv_answer *answer)
{
    const nv_term *term = &f->index->terms[answer->term];

    for (uint32_t i = 0; i < term->count && !f->failed; i++) {
        const nv_posting *posting = &f->index->postings[term->first + i];
        const nv_place place = {posting->record, answer->term,
                                posting->quotation, posting->zone,
                                (float)posting->count * answer->part};

        if (i % CHECK_EVERY == 0 && must_stop(f))
            return;
        add_place(f, &place);
    }
}

static bool is_within(const nv_days *inner, const nv_days *outer)
{
    return inner->first >= outer->first && inner->last <= outer->last;
}

static bool overlaps(const nv_days *a, const nv_days *b)
{
    return a->first <= b->last && a->last >= b->first;
}

/* How well a date of a record answers the wanted one; 0: not at all. */
static float date_count(const nv_dating *dating, const nv_days *wanted)
{
    const bool is_inside = is_within(&dating->days, wanted);

    if (dating->standing == NV_DATE_MENTIONED)
        return is_inside ? 1 : 0;
    if (!overlaps(&dating->days, wanted))
        return 0;
    return (dating->standing == NV_DATE_OF_RECORD ? 1 : variant_part) *
           (is_inside ? 1 : wider_part);
}

static void place_dates(finder *f)
{
    const nv_wanted *wanted = &f->match->wanted;
    const bool is_own = wanted->want == NV_WANT_WITHIN;

    for (size_t i = 0; i < f->index->dating_count && !f->failed; i++) {
        const nv_dating *dating = &f->index->datings[i];
        nv_place place = {dating->record, 0, 0, dating->zone, 0};

        if (is_own && dating->standing == NV_DATE_MENTIONED)
            continue;
        place.count = date_count(dating, &wanted->days);
        place.term = (uint32_t)i;
        if (place.count > 0)
            add_place(f, &place);
    }
}

static bool has_language(const nv_event *event, const char *language)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (strcmp(event->quotations[i].language, language) == 0)
            return true;
    for (size_t i = 0; i < event->document.languages.count; i++)
        if (strcmp(event->document.languages.items[i], language) == 0)
            return true;
    return false;
}

static void place_language(finder *f)
{
    const nv_registry *registry = f->by->registry;

    for (size_t i = 0; i < registry->event_count && !f->failed; i++)
        if (has_language(registry->events[i], f->match->wanted.language))
            add_place(f, &(nv_place){(uint32_t)i, 0, 0, NV_ZONE_QUOTATION, 1});
}

static bool take_phrase(void *to, uint32_t record, nv_zone zone,
                        uint16_t quotation)
{
    finder *f = to;

    add_place(f, &(nv_place){record, 0, quotation, (uint8_t)zone, 1});
    return !must_stop(f);
}

static void place_phrase(finder *f)
{
    const nv_wanted *wanted = &f->match->wanted;
    nv_phrase phrase;

    if (nv_phrase_init(&phrase, f->index, f->by->query->words + wanted->first,
                       wanted->count, wanted->is_prefix))
        nv_phrase_find(&phrase, take_phrase, f);
}

/* Their order. */

/* One step of a radix sort, by eight bits of the record; keeps the order of
 * equals. */
static void sort_step(const nv_place *from, nv_place *to, size_t count,
                      unsigned shift)
{
    size_t starts[257] = {0};

    for (size_t i = 0; i < count; i++)
        starts[(from[i].record >> shift & 0xFF) + 1]++;
    for (size_t i = 0; i < 256; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < count; i++)
        to[starts[from[i].record >> shift & 0xFF]++] = from[i];
}

static bool is_sorted(const nv_match *m)
{
    for (size_t i = 1; i < m->place_count; i++)
        if (m->places[i].record < m->places[i - 1].record)
            return false;
    return true;
}

static void sort_places(finder *f)
{
    nv_match *m = f->match;
    nv_place *other;

    if (is_sorted(m))
        return;
    other = malloc(m->place_count * sizeof *other);
    if (!other) {
        f->failed = true;
        return;
    }
    for (unsigned shift = 0; f->index->record_count >> shift; shift += 8) {
        nv_place *swapped = m->places;

        sort_step(m->places, other, m->place_count, shift);
        m->places = other;
        other = swapped;
    }
    m->place_capacity = m->place_count;
    free(other);
}

static void count_records(nv_match *m)
{
    m->record_count = 0;
    for (size_t i = 0; i < m->place_count; i++)
        m->record_count +=
            i == 0 || m->places[i].record != m->places[i - 1].record;
}

bool nv_match_find(nv_match *match, const nv_matcher *matcher,
                   const nv_wanted *wanted, bool with_errors)
{
    finder f = {
        .match = match, .by = matcher, .index = &matcher->registry->index};

    *match = (nv_match){.wanted = *wanted};
    if (wanted->want == NV_WANT_WORD)
        answer_word(&f, with_errors);
    else if (wanted->want == NV_WANT_PHRASE)
        place_phrase(&f);
    else if (wanted->want == NV_WANT_LANGUAGE)
        place_language(&f);
    else
        place_dates(&f);
    for (size_t i = 0; i < match->answer_count && !must_stop(&f); i++)
        place_answer(&f, &match->answers[i]);
    if (!must_stop(&f))
        sort_places(&f);
    count_records(match);
    match->is_whole = !must_stop(&f);
    return match->is_whole;
}

void nv_match_release(nv_match *match)
{
    free(match->answers);
    free(match->places);
    *match = (nv_match){0};
}

const nv_place *nv_match_in(const nv_match *match, uint32_t record,
                            size_t *count)
{
    size_t low = 0, high = match->place_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (match->places[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    for (high = low;
         high < match->place_count && match->places[high].record == record;)
        high++;
    *count = high - low;
    return *count ? match->places + low : NULL;
}
