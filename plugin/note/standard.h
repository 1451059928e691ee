/* SPDX-License-Identifier: MPL-2.0 */
/* Items and cites for published styles, which know CSL's own variables alone:
 * what nv_item_of_event() and nv_note_cite() give when the entry of the style
 * is not ours. Contracts, errors and ownership are theirs (item.h).
 *
 * The table of types is that of each kind of document, and the choice of
 * variables what the published styles print best: the date of the document as
 * event-date and original-date, that of the edition as issued; where there is
 * no edition, issued is the document's. */
#ifndef NV_NOTE_STANDARD_H
#define NV_NOTE_STANDARD_H

#include "note/item.h"

/* `parts`, source and date as an entry of the bibliography has them. */
const nv_csl_item *nv_standard_item(const nv_registry *registry,
                                    const nv_event *event, nv_note_style *style,
                                    nv_arena *arena, nv_error *err);

/* The item is in cite->as; words, and where they were read, in the suffix. */
bool nv_standard_cite(const nv_registry *registry, const nv_citation *citation,
                      nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                      nv_error *err);

#endif
