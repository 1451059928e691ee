/* SPDX-License-Identifier: MPL-2.0 */
/* The citation styles of this office: ours and the published ones, which came
 * with the extension, and those that lie in the folder noteverbale/styles of
 * the user's profile. Looked for when a panel is first shown, and again when
 * they have changed. On the main thread only. */
#ifndef NV_SIDEBAR_STYLE_STORE_H
#define NV_SIDEBAR_STYLE_STORE_H

#include "css.h"
#include "sidebar/style_set.h"

/* The styles as they are now: those of the last time while nothing has changed,
 * which costs a few looks at the disk.
 *
 * The caller gives the set back to nv_style_set_release(). NULL with *err set,
 * NV_ERROR_MEMORY or NV_ERROR_UNO, when the extension can't be found. */
nv_style_set *nv_style_store_take(css_uno_XComponentContext *context,
                                  nv_error *err);

#endif
