/* SPDX-License-Identifier: MPL-2.0 */
/* The pack that a person starts with: registry/schema/example.xml, in which
 * comments explain every field. */
#ifndef NV_REGISTRY_CHECK_EXAMPLE_H
#define NV_REGISTRY_CHECK_EXAMPLE_H

#include <stdbool.h>

#include "base/error.h"

/* Writes the example to a new file, PACK.xml in the current folder, as a pack
 * of that name. Returns false with *err set: NV_ERROR_ARGUMENT for a name that
 * no pack can have, NV_ERROR_IO where a file of that name exists or the folder
 * can't be written, or NV_ERROR_MEMORY. */
bool nv_example_write(const char *pack, nv_error *err);

#endif
