/* SPDX-License-Identifier: MPL-2.0 */
/* See seeds.h. */
#include "seeds.h"

#include <string.h>

#include "registry/element.h"
#include "registry/file.h"
#include "registry/xml.h"

static const char *content_of(const xmlNode *element)
{
    const xmlNode *text = element->children;

    return text && text->type == XML_TEXT_NODE && text->content
               ? (const char *)text->content
               : "";
}

static bool learn(bench_world *world, xmlDoc *doc, const xmlNode *element);

static bool learn_children(bench_world *world, xmlDoc *doc,
                           const xmlNode *element)
{
    const xmlNode *child = nv_element_skip(element->children);

    for (; child; child = nv_element_skip(child->next))
        if (!learn(world, doc, child))
            return false;
    return true;
}

static bool learn(bench_world *world, xmlDoc *doc, const xmlNode *element)
{
    const char *name = (const char *)element->name;
    const char *tag = nv_element_attribute(element, "xml:lang");
    const nv_language language = nv_language_from_tag(tag, NV_LANGUAGE_COUNT);

    if (strcmp(name, "name") == 0)
        return bench_names_add(&world->names, doc, element);
    if (strcmp(name, "place") == 0 && nv_element_attribute(element, "role") &&
        !bench_names_add_place(&world->names, content_of(element)))
        return false;
    if (language < NV_LANGUAGE_COUNT &&
        !bench_words_add(&world->words, language, content_of(element)))
        return false;
    return learn_children(world, doc, element);
}

bool bench_learn(bench_world *world, const char *path, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    xmlDoc *doc = NULL;
    bool is_learned = false;

    if (nv_file_read_pack(path, &xml, err))
        doc = nv_xml_parse(xml.text, xml.len, path, err);
    if (doc)
        is_learned = learn_children(world, doc, xmlDocGetRootElement(doc)) ||
                     nv_fail(err, NV_ERROR_MEMORY, 0, "no memory");
    xmlFreeDoc(doc);
    nv_buffer_release(&xml);
    return is_learned;
}
