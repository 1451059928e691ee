/* SPDX-License-Identifier: MPL-2.0 */
/* See markup.h. */
#include "citation/markup.h"

#include <string.h>

enum {
    LANGUAGE_KIND = NV_CSL_MARKUP_COUNT - 1,
    LONGEST_LANGUAGE = 35 /* bytes of a tag that RFC 5646 wants to be read */
};

/* The last one goes on with a language, which ends as language_end. */
static const struct {
    const char *open, *close;
    nv_csl_frame frame;
} tags[NV_CSL_MARKUP_COUNT] = {
    {"<i>", "</i>", {.format = NV_CSL_ITALIC, .from_markup = true}},
    {"<b>", "</b>", {.format = NV_CSL_BOLD, .from_markup = true}},
    {"<sup>",
     "</sup>",
     {.format = NV_CSL_SUPERSCRIPT, .from_markup = true, .nocase = true}},
    {"<sub>",
     "</sub>",
     {.format = NV_CSL_SUBSCRIPT, .from_markup = true, .nocase = true}},
    {"<sc>",
     "</sc>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span style=\"font-variant:small-caps;\">",
     "</span>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span style=\"font-variant: small-caps;\">",
     "</span>",
     {.format = NV_CSL_SMALL_CAPS, .from_markup = true, .nocase = true}},
    {"<span class=\"nocase\">",
     "</span>",
     {.from_markup = true, .nocase = true}},
    {"<span class=\"quotation\">",
     "</span>",
     {.format = NV_CSL_QUOTED, .from_markup = true}},
    {"<span lang=\"", "</span>", {.from_markup = true}},
};
static const char language_end[] = "\">";

static bool starts(const char *at, const char *end, const char *with)
{
    const size_t len = strlen(with);

    return (size_t)(end - at) >= len && memcmp(at, with, len) == 0;
}

/* Letters and digits of ASCII, and hyphens. */
static bool is_of_language(char c)
{
    return c == '-' || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Completes the tag whose language begins at `at`; one that does not end as it
 * should is none. */
static void read_language(nv_csl_markup *tag, const char *at, const char *end)
{
    tag->language = at;
    while (at < end && is_of_language(*at))
        at++;
    tag->language_len = (size_t)(at - tag->language);
    tag->len += tag->language_len + sizeof language_end - 1;
    if (!tag->language_len || tag->language_len > LONGEST_LANGUAGE ||
        !starts(at, end, language_end))
        *tag = (nv_csl_markup){0};
}

nv_csl_markup nv_csl_markup_at(const char *at, const char *end)
{
    nv_csl_markup tag = {0};

    if (at == end || *at != '<')
        return tag;
    for (; tag.kind < NV_CSL_MARKUP_COUNT; tag.kind++) {
        tag.is_open = starts(at, end, tags[tag.kind].open);
        if (!tag.is_open && !starts(at, end, tags[tag.kind].close))
            continue;
        tag.len =
            strlen(tag.is_open ? tags[tag.kind].open : tags[tag.kind].close);
        if (tag.is_open && tag.kind == LANGUAGE_KIND)
            read_language(&tag, at + tag.len, end);
        return tag;
    }
    return (nv_csl_markup){0};
}

size_t nv_csl_markup_skip(const char *at, const char *end)
{
    const char *from = at;
    nv_csl_markup tag;

    while ((tag = nv_csl_markup_at(at, end)).len)
        at += tag.len;
    return (size_t)(at - from);
}

const nv_csl_frame *nv_csl_markup_frame(size_t kind)
{
    return &tags[kind].frame;
}

bool nv_csl_markup_ends(size_t kind, size_t opened)
{
    return strcmp(tags[kind].close, tags[opened].close) == 0;
}

void nv_csl_markup_add(size_t kind, const char *language, nv_buffer *out)
{
    nv_buffer_add_text(out, tags[kind].open);
    if (kind != LANGUAGE_KIND)
        return;
    nv_buffer_add_text(out, language);
    nv_buffer_add_text(out, language_end);
}
