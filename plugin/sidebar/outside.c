/* SPDX-License-Identifier: MPL-2.0 */
/* See outside.h. */
#include "sidebar/outside.h"

#include "sidebar/essay_list.h"
#include "sidebar/from_text.h"
#include "sidebar/keep.h"
#include "writer/watch.h"

void nv_outside_look(nv_panel *panel)
{
    panel->is_stale = false;
    nv_stock_look(&panel->stock, &panel->view);
    nv_keep_look(panel);
    if (!panel->is_stale || !panel->frame)
        return;
    nv_essay_list_look(panel);
    nv_panel_look(panel);
    nv_pages_renew(panel);
}

void nv_outside_stock(void *self)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->view.is_busy)
        nv_outside_look(panel);
}

void nv_outside_leaving(void *self)
{
    nv_panel *panel = self;

    panel->is_stale = true;
    nv_state_follow_document(&panel->view.state, NULL, "");
    nv_editing_forget(&panel->view.editing);
    nv_pages_forget(panel);
    nv_essay_list_forget(panel);
    nv_essay_forget(panel->essay);
}

const nv_means *nv_outside_means(void *self)
{
    nv_panel *panel = self;

    return panel->frame && !panel->view.is_busy &&
                   nv_panel_means(panel, &panel->watched, NULL)
               ? &panel->watched
               : NULL;
}

void nv_outside_watched(void *self, const nv_refreshed *sum)
{
    nv_panel *panel = self;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);

    if (!panel->frame || panel->view.is_busy)
        return;
    nv_from_text_rest(panel);
    nv_essay_list_tell(panel, sum);
    nv_essay_list_look(panel);
    if (panel->view.is_to_lay_out)
        nv_view_show(&panel->view, NV_SHOW_NOTE);
}
