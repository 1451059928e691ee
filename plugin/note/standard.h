/* SPDX-License-Identifier: MPL-2.0 */
/* Items and cites for published styles, which know CSL's own variables alone:
 * what nv_item_of_event() and nv_note_cite() give when the entry of the style
 * is not ours. Contracts, errors and ownership are theirs (item.h).
 *
 * Each is made of the item for our own styles. The date of the document is
 * event-date, and original-date where the style prints that to the day; issued
 * is the date of the edition, or of what is no book the document's. The type is
 * found by trying what the style prints (standard_type.c); what it would lose
 * ends the title. Signatories and the word of another date than the document's
 * have no standard variable and are left out. */
#ifndef NV_NOTE_STANDARD_H
#define NV_NOTE_STANDARD_H

#include "note/item.h"

/* As nv_item_of_cite(). Of words read in another work the entry is that work:
 * the document itself was not used. */
const nv_csl_item *nv_standard_item(const nv_registry *registry,
                                    const nv_citation *citation,
                                    nv_note_style *style, nv_arena *arena,
                                    nv_error *err);

/* The item is in cite->as; words, and where they were read, in the suffix. */
bool nv_standard_cite(const nv_registry *registry, const nv_citation *citation,
                      nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                      nv_error *err);

#endif
