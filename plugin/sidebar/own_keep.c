/* SPDX-License-Identifier: MPL-2.0 */
/* See own_parts.h: saving and deleting. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sidebar/outside.h"
#include "sidebar/own_parts.h"
#include "sidebar/own_plan.h"
#include "sidebar/own_store.h"
#include "writer/survey.h"

/* Saving */

/* Opens what the field stands in, and puts the focus into it. */
static void go_to(nv_page *page, nv_own_field field)
{
    const nv_own_fold fold = nv_own_form_fold(field);

    if (nv_own_form_of(page)->open != fold)
        nv_own_open_fold(page, fold);
    nv_controls_focus(&page->controls, nv_own_controls[field]);
}

/* Says in the search what was done. */
static void tell_search(nv_panel *panel, nv_phrase phrase, const char *notice)
{
    nv_troubles *troubles = &panel->view.troubles;

    snprintf(troubles->told, sizeof troubles->told, "%s",
             notice[0] ? notice : nv_own_phrases_of(panel)->text[phrase]);
}

static int find_row(const nv_state *state, const char *pack, const char *id)
{
    for (size_t i = 0; i < state->hit_count; i++) {
        const nv_event *event =
            strcmp(nv_registry_pack(state->hits[i].registry), pack) == 0
                ? nv_registry_event(state->hits[i].registry,
                                    state->hits[i].event, NULL)
                : NULL;

        if (event && strcmp(event->id, id) == 0)
            return (int)i;
    }
    return NV_STATE_NO_ROW;
}

/* Searches for the name of the document that is saved under "PACK:ID", and
 * chooses it there. Marks mean something to the search. */
static void choose_saved(nv_panel *panel, const char *name, const char *key)
{
    nv_state *state = &panel->view.state;
    char *pack = strdup(key), *id = pack ? strchr(pack, ':') : NULL;
    char *query = strdup(name);

    if (id && query) {
        *id++ = '\0';
        for (char *c = query; *c; c++)
            if (strchr("\"':@-*", *c))
                *c = ' ';
        nv_panel_leave_editing(panel);
        panel->view.is_busy = true;
        nv_controls_set_text(&panel->view.controls, NV_CONTROL_QUERY, query);
        panel->view.is_busy = false;
        nv_state_set_query(state, query, strlen(query));
        nv_state_choose(state, find_row(state, pack, id));
    }
    free(query);
    free(pack);
}

static void leave_saved(nv_page *page, const char *name, const char *key,
                        const char *notice)
{
    nv_panel *panel = page->panel;

    nv_own_form_clear(nv_own_form_of(page));
    panel->focused = NV_CONTROL_RESULTS;
    nv_page_leave(panel);
    nv_outside_look(panel);
    choose_saved(panel, name, key);
    tell_search(panel, NV_PHRASE_OWN_SAVED, notice);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
}

static void save(nv_page *page, const nv_own_document *document)
{
    nv_buffer key = NV_BUFFER_INIT, notice = NV_BUFFER_INIT,
              name = NV_BUFFER_INIT;
    nv_error err = {0};

    nv_own_name(document, &name);
    if (nv_own_store_save(page->panel->context, document,
                          nv_own_form_of(page)->id.text, &key, &notice, &err))
        leave_saved(page, name.text, key.text, notice.text);
    else
        nv_own_tell(page, NV_PHRASE_OWN_NOT_SAVED, err.message);
    nv_buffer_release(&name);
    nv_buffer_release(&notice);
    nv_buffer_release(&key);
}

void nv_own_on_save(nv_page *page)
{
    nv_own_document document;
    nv_own_field field;
    nv_own_fault fault;

    if (!nv_own_form_document(nv_own_form_of(page), &document)) {
        nv_own_tell(page, NV_PHRASE_NO_MEMORY, NULL);
        return;
    }
    fault = nv_own_check(&document, &field);
    if (fault == NV_OWN_FINE) {
        save(page, &document);
        return;
    }
    go_to(page, field);
    nv_own_tell(page, nv_own_form_phrase(fault), NULL);
}

/* Deleting */

/* How many citations of the document have the event of that key. */
static size_t count_cited(nv_panel *panel, const char *id)
{
    nv_means means;
    nv_survey *survey = nv_panel_means(panel, &means, NULL)
                            ? nv_survey_new(panel->essay, &means, NULL)
                            : NULL;
    size_t count = 0;

    for (size_t i = 0; survey && i < nv_survey_count(survey); i++) {
        const nv_surveyed *at = nv_survey_at(survey, i);

        count += at->event && strcmp(at->event->id, id) == 0 &&
                 nv_own_store_is(panel->context, at->registry);
    }
    nv_survey_free(survey);
    return count;
}

static void ask_to_delete(nv_page *page)
{
    nv_own_form *form = nv_own_form_of(page);
    const size_t count = count_cited(page->panel, form->id.text);
    char digits[24];
    const char *value = digits;
    nv_buffer text = NV_BUFFER_INIT;

    snprintf(digits, sizeof digits, "%zu", count);
    form->is_to_delete = true;
    if (count == 0)
        nv_phrase_fill(&text, nv_own_phrases_of(page->panel),
                       NV_PHRASE_OWN_ASK_DELETE, NULL, 0);
    else
        nv_phrase_fill_count(&text, nv_own_phrases_of(page->panel),
                             NV_PHRASE_OWN_ASK_DELETE_CITED, count, &value, 1);
    nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, text.text);
    nv_page_lay_out(page);
    nv_buffer_release(&text);
}

void nv_own_on_delete(nv_page *page)
{
    nv_own_form *form = nv_own_form_of(page);
    nv_panel *panel = page->panel;
    nv_error err = {0};

    if (!form->is_to_delete) {
        ask_to_delete(page);
    } else if (!nv_own_store_delete(panel->context, form->id.text, &err)) {
        nv_own_tell(page, NV_PHRASE_OWN_NOT_SAVED, err.message);
    } else {
        nv_own_form_clear(form);
        panel->focused = NV_CONTROL_QUERY;
        nv_page_leave(panel);
        nv_outside_look(panel);
        tell_search(panel, NV_PHRASE_OWN_DELETED, "");
        nv_view_show(&panel->view, NV_SHOW_RESULTS);
    }
}
