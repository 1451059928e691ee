/* SPDX-License-Identifier: MPL-2.0 */
/* See style_set.h. */
#include "sidebar/style_set.h"

#include <stdlib.h>

enum { FOLDERS = 8 }; /* used at most */

static void add_stamps(nv_buffer *stamp, const nv_style_set *set,
                       const nv_buffer *places)
{
    const nv_library *library = set->library;

    nv_stamp_add_places(stamp, places);
    for (size_t i = 0; i < nv_library_count(library); i++)
        nv_stamp_add(stamp, nv_library_entry_at(library, i)->path);
    for (size_t i = 0; i < nv_library_trouble_count(library); i++)
        nv_stamp_add(stamp, nv_library_trouble(library, i)->path);
}

static nv_library *open_library(const nv_buffer *places, nv_error *err)
{
    nv_style_folder folders[FOLDERS];
    const char *locales = places->text, *at = locales;
    size_t count = 0;

    while (count < FOLDERS && (at = nv_places_next(places, at))) {
        folders[count] =
            (nv_style_folder){at, .is_ours = count == 0, .is_added = count > 1};
        count++;
    }
    return nv_library_open(folders, count, locales, err);
}

nv_style_set *nv_style_set_open(const nv_buffer *places, nv_error *err)
{
    nv_style_set *set = calloc(1, sizeof *set);

    if (set) {
        set->users = 1;
        nv_buffer_init(&set->places);
        nv_buffer_init(&set->stamp);
        nv_buffer_add(&set->places, places->text, places->len);
        if (!set->places.failed)
            set->library = open_library(places, err);
    }
    if (set && set->library) {
        add_stamps(&set->stamp, set, places);
        return set;
    }
    nv_style_set_release(set);
    nv_fail(err, NV_ERROR_MEMORY, 0,
            "There is not enough memory to look for citation styles. Close "
            "other programs and try again.");
    return NULL;
}

bool nv_style_set_is_current(const nv_style_set *set, const nv_buffer *places)
{
    nv_buffer stamp = NV_BUFFER_INIT;
    bool is_current;

    if (!nv_places_same(&set->places, places))
        return false;
    add_stamps(&stamp, set, places);
    is_current = nv_places_same(&stamp, &set->stamp);
    nv_buffer_release(&stamp);
    return is_current;
}

nv_style_set *nv_style_set_acquire(nv_style_set *set)
{
    if (set)
        set->users++;
    return set;
}

void nv_style_set_release(nv_style_set *set)
{
    if (!set || --set->users > 0)
        return;
    nv_library_free(set->library);
    nv_buffer_release(&set->places);
    nv_buffer_release(&set->stamp);
    free(set);
}
