/* SPDX-License-Identifier: MPL-2.0 */
/* citation-label of an item that has none: "Doe65", "RoNo78". See render.h. */
#include "citation/render.h"

#include <stdlib.h>
#include <string.h>

#include "citation/characters.h"

enum { MOST_NAMES = 4 };

/* Characters of each name, by the number of names: so citeproc-js has it, and
 * the styles that print labels were made with it. */
static const uint8_t lengths[MOST_NAMES][MOST_NAMES] = {
    {4}, {2, 2}, {2, 1, 1}, {1, 1, 1, 1}};

/* The names that stand for the work: the first variable of names it has, of
 * which author is the first. */
static const nv_csl_names *names_of(const nv_csl_item *item)
{
    const nv_csl_names *names = nv_csl_item_names(item, NV_CSL_AUTHOR);

    for (nv_csl_variable v = NV_CSL_AUTHOR; !names && v <= NV_CSL_TRANSLATOR;
         v++)
        names = nv_csl_item_names(item, v);
    return names;
}

static void add_characters(const char *text, size_t count, nv_buffer *out)
{
    const char *end = text + strlen(text), *at = text;
    int32_t c;

    while (count-- && at < end)
        at += nv_csl_character(at, end, &c);
    nv_buffer_add(out, text, (size_t)(at - text));
}

static void add_name(const nv_csl_name *name, size_t count, nv_buffer *out)
{
    const char *text = name->family ? name->family : name->literal;

    if (text)
        add_characters(text, count, out);
}

void nv_csl_citation_label(const nv_csl_item *item, nv_buffer *out)
{
    const nv_csl_names *names = names_of(item);
    const nv_csl_date *date = nv_csl_item_date(item, NV_CSL_ISSUED);
    const size_t count = !names                      ? 0
                         : names->count > MOST_NAMES ? MOST_NAMES
                                                     : names->count;

    for (size_t i = 0; i < count; i++)
        add_name(&names->names[i], lengths[count - 1][i], out);
    if (date && date->first.year)
        nv_buffer_add_format(out, "%02ld", labs((long)date->first.year) % 100);
}
