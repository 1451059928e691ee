/* SPDX-License-Identifier: MPL-2.0 */
/* The desk: which events the writer cited last, and which ones are starred. It
 * is kept in the profile as plain text, a line each, the newest first:
 *
 *     noteverbale-desk 1
 *     recent core:1954-05-07-tripartite-reply
 *     starred core:1955-05-14-warsaw-pact
 *
 * Several windows share the file: what one of them wrote is read by the others
 * when they look. A file that is damaged, or of a version that is newer than
 * ours, is told of and is neither used nor written over. Plain C: no UNO. */
#ifndef NV_SIDEBAR_DESK_H
#define NV_SIDEBAR_DESK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"

enum {
    NV_DESK_RECENT = 12,   /* so many are remembered */
    NV_DESK_STARRED = 200, /* starred at most: those before fall off */
    NV_DESK_ID = 160       /* bytes of a "pack:id" at most */
};

typedef enum { NV_DESK_OF_RECENT, NV_DESK_OF_STARRED } nv_desk_board;

typedef struct {
    char *path;       /* of the file, UTF-8; owned; NULL: nothing is kept */
    nv_buffer stamp;  /* of the file as it was read or written last */
    nv_buffer ids[2]; /* by board: "pack:id\n", the newest first */
    bool is_foreign;  /* the file is not ours to write */
    nv_error trouble; /* why the file can't be read, or not be written; else
                         NV_OK. NV_ERROR_FORMAT: it is damaged,
                         NV_ERROR_LIMIT: a newer version of us wrote it,
                         NV_ERROR_IO: the profile */
} nv_desk;

/* An empty desk; `path` is copied, or is NULL. Given back by release. */
void nv_desk_init(nv_desk *desk, const char *path);
void nv_desk_release(nv_desk *desk);

/* Reads the file if it is another one than it was; returns whether what stands
 * on the desk may have changed. A file that is not there is an empty one. */
bool nv_desk_look(nv_desk *desk);

/* Puts an event, by its "pack:id", before the others, and keeps that in the
 * file. False with desk->trouble set where it can't be kept: it then stands on
 * the desk for as long as the window is open. */
bool nv_desk_cite(nv_desk *desk, const char *id);
bool nv_desk_star(nv_desk *desk, const char *id, bool is_starred);

bool nv_desk_is_starred(const nv_desk *desk, const char *id);

/* Walks over a board: the next id into out[NV_DESK_ID], from *at, which is 0
 * at first. False behind the last one. */
bool nv_desk_next(const nv_desk *desk, nv_desk_board board, size_t *at,
                  char *out);

#endif
