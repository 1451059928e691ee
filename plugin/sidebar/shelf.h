/* SPDX-License-Identifier: MPL-2.0 */
/* The shelf: which events the writer cited last, and which ones are starred. It
 * is kept in the profile as plain text, a line each, the newest first:
 *
 *     noteverbale-shelf 1
 *     recent core:1954-05-07-tripartite-reply
 *     starred core:1955-05-14-warsaw-pact
 *
 * Several windows share the file: what one of them wrote is read by the others
 * when they look. A file that is damaged, or of a version that is newer than
 * ours, is told of and is neither used nor written over. Plain C: no UNO. */
#ifndef NV_SIDEBAR_SHELF_H
#define NV_SIDEBAR_SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

enum {
    NV_SHELF_RECENT = 12,   /* so many are remembered */
    NV_SHELF_STARRED = 200, /* starred at most: those before fall off */
    NV_SHELF_ID = 160       /* bytes of a "pack:id" at most */
};

typedef enum { NV_SHELF_OF_RECENT, NV_SHELF_OF_STARRED } nv_shelf_board;

typedef struct {
    char *path;       /* of the file, UTF-8; owned; NULL: nothing is kept */
    nv_buffer stamp;  /* of the file as it was read or written last */
    nv_buffer ids[2]; /* by board: "pack:id\n", the newest first */
    bool is_foreign;  /* the file is not ours to write */
    nv_error trouble; /* why the file can't be read, or not be written; else
                         NV_OK. NV_ERROR_FORMAT: it is damaged,
                         NV_ERROR_LIMIT: a newer version of us wrote it,
                         NV_ERROR_IO: the profile */
} nv_shelf;

/* An empty shelf; `path` is copied, or is NULL. Given back by release. */
void nv_shelf_init(nv_shelf *shelf, const char *path);
void nv_shelf_release(nv_shelf *shelf);

/* Reads the file if it is another one than it was; returns whether what stands
 * on the shelf may have changed. A file that is not there is an empty one. */
bool nv_shelf_look(nv_shelf *shelf);

/* Puts an event, by its "pack:id", before the others, and keeps that in the
 * file. False with shelf->trouble set where it can't be kept: it then stands on
 * the shelf for as long as the window is open. */
bool nv_shelf_cite(nv_shelf *shelf, const char *id);
bool nv_shelf_star(nv_shelf *shelf, const char *id, bool is_starred);

bool nv_shelf_is_starred(const nv_shelf *shelf, const char *id);

/* Walks over a board: the next id into out[NV_SHELF_ID], from *at, which is 0
 * at first. False behind the last one. */
bool nv_shelf_next(const nv_shelf *shelf, nv_shelf_board board, size_t *at,
                   char *out);

#endif
