/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory while a document is made, kept, imported and read again: every
 * allocation fails in turn, and the file is as it was or whole. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "failing.h"
#include "own/document.h"
#include "own/import.h"
#include "own/pack.h"
#include "registry/file.h"
#include "registry/registry.h"

#ifdef NV_CAN_FAIL

static char folder[] = "/tmp/nv-own-XXXXXX";
static char path[64], other[64];

static const char zotero[] =
    "[{\"id\": \"a\", \"type\": \"personal_communication\", \"title\": \"T\","
    " \"issued\": {\"date-parts\": [[1946, 3, 6]]}}]";

static bool save(nv_error *err)
{
    static const nv_own_document document = {
        .is_seen = true,
        .fields = {[NV_OWN_FROM] = "Kennan",
                   [NV_OWN_DATE] = "22 February 1946",
                   [NV_OWN_REPOSITORY] = "Princeton",
                   [NV_OWN_BOX] = "box 1",
                   [NV_OWN_EDITION] = "FRUS",
                   [NV_OWN_EDITOR] = "A; B",
                   [NV_OWN_WORDING] = "Words",
                   [NV_OWN_WORDING_LANGUAGE] = "en",
                   [NV_OWN_LOCATOR] = "p. 3"}};
    nv_own_pack *pack = nv_own_pack_open(path, "abc123", err);
    nv_arena arena = {0};
    nv_own_document back;
    nv_event event;
    bool is_saved = pack != NULL;

    if (is_saved && (!nv_own_to_event(&document, NULL, &arena, &event) ||
                     !nv_own_from_event(&event, NV_LANGUAGE_EN, &arena, &back)))
        is_saved = nv_fail(err, NV_ERROR_MEMORY, 0, "no memory");
    is_saved = is_saved && nv_own_pack_put(pack, &event, err) &&
               nv_own_pack_keep(pack, err);
    nv_own_pack_close(pack);
    nv_arena_release(&arena);
    return is_saved;
}

static bool change(nv_error *err)
{
    nv_own_pack *pack = nv_own_pack_open(path, "abc123", err);
    const nv_event *event =
        pack ? nv_own_pack_event(pack, "1946-02-22-letter-from-kennan", err)
             : NULL;
    nv_event copy = event ? *event : (nv_event){0};
    const bool is_changed = event && nv_own_pack_put(pack, &copy, err) &&
                            nv_own_pack_keep(pack, err);

    nv_own_pack_close(pack);
    return is_changed;
}

static bool import_file(nv_error *err)
{
    nv_own_pack *pack = nv_own_pack_open(path, "abc123", err);
    nv_buffer notes = NV_BUFFER_INIT;
    nv_own_sum sum;
    nv_own_file file;
    const bool is_done =
        pack && nv_own_file_look(other, &file, err) &&
        nv_own_import_file(pack, file, other, NULL, &sum, &notes, err) &&
        nv_own_pack_keep(pack, err);

    nv_buffer_release(&notes);
    nv_own_pack_close(pack);
    return is_done;
}

static bool delete (nv_error *err)
{
    nv_own_pack *pack = nv_own_pack_open(path, "abc123", err);
    const bool is_gone =
        pack &&
        nv_own_pack_remove(pack, "1946-02-22-letter-from-kennan", err) &&
        nv_own_pack_keep(pack, err);

    nv_own_pack_close(pack);
    return is_gone;
}

/* Fails at each allocation until none is left to fail; meanwhile the file stays
 * what can be read. */
static void fails_in_turn(bool (*act)(nv_error *err), const char *label)
{
    bool is_done = false;

    for (long at = 0; !is_done; at++) {
        const long before = live;
        nv_error err = {0};

        assert_true(at < 100000);
        countdown = at;
        is_done = act(&err);
        countdown = -1;
        /* The C library needs memory, too, to open a file. */
        if (!is_done && err.code != NV_ERROR_MEMORY && err.code != NV_ERROR_IO)
            fail_msg("%s, %ld: %d %s", label, at, err.code, err.message);
        CHECK(live == before, label);
    }
}

static void every_allocation_may_fail(void **state)
{
    nv_error err = {0};
    nv_registry *registry;
    char damaged[96];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/own.nvpack", folder);
    snprintf(other, sizeof other, "%s/zotero.json", folder);
    snprintf(damaged, sizeof damaged, "%s.damaged-1", path);
    assert_true(nv_file_write(other, zotero, sizeof zotero - 1, &err));
    /* What a library makes once and keeps is made before anything fails. */
    assert_true(save(&err) && import_file(&err) && delete (&err));
    unlink(path);
    fails_in_turn(save, "saving");
    fails_in_turn(change, "changing");
    fails_in_turn(import_file, "importing");
    fails_in_turn(delete, "deleting");
    CHECK(access(damaged, F_OK) != 0, "nothing was taken for damaged");
    registry = nv_registry_open(path, NULL, &err);
    CHECK(registry && nv_registry_event_count(registry) == 1,
          "what was kept is whole");
    nv_registry_free(registry);
    snprintf(damaged, sizeof damaged, "rm -rf %s", folder);
    assert_int_equal(system(damaged), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
