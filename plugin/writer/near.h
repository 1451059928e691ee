/* SPDX-License-Identifier: MPL-2.0 */
/* The citations that stand together, in one note or in one paragraph of the
 * text: for the inside of this room. Nothing else of the document is read, so
 * that a long one costs no more than a short one. */
#ifndef NV_WRITER_NEAR_H
#define NV_WRITER_NEAR_H

#include "css.h"
#include "uno/uno.h"

/* One of them; all owned by its nv_near. */
typedef struct {
    char *name, *text; /* of the bookmark, and what it says: UTF-8 */
    css_text_XTextContent *bookmark;
    css_text_XTextRange *range;
} nv_near_citation;

/* All zero owns nothing. */
typedef struct {
    css_text_XText *text;     /* of the note, or that which holds the paragraph:
                                 body, cell, frame, header */
    css_text_XFootnote *note; /* or endnote; NULL: in the text */
    css_text_XTextRangeCompare *compare; /* of places in `text` */
    nv_near_citation *citations;         /* in their order, none empty */
    size_t count, capacity;
    bool has_objects; /* also what is no text: an image, a field */
} nv_near;

/* Lists those around the start of a range: in its note, all paragraphs of it;
 * else in its paragraph, where of one that goes over several paragraphs only
 * the first and the last know. False with *err set (NV_ERROR_UNO,
 * NV_ERROR_MEMORY); the caller releases it either way. err is not NULL. */
bool nv_near_find(nv_near *near, css_text_XTextRange *range, nv_error *err);

void nv_near_release(nv_near *near);

/* Whether a begins before, at or behind b in the text: -1, 0, 1; likewise where
 * they end. 0 once *err is set. */
int nv_near_starts(const nv_near *near, void *a, void *b, nv_error *err);
int nv_near_ends(const nv_near *near, void *a, void *b, nv_error *err);

/* A cursor from the end of one range to the start of another; owned. */
css_text_XTextCursor *nv_near_between(const nv_near *near,
                                      css_text_XTextRange *from,
                                      css_text_XTextRange *to, nv_error *err);

#endif
