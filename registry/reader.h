/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the records of one XML tree or of several, whole and strictly: add them
 * all, then finish. What points from one record to another is checked at the
 * end, so neither the order of the trees matters nor that of their records. */
#ifndef NV_REGISTRY_READER_H
#define NV_REGISTRY_READER_H

#include "base/arena.h"
#include "registry/record.h"

/* Where something stands, for messages. */
typedef struct {
    const char *file; /* in the reader's arena */
    int line;
} nv_place;

/* What is kept of a record. All texts are in the reader's arena. */
typedef struct {
    nv_record_kind kind;
    const char *id;        /* see nv_record_id() */
    const char *key, *iso; /* of an event: its key and date */
    const void *kept;
    nv_place place;
} nv_entry;

/* An id that must exist. */
typedef struct {
    nv_record_kind kind;
    const char *id;
    nv_place place;
} nv_link;

/* Makes what is kept of a record as nv_entry.kept, in the arena; NULL without
 * memory. */
typedef const void *nv_keeping(nv_arena *arena, const nv_record *record,
                               const xmlNode *node);

typedef struct {
    nv_arena arena;   /* of what is kept */
    nv_arena scratch; /* of one record, if it is not kept itself */
    nv_keeping *keep; /* NULL: the record itself */
    char pack[NV_PACK_NAME_MAX + 1];
    nv_entry *entries;
    size_t count, capacity;
    nv_link *links;
    size_t link_count, link_capacity;
} nv_reader;

/* All zero but for `keep` is a reader of nothing yet; give it back with
 * nv_reader_release(). */
void nv_reader_release(nv_reader *reader);

/* Reads all records of the tree. `name` stands in messages. All trees must be
 * of one pack. Errors as of nv_registry_open(). */
bool nv_reader_add(nv_reader *reader, const xmlDoc *doc, const char *name,
                   nv_error *err);

/* Checks that nothing is there twice and that what is pointed to is there, and
 * puts the entries in the order of a pack: names by their canonical form,
 * events by date and id, statements as they came. */
bool nv_reader_finish(nv_reader *reader, nv_error *err);

#endif
