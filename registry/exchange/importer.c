/* SPDX-License-Identifier: MPL-2.0 */
/* See importer.h. */
#include "registry/exchange/importer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/sentence.h"
#include "registry/day.h"
#include "registry/exchange/import_record.h"
#include "registry/exchange/markup.h"
#include "registry/text/fold.h"

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

const char *nv_importer_text(nv_importer *importer, const char *text)
{
    char *copy = text ? nv_importer_array(importer, strlen(text) + 1, 1) : NULL;

    return copy && nv_markup_collapse(copy, text) ? copy : NULL;
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

bool nv_importer_is_new(nv_importer *importer, const char *item)
{
    return nv_naming_enter_id(&importer->naming, item, importer->path);
}

void nv_importer_note_language(nv_importer *importer, int line,
                               const char *item, const char *language)
{
    if (!language)
        nv_importer_note(importer, line,
                         "item “%.80s”: nothing says its language; its title "
                         "and names stand as English.",
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
    nv_naming_give(&importer->naming, id, &importer->arena, event);
    importer->failed = importer->failed || importer->naming.failed;
    if (importer->failed)
        return;
    nv_record_add(importer->out, event);
    importer->event_count++;
}
