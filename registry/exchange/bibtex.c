/* SPDX-License-Identifier: MPL-2.0 */
/* Events as BibTeX in UTF-8. Names and titles stand in two pairs of braces:
 * a government has no family name, and no style may change a capital. */
#include "registry/exchange/formats.h"

#include <string.h>

#include "base/array.h"

static const struct {
    const char *csl, *bibtex;
} types[] = {
    {"report", "techreport"},         {"article-journal", "article"},
    {"article-newspaper", "article"}, {"book", "book"},
    {"chapter", "incollection"},      {"thesis", "phdthesis"},
};

static const char *const fields[NV_ITEM_TEXT_COUNT] = {
    [NV_ITEM_TITLE] = "title",
    [NV_ITEM_TITLE_SHORT] = "shorttitle",
    [NV_ITEM_GENRE] = "type",
    [NV_ITEM_COLLECTION] = "series",
    [NV_ITEM_VOLUME] = "volume",
    [NV_ITEM_NUMBER] = "number",
    [NV_ITEM_PAGE] = "pages",
    [NV_ITEM_PUBLISHER] = "publisher",
    [NV_ITEM_PUBLISHER_PLACE] = "address",
    [NV_ITEM_LANGUAGE] = "language",
};

static const char *type_of(const char *csl)
{
    for (size_t i = 0; i < NV_COUNT_OF(types); i++)
        if (strcmp(types[i].csl, csl) == 0)
            return types[i].bibtex;
    return "misc";
}

/* TeX's own characters; braces become commands that have no brace, because
 * BibTeX counts braces whether there is a backslash before them or not. */
static void add_escaped(nv_buffer *out, const char *text)
{
    static const char *const escapes[128] = {
        ['\\'] = "\\textbackslash ",
        ['{'] = "\\lbrace ",
        ['}'] = "\\rbrace ",
        ['$'] = "\\$",
        ['&'] = "\\&",
        ['#'] = "\\#",
        ['_'] = "\\_",
        ['%'] = "\\%",
        ['~'] = "\\textasciitilde ",
        ['^'] = "\\textasciicircum ",
    };

    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;

        if (c < 128 && escapes[c])
            nv_buffer_add_text(out, escapes[c]);
        else
            nv_buffer_add_char(out, *text);
    }
}

static void add_field(nv_buffer *out, const char *name, const char *text)
{
    if (!name || !text)
        return;
    nv_buffer_add_format(out, ",\n  %s = {{", name);
    add_escaped(out, text);
    nv_buffer_add_text(out, "}}");
}

static void add_names(nv_buffer *out, const char *name, const nv_texts *names)
{
    if (names->count == 0)
        return;
    nv_buffer_add_format(out, ",\n  %s = {", name);
    for (size_t i = 0; i < names->count; i++) {
        nv_buffer_add_text(out, i ? " and {" : "{");
        add_escaped(out, names->items[i]);
        nv_buffer_add_char(out, '}');
    }
    nv_buffer_add_char(out, '}');
}

/* A URL is taken as it is, but for braces, which it can write as %7B. */
static void add_url(nv_buffer *out, const char *url)
{
    if (url && !strpbrk(url, "{}"))
        nv_buffer_add_format(out, ",\n  url = {%s}", url);
}

/* Adds the field made of plain words, and empties them. */
static void add_words(nv_buffer *out, const char *name, nv_buffer *words)
{
    if (words->len > 0)
        add_field(out, name, words->text);
    out->failed = out->failed || words->failed;
    nv_buffer_release(words);
}

static void add_wording(nv_buffer *out, const nv_event *event)
{
    nv_buffer words = NV_BUFFER_INIT;

    for (size_t i = 0; i < event->quotation_count; i++) {
        if (!event->quotations[i].is_offered)
            continue;
        nv_buffer_add_format(&words, "%s“%s” (", words.len ? " " : "",
                             event->quotations[i].text);
        nv_export_add_standing(&words, &event->quotations[i]);
        nv_buffer_add_char(&words, ')');
    }
    add_words(out, "annote", &words);
}

static void add_source(nv_buffer *out, const nv_item *item)
{
    nv_buffer words = NV_BUFFER_INIT;

    if (item->source)
        nv_export_add_source(&words, item->source);
    add_words(out, "note", &words);
}

static void add(nv_buffer *out, const nv_item *item, size_t index)
{
    const char *type = type_of(item->type);
    const char *container =
        strcmp(type, "article") == 0 ? "journal" : "booktitle";
    const char *iso = item->event->date.iso;

    nv_buffer_add_format(out, "%s@%s{%s", index ? "\n" : "", type,
                         item->event->id);
    for (size_t i = 0; i < NV_ITEM_TEXT_COUNT; i++)
        add_field(out, fields[i], item->texts[i]);
    add_field(out, container, item->texts[NV_ITEM_CONTAINER]);
    add_names(out, "author", &item->names[NV_ITEM_AUTHOR]);
    add_names(out, "editor", &item->names[NV_ITEM_EDITOR]);
    nv_buffer_add_format(out, ",\n  year = {%.4s},\n  date = {%s%s%s}", iso,
                         iso, item->event->date.end ? "/" : "",
                         item->event->date.end ? item->event->date.end : "");
    add_url(out, item->texts[NV_ITEM_URL]);
    add_source(out, item);
    add_wording(out, item->event);
    nv_buffer_add_text(out, "\n}\n");
}

const nv_export_format nv_export_bibtex = {"bibtex", nv_export_begin_nothing,
                                           add, nv_export_end_nothing};
