/* SPDX-License-Identifier: MPL-2.0 */
/* How the shapes of a timeline look: as we draw them at first, then as the
 * writer wants them. For the inside of this room. */
#ifndef NV_WRITER_TIMELINE_LOOKS_H
#define NV_WRITER_TIMELINE_LOOKS_H

#include "css.h"
#include "note/timeline.h"
#include "uno/uno.h"

typedef enum {
    NV_LOOK_LINE,
    NV_LOOK_LINE_COLOR,
    NV_LOOK_LINE_WIDTH,
    NV_LOOK_FILL,
    NV_LOOK_FILL_COLOR,
    NV_LOOK_FILL_TRANSPARENCE,
    NV_LOOK_FONT,
    NV_LOOK_HEIGHT,
    NV_LOOK_WEIGHT,
    NV_LOOK_SLANT,
    NV_LOOK_COLOR,
    NV_LOOK_COUNT
} nv_look_part;

/* One shape's; what is void is left to the office. */
typedef struct {
    uno_Any parts[NV_LOOK_COUNT];
} nv_look;

/* Of a timeline that is drawn for the first time in a text of that font. */
typedef struct {
    nv_look of[NV_TIMELINE_ROLE_COUNT];
} nv_first_looks;

/* Takes font and size from the text at a place. False with *err set; the caller
 * releases them either way. */
bool nv_first_looks_find(nv_first_looks *looks, css_text_XTextRange *at,
                         nv_error *err);
void nv_first_looks_release(nv_first_looks *looks);

/* Of a timeline that stands in the document. All zero is none. */
typedef struct nv_worn_look nv_worn_look;
typedef struct {
    nv_worn_look *looks;
    size_t count, capacity;
} nv_worn_looks;

/* Reads them from its group: shapes are known by their names, and where a
 * filter lost these (DOCX) by what stands before them. False with *err set; the
 * caller releases them either way. */
bool nv_worn_looks_read(nv_worn_looks *worn, css_drawing_XShapes *group,
                        nv_error *err);
void nv_worn_looks_release(nv_worn_looks *worn);

/* The look of a role: of the event whose title is drawn in these words (NULL:
 * of any), else of the first shape of that role, else the first look. Borrowed
 * from either. */
const nv_look *nv_look_of(const nv_worn_looks *worn,
                          const nv_first_looks *first, nv_timeline_role role,
                          const char *title);

/* Gives it to a shape. */
void nv_look_set(const nv_look *look, css_drawing_XShape *shape,
                 nv_timeline_role role, nv_error *err);

/* "nvt1_date" …: what the shapes of a role are called; static ASCII. */
const char *nv_timeline_role_name(nv_timeline_role role);

#endif
