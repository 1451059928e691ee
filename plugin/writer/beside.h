/* SPDX-License-Identifier: MPL-2.0 */
/* What stands right before and behind the caret: for the inside of this room.
 */
#ifndef NV_WRITER_BESIDE_H
#define NV_WRITER_BESIDE_H

#include "writer/caret.h"

enum { NV_CHARACTER_MAX = 8 }; /* bytes of one, with its '\0' */

/* UTF-8; "" where the paragraph begins or ends. */
typedef struct {
    char before[NV_CHARACTER_MAX], after[NV_CHARACTER_MAX];
    char *selected; /* for free(); "": nothing */
} nv_beside;

/* Looks there; what is before the end of the selection is part of it. False
 * with *err set; the caller calls nv_beside_release() either way. err is not
 * NULL. */
bool nv_beside_look(const nv_caret *caret, nv_beside *beside, nv_error *err);
void nv_beside_release(nv_beside *beside);

/* Whether a word put in there would touch another word or mark: it needs a
 * space before it, or behind it. */
bool nv_beside_needs_space_before(const nv_beside *beside);
bool nv_beside_needs_space_behind(const nv_beside *beside);

/* The mark of punctuation behind the caret; 0: there is none. */
char nv_beside_stop(const nv_beside *beside);

typedef enum { NV_STEP_LEFT, NV_STEP_RIGHT } nv_step_way;
typedef enum {
    NV_STEP_STOPS, /* punctuation */
    NV_STEP_MARKS, /* closing quotation marks, with the space before one */
    NV_STEP_ENDS   /* both */
} nv_step_kind;

/* Moves the collapsed cursor over the next character if it is of that kind, and
 * tells whether it did. False once *err is set. */
bool nv_beside_step(css_text_XTextCursor *cursor, nv_step_way way,
                    nv_step_kind kind, nv_error *err);

#endif
