/* SPDX-License-Identifier: MPL-2.0 */
/* Untrusted XML into a tree: no network, no entities, no DTD, no depth. */
#ifndef NV_REGISTRY_XML_H
#define NV_REGISTRY_XML_H

#include <stddef.h>

#include <libxml/tree.h>

#include "base/error.h"

/* Parses `len` bytes; `name` stands in messages. The caller frees the tree
 * with xmlFreeDoc(). NULL with
 * *err set: NV_ERROR_FORMAT (with the line), NV_ERROR_LIMIT (nested too deep,
 * or larger than 2 GiB) or NV_ERROR_MEMORY. */
xmlDoc *nv_xml_parse(const char *xml, size_t len, const char *name,
                     nv_error *err);

/* The same for files that are no packs: `deepest` elements inside each other
 * are allowed. */
xmlDoc *nv_xml_parse_to(const char *xml, size_t len, const char *name,
                        int deepest, nv_error *err);

/* The line on which an element begins, 1-based. libxml2 itself knows where its
 * start tag ends, and lines above 65,535 only roughly. The tree must be of
 * nv_xml_parse(), and the element's _private as it was; NULL has line 0. */
int nv_xml_line(const xmlNode *element);

#endif
