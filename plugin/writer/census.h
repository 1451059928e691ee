/* SPDX-License-Identifier: MPL-2.0 */
/* The citations that stand in a document, in the order of its notes: for the
 * inside of this room. Reads, and changes nothing. */
#ifndef NV_WRITER_CENSUS_H
#define NV_WRITER_CENSUS_H

#include "css.h"
#include "note/apparatus.h"
#include "uno/uno.h"

/* All zero is an empty one. */
typedef struct {
    nv_standing *standing;             /* texts are the census's */
    css_text_XTextContent **bookmarks; /* of each, owned */
    bool *is_short; /* of each: a filter cut its bookmark short (mend.h) */
    size_t count;
} nv_census;

/* Counts the citations of a document: bookmarks whose names
 * nv_citation_name_read() knows and that hold text. Footnotes come in their
 * order, then endnotes; citations in the running text stand before the first
 * footnote that is behind them, those in tables, frames and headers at the end.
 * Takes time in proportion to the notes and bookmarks, a few dozen microseconds
 * each. False with *err set (NV_ERROR_UNO, NV_ERROR_MEMORY); the caller
 * releases it either way. err is not NULL. */
bool nv_census_take(nv_census *census, css_frame_XModel *model, nv_error *err);

/* The text of a citation, all of it also where its bookmark is short. Owned;
 * NULL with *err set. */
css_text_XTextRange *nv_census_range(const nv_census *census, size_t index,
                                     nv_error *err);

void nv_census_release(nv_census *census);

#endif
