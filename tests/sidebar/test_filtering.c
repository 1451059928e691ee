/* SPDX-License-Identifier: MPL-2.0 */
/* What is picked beside the query: years as they are typed,
 * and the rows of the lists. */
#include "check.h"

#include "base/array.h"
#include "sidebar/filtering.h"

static const struct {
    const char *typed;
    bool is_read;
    int first, last;
    const char *shown;
} years[] = {
    {"1954", true, 1954, 1954, "1954"},
    {"1949-1955", true, 1949, 1955, "1949–1955"},
    {"1949–55", true, 1949, 1955, "1949–1955"},
    {" 1949 .. 1955 ", true, 1949, 1955, "1949–1955"},
    {"1949-", true, 1949, 0, "1949–"},
    {"-1955", true, 0, 1955, "–1955"},
    {"", true, 0, 0, ""},
    {"195", false, 1960, 1961, "1960–1961"},
    {"1954-1", false, 1960, 1961, "1960–1961"},
    {"1955-1949", false, 1960, 1961, "1960–1961"},
    {"spring", false, 1960, 1961, "1960–1961"},
    {"19541", false, 1960, 1961, "1960–1961"},
};

static void years_are_read_as_they_are_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(years); i++) {
        nv_filtering filtering;
        nv_buffer shown = NV_BUFFER_INIT;

        nv_filtering_init(&filtering);
        filtering.first_year = 1960;
        filtering.last_year = 1961;
        CHECK(nv_filtering_type_years(&filtering, years[i].typed) ==
                  years[i].is_read,
              years[i].typed);
        CHECK(filtering.first_year == years[i].first &&
                  filtering.last_year == years[i].last,
              years[i].typed);
        nv_filtering_add_years(&filtering, &shown);
        CHECK_STR(shown.text, years[i].shown, years[i].typed);
        nv_buffer_release(&shown);
        nv_filtering_release(&filtering);
    }
}

static void what_is_picked_becomes_a_filter(void **state)
{
    static const nv_pick party = {.text = "Soviet Union"},
                         kind = {.kind = NV_KIND_NOTE},
                         year = {.first_year = 1954, .last_year = 1954};
    nv_filtering f;
    nv_filter filter;

    (void)state;
    nv_filtering_init(&f);
    CHECK(nv_filtering_is_empty(&f), "nothing at first");
    nv_filtering_pick(&f, NV_FILTER_PARTY, &party);
    nv_filtering_pick(&f, NV_FILTER_KIND, &kind);
    nv_filtering_pick(&f, NV_FILTER_PERIOD, &year);
    filter = nv_filtering_filter(&f);
    CHECK_STR(filter.party, "Soviet Union", "party");
    CHECK(filter.kinds == 1u << NV_KIND_NOTE && filter.first_year == 1954 &&
              filter.last_year == 1954,
          "kind and years");
    nv_filtering_pick(&f, NV_FILTER_PARTY, NULL);
    CHECK(f.party.len == 0, "any party again");
    nv_filtering_clear(&f);
    CHECK(nv_filtering_is_empty(&f), "nothing any more");
    nv_filtering_release(&f);
}

static void what_is_picked_has_a_row_though_it_counts_nothing(void **state)
{
    static nv_pick rows[NV_FILTER_ROWS];
    static const nv_pick party = {.text = "Atlantis"};
    nv_filtering f;
    int row;

    (void)state;
    nv_filtering_init(&f);
    CHECK(nv_filtering_rows(&f, NULL, NV_FILTER_PARTY, rows, &row) == 0 &&
              row == 0,
          "the first row without a search");
    nv_filtering_pick(&f, NV_FILTER_PARTY, &party);
    CHECK(nv_filtering_rows(&f, NULL, NV_FILTER_PARTY, rows, &row) == 1 &&
              row == 1,
          "a row of its own");
    CHECK_STR(rows[0].text, "Atlantis", "its text");
    f.first_year = 1954;
    CHECK(nv_filtering_rows(&f, NULL, NV_FILTER_PERIOD, rows, &row) == 0 &&
              row == NV_FILTER_NO_ROW,
          "years that were typed have none");
    nv_filtering_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_read_as_they_are_typed),
        cmocka_unit_test(what_is_picked_becomes_a_filter),
        cmocka_unit_test(what_is_picked_has_a_row_though_it_counts_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
