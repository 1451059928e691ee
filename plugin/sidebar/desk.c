/* SPDX-License-Identifier: MPL-2.0 */
/* See desk.h. */
#include "sidebar/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "sidebar/places.h"

#define TITLE "noteverbale-desk "
#define VERSION "1"

enum { FILE_MAX = 64 * 1024 /* more is none of ours */ };

static const struct {
    const char *word;
    size_t most;
} boards[] = {
    [NV_DESK_OF_RECENT] = {"recent ", NV_DESK_RECENT},
    [NV_DESK_OF_STARRED] = {"starred ", NV_DESK_STARRED},
};

void nv_desk_init(nv_desk *desk, const char *path)
{
    memset(desk, 0, sizeof *desk);
    nv_buffer_init(&desk->stamp);
    nv_buffer_init(&desk->ids[0]);
    nv_buffer_init(&desk->ids[1]);
    desk->path = path ? strdup(path) : NULL;
}

void nv_desk_release(nv_desk *desk)
{
    nv_buffer_release(&desk->stamp);
    nv_buffer_release(&desk->ids[0]);
    nv_buffer_release(&desk->ids[1]);
    free(desk->path);
    desk->path = NULL;
}

/* Ids */

/* An id names a pack and an event, in letters that can't break a line. */
static bool is_id(const char *id, size_t len)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-:";

    return len > 2 && len < NV_DESK_ID && memchr(id, ':', len) &&
           strspn(id, letters) >= len;
}

bool nv_desk_next(const nv_desk *desk, nv_desk_board board, size_t *at,
                  char *out)
{
    const nv_buffer *ids = &desk->ids[board];
    const char *end;

    if (*at >= ids->len)
        return false;
    end = memchr(ids->text + *at, '\n', ids->len - *at);
    snprintf(out, NV_DESK_ID, "%.*s", (int)(end - ids->text - *at),
             ids->text + *at);
    *at = (size_t)(end - ids->text) + 1;
    return true;
}

bool nv_desk_is_starred(const nv_desk *desk, const char *id)
{
    char other[NV_DESK_ID];
    size_t at = 0;

    while (nv_desk_next(desk, NV_DESK_OF_STARRED, &at, other))
        if (strcmp(other, id) == 0)
            return true;
    return false;
}

/* Takes an id off a board, and puts it there again before the others if it is
 * to stand there. */
static void put(nv_desk *desk, nv_desk_board board, const char *id,
                bool is_there)
{
    nv_buffer ids = NV_BUFFER_INIT;
    char other[NV_DESK_ID];
    size_t at = 0, count = 0;

    if (is_there) {
        nv_buffer_add_format(&ids, "%s\n", id);
        count++;
    }
    while (count < boards[board].most &&
           nv_desk_next(desk, board, &at, other)) {
        if (strcmp(other, id) == 0)
            continue;
        nv_buffer_add_format(&ids, "%s\n", other);
        count++;
    }
    nv_buffer_release(&desk->ids[board]);
    desk->ids[board] = ids;
}

/* Reading */

static bool read_line(nv_desk *desk, const char *line, size_t len)
{
    for (size_t i = 0; i < NV_COUNT_OF(boards); i++) {
        const size_t word = strlen(boards[i].word);

        if (len <= word || memcmp(line, boards[i].word, word) != 0 ||
            !is_id(line + word, len - word))
            continue;
        nv_buffer_add(&desk->ids[i], line + word, len - word);
        nv_buffer_add_char(&desk->ids[i], '\n');
        return true;
    }
    return false;
}

static bool fail_as_damaged(nv_desk *desk, int line)
{
    return nv_fail(&desk->trouble, NV_ERROR_FORMAT, line,
                   "%s, line %d: this is no event that was cited or starred; "
                   "remove the file",
                   desk->path, line);
}

static bool read_lines(nv_desk *desk, const char *text)
{
    static const char title[] = TITLE VERSION "\n";
    int number = 2;

    if (strncmp(text, TITLE, strlen(TITLE)) != 0)
        return fail_as_damaged(desk, 1);
    if (strncmp(text, title, strlen(title)) != 0)
        return nv_fail(&desk->trouble, NV_ERROR_LIMIT, 1,
                       "%s was written by a newer version; install that one",
                       desk->path);
    for (text += strlen(title); *text; number++) {
        const char *end = strchr(text, '\n');

        if (!end || !read_line(desk, text, (size_t)(end - text)))
            return fail_as_damaged(desk, number);
        text = end + 1;
    }
    return true;
}

/* The whole file; empty where there is none. */
static bool read_file(nv_desk *desk, nv_buffer *text)
{
    char bytes[4096];
    FILE *file = fopen(desk->path, "rb");
    size_t len;

    if (!file)
        return access(desk->path, F_OK) != 0 ||
               nv_fail(&desk->trouble, NV_ERROR_IO, 0,
                       "%s can't be read: look at its permissions", desk->path);
    while ((len = fread(bytes, 1, sizeof bytes, file)) > 0 &&
           text->len <= FILE_MAX)
        nv_buffer_add(text, bytes, len);
    fclose(file);
    return (text->len <= FILE_MAX && strlen(text->text) == text->len) ||
           fail_as_damaged(desk, 1);
}

static void clear(nv_desk *desk)
{
    nv_buffer_truncate(&desk->ids[0], 0);
    nv_buffer_truncate(&desk->ids[1], 0);
}

/* The stamp of the file as it is now; returns whether it is another one. */
static bool stamp(nv_desk *desk)
{
    nv_buffer now = NV_BUFFER_INIT;
    bool is_same;

    nv_stamp_add(&now, desk->path);
    is_same = nv_places_same(&now, &desk->stamp);
    nv_buffer_release(&desk->stamp);
    desk->stamp = now;
    return !is_same;
}

bool nv_desk_look(nv_desk *desk)
{
    nv_buffer text = NV_BUFFER_INIT;

    if (!desk->path || !stamp(desk))
        return false;
    nv_error_clear(&desk->trouble);
    clear(desk);
    desk->is_foreign = !read_file(desk, &text) ||
                       (text.len > 0 && !read_lines(desk, text.text));
    if (desk->is_foreign)
        clear(desk);
    nv_buffer_release(&text);
    return true;
}

/* Writing */

static void write_board(const nv_desk *desk, nv_desk_board board, FILE *file)
{
    char id[NV_DESK_ID];
    size_t at = 0;

    while (nv_desk_next(desk, board, &at, id))
        fprintf(file, "%s%s\n", boards[board].word, id);
}

static bool write_to(const nv_desk *desk, const char *path)
{
    FILE *file = fopen(path, "wb");
    bool is_written;

    if (!file)
        return false;
    fputs(TITLE VERSION "\n", file);
    write_board(desk, NV_DESK_OF_RECENT, file);
    write_board(desk, NV_DESK_OF_STARRED, file);
    is_written = !ferror(file);
    return fclose(file) == 0 && is_written;
}

/* Another file takes the place of the one before when it is whole. */
static bool write_file(nv_desk *desk)
{
    nv_buffer other = NV_BUFFER_INIT;
    bool is_written;

    nv_buffer_add_format(&other, "%s.new", desk->path);
    is_written = !other.failed && write_to(desk, other.text) &&
                 rename(other.text, desk->path) == 0;
    if (!is_written)
        unlink(other.text);
    nv_buffer_release(&other);
    return is_written || nv_fail(&desk->trouble, NV_ERROR_IO, 0,
                                 "%s can't be written: look at the space on "
                                 "the disk and at the permissions",
                                 desk->path);
}

static bool keep(nv_desk *desk)
{
    if (!desk->path)
        return true;
    if (desk->is_foreign)
        return false; /* the trouble was set when it was read */
    nv_error_clear(&desk->trouble);
    if (!write_file(desk))
        return false;
    stamp(desk);
    return true;
}

bool nv_desk_cite(nv_desk *desk, const char *id)
{
    nv_desk_look(desk);
    if (is_id(id, strlen(id)))
        put(desk, NV_DESK_OF_RECENT, id, true);
    return keep(desk);
}

bool nv_desk_star(nv_desk *desk, const char *id, bool is_starred)
{
    nv_desk_look(desk);
    if (is_id(id, strlen(id)))
        put(desk, NV_DESK_OF_STARRED, id, is_starred);
    return keep(desk);
}
