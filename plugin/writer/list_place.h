/* SPDX-License-Identifier: MPL-2.0 */
/* Where the list of works stands in a document: for the inside of this room.
 * Reads, and changes nothing. note/list_name.h says how it is known. */
#ifndef NV_WRITER_LIST_PLACE_H
#define NV_WRITER_LIST_PLACE_H

#include "css.h"
#include "note/list_name.h"
#include "uno/uno.h"

/* One paragraph of it. */
typedef struct {
    css_text_XTextRange *start; /* owned: where it begins, nothing selected */
    char *text;                 /* owned, UTF-8 */
} nv_list_paragraph;

/* All zero is none. Everything is owned. */
typedef struct {
    css_text_XTextContent *first;  /* bookmark of the title; NULL: no list */
    css_text_XTextContent *last;   /* bookmark of the last one; NULL: lost */
    css_text_XText *text;          /* in which it stands */
    nv_list_name name;             /* of `first` */
    nv_list_paragraph *paragraphs; /* the title first */
    size_t count, capacity;
    css_text_XTextRange *end; /* of the last one's text */
    bool has_tail;            /* the writer went on behind it */
    bool is_broken; /* something that is no paragraph stands between its ends:
                       it is left alone */
} nv_list_place;

/* Looks for it: of several, copies among them, the first that is no copy.
 * False with *err set (NV_ERROR_UNO, NV_ERROR_MEMORY); the caller releases it
 * either way. err is not NULL. */
bool nv_list_place_find(nv_list_place *place, css_frame_XModel *model,
                        nv_error *err);

/* The same without its paragraphs: whether there is one. */
bool nv_list_place_is_there(css_frame_XModel *model, nv_error *err);

void nv_list_place_release(nv_list_place *place);

/* A cursor over the text of a paragraph that starts there, and one behind it;
 * owned. */
css_text_XTextCursor *nv_list_place_over(css_text_XText *text,
                                         css_text_XTextRange *start,
                                         nv_error *err);
css_text_XTextCursor *nv_list_place_behind(css_text_XText *text,
                                           css_text_XTextRange *start,
                                           nv_error *err);

#endif
