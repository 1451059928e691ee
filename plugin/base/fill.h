/* SPDX-License-Identifier: MPL-2.0 */
/* Sentences with places for values: "Insert citation: {1}". */
#ifndef NV_BASE_FILL_H
#define NV_BASE_FILL_H

#include "base/buffer.h"

/* Adds the text to `out` with `values` in the places of {1}, {2} ... {9}:
 * `count` texts; a place without a value becomes nothing. */
void nv_fill(nv_buffer *out, const char *text, const char *const values[],
             size_t count);

#endif
