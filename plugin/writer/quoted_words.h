/* SPDX-License-Identifier: MPL-2.0 */
/* The bookmark around the words in the text that a citation is of
 * (note/quoted_name.h), when the citation changes: for the inside of this room.
 */
#ifndef NV_WRITER_QUOTED_WORDS_H
#define NV_WRITER_QUOTED_WORDS_H

#include "css.h"
#include "uno/uno.h"

/* Lets the words of the citation that was called `before` know that it is now
 * called `after`; NULL: there is none any more, and the words stay as plain
 * text. A copy of a citation has no words of its own. Part of a step; does
 * nothing once *err is set. */
void nv_quoted_words_follow(css_frame_XModel *model, const char *before,
                            const char *after, nv_error *err);

#endif
