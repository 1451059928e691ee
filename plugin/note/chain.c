/* SPDX-License-Identifier: MPL-2.0 */
/* See chain.h. */
#include "note/chain.h"

#include <string.h>

#include "base/array.h"
#include "note/chain_words.h"
#include "note/draft.h"

/* What a relation of the event says of the other one. */
typedef struct {
    const char *type;
    bool is_answer; /* the other one answers it; else it answers the other */
    nv_chain_act act;
} relation_kind;

static const relation_kind kinds[] = {
    {"replies-to", false, NV_CHAIN_ANSWERED},
    {"refuses", false, NV_CHAIN_REFUSED},
    {"answered-by", true, NV_CHAIN_ANSWERED},
    {"refused-by", true, NV_CHAIN_REFUSED},
};

/* Documents on one side of the event, in the order of their dates. */
typedef struct {
    const nv_event *event;
    nv_chain_act act;
} link;

typedef struct {
    link links[NV_CHAIN_MAX];
    size_t count;
} side;

static const relation_kind *kind_of(const char *type)
{
    for (size_t i = 0; i < NV_COUNT_OF(kinds); i++)
        if (strcmp(kinds[i].type, type) == 0)
            return &kinds[i];
    return NULL;
}

static bool is_of_chains(const nv_event *event)
{
    return event->kind == NV_KIND_NOTE || event->kind == NV_KIND_REPLY ||
           event->kind == NV_KIND_REFUSAL;
}

static nv_citation citation_of(const nv_citation *citation,
                               const nv_event *event)
{
    return event == citation->event
               ? *citation
               : (nv_citation){.event = event,
                               .parts = citation->parts,
                               .language = citation->language};
}

static bool can_be_cited(const nv_registry *registry,
                         const nv_citation *citation, const nv_event *event)
{
    const nv_citation own = citation_of(citation, event);
    nv_draft draft;

    return nv_draft_init(&draft, registry, &own, NULL);
}

/* Keeps the order of dates; one that is there already may turn out to be
 * refused. */
static void add(side *side, const nv_event *event, nv_chain_act act)
{
    size_t at = side->count;

    for (size_t i = 0; i < side->count; i++)
        if (side->links[i].event == event) {
            if (act == NV_CHAIN_REFUSED)
                side->links[i].act = act;
            return;
        }
    if (side->count == NV_CHAIN_MAX)
        return;
    while (at > 0 &&
           strcmp(side->links[at - 1].event->date.iso, event->date.iso) > 0)
        at--;
    memmove(&side->links[at + 1], &side->links[at],
            (side->count++ - at) * sizeof *side->links);
    side->links[at] = (link){event, act};
}

/* Fills both sides: what the event answers, and what answers it. An event of
 * another pack, or one that can't be cited, is left out. */
static bool collect(const nv_registry *registry, const nv_citation *citation,
                    side *before, side *after, nv_error *err)
{
    const nv_event *event = citation->event;
    nv_error why = {0};

    if (!is_of_chains(event))
        return true;
    for (size_t i = 0; i < event->relation_count && !why.code; i++) {
        const relation_kind *kind = kind_of(event->relations[i].type);
        const nv_event *other =
            kind ? nv_registry_by_id(registry, event->relations[i].target, &why)
                 : NULL;

        if (other && other != event && is_of_chains(other) &&
            can_be_cited(registry, citation, other))
            add(kind->is_answer ? after : before, other, kind->act);
    }
    return !why.code || nv_fail(err, why.code, why.line, "%s", why.message);
}

static const char *french_name(const nv_event *event)
{
    return event->document.description.text[NV_LANGUAGE_FR];
}

static nv_agreement agreement_of(const nv_event *event)
{
    return nv_agreement_of(french_name(event), event->document.gender_fr);
}

/* All of them together. */
static nv_chain_subject subject_of(const side *side)
{
    nv_chain_subject subject = {.agreement = {.is_feminine = true},
                                .count = side->count};

    for (size_t i = 0; i < side->count; i++) {
        const nv_agreement one = agreement_of(side->links[i].event);

        subject.agreement.is_feminine &= one.is_feminine;
        subject.agreement.is_plural |= one.is_plural;
    }
    return subject;
}

static nv_chain_act act_of(const side *before)
{
    for (size_t i = 0; i < before->count; i++)
        if (before->links[i].act == NV_CHAIN_ANSWERED)
            return NV_CHAIN_ANSWERED;
    return NV_CHAIN_REFUSED;
}

static void put(nv_chain *chain, const nv_citation *citation,
                const nv_event *event, const char *join)
{
    if (chain->count == NV_CHAIN_MAX)
        return;
    chain->citations[chain->count] = citation_of(citation, event);
    chain->joins[chain->count++] = join;
}

/* How many answers in a row from `first` on do the same. */
static size_t run_from(const side *after, size_t first)
{
    size_t end = first + 1;

    while (end < after->count &&
           after->links[end].act == after->links[first].act)
        end++;
    return end - first;
}

/* What stands before an answer of the event. */
static const char *answer_word(const nv_citation *citation, const side *before,
                               const side *after, size_t index)
{
    const nv_chain_act act = after->links[index].act;
    const nv_chain_subject subject = {.agreement =
                                          agreement_of(citation->event),
                                      .count = 1,
                                      .is_itself_answer = before->count > 0};
    const nv_chain_answers answers = {run_from(after, index),
                                      french_name(after->links[index].event)};

    if (index > 0 && after->links[index - 1].act == act)
        return nv_chain_more(act, citation->language);
    return nv_chain_word(act, citation->language, &subject, &answers);
}

/* What stands before the event itself. */
static const char *own_word(const nv_citation *citation, const side *before)
{
    const nv_chain_subject subject = subject_of(before);
    const nv_chain_answers answers = {1, french_name(citation->event)};

    return before->count ? nv_chain_word(act_of(before), citation->language,
                                         &subject, &answers)
                         : "";
}

static void put_all(nv_chain *chain, const nv_citation *citation,
                    const side *before, const side *after)
{
    for (size_t i = 0; i < before->count; i++)
        put(chain, citation, before->links[i].event,
            i ? nv_chain_and(citation->language) : "");
    put(chain, citation, citation->event, own_word(citation, before));
    for (size_t i = 0; i < after->count; i++)
        put(chain, citation, after->links[i].event,
            answer_word(citation, before, after, i));
}

bool nv_chain_find(const nv_registry *registry, const nv_citation *citation,
                   nv_chain *chain, nv_error *err)
{
    side before = {.count = 0}, after = {.count = 0};

    memset(chain, 0, sizeof *chain);
    chain->registry = registry;
    if (!collect(registry, citation, &before, &after, err))
        return false;
    if (before.count == NV_CHAIN_MAX)
        before.count--;
    put_all(chain, citation, &before, &after);
    return true;
}
