/* SPDX-License-Identifier: MPL-2.0 */
/* The registry we ship, packed and opened anew by each test program, so that
 * no test depends on what stands in build/. Run from the root of the tree. */
#ifndef NV_TESTS_REGISTRY_SHIPPED_H
#define NV_TESTS_REGISTRY_SHIPPED_H

#include <glob.h>

#include "registry/gunzip.h"
#include "registry/pack.h"
#include "registry/registry.h"

/* Adds the pack's bytes to `out`. */
static inline bool pack_shipped(nv_buffer *out, nv_error *err)
{
    glob_t files = {0};
    bool is_packed;

    glob("registry/events/*.xml", 0, NULL, &files);
    glob("registry/*.xml", GLOB_APPEND, NULL, &files);
    is_packed = nv_pack((const char *const *)files.gl_pathv, files.gl_pathc,
                        out, NULL, err);
    globfree(&files);
    return is_packed;
}

static inline nv_registry *open_shipped(nv_error *err)
{
    nv_registry *registry = NULL;
    nv_buffer packed = NV_BUFFER_INIT, xml = NV_BUFFER_INIT;

    if (pack_shipped(&packed, err) &&
        nv_gunzip(packed.text, packed.len, "shipped", &xml, err))
        registry = nv_registry_read(xml.text, xml.len, "shipped", err);
    nv_buffer_release(&packed);
    nv_buffer_release(&xml);
    return registry;
}

#endif
