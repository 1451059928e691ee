/* SPDX-License-Identifier: MPL-2.0 */
/* nv_import() on files nobody should have to trust: one sentence for each
 * fault, and never a crash. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/array.h"
#include "base/json.h"
#include "registry/exchange/export.h"
#include "registry/exchange/import.h"
#include "shipped.h"

#define ITEM "{\"id\": \"a\", \"type\": \"speech\", \"title\": \"t\", "
#define DAY "\"issued\": {\"date-parts\": [[1954, 3, 31]]}"
#define TEI(body)                                                            \
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"en\"><text>" body \
    "</text></TEI>"
#define DIV(inside) "<div type=\"document\" xml:id=\"d1\">" inside "</div>"
#define TEN "0123456789"
#define LINE "<dateline><date when=\"1954-03-31\"/></dateline>"

typedef struct {
    nv_buffer out, notes;
    nv_error err;
    bool is_imported;
} result;

static result import(const char *format, const char *bytes, size_t len)
{
    char path[] = "/tmp/nv-import-XXXXXX";
    char *paths[] = {path};
    const int file = mkstemp(path);
    const nv_import_order order = {nv_import_format_of(format), "mine", NULL,
                                   NULL};
    result got = {NV_BUFFER_INIT, NV_BUFFER_INIT, {0}, false};

    assert_true(file >= 0 && write(file, bytes, len) == (ssize_t)len);
    close(file);
    got.is_imported =
        nv_import(&order, paths, 1, &got.out, &got.notes, &got.err);
    unlink(path);
    return got;
}

static void release(result *got)
{
    nv_buffer_release(&got->out);
    nv_buffer_release(&got->notes);
}

static void refuses(const char *label, const char *format, const char *bytes,
                    size_t len, nv_error_code code, const char *sentence)
{
    result got = import(format, bytes, len);

    CHECK(!got.is_imported, label);
    if (got.err.code != code || !strstr(got.err.message, sentence))
        fail_msg("%s: says %s", label, got.err.message);
    CHECK(!strchr(got.err.message, '\n'), label);
    release(&got);
}

static const struct {
    const char *label, *format, *bytes;
    nv_error_code code;
    const char *sentence;
} refused[] = {
    {"an empty file", "csl-json", "", NV_ERROR_FORMAT,
     ":1: the file is cut off"},
    {"no JSON", "csl-json", "<a/>", NV_ERROR_FORMAT, ":1: this is not JSON"},
    {"JSON that is cut", "csl-json", "[\n{\"id\": \"a", NV_ERROR_FORMAT,
     ":2: the file ends in the middle of a text"},
    {"JSON that is cut in a list", "csl-json", "[{}\n", NV_ERROR_FORMAT,
     ":2: the file is cut off"},
    {"a word that is none", "csl-json", "[nul]", NV_ERROR_FORMAT,
     "a value was expected"},
    {"a comma too many", "csl-json", "[{},]", NV_ERROR_FORMAT,
     "a value was expected"},
    {"a name without quotes", "csl-json", "[{id: 1}]", NV_ERROR_FORMAT,
     "the name of a member was expected"},
    {"a number that begins with 0", "csl-json", "[01]", NV_ERROR_FORMAT,
     "a value was expected"},
    {"two values", "csl-json", "[]\n[]", NV_ERROR_FORMAT,
     ":2: something stands behind the end of the JSON"},
    {"half a surrogate pair", "csl-json", "[\"\\ud800\"]", NV_ERROR_FORMAT,
     "half a surrogate pair"},
    {"the other half", "csl-json", "[\"\\udc00\"]", NV_ERROR_FORMAT,
     "no character"},
    {"an escape that is none", "csl-json", "[\"\\x\"]", NV_ERROR_FORMAT,
     "needs none"},
    {"an escape that is cut", "csl-json", "[\"\\u12", NV_ERROR_FORMAT,
     "no character"},
    {"a backslash at the end", "csl-json", "[\"\\", NV_ERROR_FORMAT,
     "needs none"},
    {"an escaped NUL", "csl-json", "[\"\\u0000\"]", NV_ERROR_FORMAT,
     "the character NUL"},
    {"a byte that is no UTF-8", "csl-json", "[\n\"\xff\"]", NV_ERROR_FORMAT,
     ":2: a byte is not UTF-8"},
    {"a text over two lines", "csl-json", "[\"a\nb\"]", NV_ERROR_FORMAT,
     "a line end"},
    {"JSON that is no list", "csl-json", "1e999999", NV_ERROR_FORMAT,
     "no list of items"},
    {"no item at all", "csl-json", "[]", NV_ERROR_ARGUMENT, "no document"},
    {"no XML", "tei", "{}", NV_ERROR_FORMAT, "not well-formed XML"},
    {"XML that is cut", "tei", "<TEI><text>", NV_ERROR_FORMAT,
     "not well-formed XML"},
    {"XML that is no TEI", "tei", "<html/>", NV_ERROR_FORMAT,
     "this is XML but no TEI"},
    {"a DOCTYPE", "tei", "<!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI/>",
     NV_ERROR_FORMAT, "a DOCTYPE is not allowed"},
    {"an entity", "tei", "<TEI>&a;</TEI>", NV_ERROR_FORMAT,
     "not well-formed XML"},
    {"bytes that are no UTF-8", "tei", "<TEI>\xff</TEI>", NV_ERROR_FORMAT,
     "not well-formed XML"},
    {"TEI without a document", "tei", TEI("<body/>"), NV_ERROR_ARGUMENT,
     "no document"},
};

static void files_that_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(refused); i++)
        refuses(refused[i].label, refused[i].format, refused[i].bytes,
                strlen(refused[i].bytes), refused[i].code, refused[i].sentence);
}

static void a_nul_byte_is_refused(void **state)
{
    (void)state;
    refuses("a NUL byte in JSON", "csl-json", "[\0]", 3, NV_ERROR_FORMAT,
            "a NUL byte");
}

/* `open` ten thousand times. */
static void refuses_depth(const char *format, const char *open,
                          const char *sentence)
{
    nv_buffer bytes = NV_BUFFER_INIT;

    for (int i = 0; i < 10000; i++)
        nv_buffer_add_text(&bytes, open);
    refuses("10,000 levels", format, bytes.text, bytes.len, NV_ERROR_LIMIT,
            sentence);
    nv_buffer_release(&bytes);
}

static void what_is_nested_too_deep_is_refused(void **state)
{
    (void)state;
    refuses_depth("csl-json", "[", "nested deeper than 64");
    refuses_depth("csl-json", "{\"a\":", "nested deeper than 64");
    refuses_depth("tei", "<TEI>", "nested too deep");
}

/* An import of one good item and one that has a fault: the good one is there
 * and the note says what is wrong with the other. */
static const struct {
    const char *label, *format, *bytes, *note;
} noted[] = {
    {"a missing date", "csl-json",
     "[" ITEM DAY
     "},\n{\"id\": \"b\", \"type\": \"speech\", \"title\": \"t\"}]",
     ":2: item “b” is left out: it has no date"},
    {"a year alone", "csl-json",
     "[" ITEM DAY
     "},\n{\"id\": \"b\", \"issued\": {\"date-parts\": [[1954]]}}]",
     ":2: item “b” is left out: it has no date of a day or a month (“1954”)"},
    {"a day that does not exist", "csl-json",
     "[" ITEM DAY
     "},\n{\"id\": \"b\", \"issued\": {\"date-parts\": [[1954, 2, 30]]}}]",
     "“issued” is not carried over: it is no date"},
    {"a name that is cut within a character", "csl-json",
     "[" ITEM DAY ", \"" TEN TEN TEN "123456789\u00e9\": 1}]",
     TEN TEN TEN "123456789?” is not carried over"},
    {"a huge number", "csl-json",
     "[" ITEM DAY ", \"event-date\": {\"date-parts\": [[1e400, "
     "99999999999999999999]]}}]",
     "“event-date” is not carried over"},
    {"the same id twice", "csl-json", "[" ITEM DAY "},\n" ITEM DAY "}]",
     ":2: item “a” is left out: another one of the file has this id"},
    {"a variable of others", "csl-json",
     "[" ITEM DAY ",\n \"abstract\": \"x\"}]",
     ":2: item “a”: “abstract” is not carried over"},
    {"a party nobody knows", "csl-json",
     "[" ITEM DAY ", \"party\": [{\"literal\": \"Ruritania\"}]}]",
     "party “Ruritania” is not carried over"},
    {"an address of another sort", "csl-json",
     "[" ITEM DAY ", \"URL\": \"javascript:1\"}]", "“URL” is not carried over"},
    {"no language", "csl-json", "[" ITEM DAY "}]", "nothing says its language"},
    {"what is no item", "csl-json", "[" ITEM DAY "},\n7]",
     ":2: This is no item"},
    {"a quotation without a source", "csl-json",
     "[" ITEM DAY ", \"custom\": {\"quotations\": [{\"text\": \"x\"}]}}]",
     "a quotation is not carried over"},
    {"a span that ends first", "csl-json",
     "[" ITEM "\"issued\": {\"date-parts\": [[1954, 3, 31], [1954, 3, 1]]}}]",
     "the end of its date (“1954-03-01”) is not carried over"},
    {"a document without a date", "tei",
     TEI(DIV("<head>Note</head>" LINE) "\n<div type=\"document\">x</div>"),
     ":2: item “document” is left out: it has no date"},
    {"the same xml:id twice", "tei",
     TEI(DIV("<head>Note</head>" LINE) "\n" DIV("")),
     ":2: item “d1” is left out: another one of the file has this xml:id"},
    {"a table", "tei", TEI(DIV("<head>Note</head>" LINE "\n<table/>")),
     ":2: item “d1”: <table> is not carried over"},
    {"a footnote", "tei",
     TEI(DIV("<head>Note</head>" LINE "<p>a\n<note>b</note></p>")),
     ":2: item “d1”: <note> is not carried over"},
    {"a heading that says nothing", "tei", TEI(DIV("<head>Hm</head>" LINE)),
     "it is entered as a statement"},
    {"words without a language", "tei",
     "<TEI><text>" DIV("<head>Note</head>" LINE "<p>a</p>") "</text></TEI>",
     "<p> is not carried over: nothing says its language"},
    {"a source that can't be named", "tei",
     TEI(DIV("<head>Note</head>" LINE "<p>a</p>")), "not offered"},
};

static void what_is_lost_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(noted); i++) {
        result got =
            import(noted[i].format, noted[i].bytes, strlen(noted[i].bytes));

        if (!got.is_imported)
            fail_msg("%s: %s %s", noted[i].label, got.err.message,
                     got.notes.text);
        if (!strstr(got.notes.text, noted[i].note))
            fail_msg("%s: says %s", noted[i].label, got.notes.text);
        release(&got);
    }
}

static void an_event_has_255_quotations_and_no_more(void **state)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    result got;

    (void)state;
    nv_buffer_add_text(&bytes, "<TEI xml:lang=\"en\"><div type=\"document\">"
                               "<head>Note</head>" LINE);
    for (int i = 0; i < 300; i++)
        nv_buffer_add_text(&bytes, "<p>Words.</p>");
    nv_buffer_add_text(&bytes, "</div></TEI>");
    got = import("tei", bytes.text, bytes.len);
    CHECK(got.is_imported, got.err.message);
    CHECK(strstr(got.out.text, "number=\"255\""), "the last one");
    CHECK(strstr(got.notes.text, "no more than 255 quotations"), "is said");
    nv_buffer_release(&bytes);
    release(&got);
}

static void a_pack_has_a_name_that_can_be_one(void **state)
{
    const nv_import_order order = {nv_import_format_of("tei"), "No Name", NULL,
                                   NULL};
    nv_buffer out = NV_BUFFER_INIT, notes = NV_BUFFER_INIT;
    nv_error err = {0};
    char *paths[] = {"none"};

    (void)state;
    CHECK(!nv_import(&order, paths, 1, &out, &notes, &err), "the name");
    CHECK(strstr(err.message, "can't be the name of a pack"), err.message);
    nv_buffer_release(&out);
    nv_buffer_release(&notes);
}

/* Every prefix of a good file is refused or imported, and nothing else. */
static void a_file_cut_anywhere_is_no_crash(void **state)
{
    static const char tei[] =
        TEI(DIV("<head>1. Note</head>" LINE "<p>a &amp; b</p>"));
    static const char csl[] =
        "[" ITEM DAY ", \"x\": [null, true, -1.5e+3, \"\\u00e9\\n\"]}]";

    (void)state;
    for (size_t len = 0; len < sizeof tei; len++) {
        result got = import("tei", tei, len);

        CHECK(got.is_imported == !got.err.code, "tei");
        release(&got);
    }
    for (size_t len = 0; len < sizeof csl; len++) {
        result got = import("csl-json", csl, len);

        CHECK(got.is_imported == !got.err.code, "csl-json");
        release(&got);
    }
}

/* All we ship, out and in again, under the sanitizers. */
static void the_shipped_registry_goes_out_and_comes_back(void **state)
{
    nv_error err = {0};
    nv_registry *registry = open_shipped(&err), *again;
    nv_buffer out = NV_BUFFER_INIT;
    result got;

    (void)state;
    assert_non_null(registry);
    assert_true(nv_export(registry, nv_export_format_of("csl-json"), NULL, 0,
                          &out, &err));
    got = import("csl-json", out.text, out.len);
    CHECK(got.is_imported, got.err.message);
    again = nv_registry_read(got.out.text, got.out.len, "again", &err);
    assert_non_null(again);
    CHECK(nv_registry_event_count(again) == nv_registry_event_count(registry),
          "as many events");
    nv_registry_free(again);
    nv_registry_free(registry);
    nv_buffer_release(&out);
    release(&got);
}

static void json_is_read_as_it_is_written(void **state)
{
    static const char text[] = "\"\\\b\n\x01 é 😀";
    nv_buffer out = NV_BUFFER_INIT;
    nv_json_writer json = {.out = &out};
    nv_arena arena = {0};
    nv_error err = {0};
    const nv_json *read;

    (void)state;
    nv_json_open(&json, NULL, '{');
    nv_json_add_text(&json, text, text);
    nv_json_close(&json, '}');
    read = nv_json_read(out.text, out.len, &arena, &err);
    CHECK_STR(nv_json_text(read, text), text, "a text survives");
    read = nv_json_read("[\"\\uD83D\\uDE00\"]", 16, &arena, &err);
    CHECK_STR(read ? read->first->text : err.message, "😀", "a pair is one");
    nv_arena_release(&arena);
    nv_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_that_are_refused),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(what_is_nested_too_deep_is_refused),
        cmocka_unit_test(what_is_lost_is_said),
        cmocka_unit_test(an_event_has_255_quotations_and_no_more),
        cmocka_unit_test(a_pack_has_a_name_that_can_be_one),
        cmocka_unit_test(a_file_cut_anywhere_is_no_crash),
        cmocka_unit_test(the_shipped_registry_goes_out_and_comes_back),
        cmocka_unit_test(json_is_read_as_it_is_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
