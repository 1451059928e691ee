/* SPDX-License-Identifier: MPL-2.0 */
/* See describe.h. */
#include "registry/describe.h"

#include "registry/words.h"

/* Lines. `indent` is in spaces; a text that is NULL has no line. */

static void add_line(nv_buffer *out, int indent, const char *label,
                     const char *text)
{
    if (text)
        nv_buffer_add_format(out, "%*s%s: %s\n", indent, "", label, text);
}

static void add_bilingual(nv_buffer *out, int indent, const char *label,
                          const nv_bilingual *text)
{
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        if (text->text[i])
            nv_buffer_add_format(out, "%*s%s.%s: %s\n", indent, "", label,
                                 nv_language_code((nv_language)i),
                                 text->text[i]);
}

static void add_texts(nv_buffer *out, int indent, const char *label,
                      const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        add_line(out, indent, label, texts->items[i]);
}

static void add_locator(nv_buffer *out, const char *label,
                        const nv_locator *locator)
{
    if (locator->label)
        nv_buffer_add_format(out, "  %s: %s%s%s\n", label, locator->label,
                             locator->value[0] ? " " : "", locator->value);
}

/* Parts of an event. */

static void add_document(nv_buffer *out, const nv_document *document)
{
    const char gender[2] = {document->gender_fr, '\0'};

    if (document->is_none) {
        add_line(out, 0, "document", "none");
        return;
    }
    nv_buffer_add_text(out, "document:\n");
    add_bilingual(out, 2, "genre", &document->genre);
    add_bilingual(out, 2, "from", &document->from);
    add_bilingual(out, 2, "to", &document->to);
    add_bilingual(out, 2, "description", &document->description);
    if (document->title)
        nv_buffer_add_format(out, "  title (%s): %s\n",
                             document->title_language, document->title);
    add_bilingual(out, 2, "short", &document->short_form);
    add_line(out, 2, "gender-fr", gender[0] ? gender : NULL);
    add_texts(out, 2, "language", &document->languages);
}

static void add_date(nv_buffer *out, const nv_event_date *date)
{
    add_line(out, 0, "date", date->iso);
    add_line(out, 0, "end", date->end);
    for (size_t i = 0; i < date->variant_count; i++) {
        const nv_date_variant *variant = &date->variants[i];

        nv_buffer_add_format(out, "  %zu. %s %s%s%s\n", i + 1,
                             nv_date_what_word(variant->what), variant->iso,
                             variant->note ? ": " : "",
                             variant->note ? variant->note : "");
    }
}

static void add_person(nv_buffer *out, const nv_person *person)
{
    nv_buffer_add_format(out, "person: %s\n  act: %s\n", person->name,
                         nv_act_word(person->act));
    add_line(out, 2, "for", person->for_party);
    add_bilingual(out, 2, "office", &person->office);
    add_bilingual(out, 2, "remark", &person->remark);
}

static void add_quotation(nv_buffer *out, const nv_quotation *quotation)
{
    nv_buffer_add_format(out, "quotation %d (%s): %s\n", quotation->number,
                         quotation->language, quotation->text);
    add_line(out, 2, "role", nv_role_word(quotation->role));
    add_line(out, 2, "original", nv_original_words.items[quotation->original]);
    add_line(out, 2, "as", nv_as_word(quotation->as));
    add_line(out, 2, "status", nv_status_word(quotation->status));
    add_line(out, 2, "offered", quotation->is_offered ? "yes" : "no");
    add_bilingual(out, 2, "of", &quotation->of);
    add_line(out, 2, "of date", quotation->of_iso);
    add_line(out, 2, "translator", quotation->translator);
    add_bilingual(out, 2, "translation", &quotation->translation);
    add_locator(out, "pinpoint", &quotation->pinpoint);
    add_locator(out, "in source", &quotation->in_source);
    add_line(out, 2, "source", quotation->source->key);
    add_bilingual(out, 2, "caution", &quotation->caution);
    add_line(out, 2, "where", quotation->where);
    add_line(out, 2, "note", quotation->note);
}

static void add_source(nv_buffer *out, const nv_source *source)
{
    const struct {
        const char *label, *text;
    } lines[] = {
        {"type", source->type},
        {"holds", nv_holds_word(source->holds)},
        {"checked", nv_checked_words.items[source->checked]},
        {"title", source->title},
        {"item", source->item},
        {"container", source->container},
        {"collection", source->collection},
        {"series", source->series},
        {"volume", source->volume},
        {"part", source->part},
        {"volume title", source->volume_title},
        {"number", source->number},
        {"document", source->document},
        {"pages", source->pages},
        {"columns", source->columns},
        {"date", source->date},
        {"place", source->place},
        {"publisher", source->publisher},
        {"year", source->year},
        {"archive ref", source->archive_ref},
        {"registration", source->registration},
        {"short form", source->short_form},
        {"institution", source->institution},
        {"translator", source->translator},
        {"access", source->access},
        {source->url_ok ? "url" : "url (not for notes)", source->url},
        {"basis", source->basis},
        {"note", source->note},
    };

    add_line(out, 0, "source", source->key);
    add_texts(out, 2, "author", &source->authors);
    add_texts(out, 2, "editor", &source->editors);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(out, 2, lines[i].label, lines[i].text);
    add_bilingual(out, 2, "role note", &source->role_note);
}

static void add_reference(nv_buffer *out, const nv_treaty_reference *reference)
{
    add_line(out, 2, "reference", reference->series);
    add_line(out, 4, "volume", reference->volume);
    add_line(out, 4, "part", reference->part);
    add_line(out, 4, "page", reference->page);
    add_line(out, 4, "number", reference->number);
    add_line(out, 4, "registration", reference->registration);
    add_line(out, 4, "year", reference->year);
    add_line(out, 4, "checked", nv_checked_words.items[reference->checked]);
    add_bilingual(out, 4, "note", &reference->note);
}

static void add_treaty(nv_buffer *out, const nv_treaty *treaty)
{
    nv_buffer_add_text(out, "treaty:\n");
    for (size_t i = 0; i < treaty->reference_count; i++)
        add_reference(out, &treaty->references[i]);
    add_line(out, 2,
             treaty->in_force_is_doubtful ? "in force (doubtful)" : "in force",
             treaty->in_force);
    add_bilingual(out, 2, "in force note", &treaty->in_force_note);
    add_texts(out, 2, "depositary", &treaty->depositary);
    add_texts(out, 2, "authentic", &treaty->authentic);
    add_bilingual(out, 2, "term", &treaty->term);
    add_bilingual(out, 2, "notes", &treaty->notes);
}

static void add_lists(nv_buffer *out, const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        add_quotation(out, &event->quotations[i]);
    for (size_t i = 0; i < event->source_count; i++)
        add_source(out, &event->sources[i]);
    for (size_t i = 0; i < event->relation_count; i++)
        add_line(out, 0, event->relations[i].type, event->relations[i].target);
    if (event->treaty)
        add_treaty(out, event->treaty);
    for (size_t i = 0; i < event->conflict_count; i++)
        add_bilingual(out, 0, "conflict", &event->conflicts[i]);
    add_texts(out, 0, "statement", &event->statements);
}

void nv_describe_event(const nv_event *event, nv_buffer *out)
{
    add_line(out, 0, "id", event->id);
    add_line(out, 0, "key", event->key);
    add_line(out, 0, "kind", nv_kind_word(event->kind));
    add_line(out, 0, "confidence", nv_status_word(event->confidence));
    add_bilingual(out, 0, "title", &event->title);
    add_document(out, &event->document);
    add_date(out, &event->date);
    add_line(out, 0, "place", event->place);
    add_line(out, 0, "place role", event->place_role);
    add_texts(out, 0, "party", &event->parties);
    for (size_t i = 0; i < event->person_count; i++)
        add_person(out, &event->people[i]);
    add_bilingual(out, 0, "summary", &event->summary);
    add_lists(out, event);
}

void nv_describe_statement(const nv_statement *statement, nv_buffer *out)
{
    nv_buffer_add_format(out, "%s (%s): %s\n%s\n", statement->id,
                         nv_verdict_word(statement->verdict), statement->words,
                         nv_bilingual_in(&statement->answer, NV_LANGUAGE_EN));
}
