/* SPDX-License-Identifier: MPL-2.0 */
/* See collect.h.
 *
 * Every form of every name is folded once, before the records. Then a form is
 * recognised in a text by its words' numbers: USSR, URSS, Soviet Union are one
 * state, wherever and in whatever language it is named. */
#include "registry/index/collect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/index/walk.h"
#include "registry/text/date_words.h"
#include "registry/text/fold.h"

/* Shorter ones are words of other languages too ("us"). */
enum { SHORTEST_WORD = 3 }; /* bytes */

void nv_collector_release(nv_collector *collector)
{
    nv_map_release(&collector->names);
    free(collector->forms);
    free(collector->first_forms);
    free(collector->word_list);
    free(collector->named_in);
}

/* The names. */

static void add_form_word(nv_collector *c, const nv_fold *fold)
{
    const uint32_t word = nv_gather_word(c->gather, fold->word, fold->word_len);

    c->word_list = nv_gather_grow(c->gather, c->word_list, c->word_count,
                                  &c->word_capacity, sizeof *c->word_list);
    if (c->gather->failed)
        return;
    c->gather->words[word].is_name |= fold->is_capital;
    c->word_list[c->word_count++] = word;
}

static bool is_recognised(const nv_collector *c, const nv_form *f,
                          nv_name_type type, const char *text)
{
    const nv_gathered *words = c->gather->words;

    return (type == NV_NAME_STATE || type == NV_NAME_ORGANISATION ||
            type == NV_NAME_COLLECTIVE) &&
           f->count > 0 && !strchr(text, '(') &&
           (f->count > 1 ||
            strlen(words[c->word_list[f->first]].word) >= SHORTEST_WORD);
}

static void add_form(nv_collector *c, nv_name_type type, const char *text)
{
    nv_fold fold;
    nv_form *f;

    if (!text)
        return;
    c->forms = nv_gather_grow(c->gather, c->forms, c->form_count,
                              &c->form_capacity, sizeof *c->forms);
    if (c->gather->failed)
        return;
    f = &c->forms[c->form_count++];
    *f = (nv_form){.first = (uint32_t)c->word_count,
                   .name = (uint32_t)c->name_count};
    nv_fold_init(&fold, text, strlen(text));
    while (!c->gather->failed && nv_fold_next(&fold)) {
        add_form_word(c, &fold);
        f->is_upper = f->count == 0 && fold.is_upper;
        f->count++;
    }
    if (!c->gather->failed && is_recognised(c, f, type, text)) {
        uint32_t *first = &c->gather->words[c->word_list[f->first]].form;

        f->next = *first;
        *first = (uint32_t)c->form_count;
    }
}

static void add_forms(nv_collector *c, const nv_name *name)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        add_form(c, name->type, name->in[i]);
    for (size_t i = 0; i < name->variants.count; i++)
        add_form(c, name->type, name->variants.items[i]);
}

/* Room for one more name, and for the end of its forms. */
static bool make_room(nv_collector *c)
{
    c->first_forms =
        nv_gather_grow(c->gather, c->first_forms, c->name_count + 1,
                       &c->first_capacity, sizeof *c->first_forms);
    c->named_in = nv_gather_grow(c->gather, c->named_in, c->name_count,
                                 &c->named_capacity, sizeof *c->named_in);
    return !c->gather->failed;
}

bool nv_collect_name(nv_collector *c, const nv_name *name)
{
    const uint32_t place = nv_blob_put(c->texts, name->in[NV_LANGUAGE_EN]);
    const bool is_new =
        place && nv_map_add(&c->names, place, (uint32_t)c->name_count);

    c->gather->failed |= c->texts->failed || c->names.failed;
    if (c->gather->failed || !is_new || !make_room(c))
        return false;
    c->named_in[c->name_count] = 0;
    c->first_forms[c->name_count] = (uint32_t)c->form_count;
    add_forms(c, name);
    c->first_forms[++c->name_count] = (uint32_t)c->form_count;
    return !c->gather->failed;
}

static bool find_name(const nv_collector *c, const char *canonical,
                      uint32_t *name)
{
    return nv_map_find(&c->names, nv_blob_find(c->texts, canonical), name);
}

/* Adds all forms of the name, as texts or, for a name that only stands in a
 * text, beside that. */
static void add_name(nv_collector *c, nv_zone zone, size_t name)
{
    for (uint32_t i = c->first_forms[name];
         i < c->first_forms[name + 1] && !c->gather->failed; i++) {
        const nv_form *f = &c->forms[i];

        if (zone != NV_ZONE_NAMED)
            nv_gather_begin(c->gather, zone);
        for (uint32_t k = f->first; k < f->first + f->count; k++) {
            if (zone == NV_ZONE_NAMED)
                nv_gather_beside(c->gather, zone, c->word_list[k]);
            else if (!c->gather->failed)
                nv_gather_add(c->gather, zone, c->word_list[k]);
        }
    }
}

static bool stands_here(const nv_collector *c, const nv_form *f,
                        const uint32_t *tokens, size_t count)
{
    if (f->count > count || (f->is_upper && !(tokens[0] & NV_TOKEN_UPPER)))
        return false;
    for (uint32_t i = 0; i < f->count; i++)
        if ((tokens[i] & ~NV_TOKEN_UPPER) != c->word_list[f->first + i])
            return false;
    return true;
}

/* Adds the states and bodies that the words from `first` on name. */
static void add_named(nv_collector *c, size_t first)
{
    const size_t end = c->gather->token_count;

    for (size_t at = first; at < end && !c->gather->failed; at++) {
        const uint32_t *tokens = c->gather->tokens + at;
        uint32_t next = c->gather->words[*tokens & ~NV_TOKEN_UPPER].form;

        for (; next > 0; next = c->forms[next - 1].next) {
            const nv_form *f = &c->forms[next - 1];

            if (c->named_in[f->name] == c->gather->record + 1 ||
                !stands_here(c, f, tokens, end - at))
                continue;
            c->named_in[f->name] = c->gather->record + 1;
            add_name(c, NV_ZONE_NAMED, f->name);
        }
    }
}

/* The sink. */

static void take_text(void *to, nv_zone zone, const char *text)
{
    nv_collector *c = to;
    const size_t first = c->gather->token_count + 1;

    nv_gather_text(c->gather, zone, text);
    if (!c->gather->failed)
        add_named(c, first);
}

static void take_name(void *to, nv_zone zone, const char *canonical)
{
    nv_collector *c = to;
    uint32_t name;

    if (find_name(c, canonical, &name))
        add_name(c, zone, name);
    else
        nv_gather_text(c->gather, zone, canonical);
}

/* A date, and its parts as words, so that one still being typed ("31 ma",
 * "1954-0") is found. */
static void take_date(void *to, const char *iso, const char *end,
                      nv_date_standing standing)
{
    nv_collector *c = to;
    nv_days days, until;
    int month, day, len;
    char words[256];

    if (!nv_days_from_iso(iso, &days))
        return;
    if (end && nv_days_from_iso(end, &until))
        days.last = until.last;
    nv_gather_date(c->gather, NV_ZONE_DATE, &days, standing);
    month = days.first / 100 % 100;
    day = days.first % 100;
    len = snprintf(words, sizeof words, "%s", iso);
    if (day)
        len += snprintf(words + len, sizeof words - (size_t)len, " %d", day);
    for (int i = 0; month && i < NV_LANGUAGE_COUNT; i++)
        len += snprintf(words + len, sizeof words - (size_t)len, " %s",
                        nv_date_words_month(month, i));
    nv_gather_text(c->gather, NV_ZONE_DATE, words);
}

/* Beyond what a posting can number, quotations are searched but not told
 * apart; nor are those that are never offered, which no hit may name. */
static void take_quotation(void *to, const nv_quotation *quotation)
{
    nv_collector *c = to;

    c->gather->quotation = quotation && quotation->is_offered &&
                                   quotation->number > 0 &&
                                   quotation->number <= UINT16_MAX
                               ? (uint16_t)quotation->number
                               : 0;
}

static const nv_sink sink = {take_text, take_name, take_date, take_quotation};

/* A party is found as one; that a text names it, too, adds nothing. */
static void begin_event(nv_collector *c, const nv_event *event)
{
    uint32_t name;

    for (size_t i = 0; i < event->parties.count; i++)
        if (find_name(c, event->parties.items[i], &name))
            c->named_in[name] = c->gather->record + 1;
}

static void add_languages(nv_collector *c, const nv_event *event)
{
    for (size_t i = 0; i < event->document.languages.count; i++)
        nv_gather_language(c->gather, event->document.languages.items[i]);
    for (size_t i = 0; i < event->quotation_count; i++)
        nv_gather_language(c->gather, event->quotations[i].language);
}

void nv_collect_event(nv_collector *c, const nv_event *event)
{
    nv_gather_begin_record(c->gather);
    if (c->gather->failed)
        return;
    begin_event(c, event);
    nv_walk_event(event, &sink, c);
    add_languages(c, event);
    nv_gather_end_record(c->gather);
}

void nv_collect_statement(nv_collector *c, const nv_statement *statement)
{
    nv_gather_begin_record(c->gather);
    if (c->gather->failed)
        return;
    nv_gather_text(c->gather, NV_ZONE_STATEMENT, statement->words);
    nv_gather_end_record(c->gather);
}
