/* SPDX-License-Identifier: MPL-2.0 */
/* See reading.h: the words that reached us, and the events around. */
#include "sidebar/reading.h"

#include <stdlib.h>
#include <string.h>

#include "sidebar/reading_parts.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

enum { NONE = -1 };

char *nv_reading_place(const nv_reading *reading, const nv_locator *locator)
{
    nv_buffer label = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    if (!locator->label)
        return NULL;
    nv_say_term(&label, reading->phrases, NV_PHRASE_LOCATORS, locator->label);
    if (locator->value[0])
        nv_say_filled(&text, reading->phrases, NV_PHRASE_LOCATED, label.text,
                      locator->value);
    else
        nv_buffer_add_text(&text, label.text);
    nv_buffer_release(&label);
    return nv_buffer_detach(&text);
}

/* Wordings */

/* "English; original; article 4; text seen", and what must be known before it
 * is used. */
void nv_reading_wording_name(nv_buffer *out, const nv_reading *reading,
                             size_t wording)
{
    const nv_quotation *quotation = &reading->event->quotations[wording];
    char *place = nv_reading_place(reading, &quotation->pinpoint);

    nv_say_term(out, reading->phrases, NV_PHRASE_LANGUAGES,
                quotation->language);
    nv_reading_join_item(out, reading, NV_PHRASE_ORIGINALS,
                         quotation->original);
    if (place)
        nv_reading_join(out, place);
    nv_reading_join_item(out, reading, NV_PHRASE_STATUSES, quotation->status);
    if (!quotation->is_offered)
        nv_reading_join(out, reading->phrases->text[NV_PHRASE_NOT_OFFERED]);
    free(place);
}

void nv_reading_wording_row(nv_buffer *out, const nv_reading *reading,
                            size_t wording)
{
    const nv_quotation *quotation = &reading->event->quotations[wording];
    nv_buffer words = NV_BUFFER_INIT, name = NV_BUFFER_INIT;

    nv_say_shortened(&words, quotation->text);
    nv_reading_wording_name(&name, reading, wording);
    nv_say_filled(out, reading->phrases, NV_PHRASE_WORDING_ROW, words.text,
                  name.text);
    nv_buffer_release(&words);
    nv_buffer_release(&name);
}

/* Whose words they are, where they are not the document's. */
static void add_speaker(nv_buffer *out, const nv_reading *reading,
                        const nv_quotation *quotation)
{
    const char *of = nv_reading_in(reading, &quotation->of);
    nv_buffer speaker = NV_BUFFER_INIT, date = NV_BUFFER_INIT;

    if (of)
        nv_reading_join(&speaker, of);
    if (quotation->of_iso) {
        nv_say_date(&date, reading->phrases, quotation->of_iso);
        nv_reading_join(&speaker, date.text);
    }
    if (quotation->role != NV_ROLE_DOCUMENT)
        nv_reading_join_item(&speaker, reading, NV_PHRASE_ROLES,
                             quotation->role);
    nv_reading_line(out, reading, NV_LABEL_OF, speaker.text);
    nv_buffer_release(&speaker);
    nv_buffer_release(&date);
}

static void add_translator(nv_buffer *out, const nv_reading *reading,
                           const nv_quotation *quotation)
{
    const char *phrase = nv_reading_in(reading, &quotation->translation);
    nv_buffer text = NV_BUFFER_INIT;

    if (quotation->translator)
        nv_reading_join(&text, quotation->translator);
    if (phrase)
        nv_reading_join(&text, phrase);
    nv_reading_line(out, reading, NV_LABEL_TRANSLATOR, text.text);
    nv_buffer_release(&text);
}

/* Where the words were read: in what, where there, and how they stand in it. */
static void add_read_in(nv_buffer *out, const nv_reading *reading,
                        const nv_quotation *quotation)
{
    char *place = nv_reading_place(reading, &quotation->in_source);
    nv_buffer text = NV_BUFFER_INIT;

    nv_reading_source_row(
        &text, reading, (size_t)(quotation->source - reading->event->sources));
    if (place)
        nv_reading_join(&text, place);
    nv_reading_join_item(&text, reading, NV_PHRASE_AS, quotation->as);
    nv_reading_line(out, reading, NV_LABEL_READ_IN, text.text);
    nv_buffer_release(&text);
    free(place);
}

void nv_reading_wording(nv_buffer *out, const nv_reading *reading,
                        size_t wording)
{
    const nv_quotation *quotation = &reading->event->quotations[wording];
    const char *caution = nv_reading_in(reading, &quotation->caution);

    nv_say_filled(out, reading->phrases, NV_PHRASE_QUOTATION, quotation->text,
                  NULL);
    if (caution) {
        nv_say_new_line(out);
        nv_say_filled(out, reading->phrases, NV_PHRASE_CAUTION, caution, NULL);
    }
    add_speaker(out, reading, quotation);
    add_translator(out, reading, quotation);
    add_read_in(out, reading, quotation);
}

static bool are_same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool are_beside(const nv_quotation *a, const nv_quotation *b)
{
    return a != b && a->role == b->role && a->pinpoint.label &&
           b->pinpoint.label &&
           are_same(a->pinpoint.label, b->pinpoint.label) &&
           are_same(a->pinpoint.value, b->pinpoint.value) &&
           are_same(a->of.text[NV_LANGUAGE_EN], b->of.text[NV_LANGUAGE_EN]) &&
           strcmp(a->language, b->language) != 0 &&
           (a->original == NV_ORIGINAL_NO) != (b->original == NV_ORIGINAL_NO);
}

/* The only one that may stand beside it. */
static int only_beside(const nv_event *event, size_t wording)
{
    int found = NONE;

    for (size_t i = 0; i < event->quotation_count; i++) {
        if (!are_beside(&event->quotations[wording], &event->quotations[i]))
            continue;
        if (found != NONE)
            return NONE;
        found = (int)i;
    }
    return found;
}

int nv_reading_beside(const nv_event *event, size_t wording)
{
    const int found = only_beside(event, wording);

    return found != NONE && only_beside(event, (size_t)found) == (int)wording
               ? found
               : NONE;
}

/* Relations */

const nv_event *nv_reading_target(const nv_reading *reading, size_t link,
                                  const nv_registry **registry)
{
    const char *id = reading->event->relations[link].target;
    const nv_event *target = nv_registry_by_id(reading->registry, id, NULL);

    *registry = reading->registry;
    if (!target && reading->packs)
        target = nv_packs_event(reading->packs, id, registry, NULL);
    return target;
}

void nv_reading_link(nv_buffer *out, const nv_reading *reading, size_t link)
{
    const nv_registry *registry;
    const nv_event *target = nv_reading_target(reading, link, &registry);
    nv_buffer type = NV_BUFFER_INIT, date = NV_BUFFER_INIT;
    const char *values[3];

    nv_say_term(&type, reading->phrases, NV_PHRASE_RELATIONS,
                reading->event->relations[link].type);
    if (target)
        nv_say_span(&date, reading->phrases, target->date.iso,
                    target->date.end);
    values[0] = type.text;
    values[1] = date.text;
    values[2] = target ? nv_reading_in(reading, &target->title)
                       : reading->event->relations[link].target;
    nv_phrase_fill(out, reading->phrases,
                   target ? NV_PHRASE_RELATION : NV_PHRASE_RELATION_LOST,
                   values, 3);
    nv_buffer_release(&type);
    nv_buffer_release(&date);
}
