/* SPDX-License-Identifier: MPL-2.0 */
/* See leads.h. */
#include "registry/search/leads.h"

#include <stdlib.h>

enum {
    FIRST_CAPACITY = 16,
    EVENTS_MAX = 64 /* of one statement; it has a few */
};

static const double next_part = 0.8; /* each later event of a statement */

static void add(nv_leads *leads, const nv_lead *lead)
{
    if (leads->count == leads->capacity) {
        const size_t wanted =
            leads->capacity ? 2 * leads->capacity : FIRST_CAPACITY;
        nv_lead *larger = realloc(leads->items, wanted * sizeof *larger);

        leads->failed = !larger;
        if (!larger)
            return;
        leads->items = larger;
        leads->capacity = wanted;
    }
    leads->items[leads->count++] = *lead;
}

void nv_leads_add(nv_leads *leads, const nv_index *index, uint32_t statement,
                  double score)
{
    uint32_t events[EVENTS_MAX];
    size_t count =
        nv_index_statement_events(index, statement, events, EVENTS_MAX);

    if (count > EVENTS_MAX)
        count = EVENTS_MAX;
    for (size_t i = 0; i < count && !leads->failed; i++) {
        if (events[i] < nv_index_event_count(index))
            add(leads, &(nv_lead){events[i], statement, score});
        score *= next_part;
    }
}

static int compare(const void *a, const void *b)
{
    const nv_lead *x = a, *y = b;

    if (x->event != y->event)
        return x->event < y->event ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->statement > y->statement) - (x->statement < y->statement);
}

void nv_leads_sort(nv_leads *leads)
{
    size_t kept = 0;

    if (leads->count)
        qsort(leads->items, leads->count, sizeof *leads->items, compare);
    for (size_t i = 0; i < leads->count; i++)
        if (kept == 0 || leads->items[kept - 1].event != leads->items[i].event)
            leads->items[kept++] = leads->items[i];
    leads->count = kept;
}

void nv_leads_release(nv_leads *leads)
{
    free(leads->items);
    *leads = (nv_leads){.items = NULL};
}
