/* SPDX-License-Identifier: MPL-2.0 */
/* The named character styles of our notes, one for each look. Their names are
 * written into documents: they never change, and the writer may restyle them.
 *
 * A run has one of them. Where it has two looks, a quotation with a title in
 * it, the first in the order of the table is its style and the rest is set on
 * the run itself: Word knows one character style a run, and a style for each of
 * several hundred combinations would help nobody. */
#ifndef NV_WRITER_STYLES_H
#define NV_WRITER_STYLES_H

#include "css.h"
#include "note/note.h"
#include "uno/uno.h"

enum { NV_STYLE_COUNT = 9 };

/* All zero owns nothing. */
typedef struct {
    css_container_XNameContainer *family;      /* of the document */
    css_style_XStyle *missing[NV_STYLE_COUNT]; /* made, not inserted yet */
} nv_styles;

/* The styles of a kind ("CharacterStyles", "ParagraphStyles") that the document
 * has, owned; NULL with *err set. */
css_container_XNameContainer *
nv_styles_family(css_frame_XModel *model, rtl_uString *name, nv_error *err);

/* Whether a style of that name is there; and puts one in, within an act. */
bool nv_styles_has(css_container_XNameContainer *family, const char *name,
                   nv_error *err);
void nv_styles_insert(css_container_XNameContainer *family, const char *name,
                      css_style_XStyle *style, nv_error *err);

/* Finds the styles of the document, then which ones a note needs and the
 * document lacks, and makes those ready: for as many notes as are to be
 * written. The document stays as it is. Each returns false with *err set when
 * the office fails; the caller releases *styles either way. err is not NULL. */
bool nv_styles_find(nv_styles *styles, css_frame_XModel *model, nv_error *err);
bool nv_styles_prepare(nv_styles *styles, css_frame_XModel *model,
                       const nv_note *note, nv_error *err);

/* Adds the missing ones to the document, unless another citation of the same
 * act has: part of the act, undone with it. */
void nv_styles_add(nv_styles *styles, nv_error *err);

void nv_styles_release(nv_styles *styles);

/* Gives a range of text the style and what else a run's format says; plain text
 * stays as the paragraph has it. */
void nv_styles_mark(void *range, unsigned format, nv_error *err);

/* Takes all that from a range again, so that what is written in its place does
 * not go on in the style of its first character. */
void nv_styles_clear(void *range, nv_error *err);

#endif
