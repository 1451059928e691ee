/* SPDX-License-Identifier: MPL-2.0 */
/* Events as TEI P5, in the form of the Office of the Historian: a div of type
 * document for each, with head, dateline, sender, addressee and source note.
 * The paragraphs are the recorded quotations, each in a <quote> that says its
 * role, status and language; a note beside it says the rest. */
#include "registry/exchange/formats.h"

#include "registry/exchange/markup.h"

static void begin(nv_buffer *out, const char *pack)
{
    nv_buffer_add_format(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"%s%s\">\n"
        " <teiHeader>\n  <fileDesc>\n   <titleStmt>\n"
        "    <title>Events of the registry “%s”</title>\n   </titleStmt>\n"
        "   <publicationStmt>\n    <p>Exported from a pack of Note "
        "Verbale.</p>\n"
        "   </publicationStmt>\n   <sourceDesc>\n"
        "    <p>The source of each document is in its source note.</p>\n"
        "   </sourceDesc>\n  </fileDesc>\n </teiHeader>\n <text>\n  <body>\n",
        "pack-", pack, pack);
}

static void end(nv_buffer *out)
{
    nv_buffer_add_text(out, "  </body>\n </text>\n</TEI>\n");
}

static void add_date(nv_buffer *out, const nv_event_date *date)
{
    nv_buffer_add_text(out, "<date");
    nv_markup_add_attribute(out, date->end ? "from" : "when", date->iso);
    nv_markup_add_attribute(out, "to", date->end);
    nv_buffer_add_format(out, ">%s", date->iso);
    if (date->end)
        nv_buffer_add_format(out, "/%s", date->end);
    nv_buffer_add_text(out, "</date>");
}

static void add_names(nv_buffer *out, const char *type, const nv_texts *names)
{
    for (size_t i = 0; i < names->count; i++) {
        nv_buffer_add_format(out, "     <persName type=\"%s\">", type);
        nv_markup_add(out, names->items[i]);
        nv_buffer_add_text(out, "</persName>\n");
    }
}

static void add_opener(nv_buffer *out, const nv_item *item)
{
    nv_buffer_add_text(out, "    <opener>\n     <dateline>");
    if (item->event->place) {
        nv_buffer_add_text(out, "<placeName>");
        nv_markup_add(out, item->event->place);
        nv_buffer_add_text(out, "</placeName>, ");
    }
    add_date(out, &item->event->date);
    nv_buffer_add_text(out, "</dateline>\n");
    if (!item->event->document.is_none) {
        add_names(out, "from", &item->names[NV_ITEM_AUTHOR]);
        add_names(out, "to", &item->names[NV_ITEM_RECIPIENT]);
    }
    nv_buffer_add_text(out, "    </opener>\n");
}

/* Adds plain words as an element's text. */
static void add_words(nv_buffer *out, nv_buffer *words)
{
    nv_markup_add(out, words->text);
    out->failed = out->failed || words->failed;
    nv_buffer_release(words);
}

static void add_source(nv_buffer *out, const nv_source *source)
{
    nv_buffer words = NV_BUFFER_INIT;

    if (!source)
        return;
    nv_export_add_source(&words, source);
    nv_buffer_add_text(out, "    <note type=\"source\">");
    add_words(out, &words);
    nv_buffer_add_text(out, "</note>\n");
}

/* A type of TEI is one word: "text-seen". */
static void add_word(nv_buffer *out, const char *name, const char *word)
{
    nv_buffer_add_format(out, " %s=\"", name);
    for (; *word; word++)
        nv_buffer_add_char(out, *word == ' ' ? '-' : *word);
    nv_buffer_add_char(out, '"');
}

static void add_quotation(nv_buffer *out, const nv_quotation *quotation)
{
    nv_buffer words = NV_BUFFER_INIT;

    nv_buffer_add_format(out, "    <p><quote n=\"%d\"", quotation->number);
    add_word(out, "type", nv_role_word(quotation->role));
    add_word(out, "subtype", nv_status_word(quotation->status));
    nv_markup_add_attribute(out, "xml:lang", quotation->language);
    nv_buffer_add_char(out, '>');
    nv_markup_add(out, quotation->text);
    nv_buffer_add_text(out, "</quote><note type=\"standing\">");
    nv_export_add_standing(&words, quotation);
    add_words(out, &words);
    nv_buffer_add_text(out, "</note></p>\n");
}

/* What is no document is headed by our own title, and the only item of the
 * kind that has one. */
static void add(nv_buffer *out, const nv_item *item, size_t index)
{
    const nv_event *event = item->event;
    const char *event_title = item->texts[NV_ITEM_EVENT_TITLE];

    nv_buffer_add_format(out,
                         "   <div type=\"document\" subtype=\"%s\" "
                         "xml:id=\"d-%s\" n=\"%zu\">\n    <head>",
                         nv_kind_word(event->kind), event->id, index + 1);
    nv_markup_add(out, event_title ? event_title : item->texts[NV_ITEM_TITLE]);
    nv_buffer_add_text(out, "</head>\n");
    add_opener(out, item);
    add_source(out, item->source);
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered)
            add_quotation(out, &event->quotations[i]);
    nv_buffer_add_text(out, "   </div>\n");
}

const nv_export_format nv_export_tei = {"tei", begin, add, end};
