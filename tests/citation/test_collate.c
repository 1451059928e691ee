/* SPDX-License-Identifier: MPL-2.0 */
/* The order of texts, and of keys that are empty or descending. */
#include "check.h"

#include "base/array.h"
#include "citation/collate.h"
#include "citation/sort.h"

/* In order; those of one line in a row. */
static const char *const ordered[] = {
    "",           "“A er det",  "A Hansen",     "Ab Delrahman", "Dale",
    "Dalebout",   "Doe Jane",   "Doe John",     "eme",          "Éme",
    "émé",        "Œuvre",      "resume",       "Resume",       "résumé",
    "section 9",  "section 10", "section 010a", "Straße 1",     "Strasse 2",
    "’t Horvath", "Ж",
};

static void test_order_of_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(ordered); i++)
        for (size_t k = 0; k < NV_COUNT_OF(ordered); k++) {
            const int order = nv_csl_collate(ordered[i], ordered[k]);

            CHECK((order > 0) - (order < 0) == (i > k) - (i < k), ordered[i]);
        }
}

static int by_length(void *host, const char *a, const char *b, const char *tag)
{
    CHECK_STR(tag, "fr", "the host is told the language");
    return (int)strlen(a) - (int)strlen(b) + *(int *)host;
}

static void test_order_of_keys(void **state)
{
    static const char *const keys[][2] = {
        {"b", "1"}, {"", "2"}, {"a", "1"}, {"a", "2"}, {"a", ""}, {"b", "1"},
    };
    static const nv_csl_key styles[] = {{.is_descending = false},
                                        {.is_descending = true}};
    const nv_csl_layout layout = {.keys = styles, .key_count = 2};
    const nv_csl_options host = {0};
    nv_csl_sort_keys all[NV_COUNT_OF(keys)];
    uint32_t indices[NV_COUNT_OF(keys)];
    static const uint32_t wanted[] = {3, 2, 4, 0, 5, 1};

    (void)state;
    for (uint32_t i = 0; i < NV_COUNT_OF(keys); i++) {
        all[i] = (nv_csl_sort_keys){keys[i], i};
        indices[i] = i;
    }
    assert_true(
        nv_csl_sort(&layout, &host, "en", all, indices, NV_COUNT_OF(keys)));
    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        assert_int_equal(indices[i], wanted[i]);
}

static void test_order_of_the_host(void **state)
{
    static const char *const a[] = {"zz"}, *const b[] = {"aaa"};
    static const nv_csl_key key;
    const nv_csl_layout layout = {.keys = &key, .key_count = 1};
    int nothing = 0;
    const nv_csl_options host = {.host = &nothing, .compare = by_length};
    const nv_csl_sort_keys first = {a, 0}, second = {b, 1};

    (void)state;
    CHECK(nv_csl_sort_compare(&layout, &host, "fr", &first, &second) < 0,
          "the host's order takes the place of our own");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_of_texts),
        cmocka_unit_test(test_order_of_keys),
        cmocka_unit_test(test_order_of_the_host),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
