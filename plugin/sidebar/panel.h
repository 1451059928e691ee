/* SPDX-License-Identifier: MPL-2.0 */
/* The panel of one window: copies between its state and its controls, and asks
 * the writer's room to insert. Main thread only. */
#ifndef NV_SIDEBAR_PANEL_H
#define NV_SIDEBAR_PANEL_H

#include "sidebar/controls.h"
#include "sidebar/deeds.h"

typedef struct nv_panel nv_panel;

/* Takes over the window that was made from panel.xdl for a frame: opens the
 * packs if they are not open yet (a damaged one is told in the panel and is no
 * failure here) and listens to the controls. `holder` is the object of ours
 * that owns the panel: it is kept alive while the panel works on an event. It,
 * `context`, `frame` and `sidebar`, which is asked for more height, are
 * borrowed until nv_panel_free(); `sidebar` may be NULL.
 *
 * Returns a panel the caller owns, or NULL with *err set: NV_ERROR_MEMORY, or
 * NV_ERROR_UNO when the window lacks a control. */
nv_panel *nv_panel_new(css_uno_XComponentContext *context,
                       css_frame_XFrame *frame, css_ui_XSidebar *sidebar,
                       css_awt_XWindow *window, void *holder, nv_error *err);

/* The window goes away: stops listening and lets go of every control. What the
 * panel is just doing, it does to no window. A second time does nothing. NULL
 * is fine. */
void nv_panel_close(nv_panel *panel);

/* Closes it and gives it back; not from within an event of the panel, which
 * the holder's life takes care of. NULL is fine. */
void nv_panel_free(nv_panel *panel);

/* Does something with the citations of the frame's document, or says in the
 * panel of that frame what stands in the way. Returns false when it has no
 * panel. */
bool nv_panel_do(css_frame_XFrame *frame, nv_deed deed);

/* All open panels look at packs, styles and settings again, as after the
 * options were changed. */
void nv_panels_look(void);

/* Shows the search in the panel of a frame, if a page is shown in its place.
 */
void nv_panel_show_search(css_frame_XFrame *frame);

/* The controls that are shown, borrowed, for the layout. */
const nv_controls *nv_panel_controls(const nv_panel *panel);

/* Searches for the name or date that is selected in the frame's document, if
 * there is one; see from_text.h. */
void nv_panel_search_selected(css_frame_XFrame *frame);

#endif
