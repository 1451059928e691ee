/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: the XML below the compiler, and the sentences of its errors.
 */
#include "citation/compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

static const char csl_namespace[] = "http://purl.org/net/xbiblio/csl";

/* What is around the rendering elements, and inside a cs:names. */
enum { DEEPEST_XML = NV_CSL_DEEPEST + 20, MOST_ATTRIBUTES = 100 };

/* Why the parser was stopped; `what` is NULL if it was not. */
typedef struct {
    nv_error_code code;
    const char *what;
} finding;

static void stop(xmlParserCtxt *parser, nv_error_code code, const char *what)
{
    finding *found = parser->_private;

    *found = (finding){code, what};
    xmlStopParser(parser);
}

/* Entities are only declared in a DOCTYPE: without one there are none. */
static void refuse_doctype(void *context, const xmlChar *name,
                           const xmlChar *public_id, const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    stop(context, NV_ERROR_FORMAT,
         "it has a DOCTYPE, which no style or locale needs");
}

/* Attributes are looked for one by one: too many would take too long. */
static void start_element(void *context, const xmlChar *name,
                          const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count,
                          const xmlChar **attributes)
{
    const xmlParserCtxt *parser = context;

    if (parser->nodeNr >= DEEPEST_XML)
        stop(context, NV_ERROR_LIMIT,
             "more than 100 elements are inside one another");
    else if (attribute_count > MOST_ATTRIBUTES)
        stop(context, NV_ERROR_LIMIT,
             "an element has more than 100 attributes");
    else
        xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count,
                              namespaces, attribute_count, defaulted_count,
                              attributes);
}

static bool fail_as_parser(const xmlParserCtxt *parser, nv_error *err)
{
    const xmlError *error = &parser->lastError;
    char what[160];

    if (error->code == XML_ERR_NO_MEMORY)
        return nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    snprintf(what, sizeof what, "%s",
             error->message ? error->message : "no more is known");
    what[strcspn(what, "\n")] = '\0';
    return nv_fail(err, NV_ERROR_FORMAT, error->line,
                   "It can't be used: it is not well-formed XML (line %d: %s). "
                   "Fetch the file again.",
                   error->line, what);
}

static bool is_acceptable(const xmlParserCtxt *parser, const finding *found,
                          nv_error *err)
{
    const int line = parser->input ? parser->input->line : 0;

    if (found->what)
        return nv_fail(err, found->code, line,
                       "It can't be used: %s (line %d). Choose another file, "
                       "or correct it.",
                       found->what, line);
    return parser->wellFormed || fail_as_parser(parser, err);
}

static xmlDoc *parse(xmlParserCtxt *parser, nv_error *err)
{
    finding found = {NV_OK, NULL};
    xmlDoc *doc;

    parser->_private = &found;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
                                  XML_PARSE_NOWARNING | XML_PARSE_COMPACT |
                                  XML_PARSE_NOBLANKS | XML_PARSE_NOCDATA |
                                  XML_PARSE_BIG_LINES);
    parser->sax->internalSubset = refuse_doctype;
    parser->sax->startElementNs = start_element;
    xmlParseDocument(parser);
    doc = parser->myDoc;
    parser->myDoc = NULL;
    if (is_acceptable(parser, &found, err) && doc)
        return doc;
    nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    xmlFreeDoc(doc);
    return NULL;
}

/* Takes what libxml2 would print on standard error. */
static void say_nothing(void *context, xmlError *error)
{
    (void)context, (void)error;
}

/* The error handler and the last error are libxml2's, one for each thread:
 * both are left as they were at the start. */
xmlDoc *nv_csl_compile_parse(const char *xml, size_t len, nv_error *err)
{
    xmlParserCtxt *parser;
    xmlDoc *doc = NULL;

    if (len > NV_CSL_LARGEST_FILE) {
        nv_fail(err, NV_ERROR_LIMIT, 0,
                "It can't be used: it is larger than %d MiB, as no style or "
                "locale is. Choose another file.",
                NV_CSL_LARGEST_FILE / (1024 * 1024));
        return NULL;
    }
    xmlInitParser();
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    parser = xmlCreateMemoryParserCtxt(len ? xml : " ", len ? (int)len : 1);
    if (parser)
        doc = parse(parser, err);
    else
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    xmlFreeParserCtxt(parser);
    xmlResetLastError();
    xmlSetStructuredErrorFunc(NULL, NULL);
    return doc;
}

bool nv_csl_compile_fail(nv_csl_compiler *compiler, nv_error_code code,
                         const xmlNode *element, const char *what, ...)
{
    const int line = element ? (int)xmlGetLineNo(element) : 0;
    char said[200];
    va_list more;

    va_start(more, what);
    vsnprintf(said, sizeof said, what, more);
    va_end(more);
    return nv_fail(compiler->err, code, line,
                   "It can't be used: %s (line %d). Choose another file, or "
                   "correct it.",
                   said, line);
}

bool nv_csl_compile_no_memory(nv_csl_compiler *compiler)
{
    return nv_fail(compiler->err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory.");
}

void *nv_csl_compile_array(nv_csl_compiler *compiler, size_t count, size_t size)
{
    void *array = nv_arena_array(compiler->arena, count, size);

    if (!array)
        nv_csl_compile_no_memory(compiler);
    return array;
}

/* Without memory libxml2 leaves a namespace without its name. */
bool nv_csl_compile_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns && node->ns->href &&
           strcmp((const char *)node->ns->href, csl_namespace) == 0 &&
           (!name || strcmp((const char *)node->name, name) == 0);
}

const xmlNode *nv_csl_compile_next(const xmlNode *parent, const xmlNode *after,
                                   const char *name)
{
    const xmlNode *node = after ? after->next : parent->children;

    while (node && !nv_csl_compile_is(node, name))
        node = node->next;
    return node;
}

size_t nv_csl_compile_count(const xmlNode *parent, const char *name)
{
    const xmlNode *child = NULL;
    size_t count = 0;

    while ((child = nv_csl_compile_next(parent, child, name)))
        count++;
    return count;
}

/* Without entities an attribute is one text node, or none when it is empty. */
const char *nv_csl_compile_peek(const xmlNode *element, const char *name)
{
    const xmlAttr *attribute = element ? element->properties : NULL;

    while (attribute && strcmp((const char *)attribute->name, name) != 0)
        attribute = attribute->next;
    if (!attribute)
        return NULL;
    return attribute->children && attribute->children->content
               ? (const char *)attribute->children->content
               : "";
}

static const char *keep(nv_csl_compiler *compiler, const char *text)
{
    const char *kept = nv_arena_text(compiler->arena, text, strlen(text));

    if (!kept)
        nv_csl_compile_no_memory(compiler);
    return kept;
}

const char *nv_csl_compile_text(nv_csl_compiler *compiler,
                                const xmlNode *element, const char *name)
{
    const char *value = nv_csl_compile_peek(element, name);

    return value ? keep(compiler, value) : NULL;
}

const char *nv_csl_compile_content(nv_csl_compiler *compiler,
                                   const xmlNode *element)
{
    xmlChar *content = element ? xmlNodeGetContent(element) : NULL;
    const char *kept;

    if (!element)
        return NULL;
    if (!content) {
        nv_csl_compile_no_memory(compiler);
        return NULL;
    }
    kept = keep(compiler, (const char *)content);
    xmlFree(content);
    return kept;
}

size_t nv_csl_compile_next_word(const char **at, const char **word)
{
    static const char white[] = " \t\r\n";
    size_t len;

    *word = *at + strspn(*at, white);
    len = strcspn(*word, white);
    *at = *word + len;
    return len;
}

size_t nv_csl_compile_word_count(const char *list)
{
    const char *word;
    size_t count = 0;

    while (nv_csl_compile_next_word(&list, &word) > 0)
        count++;
    return count;
}

static bool grow_own_terms(nv_csl_compiler *compiler)
{
    const size_t capacity = 2 * compiler->own_term_capacity + 8;
    const char **grown;

    if (compiler->own_term_count >= NV_CSL_MOST_OWN_TERMS)
        return nv_csl_compile_fail(compiler, NV_ERROR_LIMIT, compiler->root,
                                   "it has more than %d terms of its own",
                                   NV_CSL_MOST_OWN_TERMS);
    if (compiler->own_term_count < compiler->own_term_capacity)
        return true;
    grown = nv_csl_compile_array(compiler, capacity, sizeof *grown);
    if (!grown)
        return false;
    if (compiler->own_term_count > 0)
        memcpy(grown, compiler->own_terms,
               compiler->own_term_count * sizeof *grown);
    compiler->own_terms = grown;
    compiler->own_term_capacity = capacity;
    return true;
}

nv_csl_term nv_csl_compile_term(nv_csl_compiler *compiler, const char *word)
{
    const nv_csl_term known = nv_csl_term_of(word, strlen(word));
    size_t i = 0;

    if (known != NV_CSL_NO_TERM || !compiler->style)
        return known;
    while (i < compiler->own_term_count &&
           strcmp(compiler->own_terms[i], word) != 0)
        i++;
    if (i == compiler->own_term_count) {
        if (!grow_own_terms(compiler) ||
            !(compiler->own_terms[i] = keep(compiler, word)))
            return NV_CSL_NO_TERM;
        compiler->own_term_count++;
    }
    return (nv_csl_term)(NV_CSL_TERM_COUNT + i);
}
