/* SPDX-License-Identifier: MPL-2.0 */
/* See walk.h. */
#include "registry/index/walk.h"

/* Words by which people ask for a kind of event, beside its name in the data;
 * five languages. */
static const char *const kind_words[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = "treaty agreement pact traité accord pacte Vertrag "
                       "Abkommen tratado acuerdo договор соглашение",
    [NV_KIND_NOTE] = "note memorandum mémorandum letter message lettre "
                     "Brief carta nota нота записка письмо послание",
    [NV_KIND_REPLY] = "reply answer response réponse Antwort respuesta ответ",
    [NV_KIND_REFUSAL] = "refusal refuse refused rejection reply answer refus "
                        "refuse refusé rejet réponse Ablehnung rechazo отказ",
    [NV_KIND_SPEECH] = "speech address discours allocution Rede discurso речь",
    [NV_KIND_STATEMENT] = "statement déclaration propos Erklärung заявление",
    [NV_KIND_CONFERENCE] = "conference meeting conférence réunion Konferenz "
                           "conferencia конференция",
    [NV_KIND_DECLARATION] = "declaration déclaration Erklärung declaración "
                            "декларация заявление",
    [NV_KIND_WITHDRAWAL] = "withdrawal denunciation retrait dénonciation "
                           "Austritt retirada выход",
    [NV_KIND_RESOLUTION] = "resolution résolution Resolution резолюция",
};

/* Where the parts of an event go. */
typedef struct {
    const nv_sink *sink;
    void *to;
} walker;

static void add_text(const walker *w, nv_zone zone, const char *text)
{
    if (text)
        w->sink->text(w->to, zone, text);
}

static void add_bilingual(const walker *w, nv_zone zone,
                          const nv_bilingual *text)
{
    for (size_t i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        add_text(w, zone, text->text[i]);
}

static void add_texts(const walker *w, nv_zone zone, const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        add_text(w, zone, texts->items[i]);
}

/* The parts of an event. */

static void walk_document(const walker *w, const nv_document *document)
{
    add_bilingual(w, NV_ZONE_DOCUMENT, &document->description);
    add_bilingual(w, NV_ZONE_DOCUMENT, &document->short_form);
    add_text(w, NV_ZONE_DOCUMENT, document->title);
    add_bilingual(w, NV_ZONE_SENDER, &document->from);
}

static void walk_dates(const walker *w, const nv_event_date *date)
{
    w->sink->date(w->to, date->iso, date->end, NV_DATE_OF_RECORD);
    for (size_t i = 0; i < date->variant_count; i++)
        w->sink->date(w->to, date->variants[i].iso, NULL, NV_DATE_OF_VARIANT);
}

static void walk_names(const walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->person_count; i++)
        w->sink->name(w->to, NV_ZONE_PEOPLE, event->people[i].name);
    for (size_t i = 0; i < event->parties.count; i++)
        w->sink->name(w->to, NV_ZONE_PARTY, event->parties.items[i]);
}

static void walk_quotations(const walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        w->sink->quotation(w->to, &event->quotations[i]);
        add_text(w, NV_ZONE_QUOTATION, event->quotations[i].text);
        add_bilingual(w, NV_ZONE_QUOTATION, &event->quotations[i].of);
    }
    w->sink->quotation(w->to, NULL);
}

static void walk_sources(const walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *source = &event->sources[i];

        add_texts(w, NV_ZONE_SOURCE, &source->authors);
        add_text(w, NV_ZONE_SOURCE, source->title);
        add_text(w, NV_ZONE_SOURCE, source->item);
        add_text(w, NV_ZONE_SOURCE, source->short_form);
    }
}

void nv_walk_event(const nv_event *event, const nv_sink *sink, void *to)
{
    const walker w = {sink, to};

    add_text(&w, NV_ZONE_ID, event->id);
    add_bilingual(&w, NV_ZONE_TITLE, &event->title);
    walk_document(&w, &event->document);
    add_text(&w, NV_ZONE_KIND, kind_words[event->kind]);
    walk_dates(&w, &event->date);
    walk_names(&w, event);
    add_text(&w, NV_ZONE_PLACE, event->place);
    add_bilingual(&w, NV_ZONE_SUMMARY, &event->summary);
    walk_quotations(&w, event);
    walk_sources(&w, event);
}
