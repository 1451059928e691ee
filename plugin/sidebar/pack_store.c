/* SPDX-License-Identifier: MPL-2.0 */
/* See pack_store.h. */
#include "sidebar/pack_store.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "sidebar/extension.h"
#include "sidebar/profile.h"

/* Adds what `path` is, an owned path or NULL, and frees it. */
static void take_place(nv_buffer *places, char *path)
{
    if (path)
        nv_places_add(places, path);
    free(path);
}

static bool find_places(css_uno_XComponentContext *context, nv_buffer *places,
                        nv_error *err)
{
    take_place(places, nv_extension_path(context, NV_REGISTRY_FILE, err));
    if (places->len == 0)
        return false;
    take_place(places, nv_profile_path(context, "noteverbale/packs"));
    nv_extension_add_others(context, places);
    return true;
}

/* The folder for indexes, owned; NULL where there is none. Its parent is made
 * here, itself by whoever writes to it. */
static char *find_cache(css_uno_XComponentContext *context)
{
    char *parent = nv_profile_path(context, "noteverbale");

    if (parent)
        mkdir(parent, 0700);
    free(parent);
    return nv_profile_path(context, "noteverbale/cache");
}

static nv_pack_set *open_packs(css_uno_XComponentContext *context,
                               const nv_buffer *places, nv_error *err)
{
    char *cache = find_cache(context);
    nv_pack_set *set = nv_pack_set_open(places, cache, err);

    free(cache);
    return set;
}

nv_pack_set *nv_pack_store_take(css_uno_XComponentContext *context,
                                nv_error *err)
{
    static nv_pack_set *latest; /* one for the process */
    nv_buffer places = NV_BUFFER_INIT;
    nv_pack_set *set = NULL;

    if (find_places(context, &places, err)) {
        if (!latest || !nv_pack_set_is_current(latest, &places)) {
            nv_pack_set_release(latest);
            latest = open_packs(context, &places, err);
        }
        set = nv_pack_set_acquire(latest);
    }
    nv_buffer_release(&places);
    return set;
}
