/* SPDX-License-Identifier: MPL-2.0 */
/* The names of a cite: what names.c, which renders cs:names (render.h), is made
 * of, and what telling items apart asks of it. */
#ifndef NV_CITATION_NAMES_H
#define NV_CITATION_NAMES_H

#include "citation/render.h"

/* How one name is to be written. */
typedef struct {
    const nv_csl_names_node *node;
    const nv_csl_name_options *options;
    uint8_t given;    /* nv_csl_given */
    uint8_t demote;   /* nv_csl_demote of the style */
    bool is_inverted; /* family first, with the sort separator */
    bool for_sort; /* no affixes nor formats, particles as sorting has them */
} nv_csl_name_manner;

/* Writes one name inside a NAME region. Latin and Cyrillic names in the order
 * the manner says, others (Chinese, Japanese, Korean ...) family first and
 * without a space. name.c */
void nv_csl_name_write(nv_csl_render *render, const nv_csl_name *name,
                       const nv_csl_name_manner *manner);

/* The given names as initials, by initialize-with: "Jean-Luc K." -> "J.-L. K."
 * Appends to out. initials.c */
void nv_csl_initials(const char *given, const nv_csl_name_options *options,
                     bool with_hyphen, nv_buffer *out);

/* Takes particles out of family and given, and a suffix out of given, where the
 * input left them there ("Ludwig, III", "de la Fontaine"); texts go to the
 * arena. Called once, by the reader of items. particles.c */
bool nv_csl_name_split(nv_csl_name *name, nv_arena *arena);

/* The names of a variable as a key to sort by: inverted, particles by demotion,
 * without formats, the first names-use-first only where the key or the options
 * say so; nothing when the item has none. Appends to out. name_key.c */
void nv_csl_names_sort_key(nv_csl_render *render, nv_csl_variable variable,
                           const nv_csl_name_options *options, nv_buffer *out);

/* What tells the block that is printed next apart from others; NULL: nothing.
 * Cites are told apart, and entries of a bibliography stand as its style has
 * them. et_al.c */
const nv_csl_block_choice *nv_csl_choice_of(const nv_csl_render *render);

/* How many of `count` names stand before "et al.", by options, position and the
 * distinction's choice; count if all. `last` is set when the last one follows
 * an ellipsis (et-al-use-last). et_al.c */
typedef struct {
    uint16_t shown;
    bool has_et_al, has_last;
} nv_csl_et_al;
nv_csl_et_al nv_csl_et_al_of(const nv_csl_render *render,
                             const nv_csl_name_options *options, size_t count);

/* Is the name at `index` of a list printed family first? */
bool nv_csl_name_is_inverted(const nv_csl_name *name,
                             const nv_csl_name_options *options, size_t index);

/* What stands before the name at `index` of `shown`, 0 < index < shown: the
 * delimiter, the word "and" before the last one, or both. joins.c */
void nv_csl_join_write(nv_csl_render *render,
                       const nv_csl_name_options *options,
                       const nv_csl_names *names, size_t index, size_t shown);

/* "et al." after `shown` names, with what stands before it; or the ellipsis
 * before the last name. joins.c */
void nv_csl_join_write_et_al(nv_csl_render *render,
                             const nv_csl_names_node *node,
                             const nv_csl_names *names, size_t shown);
void nv_csl_join_write_ellipsis(nv_csl_render *render,
                                const nv_csl_name_options *options);

/* The parts of a name as a cite shows them at a level of given names, each
 * ended by a NUL: what two names have to differ in. "J.J." counts as "J. J.".
 * Appends to out. name_key.c */
void nv_csl_name_key(const nv_csl_name *name,
                     const nv_csl_name_options *options, nv_csl_given given,
                     bool with_hyphen, nv_buffer *out);

/* Are two lists the same, name by name from the first on? How many are. */
size_t nv_csl_names_same(const nv_csl_names *a, const nv_csl_names *b);

#endif
