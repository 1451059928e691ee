/* SPDX-License-Identifier: MPL-2.0 */
/* LibreOffice's configuration. */
#ifndef NV_SIDEBAR_CONFIGURATION_H
#define NV_SIDEBAR_CONFIGURATION_H

#include "css.h"

/* The node of that path ("/org.openoffice.Setup/L10N", ASCII), to be read or
 * to be changed: what it holds are the object's properties. Owned; NULL with
 * *err set. */
css_uno_XInterface *nv_configuration_open(css_uno_XComponentContext *context,
                                          const char *path, bool is_to_change,
                                          nv_error *err);

#endif
