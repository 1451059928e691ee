/* SPDX-License-Identifier: MPL-2.0 */
/* A paragraph for what stands in one of its own: for the inside of this room.
 */
#ifndef NV_WRITER_ROOM_H
#define NV_WRITER_ROOM_H

#include "css.h"
#include "uno/uno.h"

/* The paragraph at the caret where it is empty, or a new one behind it: its
 * beginning, owned. NULL with *err set. */
css_text_XTextRange *nv_room_make(css_text_XText *text,
                                  css_text_XTextRange *caret, nv_error *err);

#endif
