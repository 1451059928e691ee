/* SPDX-License-Identifier: MPL-2.0 */
/* See contents.h. */
#include "own/contents.h"

#include <stdlib.h>
#include <string.h>

#include "registry/trouble.h"
#include "registry/xml.h"

static const char gone[] = " gone: ";

static const char *keep(nv_own_contents *contents, const char *text)
{
    const char *kept = nv_arena_text(&contents->arena, text, strlen(text));

    contents->naming.failed = contents->naming.failed || !kept;
    return kept;
}

static void read_event(nv_own_contents *contents, const xmlNode *node,
                       const struct nv_xml_piece *at)
{
    const char *id = nv_element_attribute(node, "id");
    const char *key = nv_element_attribute(node, "key");

    if (strcmp((const char *)node->name, "event") != 0 || !id || !key)
        return;
    contents->pieces[contents->count++] = (nv_own_piece){
        at->offset, at->len, keep(contents, id), keep(contents, key)};
    nv_naming_enter_id(&contents->naming, id, NULL);
    nv_naming_enter_key(&contents->naming, key);
}

/* "--" ends a comment and may stand in an id; full stops may not. */
static void exchange(char *text, char from, char to)
{
    for (; *text; text++)
        if (*text == from)
            *text = to;
}

static void read_gone(nv_own_contents *contents, const xmlNode *comment)
{
    const char *text = (const char *)comment->content;
    char *id, *key;

    if (!text || strncmp(text, gone, sizeof gone - 1) != 0)
        return;
    id = (char *)keep(contents, text + sizeof gone - 1);
    key = id ? strchr(id, ' ') : NULL;
    if (!key)
        return;
    *key++ = '\0';
    exchange(id, '.', '-');
    key[strcspn(key, " ")] = '\0';
    nv_naming_enter_id(&contents->naming, id, NULL);
    nv_naming_enter_key(&contents->naming, key);
}

void nv_own_write_gone(nv_buffer *out, const nv_own_piece *piece)
{
    const size_t before = out->len;

    nv_buffer_add_format(out, "<!--%s%s %s -->", gone, piece->id, piece->key);
    if (out->failed)
        return;
    for (size_t i = before + 4; i + 3 < out->len; i++)
        if (out->text[i] == '-')
            out->text[i] = '.';
}

static void read_children(nv_own_contents *contents, const xmlNode *root,
                          const nv_xml_pieces *pieces)
{
    size_t element = 0;

    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type == XML_COMMENT_NODE)
            read_gone(contents, node);
        else if (node->type == XML_ELEMENT_NODE && element < pieces->count)
            read_event(contents, node, &pieces->items[element++]);
    }
}

/* The place before the last end tag, which is the root's. */
static bool find_end(nv_own_contents *contents, const char *name, nv_error *err)
{
    static const char tag[] = "</registry";
    const char *last = NULL;

    for (const char *at = strstr(contents->xml.text, tag); at;
         at = strstr(at + 1, tag))
        last = at;
    if (!last)
        return nv_trouble(err, NV_ERROR_FORMAT, 0, name,
                          "the registry has no end");
    contents->end = (size_t)(last - contents->xml.text);
    return true;
}

static bool read_tree(nv_own_contents *contents, const xmlNode *root,
                      const nv_xml_pieces *pieces, const char *name,
                      nv_error *err)
{
    const nv_element_context context = {&contents->arena, name, err};

    contents->pack[0] = '\0';
    if (!nv_record_check_root(&context, root, contents->pack))
        return false;
    nv_naming_release(&contents->naming);
    nv_naming_init(&contents->naming);
    contents->count = 0;
    contents->pieces = nv_arena_array(&contents->arena, pieces->count + 1,
                                      sizeof *contents->pieces);
    if (!contents->pieces || contents->naming.failed)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    read_children(contents, root, pieces);
    if (contents->naming.failed)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    return find_end(contents, name, err);
}

bool nv_own_contents_read(nv_own_contents *contents, const char *name,
                          nv_error *err)
{
    nv_xml_pieces pieces = {NULL, 0, 0};
    const nv_xml_manner manner = {.pieces = &pieces};
    xmlDoc *doc = contents->xml.failed
                      ? NULL
                      : nv_xml_parse_as(&manner, contents->xml.text,
                                        contents->xml.len, name, err);
    bool is_read = false;

    if (contents->xml.failed)
        nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    else if (doc)
        is_read =
            read_tree(contents, xmlDocGetRootElement(doc), &pieces, name, err);
    xmlFreeDoc(doc);
    free(pieces.items);
    return is_read;
}

void nv_own_contents_release(nv_own_contents *contents)
{
    nv_naming_release(&contents->naming);
    nv_arena_release(&contents->arena);
    nv_buffer_release(&contents->xml);
}

const nv_own_piece *nv_own_piece_of(const nv_own_contents *contents,
                                    const char *id)
{
    for (size_t i = 0; i < contents->count; i++)
        if (strcmp(contents->pieces[i].id, id) == 0)
            return &contents->pieces[i];
    return NULL;
}
