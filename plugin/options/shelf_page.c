/* SPDX-License-Identifier: MPL-2.0 */
/* See shelf_page.h. */
#include "options/shelf_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "options/picker.h"
#include "options/tell.h"
#include "options/window.h"

/* The list, and the keys of what the files are called and what is said. */
static const struct {
    const char *list, *kind, *added, *bad;
} words[NV_SHELF_COUNT] = {
    [NV_SHELF_PACKS] = {"packs", "packs_kind", "pack_added", "pack_bad"},
    [NV_SHELF_STYLES] = {"styles", "styles_kind", "style_added", "style_bad"},
};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

void nv_shelf_page_show(css_uno_XComponentContext *context,
                        css_awt_XWindow *window, nv_shelf shelf)
{
    nv_file_list list;
    const char **rows;

    nv_shelf_list(context, shelf, &list);
    rows = calloc(list.count + 1, sizeof *rows);
    for (size_t i = 0; rows && i < list.count; i++)
        rows[i] = name_of(list.paths[i]);
    if (rows)
        nv_window_fill(window, words[shelf].list, rows, list.count);
    free(rows);
    nv_file_list_release(&list);
}

/* The sentence for what went wrong. */
static const char *key_of(nv_shelf shelf, const nv_error *err)
{
    static const struct {
        nv_error_code code;
        const char *key;
    } keys[] = {
        {NV_ERROR_DUPLICATE, "file_doubled"}, {NV_ERROR_ARGUMENT, "no_parent"},
        {NV_ERROR_LIMIT, "file_large"},       {NV_ERROR_IO, "not_written"},
        {NV_ERROR_MEMORY, "no_memory"},
    };

    for (size_t i = 0; i < NV_COUNT_OF(keys); i++)
        if (keys[i].code == err->code)
            return keys[i].key;
    return words[shelf].bad;
}

bool nv_shelf_page_take(css_uno_XComponentContext *context,
                        css_awt_XWindow *window, nv_shelf shelf,
                        const char *path)
{
    nv_error err = {0};
    const bool is_added = nv_shelf_add(context, shelf, path, &err);

    nv_tell(window, is_added ? words[shelf].added : key_of(shelf, &err),
            name_of(path));
    nv_shelf_page_show(context, window, shelf);
    return is_added;
}

bool nv_shelf_page_add(css_uno_XComponentContext *context,
                       css_awt_XWindow *window, nv_shelf shelf)
{
    char *kind = nv_window_text(window, words[shelf].kind, NULL);
    const nv_wanted_file wanted = {.kind = kind ? kind : "",
                                   .pattern = nv_shelf_pattern(shelf)};
    char *path = nv_pick_file(context, window, &wanted, NULL);
    const bool is_added =
        path && nv_shelf_page_take(context, window, shelf, path);

    free(path);
    free(kind);
    return is_added;
}

bool nv_shelf_page_remove(css_uno_XComponentContext *context,
                          css_awt_XWindow *window, nv_shelf shelf)
{
    const int row = nv_window_row(window, words[shelf].list);
    nv_file_list list;
    bool is_removed = false;

    nv_shelf_list(context, shelf, &list);
    if (row < 0 || (size_t)row >= list.count) {
        nv_tell(window, "nothing_chosen", NULL);
    } else {
        const char *path = list.paths[row];

        is_removed = nv_shelf_remove(context, path, NULL);
        nv_tell(window, is_removed ? "removed" : "not_removed", name_of(path));
    }
    nv_file_list_release(&list);
    nv_shelf_page_show(context, window, shelf);
    return is_removed;
}
