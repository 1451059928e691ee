/* SPDX-License-Identifier: MPL-2.0 */
/* The file with settings: written, read, and what is wrong with others. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "options/settings_file.h"

static bool read_text(const char *text, nv_setting_values *values,
                      size_t *left_out, nv_error *err)
{
    *values = (nv_setting_values){0};
    return nv_settings_file_read(text, strlen(text), values, left_out, err);
}

static void what_is_written_is_read_again(void **state)
{
    nv_setting_values values = {0}, again;
    nv_buffer file = NV_BUFFER_INIT;
    size_t left_out;

    (void)state;
    for (int i = 0; i < NV_SETTING_COUNT; i++)
        assert_true(nv_setting_values_set(&values, (nv_setting)i,
                                          nv_setting_usual((nv_setting)i)));
    assert_true(
        nv_setting_values_set(&values, NV_SETTING_STYLE, "thèse d’État"));
    assert_true(nv_setting_values_set(&values, NV_SETTING_WELCOMED, "yes"));
    nv_settings_file_write(&values, &file);
    assert_false(file.failed);
    assert_true(read_text(file.text, &again, &left_out, NULL));
    assert_int_equal(left_out, 0);
    for (int i = 0; i < NV_SETTING_COUNT; i++)
        CHECK_STR(again.of[i],
                  nv_setting_is_passing((nv_setting)i) ? NULL : values.of[i],
                  nv_setting_name((nv_setting)i));
    nv_setting_values_release(&values);
    nv_setting_values_release(&again);
    nv_buffer_release(&file);
}

static void lines_that_cannot_be_used_are_left_out(void **state)
{
    nv_setting_values values;
    size_t left_out;

    (void)state;
    assert_true(read_text("noteverbale-settings 1\r\nKind endnote\r\n\n"
                          "Colour red\nList cards\nWelcomed yes\nStyle\n"
                          "Language de",
                          &values, &left_out, NULL));
    assert_int_equal(left_out, 3);
    CHECK_STR(values.of[NV_SETTING_KIND], "endnote", "kind");
    CHECK_STR(values.of[NV_SETTING_STYLE], "", "a name alone is empty");
    CHECK_STR(values.of[NV_SETTING_LANGUAGE], "de", "the last line");
    CHECK_STR(values.of[NV_SETTING_LIST], NULL, "not allowed");
    nv_setting_values_release(&values);
}

static const struct {
    const char *text;
    nv_error_code code;
} wrong[] = {
    {"", NV_ERROR_FORMAT},
    {"Kind endnote\n", NV_ERROR_FORMAT},
    {"noteverbale-settings", NV_ERROR_FORMAT},
    {"noteverbale-settings 2\nKind endnote\n", NV_ERROR_LIMIT},
    {"noteverbale-settings 10\n", NV_ERROR_LIMIT},
};

static void other_files_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(wrong); i++) {
        nv_setting_values values;
        nv_error err = {0};
        size_t left_out;

        CHECK(!read_text(wrong[i].text, &values, &left_out, &err),
              wrong[i].text);
        CHECK(err.code == wrong[i].code, wrong[i].text);
    }
}

static void a_file_that_is_too_large_is_refused(void **state)
{
    const size_t len = NV_SETTINGS_FILE_LARGEST + 1;
    char *text = calloc(len, 1);
    nv_setting_values values = {0};
    nv_error err = {0};
    size_t left_out;

    (void)state;
    assert_non_null(text);
    assert_false(nv_settings_file_read(text, len, &values, &left_out, &err));
    assert_int_equal(err.code, NV_ERROR_LIMIT);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(lines_that_cannot_be_used_are_left_out),
        cmocka_unit_test(other_files_are_refused),
        cmocka_unit_test(a_file_that_is_too_large_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
