/* SPDX-License-Identifier: MPL-2.0 */
/* Untrusted XML into a tree: no network, no entities, no DTD, no depth; and
 * back into text. */
#ifndef NV_REGISTRY_XML_H
#define NV_REGISTRY_XML_H

#include <stddef.h>

#include <libxml/tree.h>

#include "base/buffer.h"
#include "base/error.h"

/* Parses `len` bytes; `name` stands in messages. The caller frees the tree
 * with xmlFreeDoc(). NULL with
 * *err set: NV_ERROR_FORMAT (with the line), NV_ERROR_LIMIT (nested too deep,
 * or larger than 2 GiB) or NV_ERROR_MEMORY. */
xmlDoc *nv_xml_parse(const char *xml, size_t len, const char *name,
                     nv_error *err);

/* Where each of the root's elements stands, bytes of the XML; in their order.
 * Bytes that are not UTF-8 are not counted right. Give it back with
 * free(pieces->items). */
typedef struct {
    struct nv_xml_piece {
        size_t offset, len;
    } * items;
    size_t count, capacity;
} nv_xml_pieces;

/* How else XML may be parsed; all zero is as nv_xml_parse() does it. */
typedef struct {
    int deepest;           /* so many elements may be inside each other */
    int lines_before;      /* the first line is not 1, but one more than this */
    nv_xml_pieces *pieces; /* is filled; NULL: not wanted */
} nv_xml_manner;

xmlDoc *nv_xml_parse_as(const nv_xml_manner *manner, const char *xml,
                        size_t len, const char *name, nv_error *err);

/* Adds the XML of an element, in UTF-8; false without memory. */
bool nv_xml_write(const xmlNode *element, nv_buffer *out);

/* The line on which an element begins, 1-based. libxml2 itself knows where its
 * start tag ends, and lines above 65,535 only roughly. The tree must be of
 * one of these, and the element's _private as it was; NULL has line 0. */
int nv_xml_line(const xmlNode *element);

#endif
