/* SPDX-License-Identifier: MPL-2.0 */
/* See reader.h. */
#include "registry/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/format.h"
#include "registry/store.h"
#include "registry/trouble.h"
#include "registry/xml.h"

static const char format_version[] = "1";

typedef struct nv_record record;

bool nv_reader_init(nv_reader *reader, nv_error *err)
{
    memset(reader, 0, sizeof *reader);
    reader->registry = calloc(1, sizeof *reader->registry);
    return reader->registry ||
           nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
}

void nv_reader_release(nv_reader *reader)
{
    nv_registry_free(reader->registry);
    free(reader->events.items);
    free(reader->names.items);
    free(reader->statements.items);
    free(reader->event_links.items);
    free(reader->statement_links.items);
    memset(reader, 0, sizeof *reader);
}

static bool add_record(nv_records *records, const void *what,
                       const nv_element_context *context, const xmlNode *node)
{
    if (records->count == records->capacity) {
        size_t capacity = records->capacity ? records->capacity * 2 : 64;
        record *items = realloc(records->items, capacity * sizeof *items);

        if (!items)
            return nv_element_no_memory(context);
        records->items = items;
        records->capacity = capacity;
    }
    records->items[records->count++] =
        (record){(void *)what, {context->file, nv_xml_line(node)}};
    return true;
}

/* `what` is a printf format with one %s, for `id`. */
static bool fail_at(const nv_place *place, nv_error *err, const char *what,
                    const char *id)
{
    char sentence[160];

    snprintf(sentence, sizeof sentence, what, id);
    return nv_trouble(err, NV_ERROR_FORMAT, place->line, place->file, sentence);
}

/* Adding a tree. */

static bool note_links(nv_records *links, const nv_texts *ids,
                       const nv_element_context *context, const xmlNode *node)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!add_record(links, ids->items[i], context, node))
            return false;
    return true;
}

static bool add_event(nv_reader *reader, const nv_element_context *context,
                      const xmlNode *node)
{
    nv_event *event = nv_arena_alloc(context->arena, sizeof *event);

    if (!event)
        return nv_element_no_memory(context);
    if (!nv_element_read(context, node, &nv_event_shape, event) ||
        !add_record(&reader->events, event, context, node))
        return false;
    for (size_t i = 0; i < event->relation_count; i++)
        if (!add_record(&reader->event_links, event->relations[i].target,
                        context, node))
            return false;
    return note_links(&reader->statement_links, &event->statements, context,
                      node);
}

static bool add_name(nv_reader *reader, const nv_element_context *context,
                     const xmlNode *node)
{
    nv_name *name = nv_arena_alloc(context->arena, sizeof *name);

    if (!name)
        return nv_element_no_memory(context);
    return nv_element_read(context, node, &nv_name_shape, name) &&
           add_record(&reader->names, name, context, node);
}

static bool add_statement(nv_reader *reader, const nv_element_context *context,
                          const xmlNode *node)
{
    nv_statement_record *statement =
        nv_arena_alloc(context->arena, sizeof *statement);

    if (!statement)
        return nv_element_no_memory(context);
    return nv_element_read(context, node, &nv_statement_shape, statement) &&
           add_record(&reader->statements, statement, context, node) &&
           note_links(&reader->event_links, &statement->event_ids, context,
                      node);
}

static const struct {
    const char *element;
    bool (*add)(nv_reader *reader, const nv_element_context *context,
                const xmlNode *node);
} adders[] = {
    {"event", add_event},
    {"name", add_name},
    {"statement", add_statement},
};

static bool add_node(nv_reader *reader, const nv_element_context *context,
                     const xmlNode *node)
{
    for (size_t i = 0; i < NV_COUNT_OF(adders); i++)
        if (!node->ns &&
            strcmp((const char *)node->name, adders[i].element) == 0)
            return adders[i].add(reader, context, node);
    return nv_element_fail(context, node, "<%.40s> has no place in <registry>",
                           (const char *)node->name);
}

bool nv_is_pack_name(const char *name)
{
    return name && name[0] && strlen(name) <= NV_PACK_NAME_MAX &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
               strlen(name);
}

static bool check_root(nv_reader *reader, const nv_element_context *context,
                       const xmlNode *root)
{
    char *known = reader->registry->pack;
    const char *version, *pack;

    if (!root || strcmp((const char *)root->name, "registry") != 0 || root->ns)
        return nv_element_fail(context, root, "this is XML but no registry");
    version = nv_element_attribute(root, "version");
    if (!version || strcmp(version, format_version) != 0)
        return nv_element_fail(context, root,
                               "this registry is of version “%.20s”, and only "
                               "version %s can be read",
                               version ? version : "", format_version);
    pack = nv_element_attribute(root, "pack");
    if (!nv_is_pack_name(pack))
        return nv_element_fail(context, root,
                               "the registry has no name of 1 to 20 small "
                               "letters, digits and hyphens (pack=\"...\")");
    if (known[0] && strcmp(known, pack) != 0)
        return nv_element_fail(context, root,
                               "this is of the pack “%s”, other files are of "
                               "“%s”",
                               pack, known);
    strcpy(known, pack);
    return true;
}

static bool add_children(nv_reader *reader, const nv_element_context *context,
                         const xmlNode *root)
{
    for (const xmlNode *node = root->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            if (!add_node(reader, context, node))
                return false;
        } else if (node->type != XML_COMMENT_NODE && !xmlIsBlankNode(node)) {
            return nv_element_fail(context, root,
                                   "<registry> holds elements and no text");
        }
    }
    return true;
}

bool nv_reader_add(nv_reader *reader, const xmlDoc *doc, const char *name,
                   nv_error *err)
{
    nv_arena *arena = &reader->registry->arena;
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
    const nv_element_context context = {
        arena, nv_arena_text(arena, name, strlen(name)), err};

    if (!context.file)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    return check_root(reader, &context, root) &&
           add_children(reader, &context, root);
}

/* Finishing: each sorts one kind of record and refuses doubles. */

static int compare_dates(const void *a, const void *b)
{
    const nv_event *x = ((const record *)a)->what;
    const nv_event *y = ((const record *)b)->what;
    int order = strcmp(x->date.iso, y->date.iso);

    return order ? order : strcmp(x->id, y->id);
}

static int compare_ids(const void *a, const void *b)
{
    const nv_event *x = ((const record *)a)->what;
    const nv_event *y = ((const record *)b)->what;

    return strcmp(x->id, y->id);
}

static int compare_keys(const void *a, const void *b)
{
    const nv_event *x = ((const record *)a)->what;
    const nv_event *y = ((const record *)b)->what;

    return strcmp(x->key, y->key);
}

static int compare_names(const void *a, const void *b)
{
    const nv_name *x = ((const record *)a)->what;
    const nv_name *y = ((const record *)b)->what;

    return strcmp(x->in[NV_LANGUAGE_EN], y->in[NV_LANGUAGE_EN]);
}

typedef int comparison(const void *a, const void *b);

static void sort_records(nv_records *records, comparison *compare)
{
    if (records->count > 1)
        qsort(records->items, records->count, sizeof *records->items, compare);
}

/* The records in the registry's arena, as pointers. */
static void *keep(nv_reader *reader, const nv_records *records, nv_error *err)
{
    const void **kept =
        nv_arena_array(&reader->registry->arena, records->count, sizeof *kept);

    if (!kept) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
        return NULL;
    }
    for (size_t i = 0; i < records->count; i++)
        kept[i] = records->items[i].what;
    return kept;
}

/* Of two equal neighbours, the one that stands later in its file. */
static const record *find_double(const nv_records *records, comparison *compare)
{
    for (size_t i = 1; i < records->count; i++) {
        const record *a = &records->items[i - 1], *b = &records->items[i];

        if (compare(a, b) == 0)
            return a->place.line > b->place.line ? a : b;
    }
    return NULL;
}

static const nv_event **keep_events(nv_reader *reader, comparison *compare,
                                    nv_error *err)
{
    const record *twice;

    sort_records(&reader->events, compare);
    twice = find_double(&reader->events, compare);
    if (twice) {
        const nv_event *event = twice->what;

        fail_at(&twice->place, err,
                compare == compare_keys ? "another event has the key “%.60s”"
                                        : "another event has the id “%.60s”",
                compare == compare_keys ? event->key : event->id);
        return NULL;
    }
    return keep(reader, &reader->events, err);
}

static bool finish_events(nv_reader *reader, nv_error *err)
{
    nv_registry *registry = reader->registry;

    registry->event_count = reader->events.count;
    registry->by_key = keep_events(reader, compare_keys, err);
    registry->by_id =
        registry->by_key ? keep_events(reader, compare_ids, err) : NULL;
    registry->events =
        registry->by_id ? keep_events(reader, compare_dates, err) : NULL;
    return registry->events != NULL;
}

static bool finish_names(nv_reader *reader, nv_error *err)
{
    nv_registry *registry = reader->registry;
    const record *twice;

    sort_records(&reader->names, compare_names);
    twice = find_double(&reader->names, compare_names);
    if (twice)
        return fail_at(&twice->place, err, "another name is “%.80s”",
                       ((const nv_name *)twice->what)->in[NV_LANGUAGE_EN]);
    registry->names = keep(reader, &reader->names, err);
    registry->name_count = reader->names.count;
    return registry->names != NULL;
}

static bool link_statement(nv_registry *registry, nv_statement_record *one)
{
    const nv_texts *ids = &one->event_ids;
    const nv_event **events =
        nv_arena_array(&registry->arena, ids->count, sizeof *events);

    for (size_t i = 0; events && i < ids->count; i++)
        events[i] = nv_registry_by_id(registry, ids->items[i]);
    one->statement.events = events;
    one->statement.event_count = ids->count;
    return events != NULL;
}

static bool has_statement(const nv_reader *reader, const char *id, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const nv_statement_record *one = reader->statements.items[i].what;

        if (strcmp(one->statement.id, id) == 0)
            return true;
    }
    return false;
}

static bool finish_statements(nv_reader *reader, nv_error *err)
{
    nv_registry *registry = reader->registry;
    size_t count = reader->statements.count;
    nv_statement *kept = nv_arena_array(&registry->arena, count, sizeof *kept);

    if (!kept)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
    for (size_t i = 0; i < count; i++) {
        nv_statement_record *one = reader->statements.items[i].what;

        if (has_statement(reader, one->statement.id, i))
            return fail_at(&reader->statements.items[i].place, err,
                           "another statement has the id “%.40s”",
                           one->statement.id);
        if (!link_statement(registry, one))
            return nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
        kept[i] = one->statement;
    }
    registry->statements = kept;
    registry->statement_count = count;
    return true;
}

static bool check_links(const nv_reader *reader, nv_error *err)
{
    for (size_t i = 0; i < reader->event_links.count; i++) {
        const record *link = &reader->event_links.items[i];

        if (!nv_registry_by_id(reader->registry, link->what))
            return fail_at(&link->place, err,
                           "this points to “%.80s”, which is no event here",
                           link->what);
    }
    for (size_t i = 0; i < reader->statement_links.count; i++) {
        const record *link = &reader->statement_links.items[i];

        if (!has_statement(reader, link->what, reader->statements.count))
            return fail_at(&link->place, err,
                           "this points to “%.80s”, which is no statement here",
                           link->what);
    }
    return true;
}

nv_registry *nv_reader_finish(nv_reader *reader, nv_error *err)
{
    nv_registry *registry = reader->registry;

    if (!finish_events(reader, err) || !finish_names(reader, err) ||
        !check_links(reader, err) || !finish_statements(reader, err))
        return NULL;
    if (!nv_index_build(registry, &registry->index)) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
        return NULL;
    }
    reader->registry = NULL;
    return registry;
}
