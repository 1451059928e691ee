/* SPDX-License-Identifier: MPL-2.0 */
/* The controls of a window by their names in its .xdl, as text and numbers. A
 * control that is not there is passed over. Main thread only. */
#ifndef NV_OPTIONS_WINDOW_H
#define NV_OPTIONS_WINDOW_H

#include "css.h"

/* A label. */
void nv_window_set_label(css_awt_XWindow *window, const char *name,
                         const char *text);

/* The row of a list, from 0 on; -1: none. */
int nv_window_row(css_awt_XWindow *window, const char *name);
void nv_window_choose_row(css_awt_XWindow *window, const char *name, int row);

/* Puts other rows into a list, `count` texts; none is chosen. */
void nv_window_fill(css_awt_XWindow *window, const char *name,
                    const char *const rows[], size_t count);

/* A check box. */
bool nv_window_is_ticked(css_awt_XWindow *window, const char *name);
void nv_window_tick(css_awt_XWindow *window, const char *name, bool is_ticked);

/* What the .properties files of the window say under a key, in the office's
 * language, with `value` (may be NULL) in the place of {1}; owned, NULL without
 * memory. A text that is missing is its own key. */
char *nv_window_text(css_awt_XWindow *window, const char *key,
                     const char *value);

#endif
