/* SPDX-License-Identifier: MPL-2.0 */
/* Which source a note prints. */
#include "note/draft.h"

#include <string.h>

#include "registry/citable.h"

bool nv_source_is_archival(const nv_source *source)
{
    return source->archive_ref && source->type &&
           strncmp(source->type, "archival", 8) == 0;
}

bool nv_source_is_other_piece(const nv_source *source)
{
    return nv_source_is_archival(source) && source->holds == NV_HOLDS_EXTRACT;
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
    draft->reference = nv_event_reference(draft->event);
    if (!draft->reference)
        draft->source = nv_event_source(draft->event);
    return true;
}
