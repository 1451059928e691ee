/* SPDX-License-Identifier: MPL-2.0 */
/* Many small files in one, so that a package deflates once what they share.
 *
 * The name of a bundle ends in ".bundle". It begins with a line for each file,
 * its name, a space and its length in bytes; an empty line follows, and then
 * the files' bytes in the same order. packaging/oxt writes them. A file in a
 * bundle is meant by PATH.bundle/NAME. */
#ifndef NV_REGISTRY_BUNDLE_H
#define NV_REGISTRY_BUNDLE_H

#include "registry/file.h"
#include "registry/file_list.h"

/* Whether the path is that of a bundle. */
bool nv_bundle_is(const char *path);

/* Whether the path is that of a file in a bundle, be it there or not. */
bool nv_bundle_is_in(const char *path);

/* Lists the files of a bundle, in its order, each as BUNDLE/NAME. Returns false
 * with *err set: NV_ERROR_IO, NV_ERROR_FORMAT (it is damaged) or
 * NV_ERROR_MEMORY. The caller releases the list either way. */
bool nv_bundle_list(const char *path, nv_file_list *list, nv_error *err);

/* Adds the bytes of a file in a bundle to `out`. Returns false with *err set:
 * NV_ERROR_IO (no bundle, or no such file in it), NV_ERROR_FORMAT (it is
 * damaged), NV_ERROR_LIMIT (the file has more than `largest` bytes) or
 * NV_ERROR_MEMORY. */
bool nv_bundle_read(const char *path, size_t largest, nv_buffer *out,
                    nv_error *err);

/* Whether the path of a file in a bundle leads to one. */
bool nv_bundle_has(const char *path);

#endif
