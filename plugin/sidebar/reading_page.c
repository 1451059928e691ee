/* SPDX-License-Identifier: MPL-2.0 */
/* See reading_page.h. What is said is reading.h's; here is which event is read,
 * the way back, and what the buttons do. */
#include "sidebar/reading_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/note_html.h"
#include "sidebar/clipboard.h"
#include "sidebar/exchange.h"
#include "sidebar/reading.h"
#include "sidebar/reading_picture.h"
#include "sidebar/reading_plan.h"
#include "sidebar/say_parts.h"

enum { TRAIL = 64 }; /* events gone back to at most */

/* One step of the way: what was read, as "pack:id", which outlives its pack,
 * and the row of the link that was followed from there. */
typedef struct {
    char *id; /* owned */
    int link;
} step;

typedef struct {
    nv_reading reading; /* event NULL: let go of, or never read */
    char *id;           /* owned: of the event */
    step trail[TRAIL];
    size_t trail_len;
    size_t wording; /* of the event; meaningless where it has none */
    int beside;     /* of the event; -1: none */
} reader;

static reader *reader_of(nv_page *page)
{
    return page->data;
}

/* Filling */

/* Adds row `index` of a list. */
typedef void (*say_row)(nv_buffer *out, const nv_reading *reading,
                        size_t index);

/* `none` is the first row, NULL: there is none. */
static void set_rows(nv_page *page, int id, say_row say, size_t count,
                     const char *none)
{
    const size_t first = none ? 1 : 0;
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    rows = nv_uno_string_seq_new(NULL, (sal_Int32)(first + count));

    if ((size_t)nv_uno_string_seq_len(rows) < first + count)
        return;
    if (none)
        nv_uno_string_seq_at(rows)[0] = nv_uno_string(none);
    for (size_t i = 0; i < count; i++) {
        nv_buffer row = NV_BUFFER_INIT;

        say(&row, &reader_of(page)->reading, i);
        nv_uno_string_seq_at(rows)[first + i] = nv_uno_string(row.text);
        nv_buffer_release(&row);
    }
    nv_controls_set_rows(&page->controls, id, rows);
}

static void show_range(nv_page *page, int first, int last, bool is_shown)
{
    for (int id = first; id <= last; id++)
        nv_controls_show(&page->controls, id, is_shown);
}

static void show_words(nv_page *page, int label, int field, size_t wording)
{
    const nv_reading *reading = &reader_of(page)->reading;
    nv_buffer name = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    nv_reading_wording_name(&name, reading, wording);
    nv_reading_wording(&text, reading, wording);
    nv_controls_set_label(&page->controls, label, name.text);
    nv_controls_set_text(&page->controls, field, text.text);
    nv_buffer_release(&name);
    nv_buffer_release(&text);
}

static void show_wordings(nv_page *page)
{
    const reader *r = reader_of(page);
    const size_t count = r->reading.event->quotation_count;
    const bool has_beside = r->beside >= 0;

    show_range(page, NV_READING_WORDINGS_LABEL, NV_READING_COPY_WORDING,
               count > 0);
    if (count == 0)
        return;
    show_range(page, NV_READING_BESIDES_LABEL, NV_READING_BESIDES, count > 1);
    show_range(page, NV_READING_BESIDE_LABEL, NV_READING_BESIDE, has_beside);
    nv_controls_select(&page->controls, NV_READING_WORDINGS, (int)r->wording);
    nv_controls_select(&page->controls, NV_READING_BESIDES, r->beside + 1);
    show_words(page, NV_READING_WORDING_LABEL, NV_READING_WORDING, r->wording);
    if (has_beside)
        show_words(page, NV_READING_BESIDE_LABEL, NV_READING_BESIDE,
                   (size_t)r->beside);
    nv_controls_enable(&page->controls, NV_READING_COPY_WORDING,
                       r->reading.event->quotations[r->wording].is_offered);
}

/* The source chosen in the list. */
static const nv_source *source_of(const nv_page *page)
{
    const nv_event *event = ((const reader *)page->data)->reading.event;
    const int row = nv_controls_row(&page->controls, NV_READING_SOURCES);

    return event && row >= 0 && (size_t)row < event->source_count
               ? &event->sources[row]
               : NULL;
}

/* The button says where it goes, and its help the whole address. */
static void show_address(nv_page *page)
{
    const nv_phrases *phrases = reader_of(page)->reading.phrases;
    const nv_source *source = source_of(page);
    const char *address = source ? nv_reading_address(source) : NULL;
    nv_buffer host = NV_BUFFER_INIT, label = NV_BUFFER_INIT,
              help = NV_BUFFER_INIT;

    nv_controls_show(&page->controls, NV_READING_OPEN, address != NULL);
    if (!address)
        return;
    nv_reading_host(&host, address);
    nv_say_filled(&label, phrases, NV_PHRASE_READING_OPEN, host.text, NULL);
    nv_say_filled(&help, phrases, NV_PHRASE_READING_OPEN_HELP, address, NULL);
    nv_controls_set_button(&page->controls, NV_READING_OPEN, label.text);
    nv_controls_set_help(&page->controls, NV_READING_OPEN, help.text);
    nv_buffer_release(&host);
    nv_buffer_release(&label);
    nv_buffer_release(&help);
}

static void fit(nv_page *page)
{
    const reader *r = reader_of(page);
    nv_exchange exchange;
    const bool is_there =
        r->reading.event && nv_exchange_find(&exchange, &r->reading);

    show_range(page, NV_READING_PICTURE_LABEL, NV_READING_PICTURE, is_there);
    if (is_there)
        nv_reading_picture_show(page, NV_READING_PICTURE, &exchange);
}

static void show_all(nv_page *page)
{
    const reader *r = reader_of(page);
    const nv_event *event = r->reading.event;
    nv_buffer record = NV_BUFFER_INIT;

    nv_reading_record(&record, &r->reading);
    nv_controls_set_text(&page->controls, NV_READING_RECORD, record.text);
    nv_buffer_release(&record);
    set_rows(page, NV_READING_WORDINGS, nv_reading_wording_row,
             event->quotation_count, NULL);
    set_rows(page, NV_READING_BESIDES, nv_reading_wording_row,
             event->quotation_count,
             r->reading.phrases->text[NV_PHRASE_READING_NONE_BESIDE]);
    show_wordings(page);
    set_rows(page, NV_READING_LINKS, nv_reading_link, event->relation_count,
             NULL);
    show_range(page, NV_READING_LINKS_LABEL, NV_READING_LINKS,
               event->relation_count > 0);
    set_rows(page, NV_READING_SOURCES, nv_reading_source_row,
             event->source_count, NULL);
    show_range(page, NV_READING_SOURCES_LABEL, NV_READING_SOURCES,
               event->source_count > 0);
    nv_controls_select(&page->controls, NV_READING_SOURCES, 0);
    show_address(page);
    nv_controls_set_label(&page->controls, NV_READING_MESSAGE, "");
}

static void say(nv_page *page, const char *text)
{
    nv_controls_set_label(&page->controls, NV_READING_MESSAGE, text);
    nv_page_lay_out(page);
}

/* Which event */

static void choose_wording(reader *r, size_t wording)
{
    r->wording = wording;
    r->beside = nv_reading_beside(r->reading.event, wording);
}

/* Reads it, from its first wording on; false without memory. */
static bool take(nv_page *page, const nv_registry *registry,
                 const nv_event *event)
{
    reader *r = reader_of(page);
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
    show_all(page);
    return true;
}

static void forget_trail(reader *r)
{
    while (r->trail_len > 0)
        free(r->trail[--r->trail_len].id);
}

/* The wording that the search has chosen is read first. */
static void follow_search(reader *r, const nv_state *state)
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
        page->data = calloc(1, sizeof(reader));
    if (!page->data || !take(page, state->registry, state->event))
        return nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to read an event");
    forget_trail(page->data);
    follow_search(page->data, state);
    show_all(page);
    return true;
}

static void forget(nv_page *page)
{
    reader *r = reader_of(page);

    if (r)
        memset(&r->reading, 0, sizeof r->reading);
}

static bool renew(nv_page *page)
{
    return take_id(page, reader_of(page)->id);
}

static void release(nv_page *page)
{
    reader *r = reader_of(page);

    if (!r)
        return;
    forget_trail(r);
    free(r->id);
    free(r);
}

/* What a person does */

/* The oldest step is forgotten where the way grows too long. */
static void remember(reader *r, int link)
{
    if (r->trail_len == TRAIL) {
        free(r->trail[0].id);
        memmove(&r->trail[0], &r->trail[1], (TRAIL - 1) * sizeof r->trail[0]);
        r->trail_len--;
    }
    r->trail[r->trail_len++] = (step){r->id, link};
    r->id = NULL;
}

static void read_anew(nv_page *page, int focus)
{
    page->is_busy = true;
    show_all(page);
    page->is_busy = false;
    nv_page_lay_out(page);
    nv_controls_focus(&page->controls, focus);
}

static void follow_link(nv_page *page)
{
    reader *r = reader_of(page);
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
    reader *r = reader_of(page);
    step last;
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
    show_wordings(page);
    page->is_busy = false;
    nv_page_lay_out(page);
}

static void item_wording(nv_page *page)
{
    reader *r = reader_of(page);
    const int row = nv_controls_row(&page->controls, NV_READING_WORDINGS);

    if (!r->reading.event || row < 0 ||
        (size_t)row >= r->reading.event->quotation_count)
        return;
    choose_wording(r, (size_t)row);
    show_chosen_words(page);
}

static void item_beside(nv_page *page)
{
    reader *r = reader_of(page);
    const int row = nv_controls_row(&page->controls, NV_READING_BESIDES);

    if (!r->reading.event || row < 0 ||
        (size_t)row > r->reading.event->quotation_count)
        return;
    r->beside = row - 1;
    show_chosen_words(page);
}

static void item_source(nv_page *page)
{
    show_address(page);
    nv_page_lay_out(page);
}

/* What of the event would be cited: the wording that is read, if it may be. */
static nv_citation citation_of(nv_page *page)
{
    const reader *r = reader_of(page);
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
    const reader *r = reader_of(page);
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
    const reader *r = reader_of(page);
    const nv_event *event = r->reading.event;

    if (event && r->wording < event->quotation_count &&
        event->quotations[r->wording].is_offered)
        copy(page, event->quotations[r->wording].text, NULL);
}

static void copy_note(nv_page *page)
{
    const reader *r = reader_of(page);
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
    const nv_source *source = source_of(page);
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
    .fit = fit,
    .release = release,
};

void nv_reading_open(nv_panel *panel)
{
    nv_page_show(panel, &reading_page, NULL);
}
