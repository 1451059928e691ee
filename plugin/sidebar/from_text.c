/* SPDX-License-Identifier: MPL-2.0 */
/* See from_text.h. */
#include "sidebar/from_text.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/settings.h"
#include "writer/paragraph.h"

enum {
    REST = 1000,       /* milliseconds */
    SELECTED_MAX = 80, /* bytes of a name or date */
    SELECTED_WORDS = 8
};

static bool has_words(const char *text)
{
    return text && text[strspn(text, " \t\r\n")] != '\0';
}

static void show(nv_panel *panel, const char *text)
{
    nv_view *view = &panel->view;

    nv_panel_leave_editing(panel);
    nv_state_from_text(&view->state, text, strlen(text));
    view->is_busy = true;
    nv_controls_set_text(&view->controls, NV_CONTROL_QUERY, "");
    view->is_busy = false;
    nv_view_show(view, NV_SHOW_RESULTS);
}

bool nv_from_text_show(nv_panel *panel)
{
    char *text = nv_writer_paragraph(panel->frame);
    const bool is_there = has_words(text);

    if (is_there)
        show(panel, text);
    free(text);
    return is_there;
}

/* After a rest. */

/* Whether the list may be taken for suggestions: the writer asked for nothing
 * else. */
static bool is_free(const nv_panel *panel)
{
    return panel->frame && !panel->view.is_busy &&
           panel->view.state.query.len == 0 &&
           panel->view.editing.mode == NV_MODE_SEARCH;
}

static bool is_known(const nv_state *state, const char *text)
{
    return state->is_passage && strcmp(state->passage.text, text) == 0;
}

static void suggest(void *data)
{
    nv_panel *panel = data;
    NV_UNO_OWNED void *held = nv_uno_acquire(panel->holder);
    char *text = is_free(panel) ? nv_writer_paragraph(panel->frame) : NULL;

    if (has_words(text) && !is_known(&panel->view.state, text))
        show(panel, text);
    free(text);
}

void nv_from_text_rest(nv_panel *panel)
{
    if (!is_free(panel) ||
        !nv_settings_is(panel->context, NV_SETTING_FROM_TEXT, "yes")) {
        nv_uno_timer_stop(panel->from_text);
        return;
    }
    if (!panel->from_text)
        panel->from_text =
            nv_uno_timer_new(panel->context, suggest, panel, NULL);
    nv_uno_timer_start(panel->from_text, REST);
}

/* What is selected. */

static bool is_name_or_date(const char *text)
{
    size_t words = 1;

    if (!has_words(text) || strlen(text) > SELECTED_MAX ||
        strpbrk(text, "\r\n\t"))
        return false;
    for (const char *at = text; *at; at++)
        words += *at == ' ';
    return words <= SELECTED_WORDS;
}

void nv_from_text_search_selected(nv_panel *panel)
{
    char *text;

    nv_panel_look(panel);
    if (panel->view.editing.mode != NV_MODE_SEARCH)
        return;
    text = nv_writer_selection(panel->frame);
    if (text && is_name_or_date(text))
        nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY, text);
    free(text);
}
