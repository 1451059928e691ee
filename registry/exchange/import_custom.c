/* SPDX-License-Identifier: MPL-2.0 */
/* See import_custom.h. */
#include "registry/exchange/import_custom.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/day.h"
#include "registry/exchange/recorded.h"
#include "registry/words.h"

static const char *text_of(nv_importer *importer, const nv_json *object,
                           const char *name)
{
    return nv_importer_text(importer, nv_json_text(object, name));
}

nv_bilingual nv_csl_bilingual(nv_importer *importer, const nv_json *object,
                              const char *name)
{
    const nv_json *member = nv_json_member(object, name);
    nv_bilingual both;

    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++)
        both.text[i] =
            text_of(importer, member, nv_language_code((nv_language)i));
    return both;
}

static const nv_json *list_of(const nv_json *custom, const char *name,
                              size_t *count)
{
    const nv_json *list = nv_json_member(custom, name);
    const nv_json *first =
        list && list->type == NV_JSON_ARRAY ? list->first : NULL;

    *count = 0;
    for (const nv_json *value = first; value; value = value->next)
        ++*count;
    return first;
}

/* The place of the member's word; -1 if it is not one of them. */
static int word_of(const nv_json *object, const char *name,
                   const nv_words *words)
{
    const char *word = nv_json_text(object, name);

    return word ? nv_words_find(words, word) : -1;
}

static nv_texts texts_of(nv_importer *importer, const nv_json *object,
                         const char *name)
{
    size_t count;
    const nv_json *first = list_of(object, name, &count);
    const char **texts = nv_importer_array(importer, count + 1, sizeof *texts);

    count = 0;
    for (const nv_json *value = first; texts && value; value = value->next)
        if (value->type == NV_JSON_TEXT &&
            (texts[count] = nv_importer_text(importer, value->text)) != NULL)
            count++;
    return (nv_texts){texts, count};
}

nv_texts nv_csl_languages(nv_importer *importer, const nv_json *object,
                          const char *name)
{
    nv_texts all = texts_of(importer, object, name);
    const char **kept = (const char **)all.items;
    size_t count = 0;

    for (size_t i = 0; i < all.count; i++)
        if ((kept[count] = nv_importer_language(importer, all.items[i])))
            count++;
    return (nv_texts){kept, count};
}

/* Sources */

static const nv_source *source_of(const nv_event *event, const char *key)
{
    for (size_t i = 0; key && i < event->source_count; i++)
        if (strcmp(event->sources[i].key, key) == 0)
            return &event->sources[i];
    return NULL;
}

static bool is_date(const char *iso)
{
    nv_days days;

    return !iso || nv_days_from_iso(iso, &days);
}

static bool is_year(const char *year)
{
    return !year || (strlen(year) == 4 && is_date(year));
}

static void read_recorded(nv_importer *importer, const nv_json *json,
                          const nv_recorded_table *table, void *object)
{
    for (size_t i = 0; i < table->count; i++)
        *nv_recorded_member(&table->rows[i], object) =
            text_of(importer, json, table->rows[i].name);
}

static bool read_source(nv_importer *importer, const nv_json *json,
                        nv_source *source)
{
    const int holds = word_of(json, "holds", &nv_holds_words);
    const int checked = word_of(json, "checked", &nv_checked_words);
    const char *url = text_of(importer, json, "url");

    *source = (nv_source){.key = text_of(importer, json, "key"),
                          .type = text_of(importer, json, "type"),
                          .authors = texts_of(importer, json, "author"),
                          .editors = texts_of(importer, json, "editor")};
    read_recorded(importer, json, &nv_recorded_source, source);
    if (url && strncmp(url, "http", 4) == 0 && strstr(url, "://") &&
        !strchr(url, ' ')) {
        source->url = url;
        source->url_ok = true;
    }
    if (holds < 0 || checked < 0 || !source->key || !source->type ||
        !source->title || !is_date(source->date) || !is_year(source->year))
        return false;
    source->holds = (nv_holds)holds;
    source->checked = (nv_checked)checked;
    return true;
}

void nv_csl_read_sources(nv_importer *importer, const nv_json *custom,
                         const char *item, nv_event *event)
{
    size_t count;
    const nv_json *json = list_of(custom, "sources", &count);
    nv_source *sources =
        nv_importer_array(importer, count + 1, sizeof *sources);
    nv_event all = {.sources = sources};

    for (; sources && json; json = json->next) {
        nv_source *source = &sources[all.source_count];

        if (read_source(importer, json, source) &&
            !source_of(&all, source->key))
            all.source_count++;
        else
            nv_importer_note(importer, json->line,
                             "item “%.80s”: a source is not carried over: it "
                             "does not fit the schema.",
                             item);
    }
    if (all.source_count == 0)
        return;
    event->sources = sources;
    event->source_count = all.source_count;
}

/* Places in treaty series */

void nv_csl_read_references(nv_importer *importer, const nv_json *custom,
                            const char *item, nv_treaty *treaty)
{
    size_t count;
    const nv_json *json = list_of(custom, "references", &count);
    nv_treaty_reference *references =
        nv_importer_array(importer, count + 1, sizeof *references);

    treaty->references = references;
    for (; references && json; json = json->next) {
        nv_treaty_reference *reference = &references[treaty->reference_count];
        const int checked = word_of(json, "checked", &nv_checked_words);

        read_recorded(importer, json, &nv_recorded_reference, reference);
        reference->checked = checked < 0 ? NV_CHECKED_NO : (nv_checked)checked;
        if (reference->series && is_year(reference->year))
            treaty->reference_count++;
        else
            nv_importer_note(importer, json->line,
                             "item “%.80s”: a place in a treaty series is not "
                             "carried over: it does not fit the schema.",
                             item);
    }
}

/* Quotations */

static const char labels[] = " article chapter column conclusion document "
                             "folio note page paragraph part "
                             "preamble recital section volume ";

static nv_locator place_of(nv_importer *importer, const nv_json *object,
                           const char *name)
{
    const nv_json *member = nv_json_member(object, name);
    const char *label = text_of(importer, member, "label");
    const char *value = text_of(importer, member, "value");
    char padded[32] = "";

    if (label && strlen(label) < 16 && !strchr(label, ' '))
        snprintf(padded, sizeof padded, " %s ", label);
    if (!padded[0] || !strstr(labels, padded))
        return (nv_locator){NULL, ""};
    return (nv_locator){label, value ? value : ""};
}

/* The member's number, if no quotation of the event has it; else 0. */
static int number_of(const nv_json *json, const nv_event *event)
{
    const nv_json *member = nv_json_member(json, "number");
    const long number = member && member->type == NV_JSON_NUMBER
                            ? strtol(member->text, NULL, 10)
                            : 0;

    return number >= 1 && number <= 255 &&
                   !nv_event_quotation(event, (int)number)
               ? (int)number
               : 0;
}

static bool read_words(const nv_json *json, nv_quotation *quotation)
{
    const int role = word_of(json, "role", &nv_role_words);
    const int as = word_of(json, "as", &nv_as_words);
    const int original = word_of(json, "original", &nv_original_words);
    const int status = word_of(json, "status", &nv_status_words);

    if (role < 0 || as < 0 || original < 0 || status < 0 ||
        status == NV_STATUS_EXTRACTS)
        return false;
    quotation->role = (nv_role)role;
    quotation->as = (nv_as)as;
    quotation->original = (nv_original)original;
    quotation->status = (nv_status)status;
    return true;
}

static bool read_quotation(nv_importer *importer, const nv_json *json,
                           const nv_event *event, nv_quotation *quotation)
{
    *quotation = (nv_quotation){
        .number = number_of(json, event),
        .text = text_of(importer, json, "text"),
        .language =
            nv_importer_language(importer, nv_json_text(json, "language")),
        .source = source_of(event, nv_json_text(json, "source")),
        .translator = text_of(importer, json, "translator"),
        .of = nv_csl_bilingual(importer, json, "of"),
        .of_iso = text_of(importer, json, "of-date"),
        .translation = nv_csl_bilingual(importer, json, "translation"),
        .pinpoint = place_of(importer, json, "pinpoint"),
        .in_source = place_of(importer, json, "in-source"),
        .caution = nv_csl_bilingual(importer, json, "caution"),
        .is_offered = true,
    };
    return quotation->number && quotation->text && quotation->language &&
           quotation->source && is_date(quotation->of_iso) &&
           read_words(json, quotation) &&
           (quotation->role == NV_ROLE_DOCUMENT ||
            nv_bilingual_in(&quotation->of, NV_LANGUAGE_EN));
}

void nv_csl_read_quotations(nv_importer *importer, const nv_json *custom,
                            const char *item, nv_event *event)
{
    size_t count;
    const nv_json *json = list_of(custom, "quotations", &count);
    nv_quotation *quotations =
        nv_importer_array(importer, count + 1, sizeof *quotations);

    event->quotations = quotations;
    for (; quotations && json; json = json->next) {
        if (read_quotation(importer, json, event,
                           &quotations[event->quotation_count]))
            event->quotation_count++;
        else
            nv_importer_note(importer, json->line,
                             "item “%.80s”: a quotation is not carried over: "
                             "it does not fit the schema, or its source is "
                             "not there.",
                             item);
    }
}
