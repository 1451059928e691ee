/* SPDX-License-Identifier: MPL-2.0 */
/* Making every citation of a document say what it should. */
#ifndef NV_WRITER_REFRESH_H
#define NV_WRITER_REFRESH_H

#include "css.h"
#include "note/library.h"
#include "registry/packs.h"
#include "uno/uno.h"

/* What notes are written from. All borrowed. */
typedef struct {
    const nv_packs *packs;
    nv_library *library;
    const char *style; /* id in the library, for a document that names none */
} nv_writer_means;

/* What a refresh found and did. */
typedef struct {
    size_t citations; /* in the document */
    size_t rewritten;
    size_t by_hand; /* changed by the writer, and left as they are */
    size_t lost;    /* not to be found in the packs, and left as they are */
} nv_refreshed;

/* Looks through the document of the frame and writes those citations anew whose
 * text is not what it should be: after notes were moved, deleted or added, and
 * after the style of the document changed. What the writer changed by hand
 * stays. One step of Undo, named in `words`; none, and nothing is written, when
 * all are right. Caret, selection and view stay.
 *
 * Returns false with *err set as nv_writer_insert() does, or with what
 * nv_library_style() gives; the document is then as it was before. *done is
 * valid after true. */
bool nv_writer_refresh(css_frame_XFrame *frame, const nv_writer_means *means,
                       nv_language words, nv_refreshed *done, nv_error *err);

/* The same without writing: *done->rewritten says how many would be. */
bool nv_writer_survey(css_frame_XFrame *frame, const nv_writer_means *means,
                      nv_refreshed *done, nv_error *err);

#endif
