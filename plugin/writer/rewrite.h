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
    css_frame_XModel *model;       /* borrowed */
    nv_essay *essay;               /* borrowed */
    nv_census *census;             /* the essay's; follows what is written */
    const nv_apparatus *apparatus; /* the essay's */
    nv_styles styles;
    nv_locales locales;
} nv_rewriting;

/* Counts the citations and works out what each should say; the document stays
 * as it is. Returns false with *err set; the caller releases it either way. */
bool nv_rewriting_prepare(nv_rewriting *rewriting, nv_essay *essay,
                          css_frame_XModel *model, const nv_means *means,
                          nv_error *err);

/* The same where the census is at hand, and may tell of a citation that is not
 * written yet: `census` is the essay's. */
bool nv_rewriting_work_out(nv_rewriting *rewriting, nv_essay *essay,
                           nv_census *census, const nv_means *means,
                           nv_error *err);

void nv_rewriting_release(nv_rewriting *rewriting);

/* Writes the stale ones but the one at `except` (SIZE_MAX: all of them), and
 * mends what filters did (mend.h); the caller has begun a step. One whose text
 * is not what the census says any more was changed by somebody: it stays. The
 * census follows; does nothing once *err is set. Returns whether the census now
 * is as the document is, if the act wrote nothing else. */
bool nv_rewriting_perform(nv_rewriting *rewriting, size_t except,
                          nv_error *err);

#endif
