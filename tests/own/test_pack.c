/* SPDX-License-Identifier: MPL-2.0 */
/* The pack of the writer's own documents, as a file. */
#include "check.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "own/document.h"
#include "own/pack.h"
#include "registry/file.h"
#include "registry/registry.h"

static char folder[] = "/tmp/nv-own-XXXXXX";
static char path[64];

static void write_file(const char *bytes)
{
    nv_error err = {0};

    assert_true(nv_file_write(path, bytes, strlen(bytes), &err));
}

static int fresh_folder(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/a/packs/own.nvpack", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[64];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

static nv_own_pack *open_pack(void)
{
    nv_error err = {0};
    nv_own_pack *pack = nv_own_pack_open(path, "abc123", &err);

    if (!pack)
        fail_msg("%s", err.message);
    return pack;
}

/* Saves a letter; `id` is that of the one it takes the place of, or NULL.
 * Returns its id, which the caller frees. */
static char *save(const char *id, const char *from, const char *date)
{
    nv_own_document document = {
        .fields = {[NV_OWN_FROM] = from, [NV_OWN_DATE] = date}};
    nv_own_pack *pack = open_pack();
    nv_arena arena = {0};
    nv_error err = {0};
    nv_event event;
    char *saved;
    const nv_event *before = id ? nv_own_pack_event(pack, id, &err) : NULL;

    assert_true(nv_own_to_event(&document, before, &arena, &event));
    if (!nv_own_pack_put(pack, &event, &err) || !nv_own_pack_keep(pack, &err))
        fail_msg("%s", err.message);
    saved = strdup(event.id);
    nv_own_pack_close(pack);
    nv_arena_release(&arena);
    return saved;
}

static void delete (const char *id)
{
    nv_own_pack *pack = open_pack();
    nv_error err = {0};

    if (!nv_own_pack_remove(pack, id, &err) || !nv_own_pack_keep(pack, &err))
        fail_msg("%s", err.message);
    nv_own_pack_close(pack);
}

static nv_registry *read_back(void)
{
    nv_error err = {0};
    nv_registry *registry = nv_registry_open(path, NULL, &err);

    if (!registry)
        fail_msg("%s", err.message);
    return registry;
}

static const char *key_of(const nv_registry *registry, const char *id)
{
    const nv_event *event = nv_registry_by_id(registry, id, NULL);

    return event ? event->key : NULL;
}

static void what_is_saved_is_a_pack(void **state)
{
    char *first = save(NULL, "Kennan", "22 February 1946");
    char *second = save(NULL, "Kennan", "22 February 1946");
    nv_registry *registry = read_back();

    (void)state;
    CHECK(nv_registry_event_count(registry) == 2, "both are there");
    CHECK_STR(first, "1946-02-22-letter-from-kennan", "the id says what it is");
    CHECK_STR(second, "1946-02-22-letter-from-kennan-2",
              "the same words get an id of their own");
    CHECK_STR(nv_registry_pack(registry), "mine-abc123",
              "the pack has a name of its own");
    nv_registry_free(registry);
    free(first);
    free(second);
}

static void a_change_keeps_id_and_key(void **state)
{
    char *id = save(NULL, "Kennan", "22 February 1946"), *same;
    nv_registry *registry = read_back();
    char key[5];

    (void)state;
    strcpy(key, key_of(registry, id));
    nv_registry_free(registry);
    same = save(id, "George Kennan", "23 February 1946");
    registry = read_back();
    CHECK_STR(same, id, "the id stays, whatever is changed");
    CHECK_STR(key_of(registry, id), key, "the key stays");
    CHECK_STR(nv_registry_by_id(registry, id, NULL)->date.iso, "1946-02-23",
              "what was changed is");
    nv_registry_free(registry);
    free(same);
    free(id);
}

static void names_are_given_once(void **state)
{
    char *id = save(NULL, "Kennan", "22 February 1946"), *again;
    nv_registry *registry = read_back();
    char key[5];

    (void)state;
    strcpy(key, key_of(registry, id));
    nv_registry_free(registry);
    delete (id);
    registry = read_back();
    CHECK(nv_registry_event_count(registry) == 0, "it is gone");
    nv_registry_free(registry);
    again = save(NULL, "Kennan", "22 February 1946");
    registry = read_back();
    CHECK_STR(again, "1946-02-22-letter-from-kennan-2",
              "the id of what is gone is not given again");
    CHECK(strcmp(key_of(registry, again), key) != 0, "nor is its key");
    nv_registry_free(registry);
    free(again);
    free(id);
}

static void what_is_not_touched_stays_byte_for_byte(void **state)
{
    static const char head[] =
        "<?xml version=\"1.0\"?>\n<!-- mine --><registry version='1' "
        "pack=\"hand\">\n\n  <!-- by hand -->";
    nv_buffer xml = NV_BUFFER_INIT;
    char *id = save(NULL, "Kennan", "1946-02"), *other;
    nv_error err = {0};

    (void)state;
    nv_buffer_add_text(&xml, head);
    nv_buffer_add_text(
        &xml, "<event id='1950-01-a' confidence='reported' key='zzz1' "
              "kind='note' ><title xml:lang=\"en\">A</title><document><descript"
              "ion xml:lang='en'>A</description></document><date iso='1950-01' "
              "precision='month'/></event>\n</registry>\n<!-- end -->\n");
    write_file(xml.text);
    other = save(NULL, "Acheson", "1946-02");
    nv_buffer_release(&xml);
    assert_true(nv_file_read(path, &xml, &err));
    CHECK(strncmp(xml.text, head, sizeof head - 1) == 0,
          "what stands before stays");
    CHECK(strstr(xml.text, "</event>\n <event id=\"1946-02-letter") != NULL,
          "a new one stands behind the others");
    CHECK(strstr(xml.text, "</registry>\n<!-- end -->\n") != NULL,
          "what stands behind stays");
    nv_buffer_release(&xml);
    free(other);
    free(id);
}

static void a_damaged_pack_is_set_aside(void **state)
{
    static const char *const damaged[] = {
        "",
        "no XML",
        "<registry version=\"1\" pack=\"mine\">",
        "<registry version=\"9\" pack=\"mine\"></registry>",
        "<registry version=\"1\" pack=\"mine\"/>",
        "\x1f\x8b\x08 no gzip"};

    (void)state;
    free(save(NULL, "Kennan", "1946-02"));
    for (size_t i = 0; i < NV_COUNT_OF(damaged); i++) {
        nv_buffer bytes = NV_BUFFER_INIT;
        nv_error err = {0};
        char aside[96];
        nv_own_pack *pack;

        write_file(damaged[i]);
        pack = open_pack();
        CHECK(strstr(nv_own_pack_notice(pack), "set aside as") != NULL,
              damaged[i]);
        nv_own_pack_close(pack);
        snprintf(aside, sizeof aside, "%s.damaged-%zu", path, i + 1);
        assert_true(nv_file_read(aside, &bytes, &err));
        CHECK_STR(bytes.text, damaged[i], "its bytes are kept");
        nv_buffer_release(&bytes);
        free(save(NULL, "Kennan", "1946-02"));
    }
}

static void a_pack_that_is_locked_waits_and_says_so(void **state)
{
    char lock[80];
    nv_error err = {0};
    int other;

    (void)state;
    free(save(NULL, "Kennan", "1946-02"));
    snprintf(lock, sizeof lock, "%s.lock", path);
    other = open(lock, O_RDWR);
    assert_true(other >= 0 && flock(other, LOCK_EX) == 0);
    CHECK(!nv_own_pack_open(path, "abc123", &err),
          "a locked pack is not opened");
    CHECK(err.code == NV_ERROR_IO && strstr(err.message, "another window"),
          "it is said why");
    close(other);
    nv_own_pack_close(open_pack());
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
    nv_error err = {0};

    (void)state;
    CHECK(!nv_own_pack_open("/proc/nv/packs/own.nvpack", "abc123", &err),
          "there is nothing to open");
    CHECK(err.code == NV_ERROR_IO && strstr(err.message, "can't be kept"),
          "it is said why");
}

static void what_is_gone_cannot_be_changed(void **state)
{
    nv_own_pack *pack = open_pack();
    nv_error err = {0};
    nv_event event = {.id = "1946-02-22-letter-from-kennan"};

    (void)state;
    CHECK(!nv_own_pack_event(pack, event.id, &err) && err.code == NV_OK,
          "it is not there");
    CHECK(!nv_own_pack_put(pack, &event, &err) && err.code == NV_ERROR_ARGUMENT,
          "it can't be changed");
    nv_error_clear(&err);
    CHECK(!nv_own_pack_remove(pack, event.id, &err) &&
              err.code == NV_ERROR_ARGUMENT,
          "it can't be deleted");
    nv_own_pack_close(pack);
}

static void a_pack_can_be_full(void **state)
{
    char *words = malloc(NV_OWN_PACK_MAX + 1);
    nv_own_document document = {
        .fields = {[NV_OWN_FROM] = words, [NV_OWN_DATE] = "1946-02"}};
    nv_own_pack *pack = open_pack();
    nv_arena arena = {0};
    nv_error err = {0};
    nv_event event;

    (void)state;
    memset(words, 'a', NV_OWN_PACK_MAX);
    words[NV_OWN_PACK_MAX] = '\0';
    assert_true(nv_own_to_event(&document, NULL, &arena, &event));
    CHECK(!nv_own_pack_put(pack, &event, &err) && err.code == NV_ERROR_LIMIT,
          "there is no room");
    nv_own_pack_close(pack);
    nv_arena_release(&arena);
    free(words);
}

static void what_can_not_be_read_again_is_not_kept(void **state)
{
    nv_own_pack *pack;
    nv_error err = {0};
    nv_event event = {.title = {{"no UTF-8: \xff", NULL}},
                      .document = {.is_none = true},
                      .date = {.iso = "1946-02", .is_month = true}};

    (void)state;
    free(save(NULL, "Kennan", "1946-02"));
    pack = open_pack();
    assert_true(nv_own_pack_put(pack, &event, &err));
    CHECK(!nv_own_pack_keep(pack, &err) && err.code == NV_ERROR_FORMAT,
          "it is refused");
    nv_own_pack_close(pack);
    nv_registry_free(read_back());
}

#define HEAD "<registry version=\"1\" pack=\"x\">"
#define EVENT(id, key, title)                                                \
    "<event id=\"" id "\" key=\"" key                                        \
    "\" kind=\"note\" confidence=\"reported\"><title xml:lang=\"en\">" title \
    "</title><document><description xml:lang=\"en\">" title                  \
    "</description></document><date iso=\"1946-02\" precision=\"month\""     \
    "/></event>"
#define TAIL "</registry>"

static void what_is_imported_is_put_in_once(void **state)
{
    static const char two[] = HEAD EVENT("1946-02-a--b", "aaa1", "A")
        EVENT("1946-02-c", "aaa1", "C") TAIL;
    static const char other[] = HEAD EVENT("1946-02-c", "aaa1", "D") TAIL;
    nv_own_pack *pack = open_pack();
    nv_own_sum sum;
    nv_error err = {0};
    nv_registry *registry;

    (void)state;
    CHECK(!nv_own_pack_add(pack, two, sizeof two - 1, &sum, &err) &&
              err.code == NV_ERROR_FORMAT,
          "what is no pack is refused");
    nv_own_pack_close(pack);
    pack = open_pack();
    nv_error_clear(&err);
    assert_true(nv_own_pack_add(pack, other, sizeof other - 1, &sum, &err));
    CHECK(sum.added == 1 && sum.known == 0, "what is new is put in");
    assert_true(nv_own_pack_keep(pack, &err));
    nv_own_pack_close(pack);
    pack = open_pack();
    assert_true(nv_own_pack_add(pack, other, sizeof other - 1, &sum, &err));
    CHECK(sum.added == 0 && sum.known == 1, "what is there is not");
    nv_own_pack_close(pack);
    free(save("1946-02-c", "E", "1946-02"));
    pack = open_pack();
    assert_true(nv_own_pack_add(pack, other, sizeof other - 1, &sum, &err));
    assert_true(nv_own_pack_keep(pack, &err));
    nv_own_pack_close(pack);
    registry = read_back();
    CHECK(sum.added == 1 && key_of(registry, "1946-02-d") != NULL,
          "what is another gets an id of its own");
    nv_registry_free(registry);
}

static void hyphens_do_not_end_the_comment(void **state)
{
    static const char one[] = HEAD EVENT("1946-02-a--b", "aaa1", "A") TAIL;
    nv_own_pack *pack = open_pack();
    nv_own_sum sum;
    nv_error err = {0};
    nv_registry *registry;

    (void)state;
    assert_true(nv_own_pack_add(pack, one, sizeof one - 1, &sum, &err));
    assert_true(nv_own_pack_keep(pack, &err));
    nv_own_pack_close(pack);
    delete ("1946-02-a--b");
    pack = open_pack();
    assert_true(nv_own_pack_add(pack, one, sizeof one - 1, &sum, &err));
    assert_true(nv_own_pack_keep(pack, &err));
    nv_own_pack_close(pack);
    registry = read_back();
    CHECK(key_of(registry, "1946-02-a") != NULL &&
              strcmp(key_of(registry, "1946-02-a"), "aaa1") != 0,
          "what is gone is told from what is new");
    nv_registry_free(registry);
}

#define TEST(rule) \
    cmocka_unit_test_setup_teardown(rule, fresh_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_saved_is_a_pack),
        TEST(a_change_keeps_id_and_key),
        TEST(names_are_given_once),
        TEST(what_is_not_touched_stays_byte_for_byte),
        TEST(a_damaged_pack_is_set_aside),
        TEST(a_pack_that_is_locked_waits_and_says_so),
        TEST(a_folder_that_cannot_be_made_is_told),
        TEST(what_is_gone_cannot_be_changed),
        TEST(a_pack_can_be_full),
        TEST(what_can_not_be_read_again_is_not_kept),
        TEST(what_is_imported_is_put_in_once),
        TEST(hyphens_do_not_end_the_comment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
