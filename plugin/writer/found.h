/* SPDX-License-Identifier: MPL-2.0 */
/* Reading one citation of a document: for the inside of this room. */
#ifndef NV_WRITER_FOUND_H
#define NV_WRITER_FOUND_H

#include "writer/edit.h"
#include "writer/near.h"

/* What the citation near->citations[index] is, as nv_writer_find() tells it.
 * Returns false with *err set; the caller releases it either way. err is not
 * NULL. */
bool nv_found_read(nv_found_citation *found, nv_essay *essay,
                   css_frame_XModel *model, const nv_means *means,
                   const nv_near *near, size_t index, nv_error *err);

/* The citation around the view cursor, or the only one beside it: its index;
 * near->count when there is none, or *err is set. */
size_t nv_found_at_caret(const nv_near *near, css_text_XTextViewCursor *caret,
                         nv_error *err);

#endif
