/* SPDX-License-Identifier: MPL-2.0 */
/* What the writer's own words around citations are: for the inside of this
 * room. Asks the office nothing. */
#ifndef NV_WRITER_PIECES_H
#define NV_WRITER_PIECES_H

#include "writer/census.h"

/* Cuts the text of each note into what is before, between and behind its
 * citations, and says which stand alone; in the running text, where `before`
 * and `after` are all of the paragraph, it leaves what is between two. False
 * with *err set: NV_ERROR_MEMORY. */
bool nv_pieces_cut(nv_census *census, nv_error *err);

/* The same in the note of one citation only. */
bool nv_pieces_cut_note(nv_census *census, size_t index, nv_error *err);

#endif
