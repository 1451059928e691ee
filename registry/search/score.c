/* SPDX-License-Identifier: MPL-2.0 */
/* See score.h. */
#include "registry/search/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/places.h"

static const nv_field fields[NV_ZONE_COUNT] = {
    [NV_ZONE_TITLE] = NV_FIELD_TITLE,
    [NV_ZONE_DOCUMENT] = NV_FIELD_TITLE,
    [NV_ZONE_ID] = NV_FIELD_TITLE,
    [NV_ZONE_KIND] = NV_FIELD_TITLE,
    [NV_ZONE_DATE] = NV_FIELD_DATE,
    [NV_ZONE_SENDER] = NV_FIELD_TITLE,
    [NV_ZONE_PEOPLE] = NV_FIELD_PEOPLE,
    [NV_ZONE_PARTY] = NV_FIELD_PARTY,
    [NV_ZONE_NAMED] = NV_FIELD_PARTY,
    [NV_ZONE_PLACE] = NV_FIELD_PLACE,
    [NV_ZONE_SUMMARY] = NV_FIELD_SUMMARY,
    [NV_ZONE_QUOTATION] = NV_FIELD_QUOTATION,
    [NV_ZONE_SOURCE] = NV_FIELD_SOURCE,
    [NV_ZONE_STATEMENT] = NV_FIELD_STATEMENT,
};

static const double whole_title = 1.25; /* all that is wanted is in the title */
static const double row_in_title = 1.6; /* and in a row */
static const double per_phrase_word = 0.5; /* each word of a phrase but one */

enum { ROW_GAP = 3 /* words from one of a row to the next */ };

nv_field nv_field_of_zone(nv_zone zone)
{
    return fields[zone];
}

/* Weights. */

void nv_asked_weigh(nv_asked *asked, const nv_matcher *matcher)
{
    double all = 0;

    for (size_t i = 0; i < matcher->registry_count; i++)
        all += nv_index_record_count(nv_registry_index(matcher->registries[i]));
    for (size_t i = 0; i < asked->match_count; i++) {
        const nv_wanted *wanted = &asked->matches[i]->wanted;
        const double having = (double)asked->matches[i]->record_count;
        const double rarity = log(1 + (all - having + 0.5) / (having + 0.5));

        asked->weights[i] =
            nv_wanted_is_weightless(wanted) ? 0
            : wanted->want == NV_WANT_PHRASE
                ? rarity * (1 + per_phrase_word * (wanted->count - 1))
                : rarity;
    }
}

void nv_scorer_init(nv_scorer *scorer, const nv_asked *asked, size_t registry,
                    const nv_index *index)
{
    *scorer = (nv_scorer){.index = index,
                          .asked = asked,
                          .registry = registry,
                          .tokens_of = NV_NO_RECORD};
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        scorer->zone_weights[zone] = nv_weight_zone((nv_zone)zone);
        scorer->average_lengths[zone] =
            nv_index_average_length(index, (nv_zone)zone);
    }
}

void nv_scorer_release(nv_scorer *scorer)
{
    for (size_t i = 0; i < NV_QUERY_MAX; i++)
        free(scorer->phrases[i]);
    free(scorer->tokens.items);
    free(scorer->titles.items);
    free(scorer->places);
}

/* Counting. */

/* The words of one term are added up; of several terms that answer the same
 * wanted word, the one with most counts. Returns the zones that have any. */
static uint32_t count_places(const nv_place *places, size_t count,
                             double counts[NV_ZONE_COUNT])
{
    double sums[NV_ZONE_COUNT];
    uint32_t summed = 0, counted = 0;

    for (size_t i = 0; i < count; i++) {
        const size_t zone = places[i].zone;
        const uint32_t bit = 1u << zone;

        if (i > 0 && places[i].term != places[i - 1].term)
            summed = 0;
        sums[zone] =
            summed & bit ? sums[zone] + places[i].count : places[i].count;
        summed |= bit;
        if (!(counted & bit) || sums[zone] > counts[zone])
            counts[zone] = sums[zone];
        counted |= bit;
    }
    return counted;
}

static struct nv_tally *tally_of(nv_standing *standing, uint16_t quotation)
{
    size_t i = 0;

    while (i < standing->tally_count &&
           standing->tallies[i].quotation != quotation)
        i++;
    if (i == NV_TALLIES)
        return NULL;
    if (i == standing->tally_count)
        standing->tallies[standing->tally_count++] =
            (struct nv_tally){.quotation = quotation};
    return &standing->tallies[i];
}

/* Which quotations have it. */
static void tally(nv_standing *standing, const nv_place *places, size_t count,
                  uint8_t number)
{
    struct nv_tally *own = NULL;

    for (size_t i = 0; i < count; i++) {
        if (places[i].zone != NV_ZONE_QUOTATION ||
            (own && own->quotation == places[i].quotation))
            continue;
        own = tally_of(standing, places[i].quotation);
        if (!own)
            continue;
        own->words += own->last != number;
        own->last = number;
    }
}

static void score_match(nv_scorer *s, size_t number, uint32_t record,
                        nv_standing *standing)
{
    const nv_want want = s->asked->matches[number]->wanted.want;
    double counts[NV_ZONE_COUNT];
    size_t count;
    const nv_place *places = nv_scorer_places(s, number, record, &count);
    const uint32_t zones = count_places(places, count, counts);

    if (want == NV_WANT_WORD || want == NV_WANT_PHRASE)
        tally(standing, places, count, (uint8_t)(number + 1));
    standing->asked++;
    standing->in_title += zones >> NV_ZONE_TITLE & 1;
    for (uint32_t left = zones; left; left &= left - 1) {
        const nv_zone zone = (nv_zone)__builtin_ctz(left);
        const double part =
            s->asked->weights[number] * s->zone_weights[zone] *
            nv_weight_frequency(zone, counts[zone],
                                nv_index_length(s->index, record, zone),
                                s->average_lengths[zone]);

        standing->zone[zone] += part;
        standing->total += part;
    }
}

/* Words in a row. */

static bool answers(const nv_scorer *s, size_t match, uint32_t token)
{
    return nv_answers_part(&s->asked->matches[match]->in[s->registry].answers,
                           token) > 0;
}

/* Whether a text has, from its first word on, all that is wanted in its order,
 * with no more than an article or two between. */
static bool begins_row(const nv_scorer *s, const uint32_t *tokens, size_t count)
{
    size_t at = 0;

    for (size_t i = 0; i < s->asked->match_count; i++) {
        const size_t until = at + (i == 0 ? 1 : ROW_GAP);

        if (s->asked->matches[i]->wanted.is_excluded)
            continue;
        while (at < until && at < count && !(tokens[at] & NV_TOKEN_TEXT) &&
               !answers(s, i, tokens[at]))
            at++;
        if (at == until || at == count || tokens[at] & NV_TOKEN_TEXT)
            return false;
        at++;
    }
    return true;
}

/* What was read of the record, if it was; else its titles alone. */
static const nv_tokens *titles_of(nv_scorer *s, uint32_t record)
{
    if (s->tokens_of == record)
        return &s->tokens;
    s->failed =
        s->failed || !nv_index_title_tokens(s->index, record, &s->titles);
    return &s->titles;
}

static bool stands_in_title(nv_scorer *s, uint32_t record)
{
    const nv_tokens *tokens = titles_of(s, record);
    bool is_title = false;

    for (size_t i = 0; i < tokens->count; i++) {
        const uint32_t token = tokens->items[i];

        if (token & NV_TOKEN_TEXT && token & NV_TOKEN_BESIDE)
            return false;
        if (token & NV_TOKEN_TEXT)
            is_title = nv_token_zone(token) == NV_ZONE_TITLE;
        else if (is_title &&
                 begins_row(s, tokens->items + i, tokens->count - i))
            return true;
    }
    return false;
}

/* All of it. */

bool nv_asked_counts(const nv_asked *asked, size_t match)
{
    return !asked->matches[match]->wanted.is_excluded &&
           asked->weights[match] > 0;
}

void nv_scorer_score(nv_scorer *s, uint32_t record, nv_standing *standing)
{
    memset(standing->zone, 0, sizeof standing->zone);
    standing->total = 0;
    standing->tally_count = standing->asked = standing->in_title = 0;
    for (size_t i = 0; i < s->asked->match_count; i++)
        if (nv_asked_counts(s->asked, i))
            score_match(s, i, record, standing);
    if (standing->asked > 1 && standing->in_title == standing->asked)
        standing->total *=
            stands_in_title(s, record) ? row_in_title : whole_title;
}

nv_field nv_standing_field(const nv_standing *standing)
{
    size_t best = 0;

    for (size_t zone = 1; zone < NV_ZONE_COUNT; zone++)
        if (standing->zone[zone] > standing->zone[best])
            best = zone;
    return fields[best];
}

/* Of two that have as much, the one that may be inserted, and then the first in
 * the event. */
uint16_t nv_standing_quotation(const nv_standing *standing)
{
    const struct nv_tally *best = NULL;

    for (size_t i = 0; i < standing->tally_count; i++) {
        const struct nv_tally *tally = &standing->tallies[i];

        if (!best || tally->words > best->words ||
            (tally->words == best->words && tally->quotation &&
             (!best->quotation || tally->quotation < best->quotation)))
            best = tally;
    }
    return best ? best->quotation : 0;
}
