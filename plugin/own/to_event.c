/* SPDX-License-Identifier: MPL-2.0 */
/* From a form to the event that is recorded: see document.h. */
#include <string.h>

#include "own/fields.h"
#include "own/parts.h"
#include "registry/exchange/markup.h"

/* What is being made. `before` is empty for a new document. */
typedef struct {
    const nv_own_document *from;
    const nv_event *before;
    nv_arena *arena;
    nv_event *event;
    bool failed;
} making;

static void *array(making *m, size_t count, size_t size)
{
    void *items = nv_arena_array(m->arena, count, size);

    m->failed = m->failed || !items;
    return items;
}

static const char *keep(making *m, nv_buffer *text)
{
    const char *kept =
        text->failed ? NULL : nv_arena_text(m->arena, text->text, text->len);

    m->failed = m->failed || !kept;
    nv_buffer_release(text);
    return kept;
}

/* As reading will give it back; NULL for an empty one. */
static const char *field(making *m, nv_own_field which)
{
    const char *text = m->from->fields[which];
    char *copy =
        nv_own_is_filled(m->from, which) ? array(m, strlen(text) + 1, 1) : NULL;

    return copy && nv_markup_collapse(copy, text) ? copy : NULL;
}

static bool is_same(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

/* What the writer left alone stays in both languages; of what is changed, the
 * other language would say something else. */
static void set_bilingual(const making *m, nv_bilingual *text,
                          const char *value)
{
    if (is_same(nv_bilingual_in(text, m->from->words), value))
        return;
    *text = (nv_bilingual){{NULL, NULL}};
    text->text[m->from->words] = value;
}

static nv_texts one_text(making *m, const char *text)
{
    const char **items = text ? array(m, 1, sizeof *items) : NULL;

    if (!items)
        return (nv_texts){NULL, 0};
    items[0] = text;
    return (nv_texts){items, 1};
}

/* The document */

static void set_genre(const making *m)
{
    nv_document *document = &m->event->document;
    const nv_own_genre *genre = &nv_own_genres[m->from->genre];

    if (m->before->id && nv_own_genre_of(m->before) == m->from->genre)
        return;
    m->event->kind = genre->kind;
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        document->genre.text[i] = genre->name[i];
    document->gender_fr = genre->gender_fr;
}

static void set_language(making *m)
{
    nv_document *document = &m->event->document;
    const char *language = field(m, NV_OWN_LANGUAGE);

    if (document->languages.count == 0 ||
        !is_same(document->languages.items[0], language))
        document->languages = one_text(m, language);
    document->title = field(m, NV_OWN_TITLE);
    document->title_language = !document->title ? NULL
                               : language       ? language
                                          : nv_language_code(m->from->words);
}

/* The title in lists follows the description, unless it was another. */
static void set_names(making *m)
{
    nv_document *document = &m->event->document;
    const nv_bilingual *before = &m->before->document.description;
    nv_buffer name = NV_BUFFER_INIT;
    const char *description;

    set_bilingual(m, &document->from, field(m, NV_OWN_FROM));
    set_bilingual(m, &document->to, field(m, NV_OWN_TO));
    nv_own_name(m->from, &name);
    description = keep(m, &name);
    if (!description)
        return;
    document->is_none = false;
    set_bilingual(m, &document->description, description);
    if (!is_same(nv_bilingual_in(before, m->from->words), description))
        set_bilingual(m, &m->event->title, description);
}

/* The date */

static bool is_of_day(const nv_date_variant *variant, const char *iso)
{
    return iso && strcmp(variant->iso, iso) == 0;
}

/* The other dates stay. What happened on the date itself is a variant of the
 * same day, unless it is no more than dated so. */
static void set_variants(making *m)
{
    nv_event_date *date = &m->event->date;
    const nv_event_date *before = &m->before->date;
    nv_date_variant *variants =
        array(m, before->variant_count + 1, sizeof *variants);
    size_t count = 0;

    if (!variants)
        return;
    if (m->from->what != NV_DATE_DATED)
        variants[count++] = (nv_date_variant){date->iso, m->from->what, NULL};
    for (size_t i = 0; i < before->variant_count; i++)
        if (!is_of_day(&before->variants[i], before->iso) &&
            !is_of_day(&before->variants[i], date->iso))
            variants[count++] = before->variants[i];
    date->variants = variants;
    date->variant_count = count;
}

static void set_date(making *m)
{
    nv_event_date *date = &m->event->date;
    char *iso = array(m, NV_OWN_ISO_SIZE, 1);

    if (!iso || !nv_own_read_date(m->from->fields[NV_OWN_DATE], iso))
        return;
    if (!is_same(m->before->date.iso, iso))
        date->end = NULL;
    date->iso = iso;
    date->is_month = strlen(iso) == strlen("1954-05");
    if (!is_same(m->before->date.iso, iso) ||
        nv_own_what_of(m->before) != m->from->what)
        set_variants(m);
}

/* Sources */

/* Their array with room for one of each sort more. */
static nv_source *copy_sources(making *m)
{
    nv_source *sources = array(m, m->before->source_count + 2, sizeof *sources);

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
static nv_source *source_at(making *m, int at, const char *type,
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
        source[end].key = keep(m, &other);
    }
    m->event->source_count++;
    return &source[end];
}

static void set_seen(const making *m, nv_source *source)
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
static void set_reference(making *m, nv_source *source)
{
    nv_buffer reference = NV_BUFFER_INIT;

    source->institution = field(m, NV_OWN_REPOSITORY);
    source->collection = field(m, NV_OWN_COLLECTION);
    source->series = field(m, NV_OWN_BOX);
    source->document = field(m, NV_OWN_FOLIO);
    add_piece(&reference, source->institution);
    add_piece(&reference, source->collection);
    add_piece(&reference, source->series);
    add_piece(&reference, source->document);
    source->archive_ref = keep(m, &reference);
    source->short_form = source->archive_ref; /* is searched */
}

/* The words of a source say what it is called; an archive has no title of its
 * own for the document. */
static void set_archive(making *m)
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

static nv_texts split(making *m, const char *names)
{
    const char **items =
        names ? array(m, strlen(names) + 1, sizeof *items) : NULL;
    size_t count = 0;

    for (const char *at = names; items && *at;) {
        const size_t len = strcspn(at, ";");
        nv_buffer name = NV_BUFFER_INIT;
        char *copy = array(m, len + 1, 1);

        nv_buffer_add(&name, at, len);
        if (copy && nv_markup_collapse(copy, name.text))
            items[count++] = copy;
        m->failed = m->failed || name.failed;
        nv_buffer_release(&name);
        at += len + (at[len] == ';');
    }
    return (nv_texts){items, count};
}

static void set_edition(making *m)
{
    const int at = nv_own_edition_of(m->before);
    const char *title = field(m, NV_OWN_EDITION), *url;
    nv_source *source;

    if (!title)
        return;
    source = source_at(m, at, "documentary edition", "edition");
    *(source->container ? &source->container : &source->title) = title;
    source->editors = split(m, field(m, NV_OWN_EDITOR));
    source->volume = field(m, NV_OWN_VOLUME);
    source->document = field(m, NV_OWN_NUMBER);
    source->pages = field(m, NV_OWN_PAGES);
    source->place = field(m, NV_OWN_TOWN);
    source->publisher = field(m, NV_OWN_PUBLISHER);
    source->year = field(m, NV_OWN_YEAR);
    url = field(m, NV_OWN_ADDRESS);
    source->url_ok = url && (source->url_ok || !is_same(source->url, url));
    source->url = url;
    set_seen(m, source);
}

/* Whether other words than those of the form were read in it. */
static bool is_needed(const making *m, const nv_source *source)
{
    const int own = nv_own_wording_of(m->before);

    for (size_t i = 0; i < m->before->quotation_count; i++)
        if ((int)i != own &&
            strcmp(m->before->quotations[i].source->key, source->key) == 0)
            return true;
    return false;
}

/* A source whose fields were emptied goes, unless other words need it. */
static void drop(making *m, int at)
{
    nv_source *sources = (nv_source *)m->event->sources;

    if (at < 0 || is_needed(m, &sources[at]))
        return;
    m->event->source_count--;
    memmove(&sources[at], &sources[at + 1],
            (m->event->source_count - (size_t)at) * sizeof *sources);
}

static void set_sources(making *m)
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

/* Words */

/* Where the words were read: of the form's sources the one in the archive. */
static const nv_source *source_of_words(const making *m)
{
    const int archive = nv_own_archive_of(m->event);
    const int at = archive < 0 ? nv_own_edition_of(m->event) : archive;

    return at < 0 ? NULL : &m->event->sources[at];
}

static const nv_source *source_of_key(const making *m, const char *key)
{
    for (size_t i = 0; i < m->event->source_count; i++)
        if (strcmp(m->event->sources[i].key, key) == 0)
            return &m->event->sources[i];
    return source_of_words(m);
}

static nv_original original_of(const char *document, const char *words)
{
    if (!document)
        return NV_ORIGINAL_PRESUMED;
    return strcmp(document, words) == 0 ? NV_ORIGINAL_YES : NV_ORIGINAL_NO;
}

static void set_place(making *m, nv_quotation *quotation)
{
    const char *text = field(m, NV_OWN_LOCATOR);
    nv_typed_locator typed = {NULL, ""};

    quotation->pinpoint = (nv_locator){NULL, ""};
    if (!text || !nv_locator_read(text, strlen(text), &typed))
        return;
    quotation->pinpoint.label = typed.label;
    quotation->pinpoint.value =
        nv_arena_text(m->arena, typed.value, strlen(typed.value));
    m->failed = m->failed || !quotation->pinpoint.value;
}

static void set_words(making *m, nv_quotation *quotation)
{
    const char *language = field(m, NV_OWN_LANGUAGE);
    const char *of_words = field(m, NV_OWN_WORDING_LANGUAGE);

    quotation->text = field(m, NV_OWN_WORDING);
    quotation->language = of_words ? of_words : language;
    if (m->failed)
        return;
    quotation->original = original_of(language, quotation->language);
    quotation->source = source_of_words(m);
    if (m->from->is_seen)
        quotation->status = NV_STATUS_TEXT_SEEN;
    else if (quotation->status == NV_STATUS_TEXT_SEEN)
        quotation->status = NV_STATUS_REPORTED;
    set_place(m, quotation);
}

static int next_number(const nv_event *event)
{
    int last = 0;

    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].number > last)
            last = event->quotations[i].number;
    return last + 1;
}

/* Words that were there and are emptied are kept for the record and not offered
 * any more: their number was given, and is not given again. */
static void set_quotations(making *m)
{
    const int at = nv_own_wording_of(m->before);
    size_t count = m->before->quotation_count;
    nv_quotation *all = array(m, count + 1, sizeof *all), *own;

    if (!all)
        return;
    if (count)
        memcpy(all, m->before->quotations, count * sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i].source = source_of_key(m, all[i].source->key);
    own = &all[at < 0 ? count : (size_t)at];
    if (!nv_own_is_filled(m->from, NV_OWN_WORDING)) {
        own->is_offered = false;
    } else {
        if (at < 0) {
            count++;
            *own = (nv_quotation){.number = next_number(m->before),
                                  .role = NV_ROLE_DOCUMENT,
                                  .as = NV_AS_EDITION,
                                  .status = NV_STATUS_REPORTED,
                                  .is_offered = true};
        }
        set_words(m, own);
    }
    m->event->quotations = all;
    m->event->quotation_count = count;
}

static void set_confidence(making *m)
{
    nv_status *confidence = &m->event->confidence;

    if (m->from->is_seen)
        *confidence = NV_STATUS_TEXT_SEEN;
    else if (!m->before->id || *confidence == NV_STATUS_TEXT_SEEN)
        *confidence = NV_STATUS_REPORTED;
}

bool nv_own_to_event(const nv_own_document *document, const nv_event *before,
                     nv_arena *arena, nv_event *event)
{
    static const nv_event nothing = {0};
    making m = {document, before ? before : &nothing, arena, event, false};
    const char *place;

    *event = *m.before;
    set_genre(&m);
    set_language(&m);
    set_names(&m);
    set_date(&m);
    place = field(&m, NV_OWN_PLACE);
    if (!is_same(place, m.before->place))
        event->place_role = NULL;
    event->place = place;
    if (!m.failed)
        set_sources(&m);
    if (!m.failed)
        set_quotations(&m);
    set_confidence(&m);
    return !m.failed;
}
