/* SPDX-License-Identifier: MPL-2.0 */
/* See registry.h. */
#include "registry/registry.h"

#include <stdlib.h>
#include <string.h>

#include "registry/file.h"
#include "registry/reader.h"
#include "registry/store.h"
#include "registry/xml.h"

nv_registry *nv_registry_open(const char *path, nv_error *err)
{
    nv_registry *registry = NULL;
    nv_buffer xml = NV_BUFFER_INIT;

    if (nv_file_read_pack(path, &xml, err))
        registry = nv_registry_read(xml.text, xml.len, path, err);
    nv_buffer_release(&xml);
    return registry;
}

nv_registry *nv_registry_read(const char *xml, size_t len, const char *name,
                              nv_error *err)
{
    nv_registry *registry = NULL;
    nv_reader reader;
    xmlDoc *doc = nv_xml_parse(xml, len, name, err);

    if (!doc)
        return NULL;
    if (nv_reader_init(&reader, err) && nv_reader_add(&reader, doc, name, err))
        registry = nv_reader_finish(&reader, err);
    nv_reader_release(&reader);
    xmlFreeDoc(doc);
    return registry;
}

void nv_registry_free(nv_registry *registry)
{
    if (!registry)
        return;
    nv_arena_release(&registry->arena);
    free(registry);
}

const char *nv_registry_pack(const nv_registry *registry)
{
    return registry->pack;
}

size_t nv_registry_event_count(const nv_registry *registry)
{
    return registry->event_count;
}

const nv_event *nv_registry_event(const nv_registry *registry, size_t index)
{
    return index < registry->event_count ? registry->events[index] : NULL;
}

static int compare_to_id(const void *id, const void *event)
{
    return strcmp(id, (*(const nv_event *const *)event)->id);
}

static int compare_to_key(const void *key, const void *event)
{
    return strcmp(key, (*(const nv_event *const *)event)->key);
}

static int compare_to_name(const void *canonical, const void *name)
{
    return strcmp(canonical,
                  (*(const nv_name *const *)name)->in[NV_LANGUAGE_EN]);
}

typedef int comparison(const void *wanted, const void *item);

/* The place, in a sorted array of pointers, of the one that is wanted; NULL if
 * it is not there. */
static void *const *find(const void *wanted, const void *items, size_t count,
                         comparison *compare)
{
    return count && wanted
               ? bsearch(wanted, items, count, sizeof(void *), compare)
               : NULL;
}

static const void *find_item(const void *wanted, const void *items,
                             size_t count, comparison *compare)
{
    void *const *found = find(wanted, items, count, compare);

    return found ? *found : NULL;
}

const nv_event *nv_registry_by_id(const nv_registry *registry, const char *id)
{
    return find_item(id, registry->by_id, registry->event_count, compare_to_id);
}

const nv_event *nv_registry_by_key(const nv_registry *registry, const char *key)
{
    return find_item(key, registry->by_key, registry->event_count,
                     compare_to_key);
}

static int compare_dates(const void *a, const void *b)
{
    const nv_event *x = a, *y = *(const nv_event *const *)b;
    int order = strcmp(x->date.iso, y->date.iso);

    return order ? order : strcmp(x->id, y->id);
}

size_t nv_store_index_of(const nv_registry *registry, const nv_event *event)
{
    const nv_event **found =
        bsearch(event, registry->events, registry->event_count,
                sizeof *registry->events, compare_dates);

    return (size_t)(found - registry->events);
}

size_t nv_registry_statement_count(const nv_registry *registry)
{
    return registry->statement_count;
}

const nv_statement *nv_registry_statement(const nv_registry *registry,
                                          size_t index)
{
    return index < registry->statement_count ? &registry->statements[index]
                                             : NULL;
}

size_t nv_registry_name_count(const nv_registry *registry)
{
    return registry->name_count;
}

const nv_name *nv_registry_name(const nv_registry *registry, size_t index)
{
    return index < registry->name_count ? registry->names[index] : NULL;
}

const nv_name *nv_registry_name_of(const nv_registry *registry,
                                   const char *canonical)
{
    return find_item(canonical, registry->names, registry->name_count,
                     compare_to_name);
}

bool nv_store_find_name(const nv_registry *registry, const char *canonical,
                        size_t *index)
{
    void *const *found =
        find(canonical, registry->names, registry->name_count, compare_to_name);

    if (found)
        *index = (size_t)(found - (void *const *)registry->names);
    return found != NULL;
}
