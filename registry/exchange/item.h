/* SPDX-License-Identifier: MPL-2.0 */
/* An event as reference managers see one: a type, texts, names and dates, under
 * the names of CSL 1.0.2 where CSL has one. Everything is borrowed from the
 * event, or from the arena it was made with. */
#ifndef NV_REGISTRY_EXCHANGE_ITEM_H
#define NV_REGISTRY_EXCHANGE_ITEM_H

#include "base/arena.h"
#include "registry/event.h"

typedef enum {
    NV_ITEM_TITLE,
    NV_ITEM_TITLE_SHORT,
    NV_ITEM_STATUS, /* "descriptive": the title is not the document's own */
    NV_ITEM_GENRE,
    NV_ITEM_EVENT_TITLE,
    NV_ITEM_EVENT_PLACE,
    NV_ITEM_PART_TITLE, /* heading of the piece inside the container */
    NV_ITEM_CONTAINER,
    NV_ITEM_COLLECTION,
    NV_ITEM_VOLUME,
    NV_ITEM_PART,
    NV_ITEM_VOLUME_TITLE,
    NV_ITEM_NUMBER,
    NV_ITEM_ISSUE,
    NV_ITEM_PAGE,
    NV_ITEM_PUBLISHER,
    NV_ITEM_PUBLISHER_PLACE,
    NV_ITEM_ARCHIVE,
    NV_ITEM_LANGUAGE,
    NV_ITEM_URL,
    NV_ITEM_TEXT_COUNT
} nv_item_text;

typedef enum {
    NV_ITEM_AUTHOR,
    NV_ITEM_RECIPIENT,
    NV_ITEM_EDITOR,
    NV_ITEM_TRANSLATOR,
    NV_ITEM_AUTHORITY,
    NV_ITEM_PARTY,     /* ours: CSL has no such name */
    NV_ITEM_SIGNATORY, /* ours */
    NV_ITEM_NAMES_COUNT
} nv_item_names;

typedef enum {
    NV_ITEM_ISSUED, /* by the edition; a treaty's signature */
    NV_ITEM_EVENT_DATE,
    NV_ITEM_ORIGINAL_DATE, /* the same, for styles that know no event-date */
    NV_ITEM_IN_FORCE,      /* ours */
    NV_ITEM_DELIVERED,     /* ours */
    NV_ITEM_DATE_COUNT
} nv_item_date;

typedef struct {
    const char *iso; /* NULL: none */
    const char *end; /* of a span, or NULL */
} nv_item_days;

typedef struct {
    const nv_event *event;
    const nv_source *source; /* where it is to be read, or NULL */
    const char *type;        /* of CSL */
    const char *texts[NV_ITEM_TEXT_COUNT];
    nv_texts names[NV_ITEM_NAMES_COUNT];
    nv_item_days dates[NV_ITEM_DATE_COUNT];
} nv_item;

/* False without memory. */
bool nv_item_make(const nv_event *event, nv_arena *arena, nv_item *item);

#endif
