/* SPDX-License-Identifier: MPL-2.0 */
/* Items: from CSL-JSON, from C, and from what is neither. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "citation/item.h"

static nv_arena arena;

static int release(void **state)
{
    (void)state;
    nv_arena_release(&arena);
    return 0;
}

static const nv_csl_item *read_one(const char *members)
{
    nv_buffer json = NV_BUFFER_INIT;
    nv_error err = {0};
    const nv_csl_item *const *items;
    size_t count;

    nv_buffer_add_format(&json, "[{\"id\": \"x\", %s}]", members);
    items = nv_csl_items_read(json.text, json.len, &arena, &count, &err);
    if (!items)
        fail_msg("%s: %s", members, err.message);
    nv_buffer_release(&json);
    return items[0];
}

static const struct {
    const char *label, *members;
    nv_csl_variable variable;
    const char *wanted; /* NULL: the item has not got it */
} texts[] = {
    {"a text is kept", "\"title\": \"A\"", NV_CSL_TITLE, "A"},
    {"a number becomes its digits", "\"volume\": 12", NV_CSL_VOLUME, "12"},
    {"a number with a fraction, too", "\"volume\": 1.5", NV_CSL_VOLUME, "1.5"},
    {"an empty text is none", "\"title\": \"\"", NV_CSL_TITLE, NULL},
    {"null is none", "\"title\": null", NV_CSL_TITLE, NULL},
    {"a list is no text", "\"title\": [\"A\"]", NV_CSL_TITLE, NULL},
    {"an object is no text", "\"title\": {\"a\": 1}", NV_CSL_TITLE, NULL},
    {"truth is no text", "\"title\": true", NV_CSL_TITLE, NULL},
    {"of a doubled member the last counts",
     "\"title\": \"A\", \"title\": \"B\"", NV_CSL_TITLE, "B"},
    {"a last one that makes no sense does not",
     "\"title\": \"A\", \"title\": []", NV_CSL_TITLE, "A"},
    {"an unknown member is left out", "\"titel\": \"A\"", NV_CSL_TITLE, NULL},
    {"shortTitle is title-short", "\"shortTitle\": \"A\"", NV_CSL_TITLE_SHORT,
     "A"},
    {"journalAbbreviation is container-title-short",
     "\"journalAbbreviation\": \"J\"", NV_CSL_CONTAINER_TITLE_SHORT, "J"},
    {"event-title is event", "\"event-title\": \"E\"", NV_CSL_EVENT, "E"},
    {"the first page of a range", "\"page\": \"321-28\"", NV_CSL_PAGE_FIRST,
     "321"},
    {"before an en dash", "\"page\": \"3\\u20134\"", NV_CSL_PAGE_FIRST, "3"},
    {"of a list", "\"page\": \"12, 15\"", NV_CSL_PAGE_FIRST, "12"},
    {"its own value wins", "\"page\": \"1-2\", \"page-first\": \"9\"",
     NV_CSL_PAGE_FIRST, "9"},
    {"an extension variable", "\"quotation\": \"Q\"", NV_CSL_QUOTATION, "Q"},
    {"a date is no text", "\"issued\": \"2000\"", NV_CSL_ISSUED, NULL},
    {"the language", "\"language\": \"fr\"", NV_CSL_LANGUAGE, "fr"},
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        const nv_csl_string *string =
            nv_csl_item_string(read_one(texts[i].members), texts[i].variable);

        CHECK_STR(string ? string->text : NULL, texts[i].wanted,
                  texts[i].label);
        CHECK(!string || string->len == strlen(string->text), texts[i].label);
    }
}

static const struct {
    const char *label, *date, *wanted; /* NULL: no date */
} dates[] = {
    {"a whole day", "{\"date-parts\": [[2000, 5, 12]]}", "2000-5-12"},
    {"numbers as texts", "{\"date-parts\": [[\"2000\", \"05\"]]}", "2000-5"},
    {"44 BC", "{\"date-parts\": [[-44, 3, 15]]}", "-44-3-15"},
    {"the year 99999", "{\"date-parts\": [[99999]]}", "99999"},
    {"31 February stays as it is", "{\"date-parts\": [[2001, 2, 31]]}",
     "2001-2-31"},
    {"a year 0 is no date", "{\"date-parts\": [[0, 1, 1]]}", NULL},
    {"no parts are no date", "{\"date-parts\": [[]]}", NULL},
    {"nothing is no date", "{\"date-parts\": []}", NULL},
    {"a number is no date", "2000", NULL},
    {"null parts are no date", "{\"date-parts\": [[null]]}", NULL},
    {"a year beyond 32 bits is no date",
     "{\"date-parts\": [[99999999999999999999]]}", NULL},
    {"a month CSL has not is left out", "{\"date-parts\": [[2000, 77, 3]]}",
     "2000"},
    {"a day of 32 is left out", "{\"date-parts\": [[2000, 1, 32]]}", "2000-1"},
    {"a season", "{\"date-parts\": [[2000]], \"season\": \"2\"}", "2000 s2"},
    {"a season as a month", "{\"date-parts\": [[2000, 24]]}", "2000 s4"},
    {"a season that is a clock is left out",
     "{\"date-parts\": [[2000]], \"season\": \"22:38:38\"}", "2000"},
    {"a season beside a month is left out",
     "{\"date-parts\": [[2000, 1]], \"season\": 1}", "2000-1"},
    {"a range", "{\"date-parts\": [[2000, 1], [2001]]}", "2000-1/2001"},
    {"a range without an end", "{\"date-parts\": [[2000], [0]]}", "2000/.."},
    {"an uncertain date", "{\"date-parts\": [[2000]], \"circa\": true}",
     "2000?"},
    {"a certain one", "{\"date-parts\": [[2000]], \"circa\": \"false\"}",
     "2000"},
    {"a literal date", "{\"literal\": \"soon\"}", "(soon)"},
    {"parts are before a literal",
     "{\"date-parts\": [[2000]], \"literal\": \"soon\"}", "2000"},
    {"a raw day", "{\"raw\": \"2000-05-12\"}", "2000-5-12"},
    {"a raw month", "{\"raw\": \"May 2000\"}", "2000-5"},
    {"a raw day in words", "{\"raw\": \"May 12, 2000\"}", "2000-5-12"},
    {"a raw range", "{\"raw\": \"Spring 1999 - Summer 2001\"}",
     "1999 s1/2001 s2"},
    {"a raw range with a slash", "\"2000-05/2001-06\"", "2000-5/2001-6"},
    {"a season has no month beside it", "{\"raw\": \"Spring 1999-9\"}",
     "(Spring 1999-9)"},
    {"two months are no date", "{\"raw\": \"May June 2000\"}",
     "(May June 2000)"},
    {"a raw text is literal", "{\"raw\": \"Bogus Date\"}", "(Bogus Date)"},
    {"long digits are literal", "{\"raw\": \"20000512123456\"}",
     "(20000512123456)"},
};

static void write_day(nv_buffer *out, const nv_csl_day *day)
{
    nv_buffer_add_format(out, "%d", (int)day->year);
    if (day->month)
        nv_buffer_add_format(out, "-%d", day->month);
    if (day->day)
        nv_buffer_add_format(out, "-%d", day->day);
    if (day->season)
        nv_buffer_add_format(out, " s%d", day->season);
}

static void write_date(nv_buffer *out, const nv_csl_date *date)
{
    if (date->literal) {
        nv_buffer_add_format(out, "(%s)", date->literal);
        return;
    }
    write_day(out, &date->first);
    if (date->is_range && !date->is_open) {
        nv_buffer_add_char(out, '/');
        write_day(out, &date->last);
    }
    nv_buffer_add_text(out, date->is_open ? "/.." : "");
    nv_buffer_add_text(out, date->is_uncertain ? "?" : "");
}

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(dates); i++) {
        nv_buffer json = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
        const nv_csl_date *date;

        nv_buffer_add_format(&json, "\"issued\": %s", dates[i].date);
        date = nv_csl_item_date(read_one(json.text), NV_CSL_ISSUED);
        if (date)
            write_date(&out, date);
        CHECK_STR(date ? out.text : NULL, dates[i].wanted, dates[i].label);
        nv_buffer_release(&json);
        nv_buffer_release(&out);
    }
}

static const struct {
    const char *label, *names, *wanted; /* NULL: no names */
} lists[] = {
    {"family and given", "[{\"family\": \"F\", \"given\": \"G\"}]", "F,G"},
    {"several names", "[{\"family\": \"F\"}, {\"family\": \"H\"}]", "F,;H,"},
    {"a literal has no other part", "[{\"literal\": \"L\", \"family\": \"F\"}]",
     "=L"},
    {"an institution is literal",
     "[{\"family\": \"F\", \"isInstitution\": \"true\"}]", "=F"},
    {"empty parts are none", "[{\"family\": \"\", \"given\": \"\"}]", NULL},
    {"an empty name is left out", "[{}, {\"family\": \"F\"}]", "F,"},
    {"what is no name is left out", "[1, null, \"x\", {\"family\": \"F\"}]",
     "F,"},
    {"no names are none", "[]", NULL},
    {"a text is no list of names", "\"F\"", NULL},
    {"parts of a wrong type are none", "[{\"family\": \"F\", \"given\": [1]}]",
     "F,"},
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++) {
        nv_buffer json = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
        const nv_csl_names *list;

        nv_buffer_add_format(&json, "\"author\": %s", lists[i].names);
        list = nv_csl_item_names(read_one(json.text), NV_CSL_AUTHOR);
        for (size_t at = 0; list && at < list->count; at++) {
            const nv_csl_name *name = &list->names[at];

            nv_buffer_add_text(&out, at ? ";" : "");
            if (name->literal)
                nv_buffer_add_format(&out, "=%s", name->literal);
            else
                nv_buffer_add_format(&out, "%s,%s",
                                     name->family ? name->family : "",
                                     name->given ? name->given : "");
        }
        CHECK_STR(list ? out.text : NULL, lists[i].wanted, lists[i].label);
        nv_buffer_release(&json);
        nv_buffer_release(&out);
    }
}

static const struct {
    const char *label, *json;
    nv_error_code code;
    int line;
} failures[] = {
    {"what is not JSON is refused", "[\n{", NV_ERROR_FORMAT, 2},
    {"an object is no list", "{}", NV_ERROR_FORMAT, 1},
    {"an item without id is refused", "[\n{\"title\": \"A\"}]", NV_ERROR_FORMAT,
     2},
    {"an item with an empty id is refused", "[{\"id\": \"\"}]", NV_ERROR_FORMAT,
     1},
    {"an id may not be a list", "[{\"id\": [1]}]", NV_ERROR_FORMAT, 1},
    {"an item that is a number is refused", "[\n\n7]", NV_ERROR_FORMAT, 3},
    {"the id of another is refused",
     "[{\"id\": \"a\"},\n{\"id\": \"b\"},\n{\"id\": \"a\"}]", NV_ERROR_FORMAT,
     3},
    {"bytes that are no UTF-8 are refused", "[{\"id\": \"\xFF\"}]",
     NV_ERROR_FORMAT, 1},
};

static void test_failures(void **state)
{
    nv_buffer deep = NV_BUFFER_INIT;
    nv_error err = {0};
    size_t count;

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(failures); i++) {
        err = (nv_error){0};
        CHECK(!nv_csl_items_read(failures[i].json, strlen(failures[i].json),
                                 &arena, &count, &err),
              failures[i].label);
        if (err.code != failures[i].code || err.line != failures[i].line)
            fail_msg("%s: got code %d, line %d: %s", failures[i].label,
                     err.code, err.line, err.message);
    }
    for (int i = 0; i < 1000; i++)
        nv_buffer_add_char(&deep, '[');
    err = (nv_error){0};
    CHECK(!nv_csl_items_read(deep.text, deep.len, &arena, &count, &err) &&
              err.code == NV_ERROR_LIMIT,
          "lists 1,000 deep are refused");
    nv_buffer_release(&deep);
}

static void test_ids(void **state)
{
    static const char json[] = "[{\"id\": 7}, {\"id\": \"seven\"}]";
    const nv_csl_item *const *items;
    size_t count;

    (void)state;
    items = nv_csl_items_read(json, strlen(json), &arena, &count, NULL);
    CHECK(items && count == 2, "both are read");
    CHECK_STR(items[0]->id, "7", "a number as id becomes its digits");
    CHECK(items[0]->type == NV_CSL_TYPE_UNKNOWN, "a type may be missing");
    CHECK(read_one("\"type\": \"treaty\"")->type == NV_CSL_TYPE_TREATY,
          "a type is known by its word");
    CHECK(read_one("\"type\": [\"book\"]")->type == NV_CSL_TYPE_UNKNOWN,
          "a type is a text");
}

/* A name and a title of 1 MiB, and 20,000 items with names of particles. */
static void test_size(void **state)
{
    nv_buffer json = NV_BUFFER_INIT;
    const nv_csl_item *const *items;
    size_t count;

    (void)state;
    nv_buffer_add_text(&json, "[{\"id\": \"long\", \"author\": "
                              "[{\"given\": \"G\", \"family\": \"");
    for (int i = 0; i < 1024 * 1024 / 4; i++)
        nv_buffer_add_text(&json, "van ");
    nv_buffer_add_text(&json, "\"}]}");
    for (int i = 0; i < 20000; i++)
        nv_buffer_add_format(&json, ",{\"id\": %d, \"title\": \"T\"}", i);
    nv_buffer_add_text(&json, "]");
    items = nv_csl_items_read(json.text, json.len, &arena, &count, NULL);
    CHECK(items && count == 20001, "all are read");
    CHECK(nv_csl_item_has(items[0], NV_CSL_AUTHOR),
          "a name of 1 MiB is a name");
    nv_buffer_release(&json);
}

/* `count` people with a name each wrote the item. */
static bool reads_authors(int count, nv_error *err)
{
    nv_buffer json = NV_BUFFER_INIT;
    bool is_read;
    size_t items;

    nv_buffer_add_text(&json, "[{\"id\": \"many\",\n\"author\": [");
    for (int i = 0; i < count; i++)
        nv_buffer_add_format(&json, "%s{\"family\":\"a\"}", i ? "," : "");
    nv_buffer_add_text(&json, "]}]");
    is_read = nv_csl_items_read(json.text, json.len, &arena, &items, err);
    nv_buffer_release(&json);
    return is_read;
}

static void test_many_names(void **state)
{
    nv_error err = {0};

    (void)state;
    CHECK(reads_authors(UINT16_MAX, &err), "65,535 names are read");
    CHECK(!reads_authors(UINT16_MAX + 1, &err), "one more is refused");
    assert_int_equal(err.code, NV_ERROR_LIMIT);
    CHECK_STR(err.message,
              "The items can't be read: 65536 names are listed as author, more "
              "than 65535 (line 2). Leave some out.",
              "and the message says which");
}

static void test_building(void **state)
{
    const nv_csl_name names[] = {{.family = "F", .given = ""},
                                 {.literal = "L"}};
    const nv_csl_date day = {.first = {.year = 1899, .month = 7}};
    nv_csl_item_builder builder = {.arena = &arena, .id = "b"};
    const nv_csl_item *item;

    (void)state;
    CHECK(nv_csl_item_set_text(&builder, NV_CSL_TITLE, "A <i>b</i>", 10) &&
              nv_csl_item_set_text(&builder, NV_CSL_VOLUME, "3", 1) &&
              nv_csl_item_set_text(&builder, NV_CSL_VOLUME, "4", 1) &&
              nv_csl_item_set_text(&builder, NV_CSL_GENRE, "x", 1) &&
              nv_csl_item_set_text(&builder, NV_CSL_GENRE, NULL, 0) &&
              nv_csl_item_set_names(&builder, NV_CSL_AUTHOR, names, 2) &&
              nv_csl_item_set_date(&builder, NV_CSL_ISSUED, &day),
          "there is memory");
    item = nv_csl_item_finish(&builder);
    CHECK(item != NULL, "there is memory");
    CHECK(nv_csl_item_string(item, NV_CSL_TITLE)->has_markup,
          "markup is noticed");
    CHECK_STR(nv_csl_item_string(item, NV_CSL_VOLUME)->text, "4",
              "a variable set twice keeps the last");
    CHECK(!nv_csl_item_has(item, NV_CSL_GENRE), "a missing text removes it");
    CHECK(!nv_csl_item_names(item, NV_CSL_AUTHOR)->names[0].given,
          "an empty part is none");
    CHECK(nv_csl_item_date(item, NV_CSL_ISSUED)->first.year == 1899,
          "a date is kept");
    CHECK(!nv_csl_item_string(item, NV_CSL_AUTHOR) &&
              !nv_csl_item_date(item, NV_CSL_TITLE) &&
              !nv_csl_item_names(item, NV_CSL_ISSUED) &&
              !nv_csl_item_has(item, NV_CSL_NO_VARIABLE),
          "a variable of another class gives nothing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_texts, release),
        cmocka_unit_test_teardown(test_dates, release),
        cmocka_unit_test_teardown(test_names, release),
        cmocka_unit_test_teardown(test_failures, release),
        cmocka_unit_test_teardown(test_ids, release),
        cmocka_unit_test_teardown(test_size, release),
        cmocka_unit_test_teardown(test_many_names, release),
        cmocka_unit_test_teardown(test_building, release),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
