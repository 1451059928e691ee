/* SPDX-License-Identifier: MPL-2.0 */
/* The event registry that came with the extension: opened when a panel is first
 * shown, once for the whole office, and shared by the panels of all windows.
 * On the main thread only. */
#ifndef NV_SIDEBAR_REGISTRY_STORE_H
#define NV_SIDEBAR_REGISTRY_STORE_H

#include "css.h"
#include "registry/registry.h"

/* The file, as a person knows it: the path inside the extension. */
#define NV_REGISTRY_FILE "data/registry.xml.gz"

/* The registry, borrowed: it lives until the office ends. NULL with *err set as
 * nv_registry_open() does, or with NV_ERROR_UNO when the extension can't be
 * found; the next call tries again. */
const nv_registry *nv_registry_store(css_uno_XComponentContext *context,
                                     nv_error *err);

#endif
