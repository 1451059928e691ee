/* SPDX-License-Identifier: MPL-2.0 */
/* Telling items apart: given names, further names, the condition, year
 * suffixes, and what it costs. */
#include "check.h"

#include "base/array.h"
#include "base/buffer.h"
#include "citation/apart.h"
#include "citation/text.h"

#define STYLE(options, layout) \
    STYLE_WITH(options, layout, "<text variable='title'/>")
#define STYLE_WITH(options, layout, entry)                             \
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "    \
    "class='in-text'><info><title>t</title><id>t</id>"                 \
    "<updated>2020-01-01T00:00:00Z</updated></info>"                   \
    "<locale><terms><term name='et-al'>et al.</term></terms></locale>" \
    "<citation et-al-min='3' et-al-use-first='1' " options             \
    "><layout delimiter='; '><group delimiter=' '>" layout             \
    "</group></layout></citation><bibliography><sort>"                 \
    "<key variable='title'/></sort><layout>" entry                     \
    "</layout></bibliography></style>"
#define SHORT "<names variable='author'><name form='short'/></names>"
#define INITIALS                                                        \
    "<names variable='author'><name form='short' initialize-with='.'/>" \
    "</names>"
#define YEAR "<date variable='issued'><date-part name='year'/></date>"
#define IF(layout) "<choose><if disambiguate='true'>" layout "</if></choose>"
#define GIVEN "disambiguate-add-givenname='true' "
#define NAMES "disambiguate-add-names='true' "
#define SUFFIX "disambiguate-add-year-suffix='true' "
#define RULE(rule) "givenname-disambiguation-rule='" rule "' "

/* Each item by its names, "Family,Given;Family,Given", in the order of the
 * cites; all of 2000, and titled A, B ... in that order. */
static const struct {
    const char *label, *style, *names[5], *wanted;
} cases[] = {
    {"items that read the same stay so if the style does nothing",
     STYLE("", SHORT YEAR),
     {"Doe,John", "Doe,Jane"},
     "Doe 2000; Doe 2000"},
    {"a given name tells two apart",
     STYLE(GIVEN, SHORT YEAR),
     {"Doe,John", "Doe,Jane", "Roe,Al"},
     "John Doe 2000; Jane Doe 2000; Roe 2000"},
    {"initials are enough where they differ",
     STYLE(GIVEN, INITIALS YEAR),
     {"Doe,John", "Doe,Al"},
     "J. Doe 2000; A. Doe 2000"},
    {"and given names where they do not",
     STYLE(GIVEN, INITIALS YEAR),
     {"Doe,John", "Doe,Jane", "Doe,Al"},
     "John Doe 2000; Jane Doe 2000; A. Doe 2000"},
    {"an item that reads otherwise is left alone",
     STYLE(GIVEN, "<names variable='author'><name form='short'/></names>"
                  "<text variable='title'/>"),
     {"Doe,John", "Doe,Jane"},
     "Doe A; Doe B"},
    {"but not by a rule for all names",
     STYLE(GIVEN RULE("all-names"), SHORT "<text variable='title'/>"),
     {"Doe,John", "Doe,Jane", "Roe,Al"},
     "John Doe A; Jane Doe B; Roe C"},
    {"spaces do not make another name",
     STYLE(GIVEN RULE("all-names"), INITIALS "<text variable='title'/>"),
     {"Doe,J. J.", "Doe,J.J."},
     "Doe A; Doe B"},
    {"initials only, whatever they leave",
     STYLE(GIVEN RULE("all-names-with-initials"),
           INITIALS "<text variable='title'/>"),
     {"Doe,John", "Doe,Jane", "Doe,Al"},
     "J. Doe A; J. Doe B; A. Doe C"},
    {"the first name only",
     STYLE(GIVEN RULE("primary-name"), SHORT "<text variable='title'/>"),
     {"Doe,John;Roe,Al", "Doe,Jane;Roe,Bo"},
     "John Doe, Roe A; Jane Doe, Roe B"},
    {"a further name tells two apart",
     STYLE(NAMES, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Dd,X;Ee,X"},
     "Aa, Bb, et al. 2000; Aa, Dd, et al. 2000"},
    {"names on the way to it are printed",
     STYLE(NAMES, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Bb,X;Dd,X"},
     "Aa, Bb, Cc 2000; Aa, Bb, Dd 2000"},
    {"a name more, though it is the last of one",
     STYLE(NAMES, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Bb,X;Cc,X;Dd,X"},
     "Aa, Bb, Cc 2000; Aa, Bb, Cc, et al. 2000"},
    {"names that tell nothing apart are not printed",
     STYLE(NAMES, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Bb,X;Cc,X"},
     "Aa et al. 2000; Aa et al. 2000"},
    {"what helps some is kept",
     STYLE(NAMES, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Bb,X;Cc,X", "Aa,X;Dd,X;Ee,X"},
     "Aa, Bb, et al. 2000; Aa, Bb, et al. 2000; Aa, Dd, et al. 2000"},
    {"the given name of a further name",
     STYLE(NAMES GIVEN, SHORT YEAR),
     {"Aa,X;Bb,X;Cc,X", "Aa,X;Bb,Y;Cc,X"},
     "Aa, X Bb, et al. 2000; Aa, Y Bb, et al. 2000"},
    {"the condition holds where it helps",
     STYLE("", SHORT YEAR IF("<text variable='title'/>")),
     {"Doe,John", "Doe,Jane", "Roe,Al"},
     "Doe 2000 A; Doe 2000 B; Roe 2000"},
    {"and not where it does not",
     STYLE("", SHORT YEAR IF("<text value='!'/>")),
     {"Doe,John", "Doe,Jane"},
     "Doe 2000; Doe 2000"},
    {"as many conditions as it needs",
     STYLE("", SHORT IF("<text value='!'/>") IF("<text variable='title'/>")
                   IF("<text value='?'/>")),
     {"Doe,John", "Doe,Jane"},
     "Doe ! A; Doe ! B"},
    {"year suffixes for what is left",
     STYLE(SUFFIX, SHORT YEAR),
     {"Doe,John", "Doe,Jane", "Roe,Al"},
     "Doe 2000a; Doe 2000b; Roe 2000"},
    {"year suffixes after given names",
     STYLE(GIVEN SUFFIX, SHORT YEAR),
     {"Doe,John", "Doe,Jane", "Doe,John"},
     "John Doe 2000a; Jane Doe 2000; John Doe 2000b"},
    {"items that print nothing are not ambiguous",
     STYLE(SUFFIX, "<text variable='genre'/>" IF("<text value='!'/>")),
     {"Doe,John", "Doe,Jane"},
     "[CSL STYLE ERROR: reference with no printed form.]; "
     "[CSL STYLE ERROR: reference with no printed form.]"},
};

/* A document of one cluster that cites all items of a JSON array in order. */
typedef struct document {
    nv_arena arena;
    nv_csl_style *style;
    nv_csl_lexicon *lexicon;
    nv_csl_processor *processor;
    const nv_csl_item *const *items;
    size_t count;
} document;

static void update(document *document, const char *label)
{
    nv_error err = {.code = NV_OK};
    nv_csl_changes changes;

    if (!nv_csl_processor_update(document->processor, &changes, &err))
        fail_msg("%s: %s", label, err.message);
}

static void cite_all(document *document, const char *label)
{
    nv_error err = {.code = NV_OK};
    nv_csl_cite *cites =
        nv_arena_array(&document->arena, document->count, sizeof *cites);

    for (size_t i = 0; i < document->count; i++)
        cites[i].item = document->items[i]->id;
    if (!nv_csl_processor_put_items(document->processor, document->items,
                                    document->count, &err) ||
        !nv_csl_processor_insert(
            document->processor, 0,
            &(nv_csl_cluster){
                .id = "c", .cites = cites, .cite_count = document->count},
            &err))
        fail_msg("%s: %s", label, err.message);
    update(document, label);
}

static void open_document(document *document, const char *style,
                          const nv_buffer *json, const char *label)
{
    nv_error err = {.code = NV_OK};

    *document = (struct document){.count = 0};
    document->style = nv_csl_style_read(style, strlen(style), &err);
    if (document->style)
        document->lexicon =
            nv_csl_lexicon_new(document->style, NULL, NULL, 0, &err);
    if (document->lexicon)
        document->processor =
            nv_csl_processor_new(document->lexicon, NULL, &err);
    document->items = nv_csl_items_read(json->text, json->len, &document->arena,
                                        &document->count, &err);
    if (!document->processor || !document->items)
        fail_msg("%s: %s", label, err.message);
    cite_all(document, label);
}

static void close_document(document *document)
{
    nv_csl_processor_free(document->processor);
    nv_csl_lexicon_free(document->lexicon);
    nv_csl_style_free(document->style);
    nv_arena_release(&document->arena);
}

/* "Family,Given;Family,Given" as the names of an item. */
static void add_item(nv_buffer *json, size_t index, const char *names)
{
    nv_buffer_add_format(json,
                         "%s{\"id\":\"%zu\",\"type\":\"book\","
                         "\"title\":\"%c\",\"issued\":{\"date-parts\":"
                         "[[2000]]},\"author\":[{\"family\":\"",
                         index ? "," : "", index, (char)('A' + index % 26));
    for (; *names; names++)
        if (*names == ',')
            nv_buffer_add_text(json, "\",\"given\":\"");
        else if (*names == ';')
            nv_buffer_add_text(json, "\"},{\"family\":\"");
        else
            nv_buffer_add_char(json, *names);
    nv_buffer_add_text(json, "\"}]}");
}

static void test_cases(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer json = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
        document document;

        nv_buffer_add_char(&json, '[');
        for (size_t k = 0; k < 5 && cases[i].names[k]; k++)
            add_item(&json, k, cases[i].names[k]);
        nv_buffer_add_char(&json, ']');
        open_document(&document, cases[i].style, &json, cases[i].label);
        nv_csl_text_write_plain(nv_csl_processor_text(document.processor, "c"),
                                &out);
        CHECK_STR(out.text, cases[i].wanted, cases[i].label);
        close_document(&document);
        nv_buffer_release(&json);
        nv_buffer_release(&out);
    }
}

/* How many cites are rendered to tell `count` items by one author apart. */
static uint64_t renders_of(const char *style, size_t count, const char *names,
                           const char *label)
{
    nv_buffer json = NV_BUFFER_INIT;
    document document;
    uint64_t renders;

    nv_buffer_add_char(&json, '[');
    for (size_t i = 0; i < count; i++)
        add_item(&json, i, names);
    nv_buffer_add_char(&json, ']');
    open_document(&document, style, &json, label);
    renders = document.processor->apart->renders;
    close_document(&document);
    nv_buffer_release(&json);
    return renders;
}

/* A list of so many names. */
static void add_names(nv_buffer *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        nv_buffer_add_format(names, "%sFamily%zu,Given", i ? ";" : "", i);
}

static void test_growth(void **unused)
{
    static const char label[] = "5,000 items by one author";
    static const char style[] = STYLE(NAMES GIVEN SUFFIX, INITIALS YEAR);
    const uint64_t few = renders_of(style, 500, "Doe,John", label);
    const uint64_t many = renders_of(style, 5000, "Doe,John", label);

    (void)unused;
    print_message("  500 items: %lu renders, 5000: %lu\n", (unsigned long)few,
                  (unsigned long)many);
    CHECK(many <= 10 * few, label);
    CHECK(many <= 4 * 5000, label);
}

static void test_many_names(void **unused)
{
    static const char label[] = "two items by the same thousand authors";
    static const char style[] = STYLE(NAMES GIVEN SUFFIX, INITIALS YEAR);
    nv_buffer names = NV_BUFFER_INIT;

    (void)unused;
    add_names(&names, 1000);
    CHECK(renders_of(style, 2, names.text, label) <= 8, label);
    nv_buffer_release(&names);
}

static const char *text_of(const document *document, nv_buffer *out)
{
    nv_buffer_truncate(out, 0);
    nv_csl_text_write_plain(nv_csl_processor_text(document->processor, "c"),
                            out);
    return out->text;
}

static void cite_again(document *document, const nv_csl_cite cites[],
                       size_t count, const char *label)
{
    nv_error err = {.code = NV_OK};
    const nv_csl_cluster cluster = {
        .id = "c", .cites = cites, .cite_count = count};

    if (!nv_csl_processor_replace(document->processor, &cluster, &err))
        fail_msg("%s: %s", label, err.message);
    update(document, label);
}

static void test_changes(void **unused)
{
    static const char label[] = "an item that goes and comes";
    static const char style[] = STYLE(GIVEN, SHORT YEAR);
    static const nv_csl_cite cites[] = {
        {.item = "0"}, {.item = "2"}, {.item = "1"}};
    nv_buffer json = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
    document document;
    uint64_t renders;

    (void)unused;
    nv_buffer_add_char(&json, '[');
    add_item(&json, 0, "Doe,John");
    add_item(&json, 1, "Doe,Jane");
    add_item(&json, 2, "Roe,Al");
    nv_buffer_add_char(&json, ']');
    open_document(&document, style, &json, label);
    renders = document.processor->apart->renders;
    cite_again(&document, cites, 2, label);
    CHECK_STR(text_of(&document, &out), "Doe 2000; Roe 2000",
              "one that is alone again is short again");
    CHECK(document.processor->apart->renders == renders,
          "items that have not changed are not rendered again");
    cite_again(&document, cites, 3, label);
    CHECK_STR(text_of(&document, &out),
              "John Doe 2000; Roe 2000; Jane Doe 2000",
              "one that comes is told apart from it");
    close_document(&document);
    nv_buffer_release(&json);
    nv_buffer_release(&out);
}

static void test_bibliography(void **unused)
{
    static const char label[] = "entries stand as their style has them";
    static const char style[] = STYLE_WITH(
        GIVEN, SHORT YEAR,
        "<names variable='author'><name initialize-with='.'/></names>");
    nv_buffer json = NV_BUFFER_INIT, out = NV_BUFFER_INIT;
    nv_error err = {.code = NV_OK};
    nv_csl_bibliography bibliography;
    document document;

    (void)unused;
    nv_buffer_add_char(&json, '[');
    add_item(&json, 0, "Doe,John");
    add_item(&json, 1, "Doe,Jane");
    nv_buffer_add_char(&json, ']');
    open_document(&document, style, &json, label);
    CHECK_STR(text_of(&document, &out), "John Doe 2000; Jane Doe 2000",
              "cites are told apart");
    CHECK(
        nv_csl_processor_bibliography(document.processor, &bibliography, &err),
        label);
    CHECK(bibliography.count == 2, label);
    nv_buffer_truncate(&out, 0);
    nv_csl_text_write_plain(bibliography.entries[0].text, &out);
    CHECK_STR(out.text, "J. Doe", label);
    close_document(&document);
    nv_buffer_release(&json);
    nv_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_many_names),   cmocka_unit_test(test_changes),
        cmocka_unit_test(test_bibliography),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
