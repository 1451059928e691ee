/* SPDX-License-Identifier: MPL-2.0 */
/* See registry.h. */
#include "registry/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/store.h"
#include "registry/trouble.h"

/* Life cycle */

/* Tables may be empty, but not NULL. */
static void *new_table(size_t count)
{
    return calloc(count + 1, sizeof(void *));
}

static bool count_records(nv_registry *registry, const char *path,
                          nv_error *err)
{
    const nv_index *index = registry->index;
    const char *pack = nv_index_pack(index);

    if (!nv_is_pack_name(pack) ||
        nv_index_record_count(index) < nv_index_event_count(index))
        return nv_trouble(err, NV_ERROR_FORMAT, 0, path,
                          "the index is damaged");
    strcpy(registry->pack, pack);
    registry->event_count = nv_index_event_count(index);
    registry->statement_count =
        nv_index_record_count(index) - registry->event_count;
    registry->name_count = nv_index_name_count(index);
    return true;
}

static bool fill(nv_registry *registry, const char *path, nv_error *err)
{
    if (!count_records(registry, path, err))
        return false;
    registry->path = malloc(strlen(path) + 1);
    registry->events = new_table(registry->event_count);
    registry->statements = new_table(registry->statement_count);
    registry->names = new_table(registry->name_count);
    if (!registry->path || !registry->events || !registry->statements ||
        !registry->names)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    strcpy(registry->path, path);
    return true;
}

nv_registry *nv_store_new(const char *path, nv_index *index, nv_error *err)
{
    nv_registry *registry = calloc(1, sizeof *registry);

    if (!registry) {
        nv_index_close(index);
        nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
        return NULL;
    }
    pthread_mutex_init(&registry->lock, NULL);
    registry->index = index;
    registry->origin = (nv_index_origin)NV_INDEX_ORIGIN_INIT;
    if (fill(registry, path, err))
        return registry;
    nv_registry_free(registry);
    return NULL;
}

/* An index of the cache that turned out to be damaged is made anew when the
 * pack is opened the next time. */
static void forget_damaged(const nv_registry *registry)
{
    if (registry->origin.kept.len > 0 && nv_index_is_damaged(registry->index))
        remove(registry->origin.kept.text);
}

void nv_registry_free(nv_registry *registry)
{
    if (!registry)
        return;
    forget_damaged(registry);
    nv_members_free(registry->members);
    nv_index_close(registry->index);
    nv_index_origin_release(&registry->origin);
    nv_arena_release(&registry->arena);
    pthread_mutex_destroy(&registry->lock);
    free(registry->events);
    free(registry->statements);
    free(registry->names);
    free(registry->path);
    free(registry);
}

const char *nv_registry_pack(const nv_registry *registry)
{
    return registry->pack;
}

const char *nv_registry_path(const nv_registry *registry)
{
    return registry->path;
}

const char *nv_registry_index_trouble(const nv_registry *registry)
{
    return registry->origin.trouble.text;
}

const nv_index *nv_registry_index(const nv_registry *registry)
{
    return registry->index;
}

/* What is read when it is asked for: a registry that others see as unchanging
 * changes here, under its lock. */
static nv_registry *lock(const nv_registry *registry)
{
    nv_registry *changing = (nv_registry *)registry;

    pthread_mutex_lock(&changing->lock);
    return changing;
}

static void unlock(nv_registry *registry)
{
    pthread_mutex_unlock(&registry->lock);
}

/* Reading a record */

bool nv_registry_fail_as_damaged(const nv_registry *registry, nv_error *err)
{
    if (registry->origin.kept.len > 0)
        return nv_fail(err, NV_ERROR_FORMAT, 0,
                       "%s: the index in %s is damaged. It is made anew when "
                       "the pack is opened the next time.",
                       nv_trouble_name(registry->path),
                       nv_trouble_name(registry->origin.kept.text));
    return nv_trouble(err, NV_ERROR_FORMAT, 0, registry->path,
                      "the index of the pack is damaged");
}

/* Lines are counted in the record only, and so left out. */
static bool fail_as_parsed(const nv_registry *registry, const nv_error *why,
                           const char *id, nv_error *err)
{
    char sentence[200];
    size_t len;
    const char *what = nv_trouble_what(why, registry->path, &len);

    if (why->code == NV_ERROR_MEMORY)
        return nv_trouble(err, why->code, 0, registry->path, NULL);
    snprintf(sentence, sizeof sentence, "“%.60s” can't be read: %.*s", id,
             (int)len, what);
    return nv_trouble(err, why->code, 0, registry->path, sentence);
}

/* Reads the record of that number (index.h says how they are numbered), which
 * must be of record->kind and have that id; what is damaged in an index reads
 * as empty. */
static bool read_record(const nv_registry *registry, nv_record *record,
                        uint32_t number, const char *id, nv_arena *arena,
                        nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error why = {0};
    nv_location place;
    nv_member member;
    bool is_read;

    if (!id || !id[0] || !nv_index_location(registry->index, number, &place) ||
        !nv_index_member(registry->index, place.member, &member))
        return nv_registry_fail_as_damaged(registry, err);
    is_read = nv_members_read(registry->members, &member, &place, &xml, &why) &&
              nv_record_parse(xml.text, xml.len, record->kind, arena,
                              registry->path, &record->what, &why);
    nv_buffer_release(&xml);
    if (is_read && strcmp(nv_record_id(record), id) != 0)
        is_read = nv_trouble(&why, NV_ERROR_FORMAT, 0, registry->path,
                             "the index does not fit the pack");
    return is_read || fail_as_parsed(registry, &why, id, err);
}

static const nv_event *read_event(const nv_registry *registry, size_t number,
                                  nv_arena *arena, nv_error *err)
{
    nv_record record = {.kind = NV_RECORD_EVENT};
    nv_card card = {NULL};

    nv_index_card(registry->index, (uint32_t)number, &card);
    return read_record(registry, &record, (uint32_t)number, card.id, arena, err)
               ? record.event
               : NULL;
}

/* Events */

size_t nv_registry_event_count(const nv_registry *registry)
{
    return registry->event_count;
}

const nv_event *nv_registry_event(const nv_registry *registry, size_t number,
                                  nv_error *err)
{
    nv_registry *changing;
    const nv_event *event;

    if (number >= registry->event_count)
        return NULL;
    changing = lock(registry);
    event = changing->events[number];
    if (!event)
        event = read_event(registry, number, &changing->arena, err);
    changing->events[number] = event;
    unlock(changing);
    return event;
}

static const nv_event *event_of(const nv_registry *registry, uint32_t number,
                                nv_error *err)
{
    if (number != NV_NO_RECORD)
        return nv_registry_event(registry, number, err);
    if (nv_index_is_damaged(registry->index))
        nv_registry_fail_as_damaged(registry, err);
    return NULL;
}

const nv_event *nv_registry_by_id(const nv_registry *registry, const char *id,
                                  nv_error *err)
{
    return id ? event_of(registry, nv_index_by_id(registry->index, id), err)
              : NULL;
}

const nv_event *nv_registry_by_key(const nv_registry *registry, const char *key,
                                   nv_error *err)
{
    return key ? event_of(registry, nv_index_by_key(registry->index, key), err)
               : NULL;
}

struct nv_open_event {
    nv_arena arena; /* of the event, unless the registry keeps it */
    const nv_event *event;
};

nv_open_event *nv_registry_open_event(const nv_registry *registry,
                                      size_t number, nv_error *err)
{
    nv_open_event *open;
    nv_registry *changing;

    if (number >= registry->event_count)
        return NULL;
    open = calloc(1, sizeof *open);
    if (!open) {
        nv_trouble(err, NV_ERROR_MEMORY, 0, registry->path, NULL);
        return NULL;
    }
    changing = lock(registry);
    open->event = changing->events[number];
    unlock(changing);
    if (!open->event)
        open->event = read_event(registry, number, &open->arena, err);
    if (open->event)
        return open;
    nv_event_close(open);
    return NULL;
}

const nv_event *nv_open_event_get(const nv_open_event *open)
{
    return open->event;
}

void nv_event_close(nv_open_event *open)
{
    if (open)
        nv_arena_release(&open->arena);
    free(open);
}

/* Statements */

size_t nv_registry_statement_count(const nv_registry *registry)
{
    return registry->statement_count;
}

static const nv_statement *read_statement(nv_registry *registry, size_t number,
                                          nv_error *err)
{
    const uint32_t at = (uint32_t)(registry->event_count + number);
    const char *id = nv_index_statement_id(registry->index, at);
    nv_record record = {.kind = NV_RECORD_STATEMENT};

    return read_record(registry, &record, at, id, &registry->arena, err)
               ? record.statement
               : NULL;
}

const nv_statement *nv_registry_statement(const nv_registry *registry,
                                          size_t number, nv_error *err)
{
    nv_registry *changing;
    const nv_statement *statement;

    if (number >= registry->statement_count)
        return NULL;
    changing = lock(registry);
    statement = changing->statements[number];
    if (!statement)
        statement = read_statement(changing, number, err);
    changing->statements[number] = statement;
    unlock(changing);
    return statement;
}

/* Names: all that is known of them is in the index. */

static const nv_name *read_name(nv_registry *registry, uint32_t number)
{
    nv_name *name = nv_arena_alloc(&registry->arena, sizeof *name);
    const char **variants;
    size_t count;

    if (!name)
        return NULL;
    count = nv_index_name(registry->index, number, name, NULL, 0);
    variants = nv_arena_array(&registry->arena, count, sizeof *variants);
    if (!variants || !name->in[NV_LANGUAGE_EN])
        return NULL;
    nv_index_name(registry->index, number, name, variants, count);
    name->variants = (nv_texts){variants, count};
    return name;
}

const nv_name *nv_registry_name_of(const nv_registry *registry,
                                   const char *canonical)
{
    const uint32_t number = canonical
                                ? nv_index_find_name(registry->index, canonical)
                                : NV_NO_RECORD;
    nv_registry *changing;
    const nv_name *name;

    if (number >= registry->name_count)
        return NULL;
    changing = lock(registry);
    name = changing->names[number];
    if (!name)
        name = read_name(changing, number);
    changing->names[number] = name;
    unlock(changing);
    return name;
}
