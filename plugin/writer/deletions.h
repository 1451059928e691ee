/* SPDX-License-Identifier: MPL-2.0 */
/* What recorded changes took out of a document. It still stands in the model,
 * its notes among the others, until it is accepted: for the citations it is
 * gone, as it is on paper. Notes are counted without those. For the inside of
 * this room. */
#ifndef NV_WRITER_DELETIONS_H
#define NV_WRITER_DELETIONS_H

#include "css.h"
#include "uno/uno.h"

/* One of them. All members owned. */
typedef struct {
    css_text_XTextRangeCompare *text;
    css_text_XTextRange *start, *end;
} nv_deletion;

/* All zero is none. */
typedef struct {
    nv_deletion *all; /* owned */
    size_t count, capacity;
} nv_deletions;

/* Lists the recorded deletions. False with *err set (NV_ERROR_UNO,
 * NV_ERROR_MEMORY); the caller releases it either way. err is not NULL. */
bool nv_deletions_find(nv_deletions *deletions, css_frame_XModel *model,
                       nv_error *err);

void nv_deletions_release(nv_deletions *deletions);

/* Whether a range lies within one of them. Asks the office nothing when there
 * are none. */
bool nv_deletions_hold(const nv_deletions *deletions,
                       css_text_XTextRange *range);

/* What a text, or a range of one, says without what they hold: UTF-8 for
 * free(); NULL with *err set. */
char *nv_deletions_text(const nv_deletions *deletions, void *text,
                        nv_error *err);

#endif
