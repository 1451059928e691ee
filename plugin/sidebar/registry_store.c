/* SPDX-License-Identifier: MPL-2.0 */
/* See registry_store.h. */
#include "sidebar/registry_store.h"

#include <stdlib.h>

#include "sidebar/extension.h"

const nv_registry *nv_registry_store(css_uno_XComponentContext *context,
                                     nv_error *err)
{
    static nv_registry *registry; /* one for the process; never changed */
    char *path;

    if (registry)
        return registry;
    path = nv_extension_path(context, NV_REGISTRY_FILE, err);
    if (path)
        registry = nv_registry_open(path, err);
    free(path);
    return registry;
}
