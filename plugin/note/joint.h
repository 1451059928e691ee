/* SPDX-License-Identifier: MPL-2.0 */
/* What stands around a citation in its note, and what follows from it. For the
 * files of this room only; nv_note_is_joint() is in note.h. */
#ifndef NV_NOTE_JOINT_H
#define NV_NOTE_JOINT_H

#include "note/note.h"

/* Whether two citations of one note are joined by what stands between them: by
 * nv_note_is_joint(), or by space alone where a mark that the style wants has
 * moved into quotation marks at the end of `text`, which the first says, or
 * where the writer's own words have it: the suffix of the first, the prefix of
 * the second. Without words of the writer these are NULL. */
bool nv_joint_joins(const nv_note_style *style, const char *text,
                    const char *suffix, const char *between,
                    const char *prefix);

/* Whether a sentence goes on in what stands behind a citation up to the next
 * one, or the end of the note: not at the end, of a line or paragraph either,
 * nor where space comes before a capital. */
bool nv_joint_is_open(const char *after);

/* Whether a sentence has begun in what stands before a citation, from the one
 * before it or the beginning of the note on: a word without its end. "Cf." ends
 * none. */
bool nv_joint_is_inside(const char *before);

#endif
