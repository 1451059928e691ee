/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory in the library: every allocation fails in turn. Each time
 * there is a clean error or a style left out, nothing left behind, and a style
 * that is asked for again is there. */
#include "check.h"

#include <libxml/parser.h>

#include "failing.h"

#ifdef NV_CAN_FAIL

#include "shelf.h"

/* libxml2 leaves out of a text what it has no memory for, and says nothing:
 * such a file looks wrong to its reader. */
static bool is_expected(const nv_error *err)
{
    return err->code == NV_ERROR_MEMORY || err->code == NV_ERROR_FORMAT ||
           err->code == NV_ERROR_IO || err->code == NV_ERROR_ARGUMENT;
}

static bool compile(nv_library *library, const char *id, nv_error *err)
{
    if (nv_library_style(library, id, NV_LANGUAGE_FR, err))
        return true;
    CHECK(is_expected(err), err->message);
    countdown = -1;
    nv_error_clear(err);
    CHECK(nv_library_style(library, id, NV_LANGUAGE_FR, err), err->message);
    return false;
}

static bool add(nv_library *library, nv_error *err)
{
    char to[200], file[200];

    snprintf(to, sizeof to, "%s/user/styles", folder);
    snprintf(file, sizeof file, "%s/ours/plain.csl", folder);
    if (nv_library_add(library, to, file, err))
        return true;
    CHECK(is_expected(err), err->message);
    return false;
}

/* True when nothing has failed. */
static bool open_once(long fail_at)
{
    nv_error err = {0};
    nv_library *library;
    bool is_done;

    countdown = fail_at;
    library = open_shelf(&err);
    is_done = countdown >= 0;
    countdown = -1;
    CHECK(library || err.code == NV_ERROR_MEMORY, err.message);
    nv_library_free(library);
    return is_done;
}

static bool compile_once(long fail_at)
{
    nv_error err = {0};
    nv_library *library = open_shelf(&err);
    bool is_done;

    countdown = fail_at;
    is_done = compile(library, "narrow", &err) && countdown >= 0;
    countdown = -1;
    nv_library_free(library);
    return is_done;
}

static bool add_once(long fail_at)
{
    nv_error err = {0};
    nv_library *library = nv_library_open(
        (nv_style_folder[]){{.path = at("published")}}, 1, at("locales"), &err);
    bool is_done;

    countdown = fail_at;
    is_done = add(library, &err) && countdown >= 0;
    countdown = -1;
    nv_library_free(library);
    return is_done;
}

static void run(bool (*once)(long fail_at))
{
    bool is_done = false;

    once(-1); /* what libxml2 keeps for good is made now */
    for (long i = 0; !is_done; i++) {
        const long before = live;

        is_done = once(i);
        xmlResetLastError(); /* libxml2 keeps it until the next one */
        assert_int_equal(live, before);
    }
}

static void test_open(void **state)
{
    (void)state;
    write_shelf();
    run(open_once);
}

static void test_compile(void **state)
{
    (void)state;
    write_shelf();
    run(compile_once);
}

static void test_add(void **state)
{
    (void)state;
    write_shelf();
    run(add_once);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_compile),
        cmocka_unit_test(test_add),
    };

    xmlInitParser();
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

#endif
