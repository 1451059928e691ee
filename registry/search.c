/* SPDX-License-Identifier: MPL-2.0 */
/* See search.h.
 *
 * Each wanted word or date gives every record that has it a part of its score:
 * BM25 with a weight for each zone of the record. A record that has all of
 * them is found. A statement that is found leads to its events. */
#include "registry/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "registry/query.h"
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
    [NV_ZONE_KIND] = {3, NONE, NV_FIELD_TITLE},
    [NV_ZONE_DATE] = {8, NONE, NV_FIELD_DATE},
    [NV_ZONE_PEOPLE] = {4, NONE, NV_FIELD_PEOPLE},
    [NV_ZONE_PARTY] = {2.5, NONE, NV_FIELD_PARTY},
    [NV_ZONE_PLACE] = {3, NONE, NV_FIELD_PLACE},
    [NV_ZONE_SUMMARY] = {2.5, 0.5, NV_FIELD_SUMMARY},
    [NV_ZONE_QUOTATION] = {2, 0.7, NV_FIELD_QUOTATION},
    [NV_ZONE_SOURCE] = {0.5, 0.7, NV_FIELD_SOURCE},
    [NV_ZONE_STATEMENT] = {6, 0.3, NV_FIELD_STATEMENT},
};

static const double saturation = 1.2;   /* k1 of BM25 */
static const double prefix_part = 0.6;  /* of a whole word's count */
static const double variant_part = 0.5; /* of date.iso's count */
static const double wider_part = 0.4;   /* a span that the wanted day is in */
static const double next_part = 0.8;    /* each later event of a statement */
static const double per_link = 0.16;    /* for the logarithm of its relations */

/* What one record has come to. */
typedef struct {
    double zone[NV_ZONE_COUNT];   /* score, by zone */
    double counts[NV_ZONE_COUNT]; /* of what is wanted now */
    bool has_counts;
    double total;
    size_t had;                    /* how many of the wanted it has */
    const nv_quotation *quotation; /* the one with most of the wanted words */
    size_t quotation_words;
    const nv_statement *statement; /* that leads here, with its score */
    double statement_score;
} standing;

/* One call's memory. */
typedef struct {
    const nv_registry *registry;
    const nv_index *index;
    const nv_query *query;
    standing *records;
    uint32_t *touched; /* the records with counts */
    size_t touched_count;
    struct tally {
        uint8_t words; /* wanted words it has */
        uint8_t last;  /* the wanted one counted last, from 1 */
    } * quotations;
    nv_hit *hits;
    size_t hit_count;
} search;

static void search_release(search *s)
{
    free(s->records);
    free(s->touched);
    free(s->quotations);
    free(s->hits);
}

static bool search_init(search *s, const nv_registry *registry,
                        const nv_query *query)
{
    const size_t records = registry->index.record_count + 1;

    memset(s, 0, sizeof *s);
    s->registry = registry;
    s->index = &registry->index;
    s->query = query;
    s->records = calloc(records, sizeof *s->records);
    s->touched = calloc(records, sizeof *s->touched);
    s->quotations =
        calloc(registry->index.quotation_count, sizeof *s->quotations);
    s->hits = calloc(registry->event_count + 1, sizeof *s->hits);
    return s->records && s->touched && s->quotations && s->hits;
}

/* Counting one wanted word or date. */

static double *counts_of(search *s, uint32_t record)
{
    standing *at = &s->records[record];

    if (!at->has_counts) {
        at->has_counts = true;
        s->touched[s->touched_count++] = record;
    }
    return at->counts;
}

/* Remembers for each record the quotation that has most of the words. */
static void count_in_quotation(search *s, const nv_posting *posting,
                               size_t number)
{
    struct tally *tally = &s->quotations[posting->quotation];
    standing *record = &s->records[posting->record];

    if (posting->quotation == 0 || tally->last == number)
        return;
    tally->last = (uint8_t)number;
    tally->words++;
    if (tally->words > record->quotation_words) {
        record->quotation_words = tally->words;
        record->quotation = s->index->quotations[posting->quotation];
    }
}

/* Counts the postings of one term, each as `part` of a whole word. */
static void count_term(search *s, const nv_term *term, double part,
                       size_t number)
{
    for (uint32_t i = 0; i < term->count; i++) {
        const nv_posting *posting = &s->index->postings[term->first + i];

        counts_of(s, posting->record)[posting->zone] += posting->count * part;
        count_in_quotation(s, posting, number);
    }
}

static void count_words(search *s, const char *word, bool is_whole,
                        size_t number)
{
    size_t count;
    const nv_term *term = nv_index_find(s->index, word, is_whole, &count);

    for (; count > 0; count--, term++)
        count_term(s, term, strcmp(term->word, word) == 0 ? 1 : prefix_part,
                   number);
}

/* The other words of every name that the word is. */
static void count_synonyms(search *s, const char *word, size_t number)
{
    const nv_synonym *all = s->index->synonyms;
    const size_t count = s->index->synonym_count;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].word, word) != 0)
            continue;
        for (size_t k = 0; k < count; k++)
            if (all[k].name == all[i].name && strcmp(all[k].word, word) != 0)
                count_words(s, all[k].word, true, number);
    }
}

static void count_word(search *s, const nv_wanted *wanted, size_t number)
{
    count_words(s, wanted->word, !wanted->is_prefix, number);
    count_synonyms(s, wanted->word, number);
}

static bool is_within(const nv_days *inner, const nv_days *outer)
{
    return inner->first >= outer->first && inner->last <= outer->last;
}

/* How well a date of a record answers the wanted one; 0: not at all. */
static double date_count(const nv_dating *dating, const nv_days *wanted)
{
    const bool is_inside = is_within(&dating->days, wanted);

    if (dating->standing == NV_DATE_MENTIONED)
        return is_inside ? 1 : 0;
    if (dating->days.first > wanted->last || dating->days.last < wanted->first)
        return 0;
    return (dating->standing == NV_DATE_OF_RECORD ? 1 : variant_part) *
           (is_inside ? 1 : wider_part);
}

static void count_date(search *s, const nv_days *wanted)
{
    for (size_t i = 0; i < s->index->dating_count; i++) {
        const nv_dating *dating = &s->index->datings[i];
        const double count = date_count(dating, wanted);
        double *counts;

        if (count == 0)
            continue;
        counts = counts_of(s, dating->record);
        if (dating->zone != NV_ZONE_DATE)
            counts[dating->zone] += count;
        else if (count > counts[NV_ZONE_DATE])
            counts[NV_ZONE_DATE] = count;
    }
}

/* Scoring what was counted. */

/* BM25's term frequency, 1 for a word that stands once in a text of average
 * length. */
static double frequency(const search *s, uint32_t record, size_t zone,
                        double count)
{
    const double b = zones[zone].length;
    double length;

    if (b == NONE)
        return count > 1 ? 1 : count;
    length = s->index->lengths[record][zone] / s->index->average_length[zone];
    return count * (saturation + 1) /
           (count + saturation * (1 - b + b * length));
}

static void score_counts(search *s)
{
    const double all = (double)s->index->record_count;
    const double having = (double)s->touched_count;
    const double rarity = log(1 + (all - having + 0.5) / (having + 0.5));

    for (size_t i = 0; i < s->touched_count; i++) {
        const uint32_t record = s->touched[i];
        standing *at = &s->records[record];

        for (size_t zone = 0; zone < NV_ZONE_COUNT; zone++) {
            double part;

            if (at->counts[zone] == 0)
                continue;
            part = rarity * zones[zone].weight *
                   frequency(s, record, zone, at->counts[zone]);
            at->zone[zone] += part;
            at->total += part;
            at->counts[zone] = 0;
        }
        at->has_counts = false;
        at->had++;
    }
    s->touched_count = 0;
}

/* From scores to hits. */

static bool has_all(const search *s, const standing *record)
{
    return record->had == s->query->count;
}

/* Gives the events of a statement its score, less from one to the next. */
static void follow_statement(search *s, size_t index)
{
    const nv_statement *statement = &s->registry->statements[index];
    const standing *found = &s->records[s->registry->event_count + index];
    double score = found->total;

    if (!has_all(s, found))
        return;
    for (size_t i = 0; i < statement->event_count; i++) {
        standing *event =
            &s->records[nv_store_index_of(s->registry, statement->events[i])];

        if (score > event->statement_score) {
            event->statement_score = score;
            event->statement = statement;
        }
        score *= next_part;
    }
}

static nv_field best_field(const standing *record)
{
    size_t best = 0;

    for (size_t zone = 1; zone < NV_ZONE_COUNT; zone++)
        if (record->zone[zone] > record->zone[best])
            best = zone;
    return zones[best].field;
}

/* Of two events that match alike, the one that others answer, cite or follow is
 * the one that is looked for. */
static double own_score(const search *s, size_t index)
{
    return s->records[index].total *
           (1 + per_link * log(1 + s->index->links[index]));
}

/* An event is a hit by what it has itself or by a statement, whichever counts
 * more. */
static void add_hit(search *s, size_t index)
{
    const standing *record = &s->records[index];
    const double score = own_score(s, index);
    nv_hit *hit = &s->hits[s->hit_count];

    if (!has_all(s, record) && !record->statement)
        return;
    *hit = (nv_hit){.event = s->registry->events[index],
                    .field = NV_FIELD_STATEMENT,
                    .statement = record->statement,
                    .score = record->statement_score};
    if (has_all(s, record) && score >= record->statement_score) {
        hit->field = best_field(record);
        hit->statement = NULL;
        hit->score = score;
        if (hit->field == NV_FIELD_QUOTATION && record->quotation &&
            record->quotation->is_offered)
            hit->quotation = record->quotation;
    }
    s->hit_count++;
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

static void collect_hits(search *s)
{
    for (size_t i = 0; i < s->registry->statement_count; i++)
        follow_statement(s, i);
    for (size_t i = 0; i < s->registry->event_count; i++)
        add_hit(s, i);
    qsort(s->hits, s->hit_count, sizeof *s->hits, compare_hits);
}

static void run(search *s)
{
    for (size_t i = 0; i < s->query->count; i++) {
        const nv_wanted *wanted = &s->query->wanted[i];

        if (wanted->word[0])
            count_word(s, wanted, i + 1);
        else
            count_date(s, &wanted->days);
        score_counts(s);
    }
    collect_hits(s);
}

size_t nv_registry_search(const nv_registry *registry, const char *query,
                          size_t len, nv_hit hits[], size_t max, size_t *total,
                          nv_error *err)
{
    size_t found = 0, written = 0;
    nv_query wanted;
    search s;

    nv_query_read(&wanted, query, len);
    if (wanted.count > 0 && search_init(&s, registry, &wanted)) {
        run(&s);
        found = s.hit_count;
        written = found < max ? found : max;
        if (written)
            memcpy(hits, s.hits, written * sizeof *hits);
    } else if (wanted.count > 0) {
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is not enough memory to search. Close other programs "
                "and try again.");
    }
    if (wanted.count > 0)
        search_release(&s);
    if (total)
        *total = found;
    return written;
}
