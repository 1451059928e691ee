/* SPDX-License-Identifier: MPL-2.0 */
/* See parts.h. */
#include "own/parts.h"

#include <string.h>

#include "own/document.h"
#include "registry/citable.h"

/* What was imported has types of its own: then it is an archive that says where
 * in it the document lies, and nothing of a printed work. */
static bool is_archival(const nv_source *source)
{
    return strncmp(source->type, "archival", 8) == 0 ||
           (source->archive_ref && !source->container && !source->publisher &&
            !source->volume && !source->pages);
}

/* Those that only tell of the document are not where it is. */
static int find_source(const nv_event *event, bool wants_archive)
{
    for (size_t i = 0; i < event->source_count; i++)
        if (is_archival(&event->sources[i]) == wants_archive &&
            nv_source_holds_words(&event->sources[i]))
            return (int)i;
    return -1;
}

int nv_own_archive_of(const nv_event *event)
{
    return find_source(event, true);
}

int nv_own_edition_of(const nv_event *event)
{
    return find_source(event, false);
}

int nv_own_wording_of(const nv_event *event)
{
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered &&
            event->quotations[i].role == NV_ROLE_DOCUMENT)
            return (int)i;
    return -1;
}

static bool is_named(const nv_event *event, const nv_own_genre *genre)
{
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++) {
        const char *name = event->document.genre.text[i];

        if (name && strcmp(name, genre->name[i]) == 0)
            return true;
    }
    return false;
}

int nv_own_genre_of(const nv_event *event)
{
    int of_kind = -1;

    for (int i = 0; i < NV_OWN_GENRE_COUNT; i++) {
        if (nv_own_genres[i].kind != event->kind)
            continue;
        if (is_named(event, &nv_own_genres[i]))
            return i;
        if (of_kind < 0)
            of_kind = i;
    }
    return of_kind;
}

nv_date_what nv_own_what_of(const nv_event *event)
{
    const nv_event_date *date = &event->date;

    for (size_t i = 0; i < date->variant_count; i++)
        if (strcmp(date->variants[i].iso, date->iso) == 0)
            return date->variants[i].what;
    return NV_DATE_DATED;
}
