/* SPDX-License-Identifier: MPL-2.0 */
/* See import_record.h. */
#include "registry/exchange/import_record.h"

#include <string.h>

#include "registry/exchange/markup.h"
#include "registry/exchange/recorded.h"
#include "registry/words.h"

static bool is_blank(const char *text)
{
    return !text || text[strspn(text, " \t\r\n")] == '\0';
}

static void add(nv_buffer *out, int indent, const char *name,
                const char *language, const char *text)
{
    if (is_blank(text))
        return;
    nv_buffer_add_format(out, "%*s<%s", indent, "", name);
    nv_markup_add_attribute(out, "xml:lang", language);
    nv_buffer_add_char(out, '>');
    nv_markup_add(out, text);
    nv_buffer_add_format(out, "</%s>\n", name);
}

static void add_bilingual(nv_buffer *out, int indent, const char *name,
                          const nv_bilingual *text)
{
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        add(out, indent, name, nv_language_code((nv_language)i), text->text[i]);
}

static void add_texts(nv_buffer *out, int indent, const char *name,
                      const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        add(out, indent, name, NULL, texts->items[i]);
}

static void add_document(nv_buffer *out, const nv_document *document)
{
    if (document->is_none) {
        nv_buffer_add_text(out, "  <document none=\"true\"/>\n");
        return;
    }
    nv_buffer_add_text(out, "  <document>\n");
    add_bilingual(out, 3, "genre", &document->genre);
    add_bilingual(out, 3, "from", &document->from);
    add_bilingual(out, 3, "to", &document->to);
    add_bilingual(out, 3, "description", &document->description);
    add(out, 3, "title", document->title_language, document->title);
    add_bilingual(out, 3, "short", &document->short_form);
    add_texts(out, 3, "language", &document->languages);
    nv_buffer_add_text(out, "  </document>\n");
}

static void add_date(nv_buffer *out, const nv_event_date *date)
{
    nv_buffer_add_format(out, "  <date iso=\"%s\"", date->iso);
    nv_markup_add_attribute(out, "end", date->end);
    nv_buffer_add_format(out, " precision=\"%s\">\n",
                         date->is_month ? "month" : "day");
    for (size_t i = 0; i < date->variant_count; i++)
        nv_buffer_add_format(out, "   <variant iso=\"%s\" what=\"%s\"/>\n",
                             date->variants[i].iso,
                             nv_date_what_word(date->variants[i].what));
    nv_buffer_add_text(out, "  </date>\n");
}

static void add_person(nv_buffer *out, const nv_person *person)
{
    nv_buffer_add_text(out, "  <person");
    nv_markup_add_attribute(out, "name", person->name);
    nv_buffer_add_format(out, " act=\"%s\"/>\n", nv_act_word(person->act));
}

static void add_place(nv_buffer *out, const char *name, const nv_locator *place)
{
    if (!place->label)
        return;
    nv_buffer_add_format(out, "   <%s", name);
    nv_markup_add_attribute(out, "label", place->label);
    if (!is_blank(place->value))
        nv_markup_add_attribute(out, "value", place->value);
    nv_buffer_add_text(out, "/>\n");
}

static void add_whose(nv_buffer *out, const nv_quotation *quotation)
{
    if (quotation->role == NV_ROLE_DOCUMENT)
        return;
    nv_buffer_add_text(out, "   <of");
    nv_markup_add_attribute(out, "iso", quotation->of_iso);
    nv_buffer_add_text(out, ">\n");
    add_bilingual(out, 4, "description", &quotation->of);
    nv_buffer_add_text(out, "   </of>\n");
}

static void add_quotation(nv_buffer *out, const nv_quotation *quotation)
{
    nv_buffer_add_format(out, "  <quotation number=\"%d\"", quotation->number);
    nv_markup_add_attribute(out, "role", nv_role_word(quotation->role));
    nv_markup_add_attribute(out, "original",
                            nv_original_words.items[quotation->original]);
    nv_markup_add_attribute(out, "as", nv_as_word(quotation->as));
    nv_markup_add_attribute(out, "source", quotation->source->key);
    nv_markup_add_attribute(out, "status", nv_status_word(quotation->status));
    nv_markup_add_attribute(out, "translator", quotation->translator);
    nv_buffer_add_text(out,
                       quotation->is_offered ? ">\n" : " ship=\"false\">\n");
    add(out, 3, "text", quotation->language, quotation->text);
    add_whose(out, quotation);
    add_bilingual(out, 3, "translation", &quotation->translation);
    add_place(out, "pinpoint", &quotation->pinpoint);
    add_place(out, "in-source", &quotation->in_source);
    add_bilingual(out, 3, "caution", &quotation->caution);
    nv_buffer_add_text(out, "  </quotation>\n");
}

static void add_source(nv_buffer *out, const nv_source *source)
{
    nv_buffer_add_text(out, "  <source");
    nv_markup_add_attribute(out, "key", source->key);
    nv_markup_add_attribute(out, "type", source->type);
    nv_markup_add_attribute(out, "holds", nv_holds_word(source->holds));
    nv_markup_add_attribute(out, "checked",
                            nv_checked_words.items[source->checked]);
    nv_buffer_add_text(out, ">\n");
    add_texts(out, 3, "author", &source->authors);
    add_texts(out, 3, "editor", &source->editors);
    for (size_t i = 0; i < nv_recorded_source.count; i++)
        add(out, 3, nv_recorded_source.rows[i].name, NULL,
            nv_recorded_text(&nv_recorded_source.rows[i], source));
    if (source->url) {
        nv_buffer_add_format(out, "   <url ok=\"%s\">",
                             source->url_ok ? "true" : "false");
        nv_markup_add(out, source->url);
        nv_buffer_add_text(out, "</url>\n");
    }
    add(out, 3, "basis", NULL, source->basis);
    nv_buffer_add_text(out, "  </source>\n");
}

static void add_reference(nv_buffer *out, const nv_treaty_reference *reference)
{
    const nv_recorded_table *table = &nv_recorded_reference;

    nv_buffer_add_text(out, "   <reference");
    for (size_t i = 0; i < table->count; i++)
        nv_markup_add_attribute(out, table->rows[i].name,
                                nv_recorded_text(&table->rows[i], reference));
    nv_markup_add_attribute(out, "checked",
                            nv_checked_words.items[reference->checked]);
    nv_buffer_add_text(out, "/>\n");
}

static void add_treaty(nv_buffer *out, const nv_treaty *treaty)
{
    nv_buffer_add_text(out, "  <treaty>\n");
    for (size_t i = 0; i < treaty->reference_count; i++)
        add_reference(out, &treaty->references[i]);
    if (treaty->in_force)
        nv_buffer_add_format(out, "   <in-force iso=\"%s\"/>\n",
                             treaty->in_force);
    add_texts(out, 3, "depositary", &treaty->depositary);
    nv_buffer_add_text(out, "  </treaty>\n");
}

void nv_record_add(nv_buffer *out, const nv_event *event)
{
    nv_buffer_add_format(out,
                         " <event id=\"%s\" key=\"%s\" kind=\"%s\" "
                         "confidence=\"%s\">\n",
                         event->id, event->key, nv_kind_word(event->kind),
                         nv_status_word(event->confidence));
    add_bilingual(out, 2, "title", &event->title);
    add_document(out, &event->document);
    add_date(out, &event->date);
    add(out, 2, "place", NULL, event->place);
    add_texts(out, 2, "party", &event->parties);
    for (size_t i = 0; i < event->person_count; i++)
        add_person(out, &event->people[i]);
    for (size_t i = 0; i < event->quotation_count; i++)
        add_quotation(out, &event->quotations[i]);
    for (size_t i = 0; i < event->source_count; i++)
        add_source(out, &event->sources[i]);
    if (event->treaty)
        add_treaty(out, event->treaty);
    nv_buffer_add_text(out, " </event>\n");
}
