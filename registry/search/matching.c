/* SPDX-License-Identifier: MPL-2.0 */
/* See matching.h. */
#include "registry/search/matching.h"

#include "registry/search/bits.h"

enum { EVENTS_MAX = 64 /* of one statement */ };

static const nv_found *found_of(const nv_matching *m, size_t match)
{
    return &m->asked->matches[match]->in[m->registry].found;
}

bool nv_matching_choose(const nv_matching *m, bool of_statements,
                        nv_choice *choice)
{
    const uint32_t events = nv_index_event_count(m->index);
    nv_condition conditions[NV_QUERY_MAX + 1];
    size_t count = 0;

    for (size_t i = 0; i < m->asked->match_count; i++) {
        const nv_wanted *wanted = &m->asked->matches[i]->wanted;

        if (!of_statements || !nv_wanted_is_filter(wanted))
            conditions[count++] =
                (nv_condition){found_of(m, i), wanted->is_excluded};
    }
    if (!of_statements && m->passing)
        conditions[count++] = (nv_condition){m->passing, false};
    return nv_choose(choice, m->index, conditions, count,
                     of_statements ? events : 0,
                     of_statements ? nv_index_record_count(m->index) : events);
}

static bool is_kept(const nv_matching *m, uint32_t event)
{
    return !m->passing || nv_found_has(m->passing, event);
}

bool nv_matching_has_all(const nv_matching *m, uint32_t event)
{
    for (size_t i = 0; i < m->asked->match_count; i++)
        if (nv_found_has(found_of(m, i), event) ==
            m->asked->matches[i]->wanted.is_excluded)
            return false;
    return is_kept(m, event);
}

bool nv_matching_passes(const nv_matching *m, uint32_t event)
{
    for (size_t i = 0; i < m->asked->match_count; i++) {
        const nv_wanted *wanted = &m->asked->matches[i]->wanted;

        if ((nv_wanted_is_filter(wanted) || wanted->is_excluded) &&
            nv_found_has(found_of(m, i), event) == wanted->is_excluded)
            return false;
    }
    return is_kept(m, event);
}

static void add_lead(const nv_matching *m, uint32_t statement, uint64_t bits[])
{
    uint32_t events[EVENTS_MAX];
    size_t count =
        nv_index_statement_events(m->index, statement, events, EVENTS_MAX);

    count = count < EVENTS_MAX ? count : EVENTS_MAX;
    for (size_t i = 0; i < count; i++)
        if (nv_matching_passes(m, events[i]))
            nv_bits_add(bits, events[i]);
}

bool nv_matching_add_events(const nv_matching *m, uint64_t bits[])
{
    nv_choice choice = {.count = 0};
    uint32_t at = 0, record;
    bool is_chosen = nv_matching_choose(m, false, &choice);

    while (is_chosen && nv_choice_next(&choice, &at, &record))
        nv_bits_add(bits, record);
    nv_choice_release(&choice);
    if (!is_chosen)
        return false;
    is_chosen = nv_matching_choose(m, true, &choice);
    for (at = 0; is_chosen && nv_choice_next(&choice, &at, &record);)
        add_lead(m, record, bits);
    nv_choice_release(&choice);
    return is_chosen;
}

bool nv_matching_is_none(const nv_matching *m)
{
    size_t count = 0;

    for (int i = 0; i < 2; i++) {
        nv_choice choice = {.count = 0};

        count += !nv_matching_choose(m, i > 0, &choice);
        count += choice.count;
        nv_choice_release(&choice);
    }
    return count == 0;
}
