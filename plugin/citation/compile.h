/* SPDX-License-Identifier: MPL-2.0 */
/* From XML to nodes: what the files that read styles and locales share.
 *
 * style.c reads cs:style and calls the others; layout_read.c reads cs:citation
 * and cs:bibliography; elements_read.c reads rendering elements by a table of
 * names, conditions_read.c those of cs:choose, names_read.c cs:names;
 * attributes.c turns attribute words into enums by tables; locale.c reads
 * cs:locale; inherit.c resolves the options of names for both areas;
 * references.c binds macros and finds those that call themselves; compile.c has
 * the XML and the sentences of errors. */
#ifndef NV_CITATION_COMPILE_H
#define NV_CITATION_COMPILE_H

#include <libxml/tree.h>

#include "citation/node.h"

enum {
    NV_CSL_DEEPEST = 100,        /* elements inside one another */
    NV_CSL_DEEPEST_CALLED = 400, /* the same, through the macros they call */
    NV_CSL_LARGEST_CALLED = 4000000, /* elements, macros written out */
    NV_CSL_MOST_OWN_TERMS = 250
};

/* One run of the compiler. Functions return NULL or false when err->code is
 * set, which is 0 at first and never NULL. */
typedef struct {
    nv_arena *arena;
    nv_csl_style *style; /* NULL while a locale file is read */
    nv_error *err;
    int depth;
    /* Where options of names are inherited from; NULL: the style has no such
     * element. */
    const xmlNode *root, *areas[NV_CSL_AREA_COUNT];
    nv_csl_macro *macros;         /* the style's, being filled */
    const nv_csl_macro **by_name; /* the same, sorted */
    /* The cs:names whose cs:substitute is being read; NULL outside. */
    const nv_csl_node *substituted;
    /* Own terms of the style, growing; see nv_csl_compile_term(). */
    const char **own_terms;
    size_t own_term_count, own_term_capacity;
} nv_csl_compiler;

/* compile.c */

/* The document, of whatever root, by libxml2 without network, entities or
 * DTD; NULL with *err. The caller frees it with xmlFreeDoc(). */
xmlDoc *nv_csl_compile_parse(const char *xml, size_t len, nv_error *err);

/* Notes what is wrong with the style or locale at an element, in a sentence
 * that says where and what to do; `what` completes "It can't be used: ".
 * Returns false. */
bool nv_csl_compile_fail(nv_csl_compiler *compiler, nv_error_code code,
                         const xmlNode *element, const char *what, ...)
    __attribute__((format(printf, 4, 5)));

/* Notes that memory ran out. Returns false. */
bool nv_csl_compile_no_memory(nv_csl_compiler *compiler);

/* Zeroed elements in the arena; NULL with the error noted. */
void *nv_csl_compile_array(nv_csl_compiler *compiler, size_t count,
                           size_t size);

/* Is `node` the element cs:`name`? The namespace must be that of CSL. NULL as
 * name: any element of CSL. */
bool nv_csl_compile_is(const xmlNode *node, const char *name);

/* The next child cs:`name` of `parent` after `after`, or the first. */
const xmlNode *nv_csl_compile_next(const xmlNode *parent, const xmlNode *after,
                                   const char *name);

/* How many children cs:`name` there are. */
size_t nv_csl_compile_count(const xmlNode *parent, const char *name);

/* The attribute's value, borrowed from the document; NULL when it is missing,
 * and for an element that is NULL. */
const char *nv_csl_compile_peek(const xmlNode *element, const char *name);

/* The same, in the arena. Never fails but for memory (then *err is set). */
const char *nv_csl_compile_text(nv_csl_compiler *compiler,
                                const xmlNode *element, const char *name);

/* The text inside an element as it is written, in the arena; NULL: as above. */
const char *nv_csl_compile_content(nv_csl_compiler *compiler,
                                   const xmlNode *element);

/* Words of a list that is separated by white space: sets *word and returns its
 * length, 0 at the end; `at` starts as the list. */
size_t nv_csl_compile_next_word(const char **at, const char **word);

/* How many words the list has; NULL has none. */
size_t nv_csl_compile_word_count(const char *list);

/* The term of a word, one of the style's own if CSL has none; NV_CSL_NO_TERM
 * in a locale file, whose unknown terms nobody can call, and with *err set. */
nv_csl_term nv_csl_compile_term(nv_csl_compiler *compiler, const char *word);

/* attributes.c */

/* What a word of an attribute means; a table ends with a NULL word. */
typedef struct {
    const char *word;
    uint16_t value;
} nv_csl_meaning;

extern const nv_csl_meaning nv_csl_truths[];     /* true: 1, false: 0 */
extern const nv_csl_meaning nv_csl_term_forms[]; /* nv_csl_form */
extern const nv_csl_meaning nv_csl_genders[];    /* nv_csl_gender */

/* The value of an attribute's word, `otherwise` without it and for a word that
 * is not in the table. */
uint16_t nv_csl_compile_meaning(const xmlNode *element, const char *name,
                                const nv_csl_meaning *table,
                                uint16_t otherwise);

/* A whole number from 0 to 65,535; `otherwise` for anything else. */
uint16_t nv_csl_compile_number(const char *text, uint16_t otherwise);

/* nv_csl_format bits of the font attributes. */
uint16_t nv_csl_compile_format(const xmlNode *element);

/* Fills the attributes that all elements share, from the tables. */
bool nv_csl_compile_attributes(nv_csl_compiler *compiler,
                               const xmlNode *element, nv_csl_node *node);

/* Likewise those of a look: cs:name, cs:name-part, cs:et-al. */
bool nv_csl_compile_look(nv_csl_compiler *compiler, const xmlNode *element,
                         nv_csl_look *look);

/* elements_read.c, names_read.c, conditions_read.c */

/* The rendering elements inside `parent`, as a list: the children of a layout,
 * macro, group, branch or substitute. NULL: none, or *err is set. */
const nv_csl_node *nv_csl_compile_children(nv_csl_compiler *compiler,
                                           const xmlNode *parent);

/* Appends to a list: `*last` is its end, NULL while it is empty. */
void nv_csl_compile_append(const nv_csl_node **first, nv_csl_node **last,
                           nv_csl_node *node);

/* One element of a kind that is known; all attributes that elements share are
 * read already. */
typedef bool nv_csl_compile_function(nv_csl_compiler *compiler,
                                     const xmlNode *element, nv_csl_node *node);
nv_csl_compile_function nv_csl_compile_label;
nv_csl_compile_function nv_csl_compile_date; /* of a locale as well */
nv_csl_compile_function nv_csl_compile_names;
nv_csl_compile_function nv_csl_compile_choose;

/* inherit.c: the options in an area for a cs:name inside a cs:names; both may
 * be NULL: those of the area itself. NULL with *err. */
const nv_csl_name_options *
nv_csl_compile_name_options(nv_csl_compiler *compiler, const xmlNode *name,
                            const xmlNode *names, nv_csl_area area);

/* layout_read.c: cs:citation and cs:bibliography. */
bool nv_csl_compile_areas(nv_csl_compiler *compiler);

/* locale.c: cs:locale, of a style or a file. */
bool nv_csl_compile_locale(nv_csl_compiler *compiler, const xmlNode *element,
                           nv_csl_locale *locale);

/* style_info.c: cs:info of a style. */
bool nv_csl_compile_info(nv_csl_compiler *compiler, const xmlNode *root,
                         nv_csl_style_info *info);

/* style.c: is the document's root a style of a version we know? */
bool nv_csl_compile_is_style(nv_csl_compiler *compiler, const xmlNode *root);

/* references.c */

/* Gives every cs:macro of the style its place, without children yet. */
bool nv_csl_compile_declare_macros(nv_csl_compiler *compiler);
/* The macro an element calls, NULL with *err. */
const nv_csl_macro *nv_csl_compile_macro(nv_csl_compiler *compiler,
                                         const xmlNode *element,
                                         const char *name);
/* When all is read: finds macros that call themselves and styles that grow
 * without measure when macros are written out; and what the layouts reach that
 * the processor has to know (prints_year_suffix ...). */
bool nv_csl_compile_references(nv_csl_compiler *compiler);

#endif
