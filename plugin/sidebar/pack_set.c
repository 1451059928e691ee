/* SPDX-License-Identifier: MPL-2.0 */
/* See pack_set.h. */
#include "sidebar/pack_set.h"

#include <stdlib.h>
#include <string.h>

enum { PATIENCE = 60 /* seconds until what found no memory is tried again */ };

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

static const nv_pack_trouble *find_trouble_of_index(nv_pack_set *set)
{
    const nv_registry *const *registries = nv_packs_registries(set->packs);
    nv_pack_trouble *trouble = &set->of_index;

    for (size_t i = 0; i < nv_packs_count(set->packs); i++) {
        const char *what = nv_registry_index_trouble(registries[i]);

        if (!what[0])
            continue;
        trouble->path = nv_registry_path(registries[i]);
        trouble->is_used = true;
        nv_fail(&trouble->err, NV_ERROR_FORMAT, 0, "%s", what);
        return trouble;
    }
    return NULL;
}

static void open_places(nv_pack_set *set)
{
    const nv_buffer *places = &set->places;
    const char *own = places->text;
    size_t of_own;

    nv_packs_limit_indexing(set->packs, NV_UNINDEXED_MAX);
    nv_packs_add(set->packs, own, &set->registry);
    of_own = nv_packs_trouble_count(set->packs);
    for (const char *at = nv_places_next(places, own); at;
         at = nv_places_next(places, at))
        nv_packs_add_folder(set->packs, at);
    set->trouble = nv_packs_trouble(set->packs, of_own);
    if (!set->trouble)
        set->trouble = find_trouble_of_index(set);
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
    set->opened = time(NULL);
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

/* Opening takes time: not each time the panel is looked at. */
static bool is_to_try_again(const nv_pack_set *set)
{
    const double waited = difftime(time(NULL), set->opened);

    if (waited >= 0 && waited < PATIENCE)
        return false;
    for (size_t i = 0; i < nv_packs_trouble_count(set->packs); i++)
        if (nv_packs_trouble(set->packs, i)->err.code == NV_ERROR_MEMORY)
            return true;
    return false;
}

bool nv_pack_set_is_current(const nv_pack_set *set, const nv_buffer *places)
{
    nv_buffer stamp = NV_BUFFER_INIT;
    bool is_current;

    if (!nv_places_same(&set->places, places) || is_to_try_again(set))
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
