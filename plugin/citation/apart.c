/* SPDX-License-Identifier: MPL-2.0 */
/* Telling items apart: groups, and what comes out of it. See distinction.h. */
#include "citation/apart.h"

#include <stdlib.h>
#include <string.h>

/* One condition more for members with one key; *is_done when no cite asks for
 * so many. */
static bool try_condition(nv_csl_processor *processor,
                          nv_csl_apart_member members[], size_t count,
                          uint16_t conditions, bool *is_done)
{
    size_t keys;

    for (size_t i = 0; i < count; i++)
        members[i].conditions = conditions;
    keys = nv_csl_apart_part(processor, members, count);
    for (size_t i = 0; i < count; i++) {
        if (keys > 1)
            members[i].useful = conditions;
        *is_done = *is_done && members[i].tested <= conditions;
    }
    return keys > 0;
}

/* Step 3: conditions in the order in which a cite asks for them, as long as
 * members read the same. */
static bool try_conditions(nv_csl_processor *processor,
                           nv_csl_apart_member members[], size_t count)
{
    bool is_done = false;

    for (uint16_t conditions = 1; !is_done; conditions++) {
        is_done = true;
        for (size_t at = 0, end; at < count; at = end) {
            end = nv_csl_apart_class_end(members, at, count);
            if (end - at > 1 && !try_condition(processor, members + at,
                                               end - at, conditions, &is_done))
                return false;
        }
    }
    for (size_t i = 0; i < count; i++)
        members[i].conditions = members[i].useful;
    return nv_csl_apart_part(processor, members, count) > 0;
}

/* Those that still read the same get suffixes, if the style has any. */
static void ask_suffixes(const nv_csl_style *style,
                         nv_csl_apart_member members[], size_t count)
{
    for (size_t at = 0, end; at < count; at = end) {
        end = nv_csl_apart_class_end(members, at, count);
        for (size_t i = at; end - at > 1 && i < end; i++)
            members[i].needs_suffix = style->adds_year_suffix;
    }
}

/* Steps 2 and 3 for members with one key. */
static bool tell_apart(nv_csl_processor *processor,
                       nv_csl_apart_member members[], size_t count)
{
    const nv_csl_style *style = processor->lexicon->style;

    if (!nv_csl_apart_refine(processor, members, count))
        return false;
    if (style->tests_disambiguate && !try_conditions(processor, members, count))
        return false;
    ask_suffixes(style, members, count);
    return true;
}

static bool tell_groups_apart(nv_csl_processor *processor,
                              nv_csl_apart_member members[], size_t count)
{
    nv_csl_apart_order(members, count);
    for (size_t at = 0, end; at < count; at = end) {
        end = nv_csl_apart_class_end(members, at, count);
        if (members[at].key && end - at > 1 &&
            !tell_apart(processor, members + at, end - at))
            return false;
    }
    return true;
}

/* What comes out */

static bool is_block_default(const nv_csl_apart_block *block)
{
    bool is_default = block->shown == 0;

    for (uint32_t i = 0; block->names && i < block->names->count; i++)
        is_default = is_default && block->given[i] == NV_CSL_GIVEN_STYLED;
    return is_default;
}

/* The choices in one block of memory; *memory is NULL when there are none.
 * False without memory. */
static bool pack(const nv_csl_apart_member *member, void **memory,
                 nv_csl_distinction *out)
{
    size_t size = member->block_count * sizeof *out->blocks;
    bool is_default = true;
    nv_csl_block_choice *choices;
    uint8_t *at;

    for (uint16_t i = 0; i < member->block_count; i++) {
        is_default = is_default && is_block_default(&member->blocks[i]);
        size += member->blocks[i].names ? member->blocks[i].names->count : 0;
    }
    *memory = NULL;
    *out = (nv_csl_distinction){.conditions = member->conditions};
    if (is_default)
        return true;
    choices = malloc(size);
    if (!choices)
        return false;
    at = (uint8_t *)(choices + member->block_count);
    *out = nv_csl_apart_choices(member, choices);
    for (uint16_t i = 0; i < member->block_count; i++) {
        if (!choices[i].count)
            continue;
        choices[i].given = memcpy(at, choices[i].given, choices[i].count);
        at += choices[i].count;
    }
    *memory = choices;
    return true;
}

static bool choices_equal(const nv_csl_block_choice *a,
                          const nv_csl_block_choice *b)
{
    return a->shown == b->shown && a->count == b->count &&
           (!a->count || memcmp(a->given, b->given, a->count) == 0);
}

static bool distinctions_equal(const nv_csl_distinction *a,
                               const nv_csl_distinction *b)
{
    if (a->block_count != b->block_count || a->conditions != b->conditions ||
        a->year_suffix != b->year_suffix)
        return false;
    for (uint16_t i = 0; i < a->block_count; i++)
        if (!choices_equal(&a->blocks[i], &b->blocks[i]))
            return false;
    return true;
}

/* Gives the item its distinction, with a new stamp if it is another. */
static void settle(nv_csl_processor *processor, nv_csl_doc_item *item,
                   nv_csl_distinction *found, void *memory)
{
    if (distinctions_equal(&item->distinction, found)) {
        free(memory);
        return;
    }
    if (found->block_count || found->conditions || found->year_suffix)
        found->stamp = ++processor->apart->stamp;
    free(item->choices);
    item->choices = memory;
    item->distinction = *found;
}

static bool settle_members(nv_csl_processor *processor,
                           const nv_csl_apart_member members[], size_t count)
{
    nv_csl_distinction none = {.stamp = 0}, found;
    uint32_t *suffixes = nv_arena_array(
        &processor->apart->memory, processor->item_count, sizeof *suffixes);
    void *memory;

    if (!suffixes ||
        !nv_csl_apart_suffixes(processor, members, count, suffixes))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!pack(&members[i], &memory, &found))
            return false;
        found.year_suffix = suffixes[members[i].item];
        settle(processor, &processor->items[members[i].item], &found, memory);
    }
    for (size_t i = 0; i < processor->item_count; i++)
        if (!nv_csl_doc_item_is_listed(&processor->items[i]))
            settle(processor, &processor->items[i], &none, NULL);
    return true;
}

bool nv_csl_apart_update(nv_csl_processor *processor, nv_error *err)
{
    const nv_csl_style *style = processor->lexicon->style;
    const size_t count = processor->entry_count;
    nv_csl_apart_member *members;
    bool done;

    if (!style->adds_names && !style->adds_givenname &&
        !style->adds_year_suffix && !style->tests_disambiguate)
        return true;
    members = nv_csl_apart_members(processor);
    done = members && nv_csl_apart_all_names(processor, members, count) &&
           tell_groups_apart(processor, members, count) &&
           settle_members(processor, members, count);
    nv_arena_reset(&processor->apart->memory);
    return done || nv_fail(err, NV_ERROR_MEMORY, 0,
                           "There is no memory to tell the items of the "
                           "document apart.");
}
