/* SPDX-License-Identifier: MPL-2.0 */
/* The fields of a source that leave and come back under the schema's own names,
 * in the order of the schema. */
#ifndef NV_REGISTRY_EXCHANGE_RECORDED_H
#define NV_REGISTRY_EXCHANGE_RECORDED_H

#include <stddef.h>

#include "registry/event.h"

typedef struct {
    const char *name; /* of the element */
    size_t offset;    /* in nv_source, of a const char * */
} nv_recorded;

extern const nv_recorded nv_recorded_source[];
extern const size_t nv_recorded_source_count;

/* The member of a source that the row `index` stands for. */
const char **nv_recorded_member(nv_source *source, size_t index);
const char *nv_recorded_text(const nv_source *source, size_t index);

#endif
