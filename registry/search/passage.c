/* SPDX-License-Identifier: MPL-2.0 */
/* See passage.h. */
#include "registry/search/passage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/bits.h"
#include "registry/search/dates.h"
#include "registry/search/evidence.h"
#include "registry/search/finder.h"
#include "registry/search/picked.h"
#include "registry/search/prose.h"

/* A word that stands in more places than this says little, and costs most. */
enum { PLACES_MAX = 20000, TERMS_MAX = 64, DATINGS_MAX = 20000 };

/* Of what speaks for the best, what a hit must have; and what next to nothing
 * is: two rare words in a text, or a day. */
static const double least_part = 0.3, least_score = 40;

/* Dates weigh more than words, because they are exact. */
static const double date_weight = 2;

typedef struct {
    uint32_t term;
    float part;
} wanted_term;

typedef struct {
    nv_finder *finder;
    nv_matcher matcher;
    nv_query query;
    nv_prose prose;
    nv_evidence *evidence; /* by registry */
    double records;        /* of all registries */
    const nv_sieve *sieve; /* NULL: no filter */
} passage;

static const nv_index *index_of(const passage *p, size_t registry)
{
    return nv_registry_index(p->finder->registries[registry]);
}

static bool must_stop(const passage *p)
{
    return atomic_load_explicit(&p->finder->is_cancelled, memory_order_relaxed);
}

/* How much it says that something stands in so many records: a paragraph has
 * many words that say little, and together they must not say more than one
 * name. */
static double weight_of(const passage *p, double having)
{
    const double rarity = log(1 + (p->records - having + 0.5) / (having + 0.5));

    return rarity * rarity / 2;
}

/* Words. */

/* The terms of one registry that answer the word; how many they are. */
static size_t list_terms(const nv_answers *answers, wanted_term terms[])
{
    size_t count = 0;

    for (size_t i = 0; i < answers->row_count; i++)
        for (uint32_t k = 0;
             k < answers->rows[i].row.count && count < TERMS_MAX; k++)
            terms[count++] = (wanted_term){answers->rows[i].row.first + k, 1};
    for (size_t i = 0; i < answers->single_count && count < TERMS_MAX; i++)
        terms[count++] =
            (wanted_term){answers->singles[i].term, answers->singles[i].part};
    return count;
}

/* A name that is not known as it is written may be known by another
 * spelling. */
static bool find_answers(passage *p, size_t registry, const nv_prose_word *word,
                         nv_answers *answers)
{
    const nv_wanted wanted = {.want = NV_WANT_WORD, .count = 1};
    bool is_found;

    strcpy(p->query.words[0], word->text);
    is_found =
        nv_answers_find(answers, &p->matcher, index_of(p, registry), &wanted);
    if (is_found && word->is_name && nv_answers_are_none(answers))
        is_found = nv_answers_add_sounds(answers, &p->matcher,
                                         index_of(p, registry), &wanted, false);
    nv_answers_finish(answers);
    return is_found;
}

static void say_term(passage *p, size_t registry, const wanted_term *term,
                     double weight)
{
    nv_posting_reader reader =
        nv_index_postings(index_of(p, registry), term->term);
    nv_posting posting;

    while (nv_posting_next(&reader, &posting))
        nv_evidence_add(
            &p->evidence[registry], posting.record, (nv_zone)posting.zone,
            weight * term->part * nv_weight_zone((nv_zone)posting.zone));
}

static bool say_word(passage *p, size_t registry, const nv_prose_word *word)
{
    const nv_index *index = index_of(p, registry);
    nv_answers answers;
    wanted_term terms[TERMS_MAX];
    const bool is_found = find_answers(p, registry, word, &answers);
    const size_t count = is_found ? list_terms(&answers, terms) : 0;
    double having = 0, places = 0;

    for (size_t i = 0; i < count; i++) {
        having += nv_index_frequency(index, terms[i].term);
        places += (double)nv_index_places(index, (nv_row){terms[i].term, 1});
    }
    nv_evidence_next(&p->evidence[registry]);
    for (size_t i = 0; i < count && places <= PLACES_MAX; i++)
        say_term(p, registry, &terms[i], weight_of(p, having));
    nv_answers_release(&answers);
    return is_found;
}

/* Dates. */

/* How rare a date is, is told by the events of that date, not by how often it
 * is spoken of; a date that is only spoken of, by that. */
static void say_date(passage *p, size_t registry, const nv_days *days)
{
    nv_dating_reader reader = nv_index_dates(index_of(p, registry), days);
    nv_dating_reader again = reader;
    nv_dating dating;
    size_t having[3] = {0, 0, 0}, all = 0; /* by nv_date_standing */

    while (all <= DATINGS_MAX && nv_dating_next(&reader, &dating)) {
        all++;
        having[dating.standing] +=
            nv_dates_count(&dating.days, (nv_date_standing)dating.standing,
                           days) > 0;
    }
    having[NV_DATE_OF_VARIANT] += having[NV_DATE_OF_RECORD];
    having[NV_DATE_OF_RECORD] = having[NV_DATE_OF_VARIANT];
    nv_evidence_next(&p->evidence[registry]);
    while (all <= DATINGS_MAX && nv_dating_next(&again, &dating))
        nv_evidence_add(
            &p->evidence[registry], dating.record, (nv_zone)dating.zone,
            date_weight * weight_of(p, (double)having[dating.standing]) *
                nv_weight_zone((nv_zone)dating.zone) *
                nv_dates_count(&dating.days, (nv_date_standing)dating.standing,
                               days));
}

/* Hits. */

static bool is_kept(const passage *p, size_t registry, uint32_t event)
{
    return !p->sieve ||
           nv_bits_have(p->sieve->in[registry].passing.bits, event);
}

static double best_score(const passage *p)
{
    double best = 0;

    for (size_t i = 0; i < p->finder->registry_count; i++)
        for (uint32_t k = 0; k < nv_index_event_count(index_of(p, i)); k++)
            if (p->evidence[i].records[k].score > best && is_kept(p, i, k))
                best = p->evidence[i].records[k].score;
    return best;
}

static bool add_hit(const passage *p, size_t registry, uint32_t event)
{
    const nv_weighed *weighed = &p->evidence[registry].records[event];
    nv_card card;
    nv_hit *hit;

    if (!nv_index_card(index_of(p, registry), event, &card))
        return true;
    hit = nv_hits_add(&p->finder->hits);
    if (hit)
        *hit = (nv_hit){.registry = p->finder->registries[registry],
                        .event = event,
                        .card = card,
                        .field = nv_field_of_zone((nv_zone)weighed->zone),
                        .score = weighed->score};
    return hit != NULL;
}

static bool add_hits(passage *p)
{
    const double best = best_score(p);
    const double least =
        best * least_part > least_score ? best * least_part : least_score;

    for (size_t i = 0; i < p->finder->registry_count; i++)
        for (uint32_t k = 0; k < nv_index_event_count(index_of(p, i)); k++)
            if (p->evidence[i].records[k].score >= least && is_kept(p, i, k) &&
                !add_hit(p, i, k))
                return false;
    return nv_hits_keep_best(&p->finder->hits, NV_PASSAGE_HITS_MAX);
}

/* All of it. */

static bool say_all(passage *p, size_t registry)
{
    for (size_t i = 0; i < p->prose.word_count; i++)
        if (must_stop(p) || !say_word(p, registry, &p->prose.words[i]))
            return false;
    for (size_t i = 0; i < p->prose.date_count && !must_stop(p); i++)
        say_date(p, registry, &p->prose.dates[i]);
    nv_evidence_follow_statements(&p->evidence[registry],
                                  index_of(p, registry));
    return !must_stop(p);
}

static bool run(passage *p)
{
    nv_finder *f = p->finder;
    bool is_run = nv_picked_sieve(f, &p->sieve);

    p->evidence = calloc(f->registry_count + 1, sizeof *p->evidence);
    is_run = is_run && p->evidence;
    for (size_t i = 0; is_run && i < f->registry_count; i++) {
        p->records += nv_index_record_count(index_of(p, i));
        is_run = nv_evidence_init(&p->evidence[i], index_of(p, i));
    }
    for (size_t i = 0; is_run && i < f->registry_count; i++)
        is_run = say_all(p, i);
    is_run = is_run && add_hits(p);
    for (size_t i = 0; p->evidence && i < f->registry_count; i++)
        nv_evidence_release(&p->evidence[i]);
    free(p->evidence);
    return is_run;
}

bool nv_passage_find(nv_finder *finder, const char *text, size_t len)
{
    passage *p = calloc(1, sizeof *p);
    bool is_run;

    if (!p)
        return false;
    p->finder = finder;
    p->matcher = nv_finder_matcher(finder);
    p->matcher.query = &p->query;
    nv_prose_read(&p->prose, text, len);
    is_run = run(p);
    finder->total = is_run ? finder->hits.count : 0;
    free(p);
    return is_run;
}
