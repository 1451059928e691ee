/* SPDX-License-Identifier: MPL-2.0 */
/* See sequence_plan.h. */
#include "note/sequence_plan.h"

#include <stdlib.h>
#include <string.h>

#include "note/note_text.h"
#include "note/style.h"

void nv_cluster_plan_release(nv_cluster_plan *plan)
{
    free(plan->places);
    free(plan->serials);
    free(plan->place_of);
    memset(plan, 0, sizeof *plan);
}

/* Room for `count` citations, and some more. */
static bool reserve(nv_cluster_plan *plan, size_t count)
{
    const size_t room = count + count / 8 + 16;

    if (count <= plan->room)
        return true;
    nv_cluster_plan_release(plan);
    plan->places = malloc(2 * room * sizeof *plan->places);
    plan->serials = malloc(room * sizeof *plan->serials);
    plan->place_of = malloc(room * sizeof *plan->place_of);
    if (plan->places && plan->serials && plan->place_of)
        plan->room = room;
    return plan->room > 0;
}

static bool is_ours(const nv_noted *noted)
{
    return noted->citation.event != NULL;
}

/* A range of numbers or suffixes leaves out the cites between its ends. */
static bool leaves_cites_out(const nv_note_style *style)
{
    const uint8_t collapse = style->lexicon->style->collapse;

    return collapse == NV_CSL_COLLAPSE_NUMBER ||
           collapse == NV_CSL_COLLAPSE_YEAR_SUFFIX_RANGED;
}

static bool is_joined(const nv_noted *noted)
{
    return noted->is_joined && is_ours(noted) && is_ours(noted - 1) &&
           noted->note == noted[-1].note;
}

static void add_place(nv_cluster_plan *plan, const nv_noted noted[], size_t at,
                      size_t count)
{
    plan->places[plan->count++] = (nv_cluster_place){
        .at = at,
        .count = count,
        .note = noted[at].note,
        .is_open = count > 0 && noted[at + count - 1].is_open,
        .is_inside = noted[at].is_inside};
}

static void add_all(nv_cluster_plan *plan, const nv_noted noted[], size_t count,
                    bool parts_all)
{
    for (size_t at = 0, end; at < count; at = end) {
        end = at + 1;
        while (!parts_all && end < count && is_joined(&noted[end]))
            end++;
        for (size_t i = at; i < end; i++)
            plan->place_of[i] = (uint32_t)plan->count;
        if (is_ours(&noted[at]))
            add_place(plan, noted, at, end - at);
        if (end - at == 1 && (!is_ours(&noted[at]) || !noted[at].is_alone))
            add_place(plan, noted, at, 0);
    }
}

bool nv_cluster_plan_make(nv_cluster_plan *plan, const nv_note_style *style,
                          const nv_noted noted[], const uint64_t serials[],
                          size_t count, nv_error *err)
{
    plan->count = 0;
    if (!reserve(plan, count))
        return nv_note_no_memory(err);
    if (count > 0)
        memcpy(plan->serials, serials, count * sizeof *serials);
    add_all(plan, noted, count, leaves_cites_out(style));
    return true;
}

bool nv_cluster_plans_agree(const void *host, size_t before, size_t after)
{
    const nv_two_plans *plans = host;
    const nv_cluster_place *a = &plans->before->places[before];
    const nv_cluster_place *b = &plans->after->places[after];
    const size_t serials = a->count ? a->count : 1;

    return a->count == b->count &&
           memcmp(plans->before->serials + a->at, plans->after->serials + b->at,
                  serials * sizeof *plans->after->serials) == 0;
}
