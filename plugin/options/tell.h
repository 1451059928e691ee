/* SPDX-License-Identifier: MPL-2.0 */
/* What the options page says of what was done. Main thread only. */
#ifndef NV_OPTIONS_TELL_H
#define NV_OPTIONS_TELL_H

#include "css.h"

/* Says the sentence under a key of options_*.properties, `value` (may be NULL)
 * in the place of {1}, on the page; "" for the key says nothing any more. */
void nv_tell(css_awt_XWindow *window, const char *key, const char *value);

/* The same in a box that the writer closes, where the page is about to go. */
void nv_tell_in_box(css_awt_XWindow *window, const char *key,
                    const char *value);

#endif
