/* SPDX-License-Identifier: MPL-2.0 */
/* See reader.h: from what is recorded to the controls of the page. */
#include "sidebar/reader.h"

#include "sidebar/exchange.h"
#include "sidebar/reading_picture.h"
#include "sidebar/reading_plan.h"
#include "sidebar/say_parts.h"

nv_reader *nv_reader_of(const nv_page *page)
{
    return page->data;
}

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

        say(&row, &nv_reader_of(page)->reading, i);
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
    const nv_reading *reading = &nv_reader_of(page)->reading;
    nv_buffer name = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    nv_reading_wording_name(&name, reading, wording);
    nv_reading_wording(&text, reading, wording);
    nv_controls_set_label(&page->controls, label, name.text);
    nv_controls_set_text(&page->controls, field, text.text);
    nv_buffer_release(&name);
    nv_buffer_release(&text);
}

void nv_reader_show_wordings(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
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

const nv_source *nv_reader_source(const nv_page *page)
{
    const nv_event *event = nv_reader_of(page)->reading.event;
    const int row = nv_controls_row(&page->controls, NV_READING_SOURCES);

    return event && row >= 0 && (size_t)row < event->source_count
               ? &event->sources[row]
               : NULL;
}

/* The button says where it goes, and its help the whole address. */
void nv_reader_show_address(nv_page *page)
{
    const nv_phrases *phrases = nv_reader_of(page)->reading.phrases;
    const nv_source *source = nv_reader_source(page);
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

void nv_reader_fit(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
    nv_exchange exchange;
    const bool is_there =
        r->reading.event && nv_exchange_find(&exchange, &r->reading);

    show_range(page, NV_READING_PICTURE_LABEL, NV_READING_PICTURE, is_there);
    if (is_there)
        nv_reading_picture_show(page, NV_READING_PICTURE, &exchange);
}

void nv_reader_show(nv_page *page)
{
    const nv_reader *r = nv_reader_of(page);
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
    nv_reader_show_wordings(page);
    set_rows(page, NV_READING_LINKS, nv_reading_link, event->relation_count,
             NULL);
    show_range(page, NV_READING_LINKS_LABEL, NV_READING_LINKS,
               event->relation_count > 0);
    set_rows(page, NV_READING_SOURCES, nv_reading_source_row,
             event->source_count, NULL);
    show_range(page, NV_READING_SOURCES_LABEL, NV_READING_SOURCES,
               event->source_count > 0);
    nv_controls_select(&page->controls, NV_READING_SOURCES, 0);
    nv_reader_show_address(page);
    nv_controls_set_label(&page->controls, NV_READING_MESSAGE, "");
}
