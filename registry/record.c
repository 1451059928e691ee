/* SPDX-License-Identifier: MPL-2.0 */
/* See record.h. */
#include "registry/record.h"

#include <string.h>

#include "registry/format.h"
#include "registry/trouble.h"
#include "registry/xml.h"

const char nv_record_version[] = "1";

static const struct {
    const char *element;
    const nv_shape *shape;
} kinds[] = {
    [NV_RECORD_NAME] = {"name", &nv_name_shape},
    [NV_RECORD_EVENT] = {"event", &nv_event_shape},
    [NV_RECORD_STATEMENT] = {"statement", &nv_statement_shape},
};

bool nv_is_pack_name(const char *name)
{
    return name && name[0] && strlen(name) <= NV_PACK_NAME_MAX &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
               strlen(name);
}

const char *nv_record_id(const nv_record *record)
{
    switch (record->kind) {
    case NV_RECORD_NAME:
        return record->name->in[NV_LANGUAGE_EN];
    case NV_RECORD_EVENT:
        return record->event->id;
    default:
        return record->statement->id;
    }
}

static bool is_element(const xmlNode *node, const char *name)
{
    return !node->ns && strcmp((const char *)node->name, name) == 0;
}

bool nv_record_read(const nv_element_context *context, const xmlNode *node,
                    nv_record *record)
{
    int kind = 0;
    void *what;

    while (kind < NV_RECORD_KIND_COUNT &&
           !is_element(node, kinds[kind].element))
        kind++;
    if (kind == NV_RECORD_KIND_COUNT)
        return nv_element_fail(context, node,
                               "<%.40s> has no place in <registry>",
                               (const char *)node->name);
    what = nv_arena_alloc(context->arena, kinds[kind].shape->size);
    if (!what)
        return nv_element_no_memory(context);
    record->kind = (nv_record_kind)kind;
    record->what = what;
    return nv_element_read(context, node, kinds[kind].shape, what);
}

bool nv_record_parse(const char *xml, size_t len, nv_record_kind kind,
                     nv_arena *arena, const char *name, const void **what,
                     nv_error *err)
{
    const nv_element_context context = {arena, name, err};
    xmlDoc *doc = nv_xml_parse(xml, len, name, err);
    const xmlNode *root = xmlDocGetRootElement(doc);
    nv_record record = {0};
    bool is_read = false;

    if (root && !is_element(root, kinds[kind].element))
        nv_element_fail(&context, root, "this is no <%s>", kinds[kind].element);
    else if (root)
        is_read = nv_record_read(&context, root, &record);
    xmlFreeDoc(doc);
    *what = is_read ? record.what : NULL;
    return is_read;
}

bool nv_record_check_root(const nv_element_context *context,
                          const xmlNode *root, char pack[NV_PACK_NAME_MAX + 1])
{
    const char *version, *name;

    if (!root || strcmp((const char *)root->name, "registry") != 0 || root->ns)
        return nv_element_fail(context, root, "this is XML but no registry");
    version = nv_element_attribute(root, "version");
    if (!version || strcmp(version, nv_record_version) != 0)
        return nv_element_fail(context, root,
                               "this registry is of version “%.20s”, and only "
                               "version %s can be read",
                               version ? version : "", nv_record_version);
    name = nv_element_attribute(root, "pack");
    if (!nv_is_pack_name(name))
        return nv_element_fail(context, root,
                               "the registry has no name of 1 to 20 small "
                               "letters, digits and hyphens (pack=\"...\")");
    if (pack[0] && strcmp(pack, name) != 0)
        return nv_element_fail(context, root,
                               "this is of the pack “%s”, other files are of "
                               "“%s”",
                               name, pack);
    strcpy(pack, name);
    return true;
}

bool nv_record_next(const nv_element_context *context, const xmlNode **node)
{
    for (; *node && (*node)->type != XML_ELEMENT_NODE; *node = (*node)->next)
        if ((*node)->type != XML_COMMENT_NODE && !xmlIsBlankNode(*node))
            return nv_element_fail(context, (*node)->parent,
                                   "<registry> holds elements and no text");
    return true;
}
