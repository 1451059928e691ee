/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h: cs:names with cs:name, cs:et-al, cs:label and cs:substitute.
 */
#include "citation/compile.h"

#include <string.h>

/* Children by name; NULL where there is none. */
typedef struct {
    const xmlNode *name, *et_al, *label, *substitute;
    bool label_first;
} children;

static bool find_children(nv_csl_compiler *compiler, const xmlNode *element,
                          children *found)
{
    const struct {
        const char *name;
        const xmlNode **place;
    } places[] = {
        {"name", &found->name},
        {"et-al", &found->et_al},
        {"label", &found->label},
        {"substitute", &found->substitute},
    };
    const xmlNode *child = NULL;

    while ((child = nv_csl_compile_next(element, child, NULL))) {
        size_t i = 0;

        while (i < 4 && !nv_csl_compile_is(child, places[i].name))
            i++;
        if (i == 4)
            return nv_csl_compile_fail(compiler, NV_ERROR_FORMAT, child,
                                       "CSL has no element cs:%.40s in "
                                       "cs:names",
                                       (const char *)child->name);
        *places[i].place = child;
        found->label_first |= i == 0 && found->label;
    }
    return true;
}

static bool read_variables(nv_csl_compiler *compiler, const xmlNode *element,
                           nv_csl_names_node *names)
{
    const char *list = nv_csl_compile_peek(element, "variable");
    const char *at = list ? list : "", *word;
    const size_t most = nv_csl_compile_word_count(at);
    nv_csl_variable *variables;
    size_t len;

    if (most > UINT16_MAX)
        return nv_csl_compile_fail(compiler, NV_ERROR_LIMIT, element,
                                   "these are too many variables");
    variables = nv_csl_compile_array(compiler, most, sizeof *variables);
    if (!variables)
        return false;
    while ((len = nv_csl_compile_next_word(&at, &word)) > 0) {
        const nv_csl_variable variable = nv_csl_variable_of(word, len);

        if (nv_csl_variable_class(variable) == NV_CSL_CLASS_NAMES)
            variables[names->variable_count++] = variable;
    }
    names->variables = variables;
    return true;
}

static bool read_name_parts(nv_csl_compiler *compiler, const xmlNode *name,
                            nv_csl_names_node *names)
{
    const xmlNode *part = NULL;

    while ((part = nv_csl_compile_next(name, part, "name-part"))) {
        const char *which = nv_csl_compile_peek(part, "name");
        nv_csl_look *look = NULL;

        if (which && strcmp(which, "family") == 0)
            look = &names->family;
        else if (which && strcmp(which, "given") == 0)
            look = &names->given;
        if (look && !nv_csl_compile_look(compiler, part, look))
            return false;
    }
    return true;
}

static bool read_et_al(nv_csl_compiler *compiler, const xmlNode *element,
                       nv_csl_names_node *names)
{
    const char *term = nv_csl_compile_peek(element, "term");

    if (term)
        names->et_al_term = nv_csl_compile_term(compiler, term);
    return nv_csl_compile_look(compiler, element, &names->et_al);
}

static bool read_label(nv_csl_compiler *compiler, const xmlNode *element,
                       nv_csl_names_node *names)
{
    nv_csl_node *label = nv_csl_compile_array(compiler, 1, sizeof *label);

    if (!label)
        return false;
    label->kind = NV_CSL_NODE_LABEL;
    names->label = label;
    return nv_csl_compile_label(compiler, element, label);
}

static bool read_substitute(nv_csl_compiler *compiler, const xmlNode *element,
                            const nv_csl_node *node, nv_csl_names_node *names)
{
    const nv_csl_node *outer = compiler->substituted;

    compiler->substituted = node;
    names->substitute = nv_csl_compile_children(compiler, element);
    compiler->substituted = outer;
    return compiler->err->code == NV_OK;
}

/* A cs:names that says nothing but its variables is written as the one around
 * the substitute: with its parts, and with its affixes and format, too. */
static void take_over(nv_csl_node *node, nv_csl_names_node *names,
                      const nv_csl_node *outer)
{
    const nv_csl_names_node own = *names;

    *names = *outer->as.names;
    names->variables = own.variables;
    names->variable_count = own.variable_count;
    names->substitute = NULL;
    node->format = node->format ? node->format : outer->format;
    node->prefix = node->prefix ? node->prefix : outer->prefix;
    node->suffix = node->suffix ? node->suffix : outer->suffix;
    node->delimiter = node->delimiter ? node->delimiter : outer->delimiter;
}

static bool read_parts(nv_csl_compiler *compiler, const xmlNode *element,
                       const children *found, const nv_csl_node *node,
                       nv_csl_names_node *names)
{
    for (int area = 0; area < NV_CSL_AREA_COUNT; area++) {
        names->options[area] = nv_csl_compile_name_options(
            compiler, found->name, element, (nv_csl_area)area);
        if (!names->options[area])
            return false;
    }
    names->label_first = found->label_first;
    names->et_al_term = NV_CSL_TERM_ET_AL;
    if (found->name &&
        (!nv_csl_compile_look(compiler, found->name, &names->name) ||
         !read_name_parts(compiler, found->name, names)))
        return false;
    if (found->et_al && !read_et_al(compiler, found->et_al, names))
        return false;
    if (found->label && !read_label(compiler, found->label, names))
        return false;
    return !found->substitute ||
           read_substitute(compiler, found->substitute, node, names);
}

bool nv_csl_compile_names(nv_csl_compiler *compiler, const xmlNode *element,
                          nv_csl_node *node)
{
    nv_csl_names_node *names = nv_csl_compile_array(compiler, 1, sizeof *names);
    children found = {0};

    if (!names || !find_children(compiler, element, &found) ||
        !read_variables(compiler, element, names) ||
        !nv_csl_compile_attributes(compiler, element, node))
        return false;
    node->as.names = names;
    if (!compiler->substituted || nv_csl_compile_next(element, NULL, NULL))
        return read_parts(compiler, element, &found, node, names);
    take_over(node, names, compiler->substituted);
    return true;
}
