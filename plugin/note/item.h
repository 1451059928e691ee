/* SPDX-License-Identifier: MPL-2.0 */
/* From an event of the registry to what a CSL processor formats.
 *
 * For our own styles an item has everything in the variables that
 * note/styles/README.md describes (item.c and its helpers). A published style
 * gets the standard variables alone, as it handles them best (standard.c). */
#ifndef NV_NOTE_ITEM_H
#define NV_NOTE_ITEM_H

#include "base/arena.h"
#include "citation/processor.h"
#include "note/library.h"
#include "note/note.h"

/* The event as it stands in a bibliography: its document, date and source,
 * without words or places. NULL with *err: NV_ERROR_ARGUMENT as
 * nv_note_write(), NV_ERROR_MEMORY. The item is in the arena and borrows
 * nothing. */
const nv_csl_item *nv_item_of_event(const nv_registry *registry,
                                    const nv_event *event, nv_note_style *style,
                                    nv_arena *arena, nv_error *err);

/* A citation as a cite of that event: *cite has item, as, locator, label, the
 * writer's prefix and suffix, escaped, and for a published style before that
 * suffix what says where words were read ("quoted in ..."). Everything it
 * points to is in the arena. False with *err as nv_note_write().
 *
 * What is cited is a text from a source. cite->item is "PACK:ID" for the
 * event's document from the source its plain note prints; "PACK:ID@KEY" where
 * this note prints another source, by that source's key; "PACK:ID#3" for the
 * words (of quotation 3) of another text. So the first note from a new source
 * is whole again, and "ibid." never leads from one source or text to another.
 */
bool nv_note_cite(const nv_registry *registry, const nv_citation *citation,
                  nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                  nv_error *err);

/* The item of the id that nv_note_cite() gives the citation, for a processor
 * and its bibliography: without words and places. NULL with *err as above. */
const nv_csl_item *nv_item_of_cite(const nv_registry *registry,
                                   const nv_citation *citation,
                                   nv_note_style *style, nv_arena *arena,
                                   nv_error *err);

#endif
