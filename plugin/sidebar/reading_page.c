/* SPDX-License-Identifier: MPL-2.0 */
/* See reading_page.h. What is said is reading.h's; here is which event is read,
 * the way back, and what the buttons do. */
#include "sidebar/reading_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/note_html.h"
#include "sidebar/clipboard.h"
#include "sidebar/reader.h"
#include "sidebar/reading_plan.h"
#include "sidebar/say_parts.h"

static void say(nv_page *page, const char *text)
{
    nv_controls_set_label(&page->controls, NV_READING_MESSAGE, text);
    nv_page_lay_out(page);
}

/* Which event */

static void choose_wording(nv_reader *r, size_t wording)
{
    r->wording = wording;
    r->beside = nv_reading_beside(r->reading.event, wording);
}

/* Reads it, from its first wording on; false without memory. */
static bool take(nv_page *page, const nv_registry *registry,
                 const nv_event *event)
{
    nv_reader *r = nv_reader_of(page);
    const nv_view *view = &page->panel->view;
    nv_buffer id = NV_BUFFER_INIT;

    nv_buffer_add_format(&id, "%s:%s", nv_registry_pack(registry), event->id);
    free(r->id);
    r->id = nv_buffer_detach(&id);
    r->reading = (nv_reading){
        .phrases = &view->resource.phrases,
        .words = view->state.words,
        .packs = view->state.packs,
        .registry = registry,
        .event = event,
    };
    choose_wording(r, 0);
    return r->id != NULL;
}

/* Reads the event of that name again, unless it is gone. */
static bool take_id(nv_page *page, const char *id)
{
    const nv_packs *packs = page->panel->view.state.packs;
    const nv_registry *registry = NULL;
    const nv_event *event =
        packs && id ? nv_packs_event(packs, id, &registry, NULL) : NULL;

    if (!event || !take(page, registry, event))
        return false;
    nv_reader_show(page);
    return true;
}

static void forget_trail(nv_reader *r)
{
    while (r->trail_len > 0)
        free(r->trail[--r->trail_len].id);
}

/* The wording that the search has chosen is read first. */
static void follow_search(nv_reader *r, const nv_state *state)
{
    const nv_event *event = state->event;

    if (state->wording == 0)
        return;
    for (size_t i = 0; i < event->quotation_count; i++)
        if (&event->quotations[i] == state->wordings[state->wording - 1])
            choose_wording(r, i);
}

static bool show(nv_page *page, nv_error *err)
{
    const nv_state *state = nv_view_shown(&page->panel->view);

    if (!state->event)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0, "no event is chosen");
    if (!page->data)
        page->data = calloc(1, sizeof(nv_reader));
    if (!page->data || !take(page, state->registry, state->event))
        return nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to read an event");
    forget_trail(page->data);
    follow_search(page->data, state);
    nv_reader_show(page);
    return true;
}

static void forget(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);

    if (r)
        memset(&r->reading, 0, sizeof r->reading);
}

static bool renew(nv_page *page)
{
    return take_id(page, nv_reader_of(page)->id);
}

static void release(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);

    if (!r)
        return;
    forget_trail(r);
    free(r->id);
    free(r);
}

/* What a person does */

/* The oldest step is forgotten where the way grows too long. */
static void remember(nv_reader *r, int link)
{
    if (r->trail_len == NV_READER_TRAIL) {
        free(r->trail[0].id);
        memmove(&r->trail[0], &r->trail[1],
                (NV_READER_TRAIL - 1) * sizeof r->trail[0]);
        r->trail_len--;
    }
    r->trail[r->trail_len++] = (nv_reader_step){r->id, link};
    r->id = NULL;
}

static void read_anew(nv_page *page, int focus)
{
    page->is_busy = true;
    nv_reader_show(page);
    page->is_busy = false;
    nv_page_lay_out(page);
    nv_controls_focus(&page->controls, focus);
}

static void follow_link(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);
    const int row = nv_controls_row(&page->controls, NV_READING_LINKS);
    const nv_registry *registry = NULL;
    const nv_event *target = NULL;

    if (!r->reading.event || row < 0 ||
        (size_t)row >= r->reading.event->relation_count)
        return;
    target = nv_reading_target(&r->reading, (size_t)row, &registry);
    if (!target)
        return;
    remember(r, row);
    if (take(page, registry, target))
        read_anew(page, NV_READING_RECORD);
}

/* To the event that led here, with its link chosen. */
static bool back(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);
    nv_reader_step last;
    bool is_there;

    if (r->trail_len == 0)
        return false;
    last = r->trail[--r->trail_len];
    page->is_busy = true;
    is_there = take_id(page, last.id);
    nv_controls_select(&page->controls, NV_READING_LINKS, last.link);
    page->is_busy = false;
    free(last.id);
    if (is_there) {
        nv_page_lay_out(page);
        nv_controls_focus(&page->controls, NV_READING_LINKS);
    }
    return is_there;
}

static void press_back(nv_page *page)
{
    if (!back(page))
        nv_page_leave(page->panel);
}

static void show_chosen_words(nv_page *page)
{
    page->is_busy = true;
    nv_reader_show_wordings(page);
    page->is_busy = false;
    nv_page_lay_out(page);
}

static void item_wording(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);
    const int row = nv_controls_row(&page->controls, NV_READING_WORDINGS);

    if (!r->reading.event || row < 0 ||
        (size_t)row >= r->reading.event->quotation_count)
        return;
    choose_wording(r, (size_t)row);
    show_chosen_words(page);
}

static void item_beside(nv_page *page)
{
    nv_reader *r = nv_reader_of(page);
    const int row = nv_controls_row(&page->controls, NV_READING_BESIDES);

    if (!r->reading.event || row < 0 ||
        (size_t)row > r->reading.event->quotation_count)
        return;
    r->beside = row - 1;
    show_chosen_words(page);
}

static void item_source(nv_page *page)
{
    nv_reader_show_address(page);
    nv_page_lay_out(page);
}

/* What of the event would be cited: the wording that is read, if it may be. */
static nv_citation citation_of(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
    const nv_event *event = r->reading.event;
    const nv_state *state = &page->panel->view.state;
    const nv_quotation *quotation =
        event->quotation_count > 0 ? &event->quotations[r->wording] : NULL;

    return (nv_citation){
        .event = event,
        .quotation = quotation && quotation->is_offered ? quotation->number : 0,
        .parts = nv_state_parts(state),
        .language = state->language,
    };
}

/* Back to the search, where another event than the one chosen there is taken
 * over; its hits stay. */
static void cite(nv_page *page)
{
    nv_panel *panel = page->panel;
    const nv_reader *r = nv_reader_of(page);
    const nv_citation citation = citation_of(page);

    if (!r->reading.event)
        return;
    nv_panel_leave_editing(panel);
    if (panel->view.state.event != citation.event)
        nv_state_take(&panel->view.state, r->reading.registry, &citation);
    panel->focused = NV_CONTROL_LOCATOR;
    nv_page_leave(panel);
    nv_view_show(&panel->view, NV_SHOW_RESULTS);
}

/* Puts the text there and says so with its beginning, or says why not. */
static void copy(nv_page *page, const char *text, const char *html)
{
    nv_error err = {0};
    const nv_phrases *phrases = &page->panel->view.resource.phrases;
    nv_buffer told = NV_BUFFER_INIT, beginning = NV_BUFFER_INIT;

    nv_say_shortened(&beginning, text);
    if (nv_clipboard_put(page->panel->context, text, html, &err))
        nv_say_filled(&told, phrases, NV_PHRASE_READING_COPIED, beginning.text,
                      NULL);
    else
        nv_say_filled(&told, phrases, NV_PHRASE_NOT_DONE, err.message, NULL);
    say(page, told.text);
    nv_buffer_release(&told);
    nv_buffer_release(&beginning);
}

static void copy_wording(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
    const nv_event *event = r->reading.event;

    if (event && r->wording < event->quotation_count &&
        event->quotations[r->wording].is_offered)
        copy(page, event->quotations[r->wording].text, NULL);
}

static void copy_note(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
    const nv_state *state = &page->panel->view.state;
    const nv_citation citation = citation_of(page);
    nv_error err = {0};
    nv_note note = {0};
    nv_buffer html = NV_BUFFER_INIT;
    char *text = NULL;

    if (!state->style || !citation.event)
        return;
    if (nv_note_write(r->reading.registry, &citation, state->style, &note,
                      &err))
        text = nv_note_text(&note);
    if (text) {
        nv_note_add_html(&html, &note, citation.language);
        copy(page, text, html.text);
    } else {
        say(page, r->reading.phrases->text[NV_PHRASE_NO_NOTE]);
    }
    nv_buffer_release(&html);
    nv_note_release(&note);
    free(text);
}

static void open_source(nv_page *page)
{
    nv_error err = {0};
    const nv_source *source = nv_reader_source(page);
    const char *address = source ? nv_reading_address(source) : NULL;
    NV_UNO_OWNED css_uno_XInterface *service = NULL;
    NV_UNO_OWNED css_system_XSystemShellExecute *shell = NULL;
    NV_UNO_OWNED_STRING rtl_uString *url = NULL;

    if (!address)
        return;
    service = nv_uno_create(page->panel->context,
                            "com.sun.star.system.SystemShellExecute", &err);
    shell = css_system_XSystemShellExecute_need(service, &err);
    url = nv_uno_string(address);
    css_system_XSystemShellExecute_execute(
        shell, url, NULL, css_system_SystemShellExecuteFlags_URIS_ONLY, &err);
    if (err.code != NV_OK)
        say(page, page->panel->view.resource.phrases
                      .text[NV_PHRASE_READING_NOT_OPENED]);
}

static const nv_page_event events[] = {
    {NV_READING_BACK, .press = press_back},
    {NV_READING_CITE, .press = cite},
    {.id = NV_READING_RECORD},
    {NV_READING_WORDINGS, .item = item_wording},
    {NV_READING_BESIDES, .item = item_beside},
    {.id = NV_READING_WORDING},
    {.id = NV_READING_BESIDE},
    {NV_READING_COPY_WORDING, .press = copy_wording},
    {NV_READING_COPY_NOTE, .press = copy_note},
    {NV_READING_LINKS, .press = follow_link},
    {NV_READING_SOURCES, .item = item_source},
    {NV_READING_OPEN, .press = open_source},
};

static const nv_page_word words[] = {
    {NV_READING_BACK, "Label", NV_PHRASE_READING_BACK},
    {NV_READING_BACK, "HelpText", NV_PHRASE_READING_BACK_HELP},
    {NV_READING_CITE, "Label", NV_PHRASE_READING_CITE},
    {NV_READING_CITE, "HelpText", NV_PHRASE_READING_CITE_HELP},
    {NV_READING_RECORD_LABEL, "Label", NV_PHRASE_READING_RECORD},
    {NV_READING_WORDINGS_LABEL, "Label", NV_PHRASE_READING_WORDINGS},
    {NV_READING_BESIDES_LABEL, "Label", NV_PHRASE_READING_BESIDE},
    {NV_READING_COPY_WORDING, "Label", NV_PHRASE_READING_COPY_WORDING},
    {NV_READING_COPY_WORDING, "HelpText", NV_PHRASE_READING_COPY_WORDING_HELP},
    {NV_READING_COPY_NOTE, "Label", NV_PHRASE_READING_COPY_NOTE},
    {NV_READING_COPY_NOTE, "HelpText", NV_PHRASE_READING_COPY_NOTE_HELP},
    {NV_READING_LINKS_LABEL, "Label", NV_PHRASE_READING_LINKS},
    {NV_READING_LINKS, "HelpText", NV_PHRASE_READING_LINKS_HELP},
    {NV_READING_PICTURE_LABEL, "Label", NV_PHRASE_READING_PICTURE},
    {NV_READING_SOURCES_LABEL, "Label", NV_PHRASE_READING_SOURCES},
};

static const nv_page_kind reading_page = {
    .file = "reading.xdl",
    .plan = &nv_reading_plan,
    .events = events,
    .event_count = NV_COUNT_OF(events),
    .words = words,
    .word_count = NV_COUNT_OF(words),
    .first = NV_READING_RECORD,
    .show = show,
    .back = back,
    .forget = forget,
    .renew = renew,
    .fit = nv_reader_fit,
    .release = release,
};

void nv_reading_open(nv_panel *panel)
{
    nv_page_show(panel, &reading_page, NULL);
}
