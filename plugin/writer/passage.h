/* SPDX-License-Identifier: MPL-2.0 */
/* Quoted words in the text, within an act of somebody else's: for the inside of
 * this room. They are written, or stand there already; a bookmark is put around
 * them (note/quoted_name.h), and a cursor to where the call of the note
 * belongs. */
#ifndef NV_WRITER_PASSAGE_H
#define NV_WRITER_PASSAGE_H

#include "note/quoting.h"
#include "writer/beside.h"
#include "writer/locales.h"

/* All zero owns nothing. */
typedef struct {
    const char *language; /* of the paragraph, static */
    bool has_stop;        /* punctuation goes on behind the caret */
    bool needs_space_before, needs_space_behind;
    nv_locales locales;
    css_text_XTextContent *bookmark; /* not inserted yet */
    bool is_call_inside;             /* known once they are there */
} nv_passage;

/* Makes the bookmark ready; the document stays as it is. `tail`: of the
 * citation's name. False with *err set; the caller releases it either way. err
 * is not NULL. */
bool nv_passage_prepare(nv_passage *passage, const nv_caret *caret,
                        const nv_beside *beside, nv_language language,
                        const char *tail, nv_error *err);

/* Writes the words at the collapsed cursor, each run in its language, and moves
 * the cursor to the place of the call. Does nothing once *err is set, as below.
 */
void nv_passage_write(nv_passage *passage, const nv_quoted *quoted,
                      css_text_XText *text, css_text_XTextCursor *cursor,
                      nv_error *err);

/* Takes the words that are selected, which say the same; those of `quoted` are
 * not written. */
void nv_passage_take(nv_passage *passage, const nv_quoted *quoted,
                     const nv_caret *caret, css_text_XText *text,
                     css_text_XTextCursor *cursor, nv_error *err);

/* Where the writer goes on: behind the words and behind the call, which the
 * cursor is behind. Owned. */
css_text_XTextRange *nv_passage_end(const nv_passage *passage,
                                    css_text_XTextCursor *call, nv_error *err);

void nv_passage_release(nv_passage *passage);

#endif
