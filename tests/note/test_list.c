/* SPDX-License-Identifier: MPL-2.0 */
/* A list of works in a document: the names of its bookmarks, and which of its
 * paragraphs are written anew. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "note/list_changes.h"
#include "note/list_name.h"

static const char *const names[] = {
    "nvl1_a_fr_x7k2m9",
    "nvl1_z_en_000000",
    "nvl1_u_core12ab_x7k2m9",
    "nvl1_o_core12ab_x7k2m9",
};

static bool reads(const char *text, nv_list_name *name)
{
    return nv_list_name_read(text, strlen(text), name);
}

static void names_are_read_as_they_are_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        char text[NV_LIST_NAME_MAX + 1];
        nv_list_name name;

        CHECK(reads(names[i], &name), names[i]);
        CHECK(!name.is_copy, names[i]);
        CHECK(nv_list_name_write(&name, text), names[i]);
        CHECK_STR(text, names[i], "written again");
    }
}

static void copies_are_recognised(void **state)
{
    static const char *const suffixes[] = {" Copy 1", "_Copy_1 Copy 1",
                                           "%20Copy%202", "1"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(suffixes); i++) {
        char text[64];
        nv_list_name name;

        snprintf(text, sizeof text, "%s%s", names[0], suffixes[i]);
        CHECK(reads(text, &name) && name.is_copy, text);
        CHECK_STR(name.language, "fr", text);
    }
}

static void anything_else_is_no_name(void **state)
{
    static const char *const others[] = {
        "",
        "nvl1_",
        "nvl1_a_fr_",
        "nvl1_a_fr_x7k2m",
        "nvl1_a_FR_x7k2m9",
        "nvl1_b_fr_x7k2m9",
        "nvl2_a_fr_x7k2m9",
        "nvl1_a_fr_x7k2m9 Copy",
        "nvl1_a_fr_x7k2m9x",
        "nvl1_a_core12ab_x7k2m9",
        "nvl1_u_fr_x7k2m9",
        "nvl1_u_core12a_x7k2m9",
        "nv1_corehb4u_00fen_h22jj1_0000000",
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(others); i++) {
        nv_list_name name;

        CHECK(!reads(others[i], &name) && name.tail[0] == '\0', others[i]);
    }
}

static void each_byte_of_a_name_counts(void **state)
{
    (void)state;
    for (size_t i = 0; i < strlen(names[0]); i++) {
        char text[64];
        nv_list_name name;

        snprintf(text, sizeof text, "%s", names[0]);
        text[i] = '%';
        CHECK(!reads(text, &name), text);
        text[i] = '\0';
        CHECK(!nv_list_name_read(text, strlen(names[0]), &name), names[0]);
    }
}

static void a_name_that_can_not_be_is_not_written(void **state)
{
    static const nv_list_name wrong[] = {
        {.role = NV_LIST_FIRST, .language = "en", .tail = "short"},
        {.role = NV_LIST_FIRST, .language = "EN", .tail = "000000"},
        {.role = NV_LIST_ADDED, .pack = "core", .tail = "000000"},
        {.role = (nv_list_role)'b', .language = "en", .tail = "000000"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(wrong); i++) {
        char text[NV_LIST_NAME_MAX + 1] = "before";

        CHECK(!nv_list_name_write(&wrong[i], text), "refused");
        CHECK_STR(text, "", "and empty");
    }
}

/* Changes: a letter is a paragraph, "T" the title. */

enum { MOST = 16 };

static size_t cut(const char *letters, char texts[MOST][2],
                  const char *pointers[MOST])
{
    for (size_t i = 0; letters[i]; i++) {
        texts[i][0] = letters[i];
        texts[i][1] = '\0';
        pointers[i] = texts[i];
    }
    return strlen(letters);
}

/* Does what the changes say, from the last to the first, as the writer room
 * does: `text` has one letter a paragraph. */
static size_t carry_out(char *text, const char *wanted,
                        const nv_list_change changes[], size_t count)
{
    size_t written = 0;

    for (size_t i = count; i-- > 0;) {
        const nv_list_change *change = &changes[i];
        const size_t len = strlen(text);

        if (change->act == NV_LIST_REPLACE) {
            text[change->old] = wanted[change->wanted];
        } else if (change->act == NV_LIST_DELETE) {
            memmove(text + change->old, text + change->old + 1,
                    len - change->old);
        } else if (change->act == NV_LIST_INSERT) {
            memmove(text + change->old + 2, text + change->old + 1,
                    len - change->old);
            text[change->old + 1] = wanted[change->wanted];
        }
        written += change->act != NV_LIST_KEEP;
    }
    return written;
}

static const struct {
    const char *label, *old, *wanted;
    size_t written;
} cases[] = {
    {"equal lists", "Tabc", "Tabc", 0},
    {"a new list", "T", "Tabc", 3},
    {"one more in the middle", "Tabcd", "Tabxcd", 1},
    {"one more at the end", "Tab", "Tabx", 1},
    {"one more at the beginning", "Tab", "Txab", 1},
    {"one less", "Tabcd", "Tabd", 1},
    {"all gone", "Tabcd", "T", 4},
    {"one is another", "Tabcd", "Tabxd", 1},
    {"several", "Tabcdef", "Txacdyf", 3},
    {"the title stays", "Uab", "Tab", 0},
    {"nothing in common", "Tabc", "Txy", 3},
    {"one moved", "Tabcd", "Tbcda", 2},
};

static void as_few_as_can_be_are_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        char old[MOST][2], wanted[MOST][2], text[2 * MOST];
        const char *olds[MOST], *wanteds[MOST];
        nv_list_change changes[2 * MOST];
        size_t count, old_count = cut(cases[i].old, old, olds);
        size_t wanted_count = cut(cases[i].wanted, wanted, wanteds);

        assert_true(nv_list_changes(olds, old_count, wanteds, wanted_count,
                                    changes, &count, NULL));
        strcpy(text, cases[i].old);
        CHECK(carry_out(text, cases[i].wanted, changes, count) ==
                  cases[i].written,
              cases[i].label);
        CHECK_STR(text + 1, cases[i].wanted + 1, cases[i].label);
        CHECK(text[0] == cases[i].old[0], "the writer's own title");
    }
}

static void a_list_beyond_measure_is_written_all_the_same(void **state)
{
    enum { LONG = 2500 };
    const char **old = calloc(LONG, sizeof *old);
    const char **wanted = calloc(LONG, sizeof *wanted);
    nv_list_change *changes = calloc(2 * LONG, sizeof *changes);
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < LONG; i++) {
        old[i] = i % 2 ? "a" : "b";
        wanted[i] = i % 2 ? "c" : "d";
    }
    assert_true(
        nv_list_changes(old, LONG, wanted, LONG, changes, &count, NULL));
    assert_int_equal(count, LONG);
    assert_int_equal(changes[LONG - 1].act, NV_LIST_REPLACE);
    free(old);
    free(wanted);
    free(changes);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_as_they_are_written),
        cmocka_unit_test(copies_are_recognised),
        cmocka_unit_test(anything_else_is_no_name),
        cmocka_unit_test(each_byte_of_a_name_counts),
        cmocka_unit_test(a_name_that_can_not_be_is_not_written),
        cmocka_unit_test(as_few_as_can_be_are_written),
        cmocka_unit_test(a_list_beyond_measure_is_written_all_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
