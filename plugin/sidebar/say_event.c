/* SPDX-License-Identifier: MPL-2.0 */
/* See say.h: what is said of the chosen event. */
#include "sidebar/reading.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"

static void add_circulation(nv_buffer *out, const nv_phrases *phrases,
                            const nv_state *state, const nv_hit *hit)
{
    const nv_statement *said = NULL;
    nv_buffer words = NV_BUFFER_INIT;

    if (hit->statement > 0)
        said = nv_registry_statement(hit->registry, hit->statement - 1, NULL);
    if (!said)
        return;
    nv_say_filled(&words, phrases, NV_PHRASE_QUOTATION, said->words, NULL);
    nv_say_new_line(out);
    nv_say_filled(out, phrases, NV_PHRASE_CIRCULATION, words.text,
                  nv_bilingual_in(&said->answer, state->words));
    nv_buffer_release(&words);
}

static void add_date_and_place(nv_buffer *out, const nv_phrases *phrases,
                               const nv_event *event)
{
    nv_buffer date = NV_BUFFER_INIT;

    nv_say_span(&date, phrases, event->date.iso, event->date.end);
    nv_say_new_line(out);
    if (event->place)
        nv_say_filled(out, phrases, NV_PHRASE_PLACE, date.text, event->place);
    else
        nv_buffer_add(out, date.text, date.len);
    nv_buffer_release(&date);
}

static void add_caution(nv_buffer *out, const nv_phrases *phrases,
                        const nv_state *state, const nv_bilingual *caution)
{
    const char *text = nv_bilingual_in(caution, state->words);

    if (!text)
        return;
    nv_say_new_line(out);
    nv_say_filled(out, phrases, NV_PHRASE_CAUTION, text, NULL);
}

static void add_cautions(nv_buffer *out, const nv_phrases *phrases,
                         const nv_state *state, const nv_event *event)
{
    if (state->wording > 0)
        add_caution(out, phrases, state,
                    &state->wordings[state->wording - 1]->caution);
    for (size_t i = 0; i < event->conflict_count; i++)
        add_caution(out, phrases, state, &event->conflicts[i]);
}

const char *nv_say_name(const nv_registry *registry, nv_language language,
                        const char *canonical)
{
    const nv_name *name = nv_registry_name_of(registry, canonical);

    return name && name->in[language] ? name->in[language] : canonical;
}

static void add_origin(nv_buffer *out, const nv_phrases *phrases,
                       const nv_state *state)
{
    const char *origin = nv_state_origin(state, state->registry);

    if (!origin)
        return;
    nv_say_new_line(out);
    nv_say_filled(out, phrases, NV_PHRASE_LIST, phrases->text[NV_PHRASE_PACK],
                  origin);
}

void nv_say_event(nv_buffer *out, const nv_phrases *phrases,
                  const nv_state *state)
{
    const nv_hit *hit = nv_state_hit(state);
    const nv_event *event = state->event;
    const nv_reading reading = {
        .phrases = phrases,
        .words = state->words,
        .registry = state->registry,
        .event = event,
    };
    const char *summary;

    if (!event)
        return;
    if (hit)
        add_circulation(out, phrases, state, hit);
    nv_say_new_line(out);
    nv_buffer_add_text(out, nv_bilingual_in(&event->title, state->words));
    add_date_and_place(out, phrases, event);
    add_origin(out, phrases, state);
    add_cautions(out, phrases, state, event);
    nv_reading_people(out, &reading);
    nv_reading_dates(out, &reading);
    nv_reading_parties(out, &reading);
    summary = nv_bilingual_in(&event->summary, state->words);
    if (summary) {
        nv_say_new_line(out);
        nv_buffer_add_text(out, summary);
    }
}
