/* SPDX-License-Identifier: MPL-2.0 */
/* See reader.h. */
#include "registry/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/trouble.h"
#include "registry/xml.h"

void nv_reader_release(nv_reader *reader)
{
    nv_arena_release(&reader->arena);
    nv_arena_release(&reader->scratch);
    free(reader->entries);
    free(reader->links);
    memset(reader, 0, sizeof *reader);
}

static bool fail_of_memory(nv_error *err)
{
    return nv_trouble(err, NV_ERROR_MEMORY, 0, "the registry", NULL);
}

/* `what` is a printf format with one %s, for `id`. */
static bool fail_at(const nv_place *place, nv_error *err, const char *what,
                    const char *id)
{
    char sentence[160];

    snprintf(sentence, sizeof sentence, what, id);
    return nv_trouble(err, NV_ERROR_FORMAT, place->line, place->file, sentence);
}

/* Adding a tree */

/* A text that outlives the record, which is the text itself where the record
 * is kept. */
static const char *keep_text(nv_reader *reader, const char *text)
{
    if (!reader->keep || !text)
        return text;
    return nv_arena_text(&reader->arena, text, strlen(text));
}

static bool add_link(nv_reader *reader, nv_record_kind kind, const char *id,
                     const nv_place *place)
{
    nv_link *links =
        nv_array_grow(reader->links, reader->link_count, &reader->link_capacity,
                      sizeof *reader->links);

    id = keep_text(reader, id);
    if (links)
        reader->links = links;
    if (!links || !id)
        return false;
    links[reader->link_count++] = (nv_link){kind, id, *place};
    return true;
}

static bool add_links(nv_reader *reader, nv_record_kind kind,
                      const nv_texts *ids, const nv_place *place)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!add_link(reader, kind, ids->items[i], place))
            return false;
    return true;
}

static bool add_links_of(nv_reader *reader, const nv_record *record,
                         const nv_place *place)
{
    if (record->kind == NV_RECORD_STATEMENT)
        return add_links(reader, NV_RECORD_EVENT, &record->statement->events,
                         place);
    if (record->kind == NV_RECORD_NAME)
        return true;
    for (size_t i = 0; i < record->event->relation_count; i++)
        if (!add_link(reader, NV_RECORD_EVENT,
                      record->event->relations[i].target, place))
            return false;
    return add_links(reader, NV_RECORD_STATEMENT, &record->event->statements,
                     place);
}

static bool add_entry(nv_reader *reader, const nv_record *record,
                      const xmlNode *node, const nv_place *place)
{
    nv_entry entry = {.kind = record->kind,
                      .id = keep_text(reader, nv_record_id(record)),
                      .place = *place};
    nv_entry *entries;

    if (record->kind == NV_RECORD_EVENT) {
        entry.key = keep_text(reader, record->event->key);
        entry.iso = keep_text(reader, record->event->date.iso);
        if (!entry.key || !entry.iso)
            return false;
    }
    entry.kept = reader->keep ? reader->keep(&reader->arena, record, node)
                              : record->what;
    entries = nv_array_grow(reader->entries, reader->count, &reader->capacity,
                            sizeof *reader->entries);
    if (entries)
        reader->entries = entries;
    if (!entries || !entry.id || !entry.kept)
        return false;
    entries[reader->count++] = entry;
    return true;
}

static bool add_record(nv_reader *reader, const nv_element_context *context,
                       const xmlNode *node)
{
    const nv_place place = {context->file, nv_xml_line(node)};
    nv_record record = {0};
    bool is_added = nv_record_read(context, node, &record);

    if (is_added && (!add_entry(reader, &record, node, &place) ||
                     !add_links_of(reader, &record, &place)))
        is_added = nv_element_no_memory(context);
    nv_arena_release(&reader->scratch);
    return is_added;
}

bool nv_reader_add(nv_reader *reader, const xmlDoc *doc, const char *name,
                   nv_error *err)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc), *node;
    const nv_element_context context = {
        reader->keep ? &reader->scratch : &reader->arena,
        nv_arena_text(&reader->arena, name, strlen(name)), err};

    if (!context.file)
        return nv_trouble(err, NV_ERROR_MEMORY, 0, name, NULL);
    if (!nv_record_check_root(&context, root, reader->pack))
        return false;
    for (node = root->children; node; node = node->next) {
        if (!nv_record_next(&context, &node))
            return false;
        if (!node)
            return true;
        if (!add_record(reader, &context, node))
            return false;
    }
    return true;
}

/* Finishing */

static int compare_ids(const void *a, const void *b)
{
    const nv_entry *x = *(const nv_entry *const *)a;
    const nv_entry *y = *(const nv_entry *const *)b;

    return x->kind != y->kind ? (int)x->kind - (int)y->kind
                              : strcmp(x->id, y->id);
}

/* What is no event has no key, and comes first. */
static int compare_keys(const void *a, const void *b)
{
    const nv_entry *x = *(const nv_entry *const *)a;
    const nv_entry *y = *(const nv_entry *const *)b;

    if (!x->key || !y->key)
        return (x->key != NULL) - (y->key != NULL);
    return strcmp(x->key, y->key);
}

typedef int comparison(const void *a, const void *b);

static void sort(const nv_entry **entries, size_t count, comparison *compare)
{
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare);
}

/* Of two equal neighbours, the one that stands later in its file. */
static const nv_entry *find_double(const nv_entry *const *entries, size_t count,
                                   comparison *compare)
{
    for (size_t i = 1; i < count; i++) {
        const nv_entry *a = entries[i - 1], *b = entries[i];

        if (compare(&a, &b) == 0)
            return a->place.line > b->place.line ? a : b;
    }
    return NULL;
}

static bool check_keys(const nv_entry **entries, size_t count, nv_error *err)
{
    const nv_entry *twice;
    size_t others = 0;

    sort(entries, count, compare_keys);
    while (others < count && !entries[others]->key)
        others++;
    twice = find_double(entries + others, count - others, compare_keys);
    return !twice || fail_at(&twice->place, err,
                             "another event has the key “%.60s”", twice->key);
}

/* Leaves the entries sorted by id. */
static bool check_ids(const nv_entry **entries, size_t count, nv_error *err)
{
    static const char *const sentences[] = {
        [NV_RECORD_NAME] = "another name is “%.80s”",
        [NV_RECORD_EVENT] = "another event has the id “%.60s”",
        [NV_RECORD_STATEMENT] = "another statement has the id “%.40s”",
    };
    const nv_entry *twice;

    sort(entries, count, compare_ids);
    twice = find_double(entries, count, compare_ids);
    return !twice ||
           fail_at(&twice->place, err, sentences[twice->kind], twice->id);
}

static bool check_links(const nv_reader *reader, const nv_entry **entries,
                        nv_error *err)
{
    static const char *const sentences[] = {
        [NV_RECORD_EVENT] = "this points to “%.80s”, which is no event here",
        [NV_RECORD_STATEMENT] =
            "this points to “%.80s”, which is no statement here",
    };

    for (size_t i = 0; i < reader->link_count; i++) {
        const nv_link *link = &reader->links[i];
        const nv_entry wanted = {.kind = link->kind, .id = link->id};
        const nv_entry *const at = &wanted;

        if (!reader->count ||
            !bsearch(&at, entries, reader->count, sizeof *entries, compare_ids))
            return fail_at(&link->place, err, sentences[link->kind], link->id);
    }
    return true;
}

/* Statements stay as they came: the entries were an array, in that order. */
static int compare_in_pack(const void *a, const void *b)
{
    const nv_entry *x = *(const nv_entry *const *)a;
    const nv_entry *y = *(const nv_entry *const *)b;
    int order = (int)x->kind - (int)y->kind;

    if (order == 0 && x->kind == NV_RECORD_EVENT)
        order = strcmp(x->iso, y->iso);
    if (order == 0 && x->kind != NV_RECORD_STATEMENT)
        order = strcmp(x->id, y->id);
    return order ? order : (x > y) - (x < y);
}

/* Puts the entries themselves in the order in which they are pointed to. */
static bool arrange(nv_reader *reader, const nv_entry **entries)
{
    nv_entry *arranged = malloc((reader->count + 1) * sizeof *arranged);

    if (!arranged)
        return false;
    for (size_t i = 0; i < reader->count; i++)
        arranged[i] = *entries[i];
    free(reader->entries);
    reader->entries = arranged;
    reader->capacity = reader->count;
    return true;
}

bool nv_reader_finish(nv_reader *reader, nv_error *err)
{
    const nv_entry **entries = malloc((reader->count + 1) * sizeof *entries);
    bool is_right;

    for (size_t i = 0; entries && i < reader->count; i++)
        entries[i] = &reader->entries[i];
    if (!entries)
        return fail_of_memory(err);
    is_right = check_keys(entries, reader->count, err) &&
               check_ids(entries, reader->count, err) &&
               check_links(reader, entries, err);
    if (is_right) {
        sort(entries, reader->count, compare_in_pack);
        is_right = arrange(reader, entries) || fail_of_memory(err);
    }
    free(entries);
    return is_right;
}
