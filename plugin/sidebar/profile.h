/* SPDX-License-Identifier: MPL-2.0 */
/* Where files lie on disk: paths of the system from URLs of the office. */
#ifndef NV_SIDEBAR_PROFILE_H
#define NV_SIDEBAR_PROFILE_H

#include "css.h"

/* The system path, in UTF-8, of a file: URL; to be freed with free(). NULL with
 * *err set when it has none. That the file exists is not looked at. */
char *nv_system_path(css_uno_XComponentContext *context, const char *url,
                     nv_error *err);

/* The system path of `name`, ASCII and relative, in the folder of the user's
 * profile; to be freed with free(). NULL when it can't be had. */
char *nv_profile_path(css_uno_XComponentContext *context, const char *name);

#endif
