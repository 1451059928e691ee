/* SPDX-License-Identifier: MPL-2.0 */
/* What the events of several registries can be picked by, read from their
 * indexes once and kept side by side, so that to judge or to count a hundred
 * thousand of them takes a millisecond or two. */
#ifndef NV_REGISTRY_TRAITS_H
#define NV_REGISTRY_TRAITS_H

#include "registry/index/blob.h"
#include "registry/registry.h"

/* Texts and their numbers, from 0 in the order in which they were met. */
typedef struct {
    nv_blob blob;
    nv_map numbers;   /* by the place in the blob */
    uint32_t *places; /* by number */
    size_t count, capacity;
} nv_text_set;

enum { NV_YEAR_MAX = 9999 };

typedef struct {
    uint16_t first_year, last_year; /* 1 to NV_YEAR_MAX, of its own date */
    uint8_t kind;                   /* nv_kind */
} nv_trait;

/* In one registry. The numbers of event e's parties are values[starts[2e]] up
 * to below starts[2e + 1], those of its languages go on from there to below
 * starts[2e + 2]. */
typedef struct {
    nv_trait *events;
    uint32_t *starts;
    uint32_t *values;
    size_t event_count, value_count, value_capacity;
} nv_traits_in;

typedef struct {
    nv_traits_in *in; /* by registry */
    size_t in_count;
    nv_text_set parties, languages;
} nv_traits;

/* Reads them. The traits are the caller's, to be released, even when false is
 * returned: there was no memory. What is damaged in an index reads as empty;
 * see index.h. */
bool nv_traits_read(nv_traits *traits, const nv_registry *const registries[],
                    size_t count);
void nv_traits_release(nv_traits *traits);

/* The text of a number, borrowed. */
const char *nv_text_set_at(const nv_text_set *set, size_t number);

/* The number of a text, or UINT32_MAX. */
uint32_t nv_text_set_find(const nv_text_set *set, const char *text);

#endif
