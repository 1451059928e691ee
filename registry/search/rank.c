/* SPDX-License-Identifier: MPL-2.0 */
/* See rank.h.
 *
 * The records of the rarest wanted thing are gone through; one that has all the
 * others, and nothing that is excluded, is found. A statement that is found
 * leads to its events. */
#include "registry/search/rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "registry/store.h"

/* How much a word in a zone counts; how much a long text there lessens it (0
 * to 1; NONE: there a word counts once, however often it stands there); what
 * the zone is called in a hit. */
enum { NONE = -1 };

static const struct {
    double weight, length;
    nv_field field;
} zones[NV_ZONE_COUNT] = {
    [NV_ZONE_TITLE] = {6, 0.75, NV_FIELD_TITLE},
    [NV_ZONE_DOCUMENT] = {3, 0.3, NV_FIELD_TITLE},
    [NV_ZONE_ID] = {2, NONE, NV_FIELD_TITLE},
    [NV_ZONE_KIND] = {3, NONE, NV_FIELD_TITLE},
    [NV_ZONE_DATE] = {8, NONE, NV_FIELD_DATE},
    [NV_ZONE_SENDER] = {1, NONE, NV_FIELD_TITLE},
    [NV_ZONE_PEOPLE] = {4, NONE, NV_FIELD_PEOPLE},
    [NV_ZONE_PARTY] = {2.5, NONE, NV_FIELD_PARTY},
    [NV_ZONE_NAMED] = {1.5, NONE, NV_FIELD_PARTY},
    [NV_ZONE_PLACE] = {3, NONE, NV_FIELD_PLACE},
    [NV_ZONE_SUMMARY] = {2.5, 0.5, NV_FIELD_SUMMARY},
    [NV_ZONE_QUOTATION] = {2, 0.7, NV_FIELD_QUOTATION},
    [NV_ZONE_SOURCE] = {0.5, 0.7, NV_FIELD_SOURCE},
    [NV_ZONE_STATEMENT] = {6, 0.3, NV_FIELD_STATEMENT},
};

static const double saturation = 1.2;   /* k1 of BM25 */
static const double next_part = 0.8;    /* each later event of a statement */
static const double per_link = 0.16;    /* for the logarithm of its relations */
static const double whole_title = 1.25; /* all that is wanted is in the title */
static const double row_in_title = 1.6; /* and in a row */
static const double per_phrase_word = 0.5; /* each word of a phrase but one */

enum {
    TALLIES = 64, /* quotations of one event that are told apart */
    ROW_GAP = 3   /* words from one of a row to the next */
};

typedef struct {
    const nv_registry *registry;
    const nv_index *index;
    const nv_match *const *matches;
    size_t match_count;
    const atomic_bool *is_cancelled;
    double weights[NV_QUERY_MAX]; /* by match */
    nv_lead *leads;               /* by event */
    nv_hit *hits;
    size_t hit_count;
} ranking;

/* What one record has come to. */
typedef struct {
    double zone[NV_ZONE_COUNT], total;
    struct tally {
        uint16_t quotation;
        uint8_t words; /* wanted things it has */
        uint8_t last;  /* the one counted last, from 1 */
    } tallies[TALLIES];
    size_t tally_count;
    size_t asked,
        in_title; /* how much it was asked for, and has in its title */
} standing;

nv_field nv_rank_field(nv_zone zone)
{
    return zones[zone].field;
}

double nv_rank_weight(nv_zone zone)
{
    return zones[zone].weight;
}

/* Scoring one wanted thing in one record. */

/* BM25's term frequency, 1 for a word that stands once in a text of average
 * length. */
static double frequency(const ranking *r, uint32_t record, size_t zone,
                        double count)
{
    const double b = zones[zone].length;
    double length;

    if (b == NONE)
        return count > 1 ? 1 : count;
    length = r->index->lengths[record][zone] / r->index->average_length[zone];
    return count * (saturation + 1) /
           (count + saturation * (1 - b + b * length));
}

static double weight_of(const ranking *r, const nv_match *match)
{
    const double all = (double)r->index->record_count;
    const double having = (double)match->record_count;
    const double rarity = log(1 + (all - having + 0.5) / (having + 0.5));

    if (match->wanted.want == NV_WANT_WITHIN ||
        match->wanted.want == NV_WANT_LANGUAGE)
        return 0;
    return match->wanted.want == NV_WANT_PHRASE
               ? rarity * (1 + per_phrase_word * (match->wanted.count - 1))
               : rarity;
}

/* The words of one term are added up; of several terms that answer the same
 * wanted word, the one with most counts. */
static void count_places(const nv_place *places, size_t count,
                         double counts[NV_ZONE_COUNT])
{
    double sums[NV_ZONE_COUNT] = {0};

    for (size_t i = 0; i < count; i++) {
        const size_t zone = places[i].zone;

        if (i > 0 && places[i].term != places[i - 1].term)
            memset(sums, 0, sizeof sums);
        sums[zone] += places[i].count;
        if (sums[zone] > counts[zone])
            counts[zone] = sums[zone];
    }
}

static void tally(standing *s, const nv_place *places, size_t count,
                  uint8_t number)
{
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;

        if (places[i].quotation == 0)
            continue;
        while (k < s->tally_count &&
               s->tallies[k].quotation != places[i].quotation)
            k++;
        if (k == TALLIES)
            continue;
        if (k == s->tally_count)
            s->tallies[s->tally_count++] =
                (struct tally){.quotation = places[i].quotation};
        s->tallies[k].words += s->tallies[k].last != number;
        s->tallies[k].last = number;
    }
}

static void score_match(const ranking *r, size_t match, uint32_t record,
                        standing *s)
{
    const double weight = r->weights[match];
    double counts[NV_ZONE_COUNT] = {0};
    size_t count;
    const nv_place *places = nv_match_in(r->matches[match], record, &count);

    count_places(places, count, counts);
    tally(s, places, count, (uint8_t)(match + 1));
    s->asked += weight > 0;
    s->in_title += weight > 0 && counts[NV_ZONE_TITLE] > 0;
    for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
        double part;

        if (counts[zone] == 0)
            continue;
        part = weight * zones[zone].weight *
               frequency(r, record, zone, counts[zone]);
        s->zone[zone] += part;
        s->total += part;
    }
}

/* Which records. */

static bool is_statement(const ranking *r, uint32_t record)
{
    return record >= r->registry->event_count;
}

static bool has(const nv_match *match, uint32_t record)
{
    size_t count;

    nv_match_in(match, record, &count);
    return count > 0;
}

/* Conditions on the event don't touch a statement; they are asked of the events
 * it leads to. */
static bool has_all(const ranking *r, uint32_t record)
{
    size_t asked = 0;

    for (size_t i = 0; i < r->match_count; i++) {
        const nv_wanted *wanted = &r->matches[i]->wanted;

        if (is_statement(r, record) && nv_wanted_is_filter(wanted))
            continue;
        if (has(r->matches[i], record) == wanted->is_excluded)
            return false;
        asked += !wanted->is_excluded;
    }
    return asked > 0;
}

static bool passes_filters(const ranking *r, uint32_t event)
{
    for (size_t i = 0; i < r->match_count; i++) {
        const nv_wanted *wanted = &r->matches[i]->wanted;

        if ((nv_wanted_is_filter(wanted) || wanted->is_excluded) &&
            has(r->matches[i], event) == wanted->is_excluded)
            return false;
    }
    return true;
}

/* What stands in the fewest places and must be there, whatever the record. */
static const nv_match *rarest(const ranking *r, bool of_statements)
{
    const nv_match *best = NULL;

    for (size_t i = 0; i < r->match_count; i++) {
        const nv_match *match = r->matches[i];

        if (match->wanted.is_excluded ||
            (of_statements && nv_wanted_is_filter(&match->wanted)))
            continue;
        if (!best || match->place_count < best->place_count)
            best = match;
    }
    return best;
}

static bool answers(const nv_match *match, uint32_t token)
{
    for (size_t i = 0; i < match->answer_count; i++)
        if (match->answers[i].term == token)
            return true;
    return false;
}

/* Whether a text has, from its first word on, all that is wanted in its order,
 * with no more than an article or two between. */
static bool begins_row(const ranking *r, const uint32_t *tokens, size_t count)
{
    size_t at = 0;

    for (size_t i = 0; i < r->match_count; i++) {
        const size_t until = at + (i == 0 ? 1 : ROW_GAP);

        if (r->matches[i]->wanted.is_excluded)
            continue;
        while (at < until && at < count && !(tokens[at] & NV_TOKEN_TEXT) &&
               !answers(r->matches[i], tokens[at]))
            at++;
        if (at == until || at == count || tokens[at] & NV_TOKEN_TEXT)
            return false;
        at++;
    }
    return true;
}

static bool stands_in_title(const ranking *r, uint32_t record)
{
    const uint32_t *tokens = r->index->tokens;
    const size_t end = r->index->first_tokens[record + 1];
    bool is_title = false;

    for (size_t i = r->index->first_tokens[record]; i < end; i++) {
        if (tokens[i] & NV_TOKEN_TEXT)
            is_title = (tokens[i] & ~NV_TOKEN_TEXT) >> NV_TOKEN_ZONE_SHIFT ==
                       NV_ZONE_TITLE;
        else if (is_title && begins_row(r, tokens + i, end - i))
            return true;
    }
    return false;
}

static void score_record(const ranking *r, uint32_t record, standing *s)
{
    memset(s, 0, sizeof *s);
    for (size_t i = 0; i < r->match_count; i++)
        if (!r->matches[i]->wanted.is_excluded)
            score_match(r, i, record, s);
    if (s->asked > 1 && s->in_title == s->asked)
        s->total *= stands_in_title(r, record) ? row_in_title : whole_title;
}

/* From scores to hits. */

/* Gives the events of a statement its score, less from one to the next. */
static void follow_statement(ranking *r, uint32_t record)
{
    const nv_statement *statement =
        &r->registry->statements[record - r->registry->event_count];
    standing found;
    double score;

    score_record(r, record, &found);
    score = found.total;
    for (size_t i = 0; i < statement->event_count; i++) {
        nv_lead *lead =
            &r->leads[nv_store_index_of(r->registry, statement->events[i])];

        if (score > lead->score)
            *lead = (nv_lead){statement, score};
        score *= next_part;
    }
}

static nv_field best_field(const standing *s)
{
    size_t best = 0;

    for (size_t zone = 1; zone < NV_ZONE_COUNT; zone++)
        if (s->zone[zone] > s->zone[best])
            best = zone;
    return zones[best].field;
}

/* The quotation that has most of what is wanted. */
static const nv_quotation *best_quotation(const ranking *r, const standing *s)
{
    const struct tally *best = s->tallies;

    for (size_t i = 1; i < s->tally_count; i++)
        if (s->tallies[i].words > best->words)
            best = &s->tallies[i];
    return s->tally_count ? r->index->quotations[best->quotation] : NULL;
}

/* Of two events that match alike, the one that others answer, cite or follow is
 * the one that is looked for. */
static double own_score(const ranking *r, uint32_t event, double total)
{
    return total * (1 + per_link * log(1 + r->index->links[event]));
}

static void add_own_hit(ranking *r, uint32_t event)
{
    nv_hit *hit = &r->hits[r->hit_count++];
    standing s;

    score_record(r, event, &s);
    *hit = (nv_hit){.event = r->registry->events[event],
                    .field = best_field(&s),
                    .score = own_score(r, event, s.total)};
    if (hit->field == NV_FIELD_QUOTATION) {
        const nv_quotation *quotation = best_quotation(r, &s);

        hit->quotation = quotation && quotation->is_offered ? quotation : NULL;
    }
}

/* An event is a hit by what it has itself or by a statement, whichever counts
 * more. */
static void add_leads(ranking *r)
{
    for (size_t i = 0; i < r->hit_count; i++) {
        nv_hit *hit = &r->hits[i];
        nv_lead *lead = &r->leads[nv_store_index_of(r->registry, hit->event)];

        if (lead->statement && lead->score > hit->score)
            *hit = (nv_hit){hit->event, NV_FIELD_STATEMENT, NULL,
                            lead->statement, lead->score};
        lead->statement = NULL;
    }
    for (uint32_t i = 0; i < r->registry->event_count; i++)
        if (r->leads[i].statement && passes_filters(r, i))
            r->hits[r->hit_count++] =
                (nv_hit){r->registry->events[i], NV_FIELD_STATEMENT, NULL,
                         r->leads[i].statement, r->leads[i].score};
}

static int compare_hits(const void *a, const void *b)
{
    const nv_hit *x = a, *y = b;
    int order;

    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    order = strcmp(x->event->date.iso, y->event->date.iso);
    return order ? order : strcmp(x->event->id, y->event->id);
}

/* Calls `take` for each event, or each statement, that has all. */
static void go_through(ranking *r, bool of_statements,
                       void (*take)(ranking *r, uint32_t record))
{
    const nv_match *from = rarest(r, of_statements);

    for (size_t i = 0; from && i < from->place_count; i++) {
        const uint32_t record = from->places[i].record;

        if (atomic_load_explicit(r->is_cancelled, memory_order_relaxed))
            return;
        if ((i == 0 || from->places[i - 1].record != record) &&
            is_statement(r, record) == of_statements && has_all(r, record))
            take(r, record);
    }
}

size_t nv_rank(const nv_registry *registry, const nv_match *const matches[],
               size_t match_count, const atomic_bool *is_cancelled,
               nv_lead leads[], nv_hit hits[])
{
    ranking r = {.registry = registry,
                 .index = &registry->index,
                 .matches = matches,
                 .match_count = match_count,
                 .is_cancelled = is_cancelled,
                 .leads = leads,
                 .hits = hits};

    for (size_t i = 0; i < match_count; i++)
        r.weights[i] = weight_of(&r, matches[i]);
    if (registry->statement_count) {
        memset(leads, 0, registry->event_count * sizeof *leads);
        go_through(&r, true, follow_statement);
    }
    go_through(&r, false, add_own_hit);
    if (registry->statement_count)
        add_leads(&r);
    qsort(hits, r.hit_count, sizeof *hits, compare_hits);
    return r.hit_count;
}
