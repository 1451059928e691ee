/* SPDX-License-Identifier: MPL-2.0 */
/* The bookmark around quoted words. */
#include "note/quoted_name.h"

#include "base/array.h"
#include "check.h"

static void a_name_is_read_as_it_was_written(void **state)
{
    char text[NV_QUOTED_NAME_LEN + 1], tail[7];

    (void)state;
    CHECK(nv_quoted_name_write("a0z9bc", text), "written");
    CHECK_STR(text, "nvq1_a0z9bc", "name");
    CHECK(nv_quoted_name_read(text, strlen(text), tail), "read");
    CHECK_STR(tail, "a0z9bc", "tail");
}

static void what_is_no_tail_has_no_name(void **state)
{
    static const char *const wrong[] = {"",       "abcde",  "abcdefg",
                                        "ABCDEF", "abc-ef", "abcde "};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(wrong); i++) {
        char text[NV_QUOTED_NAME_LEN + 1] = "x";

        CHECK(!nv_quoted_name_write(wrong[i], text), wrong[i]);
        CHECK_STR(text, "", wrong[i]);
    }
}

static const struct {
    const char *text;
    bool is_name;
} names[] = {
    {"nvq1_abcdef Copy 1", true},
    {"nvq1_abcdef_Copy_1", true},
    {"nvq1_abcdef_Copy_1 Copy 12", true},
    {"nvq1_abcdef%20Copy%201", true},
    {"nvq1_abcdef1", true},
    {"nvq1_abcdef1 Copy 1", true},
    {"nvq1_abcdef Copy", false},
    {"nvq1_abcdef Copy x", false},
    {"nvq1_abcdef ", false},
    {"nvq1_abcdefg", false},
    {"nvq1_abcde", false},
    {"nvq1_Abcdef", false},
    {"nvq2_abcdef", false},
    {"nvq1-abcdef", false},
    {"xnvq1_abcdef", false},
    {"nv1_abcdef", false},
    {"", false},
};

static void copies_are_names_and_nothing_else_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        const char *text = names[i].text;
        char tail[7] = "x";

        CHECK(nv_quoted_name_read(text, strlen(text), tail) == names[i].is_name,
              text);
        CHECK_STR(tail, names[i].is_name ? "abcdef" : "", text);
    }
}

static void every_cut_and_every_changed_byte_is_told(void **state)
{
    static const char name[] = "nvq1_abcdef";
    char tail[7];

    (void)state;
    for (size_t len = 0; len < sizeof name - 1; len++)
        CHECK(!nv_quoted_name_read(name, len, tail), "cut");
    CHECK(!nv_quoted_name_read("nvq1_abcdef\0", 12, tail), "NUL");
    for (size_t at = 0; at < sizeof name - 1; at++) {
        char changed[sizeof name];

        memcpy(changed, name, sizeof name);
        changed[at] = '~';
        CHECK(!nv_quoted_name_read(changed, sizeof name - 1, tail), changed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_read_as_it_was_written),
        cmocka_unit_test(what_is_no_tail_has_no_name),
        cmocka_unit_test(copies_are_names_and_nothing_else_is),
        cmocka_unit_test(every_cut_and_every_changed_byte_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
