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

/* The id of an event's item: "PACK:ID", in the arena; NULL without memory. */
const char *nv_item_id(const nv_registry *registry, const nv_event *event,
                       nv_arena *arena);

/* The event as it stands in a bibliography: its document, date and source,
 * without words or places. NULL with *err: NV_ERROR_ARGUMENT as
 * nv_note_write(), NV_ERROR_MEMORY. The item is in the arena and borrows
 * nothing. */
const nv_csl_item *nv_item_of_event(const nv_registry *registry,
                                    const nv_event *event, nv_note_style *style,
                                    nv_arena *arena, nv_error *err);

/* A citation as a cite of that event: *cite has item, as, locator, label, and
 * for a published style the suffix that says where words were read ("quoted in
 * ..."). Everything it points to is in the arena. False with *err as
 * nv_note_write().
 *
 * cite->item is the id of the event, and its item is the one above. Words of
 * another text than the event's document have an id of their own, and their
 * item, for the processor too, is cite->as. */
bool nv_note_cite(const nv_registry *registry, const nv_citation *citation,
                  nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                  nv_error *err);

/* Where the cite of each note stands among those before it, as
 * nv_csl_cite.position wants it: mostly computed by the processor, which goes
 * by the event alone. But a place in a source that no note of the event has
 * named yet wants the whole note again, and "ibid." may not lead from one
 * source to another, nor from words read elsewhere to the document. positions[]
 * has room for `count`. False without memory, which is taken from the arena. */
bool nv_notes_find_positions(const nv_noted noted[], size_t count,
                             nv_arena *arena, nv_csl_position positions[]);

#endif
