/* SPDX-License-Identifier: MPL-2.0 */
/* Events as CSL-JSON: an array of items with the variables of CSL 1.0.2 and
 * four of ours (party, signatory, in-force, delivered). What no variable can
 * say goes into "custom", which CSL-JSON has for that: kind and confidence, the
 * texts of the document in both languages, the sources, and each quotation with
 * its language, role and status. */
#include "registry/exchange/formats.h"

#include <string.h>

#include "base/json.h"
#include "registry/exchange/recorded.h"
#include "registry/words.h"

static const char *const text_variables[NV_ITEM_TEXT_COUNT] = {
    [NV_ITEM_TITLE] = "title",
    [NV_ITEM_TITLE_SHORT] = "title-short",
    [NV_ITEM_STATUS] = "status",
    [NV_ITEM_GENRE] = "genre",
    [NV_ITEM_EVENT_TITLE] = "event-title",
    [NV_ITEM_EVENT_PLACE] = "event-place",
    [NV_ITEM_PART_TITLE] = "part-title",
    [NV_ITEM_CONTAINER] = "container-title",
    [NV_ITEM_COLLECTION] = "collection-title",
    [NV_ITEM_VOLUME] = "volume",
    [NV_ITEM_PART] = "part-number",
    [NV_ITEM_VOLUME_TITLE] = "volume-title",
    [NV_ITEM_NUMBER] = "number",
    [NV_ITEM_ISSUE] = "issue",
    [NV_ITEM_PAGE] = "page",
    [NV_ITEM_PUBLISHER] = "publisher",
    [NV_ITEM_PUBLISHER_PLACE] = "publisher-place",
    [NV_ITEM_ARCHIVE] = "archive_location",
    [NV_ITEM_LANGUAGE] = "language",
    [NV_ITEM_URL] = "URL",
};

static const char *const name_variables[NV_ITEM_NAMES_COUNT] = {
    [NV_ITEM_AUTHOR] = "author",       [NV_ITEM_RECIPIENT] = "recipient",
    [NV_ITEM_EDITOR] = "editor",       [NV_ITEM_TRANSLATOR] = "translator",
    [NV_ITEM_AUTHORITY] = "authority", [NV_ITEM_PARTY] = "party",
    [NV_ITEM_SIGNATORY] = "signatory",
};

static const char *const date_variables[NV_ITEM_DATE_COUNT] = {
    [NV_ITEM_ISSUED] = "issued",
    [NV_ITEM_EVENT_DATE] = "event-date",
    [NV_ITEM_ORIGINAL_DATE] = "original-date",
    [NV_ITEM_IN_FORCE] = "in-force",
    [NV_ITEM_DELIVERED] = "delivered",
};

static void add_names(nv_json_writer *json, const char *name,
                      const nv_texts *names)
{
    if (names->count == 0)
        return;
    nv_json_open(json, name, '[');
    for (size_t i = 0; i < names->count; i++) {
        nv_json_open(json, NULL, '{');
        nv_json_add_text(json, "literal", names->items[i]);
        nv_json_close(json, '}');
    }
    nv_json_close(json, ']');
}

/* "1954-03-31" as [1954, 3, 31]. */
static void add_date_parts(nv_json_writer *json, const char *iso)
{
    if (!iso)
        return;
    nv_json_open(json, NULL, '[');
    for (const char *c = iso; *c; c += strcspn(c, "-"), c += *c == '-') {
        int number = 0;

        for (const char *digit = c; *digit >= '0' && *digit <= '9'; digit++)
            number = number * 10 + (*digit - '0');
        nv_json_add_number(json, NULL, number);
    }
    nv_json_close(json, ']');
}

static void add_days(nv_json_writer *json, const char *name,
                     const nv_item_days *days)
{
    if (!days->iso)
        return;
    nv_json_open(json, name, '{');
    nv_json_open(json, "date-parts", '[');
    add_date_parts(json, days->iso);
    add_date_parts(json, days->end);
    nv_json_close(json, ']');
    nv_json_close(json, '}');
}

static void add_bilingual(nv_json_writer *json, const char *name,
                          const nv_bilingual *text)
{
    if (!nv_bilingual_in(text, NV_LANGUAGE_EN))
        return;
    nv_json_open(json, name, '{');
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        nv_json_add_text(json, nv_language_code((nv_language)i), text->text[i]);
    nv_json_close(json, '}');
}

static void add_texts(nv_json_writer *json, const char *name,
                      const nv_texts *texts)
{
    if (texts->count == 0)
        return;
    nv_json_open(json, name, '[');
    for (size_t i = 0; i < texts->count; i++)
        nv_json_add_text(json, NULL, texts->items[i]);
    nv_json_close(json, ']');
}

static void add_place(nv_json_writer *json, const char *name,
                      const nv_locator *place)
{
    if (!place->label)
        return;
    nv_json_open(json, name, '{');
    nv_json_add_text(json, "label", place->label);
    nv_json_add_text(json, "value", place->value[0] ? place->value : NULL);
    nv_json_close(json, '}');
}

static void add_recorded(nv_json_writer *json, const nv_recorded_table *table,
                         const void *object)
{
    for (size_t i = 0; i < table->count; i++)
        nv_json_add_text(json, table->rows[i].name,
                         nv_recorded_text(&table->rows[i], object));
}

static void add_references(nv_json_writer *json, const nv_treaty *treaty)
{
    if (!treaty || treaty->reference_count == 0)
        return;
    nv_json_open(json, "references", '[');
    for (size_t i = 0; i < treaty->reference_count; i++) {
        const nv_treaty_reference *reference = &treaty->references[i];

        nv_json_open(json, NULL, '{');
        add_recorded(json, &nv_recorded_reference, reference);
        nv_json_add_text(json, "checked",
                         nv_checked_words.items[reference->checked]);
        nv_json_close(json, '}');
    }
    nv_json_close(json, ']');
}

static void add_source(nv_json_writer *json, const nv_source *source)
{
    nv_json_open(json, NULL, '{');
    nv_json_add_text(json, "key", source->key);
    nv_json_add_text(json, "type", source->type);
    nv_json_add_text(json, "holds", nv_holds_word(source->holds));
    nv_json_add_text(json, "checked", nv_checked_words.items[source->checked]);
    add_texts(json, "author", &source->authors);
    add_texts(json, "editor", &source->editors);
    add_recorded(json, &nv_recorded_source, source);
    nv_json_add_text(json, "url", source->url_ok ? source->url : NULL);
    nv_json_close(json, '}');
}

static void add_quotation(nv_json_writer *json, const nv_quotation *quotation)
{
    nv_json_open(json, NULL, '{');
    nv_json_add_number(json, "number", quotation->number);
    nv_json_add_text(json, "text", quotation->text);
    nv_json_add_text(json, "language", quotation->language);
    nv_json_add_text(json, "role", nv_role_word(quotation->role));
    nv_json_add_text(json, "original",
                     nv_original_words.items[quotation->original]);
    nv_json_add_text(json, "as", nv_as_word(quotation->as));
    nv_json_add_text(json, "source", quotation->source->key);
    nv_json_add_text(json, "status", nv_status_word(quotation->status));
    nv_json_add_text(json, "translator", quotation->translator);
    add_bilingual(json, "of", &quotation->of);
    nv_json_add_text(json, "of-date", quotation->of_iso);
    add_bilingual(json, "translation", &quotation->translation);
    add_place(json, "pinpoint", &quotation->pinpoint);
    add_place(json, "in-source", &quotation->in_source);
    add_bilingual(json, "caution", &quotation->caution);
    nv_json_close(json, '}');
}

/* In all languages: the variables have each text in one. */
static void add_document(nv_json_writer *json, const nv_document *document)
{
    if (document->is_none) {
        nv_json_add_text(json, "document", "none");
        return;
    }
    nv_json_open(json, "document", '{');
    add_bilingual(json, "genre", &document->genre);
    add_bilingual(json, "from", &document->from);
    add_bilingual(json, "to", &document->to);
    add_bilingual(json, "description", &document->description);
    nv_json_add_text(json, "title-language", document->title_language);
    add_bilingual(json, "short", &document->short_form);
    add_texts(json, "language", &document->languages);
    nv_json_close(json, '}');
}

static void add_custom(nv_json_writer *json, const nv_event *event)
{
    nv_json_open(json, "custom", '{');
    nv_json_add_text(json, "kind", nv_kind_word(event->kind));
    nv_json_add_text(json, "confidence", nv_status_word(event->confidence));
    add_document(json, &event->document);
    add_bilingual(json, "title", &event->title);
    add_references(json, event->treaty);
    nv_json_open(json, "sources", '[');
    for (size_t i = 0; i < event->source_count; i++)
        add_source(json, &event->sources[i]);
    nv_json_close(json, ']');
    nv_json_open(json, "quotations", '[');
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered)
            add_quotation(json, &event->quotations[i]);
    nv_json_close(json, ']');
    nv_json_close(json, '}');
}

static void begin(nv_buffer *out, const char *pack)
{
    (void)pack;
    nv_buffer_add_char(out, '[');
}

static void add(nv_buffer *out, const nv_item *item, size_t index)
{
    nv_json_writer json = {.out = out};

    nv_buffer_add_text(out, index ? ",\n" : "\n");
    nv_json_open(&json, NULL, '{');
    nv_json_add_text(&json, "id", item->event->id);
    nv_json_add_text(&json, "type", item->type);
    for (size_t i = 0; i < NV_ITEM_TEXT_COUNT; i++)
        nv_json_add_text(&json, text_variables[i], item->texts[i]);
    for (size_t i = 0; i < NV_ITEM_NAMES_COUNT; i++)
        add_names(&json, name_variables[i], &item->names[i]);
    for (size_t i = 0; i < NV_ITEM_DATE_COUNT; i++)
        add_days(&json, date_variables[i], &item->dates[i]);
    add_custom(&json, item->event);
    nv_json_close(&json, '}');
}

static void end(nv_buffer *out)
{
    nv_buffer_add_text(out, "\n]\n");
}

const nv_export_format nv_export_csl = {"csl-json", begin, add, end};
