/* SPDX-License-Identifier: MPL-2.0 */
/* Footnotes, endnotes, text: where citations stand. Errors and Undo as in
 * edit.h. */
#ifndef NV_WRITER_CONVERT_H
#define NV_WRITER_CONVERT_H

#include "note/note_kind.h"
#include "writer/document.h"

/* Moves one citation (by the name of its bookmark) or all of them (NULL) with
 * everything that is in their notes: free text, formatting, other citations. A
 * note of others, without a citation of ours, stays. What stands in the text
 * becomes a note there. A note with several paragraphs can't become text and is
 * left; *left (may be NULL) counts those. */
bool nv_writer_convert(nv_essay *essay, const nv_means *means, const char *name,
                       nv_note_kind kind, nv_language words, size_t *left,
                       nv_error *err);

#endif
