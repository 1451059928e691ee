/* SPDX-License-Identifier: MPL-2.0 */
/* Packs and their indexes: where an index is found, when it is made anew, and
 * how events are read from the members of a pack. */
#include "check.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/array.h"
#include "folder.h"
#include "names.h"
#include "packing.h"
#include "registry/describe.h"
#include "registry/file.h"
#include "registry/indexing.h"
#include "shipped.h"

/* Some events, one a member, so that there is something to be read apart. */

enum { EVENTS = 40 };

static void add_event(nv_buffer *out, int number, const char *pack)
{
    nv_buffer_add_format(
        out,
        " <event id=\"%s-%02d\" key=\"e%03d\" kind=\"note\" "
        "confidence=\"reported\">\n<title xml:lang=\"en\">The note of number "
        "%d</title><document none=\"true\"/>"
        "<date iso=\"19%02d-03-31\" precision=\"day\"/>"
        "<party>Here</party>",
        pack, number, number, number, 10 + number);
    if (number > 0)
        nv_buffer_add_format(out,
                             "<relation type=\"follows\" target=\"%s-%02d\"/>",
                             pack, number - 1);
    nv_buffer_add_text(out, "</event>\n");
}

static const char names[] =
    " <name type=\"state\"><form xml:lang=\"en\">Here</form>"
    "<form xml:lang=\"fr\">Ici</form><variant>There</variant></name>\n";

static void add_statement(nv_buffer *out, const char *pack)
{
    nv_buffer_add_format(out,
                         " <statement id=\"S1\" verdict=\"no\">"
                         "<words xml:lang=\"fr\">mots</words>"
                         "<event>%s-07</event><event>%s-03</event>"
                         "<answer xml:lang=\"en\">No.</answer></statement>\n"
                         "</registry>\n",
                         pack, pack);
}

static void close_member(nv_buffer *xml, nv_buffer *out)
{
    add_gzip(out, xml->text, xml->len);
    nv_buffer_truncate(xml, 0);
}

/* Writes the pack of that name in members of whole records. */
static void write_members(const char *path, const char *pack)
{
    nv_buffer xml = NV_BUFFER_INIT, out = NV_BUFFER_INIT;

    nv_buffer_add_format(&xml,
                         "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<registry version=\"1\" pack=\"%s\">\n%s",
                         pack, names);
    for (int i = 0; i < EVENTS; i++) {
        add_event(&xml, i, pack);
        close_member(&xml, &out);
    }
    add_statement(&xml, pack);
    close_member(&xml, &out);
    write_bytes(path, out.text, out.len);
    nv_buffer_release(&xml);
    nv_buffer_release(&out);
}

/* Reads everything; false with a sentence when something could not be read. */
static bool describe(const nv_registry *registry, nv_buffer *out, nv_error *err)
{
    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, err);

        if (!event)
            return false;
        nv_describe_event(event, out);
    }
    for (size_t i = 0; i < nv_registry_statement_count(registry); i++) {
        const nv_statement *one = nv_registry_statement(registry, i, err);

        if (!one)
            return false;
        nv_describe_statement(one, out);
        for (size_t k = 0; k < one->events.count; k++)
            nv_buffer_add_text(out, one->events.items[k]);
    }
    for (size_t i = 0; i < count_names(registry); i++) {
        const nv_name *name = name_at(registry, i);

        for (int k = 0; k < NV_LANGUAGE_COUNT; k++)
            nv_buffer_add_text(out, name->in[k]);
        for (size_t k = 0; k < name->variants.count; k++)
            nv_buffer_add_text(out, name->variants.items[k]);
    }
    return true;
}

static void check_equal(const nv_registry *a, const nv_registry *b,
                        const char *label)
{
    nv_buffer got = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT;
    nv_error err = {0};

    CHECK(describe(a, &got, &err) && describe(b, &wanted, &err), err.message);
    CHECK_STR(got.text, wanted.text, label);
    nv_buffer_release(&got);
    nv_buffer_release(&wanted);
}

static nv_registry *open_here(const char *name, const char *cache)
{
    nv_error err = {0};
    nv_registry *registry = nv_registry_open(at(name), cache, &err);

    CHECK(registry && err.code == NV_OK, err.message);
    return registry;
}

/* The whole of the pack at `name`, checked, and whether its index was found
 * wanting. */
static void check_opens(const char *name, const char *cache,
                        const char *trouble, const char *label)
{
    nv_registry *registry = open_here(name, cache);
    nv_buffer all = NV_BUFFER_INIT;
    nv_error err = {0};

    CHECK(nv_registry_event_count(registry) == EVENTS, label);
    CHECK(describe(registry, &all, &err), err.message);
    if (trouble[0] ? !strstr(nv_registry_index_trouble(registry), trouble)
                   : nv_registry_index_trouble(registry)[0])
        fail_msg("%s: trouble “%s”", label,
                 nv_registry_index_trouble(registry));
    nv_buffer_release(&all);
    nv_registry_free(registry);
}

/* Events */

static void write_shipped(const char *pack_path, const char *index_path)
{
    nv_buffer pack = NV_BUFFER_INIT, index = NV_BUFFER_INIT;
    nv_error err = {0};
    glob_t files = {0};

    glob("registry/events/*.xml", 0, NULL, &files);
    glob("registry/*.xml", GLOB_APPEND, NULL, &files);
    CHECK(nv_pack((const char *const *)files.gl_pathv, files.gl_pathc, &pack,
                  &index, &err),
          err.message);
    globfree(&files);
    write_bytes(pack_path, pack.text, pack.len);
    write_bytes(index_path, index.text, index.len);
    nv_buffer_release(&pack);
    nv_buffer_release(&index);
}

static void events_read_one_by_one_are_those_read_at_once(void **state)
{
    nv_error err = {0};
    nv_registry *whole, *parts;

    (void)state;
    empty_folder();
    write_shipped(at("registry.xml.gz"), at("registry.idx"));
    parts = open_here("registry.xml.gz", NULL);
    whole = open_shipped(&err);
    CHECK(whole, err.message);
    CHECK_STR(nv_registry_index_trouble(parts), "", "the index is good");
    CHECK_STR(nv_registry_pack(parts), "core", "the pack's name");
    CHECK_STR(nv_registry_path(parts), at("registry.xml.gz"), "and its file");
    check_equal(parts, whole, "the shipped registry");
    nv_registry_free(parts);
    nv_registry_free(whole);
}

static void an_event_stays_where_it_is(void **state)
{
    nv_registry *registry;
    const nv_event *event;
    nv_open_event *open;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    registry = open_here("a.nvpack", NULL);
    open = nv_registry_open_event(registry, 5, NULL);
    event = nv_registry_by_id(registry, "a-05", NULL);
    CHECK(event && event == nv_registry_event(registry, 5, NULL), "by number");
    CHECK(event == nv_registry_by_key(registry, "e005", NULL), "by key");
    CHECK(open && nv_open_event_get(open) != event, "one of the caller's own");
    CHECK_STR(nv_open_event_get(open)->id, event->id, "of the same id");
    nv_event_close(open);
    open = nv_registry_open_event(registry, 5, NULL);
    CHECK(nv_open_event_get(open) == event, "the one that is kept anyway");
    nv_event_close(open);
    nv_event_close(NULL);
    CHECK(nv_registry_statement(registry, 0, NULL) ==
              nv_registry_statement(registry, 0, NULL),
          "a statement stays, too");
    CHECK(nv_registry_name_of(registry, "Here") == name_at(registry, 0),
          "and a name");
    nv_registry_free(registry);
}

static void what_is_not_there_is_no_error(void **state)
{
    static const char *const ids[] = {"",        "a-99", "A-01", "a-01 ",
                                      "e00\xFF", "aaaa", "e999"};
    nv_registry *registry;
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    registry = open_here("a.nvpack", NULL);
    for (size_t i = 0; i < NV_COUNT_OF(ids); i++) {
        CHECK(!nv_registry_by_id(registry, ids[i], &err), ids[i]);
        CHECK(!nv_registry_by_key(registry, ids[i], &err), ids[i]);
        CHECK(!nv_registry_name_of(registry, ids[i]), ids[i]);
    }
    CHECK(!nv_registry_by_id(registry, NULL, &err), "no id");
    CHECK(!nv_registry_by_key(registry, NULL, &err), "no key");
    CHECK(!nv_registry_event(registry, EVENTS, &err), "an event");
    CHECK(!nv_registry_open_event(registry, SIZE_MAX, &err), "an open one");
    CHECK(!nv_registry_statement(registry, 1, &err), "a statement");
    CHECK(!name_at(registry, 1), "a name");
    CHECK(err.code == NV_OK, err.message);
    nv_registry_free(registry);
}

static void records_in_any_form_give_the_same_registry(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT, pack = NV_BUFFER_INIT;
    nv_registry *members, *other;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    members = open_here("a.nvpack", NULL);
    nv_buffer_add_text(&xml, "<registry version=\"1\" pack=\"a\">");
    for (int i = EVENTS - 1; i >= 0; i--)
        add_event(&xml, i, "a");
    nv_buffer_add_text(&xml, names);
    add_statement(&xml, "a");
    write_bytes(at("a.xml"), xml.text, xml.len);
    other = open_here("a.xml", NULL);
    check_equal(other, members, "plain XML, in another order");
    nv_registry_free(other);
    add_gzip(&pack, xml.text, xml.len);
    write_bytes(at("b.nvpack"), pack.text, pack.len);
    other = open_here("b.nvpack", at("cache"));
    check_equal(other, members, "the same in gzip");
    nv_registry_free(other);
    nv_buffer_truncate(&pack, 0);
    for (size_t from = 0; from < xml.len; from += 1000)
        add_gzip(&pack, xml.text + from,
                 xml.len - from < 1000 ? xml.len - from : 1000);
    write_bytes(at("c.nvpack"), pack.text, pack.len);
    other = open_here("c.nvpack", NULL);
    check_equal(other, members, "records across the borders of members");
    nv_registry_free(other);
    nv_registry_free(members);
    nv_buffer_release(&xml);
    nv_buffer_release(&pack);
}

static void another_encoding_is_read(void **state)
{
    static const char xml[] =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
        "<registry version=\"1\" pack=\"a\"><name type=\"state\">"
        "<form xml:lang=\"en\">\xC9tat</form></name></registry>";
    nv_buffer pack = NV_BUFFER_INIT;
    nv_registry *registry;

    (void)state;
    empty_folder();
    add_gzip(&pack, xml, sizeof xml - 1);
    write_bytes(at("a.nvpack"), pack.text, pack.len);
    registry = open_here("a.nvpack", NULL);
    CHECK(nv_registry_name_of(registry, "État"), "in UTF-8");
    nv_registry_free(registry);
    nv_buffer_release(&pack);
}

/* What is wrong further on is not met: it is the encoding that is told. */
static void another_encoding_is_seen_before_parsing(void **state)
{
    static const char *const cases[] = {
        "<?xml version='1.0' encoding = 'latin1' ?><registry><",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><registry", "\xFF\xFE<",
        "\xFE\xFF<"};

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer gzip = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
        nv_unpacking unpacking;
        nv_error err = {0};

        add_gzip(&gzip, cases[i], strlen(cases[i]));
        CHECK(nv_unpacking_init_bytes(&unpacking, gzip.text, gzip.len,
                                      "a.nvpack", &err),
              err.message);
        CHECK(!nv_indexing_members(&unpacking, &out, &err), cases[i]);
        CHECK(strstr(err.message, "the encoding is not UTF-8"), err.message);
        nv_unpacking_release(&unpacking);
        nv_buffer_release(&gzip);
        nv_buffer_release(&out);
    }
}

/* Threads */

static void *read_all(void *registry)
{
    static const nv_event *seen[2][EVENTS];
    static int next;
    const nv_event **events = seen[__atomic_fetch_add(&next, 1, 5) % 2];

    for (size_t i = 0; i < EVENTS; i++) {
        nv_open_event *open = nv_registry_open_event(registry, i, NULL);

        events[i] = nv_registry_event(registry, i, NULL);
        if (!open || strcmp(nv_open_event_get(open)->id, events[i]->id) != 0)
            events[i] = NULL;
        nv_event_close(open);
        name_at(registry, 0);
    }
    return events;
}

static void threads_read_one_registry(void **state)
{
    nv_registry *registry;
    pthread_t thread;
    void *mine, *other;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    registry = open_here("a.nvpack", NULL);
    assert_int_equal(pthread_create(&thread, NULL, read_all, registry), 0);
    mine = read_all(registry);
    assert_int_equal(pthread_join(thread, &other), 0);
    for (size_t i = 0; i < EVENTS; i++) {
        CHECK(((const nv_event **)mine)[i], "an event");
        CHECK(((const nv_event **)mine)[i] == ((const nv_event **)other)[i],
              "is the same in both threads");
    }
    nv_registry_free(registry);
}

/* Where indexes are */

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

/* The only index in the cache; "" if there is none. */
static const char *index_in(const char *cache)
{
    static char path[300];
    char pattern[200];
    glob_t found = {0};

    snprintf(pattern, sizeof pattern, "%s/*", cache);
    path[0] = '\0';
    if (glob(pattern, 0, NULL, &found) == 0) {
        CHECK(found.gl_pathc == 1, "one index");
        snprintf(path, sizeof path, "%s", found.gl_pathv[0]);
    }
    globfree(&found);
    return path;
}

static void read_file(const char *path, nv_buffer *out)
{
    nv_error err = {0};

    nv_buffer_truncate(out, 0);
    CHECK(nv_file_read(path, out, &err), err.message);
}

static void an_index_made_anew_is_kept(void **state)
{
    nv_buffer first = NV_BUFFER_INIT, second = NV_BUFFER_INIT;
    struct stat before, after;
    char cache[200];

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_members(at("a.nvpack"), "a");
    check_opens("a.nvpack", cache, "", "without an index");
    CHECK(strstr(index_in(cache), "cache/a-"), "under the name of the pack");
    CHECK(strlen(strrchr(index_in(cache), '/')) == strlen("/a-01234567.idx"),
          "and a checksum");
    assert_int_equal(stat(index_in(cache), &before), 0);
    check_opens("a.nvpack", cache, "", "with the index that was kept");
    assert_int_equal(stat(index_in(cache), &after), 0);
    CHECK(before.st_ino == after.st_ino, "it was not made again");
    read_file(index_in(cache), &first);
    write_members(at("a.nvpack"), "a");
    assert_int_equal(truncate(index_in(cache), 100), 0);
    check_opens("a.nvpack", cache, "cut off", "with half an index");
    read_file(index_in(cache), &second);
    CHECK(first.len == second.len &&
              memcmp(first.text, second.text, first.len) == 0,
          "the same bytes as at first");
    nv_buffer_release(&first);
    nv_buffer_release(&second);
}

static void an_index_of_an_earlier_version_goes(void **state)
{
    char cache[200], earlier[300];
    nv_buffer xml = NV_BUFFER_INIT, pack = NV_BUFFER_INIT;
    nv_registry *registry;

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_members(at("a.nvpack"), "a");
    check_opens("a.nvpack", cache, "", "without an index");
    snprintf(earlier, sizeof earlier, "%s", index_in(cache));
    nv_buffer_add_format(&xml,
                         "<registry version=\"1\" pack=\"a\">%s"
                         "</registry>",
                         names);
    add_gzip(&pack, xml.text, xml.len);
    write_bytes(at("a.nvpack"), pack.text, pack.len);
    registry = open_here("a.nvpack", cache);
    CHECK_STR(nv_registry_index_trouble(registry), "", "nothing is wrong");
    nv_registry_free(registry);
    CHECK(strcmp(earlier, index_in(cache)) != 0, "another index");
    nv_buffer_release(&xml);
    nv_buffer_release(&pack);
}

static void a_cache_that_cannot_be_written_is_no_error(void **state)
{
    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    write_bytes(at("file"), "x", 1);
    check_opens("a.nvpack", at("file"), "", "a file in the place of a folder");
    check_opens("a.nvpack", at("no/where"), "", "a folder in no folder");
    check_opens("a.nvpack", NULL, "", "no folder");
    CHECK(!is_there(at("no")), "no folder is made for a folder");
}

/* Moves the index of the pack from the cache to its side. */
static void put_beside(const char *pack, const char *cache, const char *index)
{
    check_opens(pack, cache, "", "without an index");
    assert_int_equal(rename(index_in(cache), at(index)), 0);
}

static void an_index_beside_the_pack_is_used(void **state)
{
    char cache[200];

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", cache, "a.idx");
    check_opens("a.nvpack", cache, "", "with an index");
    CHECK_STR(index_in(cache), "", "none is made");
    assert_int_equal(rename(at("a.nvpack"), at("b.xml.gz")), 0);
    assert_int_equal(rename(at("a.idx"), at("b.idx")), 0);
    check_opens("b.xml.gz", cache, "", "with another ending");
    CHECK_STR(index_in(cache), "", "none is made");
}

static void an_index_of_another_pack_is_not_used(void **state)
{
    char cache[200];

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_members(at("a.nvpack"), "a");
    write_members(at("b.nvpack"), "b");
    put_beside("a.nvpack", cache, "b.idx");
    check_opens("b.nvpack", cache, "b.idx: the index is of another pack",
                "with the index of another pack");
    CHECK(strstr(index_in(cache), "cache/b-"), "another one is made");
    check_opens("b.nvpack", cache, "Another one is used.", "and then used");
}

/* Changes that leave the pack as long as it was, and its index as it was. */
static void a_pack_that_changed_has_another_index(void **state)
{
    nv_buffer pack = NV_BUFFER_INIT;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", at("cache"), "a.idx");
    write_members(at("b.nvpack"), "b");
    read_file(at("b.nvpack"), &pack);
    write_bytes(at("a.nvpack"), pack.text, pack.len);
    check_opens("a.nvpack", NULL, "another version of this one", "changed");
    nv_buffer_release(&pack);
}

static void an_index_with_any_byte_changed_is_not_used(void **state)
{
    nv_buffer index = NV_BUFFER_INIT;
    size_t unnoticed = 0;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", at("cache"), "a.idx");
    read_file(at("a.idx"), &index);
    for (size_t i = 0; i < index.len; i += i < 512 ? 1 : 37) {
        nv_registry *registry;

        index.text[i] ^= (char)(1 + i % 255);
        write_bytes(at("a.idx"), index.text, index.len);
        index.text[i] ^= (char)(1 + i % 255);
        registry = open_here("a.nvpack", NULL);
        unnoticed += !nv_registry_index_trouble(registry)[0];
        CHECK(nv_registry_by_id(registry, "a-39", NULL), "the last event");
        nv_registry_free(registry);
    }
    CHECK(unnoticed == 0, "each change is noticed");
    nv_buffer_release(&index);
}

static void an_index_that_is_cut_off_is_not_used(void **state)
{
    nv_buffer index = NV_BUFFER_INIT;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", at("cache"), "a.idx");
    read_file(at("a.idx"), &index);
    for (size_t len = 0; len < index.len; len += len < 300 ? 7 : 301) {
        write_bytes(at("a.idx"), index.text, len);
        check_opens("a.nvpack", NULL, "a.idx: ", "cut off");
    }
    nv_buffer_add_text(&index, "more");
    write_bytes(at("a.idx"), index.text, index.len);
    check_opens("a.nvpack", NULL, "a.idx: ", "with something behind it");
    nv_buffer_release(&index);
}

static void indexes_of_other_machines_and_times_have_sentences(void **state)
{
    static const struct {
        const char *label;
        size_t offset; /* registry/index/format.h */
        const char *bytes, *says;
    } cases[] = {
        {"no index at all", 0, "NOINDEX", "a.idx: "},
        {"the other order of bytes", 8, "\1\2\3\4", "order"},
        {"a later version", 12, "\x7F", "version"},
    };
    nv_buffer index = NV_BUFFER_INIT;

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", at("cache"), "a.idx");
    read_file(at("a.idx"), &index);
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        const size_t len = strlen(cases[i].bytes);
        char was[16];

        memcpy(was, index.text + cases[i].offset, len);
        memcpy(index.text + cases[i].offset, cases[i].bytes, len);
        write_bytes(at("a.idx"), index.text, index.len);
        memcpy(index.text + cases[i].offset, was, len);
        check_opens("a.nvpack", NULL, cases[i].says, cases[i].label);
        check_opens("a.nvpack", NULL, "Another one is used.", cases[i].label);
    }
    nv_buffer_release(&index);
}

/* Damage */

/* Changes a byte inside the compressed data of the member. */
static void damage_member(const char *path, const nv_registry *registry,
                          uint32_t number)
{
    nv_buffer pack = NV_BUFFER_INIT;
    nv_member member;

    CHECK(nv_index_member(nv_registry_index(registry), number, &member), path);
    read_file(path, &pack);
    pack.text[member.offset + member.packed_len / 2] ^= 0x55;
    write_bytes(path, pack.text, pack.len);
    nv_buffer_release(&pack);
}

static void a_damaged_member_leaves_the_others_readable(void **state)
{
    nv_registry *registry;
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    put_beside("a.nvpack", at("cache"), "a.idx");
    registry = open_here("a.nvpack", NULL);
    damage_member(at("a.nvpack"), registry, 20);
    nv_registry_free(registry);
    registry = open_here("a.nvpack", NULL);
    CHECK_STR(nv_registry_index_trouble(registry), "", "nobody looked yet");
    CHECK(!nv_registry_by_id(registry, "a-20", &err), "the damaged one");
    CHECK(err.code == NV_ERROR_FORMAT && err.line == 0 &&
              strstr(err.message, "a.nvpack: “a-20” can't be read: the "
                                  "compressed data are damaged. Reinstall the "
                                  "extension or get the file again."),
          err.message);
    CHECK(!nv_registry_open_event(registry, 20, NULL), "nor opened");
    for (size_t i = 0; i < EVENTS; i++)
        CHECK(i == 20 || nv_registry_event(registry, i, NULL), "another one");
    nv_registry_free(registry);
}

/* A pack whose index is too large to be looked at as a whole when it is opened:
 * its events have words of their own. */
static void write_large(const char *path)
{
    nv_buffer xml = NV_BUFFER_INIT, out = NV_BUFFER_INIT;

    nv_buffer_add_text(&xml, "<registry version=\"1\" pack=\"large\">\n");
    for (int i = 0; i < 2000; i++) {
        nv_buffer_add_format(
            &xml,
            "<event id=\"e-%04d\" key=\"%04d\" kind=\"note\" "
            "confidence=\"reported\"><title xml:lang=\"en\">Note %d</title>"
            "<document none=\"true\"/>"
            "<date iso=\"1954-03-31\" precision=\"day\"/>"
            "<summary xml:lang=\"en\">",
            i, i, i);
        for (int k = 0; k < 60; k++)
            nv_buffer_add_format(&xml, "w%dx%d ", i, k);
        nv_buffer_add_text(&xml, "</summary></event>\n");
    }
    nv_buffer_add_text(&xml, "</registry>");
    add_gzip(&out, xml.text, xml.len);
    write_bytes(path, out.text, out.len);
    nv_buffer_release(&xml);
    nv_buffer_release(&out);
}

/* Changes a byte of the text in the file. */
static void damage_text(const char *path, const char *text)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    const size_t len = strlen(text);
    size_t i = 0;

    read_file(path, &bytes);
    while (i + len < bytes.len && memcmp(bytes.text + i, text, len) != 0)
        i++;
    CHECK(i + len < bytes.len, "the text is there");
    bytes.text[i] ^= 1;
    write_bytes(path, bytes.text, bytes.len);
    nv_buffer_release(&bytes);
}

static void a_kept_index_found_damaged_later_is_made_anew(void **state)
{
    nv_registry *registry;
    nv_error err = {0};
    struct stat status;
    char cache[200];

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_large(at("a.nvpack"));
    nv_registry_free(open_here("a.nvpack", cache));
    assert_int_equal(stat(index_in(cache), &status), 0);
    CHECK(status.st_size > 4 * 1024 * 1024, "the index is large");
    damage_text(index_in(cache), "Note 1999");
    registry = open_here("a.nvpack", cache);
    CHECK_STR(nv_registry_index_trouble(registry), "", "nobody looked yet");
    CHECK(!nv_registry_event(registry, 1999, &err), "an event");
    CHECK(err.code == NV_ERROR_FORMAT &&
              strstr(err.message, "is damaged. It is made anew when the pack "
                                  "is opened the next time."),
          err.message);
    nv_registry_free(registry);
    CHECK_STR(index_in(cache), "", "it is gone");
    registry = open_here("a.nvpack", cache);
    CHECK(nv_registry_event(registry, 1999, NULL), "the next time");
    nv_registry_free(registry);
}

/* It would be copied again each time. */
static void a_large_index_that_came_damaged_is_made_anew(void **state)
{
    nv_registry *registry;
    char cache[200];

    (void)state;
    empty_folder();
    snprintf(cache, sizeof cache, "%s", at("cache"));
    write_large(at("a.nvpack"));
    nv_registry_free(open_here("a.nvpack", cache));
    assert_int_equal(rename(index_in(cache), at("a.idx")), 0);
    damage_text(at("a.idx"), "Note 1999");
    for (int time = 0; time < 2; time++) {
        registry = open_here("a.nvpack", cache);
        CHECK(strstr(nv_registry_index_trouble(registry),
                     time ? "" : "a.idx: the index is damaged"),
              nv_registry_index_trouble(registry));
        CHECK(nv_registry_event(registry, 1999, NULL), "all of it is good");
        nv_registry_free(registry);
        CHECK(strstr(index_in(cache), "cache/large-"), "and kept");
    }
}

static void let_it_be_old(const char *path)
{
    const struct timespec times[] = {{1, 0}, {1, 0}};

    write_bytes(path, "half", 4);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void what_writing_left_behind_is_swept(void **state)
{
    (void)state;
    empty_folder();
    mkdir(at("cache"), 0700);
    write_members(at("a.nvpack"), "a");
    let_it_be_old(at("cache/a-01234567.idx.12.part"));
    let_it_be_old(at("cache/of-somebody-else"));
    write_bytes(at("cache/b-01234567.idx.13.part"), "half", 4);
    nv_registry_free(open_here("a.nvpack", at("cache")));
    CHECK(!is_there(at("cache/a-01234567.idx.12.part")), "what is old");
    CHECK(is_there(at("cache/b-01234567.idx.13.part")), "not what is new");
    CHECK(is_there(at("cache/of-somebody-else")), "nor another file");
}

static void a_file_that_shrinks_is_no_crash(void **state)
{
    nv_registry *registry;
    nv_error err = {0};

    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    registry = open_here("a.nvpack", NULL);
    assert_int_equal(truncate(at("a.nvpack"), 2000), 0);
    CHECK(!nv_registry_by_id(registry, "a-39", &err), "behind the end");
    CHECK(strstr(err.message, "cut off"), err.message);
    CHECK(nv_registry_by_id(registry, "a-00", NULL), "before it");
    nv_registry_free(registry);
}

/* Files that are large or endless */

static void check_refused_fast(const char *path, nv_error_code code,
                               const char *says)
{
    nv_error err = {0};
    clock_t begin = clock();

    CHECK(!nv_registry_open(path, NULL, &err), "refused");
    CHECK(err.code == code && strstr(err.message, says), err.message);
    CHECK((clock() - begin) / CLOCKS_PER_SEC < 1, "in less than a second");
}

static void a_pack_of_two_gibibytes_is_not_read(void **state)
{
    const off_t size = (off_t)2 << 30;

    (void)state;
    empty_folder();
    write_bytes(at("a.nvpack"), "", 0);
    assert_int_equal(truncate(at("a.nvpack"), size), 0);
    check_refused_fast(at("a.nvpack"), NV_ERROR_LIMIT, "too large for a pack");
    write_bytes(at("b.nvpack"), "\x1F\x8B\x08", 3);
    assert_int_equal(truncate(at("b.nvpack"), size), 0);
    check_refused_fast(at("b.nvpack"), NV_ERROR_FORMAT, "damaged");
    write_members(at("c.nvpack"), "c");
    assert_int_equal(truncate(at("c.nvpack"), size), 0);
    check_refused_fast(at("c.nvpack"), NV_ERROR_FORMAT, "damaged");
}

static void what_is_no_file_is_not_waited_for(void **state)
{
    (void)state;
    empty_folder();
    assert_int_equal(mkfifo(at("a.nvpack"), 0600), 0);
    check_refused_fast(at("a.nvpack"), NV_ERROR_IO, "no ordinary file");
    check_refused_fast(folder, NV_ERROR_IO, "can't be read");
}

static void what_is_no_file_is_no_index(void **state)
{
    (void)state;
    empty_folder();
    write_members(at("a.nvpack"), "a");
    write_members(at("b.nvpack"), "b");
    assert_int_equal(mkfifo(at("a.idx"), 0600), 0);
    assert_int_equal(mkdir(at("b.idx"), 0700), 0);
    alarm(20);
    nv_registry_free(open_here("a.nvpack", NULL));
    nv_registry_free(open_here("b.nvpack", NULL));
    alarm(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_read_one_by_one_are_those_read_at_once),
        cmocka_unit_test(an_event_stays_where_it_is),
        cmocka_unit_test(what_is_not_there_is_no_error),
        cmocka_unit_test(records_in_any_form_give_the_same_registry),
        cmocka_unit_test(another_encoding_is_read),
        cmocka_unit_test(another_encoding_is_seen_before_parsing),
        cmocka_unit_test(threads_read_one_registry),
        cmocka_unit_test(an_index_made_anew_is_kept),
        cmocka_unit_test(an_index_of_an_earlier_version_goes),
        cmocka_unit_test(a_cache_that_cannot_be_written_is_no_error),
        cmocka_unit_test(an_index_beside_the_pack_is_used),
        cmocka_unit_test(an_index_of_another_pack_is_not_used),
        cmocka_unit_test(a_pack_that_changed_has_another_index),
        cmocka_unit_test(an_index_with_any_byte_changed_is_not_used),
        cmocka_unit_test(an_index_that_is_cut_off_is_not_used),
        cmocka_unit_test(indexes_of_other_machines_and_times_have_sentences),
        cmocka_unit_test(a_damaged_member_leaves_the_others_readable),
        cmocka_unit_test(a_kept_index_found_damaged_later_is_made_anew),
        cmocka_unit_test(a_large_index_that_came_damaged_is_made_anew),
        cmocka_unit_test(what_writing_left_behind_is_swept),
        cmocka_unit_test(a_file_that_shrinks_is_no_crash),
        cmocka_unit_test(a_pack_of_two_gibibytes_is_not_read),
        cmocka_unit_test(what_is_no_file_is_not_waited_for),
        cmocka_unit_test(what_is_no_file_is_no_index),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
