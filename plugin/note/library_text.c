/* SPDX-License-Identifier: MPL-2.0 */
/* See library.h: a style that is no file. */
#include <stdlib.h>
#include <string.h>

#include "note/library_shelf.h"

static bool shelve(nv_library *library, const nv_csl_style_info *info,
                   const char *id, const char *xml, nv_error *err)
{
    nv_shelf_style made;

    if (info->parent[0])
        return nv_fail(err, NV_ERROR_FORMAT, 0,
                       "The style “%.80s” takes everything from another one, "
                       "which is not with it.",
                       id);
    if (!nv_shelf_describe(library, info, id, strlen(id), id, &made, err))
        return false;
    made.xml = nv_arena_text(&library->arena, xml, strlen(xml));
    made.entry.is_ours = nv_shelf_prints_our_items(xml);
    made.entry.is_added = true;
    return made.xml ? nv_shelf_put(library, &made, err)
                    : nv_shelf_no_memory(err);
}

static bool fill(nv_library *library, const char *locales, const char *id,
                 const char *xml, nv_error *err)
{
    nv_error why = {0};
    nv_csl_style_info *info = nv_csl_style_peek(xml, strlen(xml), &why);
    bool is_done;

    library->locale_folder =
        nv_arena_text(&library->arena, locales, strlen(locales));
    is_done = library->locale_folder || nv_shelf_no_memory(err);
    if (is_done)
        is_done = info ? shelve(library, info, id, xml, err)
                       : nv_shelf_fail(err, id, &why);
    free(info);
    return is_done;
}

nv_library *nv_library_of_text(const nv_library *locales, const char *id,
                               const char *xml, nv_error *err)
{
    nv_library *library = calloc(1, sizeof *library);

    if (!library)
        nv_shelf_no_memory(err);
    else if (fill(library, locales->locale_folder, id, xml, err))
        return library;
    nv_library_free(library);
    return NULL;
}
