/* SPDX-License-Identifier: MPL-2.0 */
/* See library.h: which styles there are. */
#include "note/library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "citation/collate.h"
#include "note/library_shelf.h"
#include "registry/bundle.h"
#include "registry/file.h"
#include "registry/file_list.h"
#include "registry/trouble.h"

static const char suffix[] = ".csl";

bool nv_shelf_no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory for the citation styles. Close "
                   "other programs and try again.");
}

bool nv_shelf_fail(nv_error *err, const char *path, const nv_error *why)
{
    if (why->code == NV_ERROR_MEMORY)
        return nv_shelf_no_memory(err);
    return nv_fail(err, why->code, why->line, "%s: %s", nv_trouble_name(path),
                   why->message);
}

bool nv_shelf_read(const char *path, nv_buffer *xml, nv_error *err)
{
    nv_file file;
    bool is_small;

    if (nv_bundle_is_in(path))
        return nv_bundle_read(path, NV_CSL_LARGEST_FILE, xml, err);
    if (!nv_file_open(&file, path, err))
        return false;
    is_small = file.size <= NV_CSL_LARGEST_FILE;
    nv_file_close(&file);
    return is_small ? nv_file_read(path, xml, err)
                    : nv_fail(err, NV_ERROR_LIMIT, 0,
                              "%s: It can't be used: it is larger than %d MiB, "
                              "as no style is. Choose another file.",
                              nv_trouble_name(path),
                              NV_CSL_LARGEST_FILE / (1024 * 1024));
}

/* What was left out */

static const char *keep(nv_library *library, const char *text)
{
    return nv_arena_text(&library->arena, text, strlen(text));
}

/* Notes a trouble; what needs memory, and what finds none for the trouble,
 * fails in its place. */
static bool leave_out(nv_library *library, const char *path, const char *other,
                      const nv_error *why, nv_error *err)
{
    nv_style_trouble *grown;
    nv_style_trouble trouble = {keep(library, path), keep(library, other),
                                *why};

    if (why->code == NV_ERROR_MEMORY || !trouble.path || !trouble.other)
        return nv_shelf_no_memory(err);
    grown = nv_array_grow(library->troubles, library->trouble_count,
                          &library->trouble_capacity, sizeof *grown);
    if (!grown)
        return nv_shelf_no_memory(err);
    library->troubles = grown;
    library->troubles[library->trouble_count++] = trouble;
    return true;
}

static bool leave_out_double(nv_library *library, const char *path,
                             const nv_library_entry *first, nv_error *err)
{
    nv_error why = {0};

    nv_fail(&why, NV_ERROR_DUPLICATE, 0,
            "%s: There is a style of that name already (%s). Give the file "
            "another name.",
            nv_trouble_name(path), nv_trouble_name(first->path));
    return leave_out(library, path, first->path, &why, err);
}

/* Reading a folder */

bool nv_shelf_describe(nv_library *library, const nv_csl_style_info *info,
                       const char *id, size_t id_len, const char *path,
                       nv_shelf_style *made, nv_error *err)
{
    nv_library_entry *entry = &made->entry;

    *made = (nv_shelf_style){
        .entry = {.id = nv_arena_text(&library->arena, id, id_len),
                  .uri = keep(library, info->id),
                  .title = keep(library, info->title),
                  .authors = keep(library, info->authors),
                  .rights = keep(library, info->rights),
                  .path = keep(library, path),
                  .parent = "",
                  .is_note = info->is_note,
                  .has_bibliography = info->has_bibliography},
        .parent_uri = keep(library, info->parent),
        .default_locale = keep(library, info->default_locale)};
    return (entry->id && entry->uri && entry->title && entry->authors &&
            entry->rights && entry->path && made->parent_uri &&
            made->default_locale) ||
           nv_shelf_no_memory(err);
}

bool nv_shelf_put(nv_library *library, const nv_shelf_style *made,
                  nv_error *err)
{
    nv_shelf_style *grown =
        nv_array_grow(library->styles, library->style_count,
                      &library->style_capacity, sizeof *grown);

    if (!grown)
        return nv_shelf_no_memory(err);
    library->styles = grown;
    library->styles[library->style_count++] = *made;
    return true;
}

/* CSL has a "source", but no "source-book". */
bool nv_shelf_prints_our_items(const char *xml)
{
    return strstr(xml, "variable=\"source-") ||
           strstr(xml, "variable='source-");
}

static bool shelve(nv_library *library, const nv_csl_style_info *info,
                   const char *path, const nv_style_folder *folder,
                   const char *xml, nv_error *err)
{
    const char *name = strrchr(path, '/') + 1;
    nv_shelf_style made;

    if (!nv_shelf_describe(library, info, name, strlen(name) - strlen(suffix),
                           path, &made, err))
        return false;
    made.entry.is_ours = folder->is_ours || nv_shelf_prints_our_items(xml);
    made.entry.is_added = folder->is_added;
    for (size_t i = 0; i < library->style_count; i++)
        if (strcmp(library->styles[i].entry.id, made.entry.id) == 0)
            return leave_out_double(library, path, &library->styles[i].entry,
                                    err);
    return nv_shelf_put(library, &made, err);
}

static bool read_style(nv_library *library, const char *path,
                       const nv_style_folder *folder, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_csl_style_info *info = NULL;
    nv_error why = {0}, named = {0};
    bool is_done;

    if (nv_shelf_read(path, &xml, &named)) {
        info = nv_csl_style_peek(xml.text, xml.len, &why);
        if (!info)
            nv_shelf_fail(&named, path, &why);
    }
    is_done = info ? shelve(library, info, path, folder, xml.text, err)
                   : leave_out(library, path, "", &named, err);
    free(info);
    nv_buffer_release(&xml);
    return is_done;
}

static bool leave_out_folder(nv_library *library, const char *path,
                             nv_error *err)
{
    nv_error why = {0};

    if (errno == ENOENT)
        return true;
    if (errno == ENOMEM)
        return nv_shelf_no_memory(err);
    nv_fail(&why, NV_ERROR_IO, 0,
            "The styles in %s can't be read (%s). Look at the rights of the "
            "folder.",
            nv_trouble_name(path), strerror(errno));
    return leave_out(library, path, "", &why, err);
}

static bool read_folder(nv_library *library, const nv_style_folder *folder,
                        nv_error *err)
{
    nv_file_list list;
    nv_error why = {0};
    bool is_done;

    if (nv_bundle_is(folder->path))
        is_done = nv_bundle_list(folder->path, &list, &why) ||
                  leave_out(library, folder->path, "", &why, err);
    else
        is_done = nv_file_list_find(&list, folder->path, suffix) ||
                  leave_out_folder(library, folder->path, err);
    for (size_t i = 0; i < list.count && is_done; i++)
        is_done = read_style(library, list.paths[i], folder, err);
    nv_file_list_release(&list);
    return is_done;
}

/* Parents */

/* What follows "http://" or "https://". */
static const char *without_scheme(const char *uri)
{
    const char *end = strstr(uri, "://");

    return end ? end + 3 : uri;
}

const nv_shelf_style *nv_shelf_parent(const nv_library *library,
                                      const char *uri, const char *path,
                                      nv_error *err)
{
    for (size_t i = 0; i < library->style_count; i++) {
        const nv_shelf_style *one = &library->styles[i];

        if (one->parent_uri[0] == '\0' &&
            strcmp(without_scheme(one->entry.uri), without_scheme(uri)) == 0)
            return one;
    }
    nv_fail(err, NV_ERROR_ARGUMENT, 0,
            "%s: It takes everything from the style %.100s, which is not here. "
            "Add that one first.",
            nv_trouble_name(path), uri);
    return NULL;
}

/* Gives dependent styles what their parents know, and leaves out orphans. */
static bool find_parents(nv_library *library, nv_error *err)
{
    size_t kept = 0;

    for (size_t i = 0; i < library->style_count; i++) {
        nv_shelf_style *one = &library->styles[i];
        nv_library_entry *entry = &one->entry;
        const nv_shelf_style *parent = NULL;
        nv_error why = {0};

        if (one->parent_uri[0]) {
            parent =
                nv_shelf_parent(library, one->parent_uri, entry->path, &why);
            if (!parent &&
                !leave_out(library, entry->path, one->parent_uri, &why, err))
                return false;
            if (!parent)
                continue;
            entry->parent = parent->entry.id;
            entry->is_ours = parent->entry.is_ours;
            entry->is_note = parent->entry.is_note;
            entry->has_bibliography = parent->entry.has_bibliography;
        }
        library->styles[kept++] = *one;
    }
    library->style_count = kept;
    return true;
}

/* The library */

static int by_title(const void *a, const void *b)
{
    const nv_library_entry *first = &((const nv_shelf_style *)a)->entry;
    const nv_library_entry *second = &((const nv_shelf_style *)b)->entry;
    const int order = nv_csl_collate(first->title, second->title);

    if (first->is_ours != second->is_ours)
        return first->is_ours ? -1 : 1;
    return order ? order : strcmp(first->id, second->id);
}

static bool fill(nv_library *library, const nv_style_folder folders[],
                 size_t count, const char *locales, nv_error *err)
{
    library->locale_folder = keep(library, locales);
    if (!library->locale_folder)
        return nv_shelf_no_memory(err);
    for (size_t i = 0; i < count; i++)
        if (!read_folder(library, &folders[i], err))
            return false;
    if (!find_parents(library, err))
        return false;
    if (library->style_count > 1)
        qsort(library->styles, library->style_count, sizeof *library->styles,
              by_title);
    return true;
}

nv_library *nv_library_open(const nv_style_folder folders[], size_t count,
                            const char *locales, nv_error *err)
{
    nv_library *library = calloc(1, sizeof *library);

    if (!library)
        nv_shelf_no_memory(err);
    else if (fill(library, folders, count, locales, err))
        return library;
    nv_library_free(library);
    return NULL;
}

void nv_library_free(nv_library *library)
{
    if (!library)
        return;
    for (size_t i = 0; i < library->style_count; i++)
        nv_shelf_release(&library->styles[i]);
    for (size_t i = 0; i < library->locale_count; i++)
        nv_csl_locale_free(library->locales[i].locale);
    free(library->styles);
    free(library->troubles);
    free(library->locales);
    nv_arena_release(&library->arena);
    free(library);
}

size_t nv_library_count(const nv_library *library)
{
    return library->style_count;
}

const nv_library_entry *nv_library_entry_at(const nv_library *library,
                                            size_t index)
{
    return &library->styles[index].entry;
}

nv_shelf_style *nv_shelf_find(const nv_library *library, const char *id)
{
    for (size_t i = 0; i < library->style_count; i++)
        if (strcmp(library->styles[i].entry.id, id) == 0)
            return &library->styles[i];
    for (size_t i = 0; i < library->style_count; i++)
        if (strcmp(library->styles[i].entry.uri, id) == 0)
            return &library->styles[i];
    return NULL;
}

const nv_library_entry *nv_library_find(const nv_library *library,
                                        const char *id)
{
    const nv_shelf_style *found = nv_shelf_find(library, id);

    return found ? &found->entry : NULL;
}

size_t nv_library_trouble_count(const nv_library *library)
{
    return library->trouble_count;
}

const nv_style_trouble *nv_library_trouble(const nv_library *library,
                                           size_t index)
{
    return &library->troubles[index];
}
