/* SPDX-License-Identifier: MPL-2.0 */
/* Keys that the panel keeps to itself while it has the focus. A key listener of
 * a control hears of a key when it is done with: what the control has no use
 * for has by then gone on to the menu, and Ctrl+Enter has broken the page. */
#ifndef NV_SIDEBAR_KEY_GUARD_H
#define NV_SIDEBAR_KEY_GUARD_H

#include "css.h"

typedef struct nv_key_guard nv_key_guard;

/* A guard at rest, owned by the caller; NULL with *err set. `take` says whether
 * a key is the panel's, and nobody else gets it then; it is called in the
 * middle of the office's own work, so what it does must wait. `self` and
 * `holder` as in listener.h. */
nv_key_guard *nv_key_guard_new(css_uno_XComponentContext *context,
                               bool (*take)(void *self,
                                            const css_awt_KeyEvent *event),
                               void *self, void *holder, nv_error *err);

/* Begins or ends to listen, with the focus. A second time does nothing. NULL is
 * fine, here and below. */
void nv_key_guard_set(nv_key_guard *guard, bool is_on);

void nv_key_guard_free(nv_key_guard *guard);

#endif
