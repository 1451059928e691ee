/* SPDX-License-Identifier: MPL-2.0 */
/* From a form to the sources of the event: see making.h. */
#include "own/making.h"

#include <string.h>

#include "own/fields.h"
#include "own/parts.h"
#include "registry/exchange/markup.h"

/* Their array with room for one of each sort more. */
static nv_source *copy_sources(nv_own_making *m)
{
    nv_source *sources =
        nv_own_make_array(m, m->before->source_count + 2, sizeof *sources);

    if (sources && m->before->source_count)
        memcpy(sources, m->before->sources,
               m->before->source_count * sizeof *sources);
    m->event->sources = sources;
    return sources;
}

static bool has_key(const nv_event *event, const char *key)
{
    for (size_t i = 0; i < event->source_count; i++)
        if (strcmp(event->sources[i].key, key) == 0)
            return true;
    return false;
}

/* The source at that place, or a new one behind the others. */
static nv_source *source_at(nv_own_making *m, int at, const char *type,
                            const char *key)
{
    nv_source *source = (nv_source *)m->event->sources;
    const size_t end = m->event->source_count;

    if (at >= 0)
        return &source[at];
    source[end] = (nv_source){.key = key,
                              .type = type,
                              .holds = NV_HOLDS_TEXT,
                              .checked = NV_CHECKED_NO};
    if (has_key(m->event, key)) {
        nv_buffer other = NV_BUFFER_INIT;

        nv_buffer_add_format(&other, "%s-%zu", key, end + 1);
        source[end].key = nv_own_make_kept(m, &other);
    }
    m->event->source_count++;
    return &source[end];
}

static void set_seen(const nv_own_making *m, nv_source *source)
{
    if (m->from->is_seen)
        source->checked = NV_CHECKED_SEEN;
    else if (source->checked == NV_CHECKED_SEEN)
        source->checked = NV_CHECKED_NO;
}

static void add_piece(nv_buffer *out, const char *piece)
{
    if (piece)
        nv_buffer_add_format(out, "%s%s", out->len ? ", " : "", piece);
}

/* What a note prints is one text; the pieces stay beside it. */
static void set_reference(nv_own_making *m, nv_source *source)
{
    nv_buffer reference = NV_BUFFER_INIT;

    source->institution = nv_own_make_field(m, NV_OWN_REPOSITORY);
    source->collection = nv_own_make_field(m, NV_OWN_COLLECTION);
    source->series = nv_own_make_field(m, NV_OWN_BOX);
    source->document = nv_own_make_field(m, NV_OWN_FOLIO);
    add_piece(&reference, source->institution);
    add_piece(&reference, source->collection);
    add_piece(&reference, source->series);
    add_piece(&reference, source->document);
    source->archive_ref = nv_own_make_kept(m, &reference);
    source->short_form = source->archive_ref; /* is searched */
}

/* The words of a source say what it is called; an archive has no title of its
 * own for the document. */
static void set_archive(nv_own_making *m)
{
    static const char archival[] = "archival document";
    const int at = nv_own_archive_of(m->before);
    nv_source *source;

    if (!nv_own_is_filled(m->from, NV_OWN_REPOSITORY))
        return;
    source = source_at(m, at, archival, "archive");
    if (strncmp(source->type, "archival", 8) != 0)
        source->type = archival;
    set_reference(m, source);
    source->title =
        nv_bilingual_in(&m->event->document.description, m->from->words);
    set_seen(m, source);
}

static nv_texts split(nv_own_making *m, const char *names)
{
    const char **items =
        names ? nv_own_make_array(m, strlen(names) + 1, sizeof *items) : NULL;
    size_t count = 0;

    for (const char *at = names; items && *at;) {
        const size_t len = strcspn(at, ";");
        nv_buffer name = NV_BUFFER_INIT;
        char *copy = nv_own_make_array(m, len + 1, 1);

        nv_buffer_add(&name, at, len);
        if (copy && nv_markup_collapse(copy, name.text))
            items[count++] = copy;
        m->failed = m->failed || name.failed;
        nv_buffer_release(&name);
        at += len + (at[len] == ';');
    }
    return (nv_texts){items, count};
}

static void set_edition(nv_own_making *m)
{
    const int at = nv_own_edition_of(m->before);
    const char *title = nv_own_make_field(m, NV_OWN_EDITION), *url;
    nv_source *source;

    if (!title)
        return;
    source = source_at(m, at, "documentary edition", "edition");
    *(source->container ? &source->container : &source->title) = title;
    source->editors = split(m, nv_own_make_field(m, NV_OWN_EDITOR));
    source->volume = nv_own_make_field(m, NV_OWN_VOLUME);
    source->document = nv_own_make_field(m, NV_OWN_NUMBER);
    source->pages = nv_own_make_field(m, NV_OWN_PAGES);
    source->place = nv_own_make_field(m, NV_OWN_TOWN);
    source->publisher = nv_own_make_field(m, NV_OWN_PUBLISHER);
    source->year = nv_own_make_field(m, NV_OWN_YEAR);
    url = nv_own_make_field(m, NV_OWN_ADDRESS);
    source->url_ok =
        url && (source->url_ok || !nv_own_is_same_text(source->url, url));
    source->url = url;
    set_seen(m, source);
}

/* Whether other words than those of the form were read in it. */
static bool is_needed(const nv_own_making *m, const nv_source *source)
{
    const int own = nv_own_wording_of(m->before);

    for (size_t i = 0; i < m->before->quotation_count; i++)
        if ((int)i != own &&
            strcmp(m->before->quotations[i].source->key, source->key) == 0)
            return true;
    return false;
}

/* A source whose fields were emptied goes, unless other words need it. */
static void drop(nv_own_making *m, int at)
{
    nv_source *sources = (nv_source *)m->event->sources;

    if (at < 0 || is_needed(m, &sources[at]))
        return;
    m->event->source_count--;
    memmove(&sources[at], &sources[at + 1],
            (m->event->source_count - (size_t)at) * sizeof *sources);
}

void nv_own_make_sources(nv_own_making *m)
{
    const int archive = nv_own_archive_of(m->before);
    const int edition = nv_own_edition_of(m->before);
    const bool has_archive = nv_own_is_filled(m->from, NV_OWN_REPOSITORY);
    const bool has_edition = nv_own_is_filled(m->from, NV_OWN_EDITION);

    if (!copy_sources(m))
        return;
    set_archive(m);
    if (!m->failed)
        set_edition(m);
    /* The later one first: the places of the others move. */
    if (archive > edition) {
        drop(m, has_archive ? -1 : archive);
        drop(m, has_edition ? -1 : edition);
    } else {
        drop(m, has_edition ? -1 : edition);
        drop(m, has_archive ? -1 : archive);
    }
}
