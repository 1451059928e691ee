/* SPDX-License-Identifier: MPL-2.0 */
/* See keep.h. */
#include "sidebar/keep.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "sidebar/profile.h"

void nv_keep_open(nv_panel *panel)
{
    char *folder = nv_profile_path(panel->context, "noteverbale");
    char *path = nv_profile_path(panel->context, "noteverbale/desk.txt");

    if (folder)
        mkdir(folder, 0777); /* it may be there; if not, writing will tell */
    nv_desk_init(&panel->desk, path);
    free(folder);
    free(path);
}

/* The list, and what is wrong, unless that was told before. */
static void show(nv_panel *panel)
{
    nv_view *view = &panel->view;

    if (panel->desk.trouble.code != NV_OK && !panel->is_desk_told) {
        view->troubles.desk = &panel->desk;
        panel->is_desk_told = true;
    }
    nv_state_use_desk(&view->state, &panel->desk);
    nv_view_show(view, NV_SHOW_RESULTS);
}

void nv_keep_look(nv_panel *panel)
{
    if (nv_desk_look(&panel->desk))
        show(panel);
}

void nv_keep_cited(nv_panel *panel, const nv_buffer *id)
{
    nv_desk_cite(&panel->desk, id->text);
    show(panel);
}

void nv_keep_star(nv_panel *panel)
{
    const nv_state *shown = nv_view_shown(&panel->view);
    nv_buffer id = NV_BUFFER_INIT;

    nv_desk_add_event(&id, shown->registry, shown->event->id);
    nv_desk_star(&panel->desk, id.text,
                 !nv_desk_is_starred(&panel->desk, id.text));
    nv_buffer_release(&id);
    show(panel);
}
