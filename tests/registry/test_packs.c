/* SPDX-License-Identifier: MPL-2.0 */
/* Packs side by side: which are used, which are not and why, and whose event an
 * id names. */
#include "check.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "folder.h"
#include "packing.h"
#include "registry/packs.h"

/* A pack of two events: "both", and one of its own name. */
static void write_pack(const char *file, const char *name)
{
    static const char *const keys[] = {"aaaa", "bbbb"};
    nv_buffer xml = NV_BUFFER_INIT, pack = NV_BUFFER_INIT;

    nv_buffer_add_format(&xml, "<registry version=\"1\" pack=\"%s\">", name);
    for (int i = 0; i < 2; i++)
        nv_buffer_add_format(
            &xml,
            "<event id=\"%s\" key=\"%s\" kind=\"note\" "
            "confidence=\"reported\"><title xml:lang=\"en\">Of %s</title>"
            "<document none=\"true\"/>"
            "<date iso=\"195%d-03-31\" precision=\"day\"/></event>\n",
            i ? name : "both", keys[i], name, i);
    nv_buffer_add_text(&xml, "</registry>");
    add_gzip(&pack, xml.text, xml.len);
    write_bytes(at(file), pack.text, pack.len);
    nv_buffer_release(&xml);
    nv_buffer_release(&pack);
}

static nv_packs *new_packs(void)
{
    nv_error err = {0};
    nv_packs *packs = nv_packs_new(NULL, &err);

    CHECK(packs, err.message);
    return packs;
}

static void packs_stand_in_the_order_of_their_files(void **state)
{
    nv_packs *packs = new_packs();
    const nv_registry *const *all;

    (void)state;
    empty_folder();
    write_pack("2.nvpack", "two");
    write_pack("1.nvpack", "one");
    write_pack("3.nvpack", "three");
    write_pack("4.gz", "four");
    write_pack(".nvpack", "five");
    CHECK(nv_packs_add(packs, at("3.nvpack"), NULL), "one that is named");
    CHECK(nv_packs_add_folder(packs, folder) == 2, "two that are found");
    CHECK(nv_packs_count(packs) == 3, "three in all");
    all = nv_packs_registries(packs);
    CHECK_STR(nv_registry_pack(all[0]), "three", "the named one is first");
    CHECK_STR(nv_registry_pack(all[1]), "one", "then by name of the file");
    CHECK_STR(nv_registry_pack(all[2]), "two", "then by name of the file");
    CHECK(nv_packs_of(packs, "two") == all[2], "found by name");
    CHECK(!nv_packs_of(packs, "four"), "no pack by its ending");
    nv_packs_free(packs);
    nv_packs_free(NULL);
}

static void a_folder_that_is_not_there_has_no_packs(void **state)
{
    nv_packs *packs = new_packs();

    (void)state;
    CHECK(nv_packs_add_folder(packs, "/nowhere") == 0, "none");
    CHECK(nv_packs_trouble_count(packs) == 0, "and that is no trouble");
    CHECK(!nv_packs_trouble(packs, 0), "nothing to be told");
    nv_packs_free(packs);
}

static const nv_pack_trouble *trouble_of(const nv_packs *packs,
                                         const char *file)
{
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        if (strcmp(nv_packs_trouble(packs, i)->path, at(file)) == 0)
            return nv_packs_trouble(packs, i);
    return NULL;
}

static void bad_packs_leave_the_others_working(void **state)
{
    static const struct {
        const char *file, *bytes;
        nv_error_code code;
        const char *says;
    } bad[] = {
        {"bad1.nvpack", "", NV_ERROR_FORMAT, "the file is empty"},
        {"bad2.nvpack", "junk", NV_ERROR_FORMAT, "not well-formed"},
        {"bad3.nvpack", "\x1F\x8B\x08 and no more", NV_ERROR_FORMAT,
         "the compressed data are damaged"},
        {"bad4.nvpack", "<feed/>", NV_ERROR_FORMAT, "no registry"},
        {"bad5.nvpack", "<registry version=\"9\" pack=\"x\"/>", NV_ERROR_FORMAT,
         "version"},
    };
    nv_packs *packs = new_packs();
    const nv_pack_trouble *trouble;

    (void)state;
    empty_folder();
    write_pack("aaa.nvpack", "one");
    write_pack("zzz.nvpack", "two");
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++)
        write_bytes(at(bad[i].file), bad[i].bytes, strlen(bad[i].bytes));
    assert_int_equal(mkdir(at("folder.nvpack"), 0700), 0);
    CHECK(nv_packs_add_folder(packs, folder) == 2, "both good ones");
    CHECK(nv_packs_trouble_count(packs) == NV_COUNT_OF(bad) + 1, "all others");
    for (size_t i = 0; i < NV_COUNT_OF(bad); i++) {
        trouble = trouble_of(packs, bad[i].file);
        CHECK(trouble && trouble->err.code == bad[i].code, bad[i].file);
        CHECK(strstr(trouble->err.message, bad[i].says) &&
                  strstr(trouble->err.message, at(bad[i].file)),
              trouble->err.message);
    }
    trouble = trouble_of(packs, "folder.nvpack");
    CHECK(trouble && trouble->err.code == NV_ERROR_IO, "a folder");
    nv_packs_free(packs);
}

static void of_two_packs_of_one_name_the_first_is_used(void **state)
{
    nv_packs *packs = new_packs();
    nv_error err = {0};
    char wanted[400];

    (void)state;
    empty_folder();
    write_pack("a.nvpack", "same");
    write_pack("b.nvpack", "same");
    CHECK(nv_packs_add(packs, at("a.nvpack"), &err), err.message);
    CHECK(!nv_packs_add(packs, at("b.nvpack"), &err), "the second");
    CHECK(err.code == NV_ERROR_DUPLICATE, err.message);
    snprintf(wanted, sizeof wanted,
             "%s is not used: %s is a pack of the same name, “same”. Keep one "
             "of the two.",
             at("b.nvpack"), at("a.nvpack"));
    CHECK_STR(err.message, wanted, "which one, and why");
    CHECK_STR(nv_packs_trouble(packs, 0)->err.message, wanted, "kept, too");
    CHECK_STR(nv_packs_trouble(packs, 0)->path, at("b.nvpack"), "its path");
    CHECK_STR(nv_registry_path(nv_packs_of(packs, "same")), at("a.nvpack"),
              "the first");
    nv_packs_free(packs);
}

static void an_id_may_name_its_pack(void **state)
{
    static const struct {
        const char *id, *pack; /* NULL: there is none */
    } cases[] = {
        {"both", "one"},
        {"one:both", "one"},
        {"two:both", "two"},
        {"one", "one"},
        {"two", "two"},
        {"two:two", "two"},
        {"one:two", NULL},
        {"three:both", NULL},
        {"nobody", NULL},
        {"", NULL},
        {":", NULL},
        {":both", NULL},
        {"one:", NULL},
        {"one:one:one", NULL},
        {"averyverylongnameofapack:both", NULL},
    };
    nv_packs *packs = new_packs();
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_pack("1.nvpack", "one");
    write_pack("2.nvpack", "two");
    nv_packs_add_folder(packs, folder);
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const nv_registry *registry;
        const nv_event *event =
            nv_packs_event(packs, cases[i].id, &registry, &err);

        CHECK(!event == !cases[i].pack && !registry == !event, cases[i].id);
        if (event)
            CHECK_STR(nv_registry_pack(registry), cases[i].pack, cases[i].id);
    }
    CHECK(err.code == NV_OK, err.message);
    nv_packs_free(packs);
}

static void indexes_of_packs_are_kept_in_the_cache(void **state)
{
    nv_packs *packs;

    (void)state;
    empty_folder();
    write_pack("1.nvpack", "one");
    packs = nv_packs_new(at("cache"), NULL);
    nv_packs_add_folder(packs, folder);
    CHECK(access(at("cache"), F_OK) == 0, "the folder is there");
    nv_packs_free(packs);
}

/* To make the index of a large pack takes longer than a person waits. */
static void a_large_pack_must_bring_its_index(void **state)
{
    nv_packs *packs = new_packs();
    nv_buffer path = NV_BUFFER_INIT;
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_pack("1.nvpack", "one");
    nv_packs_limit_indexing(packs, 100);
    CHECK(!nv_packs_add(packs, at("1.nvpack"), &err), "without one");
    CHECK(err.code == NV_ERROR_LIMIT &&
              strstr(err.message, "1.nvpack has no index and is too large"),
          err.message);
    nv_error_clear(&err);
    write_bytes(at("2.nvpack"), "no gzip", 7);
    nv_packs_limit_indexing(packs, 6);
    CHECK(!nv_packs_add(packs, at("2.nvpack"), &err) &&
              err.code == NV_ERROR_LIMIT,
          "what is no gzip has none");
    write_pack("1.nvpack", "one");
    mkdir(at("cache"), 0700);
    nv_buffer_add_text(&path, at("cache"));
    nv_registry_free(nv_registry_open(at("1.nvpack"), path.text, NULL));
    nv_packs_free(packs);
    packs = nv_packs_new(path.text, NULL);
    nv_packs_limit_indexing(packs, 100);
    CHECK(nv_packs_add(packs, at("1.nvpack"), NULL), "with one");
    nv_packs_free(packs);
    nv_buffer_release(&path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_stand_in_the_order_of_their_files),
        cmocka_unit_test(a_folder_that_is_not_there_has_no_packs),
        cmocka_unit_test(bad_packs_leave_the_others_working),
        cmocka_unit_test(of_two_packs_of_one_name_the_first_is_used),
        cmocka_unit_test(an_id_may_name_its_pack),
        cmocka_unit_test(indexes_of_packs_are_kept_in_the_cache),
        cmocka_unit_test(a_large_pack_must_bring_its_index),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
