/* SPDX-License-Identifier: MPL-2.0 */
/* See bundle.h. */
#include "registry/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "registry/trouble.h"

enum { LONGEST_INDEX = 64 * 1024 /* bytes */ };

static const char suffix[] = ".bundle";

/* An open bundle, and the file of it that was come to last. */
typedef struct {
    nv_file file;
    nv_buffer index; /* the lines */
    const char *at;  /* the next line */
    const char *name;
    size_t name_len, len;
    uint64_t offset; /* of the file's bytes in the bundle */
} bundle;

static bool fail_as_damaged(const char *path, nv_error *err)
{
    return nv_trouble(err, NV_ERROR_FORMAT, 0, path,
                      "the list of its files is damaged");
}

static void close_bundle(bundle *open)
{
    nv_file_close(&open->file);
    nv_buffer_release(&open->index);
}

/* Keeps the lines before the first empty one. */
static bool read_index(bundle *open, const char *path, nv_error *err)
{
    const size_t len = open->file.size < LONGEST_INDEX ? (size_t)open->file.size
                                                       : LONGEST_INDEX;
    char *start = malloc(len + 1), *end = NULL;
    bool is_read = start != NULL;

    if (!is_read)
        nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    else
        is_read = nv_file_read_at(&open->file, 0, start, len, err);
    if (is_read) {
        start[len] = '\0';
        end = strstr(start, "\n\n");
        is_read = end || fail_as_damaged(path, err);
    }
    if (is_read) {
        nv_buffer_add(&open->index, start, (size_t)(end - start) + 1);
        is_read = !open->index.failed ||
                  nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    }
    free(start);
    return is_read;
}

static bool open_bundle(bundle *open, const char *path, nv_error *err)
{
    *open = (bundle){.index = NV_BUFFER_INIT};
    if (!nv_file_open(&open->file, path, err))
        return false;
    if (!read_index(open, path, err)) {
        close_bundle(open);
        return false;
    }
    open->at = open->index.text;
    open->offset = open->index.len + 1;
    return true;
}

/* Goes on to the next file; false at the end, or with *err. */
static bool next_file(bundle *open, nv_error *err)
{
    const char *space = strchr(open->at, ' ');
    char *end;

    if (*open->at == '\0')
        return false;
    open->offset += open->len;
    open->name = open->at;
    open->name_len = strcspn(open->at, " \n");
    open->len = space ? strtoul(space, &end, 10) : 0;
    if (!space || space != open->name + open->name_len || *end != '\n' ||
        open->offset > open->file.size ||
        open->len > open->file.size - open->offset)
        return fail_as_damaged(open->file.path, err);
    open->at = end + 1;
    return true;
}

/* The '/' behind the bundle in the path of a file; NULL if there is none. */
static const char *end_of_bundle(const char *path)
{
    const char *slash = strrchr(path, '/');
    const size_t len = sizeof suffix - 1;

    return slash && (size_t)(slash - path) > len &&
                   strncmp(slash - len, suffix, len) == 0
               ? slash
               : NULL;
}

bool nv_bundle_is(const char *path)
{
    const size_t len = strlen(path), tail = sizeof suffix - 1;

    return len > tail && strcmp(path + len - tail, suffix) == 0;
}

bool nv_bundle_is_in(const char *path)
{
    return end_of_bundle(path) != NULL;
}

bool nv_bundle_list(const char *path, nv_file_list *list, nv_error *err)
{
    nv_error why = {0};
    bundle open;

    *list = (nv_file_list){0};
    if (!open_bundle(&open, path, err))
        return false;
    while (next_file(&open, &why))
        if (!nv_file_list_add(list, path, open.name, open.name_len)) {
            nv_trouble(&why, NV_ERROR_MEMORY, 0, path, NULL);
            break;
        }
    close_bundle(&open);
    if (why.code != NV_OK && err)
        *err = why;
    return why.code == NV_OK;
}

/* Opens the bundle at the file that the path means. */
static bool open_at(bundle *open, const char *path, nv_error *err)
{
    const char *slash = end_of_bundle(path);
    char *whole = slash ? strndup(path, (size_t)(slash - path)) : NULL;
    nv_error why = {0};
    bool is_open = whole && open_bundle(open, whole, &why), is_found = false;

    while (is_open && !is_found && next_file(open, &why))
        is_found = strlen(slash + 1) == open->name_len &&
                   memcmp(slash + 1, open->name, open->name_len) == 0;
    if (is_open && !is_found)
        close_bundle(open);
    free(whole);
    open->file.path = path;
    if (!is_found && why.code == NV_OK)
        nv_trouble(&why, NV_ERROR_IO, 0, path, "the file is missing");
    if (!is_found && err)
        *err = why;
    return is_found;
}

bool nv_bundle_read(const char *path, size_t largest, nv_buffer *out,
                    nv_error *err)
{
    char *bytes = NULL;
    bundle open;
    bool is_read = false;

    if (!open_at(&open, path, err))
        return false;
    if (open.len > largest)
        nv_trouble(err, NV_ERROR_LIMIT, 0, path, "the file is too large");
    else
        bytes = malloc(open.len + 1);
    if (bytes)
        is_read =
            nv_file_read_at(&open.file, open.offset, bytes, open.len, err);
    if (is_read)
        nv_buffer_add(out, bytes, open.len);
    if (open.len <= largest && (!bytes || out->failed))
        is_read = nv_trouble(err, NV_ERROR_MEMORY, 0, path, NULL);
    free(bytes);
    close_bundle(&open);
    return is_read;
}

bool nv_bundle_has(const char *path)
{
    bundle open;
    const bool has = open_at(&open, path, NULL);

    if (has)
        close_bundle(&open);
    return has;
}
