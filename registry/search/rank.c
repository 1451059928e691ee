/* SPDX-License-Identifier: MPL-2.0 */
/* See rank.h.
 *
 * First the statements that match, which lead to events; then the events that
 * match themselves. An event is a hit by the one or the other, whichever counts
 * more. */
#include "registry/search/rank.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/weight.h"
#include "registry/search/leads.h"
#include "registry/search/matching.h"
#include "registry/search/narrow.h"

typedef struct {
    const nv_asked *asked;
    const nv_matcher *matcher;
    const nv_registry *registry;
    const nv_index *index;
    size_t number; /* of the registry */
    size_t scored_max;
    nv_matching matching;
    nv_scorer scorer;
    nv_leads leads;
    uint32_t *records; /* that are scored */
    nv_hits *hits;
    size_t first_hit; /* of this registry */
    bool failed;      /* no memory */
} ranking;

static bool must_stop(const ranking *r)
{
    return r->failed || r->scorer.failed || r->leads.failed ||
           atomic_load_explicit(r->matcher->means.is_cancelled,
                                memory_order_relaxed);
}

static const nv_found *found_of(const ranking *r, size_t match)
{
    return &r->asked->matches[match]->in[r->number].found;
}

static bool choose(ranking *r, bool of_statements, nv_choice *choice)
{
    r->failed = !nv_matching_choose(&r->matching, of_statements, choice);
    return !must_stop(r);
}

/* Statements. All of them lead to events that are counted; those that are not
 * worth being scored come last. */
static void follow_statements(ranking *r)
{
    nv_choice choice = {.count = 0};
    uint32_t at = 0, record;
    size_t count = 0, next = 0;

    if (choose(r, true, &choice))
        count = nv_narrow(&r->scorer, &choice, r->records, r->scored_max);
    while (!must_stop(r) && nv_choice_next(&choice, &at, &record)) {
        nv_standing standing = {.total = 0};

        if (next < count && r->records[next] == record) {
            next++;
            nv_scorer_score(&r->scorer, record, &standing);
        }
        nv_leads_add(&r->leads, r->index, record, standing.total);
    }
    nv_leads_sort(&r->leads);
    nv_choice_release(&choice);
}

/* Events. */

static nv_hit *add_hit(ranking *r, uint32_t event)
{
    nv_hit *hit;
    nv_card card;

    if (!nv_index_card(r->index, event, &card))
        return NULL;
    hit = nv_hits_add(r->hits);
    r->failed = !hit;
    if (hit)
        *hit = (nv_hit){.registry = r->registry, .event = event, .card = card};
    return hit;
}

static nv_hit *add_own_hit(ranking *r, uint32_t event)
{
    nv_hit *hit = add_hit(r, event);
    nv_standing standing;

    if (!hit)
        return NULL;
    nv_scorer_score(&r->scorer, event, &standing);
    hit->score = standing.total * nv_weight_links(hit->card.links);
    hit->field = nv_standing_field(&standing);
    if (hit->field == NV_FIELD_QUOTATION)
        hit->quotation = nv_standing_quotation(&standing);
    return hit;
}

static void add_own_hits(ranking *r, const nv_choice *choice)
{
    const size_t count =
        nv_narrow(&r->scorer, choice, r->records, r->scored_max);

    for (size_t i = 0; i < count && !must_stop(r); i++)
        add_own_hit(r, r->records[i]);
}

/* The hit of an event among those of this registry that stand by themselves,
 * which are in order. */
static nv_hit *hit_of(const ranking *r, size_t past, uint32_t event)
{
    size_t low = r->first_hit, high = past;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (r->hits->items[middle].event < event)
            low = middle + 1;
        else
            high = middle;
    }
    return low < past && r->hits->items[low].event == event
               ? &r->hits->items[low]
               : NULL;
}

/* Lets an event be a hit by the statement that leads to it. Returns whether it
 * is none by itself. */
static bool follow_lead(ranking *r, const nv_lead *lead, size_t own_past)
{
    nv_hit *hit = hit_of(r, own_past, lead->event);
    const bool is_own = hit || nv_matching_has_all(&r->matching, lead->event);

    if (!hit && is_own)
        hit = add_own_hit(r, lead->event);
    else if (!hit && nv_matching_passes(&r->matching, lead->event))
        hit = add_hit(r, lead->event);
    else if (!hit)
        return false;
    if (hit && (!is_own || lead->score > hit->score)) {
        hit->field = NV_FIELD_STATEMENT;
        hit->quotation = 0;
        hit->statement = 1 + lead->statement - nv_index_event_count(r->index);
        hit->score = lead->score;
    }
    return !is_own;
}

static void find_events(ranking *r, size_t *total)
{
    nv_choice choice = {.count = 0};
    size_t own_past;

    if (choose(r, false, &choice))
        add_own_hits(r, &choice);
    own_past = r->hits->count;
    *total += choice.count;
    for (size_t i = 0; i < r->leads.count && !must_stop(r); i++)
        *total += follow_lead(r, &r->leads.items[i], own_past);
    nv_choice_release(&choice);
}

/* Whether the words of the records have to be read to score them. */
static bool must_read(const ranking *r)
{
    for (size_t i = 0; i < r->asked->match_count; i++)
        if (!r->asked->matches[i]->wanted.is_excluded &&
            r->asked->weights[i] > 0 && nv_found_is_heavy(found_of(r, i)))
            return true;
    return false;
}

bool nv_rank(const nv_asked *asked, const nv_matcher *matcher, size_t registry,
             const nv_rank_limits *limits, nv_hits *hits, size_t *total)
{
    ranking r = {.asked = asked,
                 .matcher = matcher,
                 .registry = matcher->registries[registry],
                 .index = nv_registry_index(matcher->registries[registry]),
                 .number = registry,
                 .hits = hits,
                 .first_hit = hits->count};

    r.matching = (nv_matching){
        asked, registry, r.index,
        asked->sieve ? &asked->sieve->in[registry].passing : NULL};
    nv_scorer_init(&r.scorer, asked, registry, r.index);
    r.scored_max = must_read(&r) ? limits->heavy : limits->light;
    r.records = malloc((r.scored_max + 1) * sizeof *r.records);
    r.failed = !r.records;
    if (!must_stop(&r) &&
        nv_index_record_count(r.index) > nv_index_event_count(r.index))
        follow_statements(&r);
    if (!must_stop(&r))
        find_events(&r, total);
    r.failed = r.failed || r.scorer.failed || r.leads.failed;
    nv_scorer_release(&r.scorer);
    nv_leads_release(&r.leads);
    free(r.records);
    return !r.failed;
}
