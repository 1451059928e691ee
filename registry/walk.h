/* SPDX-License-Identifier: MPL-2.0 */
/* The walk over all records of a registry that gathers what is searched. */
#ifndef NV_REGISTRY_WALK_H
#define NV_REGISTRY_WALK_H

#include "registry/gather.h"

/* Gathers from every event and statement, in the order of their numbers; a
 * party or person under all its names. Numbers the quotations from 1 and writes
 * each to quotations[], which has room for all of them and for [0].
 * Sets gather->failed when memory runs out. */
void nv_walk(const nv_registry *registry, nv_gather *gather,
             const nv_quotation *quotations[]);

#endif
