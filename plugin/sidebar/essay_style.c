/* SPDX-License-Identifier: MPL-2.0 */
/* See essay_style.h. */
#include "sidebar/essay_style.h"

#include <string.h>

#include "sidebar/essay_list.h"
#include "writer/store.h"

/* One that is the same for all languages. */
static const char *id_of(const nv_means *means)
{
    for (size_t i = 1; i < NV_LANGUAGE_COUNT; i++)
        if (strcmp(means->styles[i], means->styles[0]) != 0)
            return "";
    return means->styles[0];
}

static bool are_same(const nv_means *a, const nv_means *b)
{
    size_t i = 0;

    while (i < NV_LANGUAGE_COUNT && strcmp(a->styles[i], b->styles[i]) == 0)
        i++;
    return i == NV_LANGUAGE_COUNT && a->library == b->library;
}

void nv_essay_style_look(nv_panel *panel)
{
    nv_view *view = &panel->view;
    nv_error *trouble = &view->troubles.document;
    nv_means usual, means;

    nv_error_clear(trouble);
    if (!nv_state_means(&view->state, &usual))
        return;
    nv_store_means(panel->essay, &usual, &means, trouble);
    if (are_same(&usual, &means))
        nv_state_follow_document(&view->state, NULL, "");
    else
        nv_state_follow_document(&view->state, means.library, id_of(&means));
}

/* The id of the style in a row; NULL: there is no such row. */
static const char *style_at(const nv_state *state, int row)
{
    if (!state->library || row < 0 ||
        (size_t)row > nv_library_count(state->library))
        return NULL;
    return row > 0 ? nv_library_entry_at(state->library, (size_t)row - 1)->id
                   : "";
}

static bool has_style(nv_panel *panel)
{
    nv_document_store store = {0};
    nv_error err = {0};
    bool is_set =
        nv_writer_read_store(panel->essay, &store, &err) && store.style.is_set;

    nv_document_store_release(&store);
    return is_set;
}

static bool choose(nv_panel *panel, const char *id, nv_error *err)
{
    nv_troubles *troubles = &panel->view.troubles;
    nv_document_style style = {0};
    nv_means means;
    bool is_done;

    if (!nv_state_means(&panel->view.state, &means))
        return false;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = id[0] ? id : nv_library_usual_style((nv_language)i);
    is_done = nv_store_style(&means, id, &style, err) &&
              nv_writer_choose_style(panel->essay, &means, &style,
                                     panel->view.resource.phrases.tongue,
                                     &troubles->refreshed, err);
    nv_document_style_release(&style);
    return is_done;
}

void nv_essay_style_choose(nv_panel *panel, int row)
{
    nv_view *view = &panel->view;
    const char *id = style_at(&view->state, row);

    if (!id)
        return;
    if (!has_style(panel)) {
        nv_stock_choose_style(&panel->stock, view, row);
        return;
    }
    view->is_busy = true;
    view->troubles.is_refreshed = choose(panel, id, &view->troubles.refresh);
    view->is_busy = false;
    if (!panel->frame)
        return;
    nv_editing_forget(&view->editing);
    nv_essay_list_look(panel);
    nv_panel_look(panel);
}
