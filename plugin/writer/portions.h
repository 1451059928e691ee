/* SPDX-License-Identifier: MPL-2.0 */
/* A stretch of one paragraph with all that is in it, on its way to another
 * text: its words, the formatting that stands on them, and its bookmarks. For
 * the inside of this room.
 *
 * Notes go to notes by XTextCopy, which keeps everything; into the running text
 * that can't write. XTransferable would, but it selects in the window, which
 * may show something else, makes a document for each, and gives bookmarks other
 * names. */
#ifndef NV_WRITER_PORTIONS_H
#define NV_WRITER_PORTIONS_H

#include "css.h"
#include "uno/uno.h"

typedef struct {
    sal_Int32 from, to; /* characters, a pair of surrogates being one */
    css_beans_PropertyValue_seq look; /* owned: what is set on the words */
} nv_portion;

typedef struct {
    rtl_uString *name; /* owned */
    sal_Int32 from, to;
} nv_portion_mark;

/* All zero is empty. */
typedef struct {
    rtl_uString *text; /* owned */
    sal_Int32 len;     /* characters */
    nv_portion *portions;
    nv_portion_mark *marks;
    size_t count, capacity, mark_count, mark_capacity;
    bool wants_marks_only;
    bool is_plain; /* false: more than a paragraph, or something that is no text
                      (a field, an image, a recorded change): it can't be moved
                      so */
} nv_portions;

/* Takes what a text or a cursor holds; the document stays as it is. False with
 * *err set; the caller releases it either way. err is not NULL. */
bool nv_portions_take(nv_portions *portions, void *range, nv_error *err);

/* The same of its bookmarks alone, whatever else is in it: their places count
 * the end of a paragraph, a field and the like as one character, as a cursor
 * does. */
bool nv_portions_take_marks(nv_portions *portions, void *range, nv_error *err);

void nv_portions_release(nv_portions *portions);

/* Gives the words that begin `offset` characters behind the start of `whole`,
 * and are the same, their look. Does nothing once *err is set, as below. */
void nv_portions_format(const nv_portions *portions, css_text_XText *text,
                        css_text_XTextRange *whole, sal_Int32 offset,
                        nv_error *err);

/* Takes the bookmarks away from where they stand, before their text goes: Undo
 * does not bring back every one that went with its text. */
void nv_portions_unmark(const nv_portions *portions, css_frame_XModel *model,
                        nv_error *err);

/* Puts the bookmarks there, when those they come from are gone. One that is
 * still there (around a recorded deletion) keeps its name, and this one is its
 * copy; one that holds nothing any more goes. */
void nv_portions_mark(const nv_portions *portions, css_frame_XModel *model,
                      css_text_XText *text, css_text_XTextRange *whole,
                      sal_Int32 offset, nv_error *err);

#endif
