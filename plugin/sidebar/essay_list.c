/* SPDX-License-Identifier: MPL-2.0 */
/* See essay_list.h. */
#include "sidebar/essay_list.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/say.h"
#include "sidebar/show.h"
#include "writer/edit.h"

/* The chosen citation; NULL: none is. */
static const nv_surveyed *chosen(const nv_panel *panel)
{
    int row = nv_controls_row(&panel->view.controls, NV_CONTROL_CITATIONS);

    if (!panel->survey || row < 0 ||
        (size_t)row >= nv_survey_count(panel->survey))
        return NULL;
    return nv_survey_at(panel->survey, (size_t)row);
}

/* List boxes count their rows in 16 bits. */
static size_t row_count(const nv_survey *survey)
{
    const size_t count = survey ? nv_survey_count(survey) : 0;

    return count < SAL_MAX_INT16 ? count : SAL_MAX_INT16;
}

static void show_rows(nv_panel *panel)
{
    nv_view *view = &panel->view;
    int row = nv_controls_row(&view->controls, NV_CONTROL_CITATIONS);
    const int count = (int)row_count(panel->survey);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    rows = nv_uno_string_seq_new(NULL, count);

    for (int i = 0; i < nv_uno_string_seq_len(rows); i++) {
        const nv_surveyed *at = nv_survey_at(panel->survey, (size_t)i);
        nv_buffer text = NV_BUFFER_INIT;

        nv_say_citation(&text, &view->resource.phrases, at->note, at->state,
                        at->text);
        nv_uno_string_seq_at(rows)[i] = nv_uno_string(text.text);
        nv_buffer_release(&text);
    }
    view->is_busy = true;
    nv_controls_set_rows(&view->controls, NV_CONTROL_CITATIONS, rows);
    if (count > 0)
        nv_controls_select(&view->controls, NV_CONTROL_CITATIONS,
                           row < 0       ? 0
                           : row < count ? row
                                         : count - 1);
    view->is_busy = false;
}

void nv_essay_list_tell(nv_panel *panel, const nv_refreshed *sum)
{
    nv_view *view = &panel->view;
    nv_buffer text = NV_BUFFER_INIT;

    nv_say_attention(&text, &view->resource.phrases, sum);
    view->is_to_lay_out |= nv_show_attention(&view->controls, text.text);
    nv_buffer_release(&text);
}

void nv_essay_list_choose(nv_panel *panel)
{
    const nv_surveyed *at = chosen(panel);
    nv_buffer text = NV_BUFFER_INIT;

    if (at)
        nv_say_both(&text, &panel->view.resource.phrases, at->text, at->wanted,
                    at->trouble);
    nv_controls_set_text(&panel->view.controls, NV_CONTROL_CHANGE, text.text);
    nv_controls_enable(&panel->view.controls, NV_CONTROL_ANEW,
                       at && at->citation && at->state != NV_STANDING_RIGHT);
    nv_buffer_release(&text);
}

void nv_essay_list_forget(nv_panel *panel)
{
    nv_survey_free(panel->survey);
    panel->survey = NULL;
}

void nv_essay_list_look(nv_panel *panel)
{
    nv_error err = {0};
    nv_means means;
    nv_refreshed sum = {0};

    nv_essay_list_forget(panel);
    if (!panel->view.has_essay)
        return;
    if (nv_panel_means(panel, &means, &err))
        panel->survey = nv_survey_new(panel->essay, &means, &err);
    if (panel->survey) {
        sum = nv_survey_sum(panel->survey);
        nv_essay_list_tell(panel, &sum);
    }
    show_rows(panel);
    nv_essay_list_choose(panel);
    panel->view.troubles.act = err;
}

void nv_essay_list_open(nv_panel *panel, bool is_open)
{
    panel->view.has_essay = is_open;
    nv_essay_list_look(panel);
    nv_view_show(&panel->view, NV_SHOW_NOTE);
}

void nv_essay_list_go(nv_panel *panel)
{
    const nv_surveyed *at = chosen(panel);

    if (!at)
        return;
    nv_panel_forget_outcome(panel);
    if (nv_writer_show(panel->essay, at->name, &panel->view.troubles.act))
        nv_writer_focus(panel->frame);
    nv_panel_look(panel);
}

/* Of a copy of the name: the list is made anew meanwhile. */
void nv_essay_list_write_anew(nv_panel *panel)
{
    nv_view *view = &panel->view;
    const nv_surveyed *at = chosen(panel);
    nv_means means;

    if (!at || !at->citation)
        return;
    nv_panel_forget_outcome(panel);
    view->is_busy = true;
    if (nv_panel_means(panel, &means, &view->troubles.act))
        nv_writer_edit(panel->essay, &means, at->name, at->registry,
                       at->citation, view->resource.phrases.tongue,
                       &view->troubles.act);
    view->is_busy = false;
    if (!panel->frame || view->troubles.act.code != NV_OK) {
        nv_view_show(view, NV_SHOW_NOTE);
        return;
    }
    nv_essay_list_look(panel);
    nv_panel_look(panel);
}
