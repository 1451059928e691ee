/* SPDX-License-Identifier: MPL-2.0 */
/* See explain.h. */
#include "registry/check/explain.h"

#include <stdio.h>
#include <string.h>

#include "registry/element.h"
#include "registry/xml.h"

typedef struct {
    nv_grammar *grammar;
    nv_faults *faults;
    const char *file;
    nv_arena texts;
} explainer;

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

/* A fault at the node, with what the schema says of the pattern. */
static void add_explained(explainer *e, const xmlNode *node,
                          const xmlNode *pattern, const char *what)
{
    nv_buffer says = NV_BUFFER_INIT;

    nv_grammar_explain(e->grammar, pattern, &says);
    nv_faults_add(e->faults, e->file, nv_xml_line(node), "%s %s", what,
                  says.text);
    e->faults->failed = e->faults->failed || says.failed;
    nv_buffer_release(&says);
}

/* How many bytes of a text are shown: no more than can be read at a glance, and
 * no half characters. */
static int shown_len(const char *text)
{
    enum { MOST = 60 };
    size_t len = strlen(text);

    if (len <= MOST)
        return (int)len;
    for (len = MOST; len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80;)
        len--;
    return (int)len;
}

static void explain_value(explainer *e, const xmlNode *node,
                          const xmlNode *pattern, const char *owner,
                          const char *text)
{
    nv_buffer what = NV_BUFFER_INIT;
    bool is_attribute = strcmp(name_of(pattern), "attribute") == 0;

    if (nv_grammar_allows(e->grammar, pattern, text))
        return;
    if (is_attribute)
        nv_buffer_add_format(&what, "%s of ", nv_grammar_name(pattern));
    nv_buffer_add_format(&what, "<%s> ", owner);
    if (text[0])
        nv_buffer_add_format(&what, "can't be “%.*s%s”.", shown_len(text), text,
                             text[shown_len(text)] ? "…" : "");
    else
        nv_buffer_add_text(&what, "is empty.");
    add_explained(e, node, pattern, what.text);
    nv_buffer_release(&what);
}

static const char *text_of(explainer *e, const xmlNode *children)
{
    const char *text = nv_element_text(&e->texts, children);

    e->faults->failed = e->faults->failed || !text;
    return text ? text : "";
}

/* Attributes */

static const xmlNode *pattern_of_attribute(const nv_model *model,
                                           const xmlAttr *attribute)
{
    const bool is_xml =
        attribute->ns && xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE);

    for (size_t i = 0; i < model->attribute_count; i++) {
        const char *name = nv_grammar_name(model->attributes[i].pattern);
        const bool wants_xml = strncmp(name, "xml:", 4) == 0;

        if (wants_xml == is_xml && (is_xml || !attribute->ns) &&
            strcmp(name + (wants_xml ? 4 : 0), (const char *)attribute->name) ==
                0)
            return model->attributes[i].pattern;
    }
    return NULL;
}

static void explain_attributes(explainer *e, const xmlNode *node,
                               const nv_model *model)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const xmlNode *pattern = pattern_of_attribute(model, a);

        if (pattern)
            explain_value(e, node, pattern, name_of(node),
                          text_of(e, a->children));
        else
            nv_faults_add(e->faults, e->file, nv_xml_line(node),
                          "%s has no place in <%s>.", (const char *)a->name,
                          name_of(node));
    }
    for (size_t i = 0; i < model->attribute_count; i++) {
        const nv_term *term = &model->attributes[i];
        const char *name = nv_grammar_name(term->pattern);
        char what[160];

        if (!term->is_required || nv_element_attribute(node, name))
            continue;
        snprintf(what, sizeof what, "<%s> has no %s.", name_of(node), name);
        add_explained(e, node, term->pattern, what);
    }
}

/* Children */

static void explain_element(explainer *e, const xmlNode *node,
                            const xmlNode *pattern);

static const nv_term *term_of_child(const nv_model *model, const xmlNode *child)
{
    for (size_t i = 0; !child->ns && i < model->child_count; i++)
        if (strcmp(nv_grammar_name(model->children[i].pattern),
                   name_of(child)) == 0)
            return &model->children[i];
    return NULL;
}

/* Where a child stands among those before it, of which `latest` is that of the
 * highest step. */
static void explain_place(explainer *e, const xmlNode *node,
                          const xmlNode *child, const nv_term *term,
                          bool is_met, const nv_term *latest)
{
    int line = nv_xml_line(child);

    if (!term->may_repeat && is_met)
        nv_faults_add(e->faults, e->file, line, "<%s> comes twice in <%s>.",
                      name_of(child), name_of(node));
    else if (latest && term->step < latest->step)
        nv_faults_add(e->faults, e->file, line,
                      "<%s> must stand before <%s> in <%s>.", name_of(child),
                      nv_grammar_name(latest->pattern), name_of(node));
}

static void explain_missing(explainer *e, const xmlNode *node,
                            const nv_model *model, const bool *is_met)
{
    for (size_t i = 0; i < model->child_count; i++) {
        const nv_term *term = &model->children[i];
        const char *name = nv_grammar_name(term->pattern);
        char what[160];

        if (!term->is_required || is_met[i])
            continue;
        snprintf(what, sizeof what, "<%s> has no <%s>.", name_of(node), name);
        add_explained(e, node, term->pattern, what);
    }
}

static void explain_children(explainer *e, const xmlNode *node,
                             const nv_model *model)
{
    const nv_term *latest = NULL;
    bool is_met[NV_TERMS_MAX] = {false}; /* by term */
    const xmlNode *child = nv_element_skip(node->children);

    for (; child; child = nv_element_skip(child->next)) {
        const nv_term *term = term_of_child(model, child);

        if (!term) {
            nv_faults_add(e->faults, e->file, nv_xml_line(child),
                          "<%s> has no place in <%s>.", name_of(child),
                          name_of(node));
            continue;
        }
        explain_place(e, node, child, term, is_met[term - model->children],
                      latest);
        is_met[term - model->children] = true;
        if (!latest || term->step > latest->step)
            latest = term;
        explain_element(e, child, term->pattern);
    }
    explain_missing(e, node, model, is_met);
    if (text_of(e, node->children)[0])
        nv_faults_add(e->faults, e->file, nv_xml_line(node),
                      "<%s> holds elements and no text.", name_of(node));
}

static void explain_text(explainer *e, const xmlNode *node,
                         const xmlNode *pattern)
{
    const xmlNode *child = nv_element_skip(node->children);

    if (child)
        nv_faults_add(e->faults, e->file, nv_xml_line(child),
                      "<%s> holds text and no elements.", name_of(node));
    else
        explain_value(e, node, pattern, name_of(node),
                      text_of(e, node->children));
}

/* As deep as the parser lets a document be. */
static void explain_element(explainer *e, const xmlNode *node,
                            const xmlNode *pattern)
{
    nv_model model;

    nv_grammar_model(e->grammar, pattern, &model);
    explain_attributes(e, node, &model);
    if (model.holds_text)
        explain_text(e, node, pattern);
    else
        explain_children(e, node, &model);
}

void nv_explain(nv_grammar *grammar, xmlDoc *doc, const char *file,
                nv_faults *faults)
{
    explainer e = {.grammar = grammar, .faults = faults, .file = file};
    const xmlNode *root = xmlDocGetRootElement(doc);
    const xmlNode *pattern = nv_grammar_root(grammar);
    const nv_validity validity = nv_grammar_validity(grammar, doc);
    const size_t before = faults->count;

    faults->failed = faults->failed || validity == NV_UNKNOWN;
    if (validity != NV_INVALID)
        return;
    if (root->ns || strcmp(name_of(root), nv_grammar_name(pattern)) != 0)
        nv_faults_add(faults, file, nv_xml_line(root),
                      "This is XML but no <registry>.");
    else
        explain_element(&e, root, pattern);
    if (faults->count == before)
        nv_faults_add(faults, file, 1, "This is not what the schema asks for.");
    nv_arena_release(&e.texts);
}
