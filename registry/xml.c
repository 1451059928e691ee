/* SPDX-License-Identifier: MPL-2.0 */
/* See xml.h. */
#include "registry/xml.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlsave.h>

#include "base/array.h"
#include "registry/trouble.h"

/* A pack is four elements deep; nothing sane needs more than this. */
enum { DEEPEST = 16 };

/* NOENT and the DTD options are absent on purpose: a DOCTYPE is refused before
 * anything in it is looked at. */
enum {
    OPTIONS = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
              XML_PARSE_COMPACT
};

typedef struct {
    bool has_doctype, is_too_deep, has_no_memory;
    nv_xml_manner manner;
} findings;

static void refuse_doctype(void *ctxt, const xmlChar *name,
                           const xmlChar *public_id, const xmlChar *system_id)
{
    xmlParserCtxt *parser = ctxt;

    (void)name, (void)public_id, (void)system_id;
    ((findings *)parser->_private)->has_doctype = true;
    xmlStopParser(parser);
}

/* Where the start tag begins that has just been read: the only '<' in it is its
 * first character. */
static int line_of_tag(const xmlParserInput *input)
{
    int line = input->line;

    for (const xmlChar *c = input->cur; c > input->base && *c != '<'; c--)
        line -= *c == '\n';
    return line;
}

/* Where the next byte stands that is read. */
static size_t position(xmlParserCtxt *parser)
{
    return (size_t)xmlByteConsumed(parser);
}

/* The tag of one of the root's elements has just been read; see above. */
static void begin_piece(xmlParserCtxt *parser, findings *found)
{
    nv_xml_pieces *pieces = found->manner.pieces;
    const xmlParserInput *input = parser->input;
    const xmlChar *c = input->cur;
    struct nv_xml_piece *items = nv_array_grow(
        pieces->items, pieces->count, &pieces->capacity, sizeof *pieces->items);

    if (!items) {
        found->has_no_memory = true;
        xmlStopParser(parser);
        return;
    }
    pieces->items = items;
    while (c > input->base && *c != '<')
        c--;
    items[pieces->count++] =
        (struct nv_xml_piece){position(parser) - (size_t)(input->cur - c), 0};
}

static void end_element(void *ctxt, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    xmlParserCtxt *parser = ctxt;
    findings *found = parser->_private;
    nv_xml_pieces *pieces = found->manner.pieces;

    xmlSAX2EndElementNs(ctxt, name, prefix, uri);
    if (pieces && parser->nodeNr == 1 && pieces->count > 0) {
        struct nv_xml_piece *last = &pieces->items[pieces->count - 1];

        last->len = position(parser) - last->offset;
    }
}

static void start_element(void *ctxt, const xmlChar *name,
                          const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count,
                          const xmlChar **attributes)
{
    xmlParserCtxt *parser = ctxt;
    findings *found = parser->_private;

    if (parser->nodeNr >= found->manner.deepest) {
        found->is_too_deep = true;
        xmlStopParser(parser);
        return;
    }
    if (found->manner.pieces && parser->nodeNr == 1)
        begin_piece(parser, found);
    xmlSAX2StartElementNs(ctxt, name, prefix, uri, namespace_count, namespaces,
                          attribute_count, defaulted_count, attributes);
    if (parser->node)
        parser->node->_private = (void *)(intptr_t)line_of_tag(parser->input);
}

/* libxml2's own sentence, without its line end. */
static bool fail_as_parser(const xmlParserCtxt *parser, const char *name,
                           nv_error *err)
{
    const xmlError *error = &parser->lastError;
    char what[200];

    if (error->code == XML_ERR_NO_MEMORY)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    snprintf(what, sizeof what, "this is not well-formed XML (%.120s",
             error->message ? error->message : "no more is known");
    what[strcspn(what, "\n")] = '\0';
    strcat(what, ")");
    return nv_trouble(err, NV_ERROR_FORMAT, error->line, name, what);
}

static bool is_acceptable(const xmlParserCtxt *parser, const findings *found,
                          const char *name, nv_error *err)
{
    int line = parser->input ? parser->input->line : 0;

    if (found->has_doctype)
        return nv_trouble(err, NV_ERROR_FORMAT, line, name,
                          "a DOCTYPE is not allowed in a pack");
    if (found->is_too_deep)
        return nv_trouble(err, NV_ERROR_LIMIT, line, name,
                          "elements are nested too deep for a pack");
    if (found->has_no_memory)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    if (!parser->wellFormed)
        return fail_as_parser(parser, name, err);
    return true;
}

static xmlDoc *parse(xmlParserCtxt *parser, const nv_xml_manner *manner,
                     const char *name, nv_error *err)
{
    findings found = {.manner = *manner};
    xmlDoc *doc;

    if (found.manner.deepest == 0)
        found.manner.deepest = DEEPEST;
    parser->_private = &found;
    xmlCtxtUseOptions(parser, OPTIONS);
    parser->sax->internalSubset = refuse_doctype;
    parser->sax->startElementNs = start_element;
    parser->sax->endElementNs = end_element;
    parser->input->line += manner->lines_before;
    xmlParseDocument(parser);
    doc = parser->myDoc;
    parser->myDoc = NULL;
    if (is_acceptable(parser, &found, name, err) && doc)
        return doc;
    nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    xmlFreeDoc(doc);
    return NULL;
}

int nv_xml_line(const xmlNode *element)
{
    return element ? (int)(intptr_t)element->_private : 0;
}

/* Takes what libxml2 would print on standard error. */
static void say_nothing(void *context, xmlError *error)
{
    (void)context, (void)error;
}

static xmlDoc *parse_bytes(const nv_xml_manner *manner, const char *xml,
                           int len, const char *name, nv_error *err)
{
    xmlParserCtxt *parser = xmlCreateMemoryParserCtxt(xml, len);
    xmlDoc *doc = NULL;

    if (parser)
        doc = parse(parser, manner, name, err);
    else
        nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    xmlFreeParserCtxt(parser);
    return doc;
}

/* The error handler and the last error are libxml2's, one for each thread:
 * both are left as they were at the start. */
xmlDoc *nv_xml_parse_as(const nv_xml_manner *manner, const char *xml,
                        size_t len, const char *name, nv_error *err)
{
    xmlDoc *doc;

    if (len == 0) {
        nv_trouble(err, NV_ERROR_FORMAT, 0, name, "the file is empty");
        return NULL;
    }
    if (len > INT_MAX) {
        nv_trouble(err, NV_ERROR_LIMIT, 0, name, "the XML is too large");
        return NULL;
    }
    xmlInitParser();
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    doc = parse_bytes(manner, xml, (int)len, name, err);
    xmlResetLastError();
    xmlSetStructuredErrorFunc(NULL, NULL);
    return doc;
}

xmlDoc *nv_xml_parse(const char *xml, size_t len, const char *name,
                     nv_error *err)
{
    static const nv_xml_manner usual = {0};

    return nv_xml_parse_as(&usual, xml, len, name, err);
}

static int add_text(void *buffer, const char *text, int len)
{
    if (text)
        nv_buffer_add(buffer, text, (size_t)len);
    return len;
}

/* What libxml2 could not write for want of memory is missing in what it wrote:
 * only its last error tells. */
bool nv_xml_write(const xmlNode *element, nv_buffer *out)
{
    xmlOutputBuffer *output;
    bool is_written;

    xmlSetStructuredErrorFunc(NULL, say_nothing);
    xmlResetLastError();
    output = xmlOutputBufferCreateIO(add_text, NULL, out, NULL);
    if (output) {
        xmlNodeDumpOutput(output, element->doc, (xmlNode *)element, 1, 0, NULL);
        xmlOutputBufferClose(output);
    }
    is_written = output && !xmlGetLastError() && !out->failed;
    xmlResetLastError();
    xmlSetStructuredErrorFunc(NULL, NULL);
    return is_written;
}
