/* SPDX-License-Identifier: MPL-2.0 */
/* Events as RIS. The form has one date, which is the document's; the year of
 * the edition is in the note that says where it was read. */
#include "registry/exchange/formats.h"

#include <string.h>

#include "base/array.h"

static const struct {
    const char *csl, *ris;
} types[] = {
    {"treaty", "STAT"},
    {"personal_communication", "PCOMM"},
    {"report", "RPRT"},
    {"article-journal", "JOUR"},
    {"article-newspaper", "NEWS"},
    {"book", "BOOK"},
    {"chapter", "CHAP"},
    {"thesis", "THES"},
    {"webpage", "ELEC"},
};

static const char *const text_tags[NV_ITEM_TEXT_COUNT] = {
    [NV_ITEM_TITLE] = "TI",
    [NV_ITEM_TITLE_SHORT] = "ST",
    [NV_ITEM_GENRE] = "M3",
    [NV_ITEM_CONTAINER] = "T2",
    [NV_ITEM_COLLECTION] = "T3",
    [NV_ITEM_VOLUME] = "VL",
    [NV_ITEM_NUMBER] = "IS",
    [NV_ITEM_PUBLISHER] = "PB",
    [NV_ITEM_PUBLISHER_PLACE] = "CY",
    [NV_ITEM_LANGUAGE] = "LA",
    [NV_ITEM_URL] = "UR",
    [NV_ITEM_ARCHIVE] = "AV",
};

static const char *const name_tags[NV_ITEM_NAMES_COUNT] = {
    [NV_ITEM_AUTHOR] = "AU",
    [NV_ITEM_RECIPIENT] = "A2",
    [NV_ITEM_EDITOR] = "ED",
    [NV_ITEM_TRANSLATOR] = "A4",
};

static void add_tag(nv_buffer *out, const char *tag, const char *text)
{
    if (tag && text)
        nv_buffer_add_format(out, "%s  - %s\r\n", tag, text);
}

static const char *type_of(const char *csl)
{
    for (size_t i = 0; i < NV_COUNT_OF(types); i++)
        if (strcmp(types[i].csl, csl) == 0)
            return types[i].ris;
    return "GEN";
}

/* DA is YYYY/MM/DD/, with what is not known left empty. */
static void add_date(nv_buffer *out, const char *iso)
{
    const size_t len = strlen(iso);

    nv_buffer_add_format(out, "PY  - %.4s\r\nDA  - %.4s/%.2s/%.2s/\r\n", iso,
                         iso, len > 4 ? iso + 5 : "", len > 7 ? iso + 8 : "");
}

/* "261–262" into its two ends. */
static void add_pages(nv_buffer *out, const char *pages)
{
    static const char dash[] = "–";
    const char *end = pages ? strstr(pages, dash) : NULL;

    if (!end) {
        add_tag(out, "SP", pages);
        return;
    }
    nv_buffer_add_format(out, "SP  - %.*s\r\n", (int)(end - pages), pages);
    add_tag(out, "EP", end + strlen(dash));
}

static void add_wording(nv_buffer *out, const nv_quotation *quotation)
{
    nv_buffer_add_format(out, "N1  - “%s” (", quotation->text);
    nv_export_add_standing(out, quotation);
    nv_buffer_add_text(out, ")\r\n");
}

static void add_notes(nv_buffer *out, const nv_item *item)
{
    const nv_event *event = item->event;

    if (item->source) {
        nv_buffer_add_text(out, "N1  - To be read in: ");
        nv_export_add_source(out, item->source);
        nv_buffer_add_text(out, "\r\n");
    }
    for (size_t i = 0; i < event->quotation_count; i++)
        if (event->quotations[i].is_offered)
            add_wording(out, &event->quotations[i]);
}

static void add(nv_buffer *out, const nv_item *item, size_t index)
{
    (void)index;
    add_tag(out, "TY", type_of(item->type));
    add_tag(out, "ID", item->event->id);
    for (size_t i = 0; i < NV_ITEM_NAMES_COUNT; i++)
        for (size_t j = 0; j < item->names[i].count; j++)
            add_tag(out, name_tags[i], item->names[i].items[j]);
    for (size_t i = 0; i < NV_ITEM_TEXT_COUNT; i++)
        add_tag(out, text_tags[i], item->texts[i]);
    add_date(out, item->event->date.iso);
    add_pages(out, item->texts[NV_ITEM_PAGE]);
    add_notes(out, item);
    nv_buffer_add_text(out, "ER  - \r\n\r\n");
}

const nv_export_format nv_export_ris = {"ris", nv_export_begin_nothing, add,
                                        nv_export_end_nothing};
