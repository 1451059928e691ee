/* SPDX-License-Identifier: MPL-2.0 */
/* What the writer has chosen for good, in LibreOffice's own configuration:
 * packaging/registry/Options.xcs says what there is. */
#ifndef NV_SIDEBAR_SETTINGS_H
#define NV_SIDEBAR_SETTINGS_H

#include "css.h"

/* The id of the style chosen, "" while none is; to be freed with free(). NULL
 * when the configuration does not answer or memory runs out. */
char *nv_settings_style(css_uno_XComponentContext *context);

/* Keeps it; false with *err set when the office can't: it then counts until the
 * office ends. */
bool nv_settings_keep_style(css_uno_XComponentContext *context, const char *id,
                            nv_error *err);

#endif
