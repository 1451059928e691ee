/* SPDX-License-Identifier: MPL-2.0 */
/* See style_store.h. */
#include "sidebar/style_store.h"

#include <stdlib.h>

#include "base/array.h"
#include "sidebar/extension.h"
#include "sidebar/profile.h"

/* Places in the extension, in the order of nv_style_set_open(). */
static const char *const folders[] = {"locales.bundle", "styles",
                                      "published.bundle"};

static bool find_places(css_uno_XComponentContext *context, nv_buffer *places,
                        nv_error *err)
{
    char *own;

    for (size_t i = 0; i < NV_COUNT_OF(folders); i++) {
        char *path = nv_extension_path(context, folders[i], err);

        if (!path)
            return false;
        nv_places_add(places, path);
        free(path);
    }
    own = nv_profile_path(context, "noteverbale/styles");
    if (own)
        nv_places_add(places, own);
    free(own);
    return true;
}

nv_style_set *nv_style_store_take(css_uno_XComponentContext *context,
                                  nv_error *err)
{
    static nv_style_set *latest; /* one for the process */
    nv_buffer places = NV_BUFFER_INIT;
    nv_style_set *set = NULL;

    if (find_places(context, &places, err)) {
        if (!latest || !nv_style_set_is_current(latest, &places)) {
            nv_style_set_release(latest);
            latest = nv_style_set_open(&places, err);
        }
        set = nv_style_set_acquire(latest);
    }
    nv_buffer_release(&places);
    return set;
}
