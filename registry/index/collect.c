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

#include "registry/text/date_words.h"
#include "registry/text/fold.h"
#include "registry/store.h"
#include "registry/index/walk.h"

/* Shorter ones are words of other languages too ("us"). */
enum { SHORTEST_WORD = 3 }; /* bytes */

/* One form of a name. */
typedef struct {
    uint32_t first, count; /* in word_list[] */
    uint32_t name;
    uint32_t next; /* another form with the same first word, + 1; 0: none */
    bool is_upper; /* to be recognised in capitals only: CAN is no "can" */
} form;

typedef struct {
    const nv_registry *registry;
    nv_gather *gather;
    const nv_quotation **quotations;
    size_t quotation_count; /* written so far, with [0] */
    form *forms;            /* those of one name together */
    size_t form_count, form_capacity;
    uint32_t *first_forms; /* by name; one more at the end */
    uint32_t *word_list;
    size_t word_count, word_capacity;
    uint32_t *named_in; /* by name: the record it was added to last, + 1 */
} collector;

/* The names. */

static void add_form_word(collector *c, const nv_fold *fold)
{
    const uint32_t word = nv_gather_word(c->gather, fold->word, fold->word_len);

    c->word_list = nv_gather_grow(c->gather, c->word_list, c->word_count,
                                  &c->word_capacity, sizeof *c->word_list);
    if (c->gather->failed)
        return;
    c->gather->words[word].is_name |= fold->is_capital;
    c->word_list[c->word_count++] = word;
}

static bool is_recognised(const collector *c, const form *f, nv_name_type type,
                          const char *text)
{
    const nv_gathered *words = c->gather->words;

    return (type == NV_NAME_STATE || type == NV_NAME_ORGANISATION ||
            type == NV_NAME_COLLECTIVE) &&
           f->count > 0 && !strchr(text, '(') &&
           (f->count > 1 ||
            strlen(words[c->word_list[f->first]].word) >= SHORTEST_WORD);
}

static void add_form(collector *c, size_t name, const char *text)
{
    nv_fold fold;
    form *f;

    if (!text)
        return;
    c->forms = nv_gather_grow(c->gather, c->forms, c->form_count,
                              &c->form_capacity, sizeof *c->forms);
    if (c->gather->failed)
        return;
    f = &c->forms[c->form_count++];
    *f = (form){.first = (uint32_t)c->word_count, .name = (uint32_t)name};
    nv_fold_init(&fold, text, strlen(text));
    while (!c->gather->failed && nv_fold_next(&fold)) {
        add_form_word(c, &fold);
        f->is_upper = f->count == 0 && fold.is_upper;
        f->count++;
    }
    if (!c->gather->failed &&
        is_recognised(c, f, c->registry->names[name]->type, text)) {
        uint32_t *first = &c->gather->words[c->word_list[f->first]].form;

        f->next = *first;
        *first = (uint32_t)c->form_count;
    }
}

static void add_forms(collector *c)
{
    for (size_t i = 0; i < c->registry->name_count; i++) {
        const nv_name *name = c->registry->names[i];

        c->first_forms[i] = (uint32_t)c->form_count;
        for (size_t k = 0; k < NV_LANGUAGE_COUNT; k++)
            add_form(c, i, name->in[k]);
        for (size_t k = 0; k < name->variants.count; k++)
            add_form(c, i, name->variants.items[k]);
    }
    c->first_forms[c->registry->name_count] = (uint32_t)c->form_count;
}

/* Adds all forms of the name, as texts or, for a name that only stands in a
 * text, beside that. */
static void add_name(collector *c, nv_zone zone, size_t name)
{
    for (uint32_t i = c->first_forms[name];
         i < c->first_forms[name + 1] && !c->gather->failed; i++) {
        const form *f = &c->forms[i];

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

static bool stands_here(const collector *c, const form *f,
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
static void add_named(collector *c, size_t first)
{
    const size_t end = c->gather->token_count;

    for (size_t at = first; at < end && !c->gather->failed; at++) {
        const uint32_t *tokens = c->gather->tokens + at;
        uint32_t next = c->gather->words[*tokens & ~NV_TOKEN_UPPER].form;

        for (; next > 0; next = c->forms[next - 1].next) {
            const form *f = &c->forms[next - 1];

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
    collector *c = to;
    const size_t first = c->gather->token_count + 1;

    nv_gather_text(c->gather, zone, text);
    if (!c->gather->failed)
        add_named(c, first);
}

static void take_name(void *to, nv_zone zone, const char *canonical)
{
    collector *c = to;
    size_t name;

    if (nv_store_find_name(c->registry, canonical, &name))
        add_name(c, zone, name);
    else
        nv_gather_text(c->gather, zone, canonical);
}

/* A date, and its parts as words, so that one still being typed ("31 ma",
 * "1954-0") is found. */
static void take_date(void *to, const char *iso, const char *end,
                      nv_date_standing standing)
{
    collector *c = to;
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
 * apart. */
static void take_quotation(void *to, const nv_quotation *quotation)
{
    collector *c = to;
    const size_t number = c->quotation_count;

    c->gather->quotation =
        quotation && number <= UINT16_MAX ? (uint16_t)number : 0;
    if (quotation)
        c->quotations[c->quotation_count++] = quotation;
}

static const nv_sink sink = {take_text, take_name, take_date, take_quotation};

/* A party is found as one; that a text names it, too, adds nothing. */
static void begin_event(collector *c, const nv_event *event)
{
    size_t name;

    for (size_t i = 0; i < event->parties.count; i++)
        if (nv_store_find_name(c->registry, event->parties.items[i], &name))
            c->named_in[name] = c->gather->record + 1;
}

static void collect_records(collector *c, uint32_t first_tokens[])
{
    const size_t events = c->registry->event_count;
    const size_t records = events + c->registry->statement_count;

    for (size_t i = 0; i < records && !c->gather->failed; i++) {
        c->gather->record = (uint32_t)i;
        first_tokens[i] = (uint32_t)c->gather->token_count;
        if (i < events) {
            begin_event(c, c->registry->events[i]);
            nv_walk_event(c->registry->events[i], &sink, c);
        } else {
            nv_gather_text(c->gather, NV_ZONE_STATEMENT,
                           c->registry->statements[i - events].words);
        }
    }
    first_tokens[records] = (uint32_t)c->gather->token_count;
}

void nv_collect(const nv_registry *registry, nv_gather *gather,
                const nv_quotation *quotations[], uint32_t first_tokens[])
{
    const size_t names = registry->name_count + 1;
    collector c = {.registry = registry,
                   .gather = gather,
                   .quotations = quotations,
                   .quotation_count = 1,
                   .first_forms = calloc(names, sizeof *c.first_forms),
                   .named_in = calloc(names, sizeof *c.named_in)};

    gather->failed = gather->failed || !c.first_forms || !c.named_in;
    if (!gather->failed)
        add_forms(&c);
    if (!gather->failed)
        collect_records(&c, first_tokens);
    free(c.forms);
    free(c.first_forms);
    free(c.word_list);
    free(c.named_in);
}
