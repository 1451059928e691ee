/* SPDX-License-Identifier: MPL-2.0 */
/* What the builder keeps of texts: all of them behind one another, equal ones
 * once; and what is known by a text's place there. */
#ifndef NV_REGISTRY_INDEX_BLOB_H
#define NV_REGISTRY_INDEX_BLOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* All zero, and bytes NV_BUFFER_INIT, is an empty blob. When memory runs out,
 * or a text would begin behind 4 GiB (then `is_full`, too), `failed` is set and
 * later additions do nothing. */
typedef struct {
    nv_buffer bytes; /* texts, each ended by a NUL; the first is "" */
    uint32_t *slots; /* hash table of places; 0: free */
    size_t slot_count, count;
    bool failed, is_full;
} nv_blob;

/* Gives back what it holds; it is empty afterwards. */
void nv_blob_release(nv_blob *blob);

/* Where the text stands, which is added if need be; 0 for NULL and for want of
 * memory, but never for "". */
uint32_t nv_blob_put(nv_blob *blob, const char *text);

/* The same of a text that may stand there; 0 if it does not. */
uint32_t nv_blob_find(const nv_blob *blob, const char *text);

/* The text at a place that nv_blob_put() gave; borrowed until the next
 * addition. */
const char *nv_blob_text(const nv_blob *blob, uint32_t place);

/* Numbers by keys that are not 0. All zero is an empty map; `failed` as
 * above. */
typedef struct {
    struct nv_map_slot {
        uint32_t key, value;
    } * slots;
    size_t slot_count, count;
    bool failed;
} nv_map;

/* Gives back what it holds; it is empty afterwards. */
void nv_map_release(nv_map *map);

/* Adds the pair; false if there is one of that key (or no memory). */
bool nv_map_add(nv_map *map, uint32_t key, uint32_t value);

/* Writes the number of that key; false if there is none. */
bool nv_map_find(const nv_map *map, uint32_t key, uint32_t *value);

#endif
