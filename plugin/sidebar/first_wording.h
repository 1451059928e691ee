/* SPDX-License-Identifier: MPL-2.0 */
/* Which words an event starts with. Plain C: no UNO. */
#ifndef NV_SIDEBAR_FIRST_WORDING_H
#define NV_SIDEBAR_FIRST_WORDING_H

#include "sidebar/state.h"

/* The wording that the chosen event starts with, 1-based in its list; 0: none.
 * nv_state_choose() says which. */
size_t nv_first_wording(const nv_state *state);

#endif
