/* SPDX-License-Identifier: MPL-2.0 */
/* The records of a pack as they stand in XML: names, events, statements. */
#ifndef NV_REGISTRY_RECORD_H
#define NV_REGISTRY_RECORD_H

#include <libxml/tree.h>

#include "registry/element.h"
#include "registry/event.h"

enum { NV_PACK_NAME_MAX = 20 }; /* bytes */

/* Whether a pack can have that name; NULL is none. */
bool nv_is_pack_name(const char *name);

/* In the order in which a pack has them. */
typedef enum {
    NV_RECORD_NAME,
    NV_RECORD_EVENT,
    NV_RECORD_STATEMENT,
    NV_RECORD_KIND_COUNT
} nv_record_kind;

typedef struct {
    nv_record_kind kind;
    union {
        const void *what;
        const nv_name *name;
        const nv_event *event;
        const nv_statement *statement;
    };
} nv_record;

/* What names the record: the id of an event or statement, the canonical form of
 * a name. */
const char *nv_record_id(const nv_record *record);

/* Reads an element strictly; everything is in the context's arena. Errors as of
 * nv_element_read(). */
bool nv_record_read(const nv_element_context *context, const xmlNode *node,
                    nv_record *record);

/* The same of the bytes of one element, which must be of that kind. `name`
 * stands in messages, whose lines are those of these bytes. */
bool nv_record_parse(const char *xml, size_t len, nv_record_kind kind,
                     nv_arena *arena, const char *name, const void **what,
                     nv_error *err);

/* The version of the format that can be read. */
extern const char nv_record_version[];

/* Checks that `root` begins a registry of a version that can be read, and of
 * the pack: an empty `pack` becomes its name. */
bool nv_record_check_root(const nv_element_context *context,
                          const xmlNode *root, char pack[NV_PACK_NAME_MAX + 1]);

/* Moves *node on to the next element, itself included, or to NULL at the end.
 * Returns false with *err set if there is a text before it. */
bool nv_record_next(const nv_element_context *context, const xmlNode **node);

#endif
