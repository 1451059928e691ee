/* SPDX-License-Identifier: MPL-2.0 */
/* The clipboard of the office. */
#ifndef NV_SIDEBAR_CLIPBOARD_H
#define NV_SIDEBAR_CLIPBOARD_H

#include "css.h"

/* Puts a text there, UTF-8, and the same as HTML, NULL where it has no looks.
 * False with *err set, and the clipboard as it was. */
bool nv_clipboard_put(css_uno_XComponentContext *context, const char *text,
                      const char *html, nv_error *err);

#endif
