/* SPDX-License-Identifier: MPL-2.0 */
/* Who signed, and who delivered, spoke or sent: what the record attests of each
 * person and nothing more. */
#include "note/draft.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

enum { PARTIES_LISTED = 3 }; /* more are counted, not named */

/* The clauses in order of preference, and the act that each needs. */
static const struct {
    nv_act act;
    nv_people_clause clause;
} clauses[] = {
    {NV_ACT_SIGNED, NV_PEOPLE_SIGNED},
    {NV_ACT_DELIVERED, NV_PEOPLE_DELIVERED},
    {NV_ACT_SPOKE, NV_PEOPLE_SPOKE},
    {NV_ACT_SENT, NV_PEOPLE_SENT},
};

static const char *local_name(const nv_draft *draft, const char *canonical)
{
    const nv_name *name = draft->registry
                              ? nv_registry_name_of(draft->registry, canonical)
                              : NULL;

    return name && name->in[draft->language] ? name->in[draft->language]
                                             : canonical;
}

/* The last word of a name, without "Jr." and the like: "Stalin". */
static const char *surname(const char *name)
{
    const char *space = strrchr(name, ' ');

    return space ? space + 1 : name;
}

/* Whether the name of the document already says that the person spoke or
 * wrote. A signature is always worth a clause. */
static bool is_named(const nv_draft *draft, const nv_person *person)
{
    const nv_document *document = &draft->event->document;
    const char *texts[] = {
        nv_draft_in(draft, &document->from),
        nv_draft_in(draft, &document->description),
    };

    if (person->act != NV_ACT_SPOKE && person->act != NV_ACT_SENT)
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        if (texts[i] &&
            strstr(texts[i], surname(local_name(draft, person->name))))
            return true;
    return false;
}

static bool has_person(const nv_draft *draft, nv_act act)
{
    for (size_t i = 0; i < draft->event->person_count; i++) {
        const nv_person *person = &draft->event->people[i];

        if (person->act == act && !is_named(draft, person))
            return true;
    }
    return false;
}

nv_people_clause nv_draft_people(const nv_draft *draft)
{
    const nv_event *event = draft->event;

    if (draft->subject != NV_SUBJECT_DOCUMENT || event->person_count == 0)
        return NV_PEOPLE_NONE;
    for (size_t i = 0; i < NV_COUNT_OF(clauses); i++)
        if (has_person(draft, clauses[i].act))
            return clauses[i].clause;
    for (size_t i = 0; i < event->person_count; i++)
        if (is_named(draft, &event->people[i]))
            return NV_PEOPLE_NAMED;
    return NV_PEOPLE_UNKNOWN;
}

static nv_act act_of(nv_people_clause clause)
{
    for (size_t i = 0; i < NV_COUNT_OF(clauses); i++)
        if (clauses[i].clause == clause)
            return clauses[i].act;
    return NV_ACT_UNKNOWN;
}

static bool same_party(const nv_person *a, const nv_person *b)
{
    return a->for_party && b->for_party &&
           strcmp(a->for_party, b->for_party) == 0;
}

/* The next person from `index` on who did it and whom the note doesn't name
 * yet; person_count when there is none. */
static size_t next_person(const nv_draft *draft, nv_act act, size_t index)
{
    const nv_event *event = draft->event;

    while (index < event->person_count &&
           (event->people[index].act != act ||
            is_named(draft, &event->people[index])))
        index++;
    return index;
}

/* Whether no one before stands for the same party; a person without party
 * stands for himself. */
static bool opens_party(const nv_draft *draft, nv_act act, size_t index)
{
    const nv_person *people = draft->event->people;

    for (size_t i = next_person(draft, act, 0); i < index;
         i = next_person(draft, act, i + 1))
        if (same_party(&people[i], &people[index]))
            return false;
    return true;
}

/* Those who did it, counted. */
typedef struct {
    nv_act act;
    size_t parties;
    bool all_have_party, all_are_states;
} group;

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

    for (size_t i = next_person(draft, act, 0); i < event->person_count;
         i = next_person(draft, act, i + 1)) {
        const char *party = event->people[i].for_party;

        people.parties += opens_party(draft, act, i);
        people.all_have_party = people.all_have_party && party;
        people.all_are_states =
            people.all_are_states && party && is_state(draft, party);
    }
    return people;
}

/* ", " or " and " before item `index` of `count`; English has a comma before
 * the last of three. */
static void add_joint(nv_draft *draft, size_t index, size_t count)
{
    bool is_last = index + 1 == count;

    if (index == 0)
        return;
    if (!is_last || (count > 2 && draft->language == NV_LANGUAGE_EN))
        nv_runs_add(&draft->runs, is_last ? "," : ", ");
    if (is_last)
        nv_runs_addf(&draft->runs, " %s ",
                     nv_term_in(NV_TERM_AND, draft->language));
}

/* The people of the party that `first` opens: "A and B (Party)". */
static void add_party_group(nv_draft *draft, nv_act act, size_t first)
{
    const nv_event *event = draft->event;
    const nv_person *opener = &event->people[first];
    size_t count = 0, index = 0;

    for (size_t i = first; i < event->person_count;
         i = next_person(draft, act, i + 1))
        count += i == first || same_party(opener, &event->people[i]);
    for (size_t i = first; i < event->person_count;
         i = next_person(draft, act, i + 1)) {
        if (i != first && !same_party(opener, &event->people[i]))
            continue;
        add_joint(draft, index++, count);
        nv_runs_add(&draft->runs, local_name(draft, event->people[i].name));
    }
    if (opener->for_party)
        nv_runs_addf(&draft->runs, " (%s)",
                     local_name(draft, opener->for_party));
}

static void add_names(nv_draft *draft, const group *people)
{
    size_t index = 0;

    for (size_t i = next_person(draft, people->act, 0);
         i < draft->event->person_count;
         i = next_person(draft, people->act, i + 1)) {
        if (!opens_party(draft, people->act, i))
            continue;
        add_joint(draft, index++, people->parties);
        add_party_group(draft, people->act, i);
    }
}

/* "by the representatives of twelve states". Where the record lacks the
 * signatories of some parties, the count of the known ones must not pass for
 * the whole. */
static void add_count(nv_draft *draft, const group *people)
{
    static const char *const forms[NV_NOTE_LANGUAGE_COUNT][2] = {
        {"by the representatives of %s %s",
         "by, among others, the representatives of %s %s"},
        {"par les représentants de %s %s",
         "notamment par les représentants de %s %s"},
    };
    static const char *const nouns[NV_NOTE_LANGUAGE_COUNT][2] = {
        {"parties", "states"}, {"parties", "États"}};
    bool is_partial = people->parties < draft->event->parties.count;
    char count[32], text[128];

    nv_count_in_words((int)people->parties, draft->language, count);
    snprintf(text, sizeof text, forms[draft->language][is_partial], count,
             nouns[draft->language][people->all_are_states]);
    nv_runs_add(&draft->runs, text);
}

/* "by A and others", where it is not known for whom all of them stood. */
static void add_first(nv_draft *draft, const group *people)
{
    static const char *const forms[NV_NOTE_LANGUAGE_COUNT] = {
        "by %s and others", "par %s et d’autres"};
    size_t first = next_person(draft, people->act, 0);

    nv_runs_addf(&draft->runs, forms[draft->language],
                 local_name(draft, draft->event->people[first].name));
}

void nv_draft_add_people(nv_draft *draft, nv_people_clause clause)
{
    group people = count_group(draft, act_of(clause));

    if (people.parties <= PARTIES_LISTED) {
        nv_runs_addf(&draft->runs, "%s ",
                     nv_term_in(NV_TERM_BY, draft->language));
        add_names(draft, &people);
    } else if (people.all_have_party) {
        add_count(draft, &people);
    } else {
        add_first(draft, &people);
    }
}
