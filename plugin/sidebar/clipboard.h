/* SPDX-License-Identifier: MPL-2.0 */
/* Putting text on the clipboard. */
#ifndef NV_SIDEBAR_CLIPBOARD_H
#define NV_SIDEBAR_CLIPBOARD_H

#include "css.h"

/* Puts a copy of the text, UTF-8, on the clipboard of the desktop, as plain
 * text. False with *err set: NV_ERROR_UNO, NV_ERROR_MEMORY. */
bool nv_clipboard_put(css_uno_XComponentContext *context, const char *text,
                      nv_error *err);

#endif
