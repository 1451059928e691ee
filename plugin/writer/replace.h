/* SPDX-License-Identifier: MPL-2.0 */
/* Citations taken out and put in each other's place, within a step that the
 * caller has begun: for the inside of this room.
 *
 * Where changes are recorded, text that is taken out stays in the document
 * until that is accepted, and so does its bookmark: it is empty afterwards, and
 * whole again when the change is rejected. */
#ifndef NV_WRITER_REPLACE_H
#define NV_WRITER_REPLACE_H

#include "writer/entry.h"
#include "writer/near.h"

/* Whether changes of the document are recorded. */
bool nv_is_recorded(css_frame_XModel *model, nv_error *err);

/* Puts another citation in the place of one. Does nothing once *err is set. */
void nv_replace(const nv_near *near, const nv_near_citation *one,
                nv_entry *entry, bool is_recorded, nv_error *err);

/* Takes out what the cursor spans, the citation with it. Does nothing once *err
 * is set. */
void nv_erase(const nv_near *near, const nv_near_citation *one,
              css_text_XTextCursor *span, bool is_recorded, nv_error *err);

#endif
