/* SPDX-License-Identifier: MPL-2.0 */
/* See acts.h. */
#include "sidebar/acts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/at_caret.h"
#include "sidebar/essay_list.h"
#include "sidebar/export.h"
#include "sidebar/from_text.h"
#include "sidebar/import_page.h"
#include "sidebar/keep.h"
#include "sidebar/own_page.h"
#include "sidebar/own_store.h"
#include "writer/bibliography.h"
#include "writer/convert.h"
#include "writer/edit.h"
#include "writer/quote.h"
#include "writer/store.h"
#include "writer/timeline.h"

/* What an act works with. `name` is that of the citation at the caret, "" for
 * none. */
typedef struct {
    nv_panel *panel;
    nv_essay *essay;
    const nv_means *means;
    const nv_registry *registry; /* of the citation that is shown */
    nv_citation citation;
    const char *name;
    nv_tongue words;
} act;

/* Says what was done; {1} is the value. */
static void tell(nv_panel *panel, nv_phrase phrase, const char *value)
{
    nv_buffer text = NV_BUFFER_INIT;

    nv_phrase_fill(&text, &panel->view.resource.phrases, phrase, &value, 1);
    snprintf(panel->view.troubles.told, sizeof panel->view.troubles.told, "%s",
             text.text);
    nv_buffer_release(&text);
}

static void tell_number(nv_panel *panel, nv_phrase phrase, size_t number)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%zu", number);
    tell(panel, phrase, digits);
}

/* The chosen event */

static bool insert(const act *a, nv_error *err)
{
    return nv_writer_insert(a->essay, a->means, a->registry, &a->citation,
                            a->words, err);
}

static bool quote(const act *a, nv_error *err)
{
    static const nv_quoting wording = {.kind = NV_QUOTING_WORDING};

    return nv_writer_quote(a->essay, a->means, a->registry, &a->citation,
                           &wording, a->words, err);
}

static bool quote_own(const act *a, nv_error *err)
{
    nv_editing *editing = &a->panel->view.editing;
    const nv_quoting own = {.kind = NV_QUOTING_OWN, .own = editing->own.text};

    if (!nv_writer_quote(a->essay, a->means, a->registry, &a->citation, &own,
                         a->words, err))
        return false;
    nv_controls_set_text(&a->panel->view.controls, NV_CONTROL_OWN, "");
    nv_buffer_truncate(&editing->own, 0);
    editing->form = NV_FORM_NONE;
    return true;
}

static bool insert_chain(const act *a, nv_error *err)
{
    nv_chain chain;

    return nv_chain_find(a->registry, &a->citation, &chain, err) &&
           nv_writer_insert_chain(a->essay, a->means, &chain, a->words, err);
}

/* The citation at the caret */

static bool change(const act *a, nv_error *err)
{
    return nv_writer_edit(a->essay, a->means, a->name, a->registry,
                          &a->citation, a->words, err);
}

static bool add(const act *a, nv_error *err)
{
    return nv_writer_add(a->essay, a->means, a->name, a->registry, &a->citation,
                         a->words, err);
}

static bool move_earlier(const act *a, nv_error *err)
{
    return nv_writer_move(a->essay, a->means, a->name, -1, a->words, err);
}

static bool move_later(const act *a, nv_error *err)
{
    return nv_writer_move(a->essay, a->means, a->name, 1, a->words, err);
}

static bool take_out(const act *a, nv_error *err)
{
    return nv_writer_remove(a->essay, a->means, a->name, a->words, err);
}

static bool unlink_citations(const act *a, const char *name, nv_error *err)
{
    size_t count = 0;
    bool is_done =
        nv_writer_unlink(a->essay, a->means, name, a->words, &count, err);

    if (is_done)
        tell_number(a->panel, NV_PHRASE_UNLINKED, count);
    return is_done;
}

static bool unlink_one(const act *a, nv_error *err)
{
    return unlink_citations(a, a->name, err);
}

/* All of them */

static bool unlink_all(const act *a, nv_error *err)
{
    return unlink_citations(a, NULL, err);
}

static bool write_list(const act *a, nv_error *err)
{
    return nv_writer_write_bibliography(a->essay, a->means, a->words, err);
}

static bool remove_list(const act *a, nv_error *err)
{
    return nv_writer_remove_bibliography(a->essay, a->means, a->words, err);
}

static bool draw_timeline(const act *a, nv_error *err)
{
    return nv_writer_draw_timeline(a->essay, a->means, a->words, err);
}

static bool remove_timeline(const act *a, nv_error *err)
{
    return nv_writer_remove_timeline(a->essay, a->means, a->words, err);
}

static bool convert(const act *a, nv_note_kind kind, nv_error *err)
{
    size_t left = 0;
    bool is_done =
        nv_writer_convert(a->essay, a->means, NULL, kind, a->words, &left, err);

    if (is_done && left > 0)
        tell_number(a->panel, NV_PHRASE_LEFT, left);
    return is_done;
}

static bool to_footnotes(const act *a, nv_error *err)
{
    return convert(a, NV_NOTE_KIND_FOOTNOTE, err);
}

static bool to_endnotes(const act *a, nv_error *err)
{
    return convert(a, NV_NOTE_KIND_ENDNOTE, err);
}

static bool to_text(const act *a, nv_error *err)
{
    return convert(a, NV_NOTE_KIND_TEXT, err);
}

static bool export_cited(const act *a, nv_error *err)
{
    nv_buffer name = NV_BUFFER_INIT;
    bool is_done =
        nv_export_cited(a->panel->context, a->panel->frame, a->essay, a->means,
                        &a->panel->view.resource.phrases, &name, err);

    if (is_done && name.len > 0)
        tell(a->panel, NV_PHRASE_EXPORTED, name.text);
    nv_buffer_release(&name);
    return is_done;
}

static bool refresh(const act *a, nv_error *err)
{
    nv_troubles *troubles = &a->panel->view.troubles;

    troubles->is_refreshed = nv_writer_refresh(a->essay, a->means, a->words,
                                               &troubles->refreshed, err);
    return troubles->is_refreshed;
}

/* What writes nothing: the forms are opened, and the citation is shown. */

static void focus(nv_panel *panel, nv_control id)
{
    nv_view_show(&panel->view, NV_SHOW_NOTE);
    nv_controls_focus(&panel->view.controls, id);
}

static void open_form(nv_panel *panel, nv_form form, nv_control first)
{
    panel->view.editing.form = form;
    focus(panel, first);
}

static void open_own(nv_panel *panel)
{
    const nv_state *state = nv_view_shown(&panel->view);

    if (state->wordings[state->wording - 1]->original == NV_ORIGINAL_NO)
        tell(panel, NV_PHRASE_TRANSLATED_ALREADY, NULL);
    open_form(panel, NV_FORM_OWN, NV_CONTROL_OWN);
}

static void open_around(nv_panel *panel)
{
    panel->view.has_around = true;
    focus(panel, NV_CONTROL_PREFIX);
}

static void edit(nv_panel *panel)
{
    nv_editing_want(&panel->view.editing);
    nv_panel_look(panel);
    nv_controls_focus(&panel->view.controls, NV_CONTROL_LOCATOR);
}

static void from_text(nv_panel *panel)
{
    if (!nv_from_text_show(panel))
        tell(panel, NV_PHRASE_NO_PARAGRAPH, NULL);
}

static void change_look(nv_panel *panel)
{
    nv_view *view = &panel->view;
    const bool has_focus =
        panel->focused == (int)nv_results_control(view->results);

    nv_stock_choose_look(&panel->stock, view,
                         nv_results_look(view->results) == NV_LOOK_TREE
                             ? NV_LOOK_PAINTED
                             : NV_LOOK_TREE);
    if (has_focus)
        nv_controls_focus(&view->controls, nv_results_control(view->results));
}

static const struct {
    void (*open)(nv_panel *panel); /* or */
    bool (*run)(const act *a, nv_error *err);
    bool is_of_text;  /* the focus goes back into the text */
    bool takes_words; /* those before and after are used up */
    bool cites;       /* the event that is shown */
} deeds[NV_DEED_COUNT] = {
    [NV_DEED_INSERT] = {.run = insert, .takes_words = true, .cites = true},
    [NV_DEED_OFFER] = {.run = insert, .cites = true},
    [NV_DEED_CHANGE] = {.run = change, .is_of_text = true},
    [NV_DEED_ANEW] = {.run = change, .is_of_text = true},
    [NV_DEED_QUOTE_OWN] = {.run = quote_own,
                           .is_of_text = true,
                           .takes_words = true,
                           .cites = true},
    [NV_DEED_EDIT] = {.open = edit},
    [NV_DEED_FROM_TEXT] = {.open = from_text},
    [NV_DEED_QUOTE] = {.run = quote,
                       .is_of_text = true,
                       .takes_words = true,
                       .cites = true},
    [NV_DEED_OPEN_OWN] = {.open = open_own},
    [NV_DEED_CHAIN] = {.run = insert_chain,
                       .is_of_text = true,
                       .takes_words = true,
                       .cites = true},
    [NV_DEED_ADD] = {.run = add,
                     .is_of_text = true,
                     .takes_words = true,
                     .cites = true},
    [NV_DEED_REPLACE] = {.run = change,
                         .is_of_text = true,
                         .takes_words = true,
                         .cites = true},
    [NV_DEED_AROUND] = {.open = open_around},
    [NV_DEED_EARLIER] = {.run = move_earlier},
    [NV_DEED_LATER] = {.run = move_later},
    [NV_DEED_REMOVE] = {.run = take_out, .is_of_text = true},
    [NV_DEED_UNLINK] = {.run = unlink_one, .is_of_text = true},
    [NV_DEED_UNLINK_ALL] = {.run = unlink_all},
    [NV_DEED_LIST] = {.run = write_list},
    [NV_DEED_REMOVE_LIST] = {.run = remove_list},
    [NV_DEED_TIMELINE] = {.run = draw_timeline},
    [NV_DEED_REMOVE_TIMELINE] = {.run = remove_timeline},
    [NV_DEED_TO_FOOTNOTES] = {.run = to_footnotes},
    [NV_DEED_TO_ENDNOTES] = {.run = to_endnotes},
    [NV_DEED_TO_TEXT] = {.run = to_text},
    [NV_DEED_OWN_DOCUMENT] = {.open = nv_own_page_open},
    [NV_DEED_CHANGE_OWN] = {.open = nv_own_page_change},
    [NV_DEED_ADAPT] = {.open = nv_own_page_adapt},
    [NV_DEED_IMPORT] = {.open = nv_import_page_open},
    [NV_DEED_EXPORT] = {.run = export_cited},
    [NV_DEED_REFRESH] = {.run = refresh},
    [NV_DEED_STAR] = {.open = nv_keep_star},
    [NV_DEED_LOOK] = {.open = change_look},
};

/* Which trouble a failure is. */
static nv_error *trouble_of(nv_panel *panel, nv_deed deed)
{
    nv_troubles *troubles = &panel->view.troubles;

    if (deed == NV_DEED_INSERT || deed == NV_DEED_OFFER)
        return &troubles->insert;
    return deed == NV_DEED_REFRESH ? &troubles->refresh : &troubles->act;
}

/* A citation has the words before and after it for itself. */
static void forget_words(nv_panel *panel)
{
    nv_state_set_prefix(&panel->view.state, "", 0);
    nv_state_set_suffix(&panel->view.state, "", 0);
    panel->view.has_around = false;
}

/* Runs an act on copies of what it works with, which the act may change. */
static bool run(nv_panel *panel, nv_deed deed)
{
    nv_view *view = &panel->view;
    const nv_state *shown = nv_view_shown(view);
    nv_error *err = trouble_of(panel, deed);
    nv_means means;
    char *name = strdup(view->editing.name.text);
    act a = {.panel = panel,
             .essay = panel->essay,
             .means = &means,
             .registry = shown->registry,
             .name = name ? name : "",
             .words = view->resource.phrases.tongue};
    nv_buffer id = NV_BUFFER_INIT;
    bool is_done;

    if (nv_state_citation(shown, &a.citation))
        nv_desk_add_event(&id, shown->registry, a.citation.event->id);
    view->is_busy = true;
    is_done = nv_panel_means(panel, &means, err) && deeds[deed].run(&a, err);
    view->is_busy = false;
    free(name);
    if (is_done && deeds[deed].cites)
        nv_keep_cited(panel, &id);
    nv_buffer_release(&id);
    return is_done;
}

static void finish(nv_panel *panel, nv_deed deed)
{
    if (!panel->frame)
        return;
    if (deeds[deed].is_of_text)
        nv_writer_focus(panel->frame);
    if (deeds[deed].takes_words && panel->view.editing.mode == NV_MODE_SEARCH)
        forget_words(panel);
    nv_essay_list_look(panel);
    nv_panel_look(panel);
}

nv_situation nv_panel_situation(nv_panel *panel)
{
    nv_situation at = nv_view_situation(&panel->view);
    nv_citation citation;
    nv_chain chain;

    at.is_own = nv_own_store_is(panel->context, at.shown->registry);
    at.has_list = nv_writer_has_bibliography(panel->essay);
    at.has_timeline = nv_writer_has_timeline(panel->essay);
    at.has_chain = nv_state_citation(at.shown, &citation) &&
                   nv_chain_find(at.shown->registry, &citation, &chain, NULL) &&
                   chain.count > 1;
    return at;
}

void nv_panel_act(nv_panel *panel, nv_deed deed)
{
    nv_situation at;
    const char *obstacle;

    nv_panel_forget_outcome(panel);
    nv_troubles_forget_files(&panel->view.troubles);
    nv_stock_look(&panel->stock, &panel->view);
    nv_panel_look(panel);
    at = nv_panel_situation(panel);
    obstacle = nv_deed_obstacle(deed, &at, &panel->view.resource.phrases);
    if (obstacle)
        tell(panel, NV_PHRASE_ITSELF, obstacle);
    else if (deeds[deed].open)
        deeds[deed].open(panel);
    else if (run(panel, deed))
        finish(panel, deed);
    if (panel->frame)
        nv_view_show(&panel->view, NV_SHOW_NOTE);
}

void nv_panel_press(nv_panel *panel)
{
    nv_panel_look(panel);
    nv_panel_act(panel, nv_deed_of_button(&panel->view.editing));
}
