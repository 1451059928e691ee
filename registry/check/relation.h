/* SPDX-License-Identifier: MPL-2.0 */
/* The types of relations between events, and what follows from each. */
#ifndef NV_REGISTRY_CHECK_RELATION_H
#define NV_REGISTRY_CHECK_RELATION_H

#include <stddef.h>

/* Each type says something of two events and of their order in time. It may
 * imply a weaker type, that one a weaker one again: who refuses a note replies
 * to it, and who replies to it follows it. */
typedef struct {
    const char *type;
    const char *inverse; /* what the other event does; NULL: it has no name */
    const char *implies; /* NULL: nothing */
} nv_relation_type;

/* All types, sorted; *count is set. */
const nv_relation_type *nv_relation_types(size_t *count);

/* NULL: there is no such type. */
const nv_relation_type *nv_relation_type_of(const char *type);

/* -1 if the type means that the event came after its target, 1 that it came
 * before, 0 if it says nothing of time or is no type. */
int nv_relation_order(const char *type);

#endif
