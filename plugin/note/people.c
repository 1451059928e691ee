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

/* The people who did it, in the order of the record. */
typedef struct {
    const nv_person *all[64];
    size_t count, party_count;
} group;

static void collect(const nv_draft *draft, nv_act act, group *people)
{
    people->count = people->party_count = 0;
    for (size_t i = 0; i < draft->event->person_count; i++) {
        const nv_person *person = &draft->event->people[i];
        bool is_new = true;

        if (person->act != act || is_named(draft, person) ||
            people->count == NV_COUNT_OF(people->all))
            continue;
        for (size_t j = 0; j < people->count; j++)
            is_new = is_new && !same_party(people->all[j], person);
        people->all[people->count++] = person;
        people->party_count += is_new;
    }
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

/* The people of the party of all[first]: "A and B (Party)". Marks them done. */
static void add_party_group(nv_draft *draft, const group *people, size_t first,
                            bool done[])
{
    size_t count = 0, index = 0;

    for (size_t i = first; i < people->count; i++)
        count += i == first || same_party(people->all[first], people->all[i]);
    for (size_t i = first; i < people->count; i++) {
        if (i != first && !same_party(people->all[first], people->all[i]))
            continue;
        add_joint(draft, index++, count);
        nv_runs_add(&draft->runs, local_name(draft, people->all[i]->name));
        done[i] = true;
    }
    if (people->all[first]->for_party)
        nv_runs_addf(&draft->runs, " (%s)",
                     local_name(draft, people->all[first]->for_party));
}

static void add_names(nv_draft *draft, const group *people)
{
    bool done[NV_COUNT_OF(people->all)] = {false};
    size_t index = 0;

    for (size_t i = 0; i < people->count; i++) {
        if (done[i])
            continue;
        add_joint(draft, index++, people->party_count);
        add_party_group(draft, people, i, done);
    }
}

static bool are_states(const nv_draft *draft, const group *people)
{
    for (size_t i = 0; i < people->count; i++) {
        const char *party = people->all[i]->for_party;
        const nv_name *name = draft->registry && party
                                  ? nv_registry_name_of(draft->registry, party)
                                  : NULL;

        if (name && name->type != NV_NAME_STATE)
            return false;
    }
    return true;
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
    bool is_partial = people->party_count < draft->event->parties.count;
    char count[32], text[128];

    nv_count_in_words((int)people->party_count, draft->language, count);
    snprintf(text, sizeof text, forms[draft->language][is_partial], count,
             nouns[draft->language][are_states(draft, people)]);
    nv_runs_add(&draft->runs, text);
}

void nv_draft_add_people(nv_draft *draft, nv_people_clause clause)
{
    group people;

    collect(draft, act_of(clause), &people);
    if (people.party_count > PARTIES_LISTED) {
        add_count(draft, &people);
        return;
    }
    nv_runs_addf(&draft->runs, "%s ", nv_term_in(NV_TERM_BY, draft->language));
    add_names(draft, &people);
}
