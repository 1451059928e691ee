/* SPDX-License-Identifier: MPL-2.0 */
/* See pack_set.h. */
#include "sidebar/pack_set.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATIENCE = 60 /* seconds until what found no memory is tried again */ };

void nv_places_add(nv_buffer *places, const char *path)
{
    nv_buffer_add(places, path, strlen(path) + 1);
}

/* The place behind the one at `at`; NULL behind the last one. */
static const char *next_place(const nv_buffer *places, const char *at)
{
    at += strlen(at) + 1;
    return at < places->text + places->len ? at : NULL;
}

/* The stamp: size and age of every place and every file that was found in one.
 * A file that comes or goes changes the age of its folder. */

static void add_stamp(nv_buffer *stamp, const char *path)
{
    struct stat file;

    if (stat(path, &file) == 0)
        nv_buffer_add_format(stamp, "%lld %lld.%ld\n", (long long)file.st_size,
                             (long long)file.st_mtim.tv_sec,
                             file.st_mtim.tv_nsec);
    else
        nv_buffer_add_text(stamp, "none\n");
}

static void add_stamps_of_places(nv_buffer *stamp, const nv_buffer *places)
{
    for (const char *at = places->text; at; at = next_place(places, at))
        add_stamp(stamp, at);
}

static void add_stamps_of_files(nv_buffer *stamp, const nv_packs *packs)
{
    const nv_registry *const *registries = nv_packs_registries(packs);

    for (size_t i = 0; i < nv_packs_count(packs); i++)
        add_stamp(stamp, nv_registry_path(registries[i]));
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        add_stamp(stamp, nv_packs_trouble(packs, i)->path);
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
    for (const char *at = next_place(places, own); at;
         at = next_place(places, at))
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
    add_stamps_of_places(&set->stamp, places);
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

static bool is_same(const nv_buffer *a, const nv_buffer *b)
{
    return !a->failed && !b->failed && a->len == b->len &&
           memcmp(a->text, b->text, a->len) == 0;
}

bool nv_pack_set_is_current(const nv_pack_set *set, const nv_buffer *places)
{
    nv_buffer stamp = NV_BUFFER_INIT;
    bool is_current;

    if (!is_same(&set->places, places) || is_to_try_again(set))
        return false;
    add_stamps_of_places(&stamp, places);
    add_stamps_of_files(&stamp, set->packs);
    is_current = is_same(&stamp, &set->stamp);
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
