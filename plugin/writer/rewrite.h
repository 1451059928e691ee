/* SPDX-License-Identifier: MPL-2.0 */
/* Working out what is stale in a document, and writing it anew within an act of
 * somebody else's: for the inside of this room. */
#ifndef NV_WRITER_REWRITE_H
#define NV_WRITER_REWRITE_H

#include "writer/census.h"
#include "writer/document.h"
#include "writer/locales.h"
#include "writer/styles.h"

/* All zero owns nothing. */
typedef struct {
    css_frame_XModel *model; /* borrowed */
    nv_census census;
    nv_apparatus *apparatus;
    nv_styles styles;
    nv_locales locales;
} nv_rewriting;

/* Counts the citations and works out what each should say; the document stays
 * as it is. Returns false with *err set; the caller releases it either way. */
bool nv_rewriting_prepare(nv_rewriting *rewriting, css_frame_XModel *model,
                          const nv_means *means, nv_error *err);

void nv_rewriting_release(nv_rewriting *rewriting);

/* Writes the stale ones; the caller has begun a step. */
void nv_rewriting_perform(nv_rewriting *rewriting, nv_error *err);

#endif
