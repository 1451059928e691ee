/* SPDX-License-Identifier: MPL-2.0 */
/* From ids to indices: open addressing with linear probing. See document.h. */
#include "citation/document.h"

#include <stdlib.h>
#include <string.h>

static size_t hash(const char *id)
{
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */

    for (; *id; id++)
        h = (h ^ (unsigned char)*id) * 0x100000001b3u;
    return (size_t)(h ^ h >> 32);
}

/* The slot that holds the id, or the free one where it belongs. */
static size_t find(const nv_csl_id_map *map, const char *id)
{
    size_t at = hash(id) & (map->capacity - 1);

    while (map->slots[at].id && strcmp(map->slots[at].id, id) != 0)
        at = (at + 1) & (map->capacity - 1);
    return at;
}

static bool grow(nv_csl_id_map *map)
{
    nv_csl_id_map larger = {.capacity = map->capacity ? map->capacity * 2 : 64};

    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].id)
            larger.slots[find(&larger, map->slots[i].id)] = map->slots[i];
    larger.used = map->used;
    free(map->slots);
    *map = larger;
    return true;
}

bool nv_csl_id_map_put(nv_csl_id_map *map, const char *id, uint32_t value)
{
    size_t at = map->capacity ? find(map, id) : 0;

    if (!map->capacity || !map->slots[at].id) {
        if (map->used * 4 >= map->capacity * 3 && !grow(map))
            return false;
        at = find(map, id);
        map->used++;
    }
    map->slots[at].id = id;
    map->slots[at].value = value;
    return true;
}

bool nv_csl_id_map_get(const nv_csl_id_map *map, const char *id,
                       uint32_t *value)
{
    size_t at = map->capacity ? find(map, id) : 0;

    if (!map->capacity || !map->slots[at].id)
        return false;
    *value = map->slots[at].value;
    return true;
}

/* Entries behind the hole that could not be found over it move into it. */
void nv_csl_id_map_remove(nv_csl_id_map *map, const char *id)
{
    const size_t mask = map->capacity - 1;
    size_t hole = map->capacity ? find(map, id) : 0;

    if (!map->capacity || !map->slots[hole].id)
        return;
    map->used--;
    for (size_t at = (hole + 1) & mask; map->slots[at].id;
         at = (at + 1) & mask) {
        const size_t home = hash(map->slots[at].id) & mask;

        if (((at - home) & mask) >= ((at - hole) & mask)) {
            map->slots[hole] = map->slots[at];
            hole = at;
        }
    }
    map->slots[hole].id = NULL;
}

void nv_csl_id_map_release(nv_csl_id_map *map)
{
    free(map->slots);
    *map = (nv_csl_id_map){0};
}
