/* SPDX-License-Identifier: MPL-2.0 */
/* Paragraphs and the events they are about: passages.txt. */
#include "check.h"

#include <stdlib.h>
#include <time.h>

#include "base/array.h"
#include "registry/file.h"
#include "registry/search/facets.h"
#include "registry/search/passage.h"
#include "shipped.h"

enum { PASSAGES = 20, WANTED = 14, AMONG = 5 };

static const char path[] = "tests/registry/passages.txt";

static nv_registry *registry;
static nv_finder *finder;
static nv_buffer text = NV_BUFFER_INIT;

static double milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The place of the event among the hits of the last run, from 1; 0: none. */
static size_t place_of(const char *id, size_t id_len)
{
    size_t count;
    const nv_hit *hits = nv_finder_hits(finder, &count);

    for (size_t i = 0; i < count; i++)
        if (strlen(hits[i].card.id) == id_len &&
            memcmp(hits[i].card.id, id, id_len) == 0)
            return i + 1;
    return 0;
}

static size_t suggest(const char *passage, size_t len)
{
    assert_int_equal(nv_finder_run_passage(finder, passage, len, NULL),
                     NV_SEARCH_DONE);
    return nv_finder_total(finder);
}

static void the_right_event_is_among_the_first_five(void **state)
{
    size_t passages = 0, first = 0, among = 0;
    double longest = 0;

    (void)state;
    for (const char *at = strstr(text.text, "\n= "); at;) {
        const char *id = at + 3, *line = strchr(id, '\n');
        const char *next = strstr(line, "\n= ");
        const size_t id_len = (size_t)(line - id);
        const double begin = milliseconds();
        size_t place;

        suggest(line, next ? (size_t)(next - line) : strlen(line));
        if (milliseconds() - begin > longest)
            longest = milliseconds() - begin;
        place = place_of(id, id_len);
        passages++;
        first += place == 1;
        among += place > 0 && place <= AMONG;
        if (place == 0 || place > AMONG)
            print_message("missed, at %zu: %.*s\n", place, (int)id_len, id);
        at = next;
    }
    print_message("%zu of %zu among the first five, %zu first; %.1f ms at "
                  "most\n",
                  among, passages, first, longest);
    assert_int_equal(passages, PASSAGES);
    CHECK(among >= WANTED, "the right one is among the first five");
}

/* Dates, as they stand in prose. */

static const struct {
    const char *label, *text, *first;
} cases[] = {
    {"a day with its year", "It came on 7 May 1954, too late.",
     "1954-05-07-tripartite-reply"},
    {"a day takes its year from the date before",
     "In April 1949 twelve ministers met; on the 4th of April they signed.",
     "1949-04-04-north-atlantic-treaty"},
    {"a day takes its year from the date behind",
     "Signé le 14 mai à Varsovie, le pacte fêta en 1955 ses débuts.",
     "1955-05-14-warsaw-treaty"},
    {"a season", "Au printemps de 1952, Staline proposa une Allemagne neutre.",
     "1952-03-10-stalin-note"},
    {"a name in another transliteration",
     "Chruschtschow antwortete am 28. Oktober 1962.",
     "1962-10-28-khrushchev-message"},
};

static void dates_and_names_count_as_they_are_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        size_t count;
        const nv_hit *hits;

        CHECK(suggest(cases[i].text, strlen(cases[i].text)) > 0,
              cases[i].label);
        hits = nv_finder_hits(finder, &count);
        CHECK_STR(hits[0].card.id, cases[i].first, cases[i].label);
    }
}

static void of_something_else_nothing_is_suggested(void **state)
{
    static const char *const others[] = {
        "",
        " ",
        "\xff\xfe\x80",
        "1",
        "may",
        "Whisk the eggs with the sugar until they are pale, fold in the flour "
        "and bake the cake for forty minutes in a moderate oven.",
        "Les enfants jouaient dans le jardin ; il faisait beau et la "
        "grand-mère "
        "lisait sous le tilleul."};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(others); i++)
        CHECK(suggest(others[i], strlen(others[i])) == 0, others[i]);
}

static void a_filter_is_obeyed(void **state)
{
    static const char words[] = "Molotov, Eden and Bidault, 7 May 1954.";
    const nv_filter filter = {.first_year = 1960};
    size_t count;
    const nv_hit *hits;

    (void)state;
    assert_true(nv_finder_set_filter(finder, &filter, NULL));
    suggest(words, sizeof words - 1);
    hits = nv_finder_hits(finder, &count);
    for (size_t i = 0; i < count; i++)
        CHECK(atoi(hits[i].card.date) >= 1960, "none of before");
    assert_true(nv_finder_set_filter(finder, &(nv_filter){.kinds = 0}, NULL));
}

/* Whatever comes, there is an end to it: long words, many dates, random
 * bytes. */
static void any_text_has_an_end(void **state)
{
    nv_buffer all = NV_BUFFER_INIT;
    uint32_t random = 7;

    (void)state;
    for (size_t i = 0; i < 40000; i++) {
        random = random * 1664525u + 1013904223u;
        nv_buffer_add_char(&all, (char)(random >> 24));
    }
    suggest(all.text, all.len);
    nv_buffer_truncate(&all, 0);
    for (int i = 0; i < 3000; i++)
        nv_buffer_add_format(&all, "%d May %d, in the spring of 31 March ",
                             1 + i % 28, 1500 + i % 500);
    suggest(all.text, all.len);
    nv_buffer_release(&all);
}

static void a_search_goes_on_afterwards(void **state)
{
    size_t count;

    (void)state;
    suggest(text.text, text.len);
    assert_int_equal(nv_finder_run(finder, "glinski", 7, NULL), NV_SEARCH_DONE);
    nv_finder_hits(finder, &count);
    CHECK(count > 0, "words are found as before");
    nv_finder_cancel(finder);
    assert_int_equal(nv_finder_run_passage(finder, "Berlin", 6, NULL),
                     NV_SEARCH_CANCELLED);
    CHECK(nv_finder_total(finder) == 0, "what was cancelled finds nothing");
}

static int begin(void **state)
{
    nv_error err = {0};

    (void)state;
    registry = open_shipped(&err);
    if (registry) {
        const nv_registry *const registries[] = {registry};

        finder = nv_finder_new(registries, 1, &err);
    }
    return finder && nv_file_read(path, &text, &err) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    nv_finder_free(finder);
    nv_registry_free(registry);
    nv_buffer_release(&text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_right_event_is_among_the_first_five),
        cmocka_unit_test(dates_and_names_count_as_they_are_written),
        cmocka_unit_test(of_something_else_nothing_is_suggested),
        cmocka_unit_test(a_filter_is_obeyed),
        cmocka_unit_test(any_text_has_an_end),
        cmocka_unit_test(a_search_goes_on_afterwards),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
