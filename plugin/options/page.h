/* SPDX-License-Identifier: MPL-2.0 */
/* The page in LibreOffice's options: what packaging/registry/OptionsDialog.xcu
 * names, made from dialogs/options.xdl. */
#ifndef NV_OPTIONS_PAGE_H
#define NV_OPTIONS_PAGE_H

#include "css.h"

/* Makes the object that LibreOffice tells what happens on the page: an owned
 * object, or NULL with *err set. */
void *nv_options_page_new(css_uno_XComponentContext *context, nv_error *err);

#endif
