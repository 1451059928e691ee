/* SPDX-License-Identifier: MPL-2.0 */
/* A document that is edited reads as one that was written in one go: random
 * edits, and after each a new processor with the same items and clusters. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "citation/processor.h"
#include "incremental.h"

enum {
    EDITS = 2000, /* over all styles */
    MOST_CLUSTERS = 24,
    MOST_CITES = 3,
    ITEM_COUNT = 14,
    VERSION_COUNT = 2 /* of the data of an item */
};

/* Items: few names and years, so that much has to be told apart. */
static const char *const families[] = {"Roe", "Doe", "Roe", "Poe"};
static const char *const givens[] = {"Jane", "John", "Joan", "Jane"};

static nv_arena memory;
static const nv_csl_item *items[ITEM_COUNT][VERSION_COUNT];

static void read_item(size_t index, size_t version)
{
    nv_buffer json = NV_BUFFER_INIT;
    const nv_csl_item *const *read;
    const size_t who = (index + version) % 4, other = (index / 2) % 4;
    size_t count = 0;

    nv_buffer_add_format(
        &json,
        "[{\"id\":\"i%zu\",\"type\":\"book\",\"title\":\"Title %zu\","
        "\"issued\":{\"date-parts\":[[%zu]]},\"author\":["
        "{\"family\":\"%s\",\"given\":\"%s\"},"
        "{\"family\":\"%s\",\"given\":\"%s\"}]}]",
        index, (index * 5) % 7, 1919 + index % 2, families[who], givens[who],
        families[other], givens[other]);
    read = nv_csl_items_read(json.text, json.len, &memory, &count, NULL);
    assert_non_null(read);
    assert_int_equal(count, 1);
    items[index][version] = read[0];
    nv_buffer_release(&json);
}

/* What the document is, by the test's own books. */
typedef struct {
    char id[8];
    nv_csl_cite cites[MOST_CITES];
    nv_csl_cluster cluster;
} entry;

typedef struct {
    entry *clusters[MOST_CLUSTERS];
    size_t count, made;
    const nv_csl_item *known[ITEM_COUNT]; /* NULL: not put, or removed */
    const char *uncited[ITEM_COUNT];
    size_t uncited_count;
    uint64_t random;
} model;

/* Below `limit`; the same numbers in every run. */
static size_t draw(model *model, size_t limit)
{
    model->random = model->random * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(model->random >> 33) % limit;
}

static const char *draw_item(model *model)
{
    return items[draw(model, ITEM_COUNT)][0]->id;
}

static void draw_cluster(model *model, entry *entry)
{
    static const char *const locators[] = {NULL, NULL, "1", "2-4"};

    entry->cluster = (nv_csl_cluster){
        .id = entry->id,
        .note = (int32_t)draw(model, 8),
        .is_unsorted = draw(model, 4) == 0,
        .cites = entry->cites,
        .cite_count = 1 + draw(model, MOST_CITES),
        .is_open = draw(model, 4) == 0,
        .is_inside = draw(model, 4) == 0,
    };
    for (size_t i = 0; i < entry->cluster.cite_count; i++)
        entry->cites[i] = (nv_csl_cite){
            .item = draw_item(model),
            .as = draw(model, 4) ? NULL
                                 : items[draw(model, ITEM_COUNT)]
                                        [draw(model, VERSION_COUNT)],
            .locator = locators[draw(model, NV_COUNT_OF(locators))],
            .suffix = draw(model, 5) ? NULL : " <i>passim</i>",
            .mode = draw(model, 8) ? NV_CSL_CITE_WHOLE
                                   : NV_CSL_CITE_SUPPRESS_AUTHOR,
        };
}

/* Edits */

static void insert(model *model, nv_csl_processor *processor)
{
    const size_t at = draw(model, model->count + 1);
    entry *made;

    if (model->count == MOST_CLUSTERS)
        return;
    made = calloc(1, sizeof *made);
    assert_non_null(made);
    snprintf(made->id, sizeof made->id, "c%zu", model->made++ % 100000);
    draw_cluster(model, made);
    memmove(model->clusters + at + 1, model->clusters + at,
            (model->count++ - at) * sizeof *model->clusters);
    model->clusters[at] = made;
    assert_true(nv_csl_processor_insert(processor, at, &made->cluster, NULL));
}

static void replace(model *model, nv_csl_processor *processor)
{
    entry *entry;

    if (!model->count)
        return;
    entry = model->clusters[draw(model, model->count)];
    draw_cluster(model, entry);
    assert_true(nv_csl_processor_replace(processor, &entry->cluster, NULL));
}

static entry *take_out(model *model, size_t at)
{
    entry *entry = model->clusters[at];

    memmove(model->clusters + at, model->clusters + at + 1,
            (--model->count - at) * sizeof *model->clusters);
    return entry;
}

static void move(model *model, nv_csl_processor *processor)
{
    entry *entry;
    size_t to;

    if (!model->count)
        return;
    entry = take_out(model, draw(model, model->count));
    to = draw(model, model->count + 1);
    memmove(model->clusters + to + 1, model->clusters + to,
            (model->count++ - to) * sizeof *model->clusters);
    model->clusters[to] = entry;
    entry->cluster.note = (int32_t)draw(model, 8);
    assert_true(nv_csl_processor_move(processor, entry->id, to,
                                      entry->cluster.note, NULL));
}

static void discard(model *model, nv_csl_processor *processor)
{
    entry *entry;

    if (!model->count)
        return;
    entry = take_out(model, draw(model, model->count));
    assert_true(nv_csl_processor_remove(processor, entry->id, NULL));
    free(entry);
}

static void renumber(model *model, nv_csl_processor *processor)
{
    const size_t first = draw(model, model->count + 1);
    int32_t notes[MOST_CLUSTERS], note = 1;

    for (size_t i = first; i < model->count; i++) {
        notes[i - first] = note;
        model->clusters[i]->cluster.note = note;
        note += (int32_t)draw(model, 3) > 0;
    }
    assert_true(nv_csl_processor_renumber(processor, first, notes,
                                          model->count - first, NULL));
}

static void put(model *model, nv_csl_processor *processor)
{
    const size_t index = draw(model, ITEM_COUNT);

    model->known[index] = items[index][draw(model, VERSION_COUNT)];
    assert_true(
        nv_csl_processor_put_items(processor, &model->known[index], 1, NULL));
}

static void forget(model *model, nv_csl_processor *processor)
{
    const size_t index = draw(model, ITEM_COUNT);
    const bool is_known = model->known[index] != NULL;

    assert_true(nv_csl_processor_remove_item(processor, items[index][0]->id,
                                             NULL) == is_known);
    model->known[index] = NULL;
}

static void list(model *model, nv_csl_processor *processor)
{
    model->uncited_count = draw(model, 4);
    for (size_t i = 0; i < model->uncited_count; i++)
        model->uncited[i] = draw_item(model);
    assert_true(nv_csl_processor_set_uncited(processor, model->uncited,
                                             model->uncited_count, NULL));
}

typedef void edit_function(model *model, nv_csl_processor *processor);

/* As often as they stand here. */
static edit_function *const edits[] = {
    insert,  insert,   insert, replace, replace, move, discard,
    discard, renumber, put,    put,     forget,  list,
};

/* Checks */

static nv_csl_processor *from_scratch(const model *model,
                                      const nv_csl_lexicon *lexicon)
{
    nv_csl_processor *processor = nv_csl_processor_new(lexicon, NULL, NULL);
    nv_csl_changes changes;

    assert_non_null(processor);
    for (size_t i = 0; i < ITEM_COUNT; i++)
        if (model->known[i])
            assert_true(nv_csl_processor_put_items(processor, &model->known[i],
                                                   1, NULL));
    assert_true(nv_csl_processor_set_uncited(processor, model->uncited,
                                             model->uncited_count, NULL));
    for (size_t i = 0; i < model->count; i++)
        assert_true(nv_csl_processor_insert(
            processor, i, &model->clusters[i]->cluster, NULL));
    assert_true(nv_csl_processor_update(processor, &changes, NULL));
    return processor;
}

static char *bibliography_of(nv_csl_processor *processor)
{
    nv_buffer html = NV_BUFFER_INIT;
    nv_csl_bibliography bibliography;

    assert_true(nv_csl_processor_bibliography(processor, &bibliography, NULL));
    nv_csl_bibliography_write_html(&bibliography, &html);
    return nv_buffer_detach(&html);
}

/* The text with which cite each part is from, which HTML does not say. */
static char *text_of(const nv_csl_processor *processor, const char *id)
{
    const nv_csl_text *text = nv_csl_processor_text(processor, id);
    nv_buffer html = NV_BUFFER_INIT;

    if (!text)
        return NULL;
    nv_csl_text_write_html(text, &html);
    for (uint32_t i = 0; i < text->run_count; i++)
        nv_buffer_add_format(&html, " %u+%u:%u", text->runs[i].start,
                             text->runs[i].len, text->runs[i].cite);
    return nv_buffer_detach(&html);
}

static bool is_listed(const nv_csl_changes *changes, const char *id)
{
    for (size_t i = 0; i < changes->count; i++)
        if (strcmp(changes->ids[i], id) == 0)
            return true;
    return false;
}

/* All texts, before an edit. */
typedef struct {
    char *texts[MOST_CLUSTERS];
    char ids[MOST_CLUSTERS][8];
    size_t count;
    char *bibliography;
} snapshot;

static void take(snapshot *snapshot, const model *model,
                 nv_csl_processor *processor)
{
    snapshot->count = model->count;
    for (size_t i = 0; i < model->count; i++) {
        memcpy(snapshot->ids[i], model->clusters[i]->id, 8);
        snapshot->texts[i] = text_of(processor, model->clusters[i]->id);
    }
    snapshot->bibliography = bibliography_of(processor);
}

static void drop(snapshot *snapshot)
{
    for (size_t i = 0; i < snapshot->count; i++)
        free(snapshot->texts[i]);
    free(snapshot->bibliography);
}

static const char *text_before(const snapshot *snapshot, const char *id)
{
    for (size_t i = 0; i < snapshot->count; i++)
        if (strcmp(snapshot->ids[i], id) == 0)
            return snapshot->texts[i];
    return NULL;
}

/* The list of changes names what differs, and nothing else. */
static void check_changes(const snapshot *before, const snapshot *now,
                          const nv_csl_changes *changes, const char *edit)
{
    for (size_t i = 0; i < now->count; i++) {
        const char *text = text_before(before, now->ids[i]);
        const bool differs = !text || strcmp(text, now->texts[i]) != 0;

        CHECK(is_listed(changes, now->ids[i]) == differs, edit);
    }
    CHECK(changes->bibliography ||
              strcmp(before->bibliography, now->bibliography) == 0,
          edit);
}

static void check_scratch(const model *model, const nv_csl_lexicon *lexicon,
                          const snapshot *now, const char *edit)
{
    nv_csl_processor *scratch = from_scratch(model, lexicon);
    char *bibliography = bibliography_of(scratch);

    for (size_t i = 0; i < now->count; i++) {
        char *text = text_of(scratch, now->ids[i]);

        CHECK_STR(now->texts[i], text, edit);
        free(text);
    }
    CHECK_STR(now->bibliography, bibliography, edit);
    free(bibliography);
    nv_csl_processor_free(scratch);
}

static void edit_document(const nv_csl_lexicon *lexicon, size_t style)
{
    nv_csl_processor *processor = nv_csl_processor_new(lexicon, NULL, NULL);
    model model = {.random = style + 1};
    snapshot before = {.count = 0}, now;
    nv_csl_changes changes;

    assert_non_null(processor);
    take(&before, &model, processor);
    for (size_t i = 0; i < EDITS / NV_COUNT_OF(styles); i++) {
        char edit[32];

        snprintf(edit, sizeof edit, "style %zu, edit %zu", style, i);
        for (size_t k = draw(&model, 3) + 1; k > 0; k--)
            edits[draw(&model, NV_COUNT_OF(edits))](&model, processor);
        assert_true(nv_csl_processor_update(processor, &changes, NULL));
        take(&now, &model, processor);
        check_changes(&before, &now, &changes, edit);
        check_scratch(&model, lexicon, &now, edit);
        drop(&before);
        before = now;
    }
    drop(&before);
    while (model.count)
        free(take_out(&model, 0));
    nv_csl_processor_free(processor);
}

static void test_incremental_equals_from_scratch(void **state)
{
    (void)state;
    for (size_t index = 0; index < ITEM_COUNT; index++)
        for (size_t version = 0; version < VERSION_COUNT; version++)
            read_item(index, version);
    for (size_t i = 0; i < NV_COUNT_OF(styles); i++) {
        nv_error err = {0};
        nv_csl_style *style =
            nv_csl_style_read(styles[i], strlen(styles[i]), &err);
        nv_csl_lexicon *lexicon;

        CHECK_STR(err.message, "", "the style is read");
        lexicon = nv_csl_lexicon_new(style, "en-US", NULL, 0, NULL);
        assert_non_null(lexicon);
        edit_document(lexicon, i);
        nv_csl_lexicon_free(lexicon);
        nv_csl_style_free(style);
    }
    nv_arena_release(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_incremental_equals_from_scratch),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
