/* SPDX-License-Identifier: MPL-2.0 */
/* The words of a timeline: for the files of this drawing. */
#ifndef NV_NOTE_TIMELINE_TEXT_H
#define NV_NOTE_TIMELINE_TEXT_H

#include "base/buffer.h"
#include "note/timeline.h"

/* "7 May 1954", « 1er mai 1954 », "4–11 February 1945", "mars 1954": when it
 * was, in the language. */
void nv_timeline_date(nv_buffer *out, const nv_event_date *date,
                      nv_language language);

enum { NV_TIMELINE_LABEL_MAX = 32 }; /* bytes, with the '\0' */

/* "1954", or with `has_month` "May 1954", short. */
void nv_timeline_scale_label(char out[NV_TIMELINE_LABEL_MAX], int year,
                             int month, bool has_month, nv_language language);

/* The part of a title that names the event: what stands before a colon or the
 * parenthesis at its end, and where that is long the name in this parenthesis
 * ("… (Anglo-Soviet Treaty)"). *len: its bytes. Part of `title`. */
const char *nv_timeline_short_title(const char *title, size_t *len);

/* Lines of words. */
typedef struct {
    char *text; /* parted by '\n', in the arena */
    size_t lines;
    int32_t width; /* of the widest */
    bool is_cut;   /* ends with "…" for what had no room */
} nv_timeline_lines;

/* Breaks `len` bytes at spaces into lines of at most `width`, `most` of them.
 * A word that is too wide is cut. False without memory. */
bool nv_timeline_wrap(nv_arena *memory, const nv_timeline_sheet *sheet,
                      nv_timeline_role role, const char *text, size_t len,
                      int32_t width, size_t most, nv_timeline_lines *lines);

#endif
