/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel follows that comes from outside of it: packs, styles and
 * settings on disk, and the document while the writer pauses. `self` is the
 * panel, here as in what nv_stock, nv_pack_watch and nv_essay_watch() call. */
#ifndef NV_SIDEBAR_OUTSIDE_H
#define NV_SIDEBAR_OUTSIDE_H

#include "sidebar/panel_parts.h"

/* Looks at packs, styles and settings; after some came or went, what borrowed
 * from them is looked up again. */
void nv_outside_look(nv_panel *panel);

/* The deck is shown, or extensions were installed or removed. */
void nv_outside_stock(void *self);

/* Packs or styles are about to go. */
void nv_outside_leaving(void *self);

/* What the document is worked out from while the writer pauses; NULL: not now.
 */
const nv_means *nv_outside_means(void *self);

/* The document was worked out. */
void nv_outside_watched(void *self, const nv_refreshed *sum);

#endif
