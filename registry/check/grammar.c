/* SPDX-License-Identifier: MPL-2.0 */
/* See grammar.h. */
#include "registry/check/grammar.h"

#include <string.h>

#include <libxml/hash.h>
#include <libxml/xmlregexp.h>

#include "registry/check/embedded.h"
#include "registry/element.h"
#include "registry/trouble.h"
#include "registry/xml.h"

static const char schema_name[] = "registry.rng";

static const char relaxng[] = "http://relaxng.org/ns/structure/1.0";

/* Takes what libxml2 would print on standard error. Of all it says, only want
 * of memory is of use: the context is a bool that is set then. */
static void note_want(void *context, xmlError *error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        *(bool *)context = true;
}

/* The next pattern from `node` on; annotations are none. */
static const xmlNode *skip_to_pattern(const xmlNode *node)
{
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && node->ns &&
            xmlStrEqual(node->ns->href, (const xmlChar *)relaxng))
            return node;
    return NULL;
}

static bool is(const xmlNode *pattern, const char *name)
{
    return strcmp((const char *)pattern->name, name) == 0;
}

/* Life cycle */

static xmlRelaxNG *compile(xmlDoc *doc)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(doc);
    xmlRelaxNG *compiled = NULL;
    bool is_wanting = false;

    if (parser) {
        xmlRelaxNGSetParserStructuredErrors(parser, note_want, &is_wanting);
        compiled = xmlRelaxNGParse(parser);
    }
    xmlRelaxNGFreeParserCtxt(parser);
    if (!is_wanting)
        return compiled;
    xmlRelaxNGFree(compiled);
    return NULL;
}

/* The schema is right, so whatever fails here fails for want of memory. */
bool nv_grammar_init(nv_grammar *grammar, nv_error *err)
{
    *grammar =
        (nv_grammar){.doc = nv_xml_parse(nv_registry_rng, nv_registry_rng_len,
                                         schema_name, NULL),
                     .expressions = xmlHashCreate(0)};
    grammar->compiled = grammar->doc ? compile(grammar->doc) : NULL;
    return (grammar->compiled && grammar->expressions) ||
           nv_trouble(err, NV_ERROR_MEMORY, 0, schema_name, NULL);
}

static void free_expression(void *expression, const xmlChar *name)
{
    (void)name;
    xmlRegFreeRegexp(expression);
}

void nv_grammar_release(nv_grammar *grammar)
{
    xmlHashFree(grammar->expressions, free_expression);
    xmlRelaxNGFree(grammar->compiled);
    xmlFreeDoc(grammar->doc);
    memset(grammar, 0, sizeof *grammar);
}

nv_validity nv_grammar_validity(const nv_grammar *grammar, xmlDoc *doc)
{
    xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt(grammar->compiled);
    bool is_wanting = false;
    int result = -1;

    if (valid) {
        xmlRelaxNGSetValidStructuredErrors(valid, note_want, &is_wanting);
        result = xmlRelaxNGValidateDoc(valid, doc);
    }
    xmlRelaxNGFreeValidCtxt(valid);
    if (result < 0 || is_wanting)
        return NV_UNKNOWN;
    return result == 0 ? NV_VALID : NV_INVALID;
}

/* Patterns */

static const xmlNode *definition(const nv_grammar *grammar, const xmlNode *ref)
{
    const xmlNode *root = xmlDocGetRootElement(grammar->doc);
    const char *name = nv_element_attribute(ref, "name");
    const xmlNode *define = nv_element_named(root->children, "define");

    while (define && strcmp(nv_element_attribute(define, "name"), name) != 0)
        define = nv_element_named(define->next, "define");
    return define;
}

const xmlNode *nv_grammar_root(const nv_grammar *grammar)
{
    const xmlNode *root = xmlDocGetRootElement(grammar->doc);
    const xmlNode *start = nv_element_named(root->children, "start");

    return skip_to_pattern(start->children);
}

const char *nv_grammar_name(const xmlNode *pattern)
{
    return nv_element_attribute(pattern, "name");
}

static void add_term(nv_term *terms, size_t *count, nv_term term)
{
    if (*count < NV_TERMS_MAX)
        terms[(*count)++] = term;
}

/* Adds the patterns inside `inside`, which occur as `how` says. Those of a
 * choice stand at one step. */
static void gather(const nv_grammar *grammar, const xmlNode *inside,
                   nv_term how, nv_model *model, int *step)
{
    bool is_choice = is(inside, "choice");
    const xmlNode *p = skip_to_pattern(inside->children);

    if (is(inside, "optional") || is(inside, "zeroOrMore") || is_choice)
        how.is_required = false;
    if (is(inside, "zeroOrMore") || is(inside, "oneOrMore"))
        how.may_repeat = true;
    for (; p; p = skip_to_pattern(p->next)) {
        how.pattern = p;
        how.step = *step;
        if (is(p, "attribute"))
            add_term(model->attributes, &model->attribute_count, how);
        else if (is(p, "element"))
            add_term(model->children, &model->child_count, how);
        else if (is(p, "data") || is(p, "value") || is(p, "empty"))
            model->holds_text = true;
        else
            gather(grammar, is(p, "ref") ? definition(grammar, p) : p, how,
                   model, step);
        *step += !is_choice;
    }
}

void nv_grammar_model(const nv_grammar *grammar, const xmlNode *pattern,
                      nv_model *model)
{
    const nv_term once = {.is_required = true};
    int step = 0;

    memset(model, 0, sizeof *model);
    gather(grammar, pattern, once, model, &step);
}

/* Values */

static xmlRegexp *expression_of(nv_grammar *grammar, const xmlChar *text)
{
    xmlRegexp *expression = xmlHashLookup(grammar->expressions, text);

    if (expression)
        return expression;
    expression = xmlRegexpCompile(text);
    if (expression &&
        xmlHashAddEntry(grammar->expressions, text, expression) == 0)
        return expression;
    xmlRegFreeRegexp(expression);
    return NULL;
}

/* Without memory everything is allowed: libxml2 has the last word. */
static bool matches(nv_grammar *grammar, const xmlNode *data, const char *text)
{
    const xmlNode *param = skip_to_pattern(data->children);
    xmlRegexp *expression = expression_of(grammar, param->children->content);

    return !expression || xmlRegexpExec(expression, (const xmlChar *)text) == 1;
}

bool nv_grammar_allows(nv_grammar *grammar, const xmlNode *pattern,
                       const char *text)
{
    const xmlNode *p = skip_to_pattern(pattern->children);
    bool is_allowed = false;

    for (; p && !is_allowed; p = skip_to_pattern(p->next)) {
        if (is(p, "value"))
            is_allowed = strcmp((const char *)p->children->content, text) == 0;
        else if (is(p, "data"))
            is_allowed = matches(grammar, p, text);
        else if (is(p, "empty"))
            is_allowed = text[0] == '\0';
        else if (is(p, "ref"))
            is_allowed =
                nv_grammar_allows(grammar, definition(grammar, p), text);
        else if (is(p, "choice"))
            is_allowed = nv_grammar_allows(grammar, p, text);
    }
    return is_allowed;
}

/* Explanations */

static void add_words(const nv_grammar *grammar, const xmlNode *pattern,
                      const char **lead, nv_buffer *out)
{
    const xmlNode *p = skip_to_pattern(pattern->children);

    for (; p; p = skip_to_pattern(p->next)) {
        if (is(p, "value")) {
            nv_buffer_add_format(out, "%s%s", *lead,
                                 (const char *)p->children->content);
            *lead = ", ";
        } else if (is(p, "ref")) {
            add_words(grammar, definition(grammar, p), lead, out);
        } else if (is(p, "choice")) {
            add_words(grammar, p, lead, out);
        }
    }
}

void nv_grammar_explain(const nv_grammar *grammar, const xmlNode *pattern,
                        nv_buffer *out)
{
    const xmlNode *says = nv_element_named(pattern->children, "documentation");
    static const char first_lead[] = " One of: ";
    const char *lead = first_lead;

    if (says && says->children)
        nv_buffer_add_format(out, "%s", (const char *)says->children->content);
    add_words(grammar, pattern, &lead, out);
    nv_buffer_add_text(out, lead == first_lead ? "" : ".");
}
