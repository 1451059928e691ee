/* SPDX-License-Identifier: MPL-2.0 */
/* What a search keeps of its filter and of the counts; for the files of this
 * room only. */
#ifndef NV_REGISTRY_PICKED_H
#define NV_REGISTRY_PICKED_H

#include "registry/search/facets.h"
#include "registry/search/sieve.h"

typedef struct nv_picked {
    nv_filter filter; /* its texts are those below */
    nv_buffer party, language, pack;
    bool has_traits, has_sieve;
    nv_traits traits;
    nv_sieve sieve;
    nv_pick *lists[NV_FACET_COUNT]; /* all in one block, the first's */
    size_t list_counts[NV_FACET_COUNT];
    size_t counted;
} nv_picked;

/* Sees to it that traits and sieve are there; false with *err, without
 * memory. */
bool nv_picked_prepare(nv_finder *finder, nv_error *err);

/* The filter in force, made ready; NULL in *sieve if there is none. False
 * without memory. */
bool nv_picked_sieve(nv_finder *finder, const nv_sieve **sieve);

bool nv_picked_has_filter(const nv_finder *finder);

/* Forgets what was read of the registries: there are others now. */
void nv_picked_forget(nv_finder *finder);

void nv_picked_free(nv_finder *finder);

#endif
