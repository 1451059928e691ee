/* SPDX-License-Identifier: MPL-2.0 */
/* Gathering all records of a registry: what is searched, under all the names
 * that are known for it. */
#ifndef NV_REGISTRY_COLLECT_H
#define NV_REGISTRY_COLLECT_H

#include "registry/index/gather.h"

/* Gathers from every event and statement, in the order of their numbers. A
 * party or person is gathered under all its names; so is a state or body that
 * a text names, once for each event. Numbers the quotations from 1 and writes
 * each to quotations[], which has room for all of them and for [0]; writes to
 * first_tokens[], which has room for one number more than there are records,
 * where the words of each record begin.
 * Sets gather->failed when memory runs out. */
void nv_collect(const nv_registry *registry, nv_gather *gather,
                const nv_quotation *quotations[], uint32_t first_tokens[]);

#endif
