/* SPDX-License-Identifier: MPL-2.0 */
/* The sentences in which this room says that a file can't be used: which file,
 * what is wrong, what to do. */
#ifndef NV_REGISTRY_TROUBLE_H
#define NV_REGISTRY_TROUBLE_H

#include <stddef.h>

#include "base/error.h"

/* How sentences name a file: by its path or, where that is long, by its last
 * part. Borrowed from `file`. */
const char *nv_trouble_name(const char *file);

/* Fails: "FILE, line LINE: WHAT. Reinstall the extension or get the file
 * again." Line 0 is left out. `what` has no full stop; it is not looked at for
 * NV_ERROR_MEMORY. */
bool nv_trouble(nv_error *err, nv_error_code code, int line, const char *file,
                const char *what);

/* The WHAT in a sentence that nv_trouble() made of `file`, and how long it is
 * in bytes; borrowed from *err. */
const char *nv_trouble_what(const nv_error *err, const char *file, size_t *len);

#endif
