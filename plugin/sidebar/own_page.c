/* SPDX-License-Identifier: MPL-2.0 */
/* See own_page.h. */
#include "sidebar/own_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/outside.h"
#include "sidebar/own_form.h"
#include "sidebar/own_plan.h"
#include "sidebar/own_store.h"
#include "sidebar/say_parts.h"
#include "writer/survey.h"

static const nv_page_kind kind;

static nv_own_form *form_of(const nv_page *page)
{
    return page->data;
}

static const nv_phrases *phrases_of(const nv_panel *panel)
{
    return &panel->view.resource.phrases;
}

/* From the form to the controls */

static const struct {
    int box;
    int first, last; /* of the controls behind it, as Tab visits them */
} folds[NV_OWN_FOLD_COUNT] = {
    [NV_OWN_FOLD_MAIN] = {NV_PAPER_MAIN, NV_PAPER_GENRE_LABEL, NV_PAPER_SEEN},
    [NV_OWN_FOLD_MORE] = {NV_PAPER_MORE, NV_PAPER_WHAT_LABEL, NV_PAPER_TITLE},
    [NV_OWN_FOLD_PRINTED] = {NV_PAPER_PRINTED, NV_PAPER_EDITION_LABEL,
                             NV_PAPER_ADDRESS},
    [NV_OWN_FOLD_QUOTED] = {NV_PAPER_QUOTED, NV_PAPER_WORDING_LABEL,
                            NV_PAPER_LOCATOR},
};

static void show_folds(nv_page *page)
{
    const nv_own_fold open = form_of(page)->open;

    for (int fold = 0; fold < NV_OWN_FOLD_COUNT; fold++) {
        const bool is_open = fold == (int)open;

        nv_controls_tick(&page->controls, folds[fold].box, is_open);
        for (int id = folds[fold].first; id <= folds[fold].last; id++)
            nv_controls_show(&page->controls, id, is_open);
    }
}

static bool is_list(nv_own_field field)
{
    return field == NV_OWN_LANGUAGE || field == NV_OWN_WORDING_LANGUAGE;
}

static void show_fields(nv_page *page)
{
    const nv_own_form *form = form_of(page);

    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++) {
        const nv_own_field field = (nv_own_field)i;

        if (is_list(field))
            nv_controls_select(&page->controls, nv_own_controls[i],
                               nv_own_form_language_row(form, field));
        else
            nv_controls_set_text(&page->controls, nv_own_controls[i],
                                 form->fields[i].text);
    }
    nv_controls_select(&page->controls, NV_PAPER_GENRE, form->genre);
    nv_controls_select(&page->controls, NV_PAPER_WHAT, (int)form->what);
    nv_controls_tick(&page->controls, NV_PAPER_SEEN, form->is_seen);
}

static void tell(nv_page *page, nv_phrase phrase, const char *value)
{
    nv_buffer text = NV_BUFFER_INIT;

    nv_say_filled(&text, phrases_of(page->panel), phrase, value, NULL);
    if (nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, text.text))
        nv_page_lay_out(page);
    nv_buffer_release(&text);
}

static void tell_nothing(nv_page *page)
{
    if (nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, ""))
        nv_page_lay_out(page);
}

static void show_heading(nv_page *page)
{
    const nv_own_form *form = form_of(page);
    nv_own_document document;
    nv_buffer name = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    if (form->id.len > 0 && nv_own_form_document(form, &document))
        nv_own_name(&document, &name);
    nv_say_filled(&text, phrases_of(page->panel),
                  form->id.len > 0 ? NV_PHRASE_OWN_CHANGE : NV_PHRASE_OWN_NEW,
                  name.text, NULL);
    nv_controls_set_label(&page->controls, NV_PAPER_HEADING, text.text);
    nv_controls_show(&page->controls, NV_PAPER_DELETE, form->id.len > 0);
    nv_buffer_release(&name);
    nv_buffer_release(&text);
}

/* The lists that never change. */

static void fill_list(nv_page *page, int id, int count,
                      void (*add)(nv_buffer *out, const nv_phrases *phrases,
                                  int row))
{
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    rows = nv_uno_string_seq_new(NULL, count);

    for (int i = 0; i < nv_uno_string_seq_len(rows); i++) {
        nv_buffer text = NV_BUFFER_INIT;

        add(&text, phrases_of(page->panel), i);
        nv_uno_string_seq_at(rows)[i] = nv_uno_string(text.text);
        nv_buffer_release(&text);
    }
    nv_controls_set_rows(&page->controls, id, rows);
}

static void add_genre(nv_buffer *out, const nv_phrases *phrases, int row)
{
    nv_phrase_item(out, phrases, NV_PHRASE_OWN_GENRES, (size_t)row);
}

static void add_what(nv_buffer *out, const nv_phrases *phrases, int row)
{
    nv_phrase_item(out, phrases, NV_PHRASE_DATES, (size_t)row);
}

static void add_language(nv_buffer *out, const nv_phrases *phrases, int row)
{
    nv_buffer_add_text(out, row > 0 ? nv_own_languages[row - 1].name
                                    : phrases->text[NV_PHRASE_OWN_NO_LANGUAGE]);
}

static bool begin(nv_page *page, nv_error *err)
{
    nv_own_form *form = malloc(sizeof *form);

    if (!form)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is not enough memory for the form. Close other "
                       "programs and try again.");
    nv_own_form_init(form, page->panel->view.state.words);
    page->data = form;
    fill_list(page, NV_PAPER_GENRE, NV_OWN_GENRE_COUNT, add_genre);
    fill_list(page, NV_PAPER_WHAT, NV_DATE_WHAT_COUNT, add_what);
    fill_list(page, NV_PAPER_LANGUAGE, NV_OWN_LANGUAGE_COUNT + 1, add_language);
    fill_list(page, NV_PAPER_WORDING_LANGUAGE, NV_OWN_LANGUAGE_COUNT + 1,
              add_language);
    return true;
}

static bool show(nv_page *page, nv_error *err)
{
    if (!page->data && !begin(page, err))
        return false;
    show_fields(page);
    show_folds(page);
    show_heading(page);
    nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, "");
    return true;
}

static void release(nv_page *page)
{
    if (page->data)
        nv_own_form_release(form_of(page));
    free(page->data);
}

/* Filled anew while it is shown. */
static void show_again(nv_page *page)
{
    nv_page_show(page->panel, &kind, NULL);
}

/* From the controls to the form */

static void read_field(nv_page *page, nv_own_field field)
{
    char *text = nv_controls_text(&page->controls, nv_own_controls[field]);

    if (text && strcmp(text, form_of(page)->fields[field].text) != 0) {
        nv_own_form_set(form_of(page), field, text);
        tell_nothing(page);
    }
    free(text);
}

static void on_text(nv_page *page)
{
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        if (!is_list((nv_own_field)i))
            read_field(page, (nv_own_field)i);
}

static void read_language(nv_page *page, nv_own_field field)
{
    nv_own_form *form = form_of(page);
    const int row = nv_controls_row(&page->controls, nv_own_controls[field]);

    /* A language that the list does not have stays until another is chosen. */
    if (row >= 0 && row != nv_own_form_language_row(form, field))
        nv_own_form_set(form, field, nv_own_form_language(row));
}

static void on_item(nv_page *page)
{
    nv_own_form *form = form_of(page);
    const int genre = nv_controls_row(&page->controls, NV_PAPER_GENRE);
    const int what = nv_controls_row(&page->controls, NV_PAPER_WHAT);

    if (genre >= 0 && genre < NV_OWN_GENRE_COUNT)
        form->genre = genre;
    if (what >= 0 && what < NV_DATE_WHAT_COUNT)
        form->what = (nv_date_what)what;
    form->is_seen = nv_controls_is_ticked(&page->controls, NV_PAPER_SEEN);
    read_language(page, NV_OWN_LANGUAGE);
    read_language(page, NV_OWN_WORDING_LANGUAGE);
    nv_own_form_touch(form);
    tell_nothing(page);
}

static void open_fold(nv_page *page, nv_own_fold fold)
{
    form_of(page)->open = fold;
    page->is_busy = true;
    show_folds(page);
    page->is_busy = false;
    nv_page_lay_out(page);
}

/* A part that is ticked closes the others; where none is, the first is open. */
static void on_fold(nv_page *page)
{
    const nv_own_fold before = form_of(page)->open;
    nv_own_fold after = NV_OWN_FOLD_MAIN;

    for (int fold = 0; fold < NV_OWN_FOLD_COUNT; fold++)
        if (fold != (int)before &&
            nv_controls_is_ticked(&page->controls, folds[fold].box))
            after = (nv_own_fold)fold;
    open_fold(page, after);
}

/* Saving */

/* Opens what the field stands in, and puts the focus into it. */
static void go_to(nv_page *page, nv_own_field field)
{
    const nv_own_fold fold = nv_own_form_fold(field);

    if (form_of(page)->open != fold)
        open_fold(page, fold);
    nv_controls_focus(&page->controls, nv_own_controls[field]);
}

/* Says in the search what was done. */
static void tell_search(nv_panel *panel, nv_phrase phrase, const char *notice)
{
    nv_troubles *troubles = &panel->view.troubles;

    snprintf(troubles->told, sizeof troubles->told, "%s",
             notice[0] ? notice : phrases_of(panel)->text[phrase]);
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

    nv_own_form_clear(form_of(page));
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
                          form_of(page)->id.text, &key, &notice, &err))
        leave_saved(page, name.text, key.text, notice.text);
    else
        tell(page, NV_PHRASE_OWN_NOT_SAVED, err.message);
    nv_buffer_release(&name);
    nv_buffer_release(&notice);
    nv_buffer_release(&key);
}

static void on_save(nv_page *page)
{
    nv_own_document document;
    nv_own_field field;
    nv_own_fault fault;

    if (!nv_own_form_document(form_of(page), &document)) {
        tell(page, NV_PHRASE_NO_MEMORY, NULL);
        return;
    }
    fault = nv_own_check(&document, &field);
    if (fault == NV_OWN_FINE) {
        save(page, &document);
        return;
    }
    go_to(page, field);
    tell(page, nv_own_form_phrase(fault), NULL);
}

static void on_discard(nv_page *page)
{
    nv_own_form_clear(form_of(page));
    show_again(page);
    nv_controls_focus(&page->controls, NV_PAPER_GENRE);
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
    nv_own_form *form = form_of(page);
    const size_t count = count_cited(page->panel, form->id.text);
    char digits[24];
    const char *value = digits;
    nv_buffer text = NV_BUFFER_INIT;

    snprintf(digits, sizeof digits, "%zu", count);
    form->is_to_delete = true;
    if (count == 0)
        nv_phrase_fill(&text, phrases_of(page->panel), NV_PHRASE_OWN_ASK_DELETE,
                       NULL, 0);
    else
        nv_phrase_fill_count(&text, phrases_of(page->panel),
                             NV_PHRASE_OWN_ASK_DELETE_CITED, count, &value, 1);
    nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, text.text);
    nv_page_lay_out(page);
    nv_buffer_release(&text);
}

static void on_delete(nv_page *page)
{
    nv_own_form *form = form_of(page);
    nv_panel *panel = page->panel;
    nv_error err = {0};

    if (!form->is_to_delete) {
        ask_to_delete(page);
    } else if (!nv_own_store_delete(panel->context, form->id.text, &err)) {
        tell(page, NV_PHRASE_OWN_NOT_SAVED, err.message);
    } else {
        nv_own_form_clear(form);
        panel->focused = NV_CONTROL_QUERY;
        nv_page_leave(panel);
        nv_outside_look(panel);
        tell_search(panel, NV_PHRASE_OWN_DELETED, "");
        nv_view_show(&panel->view, NV_SHOW_RESULTS);
    }
}

/* The page */

#define FIELD(id)           \
    {                       \
        id, .text = on_text \
    }
#define LIST(id)            \
    {                       \
        id, .item = on_item \
    }
#define FOLD(id)            \
    {                       \
        id, .item = on_fold \
    }

static const nv_page_event events[] = {
    FOLD(NV_PAPER_MAIN),
    LIST(NV_PAPER_GENRE),
    FIELD(NV_PAPER_FROM),
    FIELD(NV_PAPER_TO),
    FIELD(NV_PAPER_DATE),
    FIELD(NV_PAPER_DESCRIPTION),
    FIELD(NV_PAPER_REPOSITORY),
    FIELD(NV_PAPER_COLLECTION),
    FIELD(NV_PAPER_BOX),
    FIELD(NV_PAPER_FOLIO),
    LIST(NV_PAPER_SEEN),
    FOLD(NV_PAPER_MORE),
    LIST(NV_PAPER_WHAT),
    FIELD(NV_PAPER_PLACE),
    LIST(NV_PAPER_LANGUAGE),
    FIELD(NV_PAPER_TITLE),
    FOLD(NV_PAPER_PRINTED),
    FIELD(NV_PAPER_EDITION),
    FIELD(NV_PAPER_EDITOR),
    FIELD(NV_PAPER_VOLUME),
    FIELD(NV_PAPER_NUMBER),
    FIELD(NV_PAPER_PAGES),
    FIELD(NV_PAPER_YEAR),
    FIELD(NV_PAPER_TOWN),
    FIELD(NV_PAPER_PUBLISHER),
    FIELD(NV_PAPER_ADDRESS),
    FOLD(NV_PAPER_QUOTED),
    FIELD(NV_PAPER_WORDING),
    LIST(NV_PAPER_WORDING_LANGUAGE),
    FIELD(NV_PAPER_LOCATOR),
    {NV_PAPER_SAVE, .press = on_save},
    {NV_PAPER_DISCARD, .press = on_discard},
    {NV_PAPER_DELETE, .press = on_delete},
};

static const nv_page_kind kind = {
    .file = "own.xdl",
    .plan = &nv_own_plan,
    .events = events,
    .event_count = NV_COUNT_OF(events),
    .words = nv_own_words,
    .word_count = NV_OWN_WORD_COUNT,
    .first = NV_PAPER_GENRE,
    .show = show,
    .release = release,
};

/* Opening */

static nv_page *open_page(nv_panel *panel)
{
    nv_error err = {0};
    nv_page *page = nv_page_show(panel, &kind, &err);

    if (!page)
        snprintf(panel->view.troubles.told, sizeof panel->view.troubles.told,
                 "%s", err.message);
    return page;
}

void nv_own_page_open(nv_panel *panel)
{
    open_page(panel);
}

/* Fills the form from the chosen event, unless something else was typed in it:
 * that is shown then. */
static void open_filled(nv_panel *panel, bool is_to_change)
{
    const nv_state *shown = nv_view_shown(&panel->view);
    const nv_event *event = shown->event;
    nv_page *page = event ? open_page(panel) : NULL;
    nv_own_document document;
    nv_arena arena = {0};
    bool is_filled;

    if (!page)
        return;
    if (form_of(page)->is_touched) {
        tell(page, NV_PHRASE_OWN_KEPT, NULL);
        return;
    }
    is_filled = nv_own_from_event(event, shown->words, &arena, &document);
    if (is_filled && !is_to_change)
        nv_own_adapt(&document);
    is_filled = is_filled && nv_own_form_fill(form_of(page), &document,
                                              is_to_change ? event->id : "");
    nv_arena_release(&arena);
    show_again(page);
    if (!is_filled)
        tell(page, NV_PHRASE_NO_MEMORY, NULL);
    else if (!is_to_change)
        nv_controls_set_label(&page->controls, NV_PAPER_HEADING,
                              phrases_of(panel)->text[NV_PHRASE_OWN_ADAPT]);
}

void nv_own_page_change(nv_panel *panel)
{
    open_filled(panel, true);
}

void nv_own_page_adapt(nv_panel *panel)
{
    open_filled(panel, false);
}
