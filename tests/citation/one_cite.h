/* SPDX-License-Identifier: MPL-2.0 */
/* Renders one cite of one item, for tests of elements: what stands in a layout,
 * and what is read back from the draft before it is finished. */
#ifndef NV_TESTS_ONE_CITE_H
#define NV_TESTS_ONE_CITE_H

#include "check.h"

#include "base/buffer.h"
#include "citation/render.h"

typedef struct {
    const char *style_attributes; /* of cs:style, NULL: none */
    const char *elements;         /* outside the citation: locales, macros */
    const char *layout;           /* what stands in it */
    const char *item; /* members of the CSL-JSON object but its id */
    nv_csl_cite cite;
    nv_csl_distinction distinction;
    nv_csl_purpose purpose;
    nv_csl_key key; /* with FOR_SORT */
} one_cite;

static nv_csl_style *one_cite_style(const one_cite *one, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_csl_style *style;

    nv_buffer_add_format(
        &xml,
        "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "
        "class='note' %s><info><title>t</title><id>t</id>"
        "<updated>2020-01-01T00:00:00Z</updated></info>%s"
        "<citation><layout>%s</layout></citation></style>",
        one->style_attributes ? one->style_attributes : "",
        one->elements ? one->elements : "", one->layout ? one->layout : "");
    style = nv_csl_style_read(xml.text, xml.len, err);
    nv_buffer_release(&xml);
    return style;
}

static const nv_csl_item *one_cite_item(const one_cite *one, nv_arena *arena,
                                        nv_error *err)
{
    const nv_csl_item *const *items;
    nv_buffer json = NV_BUFFER_INIT;
    size_t count = 0;

    nv_buffer_add_format(&json, "[{\"id\":\"i\"%s%s}]", one->item ? "," : "",
                         one->item ? one->item : "");
    items = nv_csl_items_read(json.text, json.len, arena, &count, err);
    nv_buffer_release(&json);
    return items && count == 1 ? items[0] : NULL;
}

/* Appends the text of the cite to out, or the key with FOR_SORT. */
static void one_cite_read(const one_cite *one, const char *label,
                          nv_buffer *out)
{
    static const nv_csl_options host = {.host = NULL};
    nv_error err = {.code = NV_OK};
    nv_arena arena = {.blocks = NULL};
    nv_csl_draft draft;
    nv_csl_style *style = one_cite_style(one, &err);
    nv_csl_lexicon *lexicon =
        style ? nv_csl_lexicon_new(style, NULL, NULL, 0, &err) : NULL;
    const nv_csl_item *item = one_cite_item(one, &arena, &err);
    nv_csl_render render = {.lexicon = lexicon,
                            .host = &host,
                            .draft = &draft,
                            .scratch = &arena,
                            .purpose = one->purpose,
                            .item = item,
                            .cite = &one->cite,
                            .state = {.position = NV_CSL_POSITION_FIRST},
                            .distinction = &one->distinction};

    if (!lexicon || !item)
        fail_msg("%s: %s", label, err.message);
    nv_csl_draft_init(&draft);
    if (one->purpose == NV_CSL_FOR_SORT) {
        nv_buffer_add_text(out, nv_csl_render_key(&render, &one->key, &arena));
    } else {
        nv_csl_render_cite(&render);
        nv_csl_draft_read(&draft, 0, draft.count, out);
    }
    nv_csl_draft_release(&draft);
    nv_csl_lexicon_free(lexicon);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
}

static void check_cite(const one_cite *one, const char *wanted,
                       const char *label)
{
    nv_buffer out = NV_BUFFER_INIT;

    one_cite_read(one, label, &out);
    CHECK_STR(out.text, wanted, label);
    nv_buffer_release(&out);
}

#endif
