/* SPDX-License-Identifier: MPL-2.0 */
/* See at_caret.h. */
#include "sidebar/at_caret.h"

#include "writer/edit.h"
#include "writer/quote.h"

static bool look_for_citation(nv_panel *panel, const nv_means *means)
{
    nv_view *view = &panel->view;
    nv_found_citation found = {0};
    nv_error err = {0};
    bool is_there =
        nv_writer_find(panel->essay, means, &found, &err) && found.name;
    const nv_at_caret at = {
        .name = found.name,
        .text = found.text,
        .note = found.note,
        .state = found.state,
        .registry = found.citation.event ? found.registry : NULL,
        .citation = &found.citation,
        .trouble = found.trouble.message,
    };
    bool is_changed =
        nv_editing_find(&view->editing, &view->state, is_there ? &at : NULL);

    nv_found_citation_release(&found);
    return is_changed;
}

static bool look_for_quotation(nv_panel *panel)
{
    nv_view *view = &panel->view;
    const nv_registry *registry = NULL;
    const nv_event *event = NULL;
    nv_error err = {0};
    int quotation = 0;

    if (!nv_writer_selected_quotation(panel->essay, view->state.packs,
                                      &registry, &event, &quotation, &err) ||
        quotation == 0)
        event = NULL;
    return nv_editing_offer(&view->editing, &view->state, registry, event,
                            quotation);
}

bool nv_at_caret_look(nv_panel *panel)
{
    nv_error err = {0};
    nv_means means;
    bool is_changed;

    if (!nv_panel_means(panel, &means, &err))
        return false;
    is_changed = look_for_citation(panel, &means);
    if (panel->view.editing.name.len == 0)
        is_changed |= look_for_quotation(panel);
    return is_changed;
}
