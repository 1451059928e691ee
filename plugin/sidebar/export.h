/* SPDX-License-Identifier: MPL-2.0 */
/* The cited events as a file that the writer names. */
#ifndef NV_SIDEBAR_EXPORT_H
#define NV_SIDEBAR_EXPORT_H

#include "sidebar/phrases.h"
#include "writer/document.h"

/* Asks for a file, whose kind the writer chooses there, and writes the cited
 * events to it; *name, empty before, gets the file's name, or stays empty when
 * the writer thinks better of it. Returns false with *err set: NV_ERROR_IO
 * (the file can't be written), what nv_writer_export_cited() gives. Blocks
 * while the dialog is open. */
bool nv_export_cited(css_uno_XComponentContext *context,
                     css_frame_XFrame *frame, nv_essay *essay,
                     const nv_means *means, const nv_phrases *phrases,
                     nv_buffer *name, nv_error *err);

#endif
