/* SPDX-License-Identifier: MPL-2.0 */
/* See pack_set.h. */
#include "sidebar/pack_set.h"

#include <stdlib.h>

/* The stamp of a set: of every place, and of every file that was found in one.
 */
static void add_stamps_of_files(nv_buffer *stamp, const nv_packs *packs)
{
    const nv_registry *const *registries = nv_packs_registries(packs);

    for (size_t i = 0; i < nv_packs_count(packs); i++)
        nv_stamp_add(stamp, nv_registry_path(registries[i]));
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        nv_stamp_add(stamp, nv_packs_trouble(packs, i)->path);
}

/* Opening */

static void open_places(nv_pack_set *set)
{
    const nv_buffer *places = &set->places;
    const char *own = places->text;
    size_t of_own;

    nv_packs_add(set->packs, own, &set->registry);
    of_own = nv_packs_trouble_count(set->packs);
    for (const char *at = nv_places_next(places, own); at;
         at = nv_places_next(places, at))
        nv_packs_add_folder(set->packs, at);
    set->trouble = nv_packs_trouble(set->packs, of_own);
}

nv_pack_set *nv_pack_set_open(const nv_buffer *places, const char *cache,
                              nv_error *err)
{
    nv_pack_set *set = calloc(1, sizeof *set);

    if (!set) {
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is not enough memory to open the "
                "packs. Close other programs and try "
                "again.");
        return NULL;
    }
    set->users = 1;
    nv_buffer_init(&set->places);
    nv_buffer_init(&set->stamp);
    nv_buffer_add(&set->places, places->text, places->len);
    set->packs = nv_packs_new(cache, err);
    if (!set->packs || set->places.failed) {
        nv_fail(err, NV_ERROR_MEMORY, 0,
                "There is not enough memory to open the "
                "packs. Close other programs and try "
                "again.");
        nv_pack_set_release(set);
        return NULL;
    }
    nv_stamp_add_places(&set->stamp, places);
    open_places(set);
    add_stamps_of_files(&set->stamp, set->packs);
    return set;
}

static bool has_wanted_memory(const nv_packs *packs)
{
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        if (nv_packs_trouble(packs, i)->err.code == NV_ERROR_MEMORY)
            return true;
    return false;
}

bool nv_pack_set_is_current(const nv_pack_set *set, const nv_buffer *places)
{
    nv_buffer stamp = NV_BUFFER_INIT;
    bool is_current;

    if (!nv_places_same(&set->places, places) || has_wanted_memory(set->packs))
        return false;
    nv_stamp_add_places(&stamp, places);
    add_stamps_of_files(&stamp, set->packs);
    is_current = nv_places_same(&stamp, &set->stamp);
    nv_buffer_release(&stamp);
    return is_current;
}

nv_pack_set *nv_pack_set_acquire(nv_pack_set *set)
{
    if (set)
        set->users++;
    return set;
}

void nv_pack_set_release(nv_pack_set *set)
{
    if (!set || --set->users > 0)
        return;
    nv_packs_free(set->packs);
    nv_buffer_release(&set->places);
    nv_buffer_release(&set->stamp);
    free(set);
}
