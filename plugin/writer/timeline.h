/* SPDX-License-Identifier: MPL-2.0 */
/* The timeline of what a document cites: a group of shapes in its text, which
 * is drawn anew on demand. Errors and Undo as in edit.h. */
#ifndef NV_WRITER_TIMELINE_H
#define NV_WRITER_TIMELINE_H

#include "writer/document.h"

/* Whether the document has one. */
bool nv_writer_has_timeline(nv_essay *essay);

/* Draws the events that are cited, as wide as the text, in the paragraph at the
 * caret where that is empty, else in one of its own behind it. A document that
 * has a timeline, or several, gets no other: each is drawn anew where it
 * stands, in the colours, lines and fonts that the writer gave it. Words are in
 * the language of the text at the caret.
 *
 * NV_ERROR_ARGUMENT when no event is cited, NV_ERROR_LIMIT when they have no
 * room on a page, NV_ERROR_PLACE besides where no drawing can stand: in a note,
 * a header, a frame, a table. */
bool nv_writer_draw_timeline(nv_essay *essay, const nv_means *means,
                             nv_tongue words, nv_error *err);

/* Takes it out, or all of them, each with its paragraph where that would be
 * left empty; NV_ERROR_ARGUMENT when there is none. */
bool nv_writer_remove_timeline(nv_essay *essay, const nv_means *means,
                               nv_tongue words, nv_error *err);

#endif
