/* SPDX-License-Identifier: MPL-2.0 */
/* nv styles, and the styles that nv cite works with. */
#include "nv.h"

#include <stdio.h>
#include <string.h>

bool nv_tool_add_style_path(nv_buffer *path, const char *style)
{
    const size_t len = strlen(style);
    const bool has_folder = strchr(style, '/') != NULL;

    if (!has_folder && (len < 4 || strcmp(style + len - 4, ".csl") != 0))
        return false;
    nv_buffer_add_format(path, "%s%s", has_folder ? "" : "./", style);
    return true;
}

/* The root keeps its slash. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash > path ? (size_t)(slash - path) : 1;
}

nv_library *nv_tool_open_library(const char *style, nv_error *err)
{
    enum { OWN, OURS, PUBLISHED, LOCALES, PATHS };
    nv_buffer paths[PATHS];
    nv_library *library;

    for (size_t i = 0; i < PATHS; i++)
        nv_buffer_init(&paths[i]);
    /* Else "", a folder that is missing and so is empty. */
    if (style && nv_tool_add_style_path(&paths[OWN], style) &&
        !paths[OWN].failed)
        nv_buffer_truncate(&paths[OWN], folder_length(paths[OWN].text));
    nv_tool_add_beside(&paths[OURS], "styles");
    nv_tool_add_beside(&paths[PUBLISHED], "published");
    nv_tool_add_beside(&paths[LOCALES], "locales");
    library = nv_library_open(
        (nv_style_folder[]){{.path = paths[OWN].text},
                            {.path = paths[OURS].text, .is_ours = true},
                            {.path = paths[PUBLISHED].text}},
        LOCALES, paths[LOCALES].text, err);
    for (size_t i = 0; i < PATHS; i++)
        nv_buffer_release(&paths[i]);
    return library;
}

static void add_entry(nv_buffer *out, const nv_library_entry *entry)
{
    nv_buffer_add_format(out, "%s\t%s", entry->id, entry->title);
    if (entry->parent[0])
        nv_buffer_add_format(out, " (as %s)", entry->parent);
    nv_buffer_add_char(out, '\n');
}

int nv_tool_styles(const nv_tool_arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_library *library;

    if (given->count != 0)
        return nv_tool_misuse();
    library = nv_tool_open_library(NULL, &err);
    if (!library)
        return nv_tool_fail(&err);
    for (size_t i = 0; i < nv_library_count(library); i++)
        add_entry(&out, nv_library_entry_at(library, i));
    for (size_t i = 0; i < nv_library_trouble_count(library); i++)
        nv_tool_fail(&nv_library_trouble(library, i)->err);
    nv_library_free(library);
    return nv_tool_print(&out);
}
