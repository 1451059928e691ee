/* SPDX-License-Identifier: MPL-2.0 */
/* See blob.h. Both tables are kept at most half full and searched in a row from
 * the place that the hash gives. */
#include "registry/index/blob.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/hash.h"

enum { FIRST_SLOTS = 256 }; /* a power of two */

/* Texts. */

void nv_blob_release(nv_blob *blob)
{
    nv_buffer_release(&blob->bytes);
    free(blob->slots);
    blob->slots = NULL;
}

const char *nv_blob_text(const nv_blob *blob, uint32_t place)
{
    return blob->bytes.text + place;
}

/* Where the text stands in the table, or should. */
static uint32_t *slot_of(const nv_blob *blob, const char *text)
{
    const size_t mask = blob->slot_count - 1;
    size_t at = nv_hash_of(text) & mask;

    while (blob->slots[at] &&
           strcmp(nv_blob_text(blob, blob->slots[at]), text) != 0)
        at = (at + 1) & mask;
    return &blob->slots[at];
}

static void widen(nv_blob *blob)
{
    uint32_t *old = blob->slots;
    const size_t old_count = blob->slot_count;

    if (blob->count * 2 < old_count)
        return;
    blob->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
    blob->slots = calloc(blob->slot_count, sizeof *blob->slots);
    if (!blob->slots) {
        blob->slots = old;
        blob->slot_count = old_count;
        blob->failed = true;
        return;
    }
    for (size_t i = 0; i < old_count; i++)
        if (old[i])
            *slot_of(blob, nv_blob_text(blob, old[i])) = old[i];
    free(old);
}

uint32_t nv_blob_find(const nv_blob *blob, const char *text)
{
    return blob->slot_count ? *slot_of(blob, text) : 0;
}

uint32_t nv_blob_put(nv_blob *blob, const char *text)
{
    uint32_t *slot;

    if (!text)
        return 0;
    widen(blob);
    if (blob->bytes.len == 0)
        nv_buffer_add(&blob->bytes, "", 1);
    blob->failed = blob->failed || blob->bytes.failed;
    if (blob->failed)
        return 0;
    slot = slot_of(blob, text);
    if (*slot)
        return *slot;
    if (blob->bytes.len > UINT32_MAX) {
        blob->failed = blob->is_full = true;
        return 0;
    }
    *slot = (uint32_t)blob->bytes.len;
    nv_buffer_add(&blob->bytes, text, strlen(text) + 1);
    if (blob->bytes.failed) {
        blob->failed = true;
        return *slot = 0;
    }
    blob->count++;
    return *slot;
}

/* Numbers. */

void nv_map_release(nv_map *map)
{
    free(map->slots);
    *map = (nv_map){0};
}

static struct nv_map_slot *map_slot(const nv_map *map, uint32_t key)
{
    const size_t mask = map->slot_count - 1;
    const uint32_t hash = key * UINT32_C(2654435769);
    size_t at = (hash ^ hash >> 15) & mask;

    while (map->slots[at].key && map->slots[at].key != key)
        at = (at + 1) & mask;
    return &map->slots[at];
}

static void widen_map(nv_map *map)
{
    const nv_map old = *map;

    if (map->count * 2 < map->slot_count)
        return;
    map->slot_count = old.slot_count ? old.slot_count * 2 : FIRST_SLOTS;
    map->slots = calloc(map->slot_count, sizeof *map->slots);
    if (!map->slots) {
        *map = old;
        map->failed = true;
        return;
    }
    for (size_t i = 0; i < old.slot_count; i++)
        if (old.slots[i].key)
            *map_slot(map, old.slots[i].key) = old.slots[i];
    free(old.slots);
}

bool nv_map_add(nv_map *map, uint32_t key, uint32_t value)
{
    struct nv_map_slot *slot;

    widen_map(map);
    if (map->failed)
        return false;
    slot = map_slot(map, key);
    if (slot->key)
        return false;
    *slot = (struct nv_map_slot){key, value};
    map->count++;
    return true;
}

bool nv_map_find(const nv_map *map, uint32_t key, uint32_t *value)
{
    const struct nv_map_slot *slot;

    if (!map->slot_count || !key)
        return false;
    slot = map_slot(map, key);
    *value = slot->value;
    return slot->key == key;
}
