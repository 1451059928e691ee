/* SPDX-License-Identifier: MPL-2.0 */
/* The text of a note as Writer holds it: for the inside of this room. */
#ifndef NV_WRITER_RUNS_H
#define NV_WRITER_RUNS_H

#include "css.h"
#include "note/note.h"
#include "writer/locales.h"

/* Puts the note in place of what the cursor spans, with the character styles
 * (see styles.h: they must be there) and languages of its runs; the cursor
 * spans it afterwards. Marks only what differs from the note's own: what is
 * plain keeps the look of the writer's other notes. `language`: of the note,
 * ISO 639-1. Does nothing once *err is set. */
void nv_runs_write(css_text_XText *text, css_text_XTextCursor *cursor,
                   const nv_note *note, const char *language,
                   const nv_locales *locales, nv_error *err);

/* Characters as Writer's cursor counts them: a pair of surrogates is one. */
sal_Int16 nv_runs_count(const char *utf8);

/* A cursor is a range: XTextCursor derives from XTextRange. */
static inline css_text_XTextRange *nv_range_of(css_text_XTextCursor *cursor)
{
    return (css_text_XTextRange *)cursor;
}

#endif
