/* SPDX-License-Identifier: MPL-2.0 */
/* See say.h: what is picked beside the query, and what can be. */
#include "sidebar/say.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

/* A party under the name that it has in the panel's language, in whatever pack
 * names it. */
static void add_party(nv_buffer *out, const nv_phrases *phrases,
                      const nv_state *state, const char *canonical)
{
    const size_t count = state->packs ? nv_packs_count(state->packs) : 0;

    for (size_t i = 0; i < count; i++) {
        const nv_registry *registry = nv_packs_registries(state->packs)[i];
        const nv_name *name = nv_registry_name_of(registry, canonical);

        if (name && (size_t)phrases->tongue < NV_LANGUAGE_COUNT &&
            name->in[phrases->tongue]) {
            nv_buffer_add_text(out, name->in[phrases->tongue]);
            return;
        }
    }
    nv_buffer_add_text(out, canonical);
}

static void add_period(nv_buffer *out, int first, int last)
{
    nv_filtering years;

    nv_filtering_init(&years);
    years.first_year = first;
    years.last_year = last;
    nv_filtering_add_years(&years, out);
}

static void add_pick(nv_buffer *out, const nv_phrases *phrases,
                     const nv_state *state, nv_filter_list list,
                     const nv_pick *pick)
{
    if (list == NV_FILTER_PERIOD)
        add_period(out, pick->first_year, pick->last_year);
    else if (list == NV_FILTER_KIND)
        nv_phrase_item(out, phrases, NV_PHRASE_KINDS, pick->kind);
    else if (list == NV_FILTER_PARTY)
        add_party(out, phrases, state, pick->text);
    else if (list == NV_FILTER_LANGUAGE)
        nv_say_term(out, phrases, NV_PHRASE_LANGUAGES, pick->text);
    else
        nv_buffer_add_text(out, pick->text);
}

void nv_say_pick(nv_buffer *out, const nv_phrases *phrases,
                 const nv_state *state, nv_filter_list list,
                 const nv_pick *pick)
{
    static const nv_phrase any[NV_FILTER_LISTS] = {
        [NV_FILTER_PERIOD] = NV_PHRASE_ANY_PERIOD,
        [NV_FILTER_KIND] = NV_PHRASE_ANY_KIND,
        [NV_FILTER_PARTY] = NV_PHRASE_ANY_PARTY,
        [NV_FILTER_LANGUAGE] = NV_PHRASE_ANY_LANGUAGE,
        [NV_FILTER_PACK] = NV_PHRASE_ANY_PACK,
    };
    nv_buffer name = NV_BUFFER_INIT;
    char count[24];

    if (!pick) {
        nv_buffer_add_text(out, phrases->text[any[list]]);
        return;
    }
    add_pick(&name, phrases, state, list, pick);
    snprintf(count, sizeof count, "%zu", pick->count);
    nv_say_filled(out, phrases, NV_PHRASE_PICK, name.text, count);
    nv_buffer_release(&name);
}

void nv_say_with_wording(nv_buffer *out, const nv_phrases *phrases,
                         const nv_state *state)
{
    size_t picks = 0;
    const nv_pick *pick =
        state->finder ? nv_finder_facet(state->finder, NV_FACET_WORDING, &picks)
                      : NULL;
    char count[24];

    snprintf(count, sizeof count, "%zu", picks > 0 ? pick->count : 0);
    nv_say_filled(out, phrases, NV_PHRASE_WITH_WORDING, count, NULL);
}

/* What is picked */

static void begin_item(nv_buffer *out)
{
    if (out->len > 0)
        nv_buffer_add_text(out, ", ");
}

static void add_years(nv_buffer *out, const nv_phrases *phrases,
                      const nv_filtering *filtering)
{
    char first[12], last[12];

    snprintf(first, sizeof first, "%d", filtering->first_year);
    snprintf(last, sizeof last, "%d", filtering->last_year);
    if (!filtering->last_year)
        nv_say_filled(out, phrases, NV_PHRASE_FROM_YEAR, first, NULL);
    else if (!filtering->first_year)
        nv_say_filled(out, phrases, NV_PHRASE_UNTIL_YEAR, last, NULL);
    else
        nv_filtering_add_years(filtering, out);
}

static void add_texts(nv_buffer *out, const nv_phrases *phrases,
                      const nv_state *state)
{
    const struct {
        nv_filter_list list;
        const nv_buffer *text;
    } texts[] = {
        {NV_FILTER_PARTY, &state->filtering.party},
        {NV_FILTER_LANGUAGE, &state->filtering.language},
        {NV_FILTER_PACK, &state->filtering.pack},
    };

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        const nv_pick pick = {.text = texts[i].text->text};

        if (texts[i].text->len == 0)
            continue;
        begin_item(out);
        add_pick(out, phrases, state, texts[i].list, &pick);
    }
}

void nv_say_filter(nv_buffer *out, const nv_phrases *phrases,
                   const nv_state *state)
{
    const nv_filtering *filtering = &state->filtering;
    nv_buffer items = NV_BUFFER_INIT;

    if (nv_filtering_is_empty(filtering))
        return;
    if (filtering->kind)
        nv_phrase_item(&items, phrases, NV_PHRASE_KINDS,
                       (size_t)filtering->kind - 1);
    if (filtering->first_year || filtering->last_year) {
        begin_item(&items);
        add_years(&items, phrases, filtering);
    }
    add_texts(&items, phrases, state);
    if (filtering->has_wording) {
        begin_item(&items);
        nv_buffer_add_text(&items, phrases->text[NV_PHRASE_HAS_WORDING]);
    }
    nv_say_filled(out, phrases, NV_PHRASE_FILTER_SAID, items.text, NULL);
    nv_buffer_release(&items);
}
