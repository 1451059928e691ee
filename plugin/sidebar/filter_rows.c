/* SPDX-License-Identifier: MPL-2.0 */
/* See filter_rows.h. */
#include "sidebar/filter_rows.h"

#include <stdlib.h>

/* The list is found anew, and counted. */
static void search(nv_panel *panel)
{
    nv_panel_leave_editing(panel);
    nv_state_filter(&panel->view.state);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
}

void nv_filter_rows_tick(nv_panel *panel, nv_control id, bool is_ticked)
{
    if (id == NV_CONTROL_WITH_WORDING) {
        panel->view.state.filtering.has_wording = is_ticked;
        search(panel);
        return;
    }
    panel->view.has_filter = is_ticked;
    panel->view.is_folded = true;
    nv_view_show(&panel->view, NV_SHOW_WORDINGS);
}

void nv_filter_rows_choose(nv_panel *panel, nv_filter_list list, int row)
{
    nv_state *state = &panel->view.state;
    nv_pick *picks = malloc(NV_FILTER_ROWS * sizeof *picks);
    int picked;
    const size_t count =
        picks ? nv_filtering_rows(&state->filtering, state->finder, list, picks,
                                  &picked)
              : 0;

    if (row >= 0 && (size_t)row <= count && row != picked) {
        nv_filtering_pick(&state->filtering, list,
                          row > 0 ? &picks[row - 1] : NULL);
        search(panel);
    }
    free(picks);
}

void nv_filter_rows_years(nv_panel *panel, const char *text)
{
    nv_filtering *filtering = &panel->view.state.filtering;
    const int first = filtering->first_year, last = filtering->last_year;

    if (nv_filtering_type_years(filtering, text) &&
        (first != filtering->first_year || last != filtering->last_year))
        search(panel);
}

bool nv_filter_rows_clear(nv_panel *panel)
{
    if (nv_filtering_is_empty(&panel->view.state.filtering))
        return false;
    nv_filtering_clear(&panel->view.state.filtering);
    search(panel);
    return true;
}
