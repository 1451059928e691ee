/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory while packs are written, opened and read: every allocation
 * fails in turn. */
#include "check.h"

#include <glob.h>
#include <unistd.h>

#include "failing.h"
#include "folder.h"
#include "names.h"
#include "packing.h"
#include "registry/describe.h"
#include "registry/pack.h"
#include "registry/packs.h"

#ifdef NV_CAN_FAIL

#define HEAD "<registry version=\"1\" pack=\"one\">\n"
#define NAME                                                    \
    " <name type=\"state\"><form xml:lang=\"en\">Here</form>\n" \
    "<variant>There</variant></name>\n"
#define EVENT(number)                                                    \
    " <event id=\"a-" #number "\" key=\"aaa" #number "\" kind=\"note\" " \
    "confidence=\"reported\"><title xml:lang=\"en\">A note</title>"      \
    "<document none=\"true\"/><date iso=\"195" #number                   \
    "-03-31\" precision=\"day\"/><party>Here</party>"                    \
    "<source key=\"s\" type=\"press\" holds=\"text\" checked=\"no\">"    \
    "<title>T</title></source><relation type=\"cites\" target=\"a-1\"/>" \
    "<statement>S1</statement></event>\n"
#define STATEMENT                                           \
    " <statement id=\"S1\" verdict=\"no\">"                 \
    "<words xml:lang=\"fr\">mots</words><event>a-1</event>" \
    "<answer xml:lang=\"en\">No.</answer></statement>\n"
#define TAIL "</registry>\n"

static const char *const members[] = {HEAD NAME EVENT(1), EVENT(2) EVENT(3),
                                      STATEMENT TAIL};
static const char in_disorder[] =
    "<registry version=\"1\" pack=\"two\">\n" STATEMENT EVENT(1) TAIL;

static void write_packs(void)
{
    nv_buffer pack = NV_BUFFER_INIT;

    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        add_gzip(&pack, members[i], strlen(members[i]));
    write_bytes(at("a.nvpack"), pack.text, pack.len);
    write_bytes(at("same.nvpack"), pack.text, pack.len);
    nv_buffer_truncate(&pack, 0);
    add_gzip(&pack, in_disorder, sizeof in_disorder - 1);
    write_bytes(at("b.nvpack"), pack.text, pack.len);
    nv_buffer_release(&pack);
}

/* Reads everything, by all ways. False when something is missing. */
static bool use_pack(const nv_registry *registry, nv_error *err)
{
    nv_open_event *open = nv_registry_open_event(registry, 0, err);
    bool is_whole = open != NULL;

    nv_event_close(open);
    for (size_t i = 0; i < nv_registry_event_count(registry); i++)
        is_whole = nv_registry_event(registry, i, err) && is_whole;
    for (size_t i = 0; i < nv_registry_statement_count(registry); i++)
        is_whole = nv_registry_statement(registry, i, err) && is_whole;
    for (size_t i = 0; i < count_names(registry); i++)
        is_whole = name_at(registry, i) && is_whole;
    return is_whole;
}

/* Opens all packs and reads them; false when something is missing. */
static bool use_all(nv_error *err)
{
    nv_packs *packs = nv_packs_new(at("cache"), err);
    bool is_whole = packs && nv_packs_add_folder(packs, folder) == 2 &&
                    nv_packs_trouble_count(packs) == 1 &&
                    nv_packs_trouble(packs, 0)->err.code == NV_ERROR_DUPLICATE;

    for (size_t i = 0; packs && i < nv_packs_count(packs); i++)
        is_whole = use_pack(nv_packs_registries(packs)[i], err) && is_whole;
    nv_packs_free(packs);
    return is_whole;
}

/* Does it with the allocation of that number failing; false when there was no
 * such allocation any more. */
static bool use_with_failure(long number)
{
    nv_error err = {0};
    const long before = live;
    bool is_whole, has_failed;

    countdown = number;
    is_whole = use_all(&err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(has_failed || is_whole, err.message);
    CHECK(err.code == NV_OK || err.message[0], "a sentence");
    if (live != before)
        fail_msg("allocation %ld: %ld blocks left", number, live - before);
    return has_failed;
}

static void remove_cache(void)
{
    char pattern[200];
    glob_t kept = {0};

    snprintf(pattern, sizeof pattern, "%s/*", at("cache"));
    if (glob(pattern, 0, NULL, &kept) == 0)
        for (size_t i = 0; i < kept.gl_pathc; i++)
            unlink(kept.gl_pathv[i]);
    globfree(&kept);
}

/* The first time, libraries set themselves up for good. */
static void set_up(void)
{
    nv_error err = {0};

    empty_folder();
    write_packs();
    CHECK(use_all(&err), err.message);
}

static void packs_survive_want_of_memory(void **state)
{
    long number = 0;

    (void)state;
    set_up();
    while (use_with_failure(number))
        number++;
    CHECK(number > 100, "many allocations, with an index in the cache");
}

static void indexes_are_made_in_spite_of_want_of_memory(void **state)
{
    long number = 0;

    (void)state;
    set_up();
    do
        remove_cache();
    while (use_with_failure(number++));
    CHECK(number > 200, "many allocations, without an index");
}

/* Packs, with the allocation of that number failing; says whether it failed. */
static bool pack_with_failure(const char *path, long number)
{
    const char *const paths[] = {path};
    nv_buffer pack = NV_BUFFER_INIT, index = NV_BUFFER_INIT;
    nv_error err = {0};
    bool is_packed, has_failed;

    countdown = number;
    is_packed = nv_pack(paths, 1, &pack, &index, &err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(is_packed || err.message[0], "a sentence");
    CHECK(!is_packed || (pack.len > 0 && index.len > 0), "both are there");
    nv_buffer_release(&pack);
    nv_buffer_release(&index);
    return has_failed;
}

static void packing_survives_want_of_memory(void **state)
{
    bool has_failed = true;
    char path[200];
    long number = 0;

    (void)state;
    set_up();
    snprintf(path, sizeof path, "%s", at("b.nvpack"));
    CHECK(!pack_with_failure(path, 1000000), "libraries set themselves up");
    while (has_failed) {
        const long before = live;

        has_failed = pack_with_failure(path, number++);
        if (live != before)
            fail_msg("allocation %ld: %ld left", number - 1, live - before);
    }
    CHECK(number > 100, "many allocations were tried");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_survive_want_of_memory),
        cmocka_unit_test(indexes_are_made_in_spite_of_want_of_memory),
        cmocka_unit_test(packing_survives_want_of_memory),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

#endif
