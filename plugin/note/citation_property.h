/* SPDX-License-Identifier: MPL-2.0 */
/* The document property that belongs to a citation: what the writer chose and
 * the citation's name (note/citation_name.h) has no room for.
 *
 * This is a file format, like the name. The property is user-defined, of type
 * text, and called "NoteVerbale." followed by the six characters of the name's
 * random tail; the name then has "p" before its checksum. It is written once,
 * with the citation, and never changed: Undo does not reach properties. One
 * that no citation names is harmless. The value is at most 255 bytes of UTF-8.
 * Version 1 has five fields parted by '|', of which all but the first may be
 * empty:
 *
 *   1|article|4|frus-v-512|2
 *   |  |      |  |         +- number of the date variant printed, from 1 on,
 *   |  |      |  |            decimal; empty: the event's own date
 *   |  |      |  +- key of the source chosen by hand, unique in the event
 *   |  |      +- value of the locator, as typed; empty for "preamble"
 *   |  +- label of the locator (note/locator.h)
 *   +- version of the format
 *
 * Version 2 has two fields more, and is written only when one of them says
 * anything; all others stay version 1:
 *
 *   2|article|4|frus-v-512|2|see|on the refusal
 *                            |   +- the writer's words behind the citation
 *                            +- and those before it, as typed
 *
 * '%', '|' and ASCII control characters inside a field are written as '%' and
 * two upper case hexadecimal digits. */
#ifndef NV_NOTE_CITATION_PROPERTY_H
#define NV_NOTE_CITATION_PROPERTY_H

#include "base/arena.h"
#include "note/note.h"

enum { NV_CITATION_PROPERTY_MAX = 255 /* bytes of a value */ };

#define NV_CITATION_PROPERTY_PREFIX "NoteVerbale."

/* Whether the writer chose anything that the name can't hold. */
bool nv_citation_property_is_needed(const nv_citation *citation);

/* Writes the value and its '\0' to `text`. Returns false with *err set to
 * NV_ERROR_LIMIT, and leaves "", if it is longer than a property may be; the
 * sentence says what to shorten. */
bool nv_citation_property_write(const nv_citation *citation,
                                char text[NV_CITATION_PROPERTY_MAX + 1],
                                nv_error *err);

/* Reads a value of a document (untrusted, `len` bytes) into the locator,
 * source, date variant, prefix and suffix of *citation; the rest of it is left.
 * Texts are in the arena; those that are empty become NULL, but for the value
 * of a locator. Strict: what nv_citation_property_write() would not have
 * written byte for byte gives false, as does a lack of memory; *citation is
 * then as before.
 */
bool nv_citation_property_read(const char *text, size_t len, nv_arena *arena,
                               nv_citation *citation);

#endif
