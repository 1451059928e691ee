/* SPDX-License-Identifier: MPL-2.0 */
/* What a file is, by its bytes, and what becomes of it. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "own/import.h"
#include "registry/file.h"

static char folder[] = "/tmp/nv-own-XXXXXX";

#define PACK                                                             \
    "<registry version=\"1\" pack=\"theirs\"><event id=\"1946-02-a\" "   \
    "key=\"aaa1\" kind=\"note\" confidence=\"reported\"><title "         \
    "xml:lang=\"en\">A</title><document><description xml:lang=\"en\">A"  \
    "</description></document><date iso=\"1946-02\" precision=\"month\"" \
    "/></event></registry>"

static const char *write_file(const char *name, const char *bytes)
{
    static char path[96];
    nv_error err = {0};

    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(nv_file_write(path, bytes, strlen(bytes), &err));
    return path;
}

static const struct {
    const char *label, *bytes;
    nv_own_file file;
} files[] = {
    {"JSON", "\xEF\xBB\xBF [{}]", NV_OWN_FILE_JSON},
    {"an object of JSON", "{\"id\": 1}", NV_OWN_FILE_JSON},
    {"TEI", "<?xml version=\"1.0\"?><TEI/>", NV_OWN_FILE_TEI},
    {"TEI that speaks of registries", "<TEI><registry/></TEI>",
     NV_OWN_FILE_TEI},
    {"a pack", PACK, NV_OWN_FILE_PACK},
    {"a packed pack", "\x1f\x8b\x08", NV_OWN_FILE_PACK},
    {"other XML", "<html/>", NV_OWN_FILE_OTHER},
    {"a photograph", "\xff\xd8\xff\xe0", NV_OWN_FILE_OTHER},
    {"nothing", "", NV_OWN_FILE_OTHER},
};

static void a_file_is_known_by_its_bytes(void **state)
{
    nv_own_file file;
    nv_error err = {0};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(files); i++) {
        assert_true(
            nv_own_file_look(write_file("a", files[i].bytes), &file, &err));
        CHECK(file == files[i].file, files[i].label);
    }
    CHECK(!nv_own_file_look("/nowhere", &file, &err) && err.code == NV_ERROR_IO,
          "a file that is missing");
}

static void a_pack_is_added_once(void **state)
{
    nv_buffer name = NV_BUFFER_INIT;
    nv_error err = {0};
    char there[96];

    (void)state;
    CHECK(nv_own_import_pack(write_file("x.nvpack", PACK), folder, &name, &err),
          "a pack is added");
    CHECK_STR(name.text, "theirs", "under its own name");
    snprintf(there, sizeof there, "%s/theirs.nvpack", folder);
    CHECK(access(there, F_OK) == 0, "its file is there");
    nv_buffer_truncate(&name, 0);
    CHECK(!nv_own_import_pack(write_file("x.nvpack", PACK), folder, &name,
                              &err) &&
              err.code == NV_ERROR_DUPLICATE,
          "one of the same name is not added");
    nv_buffer_truncate(&name, 0);
    nv_error_clear(&err);
    CHECK(!nv_own_import_pack(write_file("x.nvpack", "<registry>"), folder,
                              &name, &err) &&
              err.code == NV_ERROR_FORMAT,
          "a damaged one is not added");
    nv_error_clear(&err);
    unlink(there);
    CHECK(!nv_own_import_pack(write_file("x.nvpack", PACK), "/proc/none", &name,
                              &err) &&
              err.code == NV_ERROR_IO,
          "a folder that can't be written is told");
    nv_buffer_release(&name);
}

static void what_has_no_document_is_told(void **state)
{
    char path[96];
    nv_error err = {0};
    nv_buffer notes = NV_BUFFER_INIT;
    nv_own_sum sum;
    nv_own_pack *pack;

    (void)state;
    snprintf(path, sizeof path, "%s/own.nvpack", folder);
    pack = nv_own_pack_open(path, "abc123", &err);
    assert_non_null(pack);
    CHECK(!nv_own_import_file(pack, NV_OWN_FILE_JSON,
                              write_file("z.json",
                                         "[{\"id\": \"a\", \"type\": \"book\", "
                                         "\"title\": \"T\"}]"),
                              NULL, &sum, &notes, &err) &&
              err.code == NV_ERROR_ARGUMENT,
          "no document is carried over");
    CHECK(strstr(notes.text, "no date of a day or a month") != NULL,
          "and it is said why");
    nv_buffer_release(&notes);
    nv_own_pack_close(pack);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    char command[64];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_known_by_its_bytes),
        cmocka_unit_test(a_pack_is_added_once),
        cmocka_unit_test(what_has_no_document_is_told),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
