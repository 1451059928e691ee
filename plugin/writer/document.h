/* SPDX-License-Identifier: MPL-2.0 */
/* The open Writer document: where a citation would stand, and putting one
 * there.
 *
 * Every call goes to the document of the frame it is given, never to "the
 * current document", and runs on the office's main thread. `frame` is borrowed.
 * `words` is the language of what a person reads (reasons, the name in the Undo
 * menu): the office's own, English for any language but French. */
#ifndef NV_WRITER_DOCUMENT_H
#define NV_WRITER_DOCUMENT_H

#include "css.h"
#include "note/apparatus.h"
#include "note/note.h"
#include "note/note_kind.h"

/* The document of one frame, and what is remembered of it from act to act. Both
 * pointers are borrowed until nv_essay_free(). NULL with *err set
 * (NV_ERROR_MEMORY). A frame in which another document was opened has that one
 * from then on. */
typedef struct nv_essay nv_essay;

nv_essay *nv_essay_new(css_uno_XComponentContext *context,
                       css_frame_XFrame *frame, nv_error *err);
void nv_essay_free(nv_essay *essay); /* NULL is fine */

/* What nv_writer_insert() makes of a citation where a footnote can stand: that,
 * as at first, an endnote, or text in parentheses. Where no Undo is kept, text
 * is a footnote all the same. */
void nv_essay_want_kind(nv_essay *essay, nv_note_kind kind);

typedef enum {
    NV_PLACE_FOOTNOTE, /* in a footnote of its own */
    NV_PLACE_TEXT,     /* as text at the caret: header, footer, frame, note */
    NV_PLACE_NOWHERE   /* read-only, comment, object, protected, Undo locked */
} nv_place;

/* Where a citation would go now. Writes to `why` (`size` bytes with the '\0')
 * one sentence that says why it can't go anywhere; "" for the other places.
 * Changes nothing and cannot fail: an office that does not answer is
 * NV_PLACE_NOWHERE with its reason. */
nv_place nv_writer_place(css_frame_XFrame *frame, nv_tongue words, char *why,
                         size_t size);

/* Whether the document may be changed at all, wherever the caret is; the reason
 * why not goes to `why` as above. */
bool nv_writer_can_write(css_frame_XFrame *frame, nv_tongue words, char *why,
                         size_t size);

/* The language of the text at the caret: that of its paragraph's style, else
 * the document's default, else English. Character formatting does not count: a
 * quotation in another language before the caret changes nothing. */
nv_language nv_writer_language(css_frame_XFrame *frame);

/* Puts the keyboard focus back into the text; does nothing where it can't. */
void nv_writer_focus(css_frame_XFrame *frame);

/* Puts the citation where nv_writer_place() says, as one step of Undo that
 * names the event: the note's text as the style of its language writes it where
 * it stands, with its named character styles and languages, a bookmark around
 * it named as note/citation_name.h says, and, where the name can't hold
 * everything, a document property as note/citation_property.h says. The other
 * citations follow in the same step. What is selected stays in the text and the
 * citation stands after it; the caret ends after the citation, the focus in the
 * text.
 *
 * Returns false with *err set when it fails: NV_ERROR_PLACE (nowhere to put
 * it; the message is the reason), what nv_note_write() and nv_library_style()
 * give, NV_ERROR_LIMIT
 * (what the writer typed is too long to be kept), NV_ERROR_MEMORY or
 * NV_ERROR_UNO. The document is then as it was before the call, and so is Undo;
 * only its list of steps to redo is empty if something was written and taken
 * back. */
bool nv_writer_insert(nv_essay *essay, const nv_means *means,
                      const nv_registry *registry, const nv_citation *citation,
                      nv_tongue words, nv_error *err);

/* Looks through the document and writes those citations anew whose
 * text is not what it should be in these styles (see apparatus.h): after notes
 * were added, moved or deleted, and when another style is chosen. What the
 * writer changed by hand stays, and so does what is not found. One step of
 * Undo, named in `words`; none, and nothing is written, when all are right.
 * Caret, selection and view stay.
 *
 * Takes time in proportion to the notes. Returns false with *err set: as
 * nv_writer_insert(), NV_ERROR_PLACE also where no Undo is kept, or what
 * nv_library_style() gives; the document is then as it was before. *done says
 * what was found, and how much of it was written. */
bool nv_writer_refresh(nv_essay *essay, const nv_means *means, nv_tongue words,
                       nv_refreshed *done, nv_error *err);

#endif
