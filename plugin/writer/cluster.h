/* SPDX-License-Identifier: MPL-2.0 */
/* Several citations, with the words between them, on their way into one note
 * or one place of the text, within an act of somebody else's: for the inside of
 * this room. Use as nv_entry (entry.h). */
#ifndef NV_WRITER_CLUSTER_H
#define NV_WRITER_CLUSTER_H

#include "note/chain.h"
#include "writer/act.h"
#include "writer/document.h"
#include "writer/entry.h"

/* All zero owns nothing. */
typedef struct {
    nv_entry entries[NV_CHAIN_MAX];
    size_t count;
    const char *joins[NV_CHAIN_MAX]; /* what stands before each, borrowed; the
                                        first has none */
    css_text_XFootnote *footnote;    /* not inserted yet; NULL: as text */
} nv_cluster;

/* Prepares `count` citations (1 to NV_CHAIN_MAX) for the place, which is not
 * NV_PLACE_NOWHERE; a note of its own is an endnote where the writer wants
 * endnotes. Errors as nv_entry_prepare(); the caller releases the
 * cluster either way. */
bool nv_cluster_prepare(nv_cluster *cluster, const nv_writer_act *act,
                        nv_place place, const nv_registry *registry,
                        const nv_citation citations[],
                        const char *const joins[], size_t count, nv_error *err);

/* Writes it at the collapsed cursor, which stands behind it afterwards: behind
 * the call of the note, or behind the text. Does nothing once *err is set. */
void nv_cluster_write(nv_cluster *cluster, css_text_XText *text,
                      css_text_XTextCursor *cursor, nv_error *err);

/* Ends the act that wrote it, whatever *err says: the other citations follow.
 * Where it does not stand everything is taken back, also what Undo does not
 * reach, and it returns false with *err set. */
bool nv_cluster_end(nv_cluster *cluster, nv_writer_act *act, nv_error *err);

void nv_cluster_release(nv_cluster *cluster);

#endif
