/* SPDX-License-Identifier: MPL-2.0 */
/* How much room a timeline has in the document, and how wide its words are:
 * for the inside of this room. */
#ifndef NV_WRITER_TIMELINE_SHEET_H
#define NV_WRITER_TIMELINE_SHEET_H

#include "note/timeline.h"
#include "writer/timeline_looks.h"

typedef struct {
    css_awt_XFont *font; /* a thousand pixels high; owned, NULL: no words */
    float points;
} nv_timeline_font;

/* All zero is one that measures nothing. */
typedef struct {
    nv_timeline_sheet sheet; /* measures with the fonts */
    nv_timeline_font fonts[NV_TIMELINE_ROLE_COUNT];
    nv_error *err; /* of measuring; borrowed */
} nv_writer_sheet;

/* The room of one line of text and of one page where the range is: page,
 * columns, sections, and with `has_indents` its paragraph count. The document
 * must have been laid out. False with *err set; the caller releases the sheet
 * either way. */
bool nv_writer_sheet_find(nv_writer_sheet *sheet, css_frame_XModel *model,
                          css_text_XTextRange *at, bool has_indents,
                          nv_error *err);

/* Takes the fonts of these looks to measure with; what fails later in measuring
 * is told to *err, which is not NULL and lives as long. */
bool nv_writer_sheet_take_fonts(nv_writer_sheet *sheet,
                                css_uno_XComponentContext *context,
                                const nv_worn_looks *worn,
                                const nv_first_looks *first, nv_error *err);

void nv_writer_sheet_release(nv_writer_sheet *sheet);

#endif
