/* SPDX-License-Identifier: MPL-2.0 */
/* The names of a registry by number. */
#ifndef TESTS_REGISTRY_NAMES_H
#define TESTS_REGISTRY_NAMES_H

#include "registry/registry.h"

static inline size_t count_names(const nv_registry *registry)
{
    return nv_index_name_count(nv_registry_index(registry));
}

/* NULL if there is none of that number, or no memory. */
static inline const nv_name *name_at(const nv_registry *registry, size_t number)
{
    nv_name name;

    if (number >= count_names(registry))
        return NULL;
    nv_index_name(nv_registry_index(registry), (uint32_t)number, &name, NULL,
                  0);
    return nv_registry_name_of(registry, name.in[NV_LANGUAGE_EN]);
}

#endif
