/* SPDX-License-Identifier: MPL-2.0 */
/* The hash of a text, for tables that are searched in a row. */
#ifndef NV_REGISTRY_INDEX_HASH_H
#define NV_REGISTRY_INDEX_HASH_H

#include <stdint.h>

/* FNV-1a, its high bits folded into the low ones. */
static inline uint32_t nv_hash_of(const char *text)
{
    uint32_t hash = 2166136261u;

    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

#endif
