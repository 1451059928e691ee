/* SPDX-License-Identifier: MPL-2.0 */
/* See item.h. The parts of an item for our own styles, put together. */
#include "note/item_maker.h"

#include <string.h>

#include "note/standard.h"
#include "note/style.h"
#include "note/note_text.h"
#include "registry/citable.h"

/* "PACK:ID"; NULL without memory. */
static const char *event_id(const nv_registry *registry, const nv_event *event,
                            nv_arena *arena)
{
    const char *pack = registry ? nv_registry_pack(registry) : "";
    size_t len = strlen(pack);
    char *id = nv_arena_alloc(arena, len + strlen(event->id) + 2);

    if (!id)
        return NULL;
    memcpy(id, pack, len);
    id[len] = ':';
    strcpy(id + len + 1, event->id);
    return id;
}

/* Whether the note prints another source than a plain note of the event. */
static bool has_other_source(const nv_draft *draft)
{
    return draft->prints_source && draft->source && !draft->reference &&
           (nv_event_reference(draft->event) ||
            nv_event_source(draft->event) != draft->source);
}

static const char *id_of(const nv_draft *draft, nv_arena *arena)
{
    const char *id = event_id(draft->registry, draft->event, arena);
    nv_buffer own = NV_BUFFER_INIT;

    if (!id || (draft->subject != NV_SUBJECT_OTHER && !has_other_source(draft)))
        return id;
    if (draft->subject == NV_SUBJECT_OTHER)
        nv_buffer_add_format(&own, "%s#%d", id, draft->quotation->number);
    else
        nv_buffer_add_format(&own, "%s@%s", id, draft->source->key);
    id = own.failed ? NULL : nv_arena_text(arena, own.text, own.len);
    nv_buffer_release(&own);
    return id;
}

/* The places go after what may name the town already. */
static const nv_csl_item *make(nv_item_maker *maker)
{
    maker->builder.id = id_of(&maker->draft, maker->builder.arena);
    nv_item_add_document(maker);
    nv_item_add_dates(maker);
    nv_item_add_people(maker);
    nv_item_add_places(maker);
    nv_item_add_words(maker);
    nv_item_add_source(maker);
    return maker->builder.id && !maker->failed
               ? nv_csl_item_finish(&maker->builder)
               : NULL;
}

/* The item of a citation; the style says the language. */
static const nv_csl_item *item_of(nv_item_maker *maker,
                                  const nv_registry *registry,
                                  const nv_citation *citation, nv_error *err)
{
    const nv_csl_item *item;

    if (!nv_draft_init(&maker->draft, registry, citation, err))
        return NULL;
    if (maker->is_entry)
        maker->draft.in_document = maker->draft.in_source =
            (nv_locator){NULL, NULL};
    item = make(maker);
    if (!item)
        nv_note_no_memory(err);
    return item;
}

const nv_csl_item *nv_item_of_event(const nv_registry *registry,
                                    const nv_event *event, nv_note_style *style,
                                    nv_arena *arena, nv_error *err)
{
    const nv_citation citation = {.event = event,
                                  .parts = NV_PART_DATE | NV_PART_SOURCE,
                                  .language = style->language};
    nv_item_maker maker;

    if (!style->entry->is_ours)
        return nv_standard_item(registry, &citation, style, arena, err);
    nv_item_maker_init(&maker, style, arena);
    return item_of(&maker, registry, &citation, err);
}

/* What a later note gives: what was typed, else the place in the document, else
 * that in the source it names. */
static void set_locator(nv_item_maker *maker, nv_csl_cite *cite)
{
    const nv_draft *draft = &maker->draft;

    if (draft->in_document.label)
        nv_item_locator(maker, &draft->in_document, cite);
    else if (draft->in_source.label &&
             (draft->prints_source || draft->citation->locator.label))
        nv_item_locator(maker, &draft->in_source, cite);
}

bool nv_note_cite(const nv_registry *registry, const nv_citation *citation,
                  nv_note_style *style, nv_arena *arena, nv_csl_cite *cite,
                  nv_error *err)
{
    nv_citation asked = *citation;
    nv_item_maker maker;

    memset(cite, 0, sizeof *cite);
    if (!style->entry->is_ours)
        return nv_standard_cite(registry, citation, style, arena, cite, err);
    asked.language = style->language;
    nv_item_maker_init(&maker, style, arena);
    cite->as = item_of(&maker, registry, &asked, err);
    if (!cite->as)
        return false;
    cite->item = cite->as->id;
    set_locator(&maker, cite);
    nv_item_add_affixes(&maker, cite);
    if (!maker.failed)
        return true;
    memset(cite, 0, sizeof *cite);
    return nv_note_no_memory(err);
}

/* A citation that names its source and gives neither words nor places. */
static nv_citation without_words(const nv_citation *citation,
                                 nv_language language)
{
    nv_citation entry = *citation;

    entry.parts = NV_PART_DATE | NV_PART_SOURCE;
    entry.language = language;
    entry.locator = (nv_locator){NULL, NULL};
    entry.date_variant = 0;
    return entry;
}

static bool is_plain(const nv_registry *registry, const nv_citation *citation)
{
    nv_draft draft;

    return nv_draft_init(&draft, registry, citation, NULL) &&
           draft.subject != NV_SUBJECT_OTHER && !has_other_source(&draft);
}

const nv_csl_item *nv_item_of_cite(const nv_registry *registry,
                                   const nv_citation *citation,
                                   nv_note_style *style, nv_arena *arena,
                                   nv_error *err)
{
    const nv_citation entry = without_words(citation, style->language);
    nv_item_maker maker;

    if (is_plain(registry, citation))
        return nv_item_of_event(registry, citation->event, style, arena, err);
    if (!style->entry->is_ours)
        return nv_standard_item(registry, citation, style, arena, err);
    nv_item_maker_init(&maker, style, arena);
    maker.is_entry = true;
    return item_of(&maker, registry, &entry, err);
}
