/* SPDX-License-Identifier: MPL-2.0 */
/* Filters and their counts, beside a count that looks at every event of the
 * registry itself. */
#include "check.h"

#include <stdlib.h>

#include "made.h"
#include "registry/search/facets.h"
#include "shipped.h"

enum { MADE_EVENTS = 400, EVENTS_MAX = 1000 };

/* One filter by hand: what nv_filter asks, asked of the event's own record. */

static int year_at(const char *iso)
{
    return atoi(iso);
}

static bool has_party(const nv_event *event, const char *party)
{
    for (size_t i = 0; i < event->parties.count; i++)
        if (strcmp(event->parties.items[i], party) == 0)
            return true;
    return false;
}

static bool has_wording(const nv_event *event, const char *language)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered &&
            (!language || strcmp(event->quotations[i].language, language) == 0))
            return true;
    return false;
}

static bool passes(const nv_event *event, const char *pack,
                   const nv_filter *filter)
{
    const char *end = event->date.end ? event->date.end : event->date.iso;

    return (!filter->first_year || year_at(end) >= filter->first_year) &&
           (!filter->last_year ||
            year_at(event->date.iso) <= filter->last_year) &&
           (!filter->kinds || filter->kinds >> event->kind & 1) &&
           (!filter->party || has_party(event, filter->party)) &&
           (!filter->language || has_wording(event, filter->language)) &&
           (!filter->pack || strcmp(filter->pack, pack) == 0) &&
           (!filter->has_wording || has_wording(event, NULL));
}

/* The events that a query finds without any filter; all for an empty one. */
typedef struct {
    const nv_event *events[EVENTS_MAX];
    const char *packs[EVENTS_MAX];
    size_t count;
} found_events;

static void add(found_events *found, const nv_registry *registry, size_t number)
{
    assert_true(found->count < EVENTS_MAX);
    found->events[found->count] = nv_registry_event(registry, number, NULL);
    found->packs[found->count++] = nv_registry_pack(registry);
}

static void find_all(const nv_registry *const registries[], size_t count,
                     const char *query, found_events *found)
{
    nv_finder *finder = nv_finder_new(registries, count, NULL);
    const nv_hit *hits;
    size_t hit_count;

    found->count = 0;
    assert_int_equal(nv_finder_run(finder, query, strlen(query), NULL),
                     NV_SEARCH_DONE);
    hits = nv_finder_hits(finder, &hit_count);
    assert_int_equal(hit_count, nv_finder_total(finder));
    for (size_t i = 0; i < hit_count; i++)
        add(found, hits[i].registry, hits[i].event);
    for (size_t i = 0; !query[0] && i < count; i++)
        for (size_t k = 0; k < nv_registry_event_count(registries[i]); k++)
            add(found, registries[i], k);
    nv_finder_free(finder);
}

static size_t count_by_hand(const found_events *found, const nv_filter *filter)
{
    size_t count = 0;

    for (size_t i = 0; i < found->count; i++)
        count += passes(found->events[i], found->packs[i], filter);
    return count;
}

/* The filter with the choice of a list in the place of its own. */
static nv_filter with(const nv_filter *filter, nv_facet facet,
                      const nv_pick *pick)
{
    nv_filter other = *filter;

    switch (facet) {
    case NV_FACET_DECADES:
    case NV_FACET_YEARS:
        other.first_year = pick->first_year;
        other.last_year = pick->last_year;
        break;
    case NV_FACET_KINDS:
        other.kinds = 1u << pick->kind;
        break;
    case NV_FACET_PARTIES:
        other.party = pick->text;
        break;
    case NV_FACET_LANGUAGES:
        other.language = pick->text;
        break;
    case NV_FACET_PACKS:
        other.pack = pick->text;
        break;
    default:
        other.has_wording = true;
        break;
    }
    return other;
}

static void check_total(const nv_registry *const registries[], size_t count,
                        const char *query, const nv_filter *filter,
                        size_t wanted)
{
    nv_finder *finder = nv_finder_new(registries, count, NULL);

    assert_true(nv_finder_set_filter(finder, filter, NULL));
    assert_int_equal(nv_finder_run(finder, query, strlen(query), NULL),
                     NV_SEARCH_DONE);
    if (nv_finder_total(finder) != wanted)
        fail_msg("“%s”: %zu are found, %zu were counted", query,
                 nv_finder_total(finder), wanted);
    nv_finder_free(finder);
}

/* Each choice counts what is there, and what it counts is found. Returns how
 * many choices there are. */
static size_t check_facet(const nv_finder *finder,
                          const nv_registry *const registries[], size_t count,
                          const char *query, const nv_filter *filter,
                          nv_facet facet, const found_events *found)
{
    size_t picks;
    const nv_pick *list = nv_finder_facet(finder, facet, &picks);

    for (size_t i = 0; i < picks; i++) {
        const nv_filter other = with(filter, facet, &list[i]);

        if (list[i].count != count_by_hand(found, &other))
            fail_msg("“%s”, list %d, %s %d: %zu counted, %zu by hand", query,
                     facet, list[i].text ? list[i].text : "",
                     list[i].first_year, list[i].count,
                     count_by_hand(found, &other));
        if (i < 3)
            check_total(registries, count, query, &other, list[i].count);
    }
    return picks;
}

static void check_case(const nv_registry *const registries[], size_t count,
                       const char *query, const nv_filter *filter)
{
    static found_events found;
    nv_finder *finder = nv_finder_new(registries, count, NULL);
    size_t years = 0;

    find_all(registries, count, query, &found);
    assert_true(nv_finder_set_filter(finder, filter, NULL));
    assert_int_equal(nv_finder_run(finder, query, strlen(query), NULL),
                     NV_SEARCH_DONE);
    assert_true(nv_finder_count(finder, NULL));
    CHECK(nv_finder_counted(finder) == count_by_hand(&found, filter), query);
    for (nv_facet facet = 0; facet < NV_FACET_COUNT; facet++)
        years += check_facet(finder, registries, count, query, filter, facet,
                             &found);
    CHECK(found.count == 0 || years > 0 || nv_finder_counted(finder) == 0,
          "there is something to choose");
    nv_finder_free(finder);
}

static const char *const queries[] = {"",     "berlin",       "note nato",
                                      "1954", "nota -natomi", "lang:fr mol"};

static const nv_filter filters[] = {
    {.kinds = 0},
    {.kinds = 1u << NV_KIND_NOTE},
    {.kinds = 1u << NV_KIND_NOTE | 1u << NV_KIND_REPLY, .first_year = 1954},
    {.first_year = 1950, .last_year = 1959},
    {.last_year = 1948, .has_wording = true},
    {.party = "Soviet Union", .first_year = 1954, .last_year = 1954},
    {.party = "Here", .language = "fr"},
    {.language = "en", .kinds = 1u << NV_KIND_TREATY},
    {.pack = "core", .has_wording = true},
    {.party = "Atlantis"},
};

static void check_all(const nv_registry *const registries[], size_t count)
{
    for (size_t i = 0; i < NV_COUNT_OF(queries); i++)
        for (size_t k = 0; k < NV_COUNT_OF(filters); k++)
            check_case(registries, count, queries[i], &filters[k]);
}

static nv_registry *shipped, *made;

static void counts_of_the_shipped_registry(void **state)
{
    const nv_registry *const registries[] = {shipped};

    (void)state;
    check_all(registries, 1);
}

static void counts_of_two_registries_are_added_up(void **state)
{
    const nv_registry *const registries[] = {shipped, made};

    (void)state;
    check_all(registries, 2);
}

/* The lists themselves. */

static void lists_are_in_their_order(void **state)
{
    const nv_registry *const registries[] = {shipped};
    nv_finder *finder = nv_finder_new(registries, 1, NULL);
    size_t count;
    const nv_pick *list;

    (void)state;
    assert_true(nv_finder_count(finder, NULL));
    list = nv_finder_facet(finder, NV_FACET_PARTIES, &count);
    for (size_t i = 1; i < count; i++)
        CHECK(list[i - 1].count >= list[i].count, "the commonest come first");
    list = nv_finder_facet(finder, NV_FACET_YEARS, &count);
    for (size_t i = 1; i < count; i++)
        CHECK(list[i - 1].first_year < list[i].first_year, "years by time");
    CHECK(count > 20 && list[0].first_year == 1941, "from the first on");
    nv_finder_free(finder);
}

static void an_empty_query_browses_by_date(void **state)
{
    const nv_registry *const registries[] = {shipped};
    const nv_filter filter = {.kinds = 1u << NV_KIND_TREATY};
    nv_finder *finder = nv_finder_new(registries, 1, NULL);
    const nv_hit *hits;
    size_t count;

    (void)state;
    assert_true(nv_finder_set_filter(finder, &filter, NULL));
    nv_finder_run(finder, "", 0, NULL);
    hits = nv_finder_hits(finder, &count);
    CHECK(count > 3, "treaties are found");
    for (size_t i = 1; i < count; i++)
        CHECK(strcmp(hits[i - 1].card.date, hits[i].card.date) <= 0, "by date");
    assert_true(nv_finder_set_filter(finder, &(nv_filter){.kinds = 0}, NULL));
    nv_finder_run(finder, "", 0, NULL);
    CHECK(nv_finder_total(finder) == 0, "without a filter it finds nothing");
    nv_finder_free(finder);
}

static void what_the_filter_keeps_out_is_not_misspelt(void **state)
{
    const nv_registry *const registries[] = {shipped};
    const nv_filter filter = {.first_year = 1990};
    nv_finder *finder = nv_finder_new(registries, 1, NULL);
    size_t count;

    (void)state;
    assert_true(nv_finder_set_filter(finder, &filter, NULL));
    nv_finder_run(finder, "glinski", 7, NULL);
    nv_finder_corrections(finder, &count);
    CHECK(nv_finder_total(finder) == 0 && count == 0, "no correction");
    nv_finder_free(finder);
}

static int open_registries(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;

    (void)state;
    made_registry(&xml, "made", 0, MADE_EVENTS, 1);
    made = nv_registry_read(xml.text, xml.len, "made", NULL);
    nv_buffer_release(&xml);
    shipped = open_shipped(NULL);
    return made && shipped ? 0 : -1;
}

static int close_registries(void **state)
{
    (void)state;
    nv_registry_free(made);
    nv_registry_free(shipped);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_the_shipped_registry),
        cmocka_unit_test(counts_of_two_registries_are_added_up),
        cmocka_unit_test(lists_are_in_their_order),
        cmocka_unit_test(an_empty_query_browses_by_date),
        cmocka_unit_test(what_the_filter_keeps_out_is_not_misspelt),
    };

    return cmocka_run_group_tests(tests, open_registries, close_registries);
}
