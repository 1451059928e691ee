/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: rendering elements, but cs:names and cs:choose. */
#include "citation/compile.h"

#include <string.h>

#include "base/array.h"

static nv_csl_compile_function read_text, read_number, read_group;

static const struct {
    const char *name;
    nv_csl_node_kind kind;
    nv_csl_compile_function *read;
} elements[] = {
    {"text", NV_CSL_NODE_VALUE, read_text}, /* or other: see read_text() */
    {"number", NV_CSL_NODE_NUMBER, read_number},
    {"label", NV_CSL_NODE_LABEL, nv_csl_compile_label},
    {"date", NV_CSL_NODE_DATE, nv_csl_compile_date},
    {"names", NV_CSL_NODE_NAMES, nv_csl_compile_names},
    {"group", NV_CSL_NODE_GROUP, read_group},
    {"choose", NV_CSL_NODE_CHOOSE, nv_csl_compile_choose},
};

static const nv_csl_meaning part_names[] = {{"year", NV_CSL_YEAR},
                                            {"month", NV_CSL_MONTH},
                                            {"day", NV_CSL_DAY},
                                            {NULL, 0}};

static const nv_csl_meaning part_sets[] = {
    {"year", NV_CSL_YEAR},
    {"year-month", NV_CSL_YEAR | NV_CSL_MONTH},
    {"year-month-day", NV_CSL_YEAR | NV_CSL_MONTH | NV_CSL_DAY},
    {NULL, 0}};

/* Not given, it is that of the item's agreement. */
static const nv_csl_meaning numbers[] = {
    {"true", NV_CSL_PLURAL_ALWAYS}, {"false", NV_CSL_PLURAL_NEVER}, {NULL, 0}};

static nv_csl_variable variable_of(const xmlNode *element)
{
    const char *word = nv_csl_compile_peek(element, "variable");

    return word ? nv_csl_variable_of(word, strlen(word)) : NV_CSL_NO_VARIABLE;
}

static bool read_term(nv_csl_compiler *compiler, const xmlNode *element,
                      const char *word, nv_csl_node *node)
{
    node->kind = NV_CSL_NODE_TERM;
    node->as.term = nv_csl_compile_term(compiler, word);
    if (!nv_csl_compile_attributes(compiler, element, node))
        return false;
    node->plural = (uint8_t)nv_csl_compile_meaning(element, "plural", numbers,
                                                   NV_CSL_PLURAL_CONTEXTUAL);
    return true;
}

static bool read_macro(nv_csl_compiler *compiler, const xmlNode *element,
                       const char *name, nv_csl_node *node)
{
    node->kind = NV_CSL_NODE_MACRO;
    node->as.macro = nv_csl_compile_macro(compiler, element, name);
    return node->as.macro && nv_csl_compile_attributes(compiler, element, node);
}

/* A cs:text that says nothing of what it prints prints nothing. */
static bool read_text(nv_csl_compiler *compiler, const xmlNode *element,
                      nv_csl_node *node)
{
    const char *macro = nv_csl_compile_peek(element, "macro");
    const char *term = nv_csl_compile_peek(element, "term");

    if (macro)
        return read_macro(compiler, element, macro, node);
    if (term)
        return read_term(compiler, element, term, node);
    if (nv_csl_compile_peek(element, "variable")) {
        node->kind = NV_CSL_NODE_VARIABLE;
        node->as.variable = variable_of(element);
    } else {
        node->as.value = nv_csl_compile_text(compiler, element, "value");
        if (!node->as.value)
            node->as.value = "";
    }
    return nv_csl_compile_attributes(compiler, element, node);
}

static bool read_number(nv_csl_compiler *compiler, const xmlNode *element,
                        nv_csl_node *node)
{
    node->as.variable = variable_of(element);
    return nv_csl_compile_attributes(compiler, element, node);
}

bool nv_csl_compile_label(nv_csl_compiler *compiler, const xmlNode *element,
                          nv_csl_node *node)
{
    node->as.variable = variable_of(element);
    return nv_csl_compile_attributes(compiler, element, node);
}

static bool read_group(nv_csl_compiler *compiler, const xmlNode *element,
                       nv_csl_node *node)
{
    node->first = nv_csl_compile_children(compiler, element);
    return nv_csl_compile_attributes(compiler, element, node);
}

static nv_csl_node *new_node(nv_csl_compiler *compiler, nv_csl_node_kind kind)
{
    nv_csl_node *node = nv_csl_compile_array(compiler, 1, sizeof *node);

    if (node)
        node->kind = (uint8_t)kind;
    return node;
}

/* A part of a date that CSL does not know is left out. */
static bool read_date_part(nv_csl_compiler *compiler, const xmlNode *element,
                           const nv_csl_node **first, nv_csl_node **last)
{
    const uint16_t part =
        nv_csl_compile_meaning(element, "name", part_names, 0);
    nv_csl_node *node;

    if (part == 0)
        return true;
    node = new_node(compiler, NV_CSL_NODE_DATE_PART);
    if (!node || !nv_csl_compile_attributes(compiler, element, node))
        return false;
    node->as.date_part.part = (uint8_t)part;
    node->as.date_part.range_delimiter =
        nv_csl_compile_text(compiler, element, "range-delimiter");
    nv_csl_compile_append(first, last, node);
    return compiler->err->code == NV_OK;
}

bool nv_csl_compile_date(nv_csl_compiler *compiler, const xmlNode *element,
                         nv_csl_node *node)
{
    const xmlNode *part = NULL;
    nv_csl_node *last = NULL;

    node->as.date.variable = variable_of(element);
    node->as.date.parts = (uint8_t)nv_csl_compile_meaning(
        element, "date-parts", part_sets,
        NV_CSL_YEAR | NV_CSL_MONTH | NV_CSL_DAY);
    while ((part = nv_csl_compile_next(element, part, "date-part")))
        if (!read_date_part(compiler, part, &node->first, &last))
            return false;
    return nv_csl_compile_attributes(compiler, element, node);
}

void nv_csl_compile_append(const nv_csl_node **first, nv_csl_node **last,
                           nv_csl_node *node)
{
    if (*last)
        (*last)->next = node;
    else
        *first = node;
    *last = node;
}

static nv_csl_node *read_element(nv_csl_compiler *compiler,
                                 const xmlNode *element)
{
    nv_csl_node *node;

    for (size_t i = 0; i < NV_COUNT_OF(elements); i++) {
        if (strcmp((const char *)element->name, elements[i].name) != 0)
            continue;
        node = new_node(compiler, elements[i].kind);
        return node && elements[i].read(compiler, element, node) ? node : NULL;
    }
    nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, element,
                        "CSL has no element cs:%.40s there",
                        (const char *)element->name);
    return NULL;
}

const nv_csl_node *nv_csl_compile_children(nv_csl_compiler *compiler,
                                           const xmlNode *parent)
{
    const nv_csl_node *first = NULL;
    nv_csl_node *last = NULL, *node;
    const xmlNode *child = NULL;

    if (++compiler->depth > NV_CSL_DEEPEST)
        nv_csl_compile_fail(compiler, NV_ERROR_LIMIT, parent,
                            "more than %d elements are inside one another",
                            NV_CSL_DEEPEST);
    while (compiler->err->code == NV_OK &&
           (child = nv_csl_compile_next(parent, child, NULL))) {
        node = read_element(compiler, child);
        if (node && compiler->err->code == NV_OK)
            nv_csl_compile_append(&first, &last, node);
    }
    compiler->depth--;
    return compiler->err->code == NV_OK ? first : NULL;
}
