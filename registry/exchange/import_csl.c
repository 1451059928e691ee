/* SPDX-License-Identifier: MPL-2.0 */
/* CSL-JSON, as Zotero and nv export write it: an array of items, or one. What
 * nv export keeps in "custom" (kind, list title, sources, quotations) comes
 * back whole; an item of another program has a source made of its variables,
 * and no wording. */
#include "registry/exchange/importer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/json.h"
#include "registry/day.h"
#include "registry/exchange/import_custom.h"
#include "registry/words.h"

/* One item while it is read. */
typedef struct {
    nv_importer *importer;
    const nv_json *json, *custom;
    const char *name, *language;
    nv_event event;
    nv_source *source;
    nv_treaty treaty;
    nv_date_variant delivered;
} item;

/* What is carried over; anything else is reported. */
static const char *const carried[] = {
    "id",
    "type",
    "title",
    "title-short",
    "status",
    "genre",
    "event-title",
    "event-place",
    "part-title",
    "container-title",
    "collection-title",
    "volume",
    "part-number",
    "volume-title",
    "number",
    "issue",
    "page",
    "publisher",
    "publisher-place",
    "archive",
    "archive_location",
    "language",
    "URL",
    "author",
    "authority",
    "recipient",
    "editor",
    "translator",
    "party",
    "signatory",
    "issued",
    "event-date",
    "original-date",
    "in-force",
    "delivered",
    "custom",
};

static void lose(item *it, const nv_json *value, const char *why)
{
    nv_importer_note(it->importer, value->line,
                     "item “%.80s”: “%.40s” is not carried over%s.", it->name,
                     value->name ? value->name : "a value", why);
}

static bool is_carried(const char *variable)
{
    for (size_t i = 0; i < NV_COUNT_OF(carried); i++)
        if (strcmp(carried[i], variable) == 0)
            return true;
    return false;
}

static void report_others(item *it)
{
    for (const nv_json *m = it->json->first; m; m = m->next)
        if (!is_carried(m->name))
            lose(it, m, "");
}

/* A text, or a number as it is written. */
static const char *text_of(item *it, const char *name)
{
    const nv_json *member = nv_json_member(it->json, name);

    if (!member || member->type == NV_JSON_NULL)
        return NULL;
    if (member->type == NV_JSON_TEXT || member->type == NV_JSON_NUMBER)
        return nv_importer_text(it->importer, member->text);
    lose(it, member, ": it is no text");
    return NULL;
}

/* Dates */

static bool is_number(const nv_json *value, int least, int most, int *number)
{
    char *end;
    long read;

    if (!value ||
        (value->type != NV_JSON_NUMBER && value->type != NV_JSON_TEXT))
        return false;
    read = strtol(value->text, &end, 10);
    *number = (int)read;
    return end != value->text && !*end && read >= least && read <= most;
}

/* [1954, 3, 31] as "1954-03-31"; NULL for what is none. */
static const char *iso_of(item *it, const nv_json *parts)
{
    const nv_json *month = parts && parts->first ? parts->first->next : NULL;
    const nv_json *day = month ? month->next : NULL;
    int numbers[3] = {0, 1, 1};
    char iso[16];

    if (!parts || parts->type != NV_JSON_ARRAY || (day && day->next) ||
        !is_number(parts->first, 1000, 9999, &numbers[0]) ||
        (month && !is_number(month, 1, 12, &numbers[1])) ||
        (day && !is_number(day, 1, 31, &numbers[2])))
        return NULL;
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", numbers[0] % 10000,
             numbers[1] % 100, numbers[2] % 100);
    iso[day ? 10 : month ? 7 : 4] = '\0';
    return nv_importer_text(it->importer, iso);
}

typedef struct {
    const char *iso, *end;
} span;

static span date_of(item *it, const char *name)
{
    const nv_json *date = nv_json_member(it->json, name);
    const nv_json *parts = nv_json_member(date, "date-parts");
    const char *raw = nv_json_text(date, "raw");
    span days = {NULL, NULL};
    nv_days known;

    if (!date || date->type == NV_JSON_NULL)
        return days;
    if (parts && parts->type == NV_JSON_ARRAY && parts->first) {
        days.iso = iso_of(it, parts->first);
        days.end = iso_of(it, parts->first->next);
    } else if (raw && strspn(raw, "0123456789-") == strlen(raw)) {
        days.iso = nv_importer_text(it->importer, raw);
    }
    if (days.iso && !nv_days_from_iso(days.iso, &known))
        days.iso = NULL;
    if (!days.iso)
        lose(it, date, ": it is no date of a year, month or day");
    return days;
}

static void read_dates(item *it)
{
    const span event = date_of(it, "event-date");
    const span original = date_of(it, "original-date");
    const span issued = date_of(it, "issued");
    const span delivered = date_of(it, "delivered");
    const span main = event.iso ? event : original.iso ? original : issued;

    it->event.date.iso = main.iso;
    it->event.date.end = main.end;
    if (issued.iso && main.iso != issued.iso && strlen(issued.iso) > 4)
        it->source->date = issued.iso;
    else if (issued.iso)
        it->source->year = nv_importer_text(
            it->importer, strlen(issued.iso) == 4 ? issued.iso : NULL);
    it->treaty.in_force = date_of(it, "in-force").iso;

    if (delivered.iso) {
        it->delivered =
            (nv_date_variant){delivered.iso, NV_DATE_DELIVERED, NULL};
        it->event.date.variants = &it->delivered;
        it->event.date.variant_count = 1;
    }
}

/* Names */

/* "literal", or the parts of a personal name in the order they are said. */
static const char *name_of(item *it, const nv_json *person)
{
    static const char *const parts[] = {"given", "dropping-particle",
                                        "non-dropping-particle", "family",
                                        "suffix"};
    const char *literal = nv_json_text(person, "literal");
    nv_buffer whole = NV_BUFFER_INIT;
    const char *name;

    if (literal)
        return nv_importer_text(it->importer, literal);
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++) {
        const char *part = nv_json_text(person, parts[i]);

        if (part)
            nv_buffer_add_format(&whole, "%s ", part);
    }
    it->importer->failed = it->importer->failed || whole.failed;
    name = nv_importer_text(it->importer, whole.text);
    nv_buffer_release(&whole);
    return name;
}

static nv_texts names_of(item *it, const char *variable)
{
    const nv_json *list = nv_json_member(it->json, variable);
    const nv_json *first =
        list && list->type == NV_JSON_ARRAY ? list->first : NULL;
    size_t count = 0;
    const char **names;

    for (const nv_json *person = first; person; person = person->next)
        count++;
    names = nv_importer_array(it->importer, count + 1, sizeof *names);
    count = 0;
    for (const nv_json *person = first; names && person; person = person->next)
        if ((names[count] = name_of(it, person)) != NULL)
            count++;
    return (nv_texts){names, count};
}

/* The names that the registry knows; the others are reported. */
static nv_texts known_names(item *it, const char *variable)
{
    const nv_registry *known = it->importer->order->known;
    nv_texts names = names_of(it, variable);
    const char **kept = (const char **)names.items;
    size_t count = 0;

    for (size_t i = 0; i < names.count; i++) {
        if (known && nv_registry_name_of(known, names.items[i]))
            kept[count++] = names.items[i];
        else
            nv_importer_note(it->importer, it->json->line,
                             "item “%.80s”: %s “%.80s” is not carried over: "
                             "the registry has no such name.",
                             it->name, variable, names.items[i]);
    }
    return (nv_texts){kept, count};
}

static const char *joined(item *it, const char *variable)
{
    const nv_texts names = names_of(it, variable);
    nv_buffer whole = NV_BUFFER_INIT;
    const char *text;

    for (size_t i = 0; i < names.count; i++)
        nv_buffer_add_format(&whole, "%s%s", i ? ", " : "", names.items[i]);
    it->importer->failed = it->importer->failed || whole.failed;
    text = nv_importer_text(it->importer, whole.text);
    nv_buffer_release(&whole);
    return text;
}

static void read_names(item *it)
{
    const nv_texts signatories = known_names(it, "signatory");
    nv_person *people =
        nv_importer_array(it->importer, signatories.count + 1, sizeof *people);

    it->event.parties = known_names(it, "party");
    for (size_t i = 0; people && i < signatories.count; i++)
        people[i] =
            (nv_person){.name = signatories.items[i], .act = NV_ACT_SIGNED};
    it->treaty.depositary = known_names(it, "authority");
    it->event.people = people;
    it->event.person_count = people ? signatories.count : 0;
}

/* What it is, and what it is called */

static const struct {
    const char *type;
    nv_kind kind;
} kinds[] = {
    {"treaty", NV_KIND_TREATY},
    {"personal_communication", NV_KIND_NOTE},
    {"speech", NV_KIND_SPEECH},
    {"legislation", NV_KIND_RESOLUTION},
};

static void read_kind(item *it, const char *title)
{
    const char *word = nv_json_text(it->custom, "kind");
    const char *type = nv_json_text(it->json, "type");
    const int kind = word ? nv_words_find(&nv_kind_words, word) : -1;

    it->event.kind = NV_KIND_STATEMENT;
    if (kind >= 0) {
        it->event.kind = (nv_kind)kind;
        return;
    }
    for (size_t i = 0; type && i < NV_COUNT_OF(kinds); i++)
        if (strcmp(kinds[i].type, type) == 0) {
            it->event.kind = kinds[i].kind;
            return;
        }
    if (!nv_importer_guess_kind(title, &it->event.kind))
        nv_importer_note(it->importer, it->json->line,
                         "item “%.80s”: neither type nor title says what it "
                         "is; it is entered as a statement.",
                         it->name);
}

/* An item without a title is called by its genre, sender and addressee. */
static const char *title_of(item *it)
{
    const char *title = text_of(it, "title");

    title = title ? title : text_of(it, "title-short");
    title = title ? title : text_of(it, "genre");
    return title ? title : nv_importer_text(it->importer, it->name);
}

/* What nv export recorded of the document in both languages, else the text of
 * the variable. */
static nv_bilingual recorded_or(item *it, const char *name, const char *text)
{
    const nv_json *document = nv_json_member(it->custom, "document");
    const nv_bilingual both = nv_csl_bilingual(it->importer, document, name);

    return nv_bilingual_in(&both, NV_LANGUAGE_EN)
               ? both
               : nv_importer_bilingual(text, it->language);
}

/* A title without a language can't stand as that of the document. */
static void read_own_title(item *it, const char *title)
{
    const char *status = text_of(it, "status");
    const char *language =
        nv_json_text(nv_json_member(it->custom, "document"), "title-language");

    language = nv_importer_language(it->importer, language);
    language = language ? language : it->language;
    if (!language || !title || (status && strcmp(status, "descriptive") == 0))
        return;
    it->event.document.title = title;
    it->event.document.title_language = language;
}

static void read_titles(item *it, const char *title)
{
    const char *event_title = text_of(it, "event-title");

    it->event.title = nv_csl_bilingual(it->importer, it->custom, "title");
    if (nv_bilingual_in(&it->event.title, NV_LANGUAGE_EN))
        return;
    nv_importer_note_language(it->importer, it->json->line, it->name,
                              it->language);
    it->event.title =
        nv_importer_bilingual(event_title ? event_title : title, it->language);
}

static void read_document(item *it)
{
    const char *title = title_of(it);
    const char *none = nv_json_text(it->custom, "document");
    nv_document *document = &it->event.document;

    read_kind(it, title);
    read_titles(it, title);
    it->event.place = text_of(it, "event-place");
    document->is_none = none && strcmp(none, "none") == 0;
    document->description = recorded_or(it, "description", title);
    document->genre = recorded_or(it, "genre", text_of(it, "genre"));
    document->from = recorded_or(it, "from", joined(it, "author"));
    document->to = recorded_or(it, "to", joined(it, "recipient"));
    document->short_form = recorded_or(it, "short", text_of(it, "title-short"));
    read_own_title(it, text_of(it, "title"));
}

/* Where it is to be read */

static const char *archive_of(item *it)
{
    const char *archive = text_of(it, "archive");
    const char *place = text_of(it, "archive_location");
    nv_buffer both = NV_BUFFER_INIT;
    const char *text;

    if (!archive || !place)
        return archive ? archive : place;
    nv_buffer_add_format(&both, "%s, %s", archive, place);
    it->importer->failed = it->importer->failed || both.failed;
    text = nv_importer_text(it->importer, both.text);
    nv_buffer_release(&both);
    return text;
}

static void read_address(item *it)
{
    const nv_json *member = nv_json_member(it->json, "URL");
    const char *url = text_of(it, "URL");

    if (!url)
        return;
    if ((strncmp(url, "http://", 7) == 0 || strncmp(url, "https://", 8) == 0) &&
        !strchr(url, ' ') && strlen(url) > 8) {
        it->source->url = url;
        it->source->url_ok = true;
    } else {
        lose(it, member, ": it is no address of http or https");
    }
}

/* The parts of the source, by variable. */
static const struct {
    const char *variable;
    size_t offset;
} source_variables[] = {
    {"part-title", offsetof(nv_source, item)},
    {"collection-title", offsetof(nv_source, collection)},
    {"volume", offsetof(nv_source, volume)},
    {"part-number", offsetof(nv_source, part)},
    {"volume-title", offsetof(nv_source, volume_title)},
    {"issue", offsetof(nv_source, number)},
    {"page", offsetof(nv_source, pages)},
    {"publisher", offsetof(nv_source, publisher)},
    {"publisher-place", offsetof(nv_source, place)},
};

static void read_source(item *it)
{
    nv_source *source = it->source;
    const char *number = text_of(it, "number");
    const char *container = text_of(it, "container-title");
    const char *type = nv_json_text(it->json, "type");

    source->key = "item";
    source->type = nv_importer_text(it->importer, type);
    source->type = source->type ? source->type : "document";
    source->holds = NV_HOLDS_TEXT;
    source->checked = NV_CHECKED_NO;
    source->editors = names_of(it, "editor");
    source->title = container ? container : title_of(it);
    for (size_t i = 0; i < NV_COUNT_OF(source_variables); i++)
        *(const char **)((char *)source + source_variables[i].offset) =
            text_of(it, source_variables[i].variable);
    if (container)
        source->document = number;
    else if (!source->number)
        source->number = number;
    source->translator = joined(it, "translator");
    source->archive_ref = archive_of(it);
    read_address(it);
}

static void read_custom(item *it)
{
    const char *confidence = nv_json_text(it->custom, "confidence");
    const int status =
        confidence ? nv_words_find(&nv_status_words, confidence) : -1;

    it->event.confidence = status >= 0 ? (nv_status)status : NV_STATUS_REPORTED;
    it->event.sources = it->source;
    it->event.source_count = 1;
    if (nv_json_member(it->custom, "sources"))
        nv_csl_read_sources(it->importer, it->custom, it->name, &it->event);
    nv_csl_read_references(it->importer, it->custom, it->name, &it->treaty);
    if (it->treaty.in_force || it->treaty.depositary.count ||
        it->treaty.reference_count)
        it->event.treaty = &it->treaty;
    nv_csl_read_quotations(it->importer, it->custom, it->name, &it->event);
}

/* The language of the item is that of the document; nv export knows all. */
static void read_language(item *it)
{
    const char **languages =
        nv_importer_array(it->importer, 1, sizeof *languages);
    const char *own =
        nv_importer_language(it->importer, text_of(it, "language"));

    it->language =
        own ? own
            : nv_importer_language(it->importer, it->importer->order->language);
    it->event.document.languages = nv_csl_languages(
        it->importer, nv_json_member(it->custom, "document"), "language");
    if (it->event.document.languages.count > 0 || !own || !languages)
        return;
    languages[0] = own;
    it->event.document.languages = (nv_texts){languages, 1};
}

static void add_item(nv_importer *importer, const nv_json *json)
{
    item it = {.importer = importer,
               .json = json,
               .custom = nv_json_member(json, "custom")};
    const char *id = text_of(&it, "id");

    it.name = id ? id : "without id";
    it.source = nv_importer_array(importer, 1, sizeof *it.source);
    if (json->type != NV_JSON_OBJECT || importer->failed) {
        nv_importer_note(importer, json->line, "This is no item.");
        return;
    }
    if (id && !nv_importer_is_new(importer, id)) {
        nv_importer_note(importer, json->line,
                         "item “%.80s” is left out: another one of the file "
                         "has this id.",
                         id);
        return;
    }
    read_language(&it);
    report_others(&it);
    read_document(&it);
    read_source(&it);
    read_dates(&it);
    read_names(&it);
    read_custom(&it);
    nv_importer_add(importer, &it.event, id, json->line, it.name);
}

static bool read(nv_importer *importer, const nv_buffer *bytes, nv_error *err)
{
    const nv_json *root =
        nv_json_read(bytes->text, bytes->len, &importer->arena, err);
    const nv_json *items;

    if (!root)
        return false;
    if (root->type != NV_JSON_ARRAY && root->type != NV_JSON_OBJECT)
        return nv_fail(err, NV_ERROR_FORMAT, root->line,
                       "this is JSON but no list of items");
    items = nv_json_member(root, "items");
    if (items && items->type == NV_JSON_ARRAY)
        root = items;
    if (root->type == NV_JSON_OBJECT)
        add_item(importer, root);
    else
        for (const nv_json *i = root->first; i; i = i->next)
            add_item(importer, i);
    return true;
}

const nv_import_format nv_import_csl = {"csl-json", read};
