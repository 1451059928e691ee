/* SPDX-License-Identifier: MPL-2.0 */
/* Any style and any items, parted by a NUL: all items are cited one by one,
 * twice, then as the next one and together, shown in a preview and listed. */
#include "citation/processor.h"
#include "csl.h"

enum { MOST_ITEMS = 40 };

static void cite(nv_csl_processor *processor, size_t place,
                 const nv_csl_cite cites[], size_t count)
{
    char id[24];
    const nv_csl_cluster cluster = {.id = id,
                                    .note = (int32_t)place + 1,
                                    .cites = cites,
                                    .cite_count = count};

    snprintf(id, sizeof id, "c%zu", place);
    DEMAND(nv_csl_processor_insert(processor, place, &cluster, NULL),
           "a cluster is taken");
}

static void cite_all(nv_csl_processor *processor,
                     const nv_csl_item *const items[], size_t count)
{
    nv_csl_cite cites[MOST_ITEMS] = {{0}};

    for (size_t i = 0; i < count; i++) {
        cites[i].item = items[i]->id;
        cites[i].locator = i % 2 ? "12-14" : NULL;
        cites[i].prefix = i % 4 ? NULL : "<span class=\"quotation\">see</span>";
        cites[i].suffix =
            i % 3 ? NULL : "and <span lang=\"de\"><i>mehr</i></span>";
        cite(processor, 2 * i, &cites[i], 1);
        cites[i].as = items[(i + 1) % count];
        cite(processor, 2 * i + 1, &cites[i], 1);
    }
    cite(processor, 2 * count, cites, count);
}

/* The id is nobody's. */
static void show(nv_csl_processor *processor, const nv_csl_item *item)
{
    const nv_csl_cite cite = {.item = "nobody's", .as = item};
    const nv_csl_cluster cluster = {
        .id = "preview", .note = 1, .cites = &cite, .cite_count = 1};
    nv_arena arena = {NULL};

    check_text(nv_csl_processor_preview(processor, &cluster, &arena, NULL));
    nv_arena_release(&arena);
}

static void read_all(nv_csl_processor *processor, size_t count)
{
    nv_csl_bibliography bibliography;
    nv_csl_changes changes;
    nv_buffer html = NV_BUFFER_INIT;
    char id[24];

    DEMAND(nv_csl_processor_update(processor, &changes, NULL), "it updates");
    for (size_t i = 0; i < 2 * count + 1; i++) {
        snprintf(id, sizeof id, "c%zu", i);
        check_text(nv_csl_processor_text(processor, id));
        nv_csl_text_write_html(nv_csl_processor_text(processor, id), &html);
    }
    DEMAND(nv_csl_processor_bibliography(processor, &bibliography, NULL),
           "it lists");
    for (size_t i = 0; i < bibliography.count; i++)
        check_text(bibliography.entries[i].text);
    nv_csl_bibliography_write_html(&bibliography, &html);
    DEMAND(is_utf8(html.text), "HTML is UTF-8");
    nv_buffer_release(&html);
}

static void render(const nv_csl_style *style, const nv_csl_item *const items[],
                   size_t count)
{
    nv_csl_lexicon *lexicon = nv_csl_lexicon_new(style, NULL, NULL, 0, NULL);
    nv_csl_processor *processor =
        lexicon ? nv_csl_processor_new(lexicon, NULL, NULL) : NULL;

    DEMAND(processor, "there is memory");
    if (count > MOST_ITEMS)
        count = MOST_ITEMS;
    DEMAND(nv_csl_processor_put_items(processor, items, count, NULL),
           "items are taken");
    cite_all(processor, items, count);
    read_all(processor, count);
    for (size_t i = 0; i < count; i++)
        show(processor, items[i]);
    nv_csl_processor_free(processor);
    nv_csl_lexicon_free(lexicon);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *xml = size ? (const char *)data : "";
    const char *middle = memchr(xml, '\0', size);
    const size_t len = middle ? (size_t)(middle - xml) : size;
    const char *json = middle ? middle + 1 : "[{\"id\":\"i\"}]";
    nv_arena arena = {NULL};
    size_t count;
    nv_csl_style *style = nv_csl_style_read(xml, len, NULL);
    const nv_csl_item *const *items = nv_csl_items_read(
        json, middle ? size - len - 1 : strlen(json), &arena, &count, NULL);

    if (style && items)
        render(style, items, count);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
    return 0;
}
