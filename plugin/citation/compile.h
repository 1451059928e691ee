/* SPDX-License-Identifier: MPL-2.0 */
/* From XML to nodes: what the files that read styles and locales share.
 *
 * style.c reads cs:style and what is not inside a layout; elements.c reads
 * rendering elements by a table of names; attributes.c turns attribute words
 * into enums by tables; names_element.c reads cs:names; locale.c reads
 * cs:locale; inherit.c resolves the options of names for both areas;
 * references.c binds macros, after all are read, and finds those that call
 * themselves. */
#ifndef NV_CITATION_COMPILE_H
#define NV_CITATION_COMPILE_H

#include <libxml/tree.h>

#include "citation/node.h"

enum { NV_CSL_DEEPEST = 100 }; /* elements inside one another */

/* One run of the compiler. Functions return NULL or false when *err is set. */
typedef struct {
    nv_arena *arena;
    nv_csl_style *style; /* NULL while a locale file is read */
    nv_error *err;
    int depth;
    /* Own terms of the style, growing; see nv_csl_compile_term(). */
    const char **own_terms;
    size_t own_term_count, own_term_capacity;
} nv_csl_compiler;

/* The document, of whatever root, by libxml2 without network, entities or
 * DTD; NULL with *err. The caller frees it with xmlFreeDoc(). */
xmlDoc *nv_csl_compile_parse(const char *xml, size_t len, nv_error *err);

/* Is `element` cs:`name`? The namespace must be that of CSL. */
bool nv_csl_compile_is(const xmlNode *element, const char *name);

/* The attribute's value in the arena; NULL when it is missing. Never fails but
 * for memory (then *err is set). */
const char *nv_csl_compile_text(nv_csl_compiler *compiler,
                                const xmlNode *element, const char *name);

/* The rendering elements inside `parent`, as a list: the children of a layout,
 * macro, group, branch or substitute. */
const nv_csl_node *nv_csl_compile_children(nv_csl_compiler *compiler,
                                           const xmlNode *parent);

/* Fills the attributes that all elements share, from the tables. */
bool nv_csl_compile_attributes(nv_csl_compiler *compiler,
                               const xmlNode *element, nv_csl_node *node);

/* cs:names with its children; node->as.names. */
bool nv_csl_compile_names(nv_csl_compiler *compiler, const xmlNode *element,
                          nv_csl_node *node);

/* cs:locale, of a style or a file. */
bool nv_csl_compile_locale(nv_csl_compiler *compiler, const xmlNode *element,
                           nv_csl_locale *locale);

/* The term of a word, one of the style's own if CSL has none; NV_CSL_NO_TERM
 * in a locale file, whose unknown terms nobody can call. */
nv_csl_term nv_csl_compile_term(nv_csl_compiler *compiler, const char *word);

#endif
