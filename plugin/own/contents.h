/* SPDX-License-Identifier: MPL-2.0 */
/* Inside of pack.h: the XML of the pack, and where each document stands in
 * it. */
#ifndef NV_OWN_CONTENTS_H
#define NV_OWN_CONTENTS_H

#include "base/buffer.h"
#include "registry/exchange/naming.h"
#include "registry/record.h"

/* Where an event stands; texts are in the arena. */
typedef struct {
    size_t offset, len; /* bytes of the XML */
    const char *id, *key;
} nv_own_piece;

/* All zero, but for an empty buffer, holds nothing yet. */
typedef struct {
    nv_buffer xml;
    char pack[NV_PACK_NAME_MAX + 1];
    nv_arena arena;
    nv_naming naming; /* all that was ever given */
    nv_own_piece *pieces;
    size_t count;
    size_t end; /* of the last record: where a new one is put in */
} nv_own_contents;

/* Finds what stands in the XML. What was handed out from the arena stays.
 * False with *err set: NV_ERROR_FORMAT or NV_ERROR_MEMORY; `name` stands in
 * messages. */
bool nv_own_contents_read(nv_own_contents *contents, const char *name,
                          nv_error *err);
void nv_own_contents_release(nv_own_contents *contents);

/* The event of that id; NULL: there is none. */
const nv_own_piece *nv_own_piece_of(const nv_own_contents *contents,
                                    const char *id);

/* Adds the comment that keeps the names of a document that goes. */
void nv_own_write_gone(nv_buffer *out, const nv_own_piece *piece);

#endif
