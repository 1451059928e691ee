/* SPDX-License-Identifier: MPL-2.0 */
/* From a recorded event to the form of it: see document.h. */
#include <string.h>

#include "own/fields.h"
#include "own/parts.h"

/* What is being filled. */
typedef struct {
    const nv_event *event;
    nv_arena *arena;
    nv_own_document *to;
    bool failed;
} reading;

static const char *keep(reading *r, nv_buffer *text)
{
    const char *kept =
        text->failed ? NULL : nv_arena_text(r->arena, text->text, text->len);

    r->failed = r->failed || !kept;
    nv_buffer_release(text);
    return kept;
}

/* A description that follows from the other fields stays empty, lest it be
 * kept when they are changed. */
static void read_description(reading *r)
{
    const nv_document *document = &r->event->document;
    const nv_bilingual *recorded =
        document->is_none ? &r->event->title : &document->description;
    const char *description = nv_bilingual_in(recorded, r->to->words);
    nv_buffer composed = NV_BUFFER_INIT;

    nv_own_name(r->to, &composed);
    if (description && strcmp(description, composed.text) != 0)
        r->to->fields[NV_OWN_DESCRIPTION] = description;
    r->failed = r->failed || composed.failed;
    nv_buffer_release(&composed);
}

static void read_document(reading *r)
{
    const nv_document *document = &r->event->document;
    const char **fields = r->to->fields;

    fields[NV_OWN_FROM] = nv_bilingual_in(&document->from, r->to->words);
    fields[NV_OWN_TO] = nv_bilingual_in(&document->to, r->to->words);
    fields[NV_OWN_TITLE] = document->title;
    fields[NV_OWN_LANGUAGE] = document->languages.count
                                  ? document->languages.items[0]
                              : document->title ? document->title_language
                                                : NULL;
    read_description(r);
}

/* One reference that was not taken apart: "TNA, FO 371/79919". */
static void read_reference(reading *r, const char *reference)
{
    const char *comma = strstr(reference, ", ");
    nv_buffer house = NV_BUFFER_INIT;

    nv_buffer_add(&house, reference,
                  comma ? (size_t)(comma - reference) : strlen(reference));
    r->to->fields[NV_OWN_REPOSITORY] = keep(r, &house);
    r->to->fields[NV_OWN_COLLECTION] = comma ? comma + 2 : NULL;
}

static void read_archive(reading *r)
{
    const int at = nv_own_archive_of(r->event);
    const nv_source *source = at < 0 ? NULL : &r->event->sources[at];
    const char **fields = r->to->fields;

    if (!source)
        return;
    if (!source->institution && source->archive_ref) {
        read_reference(r, source->archive_ref);
        return;
    }
    fields[NV_OWN_REPOSITORY] = source->institution;
    fields[NV_OWN_COLLECTION] = source->collection;
    fields[NV_OWN_BOX] = source->series;
    fields[NV_OWN_FOLIO] = source->document;
}

static const char *join(reading *r, const nv_texts *names)
{
    nv_buffer all = NV_BUFFER_INIT;

    if (names->count == 0)
        return NULL;
    for (size_t i = 0; i < names->count; i++)
        nv_buffer_add_format(&all, "%s%s", i ? "; " : "", names->items[i]);
    return keep(r, &all);
}

static void read_edition(reading *r)
{
    const int at = nv_own_edition_of(r->event);
    const nv_source *source = at < 0 ? NULL : &r->event->sources[at];
    const char **fields = r->to->fields;

    if (!source)
        return;
    fields[NV_OWN_EDITION] =
        source->container ? source->container : source->title;
    fields[NV_OWN_EDITOR] = join(r, &source->editors);
    fields[NV_OWN_VOLUME] = source->volume;
    fields[NV_OWN_NUMBER] = source->document;
    fields[NV_OWN_PAGES] = source->pages;
    fields[NV_OWN_TOWN] = source->place;
    fields[NV_OWN_PUBLISHER] = source->publisher;
    fields[NV_OWN_YEAR] = source->year;
    fields[NV_OWN_ADDRESS] = source->url;
}

static void read_wording(reading *r)
{
    const int at = nv_own_wording_of(r->event);
    const nv_quotation *quotation = at < 0 ? NULL : &r->event->quotations[at];
    const char **fields = r->to->fields;
    nv_buffer place = NV_BUFFER_INIT;

    if (!quotation)
        return;
    fields[NV_OWN_WORDING] = quotation->text;
    if (!fields[NV_OWN_LANGUAGE] ||
        strcmp(quotation->language, fields[NV_OWN_LANGUAGE]) != 0)
        fields[NV_OWN_WORDING_LANGUAGE] = quotation->language;
    if (!quotation->pinpoint.label)
        return;
    nv_buffer_add_text(&place, quotation->pinpoint.label);
    if (quotation->pinpoint.value && quotation->pinpoint.value[0])
        nv_buffer_add_format(&place, " %s", quotation->pinpoint.value);
    fields[NV_OWN_LOCATOR] = keep(r, &place);
}

/* The source that the writer cites it by says whether it was seen. */
static bool was_seen(const nv_event *event)
{
    const int archive = nv_own_archive_of(event);
    const int at = archive < 0 ? nv_own_edition_of(event) : archive;

    return at >= 0 && event->sources[at].checked == NV_CHECKED_SEEN;
}

bool nv_own_from_event(const nv_event *event, nv_language words,
                       nv_arena *arena, nv_own_document *document)
{
    reading r = {event, arena, document, false};

    *document = (nv_own_document){.genre = nv_own_genre_of(event),
                                  .what = nv_own_what_of(event),
                                  .is_seen = was_seen(event),
                                  .words = words};
    document->fields[NV_OWN_DATE] = event->date.iso;
    document->fields[NV_OWN_PLACE] = event->place;
    read_document(&r);
    read_archive(&r);
    read_edition(&r);
    read_wording(&r);
    return !r.failed;
}

void nv_own_adapt(nv_own_document *document)
{
    document->is_seen = false;
}
