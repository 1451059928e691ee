/* SPDX-License-Identifier: MPL-2.0 */
/* The writer's own words before and behind a citation. The processor puts the
 * space between a prefix and the cite; that before a suffix is decided here,
 * because for a published style words and their source come between. */
#include "note/item_maker.h"

#include <string.h>

#include "base/array.h"

/* Marks that keep to the word before them. */
static bool begins_with_mark(const char *text)
{
    static const char *const marks[] = {
        ",",      ".",     ";", ":",      "!",      "?",
        ")",      "]",     "/", "-",      "'",      "\u2019",
        "\u2013", NV_NBSP, " ", "\u2014", "\u2026", NV_THIN};

    for (size_t i = 0; i < NV_COUNT_OF(marks); i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return true;
    return false;
}

static bool is_space(char c)
{
    return (c >= '\0' && c <= ' ') || c == '\x7f';
}

/* Without line breaks and other controls, which no note can hold. */
static void add_plain(nv_buffer *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        nv_buffer_add_char(out, is_space(text[i]) ? ' ' : text[i]);
}

/* The words in the arena; NULL where there are none. */
static const char *keep(nv_item_maker *maker, const nv_buffer *plain)
{
    nv_buffer set = NV_BUFFER_INIT;
    const char *kept = NULL;

    nv_item_write_writers(maker, &set, plain->text, plain->len);
    set.failed = set.failed || plain->failed;
    if (set.failed || set.len > 0)
        kept = nv_item_keep(maker, &set);
    nv_buffer_release(&set);
    return kept;
}

static const char *prefix_of(nv_item_maker *maker, const char *text)
{
    nv_buffer plain = NV_BUFFER_INIT;
    const char *kept;

    while (*text && is_space(*text))
        text++;
    add_plain(&plain, text, strlen(text));
    kept = keep(maker, &plain);
    nv_buffer_release(&plain);
    return kept;
}

static const char *suffix_of(nv_item_maker *maker, const char *text)
{
    nv_buffer plain = NV_BUFFER_INIT;
    size_t len = strlen(text);
    const char *kept;

    while (len > 0 && is_space(text[len - 1]))
        len--;
    if (len > 0 && !is_space(*text) && !begins_with_mark(text))
        nv_buffer_add_char(&plain, ' ');
    add_plain(&plain, text, len);
    kept = keep(maker, &plain);
    nv_buffer_release(&plain);
    return kept;
}

void nv_item_add_affixes(nv_item_maker *maker, nv_csl_cite *cite)
{
    const nv_citation *citation = maker->draft.citation;

    if (citation->prefix)
        cite->prefix = prefix_of(maker, citation->prefix);
    if (citation->suffix)
        cite->suffix = suffix_of(maker, citation->suffix);
}
