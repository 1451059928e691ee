/* SPDX-License-Identifier: MPL-2.0 */
/* Opening registries: see registry.h. A pack whose members hold whole records
 * is left as it is, and its index says where they are; everything else is read
 * whole. */
#include "registry/file.h"
#include "registry/gunzip.h"
#include "registry/indexes.h"
#include "registry/indexing.h"
#include "registry/store.h"
#include "registry/trouble.h"
#include "registry/xml.h"

/* Reading whole */

static void enter(nv_registry *registry, const nv_reader *reader)
{
    const size_t names = registry->name_count, events = registry->event_count;

    for (size_t i = 0; i < reader->count; i++) {
        const nv_entry *entry = &reader->entries[i];

        if (entry->kind == NV_RECORD_EVENT)
            registry->events[i - names] = entry->kept;
        else if (entry->kind == NV_RECORD_STATEMENT)
            registry->statements[i - names - events] = entry->kept;
    }
}

static nv_registry *registry_of(nv_reader *reader, const char *xml, size_t len,
                                const char *name, nv_error *err)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_registry *registry = NULL;
    nv_index *index = NULL;

    if (nv_indexing_records(reader, xml, len, &bytes, err))
        index = nv_index_of_bytes(bytes.text, bytes.len, false, name, err);
    if (index)
        registry = nv_store_new(name, index, err);
    if (registry) {
        enter(registry, reader);
        registry->arena = reader->arena;
        reader->arena = (nv_arena){0};
    }
    nv_buffer_release(&bytes);
    return registry;
}

nv_registry *nv_registry_read(const char *xml, size_t len, const char *name,
                              nv_error *err)
{
    nv_registry *registry = NULL;
    nv_reader reader = {0};
    xmlDoc *doc = nv_xml_parse(xml, len, name, err);

    if (!doc)
        return NULL;
    if (nv_reader_add(&reader, doc, name, err) &&
        nv_reader_finish(&reader, err))
        registry = registry_of(&reader, xml, len, name, err);
    nv_reader_release(&reader);
    xmlFreeDoc(doc);
    return registry;
}

static nv_registry *open_whole(const char *path, nv_error *err)
{
    nv_registry *registry = NULL;
    nv_buffer xml = NV_BUFFER_INIT;

    if (nv_file_read_pack(path, &xml, err))
        registry = nv_registry_read(xml.text, xml.len, path, err);
    nv_buffer_release(&xml);
    return registry;
}

/* Reading what is asked for */

static nv_registry *open_members(nv_file *file, const char *cache,
                                 bool may_make, nv_error *err)
{
    nv_index_origin origin = NV_INDEX_ORIGIN_INIT;
    nv_index *index = nv_index_obtain(file, cache, may_make, &origin, err);
    nv_registry *registry = index ? nv_store_new(file->path, index, err) : NULL;

    if (registry) {
        file->path = registry->path;
        registry->members = nv_members_new(file, err);
        registry->origin = origin;
    } else {
        nv_index_origin_release(&origin);
    }
    if (!registry || registry->members)
        return registry;
    nv_registry_free(registry);
    return NULL;
}

static bool is_gzip(const nv_file *file)
{
    char begin[2];

    return file->size >= sizeof begin &&
           nv_file_read_at(file, 0, begin, sizeof begin, NULL) &&
           nv_gunzip_knows(begin, sizeof begin);
}

/* What is wrong with a pack is told by who reads it whole, unless it is too
 * large for that. */
nv_registry *nv_registry_open_within(const char *path, const char *cache,
                                     uint64_t unindexed_max, nv_error *err)
{
    nv_registry *registry = NULL;
    nv_error why = {0}, whole = {0};
    bool may_make;
    nv_file file;

    if (!nv_file_open(&file, path, err))
        return NULL;
    may_make = file.size <= unindexed_max;
    if (is_gzip(&file))
        registry = open_members(&file, cache, may_make, &why);
    nv_file_close(&file);
    if (!registry && why.code == NV_OK && !may_make)
        nv_index_fail_as_missing(path, &why);
    if (!registry && why.code != NV_ERROR_MEMORY && may_make)
        registry = open_whole(path, &whole);
    if (registry)
        return registry;
    if (whole.code && !(whole.code == NV_ERROR_LIMIT && why.code))
        why = whole;
    nv_fail(err, why.code, why.line, "%s", why.message);
    return NULL;
}

nv_registry *nv_registry_open(const char *path, const char *cache,
                              nv_error *err)
{
    return nv_registry_open_within(path, cache, UINT64_MAX, err);
}
