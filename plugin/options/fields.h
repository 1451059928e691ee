/* SPDX-License-Identifier: MPL-2.0 */
/* Between the settings and the controls of the options page. Main thread
 * only. */
#ifndef NV_OPTIONS_FIELDS_H
#define NV_OPTIONS_FIELDS_H

#include "options/settings_file.h"
#include "options/window.h"

/* Fills the list of styles; the other lists have their rows from the .xdl. */
void nv_fields_open(css_uno_XComponentContext *context,
                    css_awt_XWindow *window);

/* Shows the values; a setting without one stays as it is shown. */
void nv_fields_show(css_uno_XComponentContext *context, css_awt_XWindow *window,
                    const nv_setting_values *values);

/* Reads what is shown. A setting that the page does not show, or a chosen style
 * that is not there any more and was not replaced, has no value. */
void nv_fields_read(css_uno_XComponentContext *context, css_awt_XWindow *window,
                    nv_setting_values *values);

#endif
