/* SPDX-License-Identifier: MPL-2.0 */
/* Where cites stand, from lists of clusters; and what changes clusters. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "citation/document.h"

static nv_csl_style style = {
    .near_note_distance = 5,
    .tests_near_note = true,
    .prints_first_note = true,
};
static const nv_csl_lexicon lexicon = {.style = &style, .tag = "en-US"};

/* One cluster a word, in the order of the document: the note (0: in the text),
 * then each cite as an item of one letter with its locator as digits:
 * "2:a14b". */
static nv_csl_processor *document(const char *words)
{
    nv_csl_processor *processor = nv_csl_processor_new(&lexicon, NULL, NULL);
    static const char *const digits = "0123456789";

    assert_non_null(processor);
    for (int i = 0; *words; i++, words += strspn(words, " ")) {
        nv_csl_cite cites[8];
        char id[16], texts[8][2][8];
        nv_csl_cluster cluster = {.id = id, .cites = cites};

        memset(cites, 0, sizeof cites);
        memset(texts, 0, sizeof texts);
        snprintf(id, sizeof id, "c%d", i);
        cluster.note = atoi(words);
        words += strspn(words, digits) + 1;
        for (; *words && *words != ' '; words += strspn(words, digits)) {
            const size_t k = cluster.cite_count++;

            texts[k][0][0] = *words++;
            memcpy(texts[k][1], words, strspn(words, digits));
            cites[k].item = texts[k][0];
            cites[k].locator = texts[k][1];
        }
        assert_true(
            nv_csl_processor_insert(processor, (size_t)i, &cluster, NULL));
    }
    return processor;
}

/* The positions as letters: First, Subsequent, Ibid, Locator with ibid. */
static void read_positions(const nv_csl_processor *processor, char *out)
{
    static const char letters[] = "?FSIL";

    for (size_t i = 0; i < processor->cluster_count; i++) {
        const nv_csl_doc_cluster *cluster = processor->clusters[i];

        for (uint32_t k = 0; k < cluster->count; k++)
            *out++ = letters[cluster->cites[k].state.position];
        *out++ = ' ';
    }
    out[-1] = '\0';
}

static const struct {
    const char *label, *document, *positions;
} cases[] = {
    {"the first of an item is first", "1:a 2:b", "F F"},
    {"the same item in the next note is ibid", "1:a 2:a", "F I"},
    {"another item parts", "1:a 2:b 3:a", "F F S"},
    {"a note without cites parts", "1:a 3:a", "F S"},
    {"within a cluster the cite before counts", "1:ab 2:bba", "FF SIS"},
    {"a cluster of several items is no antecedent", "1:ab 2:b", "FF S"},
    {"nor is one of several cites of one item", "1:a1a2 2:a2", "FL S"},
    {"a note with several clusters is none", "1:a 1:b 2:b", "F F S"},
    {"but the cluster before in the same note is", "1:a 1:a", "F I"},
    {"the same locator is ibid", "1:a7 2:a7", "F I"},
    {"another locator is ibid with locator", "1:a7 2:a8", "F L"},
    {"a new locator, too", "1:a 2:a8", "F L"},
    {"none after one is subsequent", "1:a7 2:a", "F S"},
    {"text and notes are counted apart", "0:a 1:a 0:a 2:a", "F F I I"},
    {"in the text the cluster before counts", "0:a 0:b 0:a 0:a", "F F S I"},
};

static void test_positions(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_csl_processor *processor = document(cases[i].document);
        char positions[64];

        nv_csl_positions_compute(processor);
        read_positions(processor, positions);
        CHECK_STR(positions, cases[i].positions, cases[i].label);
        nv_csl_processor_free(processor);
    }
}

static const nv_csl_cite_state *state_of(const nv_csl_processor *processor,
                                         size_t cluster)
{
    return &processor->clusters[cluster]->cites[0].state;
}

static void test_notes(void **state)
{
    nv_csl_processor *processor = document("2:a 3:b 7:a 13:a 0:a");

    (void)state;
    nv_csl_positions_compute(processor);
    CHECK(!state_of(processor, 0)->is_near_note, "a first cite is not near");
    CHECK(state_of(processor, 2)->is_near_note, "five notes are near");
    CHECK(!state_of(processor, 3)->is_near_note, "six are not");
    assert_int_equal(state_of(processor, 0)->first_note, 0);
    assert_int_equal(state_of(processor, 3)->first_note, 2);
    CHECK(!state_of(processor, 4)->is_near_note, "the text is near no note");
    nv_csl_processor_free(processor);
}

static void test_the_caller_overrules(void **state)
{
    nv_csl_processor *processor = document("1:a 2:a");
    const nv_csl_cite cite = {
        .item = "a", .position = NV_CSL_POSITION_FIRST, .is_near_note = true};
    const nv_csl_cluster cluster = {
        .id = "c1", .note = 2, .cites = &cite, .cite_count = 1};

    (void)state;
    assert_true(nv_csl_processor_replace(processor, &cluster, NULL));
    nv_csl_positions_compute(processor);
    assert_int_equal(state_of(processor, 1)->position, NV_CSL_POSITION_FIRST);
    assert_true(state_of(processor, 1)->is_near_note);
    nv_csl_processor_free(processor);
}

static void test_changes_move_positions(void **state)
{
    nv_csl_processor *processor = document("1:a 2:b 3:a");
    const int32_t notes[] = {1, 2};
    char positions[64];

    (void)state;
    assert_true(nv_csl_processor_move(processor, "c2", 0, 1, NULL));
    assert_true(nv_csl_processor_remove(processor, "c0", NULL));
    assert_true(nv_csl_processor_renumber(processor, 0, notes, 2, NULL));
    nv_csl_positions_compute(processor);
    read_positions(processor, positions);
    CHECK_STR(positions, "F F", "what is gone is no antecedent");
    CHECK_STR(processor->clusters[0]->id, "c2", "what was moved is first");
    assert_int_equal(nv_csl_processor_count(processor), 2);
    nv_csl_processor_free(processor);
}

static void test_ids_that_are_wrong(void **state)
{
    nv_csl_processor *processor = document("1:a 2:b");
    const nv_csl_cluster same = {.id = "c1"}, none = {.id = NULL},
                         other = {.id = "x"};
    const int32_t notes[] = {1, 2, 3};
    nv_error err = {0};

    (void)state;
    assert_false(nv_csl_processor_insert(processor, 0, &same, &err));
    assert_int_equal(err.code, NV_ERROR_ARGUMENT);
    assert_false(nv_csl_processor_insert(processor, 0, &none, NULL));
    assert_false(nv_csl_processor_insert(processor, 3, &other, NULL));
    assert_false(nv_csl_processor_replace(processor, &other, NULL));
    assert_false(nv_csl_processor_move(processor, "x", 0, 1, NULL));
    assert_false(nv_csl_processor_move(processor, "c0", 2, 1, NULL));
    assert_false(nv_csl_processor_remove(processor, "x", NULL));
    assert_false(nv_csl_processor_remove_item(processor, "a", NULL));
    assert_false(nv_csl_processor_renumber(processor, 1, notes, 2, NULL));
    assert_false(nv_csl_processor_renumber(processor, 3, notes, 0, NULL));
    assert_null(nv_csl_processor_text(processor, "x"));
    assert_int_equal(nv_csl_processor_count(processor), 2);
    nv_csl_processor_free(processor);
}

static void test_ids_are_found_among_many(void **state)
{
    enum { COUNT = 3000 };
    static char ids[COUNT][8];
    nv_csl_id_map map = {0};
    uint32_t value;

    (void)state;
    for (uint32_t i = 0; i < COUNT; i++) {
        snprintf(ids[i], sizeof ids[i], "i%u", i);
        assert_true(nv_csl_id_map_put(&map, ids[i], i));
    }
    for (uint32_t i = 0; i < COUNT; i += 3)
        nv_csl_id_map_remove(&map, ids[i]);
    for (uint32_t i = 0; i < COUNT; i++) {
        bool is_there = nv_csl_id_map_get(&map, ids[i], &value);

        CHECK(is_there == (i % 3 != 0), "what is removed is gone, no more");
        CHECK(!is_there || value == i, "and has its own value");
    }
    nv_csl_id_map_remove(&map, "other");
    assert_int_equal(map.used, COUNT - COUNT / 3);
    nv_csl_id_map_release(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_the_caller_overrules),
        cmocka_unit_test(test_changes_move_positions),
        cmocka_unit_test(test_ids_that_are_wrong),
        cmocka_unit_test(test_ids_are_found_among_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
