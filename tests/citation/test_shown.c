/* SPDX-License-Identifier: MPL-2.0 */
/* Cites that print another item in place of their own: nv_csl_cite.as. */
#include "check.h"

#include "citation/processor.h"

/* Two works that the style can only tell apart by a letter, and each as it may
 * be shown. */
static const char items_json[] =
    "[{\"id\":\"a\",\"title\":\"Alpha\",\"genre\":\"2\",\"author\":[{"
    "\"family\":\"Roe\"}]},"
    "{\"id\":\"b\",\"title\":\"Alpha\",\"genre\":\"1\",\"author\":[{\"family\":"
    "\"Roe\"}]},"
    "{\"id\":\"x\",\"title\":\"Zeta\",\"author\":[{\"family\":\"Doe\"}]}]";

static const char xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='note'>"
    "<info><title>t</title><id>t</id></info>"
    "<citation disambiguate-add-year-suffix='true'>"
    "<sort><key variable='genre'/></sort><layout delimiter='; '>"
    "<choose><if position='ibid'><text value='ibid of '/></if>"
    "<else-if position='subsequent'><text value='n. '/>"
    "<text variable='first-reference-note-number' suffix=' '/></else-if>"
    "</choose><text variable='title' suffix=', '/>"
    "<names variable='author'/><text variable='year-suffix'/></layout>"
    "</citation><bibliography><layout><text variable='title'/></layout>"
    "</bibliography></style>";

typedef struct {
    nv_arena arena;
    nv_csl_style *style;
    nv_csl_lexicon *lexicon;
    nv_csl_processor *processor;
    const nv_csl_item *const *items;
} document;

static document open_document(size_t known)
{
    document made = {.arena = {NULL}};
    size_t count;

    made.style = nv_csl_style_read(xml, sizeof xml - 1, NULL);
    assert_non_null(made.style);
    made.lexicon = nv_csl_lexicon_new(made.style, NULL, NULL, 0, NULL);
    assert_non_null(made.lexicon);
    made.processor = nv_csl_processor_new(made.lexicon, NULL, NULL);
    assert_non_null(made.processor);
    made.items = nv_csl_items_read(items_json, sizeof items_json - 1,
                                   &made.arena, &count, NULL);
    assert_non_null(made.items);
    assert_true(
        nv_csl_processor_put_items(made.processor, made.items, known, NULL));
    return made;
}

static void close_document(document *made)
{
    nv_csl_processor_free(made->processor);
    nv_csl_lexicon_free(made->lexicon);
    nv_csl_style_free(made->style);
    nv_arena_release(&made->arena);
}

static void insert(document *document, size_t place, const char *id,
                   const nv_csl_cite cites[], size_t count)
{
    const nv_csl_cluster cluster = {id, (int32_t)place + 1, false, cites,
                                    count};

    assert_true(
        nv_csl_processor_insert(document->processor, place, &cluster, NULL));
}

/* Updates, and compares one text. */
static void check_text(document *document, const char *id, const char *wanted,
                       const char *rule)
{
    nv_csl_changes changes;

    assert_true(nv_csl_processor_update(document->processor, &changes, NULL));
    CHECK_STR(nv_csl_processor_text(document->processor, id)->text, wanted,
              rule);
}

static void test_only_the_text_is_the_others(void **state)
{
    document document = open_document(2);
    const nv_csl_cite cites[] = {{.item = "a", .as = document.items[2]},
                                 {.item = "b"}};
    nv_csl_bibliography bibliography;

    (void)state;
    insert(&document, 0, "one", cites, 2);
    insert(&document, 1, "two", cites, 1);
    insert(&document, 2, "three", cites, 1);
    check_text(&document, "one", "Alpha, Roeb; Zeta, Doea",
               "order and distinction are those of the id");
    check_text(&document, "two", "n. 1 Zeta, Doea", "so is the first note");
    check_text(&document, "three", "ibid of Zeta, Doea", "and the position");
    assert_true(
        nv_csl_processor_bibliography(document.processor, &bibliography, NULL));
    assert_int_equal(bibliography.count, 2);
    CHECK_STR(bibliography.entries[0].text->text, "Alpha",
              "the bibliography has the item of the id");
    close_document(&document);
}

static void test_another_is_formatted_again(void **state)
{
    document document = open_document(2);
    nv_csl_cite cite = {.item = "a", .as = document.items[2]};
    const nv_csl_cluster cluster = {
        .id = "one", .note = 1, .cites = &cite, .cite_count = 1};
    nv_csl_changes changes;

    (void)state;
    insert(&document, 0, "one", &cite, 1);
    check_text(&document, "one", "Zeta, Doe", "it is shown as another");
    cite.as = NULL;
    assert_true(nv_csl_processor_replace(document.processor, &cluster, NULL));
    assert_true(nv_csl_processor_update(document.processor, &changes, NULL));
    assert_int_equal(changes.count, 1);
    check_text(&document, "one", "Alpha, Roe", "then as it is");
    close_document(&document);
}

static void test_the_id_need_not_be_known(void **state)
{
    document document = open_document(0);
    const nv_csl_cite cite = {.item = "x", .as = document.items[2]};
    const nv_csl_cite nobody = {.as = document.items[2]};
    const nv_csl_cluster cluster = {
        .id = "p", .note = 1, .cites = &cite, .cite_count = 1};
    const nv_csl_cluster other = {
        .id = "q", .note = 1, .cites = &nobody, .cite_count = 1};

    (void)state;
    insert(&document, 0, "one", &cite, 1);
    check_text(&document, "one", "Zeta, Doe", "what is shown is enough");
    CHECK_STR(nv_csl_processor_preview(document.processor, &cluster,
                                       &document.arena, NULL)
                  ->text,
              "Zeta, Doe", "for a preview, too");
    CHECK_STR(nv_csl_processor_preview(document.processor, &other,
                                       &document.arena, NULL)
                  ->text,
              "Zeta, Doe", "even without any id");
    close_document(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_the_text_is_the_others),
        cmocka_unit_test(test_another_is_formatted_again),
        cmocka_unit_test(test_the_id_need_not_be_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
