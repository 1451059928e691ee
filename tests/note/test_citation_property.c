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
    {"empty words are none",
     {.locator = {"article", "4"}, .prefix = "", .suffix = ""},
     "1|article|4||"},
    {"words before it", {.prefix = "see"}, "2|||||see|"},
    {"words behind it",
     {.suffix = ", au même moment"},
     "2||||||, au même moment"},
    {"words keep their spaces, and are encoded like all else",
     {.locator = {"article", "4"},
      .source = "frus-v-512",
      .date_variant = 2,
      .prefix = "see ",
      .suffix = " a|b 5%"},
     "2|article|4|frus-v-512|2|see | a%7Cb 5%25"},
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
    CHECK_STR(err.message,
              "The locator is too long to be kept with the document: shorten "
              "it",
              "says what to do");
    CHECK_STR(value, "", "nothing is left of a value that is too long");
}

static void test_words_that_are_too_long(void **state)
{
    char typed[300], value[NV_CITATION_PROPERTY_MAX + 1];
    const nv_citation citation = {.locator = {"page", "3"}, .prefix = typed};
    nv_error err = {0};

    (void)state;
    memset(typed, 'x', sizeof typed);
    typed[NV_CITATION_PROPERTY_MAX - strlen("2|page|3||||")] = '\0';
    assert_true(nv_citation_property_write(&citation, value, &err));
    assert_int_equal(strlen(value), NV_CITATION_PROPERTY_MAX);
    strcat(typed, "x");
    assert_false(nv_citation_property_write(&citation, value, &err));
    assert_int_equal(err.code, NV_ERROR_LIMIT);
    CHECK_STR(err.message,
              "The words before and behind the citation are too long to be "
              "kept with the document: shorten them",
              "says what to do");
    CHECK_STR(value, "", "nothing is left of it");
}

static bool same(const char *a, const char *b)
{
    return a ? b && strcmp(a, b) == 0 : !b;
}

/* What is empty is not kept. */
static bool same_words(const char *read, const char *written)
{
    return same(read, written && *written ? written : NULL);
}

static void test_what_was_written_is_read(void **state)
{
    nv_arena arena = {NULL};

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const nv_citation *wanted = &values[i].citation;
        nv_citation read = {.quotation = 7, .prefix = "x", .suffix = "x"};

        CHECK(nv_citation_property_read(values[i].value,
                                        strlen(values[i].value), &arena, &read),
              values[i].label);
        CHECK(same(read.locator.label, wanted->locator.label), values[i].label);
        CHECK(same(read.locator.value, wanted->locator.value), values[i].label);
        CHECK(same(read.source, wanted->source), values[i].label);
        CHECK(read.date_variant == wanted->date_variant, values[i].label);
        CHECK(same_words(read.prefix, wanted->prefix), values[i].label);
        CHECK(same_words(read.suffix, wanted->suffix), values[i].label);
        CHECK(read.quotation == 7, "the rest is left");
    }
    nv_arena_release(&arena);
}

static const struct {
    const char *label, *value;
} refused[] = {
    {"nothing", ""},
    {"another version", "3|article|4||"},
    {"version 2 without its words", "2|article|4||"},
    {"version 2 with empty words", "2|article|4||||"},
    {"version 2 with a field too few", "2|article|4|||see"},
    {"version 2 with a field too many", "2|article|4|||see|x|"},
    {"version 1 with words", "1|article|4|||see|x"},
    {"words with an escape of what needs none", "2|||||%73ee|"},
    {"a field too few", "1|article|4|"},
    {"a field too many", "1|article|4|||"},
    {"a value without label", "1||4||"},
    {"an escape cut short", "1|article|%4||"},
    {"an escape at the end", "1|article|4||%"},
    {"an escape in small letters", "1|article|%7c||"},
    {"an escape of what needs none", "1|article|%41||"},
    {"a control character as it is", "1|article|4\n||"},
    {"a date that is no number", "1||||two"},
    {"a date with a zero before it", "1||||02"},
    {"a date below one", "1||||-1"},
    {"a date beyond any number", "1||||99999999999999999999"},
    {"a NUL inside", "1|article|%00||"},
};

static void test_anything_else_is_refused(void **state)
{
    nv_arena arena = {NULL};
    char longest[NV_CITATION_PROPERTY_MAX + 2];

    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        nv_citation read = {.date_variant = 5};

        CHECK(!nv_citation_property_read(
                  refused[i].value, strlen(refused[i].value), &arena, &read),
              refused[i].label);
        CHECK(read.date_variant == 5 && !read.locator.label, refused[i].label);
    }
    memset(longest, '9', sizeof longest);
    CHECK(!nv_citation_property_read(longest, sizeof longest, &arena,
                                     &(nv_citation){0}),
          "longer than a property may be");
    nv_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_nothing_chosen_needs_no_property),
        cmocka_unit_test(test_longest_value_and_one_more),
        cmocka_unit_test(test_words_that_are_too_long),
        cmocka_unit_test(test_what_was_written_is_read),
        cmocka_unit_test(test_anything_else_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
