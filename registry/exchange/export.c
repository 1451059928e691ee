/* SPDX-License-Identifier: MPL-2.0 */
/* See export.h. */
#include "registry/exchange/export.h"

#include <string.h>

#include "base/array.h"
#include "registry/exchange/formats.h"

static const nv_export_format *const formats[] = {
    &nv_export_csl, &nv_export_ris, &nv_export_bibtex, &nv_export_tei};

const nv_export_format *nv_export_format_of(const char *name)
{
    for (size_t i = 0; name && i < NV_COUNT_OF(formats); i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static void add_part(nv_buffer *out, const char *before, const char *text,
                     size_t start)
{
    if (!text)
        return;
    nv_buffer_add_text(out, out->len > start ? ", " : "");
    nv_buffer_add_text(out, before);
    nv_buffer_add_text(out, text);
}

void nv_export_add_source(nv_buffer *out, const nv_source *source)
{
    const size_t start = out->len;
    const struct {
        const char *before, *text;
    } parts[] = {
        {"", source->container ? source->title : source->item},
        {"", source->container ? source->container : source->title},
        {"", source->collection},
        {"", source->series},
        {"vol. ", source->volume},
        {"part ", source->part},
        {"", source->volume_title},
        {"no. ", source->number},
        {"doc. ", source->document},
        {"pp. ", source->pages},
        {"cols ", source->columns},
        {"", source->date},
        {"", source->place},
        {"", source->publisher},
        {"", source->year},
        {"", source->archive_ref},
        {"", source->url_ok ? source->url : NULL},
    };

    for (size_t i = 0; i < source->authors.count; i++)
        add_part(out, "", source->authors.items[i], start);
    for (size_t i = 0; i < NV_COUNT_OF(parts); i++)
        add_part(out, parts[i].before, parts[i].text, start);
}

static void add_place(nv_buffer *out, const nv_locator *place)
{
    if (place->label)
        nv_buffer_add_format(out, "; %s%s%s", place->label,
                             place->value[0] ? " " : "", place->value);
}

static void add_phrase(nv_buffer *out, const nv_bilingual *text)
{
    const char *phrase = nv_bilingual_in(text, NV_LANGUAGE_EN);

    if (phrase)
        nv_buffer_add_format(out, "; %s", phrase);
}

void nv_export_add_standing(nv_buffer *out, const nv_quotation *quotation)
{
    nv_buffer_add_format(out, "%s; %s; %s", quotation->language,
                         nv_role_word(quotation->role),
                         nv_status_word(quotation->status));
    add_phrase(out, &quotation->of);
    if (quotation->original == NV_ORIGINAL_NO)
        nv_buffer_add_text(out, "; a translation");
    add_phrase(out, &quotation->translation);
    add_place(out, &quotation->pinpoint);
    nv_buffer_add_text(out, quotation->as == NV_AS_QUOTED ? "; quoted in: "
                                                          : "; read in: ");
    nv_export_add_source(out, quotation->source);
    add_place(out, &quotation->in_source);
    add_phrase(out, &quotation->caution);
}

void nv_export_begin_nothing(nv_buffer *out, const char *pack)
{
    (void)out, (void)pack;
}

void nv_export_end_nothing(nv_buffer *out)
{
    (void)out;
}

static bool add_event(const nv_export_format *format, const nv_event *event,
                      size_t index, nv_buffer *out)
{
    nv_arena arena = {0};
    nv_item item;
    const bool is_made = nv_item_make(event, &arena, &item);

    if (is_made)
        format->add(out, &item, index);
    nv_arena_release(&arena);
    return is_made;
}

static bool was_asked_before(char *const ids[], size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

static bool add_asked(const nv_registry *registry,
                      const nv_export_format *format, char *const ids[],
                      size_t count, nv_buffer *out, nv_error *err)
{
    size_t index = 0;

    for (size_t i = 0; i < count; i++) {
        const nv_event *event = nv_registry_by_id(registry, ids[i], err);

        if (!event)
            return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                           "There is no event “%.80s”. Look for it with nv "
                           "search.",
                           ids[i]);
        if (was_asked_before(ids, i, ids[i]))
            continue;
        out->failed = out->failed || !add_event(format, event, index++, out);
    }
    return true;
}

static bool add_all(const nv_registry *registry, const nv_export_format *format,
                    nv_buffer *out, nv_error *err)
{
    const size_t count = nv_registry_event_count(registry);

    for (size_t i = 0; i < count && !out->failed; i++) {
        nv_open_event *open = nv_registry_open_event(registry, i, err);

        if (!open)
            return false;
        out->failed =
            !add_event(format, nv_open_event_get(open), i, out) || out->failed;
        nv_event_close(open);
    }
    return true;
}

bool nv_export(const nv_registry *registry, const nv_export_format *format,
               char *const ids[], size_t count, nv_buffer *out, nv_error *err)
{
    bool is_read;

    format->begin(out, nv_registry_pack(registry));
    is_read = count ? add_asked(registry, format, ids, count, out, err)
                    : add_all(registry, format, out, err);
    format->end(out);
    return is_read &&
           (!out->failed || nv_fail(err, NV_ERROR_MEMORY, 0,
                                    "There is not enough memory to export the "
                                    "events. Export fewer at a time."));
}
