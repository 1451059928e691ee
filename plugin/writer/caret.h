/* SPDX-License-Identifier: MPL-2.0 */
/* What stands at the caret of one frame: for the inside of this room. */
#ifndef NV_WRITER_CARET_H
#define NV_WRITER_CARET_H

#include "css.h"
#include "uno/uno.h"

/* All zero is a frame without a document. Every member is owned. */
typedef struct {
    css_frame_XModel *model;
    css_frame_XController *controller;
    css_text_XTextViewCursor *cursor; /* NULL: the document is no text */
    css_text_XTextRange *end; /* behind what is selected; NULL: the caret is
                                 in a comment or on an object */
} nv_caret;

/* Looks where the caret of the frame is. Returns false with *err set when the
 * office does not say; what has no caret has NULL there, which is no error. err
 * is not NULL. The caller releases *caret either way. */
bool nv_caret_find(css_frame_XFrame *frame, nv_caret *caret, nv_error *err);

void nv_caret_release(nv_caret *caret);

#endif
