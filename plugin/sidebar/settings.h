/* SPDX-License-Identifier: MPL-2.0 */
/* What the writer has chosen for good (setting.h), in LibreOffice's own
 * configuration. Main thread only. */
#ifndef NV_SIDEBAR_SETTINGS_H
#define NV_SIDEBAR_SETTINGS_H

#include "css.h"
#include "sidebar/setting.h"

/* The value that holds, to be freed with free(): the usual one where none, or
 * one that is not allowed, is kept. NULL when the configuration does not answer
 * or memory runs out. */
char *nv_settings_get(css_uno_XComponentContext *context, nv_setting setting);

/* Whether that value holds. */
bool nv_settings_is(css_uno_XComponentContext *context, nv_setting setting,
                    const char *value);

/* Keeps a value, one that is allowed. False with *err set when the office can't
 * (NV_ERROR_UNO): it may then count until the office ends. */
bool nv_settings_keep(css_uno_XComponentContext *context, nv_setting setting,
                      const char *value, nv_error *err);

#endif
