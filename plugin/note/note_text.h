/* SPDX-License-Identifier: MPL-2.0 */
/* From a text of the processor to a note of its own memory. */
#ifndef NV_NOTE_NOTE_TEXT_H
#define NV_NOTE_NOTE_TEXT_H

#include "citation/text.h"
#include "note/note.h"

/* One cite of the cluster whose text it is. */
typedef struct {
    uint32_t cite, cite_count;
} nv_note_part;

/* Fills *note, all but is_unchecked. Runs in `language` name none. With `part`
 * it is what that cite says, and the joint before it; the first cite has what
 * stands before all, the last what stands behind. NULL: the whole text. Returns
 * false with NV_ERROR_MEMORY, and leaves *note empty. */
bool nv_note_of_text(const nv_csl_text *text, const nv_note_part *part,
                     nv_language language, nv_note *note, nv_error *err);

/* Fails for want of memory while notes are written, in the one sentence for
 * that; returns false. */
bool nv_note_no_memory(nv_error *err);

/* Whether nobody has checked the source that the note of the citation prints.
 * note.c */
bool nv_note_is_unchecked(const nv_registry *registry,
                          const nv_citation *citation);

#endif
