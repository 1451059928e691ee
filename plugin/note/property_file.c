/* SPDX-License-Identifier: MPL-2.0 */
/* See property_file.h. */
#include "note/property_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/citation_property.h"
#include "registry/file.h"

enum { KEY = 6, LARGEST = 4 * 1024 * 1024 /* bytes, some lines too many */ };

typedef struct {
    char key[KEY + 1];
    char *value;
} line;

struct nv_property_file {
    char *path;
    line *lines; /* latest last */
    size_t count, capacity;
};

static bool is_key(const char *key)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

    return strlen(key) == KEY && strspn(key, letters) == KEY;
}

bool nv_property_file_is_value(const char *value)
{
    nv_arena arena = {0};
    nv_citation citation = {0};
    const bool is =
        nv_citation_property_read(value, strlen(value), &arena, &citation);

    nv_arena_release(&arena);
    return is;
}

/* False when it is known already, or is none. */
static bool add_line(nv_property_file *file, const char *key, const char *value)
{
    const char *known = is_key(key) ? nv_property_file_find(file, key) : NULL;
    line *lines;

    if (!is_key(key) || !nv_property_file_is_value(value) ||
        (known && strcmp(known, value) == 0))
        return false;
    lines =
        nv_array_grow(file->lines, file->count, &file->capacity, sizeof *lines);
    if (lines)
        file->lines = lines;
    if (!lines || !(lines[file->count].value = strdup(value)))
        return false;
    memcpy(lines[file->count++].key, key, KEY + 1);
    return true;
}

static void read_line(nv_property_file *file, char *text)
{
    char *space = strchr(text, ' ');

    if (space) {
        *space = '\0';
        add_line(file, text, space + 1);
    }
}

/* A NUL in it ends what is read of its line. */
static void read_lines(nv_property_file *file, char *text, size_t len)
{
    char *end = text + len, *newline;

    while (text < end && (newline = memchr(text, '\n', (size_t)(end - text)))) {
        *newline = '\0';
        read_line(file, text);
        text = newline + 1;
    }
}

static void read_file(nv_property_file *file)
{
    nv_buffer text = NV_BUFFER_INIT;
    nv_file on_disk;
    bool is_small = false;

    if (nv_file_open(&on_disk, file->path, NULL)) {
        is_small = on_disk.size <= LARGEST;
        nv_file_close(&on_disk);
    }
    if (is_small && nv_file_read(file->path, &text, NULL))
        read_lines(file, text.text, text.len);
    nv_buffer_release(&text);
}

nv_property_file *nv_property_file_open(const char *path)
{
    nv_property_file *file = calloc(1, sizeof *file);

    if (file)
        file->path = strdup(path);
    if (file && file->path) {
        read_file(file);
        return file;
    }
    nv_property_file_free(file);
    return NULL;
}

void nv_property_file_free(nv_property_file *file)
{
    if (!file)
        return;
    for (size_t i = 0; i < file->count; i++)
        free(file->lines[i].value);
    free(file->lines);
    free(file->path);
    free(file);
}

const char *nv_property_file_path(const nv_property_file *file)
{
    return file->path;
}

const char *nv_property_file_find(const nv_property_file *file, const char *key)
{
    for (size_t i = file->count; i > 0; i--)
        if (strcmp(file->lines[i - 1].key, key) == 0)
            return file->lines[i - 1].value;
    return NULL;
}

/* Writing */

static void append(const nv_property_file *file, const char *key,
                   const char *value)
{
    FILE *out = fopen(file->path, "ab");

    if (!out)
        return;
    fprintf(out, "%s %s\n", key, value);
    fclose(out);
}

static void drop_older_half(nv_property_file *file)
{
    const size_t dropped = file->count - NV_PROPERTY_FILE_MAX / 2;

    for (size_t i = 0; i < dropped; i++)
        free(file->lines[i].value);
    file->count -= dropped;
    memmove(file->lines, file->lines + dropped,
            file->count * sizeof *file->lines);
}

static void write_all(const nv_property_file *file)
{
    nv_buffer text = NV_BUFFER_INIT;

    for (size_t i = 0; i < file->count; i++)
        nv_buffer_add_format(&text, "%s %s\n", file->lines[i].key,
                             file->lines[i].value);
    if (!text.failed)
        nv_file_write(file->path, text.text, text.len, NULL);
    nv_buffer_release(&text);
}

void nv_property_file_add(nv_property_file *file, const char *key,
                          const char *value)
{
    if (!add_line(file, key, value))
        return;
    if (file->count <= NV_PROPERTY_FILE_MAX) {
        append(file, key, value);
        return;
    }
    drop_older_half(file);
    write_all(file);
}
