/* SPDX-License-Identifier: MPL-2.0 */
/* The two lists of files on the options page. Main thread only. */
#ifndef NV_OPTIONS_SHELF_PAGE_H
#define NV_OPTIONS_SHELF_PAGE_H

#include "options/shelf.h"

/* Shows what is there. */
void nv_shelf_page_show(css_uno_XComponentContext *context,
                        css_awt_XWindow *window, nv_shelf shelf);

/* Asks for a file and adds it; removes the one chosen in the list. What became
 * of it is said on the page. Return whether anything changed. */
bool nv_shelf_page_add(css_uno_XComponentContext *context,
                       css_awt_XWindow *window, nv_shelf shelf);
bool nv_shelf_page_remove(css_uno_XComponentContext *context,
                          css_awt_XWindow *window, nv_shelf shelf);

/* Adds a file that is known already. */
bool nv_shelf_page_take(css_uno_XComponentContext *context,
                        css_awt_XWindow *window, nv_shelf shelf,
                        const char *path);

#endif
