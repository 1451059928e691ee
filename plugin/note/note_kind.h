/* SPDX-License-Identifier: MPL-2.0 */
/* Where a citation stands. */
#ifndef NV_NOTE_NOTE_KIND_H
#define NV_NOTE_NOTE_KIND_H

typedef enum {
    NV_NOTE_KIND_FOOTNOTE,
    NV_NOTE_KIND_ENDNOTE,
    NV_NOTE_KIND_TEXT,
    NV_NOTE_KIND_COUNT
} nv_note_kind;

#endif
