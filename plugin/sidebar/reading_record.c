/* SPDX-License-Identifier: MPL-2.0 */
/* See reading.h: what happened, and what sources say of it. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/exchange.h"
#include "sidebar/reading_parts.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

const char *nv_reading_in(const nv_reading *reading, const nv_bilingual *text)
{
    return nv_bilingual_in(text, reading->words);
}

const char *nv_reading_name(const nv_reading *reading, const char *canonical)
{
    return nv_say_name(reading->registry, reading->words, canonical);
}

void nv_reading_line(nv_buffer *out, const nv_reading *reading, nv_label label,
                     const char *text)
{
    nv_buffer name = NV_BUFFER_INIT;

    if (!text || !*text)
        return;
    nv_phrase_item(&name, reading->phrases, NV_PHRASE_LABELS, label);
    nv_say_new_line(out);
    nv_say_filled(out, reading->phrases, NV_PHRASE_LIST, name.text, text);
    nv_buffer_release(&name);
}

void nv_reading_join(nv_buffer *out, const char *text)
{
    if (out->len > 0)
        nv_buffer_add_text(out, "; ");
    nv_buffer_add_text(out, text);
}

void nv_reading_join_item(nv_buffer *out, const nv_reading *reading,
                          nv_phrase phrase, size_t index)
{
    nv_buffer word = NV_BUFFER_INIT;

    nv_phrase_item(&word, reading->phrases, phrase, index);
    nv_reading_join(out, word.text);
    nv_buffer_release(&word);
}

void nv_reading_join_term(nv_buffer *out, const nv_reading *reading,
                          nv_phrase vocabulary, const char *term)
{
    nv_buffer word = NV_BUFFER_INIT;

    if (!term)
        return;
    nv_say_term(&word, reading->phrases, vocabulary, term);
    nv_reading_join(out, word.text);
    nv_buffer_release(&word);
}

/* People, dates, parties */

static void add_person(nv_buffer *out, const nv_reading *reading,
                       const nv_person *person)
{
    const char *office = nv_reading_in(reading, &person->office);
    const char *name = nv_reading_name(reading, person->name);
    const char *party =
        person->for_party ? nv_reading_name(reading, person->for_party) : NULL;

    if (out->len > 0)
        nv_buffer_add_text(out, "; ");
    if (office && party)
        nv_phrase_fill(out, reading->phrases, NV_PHRASE_OFFICE,
                       (const char *[]){name, office, party}, 3);
    else if (office || party)
        nv_say_filled(out, reading->phrases, NV_PHRASE_PERSON, name,
                      office ? office : party);
    else
        nv_buffer_add_text(out, name);
}

/* A line "Signed by: A (office); B (office)" of those who did one thing. */
static void add_people_of(nv_buffer *out, const nv_reading *reading, nv_act act)
{
    const nv_event *event = reading->event;
    nv_buffer people = NV_BUFFER_INIT, what = NV_BUFFER_INIT;

    for (size_t i = 0; i < event->person_count; i++)
        if (event->people[i].act == act)
            add_person(&people, reading, &event->people[i]);
    if (people.len > 0) {
        nv_phrase_item(&what, reading->phrases, NV_PHRASE_ACTS, act);
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_LIST, what.text,
                      people.text);
    }
    nv_buffer_release(&people);
    nv_buffer_release(&what);
}

void nv_reading_people(nv_buffer *out, const nv_reading *reading)
{
    for (int act = 0; act < NV_ACT_COUNT; act++)
        add_people_of(out, reading, (nv_act)act);
}

void nv_reading_dates(nv_buffer *out, const nv_reading *reading)
{
    const nv_event_date *date = &reading->event->date;

    for (size_t i = 0; i < date->variant_count; i++) {
        const nv_date_variant *variant = &date->variants[i];
        nv_buffer what = NV_BUFFER_INIT, day = NV_BUFFER_INIT;

        nv_phrase_item(&what, reading->phrases, NV_PHRASE_DATES, variant->what);
        nv_say_date(&day, reading->phrases, variant->iso);
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_LIST, what.text,
                      day.text);
        nv_buffer_release(&what);
        nv_buffer_release(&day);
    }
}

/* Names with semicolons between; a state has no comma of its own, but a body
 * may. */
static void join_names(nv_buffer *out, const nv_reading *reading,
                       const nv_texts *names)
{
    for (size_t i = 0; i < names->count; i++)
        nv_reading_join(out, nv_reading_name(reading, names->items[i]));
}

void nv_reading_parties(nv_buffer *out, const nv_reading *reading)
{
    nv_buffer names = NV_BUFFER_INIT;

    join_names(&names, reading, &reading->event->parties);
    if (names.len > 0) {
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_LIST,
                      reading->phrases->text[NV_PHRASE_PARTIES], names.text);
    }
    nv_buffer_release(&names);
}

/* Sections */

static void add_place(nv_buffer *out, const nv_reading *reading)
{
    const nv_event *event = reading->event;
    nv_buffer what = NV_BUFFER_INIT;

    if (!event->place)
        return;
    nv_say_term(&what, reading->phrases, NV_PHRASE_PLACE_ROLES,
                event->place_role ? event->place_role : "unknown");
    nv_say_new_line(out);
    nv_say_filled(out, reading->phrases, NV_PHRASE_LIST, what.text,
                  event->place);
    nv_buffer_release(&what);
}

static void say_dates(nv_buffer *out, const nv_reading *reading)
{
    nv_reading_dates(out, reading);
    add_place(out, reading);
}

static void say_people(nv_buffer *out, const nv_reading *reading)
{
    nv_reading_people(out, reading);
    nv_reading_parties(out, reading);
}

/* A line of words of a vocabulary. */
static void add_terms(nv_buffer *out, const nv_reading *reading, nv_label label,
                      nv_phrase vocabulary, const nv_texts *words)
{
    nv_buffer all = NV_BUFFER_INIT;

    for (size_t i = 0; i < words->count; i++)
        nv_reading_join_term(&all, reading, vocabulary, words->items[i]);
    nv_reading_line(out, reading, label, all.text);
    nv_buffer_release(&all);
}

static void add_item(nv_buffer *out, const nv_reading *reading, nv_label label,
                     nv_phrase phrase, size_t index)
{
    nv_buffer word = NV_BUFFER_INIT;

    nv_phrase_item(&word, reading->phrases, phrase, index);
    nv_reading_line(out, reading, label, word.text);
    nv_buffer_release(&word);
}

static void say_document(nv_buffer *out, const nv_reading *reading)
{
    const nv_event *event = reading->event;
    const nv_document *document = &event->document;
    const struct {
        nv_label label;
        const nv_bilingual *text;
    } lines[] = {
        {NV_LABEL_DOCUMENT, &document->description},
        {NV_LABEL_GENRE, &document->genre},
        {NV_LABEL_FROM, &document->from},
        {NV_LABEL_TO, &document->to},
        {NV_LABEL_SHORT, &document->short_form},
    };

    add_item(out, reading, NV_LABEL_KIND, NV_PHRASE_KINDS, event->kind);
    for (size_t i = 0; i < NV_COUNT_OF(lines); i++)
        nv_reading_line(out, reading, lines[i].label,
                        nv_reading_in(reading, lines[i].text));
    nv_reading_line(out, reading, NV_LABEL_TITLE, document->title);
    add_terms(out, reading, NV_LABEL_LANGUAGES, NV_PHRASE_LANGUAGES,
              &document->languages);
    add_item(out, reading, NV_LABEL_TEXT, NV_PHRASE_STATUSES,
             event->confidence);
}

/* "Series; volume: 34; page: 243" with what was seen of it. */
static void add_reference(nv_buffer *out, const nv_reading *reading,
                          const nv_treaty_reference *reference)
{
    const struct {
        nv_label label;
        const char *text;
    } places[] = {
        {NV_LABEL_VOLUME, reference->volume},
        {NV_LABEL_PART, reference->part},
        {NV_LABEL_PAGE, reference->page},
        {NV_LABEL_NUMBER, reference->number},
        {NV_LABEL_REGISTRATION, reference->registration},
    };
    const char *note = nv_reading_in(reading, &reference->note);
    nv_buffer all = NV_BUFFER_INIT;

    nv_reading_join(&all, reference->series);
    for (size_t i = 0; i < NV_COUNT_OF(places); i++) {
        nv_buffer place = NV_BUFFER_INIT;

        nv_reading_line(&place, reading, places[i].label, places[i].text);
        if (place.len > 0)
            nv_reading_join(&all, place.text);
        nv_buffer_release(&place);
    }
    if (reference->year)
        nv_reading_join(&all, reference->year);
    nv_reading_join_item(&all, reading, NV_PHRASE_CHECKED, reference->checked);
    if (note)
        nv_reading_join(&all, note);
    nv_reading_line(out, reading, NV_LABEL_PUBLISHED_IN, all.text);
    nv_buffer_release(&all);
}

static void add_in_force(nv_buffer *out, const nv_reading *reading,
                         const nv_treaty *treaty)
{
    const char *note = nv_reading_in(reading, &treaty->in_force_note);
    nv_buffer text = NV_BUFFER_INIT;

    if (treaty->in_force)
        nv_say_date(&text, reading->phrases, treaty->in_force);
    if (note)
        nv_reading_join(&text, note);
    nv_reading_line(out, reading,
                    treaty->in_force_is_doubtful ? NV_LABEL_IN_FORCE_DOUBTFUL
                                                 : NV_LABEL_IN_FORCE,
                    text.text);
    nv_buffer_release(&text);
}

static void say_treaty(nv_buffer *out, const nv_reading *reading)
{
    const nv_treaty *treaty = reading->event->treaty;
    nv_buffer depositaries = NV_BUFFER_INIT;

    if (!treaty)
        return;
    add_in_force(out, reading, treaty);
    nv_reading_line(out, reading, NV_LABEL_TERM,
                    nv_reading_in(reading, &treaty->term));
    join_names(&depositaries, reading, &treaty->depositary);
    nv_reading_line(out, reading, NV_LABEL_DEPOSITARY, depositaries.text);
    nv_buffer_release(&depositaries);
    add_terms(out, reading, NV_LABEL_AUTHENTIC, NV_PHRASE_LANGUAGES,
              &treaty->authentic);
    for (size_t i = 0; i < treaty->reference_count; i++)
        add_reference(out, reading, &treaty->references[i]);
    nv_reading_line(out, reading, NV_LABEL_TREATY_NOTES,
                    nv_reading_in(reading, &treaty->notes));
}

static const nv_statement *find_statement(const nv_registry *registry,
                                          const char *id)
{
    for (size_t i = 0; i < nv_registry_statement_count(registry); i++) {
        const nv_statement *said = nv_registry_statement(registry, i, NULL);

        if (said && strcmp(said->id, id) == 0)
            return said;
    }
    return NULL;
}

static void say_circulation(nv_buffer *out, const nv_reading *reading)
{
    const nv_texts *ids = &reading->event->statements;

    for (size_t i = 0; i < ids->count; i++) {
        const nv_statement *said =
            find_statement(reading->registry, ids->items[i]);
        nv_buffer words = NV_BUFFER_INIT, verdict = NV_BUFFER_INIT;

        if (!said)
            continue;
        nv_say_filled(&words, reading->phrases, NV_PHRASE_QUOTATION,
                      said->words, NULL);
        nv_phrase_item(&verdict, reading->phrases, NV_PHRASE_VERDICTS,
                       said->verdict);
        nv_say_new_line(out);
        nv_phrase_fill(out, reading->phrases, NV_PHRASE_VERDICT,
                       (const char *[]){words.text, verdict.text,
                                        nv_reading_in(reading, &said->answer)},
                       3);
        nv_buffer_release(&words);
        nv_buffer_release(&verdict);
    }
}

static void say_conflicts(nv_buffer *out, const nv_reading *reading)
{
    for (size_t i = 0; i < reading->event->conflict_count; i++) {
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_ITEM,
                      nv_reading_in(reading, &reading->event->conflicts[i]),
                      NULL);
    }
}

static void say_exchange(nv_buffer *out, const nv_reading *reading)
{
    nv_exchange exchange;

    if (nv_exchange_find(&exchange, reading))
        nv_exchange_say(out, &exchange);
}

static void say_sources(nv_buffer *out, const nv_reading *reading)
{
    for (size_t i = 0; i < reading->event->source_count; i++) {
        nv_buffer source = NV_BUFFER_INIT;

        nv_reading_source(&source, reading, i);
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_ITEM, source.text, NULL);
        nv_buffer_release(&source);
    }
}

static const struct {
    nv_heading heading;
    void (*say)(nv_buffer *out, const nv_reading *reading);
} sections[] = {
    {NV_HEADING_DATES, say_dates},
    {NV_HEADING_EXCHANGE, say_exchange},
    {NV_HEADING_CIRCULATION, say_circulation},
    {NV_HEADING_CONFLICTS, say_conflicts},
    {NV_HEADING_PEOPLE, say_people},
    {NV_HEADING_DOCUMENT, say_document},
    {NV_HEADING_TREATY, say_treaty},
    {NV_HEADING_SOURCES, say_sources},
};

static void add_section(nv_buffer *out, const nv_reading *reading, size_t i)
{
    nv_buffer text = NV_BUFFER_INIT;

    sections[i].say(&text, reading);
    if (text.len > 0) {
        nv_buffer_add_text(out, "\n\n");
        nv_phrase_item(out, reading->phrases, NV_PHRASE_HEADINGS,
                       sections[i].heading);
        nv_buffer_add_char(out, '\n');
        nv_buffer_add(out, text.text, text.len);
    }
    nv_buffer_release(&text);
}

void nv_reading_record(nv_buffer *out, const nv_reading *reading)
{
    const nv_event_date *date = &reading->event->date;
    const char *summary = nv_reading_in(reading, &reading->event->summary);

    nv_buffer_add_text(out, nv_reading_in(reading, &reading->event->title));
    nv_say_new_line(out);
    nv_say_span(out, reading->phrases, date->iso, date->end);
    if (summary) {
        nv_say_new_line(out);
        nv_buffer_add_text(out, summary);
    }
    for (size_t i = 0; i < NV_COUNT_OF(sections); i++)
        add_section(out, reading, i);
}
