/* SPDX-License-Identifier: MPL-2.0 */
/* A timeline as shapes of the document: for the inside of this room. */
#ifndef NV_WRITER_TIMELINE_SHAPES_H
#define NV_WRITER_TIMELINE_SHAPES_H

#include "css.h"
#include "note/timeline.h"
#include "writer/timeline_looks.h"

/* Those that stand in a document: groups whose name begins with "nvt1_", and
 * those behind which a bookmark of such a name stands, since DOCX loses the
 * names of groups. (It also loses a bookmark that begins before a group.) */
typedef struct {
    css_drawing_XShapes **groups; /* owned, in no order */
    size_t count, capacity;
} nv_timelines;

/* False with *err set; the caller releases them either way. */
bool nv_timelines_find(nv_timelines *found, css_frame_XModel *model,
                       nv_error *err);
void nv_timelines_release(nv_timelines *found);

/* Where one stands, owned. */
css_text_XTextRange *nv_timelines_anchor(css_drawing_XShapes *group,
                                         nv_error *err);

/* Draws one as a group that stands in the text like a letter, at a place of the
 * text, with a bookmark behind it. `title` (UTF-8) is what it is for those who
 * don't see it. False with *err set. */
bool nv_timelines_draw(css_frame_XModel *model,
                       css_uno_XComponentContext *context,
                       const nv_timeline *timeline, const nv_worn_looks *worn,
                       const nv_first_looks *first, css_text_XTextRange *at,
                       const char *title, nv_error *err);

/* Takes one out of the text, with its bookmarks. Returns where it stood, owned;
 * NULL with *err set. */
css_text_XTextRange *nv_timelines_remove(css_frame_XModel *model,
                                         css_drawing_XShapes *group,
                                         nv_error *err);

#endif
