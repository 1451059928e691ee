/* SPDX-License-Identifier: MPL-2.0 */
/* The model's memory and its map of names. */
#include "idl.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *or_end(void *memory)
{
    if (!memory) {
        fputs("cunomaker: no memory\n", stderr);
        exit(1);
    }
    return memory;
}

static size_t hash(const char *key)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */
    for (; *key; key++)
        h = (h ^ (unsigned char)*key) * 1099511628211u;
    return (size_t)h;
}

/* The slot of the key, or the free one where it belongs. */
static struct nv_idl_slot *find(const nv_idl_map *map, const char *key)
{
    size_t i = hash(key) & (map->capacity - 1);
    while (map->slots[i].key && strcmp(map->slots[i].key, key) != 0)
        i = (i + 1) & (map->capacity - 1);
    return &map->slots[i];
}

void *nv_idl_map_get(const nv_idl_map *map, const char *key)
{
    return map->capacity ? find(map, key)->value : NULL;
}

static void grow(nv_idl_map *map)
{
    nv_idl_map larger = {NULL, map->capacity ? map->capacity * 2 : 256, 0};
    larger.slots = or_end(calloc(larger.capacity, sizeof *larger.slots));
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key)
            nv_idl_map_put(&larger, map->slots[i].key, map->slots[i].value);
    free(map->slots);
    *map = larger;
}

void nv_idl_map_put(nv_idl_map *map, const char *key, void *value)
{
    if (map->count * 2 >= map->capacity)
        grow(map);
    struct nv_idl_slot *slot = find(map, key);
    if (!slot->key)
        map->count++;
    slot->key = key;
    slot->value = value;
}

void nv_idl_init(nv_idl *idl)
{
    memset(idl, 0, sizeof *idl);
    idl->last = &idl->first;
}

void nv_idl_release(nv_idl *idl)
{
    free(idl->by_name.slots);
    nv_arena_release(&idl->arena);
}

void *nv_idl_alloc(nv_idl *idl, size_t size)
{
    return or_end(nv_arena_alloc(&idl->arena, size));
}

char *nv_idl_text(nv_idl *idl, const char *text, size_t len)
{
    return or_end(nv_arena_text(&idl->arena, text, len));
}

char *nv_idl_format(nv_idl *idl, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    char *text = nv_idl_alloc(idl, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}
