/* SPDX-License-Identifier: MPL-2.0 */
/* The text at the caret, to be read. Main thread only. */
#ifndef NV_WRITER_PARAGRAPH_H
#define NV_WRITER_PARAGRAPH_H

#include "css.h"

/* The paragraph in which the selection ends, in the text, a table or a note.
 * UTF-8, for free(). NULL where there is no text at the caret, and when the
 * office does not say. */
char *nv_writer_paragraph(css_frame_XFrame *frame);

/* What is selected, "" where nothing is or no text. For free(); NULL likewise,
 * and without memory. */
char *nv_writer_selection(css_frame_XFrame *frame);

#endif
