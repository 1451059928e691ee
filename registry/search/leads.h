/* SPDX-License-Identifier: MPL-2.0 */
/* The events to which the statements lead that were found. */
#ifndef NV_REGISTRY_LEADS_H
#define NV_REGISTRY_LEADS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "registry/index/index.h"

typedef struct {
    uint32_t event, statement; /* records */
    double score;
} nv_lead;

/* All zero is none. */
typedef struct {
    nv_lead *items;
    size_t count, capacity;
    bool failed; /* no memory: everything later does nothing */
} nv_leads;

/* Adds the events of a statement, the first with its score, the others each
 * with less than the one before. */
void nv_leads_add(nv_leads *leads, const nv_index *index, uint32_t statement,
                  double score);

/* Puts them in the order of the events, each once, with the statement that
 * counts most. */
void nv_leads_sort(nv_leads *leads);

void nv_leads_release(nv_leads *leads);

#endif
