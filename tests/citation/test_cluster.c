/* SPDX-License-Identifier: MPL-2.0 */
/* Clusters: delimiters, cites of one author, what is collapsed, and cites of
 * which only a part is printed. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "citation/processor.h"
#include "citation/text.h"

/* Roe wrote two works in 2000, one in 2001 and three in 2002; Doe one in 1999
 * and one in 2001. */
#define ITEM(id, family, year)                                        \
    "{\"id\":\"" id "\",\"type\":\"book\",\"title\":\"Title " id      \
    "\",\"author\":[{\"family\":\"" family "\",\"given\":\"Jane\"}]," \
    "\"issued\":{\"date-parts\":[[" year "]]}},"
static const char items_json[] = "["
    // clang-format off
    ITEM("r1", "Roe", "2000")
    ITEM("r2", "Roe", "2000")
    ITEM("r3", "Roe", "2001")
    ITEM("s1", "Roe", "2002")
    ITEM("s2", "Roe", "2002")
    ITEM("s3", "Roe", "2002")
    ITEM("d1", "Doe", "1999")
    ITEM("d2", "Doe", "2001")
    // clang-format on
    "{\"id\":\"n\",\"type\":\"book\"}]";

#define BY_DATE "<sort><key variable='issued'/></sort>"
#define STYLE(class_name, citation, sort, layout, body)                 \
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "     \
    "class='" class_name "'><info><title>t</title><id>t</id>"           \
    "<updated>2020-01-01T00:00:00Z</updated></info><citation " citation \
    ">" sort "<layout prefix='(' suffix=')' " layout ">" body           \
    "</layout></citation>"                                              \
    "<bibliography><layout><text variable='title'/></layout>"           \
    "</bibliography></style>"
#define AUTHOR_DATE                                                      \
    "<group delimiter=' '><names variable='author'><name form='short'/>" \
    "</names><date variable='issued'><date-part name='year'/></date>"    \
    "</group><text variable='locator' prefix=': '/>"
#define NUMBER "<text variable='citation-number' prefix='[' suffix=']'/>"

static const char plain[] =
    STYLE("in-text", "", "", "delimiter='; '", AUTHOR_DATE);
static const char grouped[] = STYLE("in-text", "cite-group-delimiter=', '",
                                    BY_DATE, "delimiter='; '", AUTHOR_DATE);
static const char years[] =
    STYLE("in-text", "collapse='year'", BY_DATE, "delimiter='; '", AUTHOR_DATE);
static const char after[] =
    STYLE("in-text", "collapse='year' after-collapse-delimiter=' / '", BY_DATE,
          "delimiter='; '", AUTHOR_DATE);
static const char suffixes[] =
    STYLE("in-text",
          "collapse='year-suffix' disambiguate-add-year-suffix='true' "
          "year-suffix-delimiter=','",
          "", "delimiter='; '", AUTHOR_DATE);
static const char ranged[] =
    STYLE("in-text",
          "collapse='year-suffix-ranged' disambiguate-add-year-suffix='true' "
          "year-suffix-delimiter=','",
          "", "delimiter='; '", AUTHOR_DATE);
static const char numbers[] = STYLE("in-text", "collapse='citation-number'", "",
                                    "delimiter=', '", NUMBER);

static const struct {
    const char *label, *style;
    nv_csl_cite cites[6];
    const char *wanted;
} cases[] = {
    {"cites stand as the writer has put them",
     plain,
     {{.item = "r1"}, {.item = "d1"}, {.item = "r3"}},
     "(Roe 2000; Doe 1999; Roe 2001)"},
    {"cites of one author come together where a style groups them",
     grouped,
     {{.item = "d1"}, {.item = "r1"}, {.item = "d2"}},
     "(Doe 1999, Doe 2001; Roe 2000)"},
    {"collapsing years leaves out the author",
     years,
     {{.item = "d1"}, {.item = "r1"}, {.item = "d2"}},
     "(Doe 1999, 2001; Roe 2000)"},
    {"a delimiter of its own follows what was collapsed",
     after,
     {{.item = "d1"}, {.item = "r1"}, {.item = "d2"}},
     "(Doe 1999, 2001 / Roe 2000)"},
    {"but only that",
     after,
     {{.item = "d1"}, {.item = "r1"}},
     "(Doe 1999; Roe 2000)"},
    {"a prefix of the writer's keeps the author",
     years,
     {{.item = "r1"}, {.item = "r3", .prefix = "see also"}},
     "(Roe 2000; see also Roe 2001)"},
    {"a style that does not sort leaves cites in their places",
     suffixes,
     {{.item = "r1"}, {.item = "d1"}, {.item = "r3"}},
     "(Roe 2000a; Doe 1999; Roe 2001)"},
    {"suffixes of one year stand alone",
     suffixes,
     {{.item = "r1"}, {.item = "r2"}, {.item = "r3"}},
     "(Roe 2000a,b, 2001)"},
    {"a locator needs its year",
     suffixes,
     {{.item = "r1"}, {.item = "r2", .locator = "3"}},
     "(Roe 2000a, 2000b: 3)"},
    {"three suffixes in a row are a range",
     ranged,
     {{.item = "s1"}, {.item = "s2"}, {.item = "s3"}},
     "(Roe 2002a–c)"},
    {"two are none", ranged, {{.item = "r1"}, {.item = "r2"}}, "(Roe 2000a,b)"},
    {"numbers in a row are a range",
     numbers,
     {{.item = "r1"}, {.item = "r2"}, {.item = "r3"}, {.item = "s2"}},
     "([1]–[4])"},
    {"a number with a locator's affixes stands alone",
     numbers,
     {{.item = "r1"}, {.item = "r2", .suffix = ", p. 3"}, {.item = "r3"}},
     "([1], [2], p. 3, [3])"},
    {"the author alone",
     plain,
     {{.item = "r1", .mode = NV_CSL_CITE_AUTHOR_ONLY}},
     "(Roe)"},
    {"all but the author",
     plain,
     {{.item = "r1", .mode = NV_CSL_CITE_SUPPRESS_AUTHOR}},
     "(2000)"},
    {"a comma of the writer's takes the place of the delimiter",
     plain,
     {{.item = "r1", .suffix = ","}, {.item = "d1", .prefix = "and"}},
     "(Roe 2000, and Doe 1999)"},
    {"a cite that prints nothing is said to",
     plain,
     {{.item = "n"}},
     "([CSL STYLE ERROR: reference with no printed form.])"},
};

/* One cluster of all cites in a new document that knows all items. */
static void format(const char *xml, const nv_csl_cite cites[],
                   const char *label, nv_buffer *out)
{
    nv_error err = {.code = NV_OK};
    nv_arena arena = {.blocks = NULL};
    nv_csl_cluster cluster = {.id = "c", .cites = cites};
    nv_csl_style *style = nv_csl_style_read(xml, strlen(xml), &err);
    nv_csl_lexicon *lexicon =
        style ? nv_csl_lexicon_new(style, NULL, NULL, 0, &err) : NULL;
    nv_csl_processor *processor =
        lexicon ? nv_csl_processor_new(lexicon, NULL, &err) : NULL;
    nv_csl_changes changes;
    const char *ids[16];
    size_t count = 0;
    const nv_csl_item *const *items = nv_csl_items_read(
        items_json, sizeof items_json - 1, &arena, &count, &err);

    if (!processor || !items)
        fail_msg("%s: %s", label, err.message);
    for (size_t i = 0; i < count; i++)
        ids[i] = items[i]->id;
    while (cluster.cite_count < 6 && cites[cluster.cite_count].item)
        cluster.cite_count++;
    if (!nv_csl_processor_put_items(processor, items, count, &err) ||
        !nv_csl_processor_set_uncited(processor, ids, count, &err) ||
        !nv_csl_processor_insert(processor, 0, &cluster, &err) ||
        !nv_csl_processor_update(processor, &changes, &err))
        fail_msg("%s: %s", label, err.message);
    nv_csl_text_write_plain(nv_csl_processor_text(processor, "c"), out);
    nv_csl_processor_free(processor);
    nv_csl_lexicon_free(lexicon);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
}

static void test_clusters(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer out = NV_BUFFER_INIT;

        format(cases[i].style, cases[i].cites, cases[i].label, &out);
        CHECK_STR(out.text, cases[i].wanted, cases[i].label);
        nv_buffer_release(&out);
    }
}

/* The texts of the runs with the index of their cites, as "0:Title r1". */
static char *runs_of(const nv_csl_processor *processor)
{
    const nv_csl_text *text = nv_csl_processor_text(processor, "c");
    nv_buffer out = NV_BUFFER_INIT;

    for (uint32_t i = 0; i < text->run_count; i++) {
        const nv_csl_run *run = &text->runs[i];

        if (run->cite != NV_CSL_NO_CITE)
            nv_buffer_add_format(&out, "%s%u:%.*s", out.len ? " " : "",
                                 run->cite, (int)run->len,
                                 text->text + run->start);
    }
    return nv_buffer_detach(&out);
}

static void check_update(nv_csl_processor *processor, const char *wanted,
                         const char *rule)
{
    nv_csl_changes changes;
    char *runs;

    assert_true(nv_csl_processor_update(processor, &changes, NULL));
    CHECK(changes.count == 1, rule);
    runs = runs_of(processor);
    CHECK_STR(runs, wanted, rule);
    free(runs);
}

static void test_items_that_come_and_go(void **unused)
{
    static const char xml[] =
        STYLE("note", "", "", "delimiter='; '", "<text variable='title'/>");
    const nv_csl_cite cites[] = {
        {.item = "r1"}, {.item = "r2", .prefix = "see "}, {.item = "n"}};
    const nv_csl_cluster cluster = {
        .id = "c", .note = 1, .cites = cites, .cite_count = 3};
    nv_csl_style *style = nv_csl_style_read(xml, sizeof xml - 1, NULL);
    nv_csl_lexicon *lexicon = nv_csl_lexicon_new(style, NULL, NULL, 0, NULL);
    nv_csl_processor *processor = nv_csl_processor_new(lexicon, NULL, NULL);
    nv_arena arena = {NULL};
    size_t count;
    const nv_csl_item *const *items = nv_csl_items_read(
        items_json, sizeof items_json - 1, &arena, &count, NULL);

    (void)unused;
    assert_non_null(items);
    assert_true(nv_csl_processor_insert(processor, 0, &cluster, NULL));
    check_update(processor, "0:[?] 1:[?] 2:[?]",
                 "cites of items that are not known yet are seen");
    assert_true(nv_csl_processor_put_items(processor, items, count, NULL));
    check_update(processor, "0:Title r1 1:see Title r2 2:" NV_CSL_EMPTY_CITE,
                 "a cite of which the style prints nothing is seen");
    assert_true(nv_csl_processor_remove_item(processor, "r2", NULL));
    check_update(processor, "0:Title r1 1:[?] 2:" NV_CSL_EMPTY_CITE,
                 "a cite of a removed item is seen");
    nv_csl_processor_free(processor);
    nv_csl_lexicon_free(lexicon);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clusters),
        cmocka_unit_test(test_items_that_come_and_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
