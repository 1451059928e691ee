/* SPDX-License-Identifier: MPL-2.0 */
/* See own_parts.h: from the form to the controls. */
#include "sidebar/own_parts.h"

#include <stdlib.h>

#include "sidebar/own_plan.h"
#include "sidebar/say_parts.h"

nv_own_form *nv_own_form_of(const nv_page *page)
{
    return page->data;
}

const nv_phrases *nv_own_phrases_of(const nv_panel *panel)
{
    return &panel->view.resource.phrases;
}

const int nv_own_fold_boxes[NV_OWN_FOLD_COUNT] = {
    [NV_OWN_FOLD_MAIN] = NV_PAPER_MAIN,
    [NV_OWN_FOLD_MORE] = NV_PAPER_MORE,
    [NV_OWN_FOLD_PRINTED] = NV_PAPER_PRINTED,
    [NV_OWN_FOLD_QUOTED] = NV_PAPER_QUOTED,
};

/* The controls behind each box, as Tab visits them. */
static const struct {
    int first, last;
} folds[NV_OWN_FOLD_COUNT] = {
    [NV_OWN_FOLD_MAIN] = {NV_PAPER_GENRE_LABEL, NV_PAPER_SEEN},
    [NV_OWN_FOLD_MORE] = {NV_PAPER_WHAT_LABEL, NV_PAPER_TITLE},
    [NV_OWN_FOLD_PRINTED] = {NV_PAPER_EDITION_LABEL, NV_PAPER_ADDRESS},
    [NV_OWN_FOLD_QUOTED] = {NV_PAPER_WORDING_LABEL, NV_PAPER_LOCATOR},
};

static void show_folds(nv_page *page)
{
    const nv_own_fold open = nv_own_form_of(page)->open;

    for (int fold = 0; fold < NV_OWN_FOLD_COUNT; fold++) {
        const bool is_open = fold == (int)open;

        nv_controls_tick(&page->controls, nv_own_fold_boxes[fold], is_open);
        for (int id = folds[fold].first; id <= folds[fold].last; id++)
            nv_controls_show(&page->controls, id, is_open);
    }
}

bool nv_own_is_list(nv_own_field field)
{
    return field == NV_OWN_LANGUAGE || field == NV_OWN_WORDING_LANGUAGE;
}

static void show_fields(nv_page *page)
{
    const nv_own_form *form = nv_own_form_of(page);

    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++) {
        const nv_own_field field = (nv_own_field)i;

        if (nv_own_is_list(field))
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

void nv_own_tell(nv_page *page, nv_phrase phrase, const char *value)
{
    nv_buffer text = NV_BUFFER_INIT;

    nv_say_filled(&text, nv_own_phrases_of(page->panel), phrase, value, NULL);
    if (nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, text.text))
        nv_page_lay_out(page);
    nv_buffer_release(&text);
}

void nv_own_tell_nothing(nv_page *page)
{
    if (nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, ""))
        nv_page_lay_out(page);
}

static void show_heading(nv_page *page)
{
    const nv_own_form *form = nv_own_form_of(page);
    nv_own_document document;
    nv_buffer name = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    if (form->id.len > 0 && nv_own_form_document(form, &document))
        nv_own_name(&document, &name);
    nv_say_filled(&text, nv_own_phrases_of(page->panel),
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

        add(&text, nv_own_phrases_of(page->panel), i);
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

bool nv_own_show(nv_page *page, nv_error *err)
{
    if (!page->data && !begin(page, err))
        return false;
    show_fields(page);
    show_folds(page);
    show_heading(page);
    nv_controls_set_label(&page->controls, NV_PAPER_MESSAGE, "");
    return true;
}

void nv_own_open_fold(nv_page *page, nv_own_fold fold)
{
    nv_own_form_of(page)->open = fold;
    page->is_busy = true;
    show_folds(page);
    page->is_busy = false;
    nv_page_lay_out(page);
}
