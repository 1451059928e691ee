/* SPDX-License-Identifier: MPL-2.0 */
/* Who signed, and who delivered, spoke or sent: what the record attests of each
 * person and nothing more. */
#include "note/draft.h"

#include <string.h>

#include "base/array.h"

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

const char *nv_draft_local_name(const nv_draft *draft, const char *canonical)
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

/* The name in the language in which the document is named. */
static const char *name_in(const nv_draft *draft, const char *canonical)
{
    nv_draft recorded = *draft;

    if (draft->language >= (int)NV_NOTE_LANGUAGE_COUNT)
        recorded.language = NV_LANGUAGE_EN;
    return nv_draft_local_name(&recorded, canonical);
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
        if (texts[i] && strstr(texts[i], surname(name_in(draft, person->name))))
            return true;
    return false;
}

size_t nv_draft_next_person(const nv_draft *draft, nv_act act, size_t index)
{
    const nv_event *event = draft->event;

    while (index < event->person_count &&
           (event->people[index].act != act ||
            is_named(draft, &event->people[index])))
        index++;
    return index;
}

nv_people_clause nv_draft_people(const nv_draft *draft)
{
    const nv_event *event = draft->event;

    if (draft->subject != NV_SUBJECT_DOCUMENT || event->person_count == 0)
        return NV_PEOPLE_NONE;
    for (size_t i = 0; i < NV_COUNT_OF(clauses); i++)
        if (nv_draft_next_person(draft, clauses[i].act, 0) <
            event->person_count)
            return clauses[i].clause;
    for (size_t i = 0; i < event->person_count; i++)
        if (is_named(draft, &event->people[i]))
            return NV_PEOPLE_NAMED;
    return NV_PEOPLE_UNKNOWN;
}
