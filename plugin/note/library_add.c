/* SPDX-License-Identifier: MPL-2.0 */
/* See library.h: a style that a writer adds. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "note/library_shelf.h"
#include "registry/file.h"
#include "registry/trouble.h"

/* Makes the folder, and those above it. */
static bool make_folder(const char *folder, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT;
    bool is_made;

    nv_buffer_add_text(&path, folder);
    for (size_t i = 1; i < path.len; i++) {
        if (path.text[i] != '/')
            continue;
        path.text[i] = '\0';
        mkdir(path.text, 0777);
        path.text[i] = '/';
    }
    is_made = !path.failed;
    nv_buffer_release(&path);
    if (!is_made)
        return nv_shelf_no_memory(err);
    return mkdir(folder, 0777) == 0 || errno == EEXIST ||
           nv_fail(err, NV_ERROR_IO, 0,
                   "The folder %s can't be made (%s). Look at the rights of "
                   "the one above it.",
                   nv_trouble_name(folder), strerror(errno));
}

/* A style has to compile, a dependent one to have its parent. */
static bool is_good(const nv_library *library, const char *path,
                    const nv_buffer *xml, nv_error *err)
{
    nv_error why = {0};
    nv_csl_style_info *info = nv_csl_style_peek(xml->text, xml->len, &why);
    nv_csl_style *style = NULL;
    bool is_good = false;

    if (info && info->parent[0])
        is_good = nv_shelf_parent(library, info->parent, path, err) != NULL;
    else if (info)
        style = nv_csl_style_read(xml->text, xml->len, &why);
    nv_csl_style_free(style);
    free(info);
    return is_good || style || nv_shelf_fail(err, path, &why);
}

/* Adds the path that the style gets in the folder. */
static void add_place(nv_buffer *place, const char *folder, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const size_t len = strlen(name);

    nv_buffer_add_format(place, "%s/%s", folder, name);
    if (len < 4 || strcmp(name + len - 4, ".csl") != 0)
        nv_buffer_add_text(place, ".csl");
}

/* A newer file takes the place of the older one in the same folder only. */
static bool is_new(const nv_library *library, const char *place,
                   const char *path, nv_error *err)
{
    const char *name = strrchr(place, '/') + 1;

    for (size_t i = 0; i < nv_library_count(library); i++) {
        const nv_library_entry *entry = nv_library_entry_at(library, i);

        if (strcmp(strrchr(entry->path, '/') + 1, name) == 0 &&
            strcmp(entry->path, place) != 0)
            return nv_fail(err, NV_ERROR_DUPLICATE, 0,
                           "%s: There is a style of that name already. Give "
                           "the file another name.",
                           nv_trouble_name(path));
    }
    return true;
}

bool nv_library_add(const nv_library *library, const char *folder,
                    const char *path, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT, place = NV_BUFFER_INIT;
    bool is_added = false;

    add_place(&place, folder, path);
    if (place.failed)
        nv_shelf_no_memory(err);
    else
        is_added = nv_shelf_read(path, &xml, err) &&
                   is_good(library, path, &xml, err) &&
                   is_new(library, place.text, path, err) &&
                   make_folder(folder, err) &&
                   nv_file_write(place.text, xml.text, xml.len, err);
    nv_buffer_release(&xml);
    nv_buffer_release(&place);
    return is_added;
}
