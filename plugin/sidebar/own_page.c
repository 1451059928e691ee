/* SPDX-License-Identifier: MPL-2.0 */
/* See own_page.h. */
#include "sidebar/own_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/own_parts.h"
#include "sidebar/own_plan.h"

static const nv_page_kind kind;

static void release(nv_page *page)
{
    if (page->data)
        nv_own_form_release(nv_own_form_of(page));
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

    if (text && strcmp(text, nv_own_form_of(page)->fields[field].text) != 0) {
        nv_own_form_set(nv_own_form_of(page), field, text);
        nv_own_tell_nothing(page);
    }
    free(text);
}

static void on_text(nv_page *page)
{
    for (int i = 0; i < NV_OWN_FIELD_COUNT; i++)
        if (!nv_own_is_list((nv_own_field)i))
            read_field(page, (nv_own_field)i);
}

static void read_language(nv_page *page, nv_own_field field)
{
    nv_own_form *form = nv_own_form_of(page);
    const int row = nv_controls_row(&page->controls, nv_own_controls[field]);

    /* A language that the list does not have stays until another is chosen. */
    if (row >= 0 && row != nv_own_form_language_row(form, field))
        nv_own_form_set(form, field, nv_own_form_language(row));
}

static void on_item(nv_page *page)
{
    nv_own_form *form = nv_own_form_of(page);
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
    nv_own_tell_nothing(page);
}

/* A part that is ticked closes the others; where none is, the first is open. */
static void on_fold(nv_page *page)
{
    const nv_own_fold before = nv_own_form_of(page)->open;
    nv_own_fold after = NV_OWN_FOLD_MAIN;

    for (int fold = 0; fold < NV_OWN_FOLD_COUNT; fold++)
        if (fold != (int)before &&
            nv_controls_is_ticked(&page->controls, nv_own_fold_boxes[fold]))
            after = (nv_own_fold)fold;
    nv_own_open_fold(page, after);
}

/* The buttons */

static void on_discard(nv_page *page)
{
    nv_own_form_clear(nv_own_form_of(page));
    show_again(page);
    nv_controls_focus(&page->controls, NV_PAPER_GENRE);
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
    {NV_PAPER_SAVE, .press = nv_own_on_save},
    {NV_PAPER_DISCARD, .press = on_discard},
    {NV_PAPER_DELETE, .press = nv_own_on_delete},
};

static const nv_page_kind kind = {
    .file = "own.xdl",
    .plan = &nv_own_plan,
    .events = events,
    .event_count = NV_COUNT_OF(events),
    .words = nv_own_words,
    .word_count = NV_OWN_WORD_COUNT,
    .first = NV_PAPER_GENRE,
    .show = nv_own_show,
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
    if (nv_own_form_of(page)->is_touched) {
        nv_own_tell(page, NV_PHRASE_OWN_KEPT, NULL);
        return;
    }
    is_filled = nv_own_from_event(event, shown->words, &arena, &document);
    if (is_filled && !is_to_change)
        nv_own_adapt(&document);
    is_filled = is_filled && nv_own_form_fill(nv_own_form_of(page), &document,
                                              is_to_change ? event->id : "");
    nv_arena_release(&arena);
    show_again(page);
    if (!is_filled)
        nv_own_tell(page, NV_PHRASE_NO_MEMORY, NULL);
    else if (!is_to_change)
        nv_controls_set_label(
            &page->controls, NV_PAPER_HEADING,
            nv_own_phrases_of(panel)->text[NV_PHRASE_OWN_ADAPT]);
}

void nv_own_page_change(nv_panel *panel)
{
    open_filled(panel, true);
}

void nv_own_page_adapt(nv_panel *panel)
{
    open_filled(panel, false);
}
