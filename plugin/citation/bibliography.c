/* SPDX-License-Identifier: MPL-2.0 */
/* The entries of the bibliography. See document.h. */
#include "citation/document.h"

#include <stdlib.h>

#include "citation/names.h"

static bool repeats_authors(const nv_csl_processor *processor)
{
    return processor->lexicon->style->author_substitute &&
           !processor->options.keeps_author;
}

static nv_csl_cite_state state_of(const nv_csl_processor *processor,
                                  const nv_csl_doc_item *item)
{
    nv_csl_cite_state state = {.stamp = item->distinction.stamp};

    if (processor->lexicon->style->prints_citation_number)
        state.citation_number = item->number;
    return state;
}

/* Does the text of an entry still hold, below the entry `before`? */
static bool is_valid(const nv_csl_processor *processor,
                     const nv_csl_doc_item *item, uint32_t before)
{
    const nv_csl_cite_state state = state_of(processor, item);

    if (!item->entry || item->is_dirty ||
        !nv_csl_cite_states_equal(&state, &item->entry_state))
        return false;
    return !repeats_authors(processor) ||
           (item->entry_before == before &&
            (before == NV_CSL_NO_ITEM || !processor->items[before].is_dirty));
}

bool nv_csl_bibliography_refresh(nv_csl_processor *processor)
{
    const nv_csl_style *style = processor->lexicon->style;
    uint32_t before = NV_CSL_NO_ITEM;
    bool has_changed = false;

    if (!style->layout[NV_CSL_IN_BIBLIOGRAPHY].is_present)
        return false;
    for (size_t i = 0; i < processor->entry_count; i++) {
        nv_csl_doc_item *item = &processor->items[processor->entries[i]];

        if (!is_valid(processor, item, before)) {
            has_changed = has_changed || item->entry || item->is_dirty;
            free(item->entry);
            item->entry = NULL;
        }
        before = processor->entries[i];
    }
    return has_changed;
}

/* The layout's suffix stands in the block that ends the entry, if one does. */
static void write_suffix(nv_csl_draft *draft, const char *suffix)
{
    size_t at = draft->count, open = 0, closes = 0;

    while (at && draft->pieces[at - 1].kind == NV_CSL_PIECE_CLOSE && !closes) {
        at--;
        open = at - draft->pieces[at].span;
        if (draft->pieces[open].frame.display)
            closes = draft->count - at;
    }
    if (closes)
        nv_csl_draft_cut(
            draft, (nv_csl_mark){at, draft->bytes.len, (uint32_t)open + 1});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_SUFFIX, suffix);
    while (closes-- > 0)
        nv_csl_draft_close(draft);
}

/* The layout into the draft, with its affixes; nothing if the item prints
 * nothing. */
static void write_entry(nv_csl_render *render)
{
    const nv_csl_layout *layout =
        &render->lexicon->style->layout[NV_CSL_IN_BIBLIOGRAPHY];
    nv_csl_draft *draft = render->draft;

    nv_csl_draft_clear(draft);
    nv_csl_draft_open(draft, &(nv_csl_frame){.format = layout->format});
    nv_csl_draft_add_text(draft, NV_CSL_ORIGIN_PREFIX, layout->prefix);
    if (!(nv_csl_render_cite(render) & NV_CSL_WROTE)) {
        nv_csl_draft_clear(draft);
        return;
    }
    write_suffix(draft, layout->suffix);
    nv_csl_draft_close(draft);
}

/* What the entry prints where its author stands. */
static void note_author(nv_csl_doc_item *item, const nv_csl_draft *draft,
                        const nv_csl_trace *trace)
{
    static const nv_csl_block none;
    size_t open;

    item->entry_block = trace->count ? trace->blocks[0] : none;
    item->entry_author = 0;
    if (nv_csl_draft_find(draft, (nv_csl_mark){0}, NV_CSL_TAG_NAMES, &open))
        item->entry_author =
            nv_csl_draft_hash(draft, open, open + draft->pieces[open].span);
}

/* How many of the names the entry above has printed as well: all, when both
 * read the same ("Beijing Zoo" may be a family or an institution). */
static size_t same_names(const nv_csl_doc_item *item,
                         const nv_csl_doc_item *above)
{
    return item->entry_author == above->entry_author
               ? item->entry_block.shown
               : nv_csl_names_same(item->entry_block.names,
                                   above->entry_block.names);
}

/* What of the author the entry above has printed already. Names are compared as
 * far as both print them; a title that stands for names, by its text. */
static nv_csl_repeat repeat_of(const nv_csl_processor *processor,
                               const nv_csl_doc_item *item, uint32_t before)
{
    const nv_csl_style *style = processor->lexicon->style;
    const nv_csl_doc_item *above = &processor->items[before];
    const nv_csl_block *block = &item->entry_block;
    const nv_csl_block *other = &above->entry_block;
    nv_csl_repeat repeat = {.text = style->author_substitute,
                            .rule = style->substitute_rule};
    size_t same;

    if (!block->names || !other->names) {
        repeat.is_complete = block->names == other->names &&
                             item->entry_author &&
                             item->entry_author == above->entry_author;
        return repeat;
    }
    same = same_names(item, above);
    repeat.same_names = (uint16_t)(same < UINT16_MAX ? same : UINT16_MAX);
    repeat.is_complete = block->shown == other->shown &&
                         block->is_cut == other->is_cut && same >= block->shown;
    return repeat;
}

/* The text of one entry; `before` is the entry above it, NV_CSL_NO_ITEM none:
 * subsequent-author-substitute looks at its names. */
static bool format_entry(nv_csl_processor *processor, uint32_t index,
                         uint32_t before, nv_error *err)
{
    nv_csl_doc_item *item = &processor->items[index];
    nv_csl_trace trace = {.count = 0};
    nv_csl_render render =
        nv_csl_document_render(processor, NV_CSL_IN_BIBLIOGRAPHY, index);
    nv_csl_render again;
    nv_csl_repeat repeat = {.text = NULL};

    render.state = state_of(processor, item);
    again = render;
    render.trace = &trace;
    write_entry(&render);
    note_author(item, &processor->draft, &trace);
    if (before != NV_CSL_NO_ITEM && repeats_authors(processor) &&
        !processor->draft.failed)
        repeat = repeat_of(processor, item, before);
    if (repeat.same_names || repeat.is_complete) {
        again.repeat = &repeat;
        write_entry(&again);
    }
    free(item->entry);
    item->entry = nv_csl_draft_finish(&processor->draft,
                                      &processor->lexicon->quotes, NULL, err);
    item->entry_state = render.state;
    item->entry_before = before;
    nv_arena_reset(&processor->scratch);
    return item->entry != NULL;
}

/* Characters of what stands in the left margin at the beginning. */
static size_t label_length(const nv_csl_text *text)
{
    size_t length = 0;

    for (uint32_t i = 0;
         i < text->run_count && text->runs[i].display == NV_CSL_LEFT_MARGIN;
         i++)
        for (uint32_t at = 0; at < text->runs[i].len; at++)
            length += (text->text[text->runs[i].start + at] & 0xC0) != 0x80;
    return length;
}

/* Items that print nothing are left out: a bibliography has no holes. */
static bool list_entries(nv_csl_processor *processor, nv_csl_bibliography *out,
                         nv_error *err)
{
    uint32_t before = NV_CSL_NO_ITEM;

    for (size_t i = 0; i < processor->entry_count; i++) {
        const uint32_t index = processor->entries[i];
        const nv_csl_doc_item *item = &processor->items[index];
        size_t label;

        if (!item->entry && !format_entry(processor, index, before, err))
            return false;
        before = index;
        if (!item->entry->len)
            continue;
        processor->entry_list[out->count++] =
            (nv_csl_entry){item->id, item->entry};
        label = label_length(item->entry);
        if (label > out->longest_label)
            out->longest_label = label;
    }
    out->entries = processor->entry_list;
    return true;
}

bool nv_csl_processor_bibliography(nv_csl_processor *processor,
                                   nv_csl_bibliography *out, nv_error *err)
{
    const nv_csl_style *style = processor->lexicon->style;
    nv_csl_entry *list;

    *out = (nv_csl_bibliography){
        .hanging_indent = style->hanging_indent,
        .second_field = style->second_field,
        .line_spacing = style->line_spacing,
        .entry_spacing = style->entry_spacing,
    };
    if (!style->layout[NV_CSL_IN_BIBLIOGRAPHY].is_present)
        return true;
    list = realloc(processor->entry_list,
                   (processor->entry_count + 1) * sizeof *list);
    if (!list)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory for the bibliography.");
    processor->entry_list = list;
    return list_entries(processor, out, err);
}
