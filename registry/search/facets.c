/* SPDX-License-Identifier: MPL-2.0 */
/* See facets.h: counting. */
#include "registry/search/facets.h"

#include <stdlib.h>
#include <string.h>

#include "registry/search/bits.h"
#include "registry/search/finder.h"
#include "registry/search/matching.h"
#include "registry/search/picked.h"

enum { DECADES = NV_YEAR_MAX / 10 + 1, YEARS = NV_YEAR_MAX + 1 };

typedef struct {
    nv_finder *finder;
    nv_picked *picked;
    size_t *counts[NV_FACET_COUNT]; /* by number of the choice, one block */
    size_t sizes[NV_FACET_COUNT];
    size_t size;    /* of all of them */
    size_t counted; /* events that pass everything */
} counter;

/* Counting events. */

static void count_numbers(counter *c, nv_facet facet, const uint32_t *values,
                          uint32_t first, uint32_t past)
{
    for (uint32_t i = first; i < past; i++)
        c->counts[facet][values[i]]++;
}

static void count_years(counter *c, const nv_trait *trait)
{
    for (size_t year = trait->first_year; year <= trait->last_year; year++)
        c->counts[NV_FACET_YEARS][year]++;
    for (size_t decade = trait->first_year / 10;
         decade <= trait->last_year / 10; decade++)
        c->counts[NV_FACET_DECADES][decade]++;
}

static void count_event(counter *c, size_t registry, uint32_t event)
{
    const nv_traits_in *in = &c->picked->traits.in[registry];
    const unsigned fails = c->picked->sieve.in[registry].fails[event];
    const uint32_t *starts = in->starts + 2 * (size_t)event;
    bool counts[NV_ASPECT_COUNT];

    c->counted += fails == 0;
    if (fails & (fails - 1))
        return; /* no other choice of one list would let it in */
    for (size_t i = 0; i < NV_ASPECT_COUNT; i++)
        counts[i] = (fails & ~(1u << i)) == 0;
    if (counts[NV_ASPECT_PERIOD])
        count_years(c, &in->events[event]);
    if (counts[NV_ASPECT_KIND])
        c->counts[NV_FACET_KINDS][in->events[event].kind]++;
    if (counts[NV_ASPECT_PARTY])
        count_numbers(c, NV_FACET_PARTIES, in->values, starts[0], starts[1]);
    if (counts[NV_ASPECT_LANGUAGE])
        count_numbers(c, NV_FACET_LANGUAGES, in->values, starts[1], starts[2]);
    if (counts[NV_ASPECT_PACK])
        c->counts[NV_FACET_PACKS][registry]++;
    if (counts[NV_ASPECT_WORDING])
        c->counts[NV_FACET_WORDING][0] += starts[1] < starts[2];
}

/* The events that the query wants, whatever the filter. A query that asks for
 * nothing, or only for what must not be, begins with all events. */
static bool find_events(const counter *c, size_t registry, nv_found *all,
                        uint64_t bits[])
{
    const nv_finder *f = c->finder;
    const nv_asked asked = {.query = &f->query,
                            .matches = (const nv_match *const *)f->used,
                            .match_count = f->is_done ? f->query.count : 0};
    nv_matching matching = {&asked, registry,
                            nv_registry_index(f->registries[registry]), all};

    for (size_t i = 0; i < asked.match_count; i++)
        if (!f->query.wanted[i].is_excluded)
            matching.passing = NULL;
    return nv_matching_add_events(&matching, bits);
}

static bool count_registry(counter *c, size_t registry)
{
    const nv_index *index = nv_registry_index(c->finder->registries[registry]);
    const uint32_t events = nv_index_event_count(index);
    const size_t words = nv_index_bit_words(index) + 1;
    nv_found all = {.bits = malloc(words * sizeof *all.bits)};
    uint64_t *bits = calloc(words, sizeof *bits);
    bool is_found = false;

    if (all.bits && bits) {
        memset(all.bits, 0xFF, words * sizeof *all.bits);
        is_found = find_events(c, registry, &all, bits);
    }
    for (uint32_t i = 0;
         is_found && (i = nv_bits_next(bits, i, events)) < events; i++)
        count_event(c, registry, i);
    free(all.bits);
    free(bits);
    return is_found;
}

/* From counts to lists. */

static void describe_decade(const counter *c, size_t number, nv_pick *pick)
{
    (void)c;
    pick->first_year = 10 * (int)number;
    pick->last_year = pick->first_year + 9;
}

static void describe_year(const counter *c, size_t number, nv_pick *pick)
{
    (void)c;
    pick->first_year = pick->last_year = (int)number;
}

static void describe_kind(const counter *c, size_t number, nv_pick *pick)
{
    (void)c;
    pick->kind = (nv_kind)number;
    pick->text = nv_kind_word(pick->kind);
}

static void describe_party(const counter *c, size_t number, nv_pick *pick)
{
    pick->text = nv_text_set_at(&c->picked->traits.parties, number);
}

static void describe_language(const counter *c, size_t number, nv_pick *pick)
{
    pick->text = nv_text_set_at(&c->picked->traits.languages, number);
}

static void describe_pack(const counter *c, size_t number, nv_pick *pick)
{
    pick->text = nv_registry_pack(c->finder->registries[number]);
}

static void (*const describe[NV_FACET_COUNT])(const counter *, size_t,
                                              nv_pick *) = {
    [NV_FACET_DECADES] = describe_decade,
    [NV_FACET_YEARS] = describe_year,
    [NV_FACET_KINDS] = describe_kind,
    [NV_FACET_PARTIES] = describe_party,
    [NV_FACET_LANGUAGES] = describe_language,
    [NV_FACET_PACKS] = describe_pack,
    [NV_FACET_WORDING] = NULL,
};

static int compare_picks(const void *a, const void *b)
{
    const nv_pick *x = a, *y = b;

    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

static void list_facet(const counter *c, nv_facet facet, nv_pick *list)
{
    size_t count = 0;

    for (size_t i = 0; i < c->sizes[facet]; i++) {
        if (c->counts[facet][i] == 0)
            continue;
        list[count] = (nv_pick){.count = c->counts[facet][i]};
        if (describe[facet])
            describe[facet](c, i, &list[count]);
        count++;
    }
    if (facet == NV_FACET_PARTIES || facet == NV_FACET_LANGUAGES)
        qsort(list, count, sizeof *list, compare_picks);
    c->picked->lists[facet] = list;
    c->picked->list_counts[facet] = count;
}

static bool list_all(const counter *c)
{
    size_t used = 0;
    nv_pick *block;

    for (size_t i = 0; i < c->size; i++)
        used += c->counts[0][i] > 0;
    block = malloc((used + 1) * sizeof *block);
    if (!block)
        return false;
    free(c->picked->lists[0]);
    for (nv_facet facet = 0; facet < NV_FACET_COUNT; facet++) {
        list_facet(c, facet, block);
        block += c->picked->list_counts[facet];
    }
    c->picked->counted = c->counted;
    return true;
}

/* All of it. */

static bool make_counters(counter *c)
{
    const nv_traits *traits = &c->picked->traits;
    const size_t sizes[NV_FACET_COUNT] = {DECADES,
                                          YEARS,
                                          NV_KIND_COUNT,
                                          traits->parties.count,
                                          traits->languages.count,
                                          c->finder->registry_count,
                                          1};

    memcpy(c->sizes, sizes, sizeof sizes);
    for (size_t i = 0; i < NV_FACET_COUNT; i++)
        c->size += sizes[i];
    c->counts[0] = calloc(c->size, sizeof *c->counts[0]);
    for (size_t i = 1; c->counts[0] && i < NV_FACET_COUNT; i++)
        c->counts[i] = c->counts[i - 1] + sizes[i - 1];
    return c->counts[0] != NULL;
}

static bool fail_if_damaged(const nv_finder *finder, nv_error *err)
{
    for (size_t i = 0; i < finder->registry_count; i++)
        if (nv_index_is_damaged(nv_registry_index(finder->registries[i])))
            return nv_registry_fail_as_damaged(finder->registries[i], err);
    return true;
}

bool nv_finder_count(nv_finder *finder, nv_error *err)
{
    counter c = {.finder = finder};
    bool is_counted;

    if (!nv_picked_prepare(finder, err))
        return false;
    c.picked = finder->picked;
    is_counted = make_counters(&c);
    for (size_t i = 0; is_counted && i < finder->registry_count; i++)
        is_counted = count_registry(&c, i);
    is_counted = is_counted && list_all(&c);
    free(c.counts[0]);
    if (!is_counted)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is not enough memory to count. Close other "
                       "programs and try again.");
    return fail_if_damaged(finder, err);
}

const nv_pick *nv_finder_facet(const nv_finder *finder, nv_facet facet,
                               size_t *count)
{
    *count = finder->picked ? finder->picked->list_counts[facet] : 0;
    return *count ? finder->picked->lists[facet] : NULL;
}

size_t nv_finder_counted(const nv_finder *finder)
{
    return finder->picked ? finder->picked->counted : 0;
}
