/* SPDX-License-Identifier: MPL-2.0 */
/* What is remembered of a document between two acts: for the inside of this
 * room. */
#ifndef NV_WRITER_MODEL_H
#define NV_WRITER_MODEL_H

#include "css.h"
#include "writer/document.h"

/* Borrowed. */
css_frame_XFrame *nv_essay_frame(const nv_essay *essay);
css_uno_XComponentContext *nv_essay_context(const nv_essay *essay);

/* Where writer/store.h keeps what it remembers: NULL at first, the essay's. */
struct nv_store_memory **nv_essay_store(nv_essay *essay);

#endif
