/* SPDX-License-Identifier: MPL-2.0 */
/* A million cites: twice as many take twice as long, whether they stand in one
 * cluster or in many. Time is that of the processor, and the bound generous. */
#include "check.h"

#include <time.h>

#include "citation/processor.h"

enum {
    CITES = 1000000,
    ITEMS = 200,
    CLUSTER = 4,    /* cites of a small one */
    PART = 10,      /* a tenth of all stands in one cluster */
    MOST_TIMES = 3, /* what half as many take */
    TRIES = 3
};

static const char xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='note'>"
    "<info><title>t</title><id>t</id></info><citation>"
    "<sort><key variable='title'/></sort><layout delimiter='; ' suffix='.'>"
    "<choose><if position='ibid'><text term='ibid'/></if>"
    "<else-if position='subsequent'><text variable='title' quotes='true'/>"
    "<text variable='first-reference-note-number' prefix=' '/></else-if>"
    "<else><text variable='title'/></else></choose></layout></citation>"
    "<bibliography><sort><key variable='title'/></sort>"
    "<layout><text variable='title'/></layout></bibliography></style>";

typedef struct {
    nv_csl_style *style;
    nv_csl_lexicon *lexicon;
    nv_arena arena;
    const nv_csl_item *const *items;
    nv_csl_cite cites[CITES / PART];
} material;

static material all;

static void read_all(void)
{
    nv_buffer json = NV_BUFFER_INIT;
    size_t count;

    for (int i = 0; i < ITEMS; i++)
        nv_buffer_add_format(&json, "%s{\"id\":\"%d\",\"title\":\"T%d\"}",
                             i ? "," : "[", i, i * 7 % ITEMS);
    nv_buffer_add_text(&json, "]");
    all.style = nv_csl_style_read(xml, sizeof xml - 1, NULL);
    assert_non_null(all.style);
    all.lexicon = nv_csl_lexicon_new(all.style, NULL, NULL, 0, NULL);
    assert_non_null(all.lexicon);
    all.items =
        nv_csl_items_read(json.text, json.len, &all.arena, &count, NULL);
    assert_non_null(all.items);
    for (size_t i = 0; i < CITES / PART; i++)
        all.cites[i].item = all.items[i * 31 % ITEMS]->id;
    nv_buffer_release(&json);
}

static void release_all(void)
{
    nv_csl_lexicon_free(all.lexicon);
    nv_csl_style_free(all.style);
    nv_arena_release(&all.arena);
}

static void insert(nv_csl_processor *processor, size_t place, size_t from,
                   size_t count)
{
    char id[24];
    const nv_csl_cluster cluster = {id, (int32_t)place + 1, false,
                                    all.cites + from, count};

    snprintf(id, sizeof id, "c%zu", place);
    assert_true(nv_csl_processor_insert(processor, place, &cluster, NULL));
}

/* Seconds that a document with so many cites takes. */
static double time_of(size_t count)
{
    nv_csl_processor *processor = nv_csl_processor_new(all.lexicon, NULL, NULL);
    const size_t together = count / PART;
    const clock_t start = clock();
    nv_csl_changes changes;
    size_t place = 0;

    assert_non_null(processor);
    assert_true(nv_csl_processor_put_items(processor, all.items, ITEMS, NULL));
    insert(processor, place++, 0, together);
    for (size_t done = together; done < count; done += CLUSTER)
        insert(processor, place++, done % (together - CLUSTER), CLUSTER);
    assert_true(nv_csl_processor_update(processor, &changes, NULL));
    assert_int_equal(changes.count, place);
    nv_csl_processor_free(processor);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void test_a_million_cites(void **state)
{
    double times = MOST_TIMES;

    (void)state;
    read_all();
    for (int i = 0; i < TRIES && times >= MOST_TIMES; i++) {
        const double half = time_of(CITES / 2), whole = time_of(CITES);

        times = whole / half;
        print_message("%d cites: %.2f s, %.2f times what half of them take\n",
                      CITES, whole, times);
    }
    CHECK(times < MOST_TIMES, "time grows as the number of cites does");
    release_all();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_million_cites),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
