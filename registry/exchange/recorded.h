/* SPDX-License-Identifier: MPL-2.0 */
/* The texts of a source, and those of a treaty's place in a series, that leave
 * and come back under the schema's own names, in the order of the schema. */
#ifndef NV_REGISTRY_EXCHANGE_RECORDED_H
#define NV_REGISTRY_EXCHANGE_RECORDED_H

#include <stddef.h>

#include "registry/event.h"

typedef struct {
    const char *name; /* of the element or attribute */
    size_t offset;    /* in the struct, of a const char * */
} nv_recorded;

typedef struct {
    const nv_recorded *rows;
    size_t count;
} nv_recorded_table;

extern const nv_recorded_table nv_recorded_source;    /* nv_source */
extern const nv_recorded_table nv_recorded_reference; /* nv_treaty_reference */

/* The member of a struct that the row stands for, to write and to read. */
const char **nv_recorded_member(const nv_recorded *row, void *object);
const char *nv_recorded_text(const nv_recorded *row, const void *object);

#endif
