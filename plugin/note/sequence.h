/* SPDX-License-Identifier: MPL-2.0 */
/* The notes of a document in one style, kept right while it changes: a
 * processor, and what of the document stands in it. For the files of this room
 * only.
 *
 * Consecutive citations that are joined are one cluster of the style, whose
 * text is parted again by the cite each run is from. A style that may leave a
 * cite out of a cluster (numbers "1-3", suffixes of years "a-c") can't be
 * parted so: its citations are each a cluster of their own. */
#ifndef NV_NOTE_SEQUENCE_H
#define NV_NOTE_SEQUENCE_H

#include "citation/processor.h"
#include "note/note.h"

typedef struct nv_note_sequence nv_note_sequence;

/* Empty. Borrows the style. NULL with NV_ERROR_MEMORY. */
nv_note_sequence *nv_note_sequence_new(nv_note_style *style, nv_error *err);
void nv_note_sequence_free(nv_note_sequence *sequence);

/* What stands in the document now, in its order. serials[i] is the same as in
 * the update before exactly when nothing that noted[i].citation says is other;
 * no two are equal, and none is 0. Both are borrowed for the call. False with
 * *err set, as nv_notes_write(); the sequence can then only be freed. */
bool nv_note_sequence_update(nv_note_sequence *sequence, const nv_noted noted[],
                             const uint64_t serials[], size_t count,
                             nv_error *err);

/* Whether the text of noted[index] may be another than before the update. */
bool nv_note_sequence_has_changed(const nv_note_sequence *sequence,
                                  size_t index);

/* Its note, all but is_unchecked; false with NV_ERROR_MEMORY. */
bool nv_note_sequence_read(const nv_note_sequence *sequence, size_t index,
                           nv_note *note, nv_error *err);

/* Borrowed, for the bibliography. */
nv_csl_processor *nv_note_sequence_processor(nv_note_sequence *sequence);

#endif
