/* SPDX-License-Identifier: MPL-2.0 */
/* Makes a registry of one XML tree or of several: add them all, then finish.
 *
 *     nv_reader reader;
 *     nv_registry *registry = NULL;
 *     if (nv_reader_init(&reader, err) &&
 *         nv_reader_add(&reader, doc, "1954.xml", err))
 *         registry = nv_reader_finish(&reader, err);
 *     nv_reader_release(&reader);
 *
 * What points from one record to another (relations, statements) is checked at
 * the end, so the order of the trees does not matter. */
#ifndef NV_REGISTRY_READER_H
#define NV_REGISTRY_READER_H

#include <libxml/tree.h>

#include "registry/registry.h"

/* Where a record or a pointer to one stands, for messages. */
typedef struct {
    const char *file; /* in the registry's arena */
    int line;
} nv_place;

/* A growing array of pointers with their places. */
typedef struct {
    struct nv_record {
        void *what;
        nv_place place;
    } * items;
    size_t count, capacity;
} nv_records;

typedef struct {
    nv_registry *registry; /* NULL once it is handed over */
    nv_records events, names, statements;
    nv_records event_links, statement_links; /* ids that must exist */
} nv_reader;

/* Returns false with NV_ERROR_MEMORY; release it even then. */
bool nv_reader_init(nv_reader *reader, nv_error *err);

/* Copies all records of the tree. `name` stands in messages. All trees must be
 * of one pack. Errors as of nv_registry_open(). */
bool nv_reader_add(nv_reader *reader, const xmlDoc *doc, const char *name,
                   nv_error *err);

/* Checks, sorts, indexes. The caller owns the registry; NULL with *err set. */
nv_registry *nv_reader_finish(nv_reader *reader, nv_error *err);

void nv_reader_release(nv_reader *reader);

#endif
