/* SPDX-License-Identifier: MPL-2.0 */
/* See inputs.h. */
#include "sidebar/inputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/acts.h"
#include "sidebar/essay_list.h"
#include "sidebar/essay_style.h"
#include "sidebar/filter_rows.h"
#include "sidebar/show.h"
#include "sidebar/show_filter.h"

bool nv_panel_leave_editing(nv_panel *panel)
{
    if (!nv_editing_leave(&panel->view.editing))
        return false;
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
    return true;
}

static bool close_form(nv_panel *panel)
{
    if (panel->view.editing.form == NV_FORM_NONE)
        return false;
    panel->view.editing.form = NV_FORM_NONE;
    nv_view_show(&panel->view, NV_SHOW_NOTE);
    return true;
}

/* Empties what is typed for the next citation. Returns false when there was
 * nothing to empty. */
static bool clear(nv_panel *panel)
{
    nv_state *state = &panel->view.state;

    if (state->query.len == 0 && !state->is_passage &&
        state->locator.len == 0 && state->prefix.len == 0 &&
        state->suffix.len == 0)
        return false;
    panel->view.is_busy = true;
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY, "");
    panel->view.is_busy = false;
    nv_state_set_locator(state, "", 0);
    nv_state_set_prefix(state, "", 0);
    nv_state_set_suffix(state, "", 0);
    nv_state_set_query(state, "", 0);
    panel->view.has_around = false;
    nv_troubles_forget_files(&panel->view.troubles);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
    return true;
}

/* What was found is shown again, and may be cited in another place. */
static void search(nv_panel *panel, const char *text)
{
    bool was_editing = nv_panel_leave_editing(panel);

    nv_state_set_query(&panel->view.state, text, strlen(text));
    if (was_editing)
        nv_view_show(&panel->view, NV_SHOW_RESULTS);
    else
        nv_view_show_list(&panel->view);
}

static void set_locator(nv_panel *panel, const char *text)
{
    nv_state_set_locator(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
}

static void set_prefix(nv_panel *panel, const char *text)
{
    nv_state_set_prefix(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_suffix(nv_panel *panel, const char *text)
{
    nv_state_set_suffix(nv_view_shown(&panel->view), text, strlen(text));
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_form(nv_panel *panel, nv_buffer *buffer, const char *text)
{
    nv_buffer_truncate(buffer, 0);
    nv_buffer_add_text(buffer, text);
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

static void set_own(nv_panel *panel, const char *text)
{
    set_form(panel, &panel->view.editing.own, text);
}

void nv_inputs_choose(nv_panel *panel, int row)
{
    nv_panel_forget_outcome(panel);
    nv_panel_leave_editing(panel);
    nv_state_choose(&panel->view.state, row);
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
}

static void choose_wording(nv_panel *panel, int row)
{
    nv_state_choose_wording(nv_view_shown(&panel->view),
                            row > 0 ? (size_t)row : 0);
    nv_view_show(&panel->view, NV_SHOW_EVENT);
}

static void choose_citation(nv_panel *panel, int row)
{
    (void)row;
    nv_essay_list_choose(panel);
}

void nv_inputs_text(nv_panel *panel, nv_control id)
{
    static const struct {
        nv_control id;
        void (*set)(nv_panel *panel, const char *text);
    } fields[] = {
        {NV_CONTROL_QUERY, search},
        {NV_CONTROL_LOCATOR, set_locator},
        {NV_CONTROL_PREFIX, set_prefix},
        {NV_CONTROL_SUFFIX, set_suffix},
        {NV_CONTROL_OWN, set_own},
        {NV_CONTROL_YEARS, nv_filter_rows_years},
    };

    nv_panel_forget_outcome(panel);
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++) {
        char *text = fields[i].id == id
                         ? nv_controls_text(&panel->view.controls, id)
                         : NULL;

        if (text)
            fields[i].set(panel, text);
        free(text);
    }
}

static void tick(nv_panel *panel, nv_control id)
{
    bool is_ticked = nv_controls_is_ticked(&panel->view.controls, id);

    if (id == NV_CONTROL_ESSAY) {
        nv_essay_list_open(panel, is_ticked);
        return;
    }
    if (id == NV_CONTROL_FILTER || id == NV_CONTROL_WITH_WORDING) {
        nv_filter_rows_tick(panel, id, is_ticked);
        return;
    }
    nv_state_want(nv_view_shown(&panel->view), nv_show_part(id), is_ticked);
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

void nv_inputs_item(nv_panel *panel, nv_control id)
{
    static const struct {
        nv_control id;
        void (*choose)(nv_panel *panel, int row);
    } lists[] = {
        {NV_CONTROL_WORDINGS, choose_wording},
        {NV_CONTROL_STYLE, nv_essay_style_choose},
        {NV_CONTROL_CITATIONS, choose_citation},
    };

    const nv_filter_list list = nv_show_filter_list(id);
    const int row = nv_controls_row(&panel->view.controls, id);

    nv_panel_forget_outcome(panel);
    for (size_t i = 0; i < NV_COUNT_OF(lists); i++)
        if (lists[i].id == id) {
            lists[i].choose(panel, row);
            return;
        }
    if (list < NV_FILTER_LISTS)
        nv_filter_rows_choose(panel, list, row);
    else
        tick(panel, id);
}

bool nv_inputs_back(nv_panel *panel)
{
    return close_form(panel) || nv_panel_leave_editing(panel) || clear(panel) ||
           nv_filter_rows_clear(panel);
}
