/* SPDX-License-Identifier: MPL-2.0 */
/* See shelf.h. */
#include "options/shelf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "registry/file.h"
#include "registry/registry.h"
#include "sidebar/pack_set.h"
#include "sidebar/profile.h"
#include "sidebar/style_store.h"

enum { DOUBLES = 100 /* removed files of one name */ };

static bool add_pack(css_uno_XComponentContext *context, const char *folder,
                     const char *path, nv_error *err);
static bool add_style(css_uno_XComponentContext *context, const char *folder,
                      const char *path, nv_error *err);

static const struct {
    const char *folder, *pattern;
    bool (*add)(css_uno_XComponentContext *context, const char *folder,
                const char *path, nv_error *err);
} shelves[NV_SHELF_COUNT] = {
    [NV_SHELF_PACKS] = {"noteverbale/packs", "*.nvpack", add_pack},
    [NV_SHELF_STYLES] = {"noteverbale/styles", "*.csl", add_style},
};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* A folder of the profile with the one above it, made if they are missing; its
 * path, owned. NULL with *err set. */
static char *open_folder(css_uno_XComponentContext *context, const char *name,
                         nv_error *err)
{
    char *parent = nv_profile_path(context, "noteverbale");
    char *folder = nv_profile_path(context, name);

    if (parent)
        mkdir(parent, 0700);
    free(parent);
    if (folder && (mkdir(folder, 0700) == 0 || errno == EEXIST))
        return folder;
    nv_fail(err, NV_ERROR_IO, 0, "The folder %s can't be made (%s).",
            folder ? folder : name, strerror(errno));
    free(folder);
    return NULL;
}

static bool add_pack(css_uno_XComponentContext *context, const char *folder,
                     const char *path, nv_error *err)
{
    nv_buffer place = NV_BUFFER_INIT;
    nv_registry *pack =
        nv_registry_open_within(path, NULL, NV_UNINDEXED_MAX, err);
    bool is_added = pack != NULL;

    (void)context;
    nv_registry_free(pack);
    nv_buffer_add_format(&place, "%s/%s", folder, name_of(path));
    if (is_added && access(place.text, F_OK) == 0)
        is_added = nv_fail(err, NV_ERROR_DUPLICATE, 0,
                           "There is a pack %s already.", name_of(path));
    is_added = is_added && nv_file_copy(path, place.text, err);
    nv_buffer_release(&place);
    return is_added;
}

static bool add_style(css_uno_XComponentContext *context, const char *folder,
                      const char *path, nv_error *err)
{
    nv_style_set *styles = nv_style_store_take(context, err);
    const bool is_added =
        styles && nv_library_add(styles->library, folder, path, err);

    nv_style_set_release(styles);
    return is_added;
}

const char *nv_shelf_pattern(nv_shelf shelf)
{
    return shelves[shelf].pattern;
}

void nv_shelf_list(css_uno_XComponentContext *context, nv_shelf shelf,
                   nv_file_list *list)
{
    char *folder = nv_profile_path(context, shelves[shelf].folder);

    *list = (nv_file_list){0};
    if (folder)
        nv_file_list_find(list, folder, shelves[shelf].pattern + 1);
    free(folder);
}

bool nv_shelf_add(css_uno_XComponentContext *context, nv_shelf shelf,
                  const char *path, nv_error *err)
{
    char *folder = open_folder(context, shelves[shelf].folder, err);
    const bool is_added =
        folder && shelves[shelf].add(context, folder, path, err);

    free(folder);
    return is_added;
}

/* A name in the folder that is free yet: "a.csl", "a.csl.1" and so on. */
static void find_place(const char *folder, const char *name, nv_buffer *place)
{
    nv_buffer_add_format(place, "%s/%s", folder, name);
    for (int i = 1; i < DOUBLES && access(place->text, F_OK) == 0; i++) {
        nv_buffer_truncate(place, 0);
        nv_buffer_add_format(place, "%s/%s.%d", folder, name, i);
    }
}

bool nv_shelf_remove(css_uno_XComponentContext *context, const char *path,
                     nv_error *err)
{
    nv_buffer place = NV_BUFFER_INIT;
    char *folder = open_folder(context, "noteverbale/removed", err);
    bool is_removed = folder != NULL;

    if (folder)
        find_place(folder, name_of(path), &place);
    if (is_removed)
        is_removed = (!place.failed && rename(path, place.text) == 0) ||
                     nv_fail(err, NV_ERROR_IO, 0, "%s can't be removed (%s).",
                             path, strerror(errno));
    nv_buffer_release(&place);
    free(folder);
    return is_removed;
}
