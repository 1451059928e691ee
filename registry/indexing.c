/* SPDX-License-Identifier: MPL-2.0 */
/* See indexing.h. */
#include "registry/indexing.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "registry/index/build.h"
#include "registry/tie.h"
#include "registry/trouble.h"
#include "registry/xml.h"

static bool add_record(nv_index_builder *builder, const nv_record *record,
                       const nv_location *location, nv_error *err)
{
    switch (record->kind) {
    case NV_RECORD_NAME:
        return nv_index_builder_add_name(builder, record->name, err);
    case NV_RECORD_EVENT:
        return nv_index_builder_add_event(builder, record->event, location,
                                          err);
    default:
        return nv_index_builder_add_statement(builder, record->statement,
                                              location, err);
    }
}

/* Ids that are compared at the end. */
typedef struct {
    const char **items;
    size_t count, capacity;
} id_list;

static bool add_id(id_list *ids, nv_arena *arena, const char *id)
{
    const char **items = nv_array_grow(ids->items, ids->count, &ids->capacity,
                                       sizeof *ids->items);

    if (!items)
        return false;
    ids->items = items;
    items[ids->count] = nv_arena_text(arena, id, strlen(id));
    return items[ids->count] && ++ids->count;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_ids(id_list *ids)
{
    if (ids->count > 1)
        qsort(ids->items, ids->count, sizeof *ids->items, compare_ids);
}

/* Whether all that are wanted are there. Sorts both. */
static bool has_all(id_list *wanted, id_list *there)
{
    size_t at = 0;

    sort_ids(wanted);
    sort_ids(there);
    for (size_t i = 0; i < wanted->count; i++) {
        while (at < there->count &&
               strcmp(there->items[at], wanted->items[i]) < 0)
            at++;
        if (at == there->count ||
            strcmp(there->items[at], wanted->items[i]) != 0)
            return false;
    }
    return true;
}

/* Member by member */

static const char tail[] = "</registry>";

typedef struct {
    const char *name; /* of the pack's file */
    nv_error *err;
    char pack[NV_PACK_NAME_MAX + 1]; /* "" before the first member */
    nv_index_builder *builder;
    nv_member *members;
    size_t count, capacity;
    nv_buffer xml; /* of one member, made a document */
    nv_xml_pieces pieces;
    nv_arena arena;             /* of the records of one member */
    nv_arena ids;               /* of the two lists */
    id_list wanted, statements; /* what events lead to, and what there is */
    int lines;                  /* before the member */
    bool has_tail;              /* nothing may come any more */
    size_t head_len;            /* what was added before the member, bytes */
} indexing;

static bool fail_of_memory(indexing *in)
{
    return nv_trouble(in->err, NV_ERROR_MEMORY, 0, in->name, NULL);
}

static bool fail(indexing *in, const char *what)
{
    return nv_trouble(in->err, NV_ERROR_FORMAT, 0, in->name, what);
}

static bool add_member(indexing *in, const nv_member *member)
{
    nv_member *members = nv_array_grow(in->members, in->count, &in->capacity,
                                       sizeof *in->members);

    if (!members)
        return fail_of_memory(in);
    in->members = members;
    members[in->count++] = *member;
    return true;
}

static bool ends_with_tail(const nv_buffer *xml)
{
    size_t len = xml->len;

    while (len > 0 && strchr(" \t\r\n", xml->text[len - 1]))
        len--;
    return len >= sizeof tail - 1 && memcmp(xml->text + len - (sizeof tail - 1),
                                            tail, sizeof tail - 1) == 0;
}

/* Makes the next member a document of its own: each but the first is given the
 * root's start, each but the last its end. */
static bool unpack(indexing *in, nv_unpacking *unpacking, nv_member *member)
{
    nv_buffer_truncate(&in->xml, 0);
    if (in->pack[0])
        nv_buffer_add_format(&in->xml, "<registry version=\"%s\" pack=\"%s\">",
                             nv_record_version, in->pack);
    in->head_len = in->xml.len;
    if (!nv_unpacking_next(unpacking, &in->xml, member, in->err))
        return false;
    if (member->packed_len == 0)
        return in->has_tail || fail(in, "the file is cut off");
    if (in->has_tail)
        return fail(in, "something follows the end of the registry");
    in->has_tail = ends_with_tail(&in->xml);
    if (!in->has_tail)
        nv_buffer_add_text(&in->xml, tail);
    return (!in->xml.failed || fail_of_memory(in)) && add_member(in, member);
}

static bool check_root(indexing *in, const nv_element_context *context,
                       const xmlNode *root)
{
    if (!nv_record_check_root(context, root, in->pack))
        return false;
    if (!in->builder)
        in->builder = nv_index_builder_new(in->pack, in->err);
    return in->builder != NULL;
}

/* Where else a record leads to is the builder's to check. */
static bool note_links(indexing *in, const nv_record *record)
{
    const nv_texts *ids;

    if (record->kind == NV_RECORD_STATEMENT)
        return add_id(&in->statements, &in->ids, record->statement->id) ||
               fail_of_memory(in);
    if (record->kind == NV_RECORD_NAME)
        return true;
    ids = &record->event->statements;
    for (size_t i = 0; i < ids->count; i++)
        if (!add_id(&in->wanted, &in->ids, ids->items[i]))
            return fail_of_memory(in);
    return true;
}

/* Offsets count UTF-8. */
static bool is_utf8(const xmlDoc *doc)
{
    return !doc->encoding ||
           xmlStrcasecmp(doc->encoding, (const xmlChar *)"UTF-8") == 0;
}

/* Whether the XML says at its beginning that it is in another encoding: then
 * nothing of it needs to be parsed to know that. */
static bool is_foreign(const nv_buffer *xml)
{
    static const char start[] = "<?xml", said[] = "encoding";
    const char *end, *at;

    if (xml->len >= 2 && (!memcmp(xml->text, "\xFF\xFE", 2) ||
                          !memcmp(xml->text, "\xFE\xFF", 2)))
        return true;
    if (strncmp(xml->text, start, sizeof start - 1) != 0)
        return false;
    end = strstr(xml->text, "?>");
    at = strstr(xml->text, said);
    if (!end || !at || at > end)
        return false;
    at += sizeof said - 1;
    at += strspn(at, " \t\r\n='\"");
    return strncasecmp(at, "UTF-8", 5) != 0;
}

static bool add_records(indexing *in, const xmlDoc *doc)
{
    const nv_element_context context = {&in->arena, in->name, in->err};
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc), *node;
    size_t number = 0;

    if (!is_utf8(doc))
        return fail(in, "the encoding is not UTF-8");
    if (!check_root(in, &context, root))
        return false;
    for (node = root->children; node; node = node->next) {
        nv_location at = {.member = (uint32_t)(in->count - 1)};
        nv_record record = {0};

        if (!nv_record_next(&context, &node))
            return false;
        if (!node)
            return true;
        at.offset = (uint32_t)(in->pieces.items[number].offset - in->head_len);
        at.len = (uint32_t)in->pieces.items[number++].len;
        if (!nv_record_read(&context, node, &record) ||
            !note_links(in, &record) ||
            !add_record(in->builder, &record, &at, in->err))
            return false;
    }
    return true;
}

static void count_lines(indexing *in)
{
    for (size_t i = in->head_len; i < in->xml.len; i++)
        in->lines += in->xml.text[i] == '\n';
}

static bool add_records_of_member(indexing *in)
{
    const nv_xml_manner manner = {.lines_before = in->lines,
                                  .pieces = &in->pieces};
    bool is_added;
    xmlDoc *doc;

    in->pieces.count = 0;
    if (in->head_len == 0 && is_foreign(&in->xml))
        return fail(in, "the encoding is not UTF-8");
    doc =
        nv_xml_parse_as(&manner, in->xml.text, in->xml.len, in->name, in->err);
    is_added = doc && add_records(in, doc);
    xmlFreeDoc(doc);
    nv_arena_release(&in->arena);
    count_lines(in);
    return is_added;
}

static bool finish(indexing *in, nv_buffer *out)
{
    nv_index_tie tie;

    if (!has_all(&in->wanted, &in->statements))
        return fail(in, "an event leads to a statement that is not there");
    nv_tie_of_members(in->members, in->count, &tie);
    return nv_index_builder_finish(in->builder, &tie, in->members, in->count,
                                   out, in->err);
}

bool nv_indexing_members(nv_unpacking *unpacking, nv_buffer *out, nv_error *err)
{
    indexing in = {.name = unpacking->name, .err = err, .xml = NV_BUFFER_INIT};
    nv_member member = {.packed_len = 1};
    bool is_right = true;

    while (is_right && member.packed_len > 0)
        is_right = unpack(&in, unpacking, &member) &&
                   (member.packed_len == 0 || add_records_of_member(&in));
    is_right = is_right && finish(&in, out);
    nv_index_builder_free(in.builder);
    nv_arena_release(&in.ids);
    free(in.wanted.items);
    free(in.statements.items);
    nv_buffer_release(&in.xml);
    free(in.members);
    free(in.pieces.items);
    return is_right;
}

/* Of a reader */

bool nv_indexing_records(const nv_reader *reader, const char *xml, size_t len,
                         nv_buffer *out, nv_error *err)
{
    static const nv_location nowhere = {0};
    const nv_member whole = {.packed_len = 0};
    nv_index_builder *builder = nv_index_builder_new(reader->pack, err);
    bool is_right = builder != NULL;
    nv_index_tie tie;

    for (size_t i = 0; is_right && i < reader->count; i++) {
        const nv_entry *entry = &reader->entries[i];

        is_right = add_record(builder,
                              &(nv_record){entry->kind, {.what = entry->kept}},
                              &nowhere, err);
    }
    nv_tie_of_bytes(xml, len, &tie);
    is_right =
        is_right && nv_index_builder_finish(builder, &tie, &whole, 1, out, err);
    nv_index_builder_free(builder);
    return is_right;
}
