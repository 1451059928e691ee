/* SPDX-License-Identifier: MPL-2.0 */
/* What a query was understood to ask for, in words: shown only where it asks
 * for more than words. Plain C: no UNO. */
#ifndef NV_SIDEBAR_UNDERSTOOD_H
#define NV_SIDEBAR_UNDERSTOOD_H

#include "sidebar/state.h"

/* Adds "Understood: party Soviet Union; 1954; without berlin" to `out`;
 * nothing for a query of nothing but words, and while none is typed. */
void nv_say_understood(nv_buffer *out, const nv_phrases *phrases,
                       const nv_state *state);

/* The same of a query as nv_finder_understood() describes it. */
void nv_say_conditions(nv_buffer *out, const nv_phrases *phrases,
                       const char *described);

#endif
