/* SPDX-License-Identifier: MPL-2.0 */
/* The pack of the writer's own documents: one file of plain XML, which is
 * changed record by record. What is not touched stays byte for byte.
 *
 * An id and a key are given once: those of a document that was deleted stay in
 * the file as a comment, "<!-- gone: ID KEY -->", with full stops for hyphens.
 *
 * Two programs may do it at the same time: the pack is locked while it is open,
 * and reads the file anew. Open it for the moment of a change only. */
#ifndef NV_OWN_PACK_H
#define NV_OWN_PACK_H

#include "base/error.h"
#include "registry/event.h"

typedef struct nv_own_pack nv_own_pack;

/* A larger one would not be opened without an index. */
enum { NV_OWN_PACK_MAX = 8 * 1024 * 1024 /* bytes */ };

/* Opens the pack at `path`, a system path in UTF-8, and locks it. One that is
 * not there begins empty, under the name "mine-TAIL"; `tail`, six of [a-z0-9]
 * drawn at random, keeps the packs of two writers from being taken for one
 * another. Its folder and the one above are made. One that is damaged is set
 * aside, and an empty one begun: then nv_own_pack_notice() says so.
 *
 * Returns what the caller gives back with nv_own_pack_close(), or NULL
 * with *err: NV_ERROR_IO (can't be read, made or locked) or NV_ERROR_MEMORY. */
nv_own_pack *nv_own_pack_open(const char *path, const char *tail,
                              nv_error *err);

/* A sentence on what happened to the file; "": nothing did. */
const char *nv_own_pack_notice(const nv_own_pack *own);

/* The name of the pack. */
const char *nv_own_pack_name(const nv_own_pack *own);

/* The document of that id, which lives as long as the pack is open. NULL where
 * there is none, or, with *err set, without memory. */
const nv_event *nv_own_pack_event(nv_own_pack *own, const char *id,
                                  nv_error *err);

/* Puts a document in the place of the one of its id, or, where event->id is
 * NULL, beside the others, and then gives it id and key, which live as long as
 * the pack is open. NV_ERROR_ARGUMENT (no such id), NV_ERROR_LIMIT (full) or
 * NV_ERROR_MEMORY. */
bool nv_own_pack_put(nv_own_pack *own, nv_event *event, nv_error *err);

/* Fails with NV_ERROR_ARGUMENT, and says that the document is not there any
 * more. */
bool nv_own_pack_fail_as_gone(nv_error *err);

/* Takes a document out. NV_ERROR_ARGUMENT or NV_ERROR_MEMORY. */
bool nv_own_pack_remove(nv_own_pack *own, const char *id, nv_error *err);

/* Puts in the events of a pack, `len` bytes of XML as nv_import() makes it. Its
 * names and statements are left out. One that is there already, word for word,
 * is not put in again; one whose id is taken by another gets a new id. */
typedef struct {
    size_t added, known;
} nv_own_sum;
bool nv_own_pack_add(nv_own_pack *own, const char *xml, size_t len,
                     nv_own_sum *sum, nv_error *err);

/* Writes the file; it is on the disk when this returns. NV_ERROR_IO, and
 * NV_ERROR_FORMAT where what was put in can't be read again: then the file is
 * as it was. */
bool nv_own_pack_keep(nv_own_pack *own, nv_error *err);

/* Unlocks; what was not kept is lost. NULL is fine. */
void nv_own_pack_close(nv_own_pack *own);

#endif
