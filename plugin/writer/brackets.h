/* SPDX-License-Identifier: MPL-2.0 */
/* What stands around a citation in the running text. For the inside of this
 * room. */
#ifndef NV_WRITER_BRACKETS_H
#define NV_WRITER_BRACKETS_H

#include "css.h"
#include "note/apparatus.h"

/* ASCII, static. */
typedef struct {
    const char *before, *behind;
} nv_brackets;

/* Those of a citation in that language at a place of the text: parentheses,
 * unless its style is one for citations in the text and sets its own, and a
 * space before them unless one stands there. */
nv_brackets nv_brackets_at(const nv_means *means, nv_language language,
                           css_text_XText *text, css_text_XTextRange *place,
                           nv_error *err);

#endif
