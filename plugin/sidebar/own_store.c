/* SPDX-License-Identifier: MPL-2.0 */
/* See own_store.h. */
#include "sidebar/own_store.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/profile.h"
#include "writer/names.h"

#define FOLDER "noteverbale/packs"

static char *find_path(css_uno_XComponentContext *context)
{
    return nv_profile_path(context, FOLDER "/own.nvpack");
}

char *nv_own_store_folder(css_uno_XComponentContext *context)
{
    return nv_profile_path(context, FOLDER);
}

bool nv_own_store_is(css_uno_XComponentContext *context,
                     const nv_registry *registry)
{
    char *path = registry ? find_path(context) : NULL;
    const bool is_own = path && strcmp(nv_registry_path(registry), path) == 0;

    free(path);
    return is_own;
}

nv_own_pack *nv_own_store_open(css_uno_XComponentContext *context,
                               nv_error *err)
{
    char *path = find_path(context);
    char tail[7];
    nv_own_pack *pack = path && nv_names_draw_tail(tail, err)
                            ? nv_own_pack_open(path, tail, err)
                            : NULL;

    if (!path)
        nv_fail(err, NV_ERROR_IO, 0,
                "The profile of the office can't be found. Restart the "
                "office.");
    free(path);
    return pack;
}

/* Makes the event anew from what is in the file now: another window may have
 * changed it. */
static bool put(nv_own_pack *pack, const nv_own_document *document,
                const char *id, nv_arena *arena, nv_event *event, nv_error *err)
{
    const nv_event *before = id[0] ? nv_own_pack_event(pack, id, err) : NULL;

    if (id[0] && !before)
        return nv_own_pack_fail_as_gone(err);
    if (!nv_own_to_event(document, before, arena, event))
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is not enough memory to save the document. "
                       "Close other programs and try again.");
    return nv_own_pack_put(pack, event, err) && nv_own_pack_keep(pack, err);
}

bool nv_own_store_save(css_uno_XComponentContext *context,
                       const nv_own_document *document, const char *id,
                       nv_buffer *key, nv_buffer *notice, nv_error *err)
{
    nv_own_pack *pack = nv_own_store_open(context, err);
    nv_arena arena = {0};
    nv_event event;
    bool is_saved = pack && put(pack, document, id, &arena, &event, err);

    if (is_saved)
        nv_buffer_add_format(key, "%s:%s", nv_own_pack_name(pack), event.id);
    if (pack)
        nv_buffer_add_text(notice, nv_own_pack_notice(pack));
    nv_own_pack_close(pack);
    nv_arena_release(&arena);
    return is_saved;
}

bool nv_own_store_delete(css_uno_XComponentContext *context, const char *id,
                         nv_error *err)
{
    nv_own_pack *pack = nv_own_store_open(context, err);
    const bool is_gone = pack && nv_own_pack_remove(pack, id, err) &&
                         nv_own_pack_keep(pack, err);

    nv_own_pack_close(pack);
    return is_gone;
}
