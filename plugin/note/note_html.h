/* SPDX-License-Identifier: MPL-2.0 */
/* A note as HTML: for the command line, and for the clipboard. */
#ifndef NV_NOTE_NOTE_HTML_H
#define NV_NOTE_NOTE_HTML_H

#include "note/note.h"

/* Adds one paragraph of the note, whose language is `language`. */
void nv_note_add_html(nv_buffer *out, const nv_note *note,
                      nv_language language);

#endif
