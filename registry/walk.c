/* SPDX-License-Identifier: MPL-2.0 */
/* See walk.h. */
#include "registry/walk.h"

#include <stdio.h>
#include <stdlib.h>

#include "registry/date_words.h"
#include "registry/store.h"

/* Words by which people ask for a kind of event, beside its name in the data;
 * both languages. */
static const char *const kind_words[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = "treaty agreement pact traité accord pacte",
    [NV_KIND_NOTE] = "note memorandum mémorandum",
    [NV_KIND_REPLY] = "reply answer response réponse",
    [NV_KIND_REFUSAL] = "refusal refuse refused rejection reply answer refus "
                        "refuse refusé rejet réponse",
    [NV_KIND_SPEECH] = "speech address discours allocution",
    [NV_KIND_STATEMENT] = "statement déclaration propos",
    [NV_KIND_CONFERENCE] = "conference meeting conférence réunion",
    [NV_KIND_DECLARATION] = "declaration déclaration",
    [NV_KIND_WITHDRAWAL] = "withdrawal denunciation retrait dénonciation",
    [NV_KIND_RESOLUTION] = "resolution résolution",
};

typedef struct {
    const nv_registry *registry;
    nv_gather *gather;
    const nv_quotation **quotations;
    size_t quotation_count; /* written so far, with [0] */
    struct named {
        size_t first, count; /* of the mentions a name gave; 0: none yet */
    } * names;               /* by name */
} walker;

static void add_bilingual(walker *w, nv_zone zone, const nv_bilingual *text)
{
    for (size_t i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        nv_gather_text(w->gather, zone, text->text[i]);
}

static void add_texts(walker *w, nv_zone zone, const nv_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        nv_gather_text(w->gather, zone, texts->items[i]);
}

/* A name under all its forms: USSR, URSS, СССР are one party. It is folded at
 * the first record that has it; later ones take what was gathered then. */
static void add_name(walker *w, nv_zone zone, const char *canonical)
{
    size_t index;
    struct named *named;
    const nv_name *name;

    if (!nv_store_find_name(w->registry, canonical, &index)) {
        nv_gather_words(w->gather, zone, canonical);
        return;
    }
    named = &w->names[index];
    if (named->count > 0) {
        nv_gather_again(w->gather, zone, named->first, named->count);
        return;
    }
    name = w->registry->names[index];
    named->first = w->gather->mention_count;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        nv_gather_words(w->gather, zone, name->in[i]);
    add_texts(w, zone, &name->variants);
    named->count = w->gather->mention_count - named->first;
}

/* A date, and its parts as words, so that one still being typed ("31 ma",
 * "1954-0") is found. */
static void add_date(walker *w, const char *iso, const char *end,
                     nv_date_standing standing)
{
    nv_days days, until;
    int month, day;
    char words[80];

    if (!nv_days_from_iso(iso, &days))
        return;
    if (end && nv_days_from_iso(end, &until))
        days.last = until.last;
    nv_gather_date(w->gather, NV_ZONE_DATE, &days, standing);
    nv_gather_words(w->gather, NV_ZONE_DATE, iso);
    month = days.first / 100 % 100;
    day = days.first % 100;
    if (month == 0)
        return;
    snprintf(words, sizeof words, day ? "%s %s %d %d" : "%s %s %d",
             nv_date_words_month(month, NV_LANGUAGE_EN),
             nv_date_words_month(month, NV_LANGUAGE_FR), month, day);
    nv_gather_words(w->gather, NV_ZONE_DATE, words);
}

/* The parts of an event. */

static void walk_document(walker *w, const nv_document *document)
{
    add_bilingual(w, NV_ZONE_DOCUMENT, &document->description);
    add_bilingual(w, NV_ZONE_DOCUMENT, &document->short_form);
    nv_gather_text(w->gather, NV_ZONE_DOCUMENT, document->title);
}

static void walk_dates(walker *w, const nv_event_date *date)
{
    add_date(w, date->iso, date->end, NV_DATE_OF_RECORD);
    for (size_t i = 0; i < date->variant_count; i++)
        add_date(w, date->variants[i].iso, NULL, NV_DATE_OF_VARIANT);
}

static void walk_names(walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->person_count; i++)
        add_name(w, NV_ZONE_PEOPLE, event->people[i].name);
    for (size_t i = 0; i < event->parties.count; i++)
        add_name(w, NV_ZONE_PARTY, event->parties.items[i]);
}

/* Beyond what a posting can number, quotations are searched but not told
 * apart. */
static void walk_quotations(walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *quotation = &event->quotations[i];
        const size_t number = w->quotation_count++;

        w->quotations[number] = quotation;
        w->gather->quotation = number <= UINT16_MAX ? (uint16_t)number : 0;
        nv_gather_text(w->gather, NV_ZONE_QUOTATION, quotation->text);
        add_bilingual(w, NV_ZONE_QUOTATION, &quotation->of);
    }
    w->gather->quotation = 0;
}

static void walk_sources(walker *w, const nv_event *event)
{
    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *source = &event->sources[i];

        add_texts(w, NV_ZONE_SOURCE, &source->authors);
        nv_gather_text(w->gather, NV_ZONE_SOURCE, source->title);
        nv_gather_text(w->gather, NV_ZONE_SOURCE, source->item);
        nv_gather_text(w->gather, NV_ZONE_SOURCE, source->short_form);
    }
}

static void walk_event(walker *w, const nv_event *event)
{
    add_bilingual(w, NV_ZONE_TITLE, &event->title);
    walk_document(w, &event->document);
    nv_gather_words(w->gather, NV_ZONE_KIND, kind_words[event->kind]);
    walk_dates(w, &event->date);
    walk_names(w, event);
    nv_gather_words(w->gather, NV_ZONE_PLACE, event->place);
    add_bilingual(w, NV_ZONE_SUMMARY, &event->summary);
    walk_quotations(w, event);
    walk_sources(w, event);
}

void nv_walk(const nv_registry *registry, nv_gather *gather,
             const nv_quotation *quotations[])
{
    walker w = {registry, gather, quotations, 1, NULL};

    w.names = calloc(registry->name_count + 1, sizeof *w.names);
    gather->failed = gather->failed || !w.names;
    for (size_t i = 0; i < registry->event_count && !gather->failed; i++) {
        gather->record = (uint32_t)i;
        walk_event(&w, registry->events[i]);
    }
    for (size_t i = 0; i < registry->statement_count && !gather->failed; i++) {
        gather->record = (uint32_t)(registry->event_count + i);
        nv_gather_text(gather, NV_ZONE_STATEMENT,
                       registry->statements[i].words);
    }
    free(w.names);
}
