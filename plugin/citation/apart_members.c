/* SPDX-License-Identifier: MPL-2.0 */
/* Items while they are told apart: how their cites read, and what is known of
 * them from the update before. See apart.h. */
#include "citation/apart.h"

#include <stdlib.h>
#include <string.h>

nv_csl_apart *nv_csl_apart_new(void)
{
    return calloc(1, sizeof(nv_csl_apart));
}

void nv_csl_apart_free(nv_csl_apart *apart)
{
    if (!apart)
        return;
    for (size_t i = 0; i < apart->base_count; i++)
        free(apart->bases[i].blocks);
    free(apart->bases);
    nv_arena_release(&apart->memory);
    free(apart);
}

nv_csl_distinction nv_csl_apart_choices(const nv_csl_apart_member *member,
                                        nv_csl_block_choice choices[])
{
    for (uint16_t i = 0; i < member->block_count; i++) {
        const nv_csl_apart_block *block = &member->blocks[i];

        choices[i] = (nv_csl_block_choice){
            block->shown, block->given ? (uint16_t)block->names->count : 0,
            block->given};
    }
    return (nv_csl_distinction){.blocks = choices,
                                .block_count = member->block_count,
                                .conditions = member->conditions};
}

/* As a later cite prints it: what is short is what must be told apart. */
bool nv_csl_apart_render(nv_csl_processor *processor,
                         nv_csl_apart_member *member, nv_csl_trace *trace)
{
    nv_csl_block_choice choices[NV_CSL_MOST_BLOCKS];
    const nv_csl_distinction distinction =
        nv_csl_apart_choices(member, choices);
    const nv_csl_cite cite = {.item = processor->items[member->item].id};
    nv_csl_render render =
        nv_csl_document_render(processor, NV_CSL_IN_CITATION, member->item);

    render.draft = &processor->side;
    render.purpose = NV_CSL_FOR_NAMES_APART;
    render.cite = &cite;
    render.state.position = NV_CSL_POSITION_SUBSEQUENT;
    render.state.is_near_note = true;
    render.distinction = &distinction;
    render.trace = trace;
    nv_csl_draft_clear(render.draft);
    nv_csl_render_cite(&render);
    member->key = nv_csl_draft_hash(render.draft, 0, render.draft->count);
    member->tested = render.conditions;
    processor->apart->renders++;
    nv_arena_reset(&processor->scratch);
    return !render.draft->failed;
}

static int by_key(const void *a, const void *b)
{
    const nv_csl_apart_member *first = a, *second = b;

    if (first->key != second->key)
        return first->key < second->key ? -1 : 1;
    return (first->item > second->item) - (first->item < second->item);
}

size_t nv_csl_apart_order(nv_csl_apart_member members[], size_t count)
{
    size_t keys = 0;

    qsort(members, count, sizeof *members, by_key);
    for (size_t at = 0; at < count; keys++)
        at = nv_csl_apart_class_end(members, at, count);
    return keys;
}

size_t nv_csl_apart_part(nv_csl_processor *processor,
                         nv_csl_apart_member members[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!nv_csl_apart_render(processor, &members[i], NULL))
            return 0;
    return nv_csl_apart_order(members, count);
}

size_t nv_csl_apart_class_end(const nv_csl_apart_member members[], size_t from,
                              size_t count)
{
    size_t end = from + 1;

    while (end < count && members[end].key == members[from].key)
        end++;
    return end;
}

/* Room for the bases of all items. */
static bool reserve(nv_csl_processor *processor)
{
    nv_csl_apart *apart = processor->apart;
    const size_t count = processor->item_count;
    nv_csl_apart_base *bases;

    if (count <= apart->base_count)
        return true;
    bases = realloc(apart->bases, count * sizeof *bases);
    if (!bases)
        return false;
    memset(bases + apart->base_count, 0,
           (count - apart->base_count) * sizeof *bases);
    apart->bases = bases;
    apart->base_count = count;
    return true;
}

/* The blocks of names that a cite has printed without choices. */
static bool take_blocks(nv_csl_apart_base *base, const nv_csl_trace *trace)
{
    base->blocks = calloc(trace->count + 1u, sizeof *base->blocks);
    if (!base->blocks)
        return false;
    for (uint16_t i = 0; i < trace->count; i++)
        base->blocks[i] =
            (nv_csl_apart_block){.names = trace->blocks[i].names,
                                 .options = trace->blocks[i].options,
                                 .styled = trace->blocks[i].shown};
    base->block_count = trace->count;
    return true;
}

/* How the cite of an item reads without choices; rendered when the item is new
 * or another. NULL without memory. */
static const nv_csl_apart_base *base_of(nv_csl_processor *processor,
                                        uint32_t item)
{
    nv_csl_apart_base *base = &processor->apart->bases[item];
    nv_csl_apart_member member = {.item = item};
    nv_csl_trace trace = {.count = 0};

    if (base->blocks && !processor->items[item].is_dirty)
        return base;
    free(base->blocks);
    *base = (nv_csl_apart_base){.blocks = NULL};
    if (!nv_csl_apart_render(processor, &member, &trace) ||
        !take_blocks(base, &trace))
        return NULL;
    base->key = member.key;
    base->tested = member.tested;
    return base;
}

/* A member that is as its base. */
static bool begin(nv_csl_apart_member *member, const nv_csl_apart_base *base,
                  nv_arena *memory)
{
    nv_csl_apart_block *blocks =
        nv_arena_array(memory, base->block_count, sizeof *blocks);

    if (!blocks)
        return false;
    for (uint16_t i = 0; i < base->block_count; i++) {
        blocks[i] = base->blocks[i];
        if (!blocks[i].names)
            continue;
        blocks[i].given = nv_arena_array(memory, blocks[i].names->count, 1);
        if (!blocks[i].given)
            return false;
    }
    member->key = base->key;
    member->tested = base->tested;
    member->blocks = blocks;
    member->block_count = base->block_count;
    return true;
}

nv_csl_apart_member *nv_csl_apart_members(nv_csl_processor *processor)
{
    nv_arena *memory = &processor->apart->memory;
    nv_csl_apart_member *members =
        nv_arena_array(memory, processor->entry_count, sizeof *members);

    if (!members || !reserve(processor))
        return NULL;
    for (size_t i = 0; i < processor->entry_count; i++) {
        const nv_csl_apart_base *base =
            base_of(processor, processor->entries[i]);

        members[i].item = processor->entries[i];
        if (!base || !begin(&members[i], base, memory))
            return NULL;
    }
    return members;
}
