/* SPDX-License-Identifier: MPL-2.0 */
/* Which style notes are written in. Plain C: no UNO. */
#ifndef NV_SIDEBAR_FIND_STYLE_H
#define NV_SIDEBAR_FIND_STYLE_H

#include "sidebar/state.h"

/* Sets what state.h says of the style in use: the one chosen, else, or where
 * that can't be had, the one of the note's language. */
void nv_find_style(nv_state *state);

#endif
