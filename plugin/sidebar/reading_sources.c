/* SPDX-License-Identifier: MPL-2.0 */
/* See reading.h: where words were read, and what was seen there. */
#include <stddef.h>
#include <string.h>

#include "base/array.h"
#include "sidebar/reading_parts.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"
#include "sidebar/vocabulary.h"

enum { BARE = -1 };

/* What identifies a source, in the order in which it is said; with its label
 * where the text alone would not tell what it is. */
static const struct {
    size_t offset;
    int label;
} fields[] = {
    {offsetof(nv_source, title), BARE},
    {offsetof(nv_source, item), BARE},
    {offsetof(nv_source, container), BARE},
    {offsetof(nv_source, collection), BARE},
    {offsetof(nv_source, series), BARE},
    {offsetof(nv_source, volume), NV_LABEL_VOLUME},
    {offsetof(nv_source, part), NV_LABEL_PART},
    {offsetof(nv_source, volume_title), NV_LABEL_VOLUME_TITLE},
    {offsetof(nv_source, number), NV_LABEL_NUMBER},
    {offsetof(nv_source, document), NV_LABEL_DOCUMENT_NUMBER},
    {offsetof(nv_source, pages), NV_LABEL_PAGES},
    {offsetof(nv_source, columns), NV_LABEL_COLUMNS},
    {offsetof(nv_source, institution), BARE},
    {offsetof(nv_source, place), BARE},
    {offsetof(nv_source, publisher), BARE},
    {offsetof(nv_source, year), BARE},
    {offsetof(nv_source, archive_ref), NV_LABEL_ARCHIVE},
    {offsetof(nv_source, registration), NV_LABEL_REGISTRATION},
    {offsetof(nv_source, translator), NV_LABEL_TRANSLATOR},
    {offsetof(nv_source, short_form), NV_LABEL_CITED_AS},
};

static const char *text_at(const nv_source *source, size_t offset)
{
    const char *text;

    memcpy(&text, (const char *)source + offset, sizeof text);
    return text;
}

static void join_labelled(nv_buffer *out, const nv_reading *reading, int label,
                          const char *text)
{
    nv_buffer line = NV_BUFFER_INIT;

    if (!text)
        return;
    if (label == BARE)
        nv_buffer_add_text(&line, text);
    else
        nv_reading_line(&line, reading, (nv_label)label, text);
    nv_reading_join(out, line.text);
    nv_buffer_release(&line);
}

static void add_identity(nv_buffer *out, const nv_reading *reading,
                         const nv_source *source)
{
    nv_buffer date = NV_BUFFER_INIT;

    for (size_t i = 0; i < source->authors.count; i++)
        nv_reading_join(out, source->authors.items[i]);
    for (size_t i = 0; i < NV_COUNT_OF(fields); i++)
        join_labelled(out, reading, fields[i].label,
                      text_at(source, fields[i].offset));
    for (size_t i = 0; i < source->editors.count; i++)
        join_labelled(out, reading, NV_LABEL_EDITORS, source->editors.items[i]);
    if (source->date) {
        nv_say_date(&date, reading->phrases, source->date);
        nv_reading_join(out, date.text);
    }
    nv_buffer_release(&date);
}

/* What kind of source it is, what it has, and what was seen of it. */
static void add_seen(nv_buffer *out, const nv_reading *reading,
                     const nv_source *source)
{
    const char *remark = nv_reading_in(reading, &source->role_note);
    nv_buffer seen = NV_BUFFER_INIT;

    nv_reading_join_term(&seen, reading, NV_PHRASE_SOURCE_TYPES, source->type);
    nv_reading_join_item(&seen, reading, NV_PHRASE_HOLDS, source->holds);
    nv_reading_join_item(&seen, reading, NV_PHRASE_CHECKED, source->checked);
    nv_reading_join_term(&seen, reading, NV_PHRASE_ACCESS, source->access);
    if (remark)
        nv_reading_join(&seen, remark);
    nv_reading_line(out, reading, NV_LABEL_SEEN, seen.text);
    nv_buffer_release(&seen);
}

void nv_reading_source(nv_buffer *out, const nv_reading *reading, size_t index)
{
    const nv_source *source = &reading->event->sources[index];
    const char *address = nv_reading_address(source);

    add_identity(out, reading, source);
    add_seen(out, reading, source);
    if (address) {
        nv_say_new_line(out);
        nv_buffer_add_text(out, address);
    }
}

void nv_reading_source_row(nv_buffer *out, const nv_reading *reading,
                           size_t index)
{
    const nv_source *source = &reading->event->sources[index];

    add_identity(out, reading, source);
}

const char *nv_reading_address(const nv_source *source)
{
    static const char *const schemes[] = {"https://", "http://"};

    for (size_t i = 0; i < NV_COUNT_OF(schemes); i++)
        if (source->url && source->url_ok &&
            strncmp(source->url, schemes[i], strlen(schemes[i])) == 0)
            return source->url;
    return NULL;
}

void nv_reading_host(nv_buffer *out, const char *address)
{
    const char *host = strstr(address, "://");

    host = host ? host + strlen("://") : address;
    nv_buffer_add(out, host, strcspn(host, "/?#"));
}
