/* SPDX-License-Identifier: MPL-2.0 */
/* The packs of this office: ours, which came with the extension; those that lie
 * in the folder noteverbale/packs of the user's profile; those that other
 * extensions carry beside their description.xml, in the order of the
 * extensions' identifiers. Opened when a panel is first shown, and again when
 * they have changed. On the main thread only. */
#ifndef NV_SIDEBAR_PACK_STORE_H
#define NV_SIDEBAR_PACK_STORE_H

#include "css.h"
#include "sidebar/pack_set.h"

/* Our own pack, as a person knows it: the path inside the extension. */
#define NV_REGISTRY_FILE "data/registry.xml.gz"

/* The packs as they are now: those of the last time while nothing has changed,
 * which costs a few looks at the disk. Indexes that are made anew are kept in
 * the folder noteverbale/cache of the profile.
 *
 * The caller gives the set back to nv_pack_set_release(). NULL with *err set,
 * NV_ERROR_MEMORY or NV_ERROR_UNO, when the extension can't be found. */
nv_pack_set *nv_pack_store_take(css_uno_XComponentContext *context,
                                nv_error *err);

#endif
