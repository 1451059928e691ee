/* SPDX-License-Identifier: MPL-2.0 */
/* What the files that tell items apart share. See distinction.h. */
#ifndef NV_CITATION_APART_H
#define NV_CITATION_APART_H

#include "citation/distinction.h"
#include "citation/names.h"

/* A block of names while it is worked on. */
typedef struct {
    const nv_csl_names *names;
    const nv_csl_name_options *options;
    uint16_t styled; /* names shown as the style has it */
    uint16_t shown;  /* at least; 0: as the style has it */
    uint16_t useful; /* as many have told it from some; 0: none yet */
    uint8_t *given;  /* nv_csl_given, as many as names */
} nv_csl_apart_block;

/* An item while it is worked on. */
typedef struct {
    uint32_t item;
    uint64_t key; /* hash of its cite with the choices made so far; 0: it
                   * prints nothing */
    nv_csl_apart_block *blocks;
    uint16_t block_count;
    uint16_t conditions; /* that hold */
    uint16_t tested;     /* that the cite asks for */
    uint16_t useful;     /* that have told it from some */
    bool needs_suffix;   /* with those of the same key */
} nv_csl_apart_member;

/* What is known of an item as long as it is the same: its cite without choices.
 */
typedef struct {
    uint64_t key;
    nv_csl_apart_block *blocks; /* owned, without given[]; NULL: not known */
    uint16_t block_count, tested;
} nv_csl_apart_base;

struct nv_csl_apart {
    uint32_t stamp;           /* the last one given */
    uint64_t renders;         /* of cites, ever: what telling apart costs */
    nv_csl_apart_base *bases; /* by item */
    size_t base_count;
    nv_arena memory; /* of one update */
};

/* One member for each entry, in their order, as its base; NULL without memory.
 * apart_members.c */
nv_csl_apart_member *nv_csl_apart_members(nv_csl_processor *processor);

/* The choices of a member as a distinction, which lives as long as choices[]:
 * as many as the member has blocks. apart_members.c */
nv_csl_distinction nv_csl_apart_choices(const nv_csl_apart_member *member,
                                        nv_csl_block_choice choices[]);

/* Renders the cite of the member with its choices, and sets its key; fills
 * *trace when it is not NULL. False without memory. apart_members.c */
bool nv_csl_apart_render(nv_csl_processor *processor,
                         nv_csl_apart_member *member, nv_csl_trace *trace);

/* Orders them by key; returns how many different keys there are.
 * apart_members.c */
size_t nv_csl_apart_order(nv_csl_apart_member members[], size_t count);

/* Renders all of them, and orders them by key. Returns how many different keys
 * there are; 0 without memory. apart_members.c */
size_t nv_csl_apart_part(nv_csl_processor *processor,
                         nv_csl_apart_member members[], size_t count);

/* Where the members with the key of members[from] end. apart_members.c */
size_t nv_csl_apart_class_end(const nv_csl_apart_member members[], size_t from,
                              size_t count);

/* Step 1: sets the given names that the rule asks for, in all items. False
 * without memory. apart_names.c */
bool nv_csl_apart_all_names(nv_csl_processor *processor,
                            nv_csl_apart_member members[], size_t count);

/* Step 2: given names and further names of members with one key; they are
 * ordered by their new keys after it. False without memory. apart_names.c */
bool nv_csl_apart_refine(nv_csl_processor *processor,
                         nv_csl_apart_member members[], size_t count);

/* Step 4: suffixes of members that need one, in the order of
 * processor->entries; suffixes[] is by item. False without memory.
 * year_suffix.c */
bool nv_csl_apart_suffixes(const nv_csl_processor *processor,
                           const nv_csl_apart_member members[], size_t count,
                           uint32_t suffixes[]);

#endif
