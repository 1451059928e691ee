/* SPDX-License-Identifier: MPL-2.0 */
/* Which source a note prints. */
#include "note/draft.h"

#include <string.h>

bool nv_source_holds_words(const nv_source *source)
{
    return source->holds == NV_HOLDS_TEXT ||
           source->holds == NV_HOLDS_TRANSLATION ||
           source->holds == NV_HOLDS_EXTRACT;
}

bool nv_source_is_archival(const nv_source *source)
{
    return source->archive_ref && source->type &&
           strncmp(source->type, "archival", 8) == 0;
}

bool nv_source_is_other_piece(const nv_source *source)
{
    return nv_source_is_archival(source) && source->holds == NV_HOLDS_EXTRACT;
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
static const nv_source *source_of_event(const nv_event *event)
{
    const nv_source *best = best_source(event);

    if (!best && event->document.is_none && event->source_count == 1)
        return &event->sources[0];
    return best;
}

static const nv_treaty_reference *best_reference(const nv_event *event)
{
    const nv_treaty *treaty = event->treaty;
    const nv_treaty_reference *best = NULL;

    for (size_t i = 0; treaty && i < treaty->reference_count; i++) {
        const nv_treaty_reference *reference = &treaty->references[i];

        if (nv_reference_is_complete(reference) &&
            (!best ||
             nv_series_rank(reference->series) < nv_series_rank(best->series)))
            best = reference;
    }
    return best;
}

static const nv_source *find_source(const nv_event *event, const char *key)
{
    for (size_t i = 0; i < event->source_count; i++)
        if (strcmp(event->sources[i].key, key) == 0)
            return &event->sources[i];
    return NULL;
}

static bool choose_by_hand(nv_draft *draft, const char *key, nv_error *err)
{
    const nv_source *source = find_source(draft->event, key);

    if (!source)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The event %s has no source \"%s\"; choose one of those "
                       "it lists.",
                       draft->event->id, key);
    if (!draft->event->document.is_none && !nv_source_holds_words(source))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "The source \"%s\" does not hold the text of the "
                       "document; choose one that does.",
                       key);
    draft->source = source;
    return true;
}

bool nv_draft_choose_source(nv_draft *draft, nv_error *err)
{
    if (draft->quotation) {
        draft->source = draft->quotation->source;
        return true;
    }
    if (draft->citation->source)
        return choose_by_hand(draft, draft->citation->source, err);
    draft->reference = best_reference(draft->event);
    if (!draft->reference)
        draft->source = source_of_event(draft->event);
    return true;
}
