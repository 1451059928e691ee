/* SPDX-License-Identifier: MPL-2.0 */
/* The property of a citation, byte for byte as documents keep it. */
#include "check.h"
#include "note/citation_property.h"

static const struct {
    const char *label;
    nv_citation citation;
    const char *value;
} values[] = {
    {"a locator", {.locator = {"article", "4"}}, "1|article|4||"},
    {"a label that says it all",
     {.locator = {"preamble", ""}},
     "1|preamble|||"},
    {"a source chosen by hand", {.source = "frus-v-512"}, "1|||frus-v-512|"},
    {"a date variant", {.date_variant = 2}, "1||||2"},
    {"all of them",
     {.locator = {"page", "12–13"}, .source = "a", .date_variant = 1},
     "1|page|12–13|a|1"},
    {"marks of the format are encoded",
     {.locator = {"page", "3|4 50% \n\x7f"}},
     "1|page|3%7C4 50%25 %0A%7F||"},
};

static void test_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char value[NV_CITATION_PROPERTY_MAX + 1];
        nv_error err = {0};

        assert_true(nv_citation_property_is_needed(&values[i].citation));
        assert_true(
            nv_citation_property_write(&values[i].citation, value, &err));
        CHECK_STR(value, values[i].value, values[i].label);
    }
}

static void test_nothing_chosen_needs_no_property(void **state)
{
    nv_citation plain = {.quotation = 2, .parts = NV_PART_ALL};

    (void)state;
    assert_false(nv_citation_property_is_needed(&plain));
}

static void test_longest_value_and_one_more(void **state)
{
    char typed[300], value[NV_CITATION_PROPERTY_MAX + 1];
    nv_citation citation = {.locator = {"page", typed}};
    nv_error err = {0};

    (void)state;
    memset(typed, '9', sizeof typed);
    typed[NV_CITATION_PROPERTY_MAX - strlen("1|page|||")] = '\0';
    assert_true(nv_citation_property_write(&citation, value, &err));
    assert_int_equal(strlen(value), NV_CITATION_PROPERTY_MAX);
    strcat(typed, "9");
    assert_false(nv_citation_property_write(&citation, value, &err));
    assert_int_equal(err.code, NV_ERROR_LIMIT);
    CHECK_STR(value, "", "nothing is left of a value that is too long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_nothing_chosen_needs_no_property),
        cmocka_unit_test(test_longest_value_and_one_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
