/* SPDX-License-Identifier: MPL-2.0 */
/* The named character styles of our notes. The names are written into
 * documents: they never change, and the writer may restyle them. */
#ifndef NV_WRITER_STYLES_H
#define NV_WRITER_STYLES_H

#include "css.h"
#include "note/note.h"
#include "uno/uno.h"

enum { NV_STYLE_COUNT = NV_RUN_EMPHASIS + 1 /* by nv_run_kind */ };

/* All zero owns nothing. */
typedef struct {
    css_container_XNameContainer *family;      /* of the document */
    css_style_XStyle *missing[NV_STYLE_COUNT]; /* made, not inserted yet */
} nv_styles;

/* The style of that kind of run ("Citation Title"): ASCII, static; NULL for
 * plain text. */
const char *nv_style_name(nv_run_kind kind);

/* Finds out which styles the note needs and the document lacks, and makes
 * those ready. The document stays as it is. Returns false with *err set when
 * the office fails; the caller releases *styles either way. */
bool nv_styles_prepare(nv_styles *styles, css_frame_XModel *model,
                       const nv_note *note, nv_error *err);

/* Adds the missing ones to the document: part of an act, undone with it. */
void nv_styles_add(nv_styles *styles, nv_error *err);

void nv_styles_release(nv_styles *styles);

#endif
