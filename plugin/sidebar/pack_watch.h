/* SPDX-License-Identifier: MPL-2.0 */
/* Tells when extensions are installed or removed while the office runs: packs
 * may have come or gone with them. On the main thread only. */
#ifndef NV_SIDEBAR_PACK_WATCH_H
#define NV_SIDEBAR_PACK_WATCH_H

#include "css.h"

typedef struct nv_pack_watch nv_pack_watch;

/* Runs `changed(self)` on the main thread, soon after each change, until
 * nv_pack_watch_free(). NULL when memory runs out or the office has no manager
 * of extensions: then nothing is told. `context` is borrowed for the call. */
nv_pack_watch *nv_pack_watch_new(css_uno_XComponentContext *context,
                                 void (*changed)(void *self), void *self);

/* Also from within `changed`. NULL is fine. */
void nv_pack_watch_free(nv_pack_watch *watch);

#endif
