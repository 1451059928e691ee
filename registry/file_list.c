/* SPDX-License-Identifier: MPL-2.0 */
/* See file_list.h. */
#include "registry/file_list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_wanted(const char *name, const char *suffix)
{
    const size_t len = strlen(name), tail = strlen(suffix);

    return len > tail && name[0] != '.' &&
           strcmp(name + len - tail, suffix) == 0;
}

bool nv_file_list_add(nv_file_list *list, const char *folder, const char *name,
                      size_t len)
{
    nv_buffer path = NV_BUFFER_INIT;
    char **paths =
        nv_array_grow(list->paths, list->count, &list->capacity, sizeof *paths);

    if (!paths)
        return false;
    list->paths = paths;
    nv_buffer_add_format(&path, "%s/%.*s", folder, (int)len, name);
    paths[list->count] = nv_buffer_detach(&path);
    if (!paths[list->count])
        return false;
    list->count++;
    return true;
}

bool nv_file_list_find(nv_file_list *list, const char *folder,
                       const char *suffix)
{
    DIR *entries = opendir(folder);
    struct dirent *entry;
    bool is_whole = true;

    *list = (nv_file_list){0};
    if (!entries)
        return false;
    while (is_whole && (entry = readdir(entries)) != NULL)
        if (is_wanted(entry->d_name, suffix))
            is_whole = nv_file_list_add(list, folder, entry->d_name,
                                        strlen(entry->d_name));
    closedir(entries);
    if (list->count > 1)
        qsort(list->paths, list->count, sizeof *list->paths, compare_texts);
    if (!is_whole)
        errno = ENOMEM;
    return is_whole;
}

void nv_file_list_release(nv_file_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
    *list = (nv_file_list){0};
}
