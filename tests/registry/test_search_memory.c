/* SPDX-License-Identifier: MPL-2.0 */
/* Searches in sets and in places whose every allocation fails in turn, and that
 * are dropped at every one of them. */
#include "check.h"

#include <stdlib.h>

#include "failing.h"
#include "made.h"
#include "registry/search/finder.h"

#ifdef NV_CAN_FAIL

enum { EVENTS = 300, LIGHT_MAX = 24 };

static nv_registry *registries[2];
static nv_finder *finder;

/* Each has another way through the search. */
static const char *const queries[] = {"nota natomi",
                                      "\"luso of mimi\" nota -natomi",
                                      "\"nota",
                                      "1954 nota lang:en",
                                      "year:1942..1980 by",
                                      "kind:note party:mirelu",
                                      "natomiiso pepeluso n",
                                      "nota of 3 March 1962"};

static void add_hits(nv_buffer *out)
{
    size_t count;
    const nv_hit *hits = nv_finder_hits(finder, &count);

    nv_buffer_add_format(out, "%zu of %zu\n", count, nv_finder_total(finder));
    for (size_t i = 0; i < count; i++)
        nv_buffer_add_format(out, "%s %.9f\n", hits[i].card.id, hits[i].score);
}

static nv_search_end run(const char *query, nv_error *err)
{
    return nv_finder_run(finder, query, strlen(query), err);
}

static void run_whole(const char *query, nv_buffer *out)
{
    CHECK(run(query, NULL) == NV_SEARCH_DONE, query);
    add_hits(out);
    run("", NULL);
}

/* Whether the run that was disturbed at some allocation ended as it may: with
 * nothing, or with all. */
static void check_end(nv_search_end end, nv_search_end other,
                      const char *wanted, const char *query)
{
    nv_buffer got = NV_BUFFER_INIT;

    add_hits(&got);
    if (end == NV_SEARCH_DONE)
        CHECK_STR(got.text, wanted, query);
    else {
        CHECK(end == other, query);
        CHECK_STR(got.text, "0 of 0\n", query);
    }
    nv_buffer_release(&got);
}

static void cancel(void)
{
    nv_finder_cancel(finder);
}

/* Disturbs each allocation of each query; `other` is how it ends then. */
static void disturb(nv_search_end other)
{
    for (size_t i = 0; i < NV_COUNT_OF(queries); i++) {
        nv_buffer wanted = NV_BUFFER_INIT, again = NV_BUFFER_INIT;
        bool was_disturbed = true;

        run_whole(queries[i], &wanted);
        for (long number = 0; was_disturbed; number++) {
            nv_error err = {0};
            nv_search_end end;

            countdown = number;
            end = run(queries[i], &err);
            was_disturbed = countdown < 0;
            countdown = -1;
            check_end(end, other, wanted.text, queries[i]);
            CHECK((err.code == NV_ERROR_MEMORY) == (end == NV_SEARCH_FAILED),
                  err.message);
            nv_buffer_truncate(&again, 0);
            run_whole(queries[i], &again);
            CHECK_STR(again.text, wanted.text, "the next one is whole");
        }
        nv_buffer_release(&wanted);
        nv_buffer_release(&again);
    }
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    disturb(NV_SEARCH_FAILED);
}

static void a_search_may_be_dropped_anywhere(void **state)
{
    (void)state;
    instead = cancel;
    disturb(NV_SEARCH_CANCELLED);
    instead = NULL;
}

/* A new search and its end, each allocation failing in turn. */
static void beginning_survives_want_of_memory(void **state)
{
    const nv_registry *const both[] = {registries[0], registries[1]};
    bool has_failed = true;

    (void)state;
    for (long number = 0; has_failed; number++) {
        nv_error err = {0};
        const long before = live;
        nv_finder *other;

        countdown = number;
        other = nv_finder_new(both, 2, &err);
        has_failed = countdown < 0;
        countdown = -1;
        CHECK(!other == has_failed, "a search, or none");
        CHECK((err.code == NV_ERROR_MEMORY) == has_failed, err.message);
        nv_finder_free(other);
        CHECK(live == before, "nothing is left");
    }
}

static int open_finder(void **state)
{
    const nv_registry *const both[] = {registries[0], registries[1]};

    (void)state;
    finder = nv_finder_new(both, 2, NULL);
    if (finder)
        finder->light_max = LIGHT_MAX;
    return finder ? 0 : -1;
}

static int free_finder(void **state)
{
    (void)state;
    nv_finder_free(finder);
    return 0;
}

static int make_registries(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 2; i++) {
        nv_buffer xml = NV_BUFFER_INIT;

        made_registry(&xml, i ? "odd" : "even", i, EVENTS, 2);
        registries[i] = nv_registry_read(xml.text, xml.len, "made", NULL);
        nv_buffer_release(&xml);
    }
    return registries[0] && registries[1] ? 0 : -1;
}

static int free_registries(void **state)
{
    (void)state;
    nv_registry_free(registries[0]);
    nv_registry_free(registries[1]);
    return 0;
}

#define WITH_FINDER(test) \
    cmocka_unit_test_setup_teardown(test, open_finder, free_finder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FINDER(every_allocation_may_fail),
        WITH_FINDER(a_search_may_be_dropped_anywhere),
        cmocka_unit_test(beginning_survives_want_of_memory),
    };

    return cmocka_run_group_tests(tests, make_registries, free_registries);
}

#endif
