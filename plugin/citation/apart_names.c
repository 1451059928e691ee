/* SPDX-License-Identifier: MPL-2.0 */
/* Given names and further names: steps 1 and 2 of distinction.h. */
#include "citation/apart.h"

#include <stdlib.h>
#include <string.h>

/* Step 1 */

/* One name of one item, by what it reads as at each level. */
typedef struct {
    uint64_t keys[NV_CSL_GIVEN_FULL + 1];
    uint8_t *given; /* where its level goes */
} told;

static bool key_at(const nv_csl_processor *processor, const nv_csl_name *name,
                   const nv_csl_name_options *options, nv_csl_given given,
                   uint64_t *key)
{
    const nv_csl_style *style = processor->lexicon->style;
    nv_buffer text = NV_BUFFER_INIT;
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    bool done;

    nv_csl_name_key(name, options, given, style->initialize_with_hyphen, &text);
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.text[i]) * 0x100000001b3u;
    *key = h;
    done = !text.failed;
    nv_buffer_release(&text);
    return done;
}

static bool is_primary(uint8_t rule)
{
    return rule == NV_CSL_PRIMARY_NAME ||
           rule == NV_CSL_PRIMARY_NAME_WITH_INITIALS;
}

static bool stops_at_initials(uint8_t rule)
{
    return rule == NV_CSL_ALL_NAMES_WITH_INITIALS ||
           rule == NV_CSL_PRIMARY_NAME_WITH_INITIALS;
}

/* How many names of the block the rule is about. */
static uint32_t names_of(const nv_csl_apart_block *block, uint8_t rule)
{
    if (!block->names)
        return 0;
    return is_primary(rule) ? 1 : block->names->count;
}

static size_t count_names(const nv_csl_apart_member members[], size_t count,
                          uint8_t rule)
{
    size_t names = 0;

    for (size_t i = 0; i < count; i++)
        for (uint16_t k = 0; k < members[i].block_count; k++)
            names += names_of(&members[i].blocks[k], rule);
    return names;
}

static bool take_block(const nv_csl_processor *processor,
                       const nv_csl_apart_block *block, uint32_t count,
                       told names[])
{
    for (uint32_t i = 0; i < count; i++) {
        names[i].given = &block->given[i];
        for (int level = 0; level <= NV_CSL_GIVEN_FULL; level++)
            if (!key_at(processor, &block->names->names[i], block->options,
                        level, &names[i].keys[level]))
                return false;
    }
    return true;
}

static bool take_names(const nv_csl_processor *processor,
                       const nv_csl_apart_member members[], size_t count,
                       uint8_t rule, told names[])
{
    for (size_t i = 0; i < count; i++)
        for (uint16_t k = 0; k < members[i].block_count; k++) {
            const nv_csl_apart_block *block = &members[i].blocks[k];
            const uint32_t block_names = names_of(block, rule);

            if (!take_block(processor, block, block_names, names))
                return false;
            names += block_names;
        }
    return true;
}

/* By the short form, then with initials, then in full. */
static int by_keys(const void *a, const void *b)
{
    const told *first = a, *second = b;

    for (int level = 0; level <= NV_CSL_GIVEN_FULL; level++)
        if (first->keys[level] != second->keys[level])
            return first->keys[level] < second->keys[level] ? -1 : 1;
    return 0;
}

/* Where the names that agree with the first up to a level end. */
static size_t run_end(const told names[], size_t from, size_t count, int level)
{
    size_t end = from + 1;

    while (end < count && names[end].keys[level] == names[from].keys[level])
        end++;
    return end;
}

/* Names with one short form. Initials, where there are several; in full, where
 * several have the same. */
static void tell_family(told names[], size_t count, uint8_t rule)
{
    const int initials = NV_CSL_GIVEN_INITIALS, full = NV_CSL_GIVEN_FULL;
    const bool several = run_end(names, 0, count, initials) < count;

    for (size_t at = 0, end; at < count; at = end) {
        bool same_initials;
        uint8_t level = several ? NV_CSL_GIVEN_INITIALS : NV_CSL_GIVEN_STYLED;

        end = run_end(names, at, count, initials);
        same_initials = run_end(names + at, 0, end - at, full) < end - at;
        if (same_initials && !stops_at_initials(rule))
            level = NV_CSL_GIVEN_FULL;
        for (size_t i = at; i < end; i++)
            *names[i].given = level;
    }
}

bool nv_csl_apart_all_names(nv_csl_processor *processor,
                            nv_csl_apart_member members[], size_t count)
{
    const nv_csl_style *style = processor->lexicon->style;
    const uint8_t rule = style->givenname_rule;
    size_t name_count;
    told *names;

    if (!style->adds_givenname || rule == NV_CSL_BY_CITE)
        return true;
    name_count = count_names(members, count, rule);
    names =
        nv_arena_array(&processor->apart->memory, name_count, sizeof *names);
    if (!names || !take_names(processor, members, count, rule, names))
        return false;
    qsort(names, name_count, sizeof *names, by_keys);
    for (size_t at = 0, end; at < name_count; at = end) {
        end = run_end(names, at, name_count, NV_CSL_GIVEN_STYLED);
        tell_family(names + at, end - at, rule);
    }
    for (size_t i = 0; i < count; i++)
        if (!nv_csl_apart_render(processor, &members[i], NULL))
            return false;
    return true;
}

/* Step 2 */

/* What is tried next: to show the name, if it is not (STYLED), then its given
 * name. */
typedef struct {
    uint16_t block;
    uint32_t name;
    uint8_t given; /* nv_csl_given */
} trial;

static const nv_csl_apart_block *block_of(const nv_csl_apart_member *member,
                                          const trial *trial)
{
    const bool has_block = trial->block < member->block_count &&
                           member->blocks[trial->block].names;

    return has_block ? &member->blocks[trial->block] : NULL;
}

static uint32_t shown_of(const nv_csl_apart_block *block)
{
    return block->shown > block->styled ? block->shown : block->styled;
}

/* Does the style allow it, and would it print something else? */
static bool is_possible(const nv_csl_style *style,
                        const nv_csl_apart_member *member, const trial *trial)
{
    const nv_csl_apart_block *block = block_of(member, trial);

    if (!block || trial->name >= block->names->count ||
        trial->name >= UINT16_MAX)
        return false;
    if (trial->given == NV_CSL_GIVEN_STYLED)
        return style->adds_names && trial->name == shown_of(block);
    return style->adds_givenname && style->givenname_rule == NV_CSL_BY_CITE &&
           trial->name < shown_of(block) &&
           (trial->given == NV_CSL_GIVEN_FULL ||
            block->options->initialize_with);
}

/* What the trial would print, as a hash; whether "et al." goes is part of it. 0
 * if it is not possible. */
static uint64_t outcome_of(const nv_csl_processor *processor,
                           const nv_csl_apart_member *member,
                           const trial *trial)
{
    const nv_csl_apart_block *block = block_of(member, trial);
    const bool goes_on = block && trial->name + 1 < block->names->count;
    nv_csl_given given = (nv_csl_given)trial->given;
    uint64_t key;

    if (!is_possible(processor->lexicon->style, member, trial))
        return 0;
    if (given == NV_CSL_GIVEN_STYLED)
        given = (nv_csl_given)block->given[trial->name];
    if (!key_at(processor, &block->names->names[trial->name], block->options,
                given, &key))
        return 0;
    return trial->given == NV_CSL_GIVEN_STYLED && goes_on ? ~key : key;
}

static bool differ(const nv_csl_processor *processor,
                   const nv_csl_apart_member members[], size_t count,
                   const trial *trial)
{
    const uint64_t first = outcome_of(processor, &members[0], trial);

    for (size_t i = 1; i < count; i++)
        if (outcome_of(processor, &members[i], trial) != first)
            return true;
    return false;
}

static void apply(const nv_csl_style *style, nv_csl_apart_member members[],
                  size_t count, const trial *trial)
{
    for (size_t i = 0; i < count; i++) {
        nv_csl_apart_block *block = &members[i].blocks[trial->block];

        if (!is_possible(style, &members[i], trial))
            continue;
        if (trial->given == NV_CSL_GIVEN_STYLED)
            block->shown = (uint16_t)(trial->name + 1);
        else
            block->given[trial->name] = trial->given;
    }
}

/* A given name that made no difference is taken back at once; a name that made
 * none may be needed for those after it. */
static void take_back(nv_csl_apart_member members[], size_t count,
                      const trial *trial, uint8_t given)
{
    for (size_t i = 0; i < count; i++) {
        const nv_csl_apart_block *block = block_of(&members[i], trial);

        if (block && trial->given != NV_CSL_GIVEN_STYLED &&
            trial->name < block->names->count)
            block->given[trial->name] = given;
    }
}

static void note_useful(nv_csl_apart_member members[], size_t count,
                        const trial *trial)
{
    for (size_t i = 0; i < count; i++)
        if (block_of(&members[i], trial))
            members[i].blocks[trial->block].useful =
                members[i].blocks[trial->block].shown;
}

/* Tries it on members that read the same. */
static bool try_on(nv_csl_processor *processor, nv_csl_apart_member members[],
                   size_t count, const trial *trial)
{
    const nv_csl_style *style = processor->lexicon->style;
    const nv_csl_apart_block *block = block_of(&members[0], trial);
    const uint8_t given = block && trial->name < block->names->count
                              ? block->given[trial->name]
                              : NV_CSL_GIVEN_STYLED;
    const bool has_effect = differ(processor, members, count, trial);
    size_t keys = 1;

    if (!has_effect && trial->given != NV_CSL_GIVEN_STYLED)
        return true;
    apply(style, members, count, trial);
    if (has_effect)
        keys = nv_csl_apart_part(processor, members, count);
    if (keys > 1)
        note_useful(members, count, trial);
    else
        take_back(members, count, trial, given);
    return keys > 0;
}

/* Tries it on all that read the same as others; *is_done when there are none.
 */
static bool try_all(nv_csl_processor *processor, nv_csl_apart_member members[],
                    size_t count, const trial *trial, bool *is_done)
{
    *is_done = true;
    for (size_t at = 0, end; at < count; at = end) {
        end = nv_csl_apart_class_end(members, at, count);
        if (end - at == 1)
            continue;
        *is_done = false;
        if (!try_on(processor, members + at, end - at, trial))
            return false;
    }
    return true;
}

/* Moves on; false when all names of all blocks have been tried. */
static bool advance(trial *trial, const nv_csl_apart_member members[],
                    size_t count)
{
    bool has_block = false, has_name = false;

    if (trial->given < NV_CSL_GIVEN_FULL) {
        trial->given++;
        return true;
    }
    trial->given = NV_CSL_GIVEN_STYLED;
    trial->name++;
    for (size_t i = 0; i < count; i++) {
        const nv_csl_apart_block *block = block_of(&members[i], trial);

        has_name = has_name || (block && trial->name < block->names->count);
        has_block = has_block || trial->block + 1 < members[i].block_count;
    }
    if (has_name)
        return true;
    trial->name = 0;
    trial->block++;
    return has_block;
}

/* Takes back names that were shown for nothing. */
static void hide_useless(nv_csl_apart_member members[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (uint16_t k = 0; k < members[i].block_count; k++)
            members[i].blocks[k].shown = members[i].blocks[k].useful;
}

bool nv_csl_apart_refine(nv_csl_processor *processor,
                         nv_csl_apart_member members[], size_t count)
{
    trial trial = {.given = NV_CSL_GIVEN_STYLED};
    bool is_done;

    do
        if (!try_all(processor, members, count, &trial, &is_done))
            return false;
    while (!is_done && advance(&trial, members, count));
    hide_useless(members, count);
    return nv_csl_apart_part(processor, members, count) > 0;
}
