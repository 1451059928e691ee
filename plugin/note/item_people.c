/* SPDX-License-Identifier: MPL-2.0 */
/* Those who signed, delivered, spoke or sent, as the note names or counts
 * them. */
#include "note/item_maker.h"

#include <string.h>

enum { PARTIES_LISTED = 3 }; /* more are counted, not named */

/* What each clause needs, and where it goes. */
static const struct {
    nv_act act;
    nv_csl_variable variable;
} clauses[] = {
    [NV_PEOPLE_SIGNED] = {NV_ACT_SIGNED, NV_CSL_SIGNATORY},
    [NV_PEOPLE_DELIVERED] = {NV_ACT_DELIVERED, NV_CSL_DELIVERER},
    [NV_PEOPLE_SPOKE] = {NV_ACT_SPOKE, NV_CSL_SPEAKER},
    [NV_PEOPLE_SENT] = {NV_ACT_SENT, NV_CSL_SENDER},
};

/* Those who did it, counted. */
typedef struct {
    nv_act act;
    size_t parties;
    bool all_have_party, all_are_states;
} group;

static bool same_party(const nv_person *a, const nv_person *b)
{
    return a->for_party && b->for_party &&
           strcmp(a->for_party, b->for_party) == 0;
}

/* Whether no one before stands for the same party; a person without party
 * stands for himself. */
static bool opens_party(const nv_draft *draft, nv_act act, size_t index)
{
    const nv_person *people = draft->event->people;

    for (size_t i = nv_draft_next_person(draft, act, 0); i < index;
         i = nv_draft_next_person(draft, act, i + 1))
        if (same_party(&people[i], &people[index]))
            return false;
    return true;
}

static bool is_state(const nv_draft *draft, const char *party)
{
    const nv_name *name =
        draft->registry ? nv_registry_name_of(draft->registry, party) : NULL;

    return !name || name->type == NV_NAME_STATE;
}

static group count_group(const nv_draft *draft, nv_act act)
{
    const nv_event *event = draft->event;
    group people = {act, 0, true, true};

    for (size_t i = nv_draft_next_person(draft, act, 0);
         i < event->person_count; i = nv_draft_next_person(draft, act, i + 1)) {
        const char *party = event->people[i].for_party;

        people.parties += opens_party(draft, act, i);
        people.all_have_party = people.all_have_party && party;
        people.all_are_states =
            people.all_are_states && party && is_state(draft, party);
    }
    return people;
}

/* What stands before item `index` of `count`; English has a comma before the
 * last of three. */
static void add_joint(nv_item_maker *maker, nv_buffer *out, size_t index,
                      size_t count)
{
    bool is_last = index + 1 == count;

    if (index == 0)
        return;
    if (!is_last || (count > 2 && maker->draft.language == NV_LANGUAGE_EN))
        nv_buffer_add_text(out, is_last ? "," : ", ");
    if (is_last)
        nv_buffer_add_format(
            out, " %s ", nv_item_say(maker, "and", NV_CSL_FORM_LONG, false));
}

/* The people of the party that `first` opens: "A and B (Party)". */
static void write_party(nv_item_maker *maker, nv_buffer *out, nv_act act,
                        size_t first)
{
    const nv_draft *draft = &maker->draft;
    const nv_event *event = draft->event;
    const nv_person *opener = &event->people[first];
    size_t count = 0, index = 0;

    for (size_t i = first; i < event->person_count;
         i = nv_draft_next_person(draft, act, i + 1))
        count += i == first || same_party(opener, &event->people[i]);
    for (size_t i = first; i < event->person_count;
         i = nv_draft_next_person(draft, act, i + 1)) {
        if (i != first && !same_party(opener, &event->people[i]))
            continue;
        add_joint(maker, out, index++, count);
        nv_buffer_add_text(out,
                           nv_draft_local_name(draft, event->people[i].name));
    }
    if (opener->for_party)
        nv_buffer_add_format(out, " (%s)",
                             nv_draft_local_name(draft, opener->for_party));
}

/* Three and more as one: a style can't say that only English has a comma before
 * the last. */
static void add_list(nv_item_maker *maker, nv_csl_variable variable,
                     const char *const names[], size_t count)
{
    nv_buffer list = NV_BUFFER_INIT;

    for (size_t i = 0; i < count; i++) {
        add_joint(maker, &list, i, count);
        nv_buffer_add_text(&list, names[i]);
    }
    maker->failed = maker->failed || list.failed;
    nv_item_set_literals(maker, variable, (const char *const[]){list.text}, 1);
    nv_buffer_release(&list);
}

static void add_names(nv_item_maker *maker, nv_csl_variable variable,
                      const group *people)
{
    const nv_draft *draft = &maker->draft;
    const char *names[PARTIES_LISTED] = {NULL};
    size_t count = 0;

    for (size_t i = nv_draft_next_person(draft, people->act, 0);
         i < draft->event->person_count && count < PARTIES_LISTED;
         i = nv_draft_next_person(draft, people->act, i + 1)) {
        nv_buffer text = NV_BUFFER_INIT;

        if (!opens_party(draft, people->act, i))
            continue;
        write_party(maker, &text, people->act, i);
        names[count] = nv_item_keep(maker, &text);
        nv_buffer_release(&text);
        count += names[count] != NULL;
    }
    if (count > 2 && maker->draft.language != NV_LANGUAGE_EN)
        add_list(maker, variable, names, count);
    else
        nv_item_set_literals(maker, variable, names, count);
}

/* `phrase` with `filling` in the place of its %s. */
static void add_phrase(nv_item_maker *maker, nv_csl_variable variable,
                       const char *phrase, const char *filling)
{
    const char *gap = strstr(phrase, "%s");
    nv_buffer text = NV_BUFFER_INIT;

    nv_buffer_add(&text, phrase, gap ? (size_t)(gap - phrase) : strlen(phrase));
    if (gap) {
        nv_buffer_add_text(&text, filling);
        nv_buffer_add_text(&text, gap + strlen("%s"));
    }
    maker->failed = maker->failed || text.failed;
    nv_item_set_literals(maker, variable, (const char *const[]){text.text}, 1);
    nv_buffer_release(&text);
}

/* "the representatives of twelve states". Where the record lacks the
 * signatories of some parties, the count of the known ones must not pass for
 * the whole. */
static void add_count(nv_item_maker *maker, nv_csl_variable variable,
                      const group *people)
{
    static const char *const words[2][2] = {
        {"representatives-of-parties", "representatives-of-parties-partial"},
        {"representatives", "representatives-partial"}};
    bool is_partial = people->parties < maker->draft.event->parties.count;
    char count[32];

    nv_count_in_words((int)people->parties, maker->draft.language, count);
    add_phrase(maker, variable,
               nv_item_say(maker, words[people->all_are_states][is_partial],
                           NV_CSL_FORM_LONG, false),
               count);
}

/* "A and others", where it is not known for whom all of them stood. */
static void add_first(nv_item_maker *maker, nv_csl_variable variable,
                      const group *people)
{
    const nv_draft *draft = &maker->draft;
    size_t first = nv_draft_next_person(draft, people->act, 0);

    add_phrase(maker, variable,
               nv_item_say(maker, "and-others", NV_CSL_FORM_LONG, false),
               nv_draft_local_name(draft, draft->event->people[first].name));
}

void nv_item_add_people(nv_item_maker *maker)
{
    const nv_people_clause clause = nv_draft_people(&maker->draft);
    nv_csl_variable variable;
    group people;

    if (!(maker->draft.citation->parts & NV_PART_SIGNATORIES) ||
        clause < NV_PEOPLE_SIGNED)
        return;
    variable = clauses[clause].variable;
    people = count_group(&maker->draft, clauses[clause].act);
    if (people.parties <= PARTIES_LISTED)
        add_names(maker, variable, &people);
    else if (people.all_have_party)
        add_count(maker, variable, &people);
    else
        add_first(maker, variable, &people);
}
