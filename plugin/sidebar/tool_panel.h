/* SPDX-License-Identifier: MPL-2.0 */
/* The panel as LibreOffice's sidebar knows it: an object that has a window and
 * says how high it wants to be. */
#ifndef NV_SIDEBAR_TOOL_PANEL_H
#define NV_SIDEBAR_TOOL_PANEL_H

#include "css.h"

/* Makes the factory of Factories.xcu: an owned object that answers
 * XUIElementFactory, or NULL with *err set. */
void *nv_panel_factory_new(css_uno_XComponentContext *context, nv_error *err);

#endif
