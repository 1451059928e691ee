/* SPDX-License-Identifier: MPL-2.0 */
/* Many files in one: what is read of a bundle, and of one that is damaged. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "folder.h"
#include "registry/bundle.h"

static void write_file(const char *name, const char *text)
{
    assert_true(nv_file_write(at(name), text, strlen(text), NULL));
}

static void files_of_a_bundle_are_listed_and_read(void **state)
{
    static const char *const names[] = {"a.csl", "empty.csl", "b.csl"};
    static const char *const texts[] = {"first\n\n", "", "second"};
    nv_file_list list;
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_file("good.bundle",
               "a.csl 7\nempty.csl 0\nb.csl 6\n\nfirst\n\nsecond");
    assert_true(nv_bundle_is(at("good.bundle")));
    assert_true(nv_bundle_list(at("good.bundle"), &list, &err));
    assert_int_equal(list.count, NV_COUNT_OF(names));
    for (size_t i = 0; i < list.count; i++) {
        nv_buffer text = NV_BUFFER_INIT;

        CHECK_STR(strrchr(list.paths[i], '/') + 1, names[i], "name");
        assert_true(nv_bundle_is_in(list.paths[i]));
        assert_true(nv_bundle_has(list.paths[i]));
        assert_true(nv_bundle_read(list.paths[i], 7, &text, &err));
        CHECK_STR(text.text, texts[i], names[i]);
        nv_buffer_release(&text);
    }
    nv_file_list_release(&list);
}

/* What is asked for, and the code that it fails with. */
static const struct {
    const char *name;
    nv_error_code code;
} requests[] = {
    {"good.bundle/c.csl", NV_ERROR_IO},    {"good.bundle/a", NV_ERROR_IO},
    {"none.bundle/a.csl", NV_ERROR_IO},    {"plain/a.csl", NV_ERROR_IO},
    {"good.bundle/a.csl", NV_ERROR_LIMIT},
};

static void what_is_not_there_or_too_large_is_refused(void **state)
{
    (void)state;
    empty_folder();
    write_file("good.bundle", "a.csl 5\n\nfirst");
    for (size_t i = 0; i < NV_COUNT_OF(requests); i++) {
        nv_buffer text = NV_BUFFER_INIT;
        nv_error err = {0};

        CHECK(!nv_bundle_read(at(requests[i].name), 4, &text, &err),
              requests[i].name);
        CHECK(err.code == requests[i].code && err.message[0], requests[i].name);
        CHECK(text.len == 0, requests[i].name);
        nv_buffer_release(&text);
    }
    assert_false(nv_bundle_has(at("good.bundle/c.csl")));
    assert_false(nv_bundle_is(at("plain")));
    assert_false(nv_bundle_is_in(at("good.bundle")));
}

static const char *const damaged[] = {
    "",
    "a.csl 5\nfirst",
    "a.csl\n\nfirst",
    "a 6\n\nfirst",
    "a 5 b\n\nfirst",
    "a -1\n\nfirst",
    "5\n\nfirst",
    "a 3\nb 99999999999999999999\n\nfirst",
};

static void a_damaged_bundle_is_refused(void **state)
{
    (void)state;
    empty_folder();
    for (size_t i = 0; i < NV_COUNT_OF(damaged); i++) {
        nv_file_list list;
        nv_error err = {0};

        write_file("bad.bundle", damaged[i]);
        CHECK(!nv_bundle_list(at("bad.bundle"), &list, &err), damaged[i]);
        CHECK(err.code == NV_ERROR_FORMAT, damaged[i]);
        nv_file_list_release(&list);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_a_bundle_are_listed_and_read),
        cmocka_unit_test(what_is_not_there_or_too_large_is_refused),
        cmocka_unit_test(a_damaged_bundle_is_refused),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
