/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory: every allocation of reading, exchanging and searching fails
 * in turn. Each time there must be a clean error or a sound result, and nothing
 * may be left behind. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "failing.h"
#include "names.h"
#include "registry/describe.h"
#include "registry/exchange/export.h"
#include "registry/exchange/import.h"
#include "registry/index/build.h"
#include "registry/registry.h"
#include "registry/search/search.h"
#include "searching.h"
#include "shipped.h"

#ifdef NV_CAN_FAIL

static const char xml[] =
    "<registry version=\"1\" pack=\"test\">"
    "<name type=\"state\"><form xml:lang=\"en\">Here</form>"
    "<variant>There</variant></name>"
    "<event id=\"a-1\" key=\"aaaa\" kind=\"note\" confidence=\"reported\">"
    "<title xml:lang=\"en\">A note of 31 March 1954</title>"
    "<document none=\"true\"/><date iso=\"1954-03-31\" precision=\"day\">"
    "<variant iso=\"1954-04-01\" what=\"sent\"/></date>"
    "<party>Here</party><person name=\"X\" act=\"signed\"/>"
    "<quotation number=\"1\" role=\"document\" original=\"yes\" as=\"edition\" "
    "source=\"s\" status=\"text seen\"><text xml:lang=\"en\">words</text>"
    "</quotation><source key=\"s\" type=\"press\" holds=\"text\" "
    "checked=\"no\"><title>T</title></source><statement>S1</statement></event>"
    "<statement id=\"S1\" verdict=\"no\"><words xml:lang=\"fr\">mots</words>"
    "<event>a-1</event><answer xml:lang=\"en\">No.</answer></statement>"
    "</registry>";

/* All that was read, as text. */
static void describe(const nv_registry *registry, nv_buffer *out)
{
    nv_describe_event(nv_registry_event(registry, 0, NULL), out);
    nv_describe_statement(nv_registry_statement(registry, 0, NULL), out);
    nv_buffer_add_text(out, name_at(registry, 0)->variants.items[0]);
}

static void check_is_whole(const nv_registry *registry)
{
    nv_registry *other =
        nv_registry_read(xml, sizeof xml - 1, "test.xml", NULL);
    nv_buffer got = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT;

    describe(registry, &got);
    describe(other, &wanted);
    CHECK_STR(got.text, wanted.text, "what could be read is whole");
    nv_buffer_release(&got);
    nv_buffer_release(&wanted);
    nv_registry_free(other);
}

/* Reads the small registry with the allocation of that number failing; false
 * when there was no such allocation any more. */
static bool read_with_failure(long number)
{
    nv_error err = {0};
    nv_registry *registry;
    bool has_failed;
    long before = live;

    countdown = number;
    registry = nv_registry_read(xml, sizeof xml - 1, "test.xml", &err);
    has_failed = countdown < 0;
    countdown = -1;
    if (registry)
        check_is_whole(registry);
    else
        CHECK(err.code != NV_OK && err.message[0], "a sentence");
    nv_registry_free(registry);
    if (live != before)
        fail_msg("allocation %ld: %ld blocks left", number, live - before);
    return has_failed;
}

static void reading_survives_want_of_memory(void **state)
{
    long number = 0;

    (void)state;
    /* The first time, libxml2 sets itself up for good. */
    nv_registry_free(nv_registry_read(xml, sizeof xml - 1, "test.xml", NULL));
    while (read_with_failure(number))
        number++;
    CHECK(number > 100, "many allocations were tried");
}

/* One event of a name, so often said that its row is heavy. */
static bool make_index(nv_buffer *out, nv_error *err)
{
    static nv_quotation wordings[NV_LIGHT_MAX + 1];
    static const nv_name name = {.in = {"Here"}};
    static const nv_relation relation = {"follows", "a-1"};
    static const nv_event event = {.id = "a-1",
                                   .key = "aaaa",
                                   .date = {.iso = "1954-03-31"},
                                   .quotations = wordings,
                                   .quotation_count = NV_LIGHT_MAX + 1,
                                   .relations = &relation,
                                   .relation_count = 1};
    static const char *const events[] = {"a-1"};
    static const nv_statement statement = {
        .id = "S1", .words = "Mots", .events = {events, 1}};
    const nv_location location = {0, 0, 0};
    const nv_index_tie tie = {0, 0};
    nv_index_builder *builder = nv_index_builder_new("test", err);
    bool is_made;

    for (int i = 0; i <= NV_LIGHT_MAX; i++)
        wordings[i] = (nv_quotation){.number = i + 1,
                                     .text = "here",
                                     .language = "en",
                                     .is_offered = true};
    is_made =
        builder && nv_index_builder_add_name(builder, &name, err) &&
        nv_index_builder_add_event(builder, &event, &location, err) &&
        nv_index_builder_add_statement(builder, &statement, &location, err) &&
        nv_index_builder_finish(builder, &tie, NULL, 0, out, err);
    nv_index_builder_free(builder);
    return is_made;
}

/* Makes, opens and reads an index with the allocation of that number failing;
 * false when there was no such allocation any more. */
static bool index_with_failure(long number)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_tokens tokens = {0};
    nv_error err = {0};
    nv_index *index = NULL;
    const long before = live;
    bool has_failed, is_read;

    countdown = number;
    if (make_index(&bytes, &err))
        index = nv_index_of_bytes(bytes.text, bytes.len, false, "i", &err);
    is_read = index && nv_index_tokens(index, 0, &tokens);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(is_read != has_failed, "it fails if an allocation does");
    CHECK(index || (err.code == NV_ERROR_MEMORY && err.message[0]), "and says");
    CHECK(!index || nv_index_event_count(index) == 1, "or is whole");
    free(tokens.items);
    nv_index_close(index);
    nv_buffer_release(&bytes);
    if (live != before)
        fail_msg("allocation %ld: %ld blocks left", number, live - before);
    return has_failed;
}

static void indexing_survives_want_of_memory(void **state)
{
    long number = 0;

    (void)state;
    while (index_with_failure(number))
        number++;
    CHECK(number > 30, "many allocations were tried");
}

/* Each has another way through the search. */
static const char *const queries[] = {
    "note here",           "\"note of\" -mots -\"a b\"",
    "kind:note 1954 no",   "party:There year:1954 lang:en",
    "hree nota",           "notes of words",
    "co operation mots w", "from:1953 to:1955"};

/* Searches with the allocation of that number failing; false when there was no
 * such allocation any more. */
static bool search_with_failure(const nv_registry *registry, const char *query,
                                long number)
{
    nv_error err = {0};
    nv_hit hit;
    const long before = live;
    size_t total = 7, count;
    bool has_failed;

    countdown = number;
    count = search_once(registry, query, strlen(query), &hit, 1, &total, &err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(live == before, "nothing is left");
    if (has_failed)
        CHECK(count == 0 && total == 0 && err.code == NV_ERROR_MEMORY,
              "finds nothing and says why");
    else
        CHECK(err.code == NV_OK, "found");
    return has_failed;
}

static void searching_survives_want_of_memory(void **state)
{
    nv_registry *registry =
        nv_registry_read(xml, sizeof xml - 1, "test.xml", NULL);

    (void)state;
    CHECK(registry, "the registry is read");
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        long number = 0;

        while (search_with_failure(registry, queries[i], number))
            number++;
        CHECK(number >= 4, "several allocations were tried");
    }
    nv_registry_free(registry);
}

/* A search that had no memory goes on as if nothing had been. */
static void a_search_recovers_from_want_of_memory(void **state)
{
    static const char *const typed[] = {"\"a note ", "noe here"};
    nv_registry *registry =
        nv_registry_read(xml, sizeof xml - 1, "test.xml", NULL);
    nv_finder *search =
        nv_finder_new((const nv_registry *const *)&registry, 1, NULL);
    long before = 0;

    (void)state;
    for (long number = -2; number < 60; number++) {
        size_t count;

        countdown = number < 0 ? -1 : number;
        nv_finder_run(search, typed[number & 1], 8, NULL);
        countdown = -1;
        CHECK(nv_finder_run(search, "note here", 9, NULL) == NV_SEARCH_DONE,
              "done");
        nv_finder_hits(search, &count);
        CHECK(count == 1, "found");
        /* What it keeps for the next run it has after the first ones. */
        nv_finder_run(search, "", 0, NULL);
        if (number < 0)
            before = live;
        CHECK(live <= before, "and keeps no more than it did");
    }
    nv_finder_free(search);
    nv_registry_free(registry);
}

/* An import from the file, an export of what came in, with the allocation of
 * that number failing; false when there was no such allocation any more. */
static bool exchange_with_failure(char *path, const char *form, long number)
{
    const nv_import_order order = {nv_import_format_of(form), "mine", NULL,
                                   NULL};
    nv_buffer in = NV_BUFFER_INIT, notes = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
    nv_registry *registry = NULL;
    nv_error err = {0};
    const long before = live;
    bool has_failed;

    countdown = number;
    if (nv_import(&order, &path, 1, &in, &notes, &err))
        registry = nv_registry_read(in.text, in.len, "mine", &err);
    if (registry)
        nv_export(registry, nv_export_format_of(form), NULL, 0, &out, &err);
    has_failed = countdown < 0;
    countdown = -1;
    CHECK(has_failed || err.code == NV_OK, err.message);
    CHECK(out.len > 0 || err.code != NV_OK, "a result or a sentence");
    nv_registry_free(registry);
    nv_buffer_release(&in);
    nv_buffer_release(&notes);
    nv_buffer_release(&out);
    if (live != before)
        fail_msg("allocation %ld: %ld blocks left", number, live - before);
    return has_failed;
}

static void survives_exchange(const char *form, const char *bytes)
{
    char path[] = "/tmp/nv-memory-XXXXXX";
    const int file = mkstemp(path);
    const ssize_t len = (ssize_t)strlen(bytes);
    long number = 0;

    CHECK(file >= 0 && write(file, bytes, strlen(bytes)) == len, "written");
    close(file);
    exchange_with_failure(path, form, 100000);
    while (exchange_with_failure(path, form, number))
        number++;
    unlink(path);
    CHECK(number > 100, "many allocations were tried");
}

static void exchange_survives_want_of_memory(void **state)
{
    (void)state;
    survives_exchange(
        "csl-json",
        "[{\"id\": \"a\", \"type\": \"treaty\", \"title\": \"t\", "
        "\"issued\": {\"date-parts\": [[1954, 3, 31]]}, \"x\": [1], "
        "\"custom\": "
        "{\"sources\": [{\"key\": \"s\", \"type\": \"press\", \"holds\": "
        "\"text\", \"checked\": \"no\", \"title\": \"T\", \"author\": "
        "[\"A\"]}], \"quotations\": [{\"number\": 1, \"text\": \"w\", "
        "\"language\": \"en\", \"role\": \"document\", \"original\": \"yes\", "
        "\"as\": \"edition\", \"source\": \"s\", \"status\": "
        "\"reported\"}]}}]");
    survives_exchange(
        "tei", "<TEI xml:lang=\"en\"><text><div type=\"document\" n=\"1\" "
               "xml:id=\"d1\"><head>1. Note</head><dateline>"
               "<date when=\"1954-03-31\"/></dateline><p>Words.</p><table/>"
               "</div></text></TEI>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_survives_want_of_memory),
        cmocka_unit_test(indexing_survives_want_of_memory),
        cmocka_unit_test(searching_survives_want_of_memory),
        cmocka_unit_test(exchange_survives_want_of_memory),
        cmocka_unit_test(a_search_recovers_from_want_of_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
