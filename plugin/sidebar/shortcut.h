/* SPDX-License-Identifier: MPL-2.0 */
/* The shortcut of the search command, while the focus is in the panel: there
 * LibreOffice looks up no shortcuts, so the panel does it. */
#ifndef NV_SIDEBAR_SHORTCUT_H
#define NV_SIDEBAR_SHORTCUT_H

#include "css.h"

/* The command that our menu entry and our shortcut stand for. */
#define NV_COMMAND_SEARCH "vnd.noteverbale:search"

/* Whether Writer's shortcuts, as the user set them, give the search command to
 * this key; false too when they can't be asked. */
bool nv_shortcut_is_search(css_uno_XComponentContext *context,
                           const css_awt_KeyEvent *event);

/* The first key of Writer's that runs the search command, as English menus
 * write it ("Ctrl+Alt+N"); to be freed with free(). NULL where there is none,
 * it is no letter, figure or function key, or memory runs out. */
char *nv_shortcut_of_search(css_uno_XComponentContext *context);

#endif
