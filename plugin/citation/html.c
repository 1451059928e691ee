/* SPDX-License-Identifier: MPL-2.0 */
/* Finished texts as HTML, in the words of the CSL test suite. */
#include "citation/text.h"

#include <utf8proc.h>

#include "citation/characters.h"
#include "citation/processor.h"

typedef struct {
    const char *open, *close;
} tag;

/* By the bit of nv_csl_format. */
static const tag formats[] = {
    {"<i>", "</i>"},
    {"<em>", "</em>"},
    {"<b>", "</b>"},
    {"<span style=\"font-weight:light;\">", "</span>"},
    {"<span style=\"font-variant:small-caps;\">", "</span>"},
    {"<span style=\"text-decoration:underline;\">", "</span>"},
    {"<sup>", "</sup>"},
    {"<sub>", "</sub>"},
    {"<span class=\"quotation\">", "</span>"},
    {"<span style=\"font-style:normal;\">", "</span>"},
    {"<span style=\"font-weight:normal;\">", "</span>"},
    {"<span style=\"font-variant:normal;\">", "</span>"},
    {"<span style=\"text-decoration:none;\">", "</span>"},
    {"<span style=\"vertical-align:baseline;\">", "</span>"},
};

/* By nv_csl_display. The line ends are those of the suite. */
static const tag displays[] = {
    [NV_CSL_BLOCK] = {"\n\n    <div class=\"csl-block\">", "</div>\n"},
    [NV_CSL_LEFT_MARGIN] = {"\n    <div class=\"csl-left-margin\">", "</div>"},
    [NV_CSL_RIGHT_INLINE] = {"<div class=\"csl-right-inline\">", "</div>\n  "},
    [NV_CSL_INDENT] = {"<div class=\"csl-indent\">", "</div>\n  "},
};

static tag tag_of(const nv_csl_span *span)
{
    size_t bit = 0;

    if (!span->format)
        return displays[span->display];
    while (!(span->format >> bit & 1))
        bit++;
    return formats[bit];
}

/* The character without the height that Unicode gives it ("ʳ"); 0: it has
 * none. */
static int32_t base_of_superscript(int32_t c)
{
    const utf8proc_property_t *property = utf8proc_get_property(c);
    utf8proc_int32_t parts[4];
    int boundary = 0;

    if (property->decomp_type != UTF8PROC_DECOMP_TYPE_SUPER ||
        utf8proc_decompose_char(
            c, parts, 4, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary) != 1)
        return 0;
    return parts[0];
}

static void add_character(nv_buffer *out, const char *at, size_t len, int32_t c)
{
    const int32_t base = c < 0x80 ? 0 : base_of_superscript(c);

    if (c == '&' || c == '<' || c == '>') {
        nv_buffer_add_format(out, "&#%d;", (int)c);
    } else if (base) {
        nv_buffer_add_text(out, "<sup>");
        nv_csl_character_add(out, base);
        nv_buffer_add_text(out, "</sup>");
    } else {
        nv_buffer_add(out, at, len);
    }
}

static void add_escaped(nv_buffer *out, const char *text, size_t len)
{
    const char *end = text + len;

    while (text < end) {
        int32_t c;
        const size_t step = nv_csl_character(text, end, &c);

        add_character(out, text, step, c);
        text += step;
    }
}

/* An element with one attribute; `open` is what stands before its value. */
static void add_with_attribute(nv_buffer *out, const char *open,
                               const char *value)
{
    nv_buffer_add_text(out, open);
    for (; *value; value++)
        if (*value == '"')
            nv_buffer_add_text(out, "&#34;");
        else
            add_escaped(out, value, 1);
    nv_buffer_add_text(out, "\">");
}

static void open_span(nv_buffer *out, const nv_csl_span *span)
{
    if (span->link)
        add_with_attribute(out, "<a href=\"", span->link);
    else if (span->language)
        add_with_attribute(out, "<span lang=\"", span->language);
    else
        nv_buffer_add_text(out, tag_of(span).open);
}

static const char *end_of(const nv_csl_span *span)
{
    if (span->link)
        return "</a>";
    return span->language ? "</span>" : tag_of(span).close;
}

/* The text from `from` to `to`, with the spans from *next on that lie in it. */
static void write_part(const nv_csl_text *text, uint32_t from, uint32_t to,
                       uint32_t *next, nv_buffer *out)
{
    while (*next < text->span_count && text->spans[*next].start < to) {
        const nv_csl_span *span = &text->spans[(*next)++];

        add_escaped(out, text->text + from, span->start - from);
        open_span(out, span);
        write_part(text, span->start, span->end, next, out);
        nv_buffer_add_text(out, end_of(span));
        from = span->end;
    }
    add_escaped(out, text->text + from, to - from);
}

void nv_csl_text_write_html(const nv_csl_text *text, nv_buffer *out)
{
    uint32_t next = 0;

    write_part(text, 0, text->len, &next, out);
}

void nv_csl_bibliography_write_html(const nv_csl_bibliography *bibliography,
                                    nv_buffer *out)
{
    nv_buffer_add_text(out, "<div class=\"csl-bib-body\">\n");
    for (size_t i = 0; i < bibliography->count; i++) {
        nv_buffer_add_text(out, "  <div class=\"csl-entry\">");
        nv_csl_text_write_html(bibliography->entries[i].text, out);
        nv_buffer_add_text(out, "</div>\n");
    }
    nv_buffer_add_text(out, "</div>");
}
