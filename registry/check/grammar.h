/* SPDX-License-Identifier: MPL-2.0 */
/* The schema, registry/schema/registry.rng, as something to ask.
 *
 * Whether a document is valid, libxml2 says. Where and why it is not, libxml2
 * does not say well: it names an element and leaves out which attribute is
 * wrong, and after an element in the wrong place it looks at nothing more of
 * its parent. So the schema is also read here, as what it is: a tree of
 * patterns. This knows the patterns the schema is written in: element,
 * attribute, ref, optional, zeroOrMore, oneOrMore, choice, value, empty, and
 * data with one param, a regular expression. */
#ifndef NV_REGISTRY_CHECK_GRAMMAR_H
#define NV_REGISTRY_CHECK_GRAMMAR_H

#include <libxml/relaxng.h>

#include "base/buffer.h"
#include "base/error.h"

typedef struct {
    xmlDoc *doc;
    xmlRelaxNG *compiled;
    xmlHashTable *expressions; /* by what is written: xmlRegexp */
} nv_grammar;

/* An attribute or a child that an element may have or must have. */
typedef struct {
    const xmlNode *pattern; /* <attribute> or <element> of the schema */
    bool is_required, may_repeat;
    int step; /* children: those of a lower step stand before this one */
} nv_term;

enum { NV_TERMS_MAX = 48 };

/* What one element holds. */
typedef struct {
    nv_term attributes[NV_TERMS_MAX], children[NV_TERMS_MAX];
    size_t attribute_count, child_count;
    bool holds_text; /* and no children */
} nv_model;

/* Reads the schema that is compiled in. Returns false with NV_ERROR_MEMORY;
 * release it even then. */
bool nv_grammar_init(nv_grammar *grammar, nv_error *err);

void nv_grammar_release(nv_grammar *grammar);

typedef enum { NV_VALID, NV_INVALID, NV_UNKNOWN } nv_validity;

/* What libxml2 says of the document; unknown without memory. */
nv_validity nv_grammar_validity(const nv_grammar *grammar, xmlDoc *doc);

/* The pattern of the root element. */
const xmlNode *nv_grammar_root(const nv_grammar *grammar);

/* What the pattern of an element asks for. */
void nv_grammar_model(const nv_grammar *grammar, const xmlNode *pattern,
                      nv_model *model);

/* The name that a pattern gives to its element or attribute; "xml:lang" for
 * that attribute. */
const char *nv_grammar_name(const xmlNode *pattern);

/* Whether the pattern of an element or attribute allows a text, with white
 * space collapsed. */
bool nv_grammar_allows(nv_grammar *grammar, const xmlNode *pattern,
                       const char *text);

/* Adds what the schema says of an element or attribute: its documentation and
 * the words it may be, if it is one of some words. */
void nv_grammar_explain(const nv_grammar *grammar, const xmlNode *pattern,
                        nv_buffer *out);

#endif
