/* SPDX-License-Identifier: MPL-2.0 */
/* Filters whose every allocation fails in turn: a clean error, or all of it,
 * and nothing left behind. */
#include "check.h"

#include <stdlib.h>

#include "failing.h"
#include "made.h"
#include "registry/search/facets.h"
#include "registry/search/passage.h"

#ifdef NV_CAN_FAIL

enum { EVENTS = 200 };

static nv_registry *registry;

static const char passage[] = "Nota pepe of 3 March 1962, luso natomi.";

/* Filters, searches and counts with a finder of its own; false without memory.
 * Adds what came of it to `out`. */
static bool go_through(nv_buffer *out, nv_error *err)
{
    const nv_registry *const registries[] = {registry};
    const nv_filter filter = {.party = "Here", .last_year = 1970};
    nv_finder *finder = nv_finder_new(registries, 1, err);
    const bool is_done =
        finder && nv_finder_set_filter(finder, &filter, err) &&
        nv_finder_run(finder, "nota", 4, err) == NV_SEARCH_DONE &&
        nv_finder_count(finder, err) &&
        nv_finder_run_passage(finder, passage, strlen(passage), err) ==
            NV_SEARCH_DONE;
    long failing = countdown;
    size_t count;

    countdown = -1; /* what is printed needs memory, too */
    if (is_done) {
        const nv_pick *list = nv_finder_facet(finder, NV_FACET_KINDS, &count);

        nv_buffer_add_format(out, "%zu %zu", nv_finder_total(finder),
                             nv_finder_counted(finder));
        for (size_t i = 0; i < count; i++)
            nv_buffer_add_format(out, " %s %zu", list[i].text, list[i].count);
    }
    countdown = failing;
    nv_finder_free(finder);
    return is_done;
}

/* Reads the made registry's record, whose caches stay, so that later goes need
 * as many blocks as they give back. */
static void every_allocation_of_a_filter_may_fail(void **state)
{
    nv_buffer wanted = NV_BUFFER_INIT;
    bool has_failed = true;

    (void)state;
    assert_true(go_through(&wanted, NULL));
    CHECK(wanted.len > 10, "there is something to count");
    for (long number = 0; has_failed; number++) {
        nv_buffer got = NV_BUFFER_INIT;
        nv_error err = {0};
        const long before = live;
        bool is_done;

        countdown = number;
        is_done = go_through(&got, &err);
        has_failed = countdown < 0;
        countdown = -1;
        if (is_done)
            CHECK_STR(got.text, wanted.text, "all of it");
        else
            CHECK(err.code == NV_ERROR_MEMORY && err.message[0], "a sentence");
        nv_buffer_release(&got);
        CHECK(live == before, "nothing is left behind");
    }
    nv_buffer_release(&wanted);
}

static void a_filter_that_fails_leaves_the_one_before(void **state)
{
    const nv_registry *const registries[] = {registry};
    const nv_filter first = {.kinds = 1u << NV_KIND_NOTE},
                    second = {.party = "There"};
    nv_finder *finder = nv_finder_new(registries, 1, NULL);
    nv_error err = {0};
    size_t total;

    (void)state;
    assert_true(nv_finder_set_filter(finder, &first, NULL));
    nv_finder_run(finder, "", 0, NULL);
    total = nv_finder_total(finder);
    countdown = 0;
    CHECK(!nv_finder_set_filter(finder, &second, &err), "it is refused");
    countdown = -1;
    CHECK(err.code == NV_ERROR_MEMORY, "for want of memory");
    nv_finder_run(finder, "", 0, NULL);
    CHECK(total > 0 && nv_finder_total(finder) == total, "the one before");
    nv_finder_free(finder);
}

static int open_registry(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;

    (void)state;
    made_registry(&xml, "made", 0, EVENTS, 1);
    registry = nv_registry_read(xml.text, xml.len, "made", NULL);
    nv_buffer_release(&xml);
    return registry ? 0 : -1;
}

static int close_registry(void **state)
{
    (void)state;
    nv_registry_free(registry);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_of_a_filter_may_fail),
        cmocka_unit_test(a_filter_that_fails_leaves_the_one_before),
    };

    return cmocka_run_group_tests(tests, open_registry, close_registry);
}

#endif
