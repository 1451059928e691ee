/* SPDX-License-Identifier: MPL-2.0 */
/* Where the extension lies on disk, and others. */
#ifndef NV_SIDEBAR_EXTENSION_H
#define NV_SIDEBAR_EXTENSION_H

#include "base/buffer.h"
#include "css.h"

#define NV_EXTENSION_ID "org.noteverbale.NoteVerbale"
#define NV_EXTENSION_URL "vnd.sun.star.extension://" NV_EXTENSION_ID

/* The system path, in UTF-8, of a file of the extension; `name` is ASCII,
 * relative to its root. To be freed with free(); NULL with *err set. That the
 * file exists is not looked at. */
char *nv_extension_path(css_uno_XComponentContext *context, const char *name,
                        nv_error *err);

/* The URL of such a file; owned. NULL with *err set. */
rtl_uString *nv_extension_url(css_uno_XComponentContext *context,
                              const char *name, nv_error *err);

/* Adds the system paths of the folders of all other extensions, each with its
 * '\0', in the order of their identifiers. One that can't be found is passed
 * over. */
void nv_extension_add_others(css_uno_XComponentContext *context,
                             nv_buffer *paths);

#endif
