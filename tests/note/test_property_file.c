/* SPDX-License-Identifier: MPL-2.0 */
/* The file of the profile with properties that may be asked for again. */
#include "check.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "note/property_file.h"
#include "registry/file.h"

static char folder[] = "/tmp/nv-properties-XXXXXX";
static char path[sizeof folder + 20];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/properties.txt", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void write_file(const char *text, size_t len)
{
    assert_true(nv_file_write(path, text, len, NULL));
}

static size_t count_lines(void)
{
    nv_buffer text = NV_BUFFER_INIT;
    size_t count = 0;

    assert_true(nv_file_read(path, &text, NULL));
    for (size_t i = 0; i < text.len; i++)
        count += text.text[i] == '\n';
    nv_buffer_release(&text);
    return count;
}

static void test_what_was_added_is_found_in_the_next_session(void **state)
{
    nv_property_file *file = nv_property_file_open(path);

    (void)state;
    unlink(path);
    CHECK_STR(nv_property_file_find(file, "abc123"), NULL, "nothing yet");
    nv_property_file_add(file, "abc123", "1|article|4||");
    nv_property_file_add(file, "abc123", "1|article|4||");
    nv_property_file_add(file, "def456", "1|page|12%7C||");
    CHECK_STR(nv_property_file_find(file, "abc123"), "1|article|4||", "now");
    nv_property_file_free(file);
    assert_int_equal(count_lines(), 2);
    file = nv_property_file_open(path);
    CHECK_STR(nv_property_file_find(file, "abc123"), "1|article|4||", "again");
    CHECK_STR(nv_property_file_find(file, "def456"), "1|page|12%7C||", "both");
    nv_property_file_free(file);
}

static void test_the_latest_of_a_key_counts(void **state)
{
    static const char text[] = "abc123 1|article|4||\nabc123 1|article|5||\n";
    nv_property_file *file;

    (void)state;
    write_file(text, sizeof text - 1);
    file = nv_property_file_open(path);
    CHECK_STR(nv_property_file_find(file, "abc123"), "1|article|5||", "latest");
    nv_property_file_free(file);
}

static void test_damaged_lines_are_passed_over(void **state)
{
    static const char text[] = "abc123\nABC123 1|article|4||\n"
                               "abc1234 1|article|4||\nabc123 9|x\n"
                               "\n \nabc123 1|art\0icle|4||\n"
                               "good12 1|article|4||\ncut123 1|article|4||";
    nv_property_file *file;

    (void)state;
    write_file(text, sizeof text - 1);
    file = nv_property_file_open(path);
    CHECK_STR(nv_property_file_find(file, "abc123"), NULL, "damaged");
    CHECK_STR(nv_property_file_find(file, "cut123"), NULL, "cut short");
    CHECK_STR(nv_property_file_find(file, "good12"), "1|article|4||", "good");
    nv_property_file_free(file);
}

static void test_what_is_no_property_is_not_added(void **state)
{
    nv_property_file *file;

    (void)state;
    unlink(path);
    file = nv_property_file_open(path);
    nv_property_file_add(file, "abc", "1|article|4||");
    nv_property_file_add(file, "abc123", "1|article|4\nxyz123 1|a|||");
    assert_int_not_equal(access(path, F_OK), 0);
    nv_property_file_free(file);
}

static void test_the_older_half_goes_when_there_are_too_many(void **state)
{
    nv_buffer text = NV_BUFFER_INIT;
    nv_property_file *file;

    (void)state;
    for (int i = 0; i < NV_PROPERTY_FILE_MAX; i++)
        nv_buffer_add_format(&text, "a%05d 1|page|%d||\n", i, i);
    write_file(text.text, text.len);
    nv_buffer_release(&text);
    file = nv_property_file_open(path);
    CHECK_STR(nv_property_file_find(file, "a00000"), "1|page|0||", "oldest");
    nv_property_file_add(file, "newest", "1|page|1||");
    CHECK_STR(nv_property_file_find(file, "a00000"), NULL, "gone");
    CHECK_STR(nv_property_file_find(file, "a09999"), "1|page|9999||", "kept");
    nv_property_file_free(file);
    assert_int_equal(count_lines(), NV_PROPERTY_FILE_MAX / 2);
    file = nv_property_file_open(path);
    CHECK_STR(nv_property_file_find(file, "newest"), "1|page|1||", "written");
    nv_property_file_free(file);
}

static void test_a_profile_that_can_t_be_written_is_no_error(void **state)
{
    nv_property_file *file = nv_property_file_open("/dev/null/properties.txt");

    (void)state;
    assert_non_null(file);
    nv_property_file_add(file, "abc123", "1|article|4||");
    CHECK_STR(nv_property_file_find(file, "abc123"), "1|article|4||",
              "known until the program ends");
    nv_property_file_free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_added_is_found_in_the_next_session),
        cmocka_unit_test(test_the_latest_of_a_key_counts),
        cmocka_unit_test(test_damaged_lines_are_passed_over),
        cmocka_unit_test(test_what_is_no_property_is_not_added),
        cmocka_unit_test(test_the_older_half_goes_when_there_are_too_many),
        cmocka_unit_test(test_a_profile_that_can_t_be_written_is_no_error),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
