/* SPDX-License-Identifier: MPL-2.0 */
/* See citable.h. */
#include "registry/citable.h"

#include <string.h>

#include "base/array.h"

bool nv_source_holds_words(const nv_source *source)
{
    return source->holds == NV_HOLDS_TEXT ||
           source->holds == NV_HOLDS_TRANSLATION ||
           source->holds == NV_HOLDS_EXTRACT;
}

/* A reader can open the page: the work and the place in it are known. */
static bool has_place_in_print(const nv_source *source)
{
    return source->columns || ((source->pages || source->document) &&
                               (source->publisher || source->volume ||
                                source->number || source->container));
}

/* A note that prints the source tells a reader where to look. */
static bool can_be_found(const nv_source *source)
{
    return has_place_in_print(source) || (source->url && source->url_ok) ||
           source->container || source->publisher || source->archive_ref ||
           source->series || source->number || source->institution ||
           source->year;
}

/* Less is better. A whole text that can be found in print goes before the rest;
 * then the text itself before a translation and that before an extract; then
 * what was seen before what is only cited. */
static int rank(const nv_source *source)
{
    bool is_best =
        has_place_in_print(source) && source->holds != NV_HOLDS_EXTRACT;

    return (is_best ? 0 : 100) + (int)source->holds * 10 + (int)source->checked;
}

static const nv_source *best_source(const nv_event *event)
{
    const nv_source *best = NULL;

    for (size_t i = 0; i < event->source_count; i++) {
        const nv_source *source = &event->sources[i];

        if (nv_source_holds_words(source) && can_be_found(source) &&
            (!best || rank(source) < rank(best)))
            best = source;
    }
    return best;
}

/* An event that is no document can be cited by its only source, whatever that
 * source is: the note then names the source and nothing else. */
const nv_source *nv_event_source(const nv_event *event)
{
    const nv_source *best = best_source(event);

    if (!best && event->document.is_none && event->source_count == 1)
        return &event->sources[0];
    return best;
}

/* The series by which a treaty is cited, in this order: those of the League and
 * of the United Nations go before those of one state. */
static const char *const series[] = {"UNTS", "LNTS", "UST",    "Stat", "TIAS",
                                     "ILM",  "BGBl", "UN Doc", "Cmd"};

static size_t series_rank(const char *code)
{
    size_t rank = 0;

    while (rank < NV_COUNT_OF(series) &&
           (!code || strcmp(series[rank], code) != 0))
        rank++;
    return rank;
}

/* A reader finds the treaty by it. */
static bool is_complete(const nv_treaty_reference *reference)
{
    return series_rank(reference->series) < NV_COUNT_OF(series) &&
           ((reference->volume && reference->page) || reference->number ||
            reference->registration);
}

const nv_treaty_reference *nv_event_reference(const nv_event *event)
{
    const nv_treaty *treaty = event->treaty;
    const nv_treaty_reference *best = NULL;

    for (size_t i = 0; treaty && i < treaty->reference_count; i++) {
        const nv_treaty_reference *reference = &treaty->references[i];

        if (is_complete(reference) && (!best || series_rank(reference->series) <
                                                    series_rank(best->series)))
            best = reference;
    }
    return best;
}

static const nv_quotation *own_words(const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].role == NV_ROLE_DOCUMENT &&
            event->quotations[i].is_offered)
            return &event->quotations[i];
    return NULL;
}

bool nv_event_is_unchecked(const nv_event *event)
{
    const nv_quotation *words =
        event->kind == NV_KIND_REFUSAL ? own_words(event) : NULL;
    const nv_treaty_reference *reference =
        words ? NULL : nv_event_reference(event);
    const nv_source *source = words ? words->source : nv_event_source(event);

    if (reference)
        return reference->checked != NV_CHECKED_SEEN;
    return source && source->checked != NV_CHECKED_SEEN;
}
