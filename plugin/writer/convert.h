/* SPDX-License-Identifier: MPL-2.0 */
/* Footnotes, endnotes, text: where citations stand. Errors and Undo as in
 * edit.h. */
#ifndef NV_WRITER_CONVERT_H
#define NV_WRITER_CONVERT_H

#include "note/note_kind.h"
#include "writer/document.h"

/* Moves one citation (by the name of its bookmark) or all of them (NULL) with
 * everything that is in their notes: free text, formatting, bookmarks with
 * their names, other citations. A note of others, without a citation of ours,
 * stays.
 *
 * A note becomes text where its call stood, in parentheses unless the style is
 * one for citations in the text and sets its own, and behind a space. What
 * stands in the text becomes a note there: all that is between the nearest
 * parentheses of the paragraph around it, which go; else the citation alone.
 *
 * *left (may be NULL) counts what stays though it was meant: notes with several
 * paragraphs or with more in them than text can't become text; and citations in
 * frames, headers and tables can't become notes. When nothing is to be moved
 * nothing is written. */
bool nv_writer_convert(nv_essay *essay, const nv_means *means, const char *name,
                       nv_note_kind kind, nv_tongue words, size_t *left,
                       nv_error *err);

#endif
