/* SPDX-License-Identifier: MPL-2.0 */
/* What moves as one when citations are moved: a note with all that is in it, or
 * a stretch of the running text with the parentheses around it. For the inside
 * of this room; reads, and changes nothing. */
#ifndef NV_WRITER_UNITS_H
#define NV_WRITER_UNITS_H

#include "note/note_kind.h"
#include "writer/census.h"

typedef struct {
    nv_note_kind kind;            /* what it is now */
    nv_language language;         /* of its first citation */
    css_text_XTextContent *note;  /* owned; NULL in the running text */
    css_text_XText *text;         /* owned, as the next two: in which it stands;
                                     NULL of a note */
    css_text_XTextCursor *inside; /* what becomes a note */
    css_text_XTextCursor *outside; /* what goes for it: with the parentheses
                                      around it and the space before */
} nv_unit;

/* All zero is none. */
typedef struct {
    nv_unit *units;
    size_t count;
    size_t elsewhere; /* citations that no note can be made of: in frames,
                         headers, tables */
    bool is_found;    /* the citation that was asked for is among them */
} nv_units;

/* The units with citations of ours, in the order of the document; `name`: only
 * the one with that citation, NULL: all. False with *err set; the caller
 * releases *units either way. err is not NULL.
 *
 * In the text a unit is what stands between the nearest parentheses in the
 * paragraph around a citation; else the citation, with those behind it that
 * only marks and spaces part from it. */
bool nv_units_find(nv_units *units, css_frame_XModel *model,
                   const nv_census *census, const char *name, nv_error *err);

void nv_units_release(nv_units *units);

#endif
