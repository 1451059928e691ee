/* SPDX-License-Identifier: MPL-2.0 */
/* From a form to the event that is recorded: see document.h. */
#include <string.h>

#include "own/fields.h"
#include "own/making.h"
#include "own/parts.h"
#include "registry/exchange/markup.h"

void *nv_own_make_array(nv_own_making *m, size_t count, size_t size)
{
    void *items = nv_arena_array(m->arena, count, size);

    m->failed = m->failed || !items;
    return items;
}

const char *nv_own_make_kept(nv_own_making *m, nv_buffer *text)
{
    const char *kept =
        text->failed ? NULL : nv_arena_text(m->arena, text->text, text->len);

    m->failed = m->failed || !kept;
    nv_buffer_release(text);
    return kept;
}

const char *nv_own_make_field(nv_own_making *m, nv_own_field which)
{
    const char *text = m->from->fields[which];
    char *copy = nv_own_is_filled(m->from, which)
                     ? nv_own_make_array(m, strlen(text) + 1, 1)
                     : NULL;

    return copy && nv_markup_collapse(copy, text) ? copy : NULL;
}

bool nv_own_is_same_text(const char *one, const char *other)
{
    return one == other || (one && other && strcmp(one, other) == 0);
}

/* What the writer left alone stays in both languages; of what is changed, the
 * other language would say something else. */
static void set_bilingual(const nv_own_making *m, nv_bilingual *text,
                          const char *value)
{
    if (nv_own_is_same_text(nv_bilingual_in(text, m->from->words), value))
        return;
    *text = (nv_bilingual){{NULL, NULL}};
    text->text[m->from->words] = value;
}

static nv_texts one_text(nv_own_making *m, const char *text)
{
    const char **items = text ? nv_own_make_array(m, 1, sizeof *items) : NULL;

    if (!items)
        return (nv_texts){NULL, 0};
    items[0] = text;
    return (nv_texts){items, 1};
}

/* The document */

static void set_genre(const nv_own_making *m)
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

static void set_language(nv_own_making *m)
{
    nv_document *document = &m->event->document;
    const char *language = nv_own_make_field(m, NV_OWN_LANGUAGE);

    if (document->languages.count == 0 ||
        !nv_own_is_same_text(document->languages.items[0], language))
        document->languages = one_text(m, language);
    document->title = nv_own_make_field(m, NV_OWN_TITLE);
    document->title_language = !document->title ? NULL
                               : language       ? language
                                          : nv_language_code(m->from->words);
}

/* The title in lists follows the description, unless it was another. */
static void set_names(nv_own_making *m)
{
    nv_document *document = &m->event->document;
    const nv_bilingual *before = &m->before->document.description;
    nv_buffer name = NV_BUFFER_INIT;
    const char *description;

    set_bilingual(m, &document->from, nv_own_make_field(m, NV_OWN_FROM));
    set_bilingual(m, &document->to, nv_own_make_field(m, NV_OWN_TO));
    nv_own_name(m->from, &name);
    description = nv_own_make_kept(m, &name);
    if (!description)
        return;
    document->is_none = false;
    set_bilingual(m, &document->description, description);
    if (!nv_own_is_same_text(nv_bilingual_in(before, m->from->words),
                             description))
        set_bilingual(m, &m->event->title, description);
}

/* The date */

static bool is_of_day(const nv_date_variant *variant, const char *iso)
{
    return iso && strcmp(variant->iso, iso) == 0;
}

/* The other dates stay. What happened on the date itself is a variant of the
 * same day, unless it is no more than dated so. */
static void set_variants(nv_own_making *m)
{
    nv_event_date *date = &m->event->date;
    const nv_event_date *before = &m->before->date;
    nv_date_variant *variants =
        nv_own_make_array(m, before->variant_count + 1, sizeof *variants);
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

static void set_date(nv_own_making *m)
{
    nv_event_date *date = &m->event->date;
    char *iso = nv_own_make_array(m, NV_OWN_ISO_SIZE, 1);

    if (!iso || !nv_own_read_date(m->from->fields[NV_OWN_DATE], iso))
        return;
    if (!nv_own_is_same_text(m->before->date.iso, iso))
        date->end = NULL;
    date->iso = iso;
    date->is_month = strlen(iso) == strlen("1954-05");
    if (!nv_own_is_same_text(m->before->date.iso, iso) ||
        nv_own_what_of(m->before) != m->from->what)
        set_variants(m);
}

/* Words */

/* Where the words were read: of the form's sources the one in the archive. */
static const nv_source *source_of_words(const nv_own_making *m)
{
    const int archive = nv_own_archive_of(m->event);
    const int at = archive < 0 ? nv_own_edition_of(m->event) : archive;

    return at < 0 ? NULL : &m->event->sources[at];
}

static const nv_source *source_of_key(const nv_own_making *m, const char *key)
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

static void set_place(nv_own_making *m, nv_quotation *quotation)
{
    const char *text = nv_own_make_field(m, NV_OWN_LOCATOR);
    nv_typed_locator typed = {NULL, ""};

    quotation->pinpoint = (nv_locator){NULL, ""};
    if (!text || !nv_locator_read(text, strlen(text), &typed))
        return;
    quotation->pinpoint.label = typed.label;
    quotation->pinpoint.value =
        nv_arena_text(m->arena, typed.value, strlen(typed.value));
    m->failed = m->failed || !quotation->pinpoint.value;
}

static void set_words(nv_own_making *m, nv_quotation *quotation)
{
    const char *language = nv_own_make_field(m, NV_OWN_LANGUAGE);
    const char *of_words = nv_own_make_field(m, NV_OWN_WORDING_LANGUAGE);

    quotation->text = nv_own_make_field(m, NV_OWN_WORDING);
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
static void set_quotations(nv_own_making *m)
{
    const int at = nv_own_wording_of(m->before);
    size_t count = m->before->quotation_count;
    nv_quotation *all = nv_own_make_array(m, count + 1, sizeof *all), *own;

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

static void set_confidence(nv_own_making *m)
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
    nv_own_making m = {document, before ? before : &nothing, arena, event,
                       false};
    const char *place;

    *event = *m.before;
    set_genre(&m);
    set_language(&m);
    set_names(&m);
    set_date(&m);
    place = nv_own_make_field(&m, NV_OWN_PLACE);
    if (!nv_own_is_same_text(place, m.before->place))
        event->place_role = NULL;
    event->place = place;
    if (!m.failed)
        nv_own_make_sources(&m);
    if (!m.failed)
        set_quotations(&m);
    set_confidence(&m);
    return !m.failed;
}
