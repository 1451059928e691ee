/* SPDX-License-Identifier: MPL-2.0 */
/* The registry we ship, opened once for all inputs of a target. */
#ifndef NV_TESTS_FUZZ_OURS_H
#define NV_TESTS_FUZZ_OURS_H

#include "../registry/shipped.h"
#include "fuzz.h"

static inline const nv_registry *our_registry(void)
{
    static nv_registry *registry;
    nv_error err = {0};

    if (!registry)
        registry = open_shipped(&err);
    DEMAND(registry, err.message);
    return registry;
}

#endif
