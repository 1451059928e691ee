/* SPDX-License-Identifier: MPL-2.0 */
/* A filter in force: of each event of each registry, which of its conditions
 * it fails. */
#ifndef NV_REGISTRY_SIEVE_H
#define NV_REGISTRY_SIEVE_H

#include "registry/search/filter.h"
#include "registry/search/found.h"
#include "registry/search/traits.h"

/* The conditions of a filter. */
typedef enum {
    NV_ASPECT_PERIOD,
    NV_ASPECT_KIND,
    NV_ASPECT_PARTY,
    NV_ASPECT_LANGUAGE,
    NV_ASPECT_PACK,
    NV_ASPECT_WORDING,
    NV_ASPECT_COUNT
} nv_aspect;

typedef struct {
    uint8_t *fails;   /* by event: 1 << nv_aspect each; 0: it passes */
    nv_found passing; /* the events that pass, as bits; as the last condition
                         of a search */
} nv_sieve_in;

/* All zero is none; by registry, in the order of the traits. */
typedef struct {
    nv_sieve_in *in;
    size_t in_count;
} nv_sieve;

/* Judges all events. The sieve is the caller's to release, even when false is
 * returned: there was no memory. */
bool nv_sieve_make(nv_sieve *sieve, const nv_traits *traits,
                   const nv_registry *const registries[],
                   const nv_filter *filter);
void nv_sieve_release(nv_sieve *sieve);

#endif
