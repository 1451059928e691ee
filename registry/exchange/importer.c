/* SPDX-License-Identifier: MPL-2.0 */
/* See importer.h. */
#include "registry/exchange/importer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/sentence.h"
#include "registry/day.h"
#include "registry/exchange/import_record.h"
#include "registry/text/fold.h"
#include "registry/format.h"

enum { SLUG_SIZE = 64, LONGEST_ID = 80, KEYS = 36 * 36 * 36 * 36 };

void nv_importer_note(nv_importer *importer, int line, const char *format, ...)
{
    char sentence[400];
    va_list arguments;

    va_start(arguments, format);
    nv_sentence_write(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    for (char *c = sentence; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    nv_buffer_add_format(importer->notes, "%s:%d: %s\n", importer->path, line,
                         sentence);
}

void *nv_importer_array(nv_importer *importer, size_t count, size_t size)
{
    void *array = nv_arena_array(&importer->arena, count, size);

    importer->failed = importer->failed || !array;
    return array;
}

/* How many bytes stand for white space: what XML takes for it, and what is no
 * character of XML at all. */
static size_t space_len(const char *text)
{
    if ((unsigned char)*text <= ' ')
        return 1;
    return strncmp(text, "\xEF\xBF\xBE", 3) == 0 ||
                   strncmp(text, "\xEF\xBF\xBF", 3) == 0
               ? 3
               : 0;
}

const char *nv_importer_text(nv_importer *importer, const char *text)
{
    char *copy, *to;

    if (!text)
        return NULL;
    copy = to = nv_importer_array(importer, strlen(text) + 1, 1);
    if (!copy)
        return NULL;
    while (*text) {
        const size_t len = space_len(text);

        if (len == 0)
            *to++ = *text++;
        else if (to > copy && to[-1] != ' ')
            *to++ = ' ';
        text += len;
    }
    if (to > copy && to[-1] == ' ')
        to--;
    *to = '\0';
    return copy[0] ? copy : NULL;
}

nv_bilingual nv_importer_bilingual(const char *text, const char *language)
{
    nv_bilingual both = {{NULL, NULL}};

    both.text[nv_language_from_tag(language, NV_LANGUAGE_EN) == NV_LANGUAGE_FR
                  ? NV_LANGUAGE_FR
                  : NV_LANGUAGE_EN] = text;
    return both;
}

const char *nv_importer_language(nv_importer *importer, const char *tag)
{
    char code[3] = "";

    if (!tag || strspn(tag, "abcdefghijklmnopqrstuvwxyz") != 2 ||
        (tag[2] && !strchr("-_", tag[2])))
        return NULL;
    memcpy(code, tag, 2);
    return nv_importer_text(importer, code);
}

/* Enters a name, and one beside it or NULL; false if it is there already, or
 * memory ran out. */
static bool enter(nv_importer *importer, xmlHashTable *table, const char *name,
                  const char *beside)
{
    const xmlChar *first = (const xmlChar *)name;
    const xmlChar *second = (const xmlChar *)beside;

    if (xmlHashLookup2(table, first, second))
        return false;
    if (xmlHashAddEntry2(table, first, second, table) != 0)
        importer->failed = true;
    return !importer->failed;
}

bool nv_importer_is_new(nv_importer *importer, const char *item)
{
    return enter(importer, importer->ids, item, importer->path);
}

void nv_importer_note_language(nv_importer *importer, int line,
                               const char *item, const char *language)
{
    if (!language)
        nv_importer_note(importer, line,
                         "item “%.80s”: nothing says its language; its title "
                         "and names stand as English (or give --locale).",
                         item);
    else if (strcmp(language, "en") != 0 && strcmp(language, "fr") != 0)
        nv_importer_note(importer, line,
                         "item “%.80s”: its title and names are in “%s” and "
                         "stand where English should.",
                         item, language);
}

/* Kinds */

static const struct {
    const char *word;
    nv_kind kind;
} kind_words[] = {
    {"treaty", NV_KIND_TREATY},
    {"agreement", NV_KIND_TREATY},
    {"convention", NV_KIND_TREATY},
    {"protocol", NV_KIND_TREATY},
    {"reply", NV_KIND_REPLY},
    {"resolution", NV_KIND_RESOLUTION},
    {"declaration", NV_KIND_DECLARATION},
    {"communique", NV_KIND_DECLARATION},
    {"speech", NV_KIND_SPEECH},
    {"address", NV_KIND_SPEECH},
    {"statement", NV_KIND_STATEMENT},
    {"note", NV_KIND_NOTE},
    {"memorandum", NV_KIND_NOTE},
    {"telegram", NV_KIND_NOTE},
    {"letter", NV_KIND_NOTE},
    {"despatch", NV_KIND_NOTE},
    {"dispatch", NV_KIND_NOTE},
    {"message", NV_KIND_NOTE},
    {"airgram", NV_KIND_NOTE},
};

bool nv_importer_guess_kind(const char *heading, nv_kind *kind)
{
    nv_fold fold;

    nv_fold_init(&fold, heading, heading ? strlen(heading) : 0);
    while (nv_fold_next(&fold))
        for (size_t i = 0; i < NV_COUNT_OF(kind_words); i++)
            if (strcmp(fold.word, kind_words[i].word) == 0) {
                *kind = kind_words[i].kind;
                return true;
            }
    return false;
}

/* Ids and keys */

/* "1954-03-31" and the words of the title that are written in a to z. */
static void make_slug(char *slug, const char *iso, const char *title)
{
    size_t len = (size_t)snprintf(slug, SLUG_SIZE, "%.10s", iso);
    nv_fold fold;

    nv_fold_init(&fold, title, strlen(title));
    while (nv_fold_next(&fold)) {
        if (!nv_is_id(fold.word) || len + 1 + fold.word_len >= SLUG_SIZE)
            continue;
        len += (size_t)snprintf(slug + len, SLUG_SIZE - len, "-%s", fold.word);
    }
}

/* The second event of the same words is -2, and so on. */
static const char *new_id(nv_importer *importer, const char *wanted,
                          const nv_event *event)
{
    char slug[SLUG_SIZE], id[LONGEST_ID];
    const char *title = nv_bilingual_in(&event->title, NV_LANGUAGE_EN);

    if (wanted && nv_is_id(wanted) && strlen(wanted) < LONGEST_ID &&
        strncmp(wanted, event->date.iso, strlen(event->date.iso)) == 0 &&
        enter(importer, importer->ids, wanted, NULL))
        return wanted;
    make_slug(slug, event->date.iso, title);
    strcpy(id, slug);
    for (int number = 2;
         !enter(importer, importer->ids, id, NULL) && !importer->failed;
         number++)
        snprintf(id, sizeof id, "%s-%d", slug, number);
    return nv_importer_text(importer, id);
}

/* FNV-1a of the id, as four letters or digits; the next free one where it is
 * taken. */
static const char *new_key(nv_importer *importer, const char *id)
{
    static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    uint32_t hash = 2166136261u;
    char key[5] = "";

    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    for (uint32_t i = 0; i < KEYS && !importer->failed; i++) {
        uint32_t rest = (hash + i) % KEYS;

        for (int place = 0; place < 4; place++, rest /= 36)
            key[place] = digits[rest % 36];
        if (enter(importer, importer->keys, key, NULL))
            return nv_importer_text(importer, key);
    }
    importer->failed = true;
    return NULL;
}

/* What the schema asks of every event */

static bool has_day_or_month(const nv_event *event)
{
    nv_days days;
    const char *iso = event->date.iso;

    return iso && strlen(iso) > strlen("1954") && nv_days_from_iso(iso, &days);
}

/* An end that is none, or does not come later, and an entry into force that
 * comes earlier. */
static void drop_wrong_dates(nv_importer *importer, nv_event *event, int line,
                             const char *item)
{
    nv_event_date *date = &event->date;
    nv_days first, end;

    nv_days_from_iso(date->iso, &first);
    if (date->end &&
        (strlen(date->end) != strlen(date->iso) ||
         !nv_days_from_iso(date->end, &end) || end.first <= first.first)) {
        nv_importer_note(importer, line,
                         "item “%.80s”: the end of its date (“%.40s”) is not "
                         "carried over.",
                         item, date->end);
        date->end = NULL;
    }
    if (event->treaty && event->treaty->in_force &&
        nv_days_from_iso(event->treaty->in_force, &end) &&
        end.last < first.first) {
        nv_importer_note(importer, line,
                         "item “%.80s”: it would be in force (%s) before its "
                         "date, and that is not carried over.",
                         item, event->treaty->in_force);
        ((nv_treaty *)event->treaty)->in_force = NULL;
    }
}

static bool can_be_named(const nv_source *source)
{
    return source->authors.count || source->editors.count ||
           source->container || source->collection || source->series ||
           source->number || source->publisher || source->archive_ref ||
           source->institution || source->url;
}

static void keep_unnamed(nv_importer *importer, const nv_event *event, int line,
                         const char *item)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        nv_quotation *quotation = (nv_quotation *)&event->quotations[i];

        if (!quotation->is_offered || can_be_named(quotation->source))
            continue;
        quotation->is_offered = false;
        nv_importer_note(importer, line,
                         "item “%.80s”: quotation %d is kept for the record "
                         "and not offered, for its source has no author, "
                         "publisher or place.",
                         item, quotation->number);
    }
}

void nv_importer_add(nv_importer *importer, nv_event *event, const char *id,
                     int line, const char *item)
{
    if (importer->failed)
        return;
    if (!has_day_or_month(event)) {
        nv_importer_note(importer, line,
                         "item “%.80s” is left out: it has no date of a day or "
                         "a month%s%.40s%s.",
                         item, event->date.iso ? " (“" : "",
                         event->date.iso ? event->date.iso : "",
                         event->date.iso ? "”)" : "");
        return;
    }
    event->date.is_month = strlen(event->date.iso) == strlen("1954-03");
    drop_wrong_dates(importer, event, line, item);
    keep_unnamed(importer, event, line, item);
    event->id = new_id(importer, id, event);
    event->key = event->id ? new_key(importer, event->id) : NULL;
    if (!event->key)
        return;
    nv_record_add(importer->out, event);
    importer->event_count++;
}
