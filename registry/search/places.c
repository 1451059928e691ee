/* SPDX-License-Identifier: MPL-2.0 */
/* See places.h. Those of a light match are at hand; those of a heavy one are
 * read from the words of the record, which comes to the same. */
#include "registry/search/places.h"

#include <stdlib.h>

#include "registry/search/dates.h"

enum {
    FIRST_CAPACITY = 256,
    DATES_MAX = 256,  /* dates of one record that count */
    SORT_SIMPLY = 32, /* places */
    COUNT_MAX = 255   /* as in a posting */
};

/* The words of the record. */

static const nv_tokens *tokens_of(nv_scorer *s, uint32_t record)
{
    if (s->tokens_of == record)
        return &s->tokens;
    s->tokens_of = record;
    if (!nv_index_tokens(s->index, record, &s->tokens)) {
        s->failed = true;
        s->tokens_of = NV_NO_RECORD;
        s->tokens.count = 0;
    }
    return &s->tokens;
}

static void gather(nv_scorer *s, const nv_place *place)
{
    if (s->place_count == s->place_capacity) {
        const size_t wanted =
            s->place_capacity ? 2 * s->place_capacity : FIRST_CAPACITY;
        nv_place *larger = realloc(s->places, wanted * sizeof *larger);

        s->failed = s->failed || !larger;
        if (!larger)
            return;
        s->places = larger;
        s->place_capacity = wanted;
    }
    s->places[s->place_count++] = *place;
}

static void gather_word(nv_scorer *s, const nv_match *match, uint32_t record)
{
    const nv_answers *answers = &match->in[s->registry].answers;
    const nv_tokens *tokens = tokens_of(s, record);
    const uint32_t zones = nv_wanted_zones(&match->wanted);
    nv_place place = {.record = record};
    bool is_asked = false;

    for (size_t i = 0; i < tokens->count; i++) {
        const uint32_t token = tokens->items[i];

        if (token & NV_TOKEN_TEXT) {
            place.zone = (uint8_t)nv_token_zone(token);
            place.quotation = (uint16_t)(token & NV_TOKEN_QUOTATION);
            is_asked = zones >> place.zone & 1;
        } else if (is_asked) {
            place.count = nv_answers_part(answers, token);
            place.term = token;
            if (place.count > 0)
                gather(s, &place);
        }
    }
}

typedef struct {
    nv_scorer *scorer;
    uint32_t record;
} place_taker;

static bool take_place(void *to, nv_zone zone, uint16_t quotation)
{
    const place_taker *t = to;

    gather(t->scorer, &(nv_place){t->record, 0, quotation, (uint8_t)zone, 1});
    return !t->scorer->failed;
}

static void gather_phrase(nv_scorer *s, size_t number, uint32_t record)
{
    const nv_match *match = s->asked->matches[number];
    place_taker taker = {s, record};

    if (!s->phrases[number])
        s->phrases[number] = malloc(sizeof **s->phrases);
    if (!s->phrases[number]) {
        s->failed = true;
        return;
    }
    nv_phrase_init(s->phrases[number], s->index, s->asked->query,
                   &match->wanted);
    nv_phrase_look_through(s->phrases[number], tokens_of(s, record), take_place,
                           &taker);
}

static void gather_dates(nv_scorer *s, const nv_match *match, uint32_t record)
{
    nv_place dates[DATES_MAX];
    const size_t count = nv_dates_read(s->index, record, tokens_of(s, record),
                                       &match->wanted.days, dates, DATES_MAX);

    for (size_t i = 0; i < count; i++)
        gather(s, &dates[i]);
}

/* From single words to places, as the index has them. */

static bool is_before(const nv_place *a, const nv_place *b)
{
    if (a->term != b->term)
        return a->term < b->term;
    return a->zone != b->zone ? a->zone < b->zone : a->quotation < b->quotation;
}

static int compare_places(const void *a, const void *b)
{
    return is_before(a, b) ? -1 : is_before(b, a);
}

static void sort_few(nv_place *places, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const nv_place place = places[i];
        size_t at = i;

        for (; at > 0 && is_before(&place, &places[at - 1]); at--)
            places[at] = places[at - 1];
        places[at] = place;
    }
}

static void add_up(nv_scorer *s)
{
    size_t kept = 0, same = 1;

    for (size_t i = 0; i < s->place_count; i += same) {
        for (same = 1; i + same < s->place_count &&
                       !is_before(&s->places[i], &s->places[i + same]);)
            same++;
        s->places[kept] = s->places[i];
        s->places[kept++].count *= (float)(same < COUNT_MAX ? same : COUNT_MAX);
    }
    s->place_count = kept;
}

const nv_place *nv_scorer_places(nv_scorer *s, size_t number, uint32_t record,
                                 size_t *count)
{
    const nv_match *match = s->asked->matches[number];
    const nv_found *found = &match->in[s->registry].found;

    if (!nv_found_is_heavy(found))
        return nv_found_in(found, &s->cursors[number], record, count);
    s->place_count = 0;
    if (nv_wanted_is_one_word(&match->wanted))
        gather_word(s, match, record);
    else if (match->wanted.want == NV_WANT_PHRASE)
        gather_phrase(s, number, record);
    else
        gather_dates(s, match, record);
    if (s->place_count <= SORT_SIMPLY)
        sort_few(s->places, s->place_count);
    else
        qsort(s->places, s->place_count, sizeof *s->places, compare_places);
    if (nv_wanted_is_one_word(&match->wanted))
        add_up(s);
    *count = s->place_count;
    return s->places;
}
