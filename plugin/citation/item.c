/* SPDX-License-Identifier: MPL-2.0 */
/* See item.h: items in memory, and how they are built. */
#include "citation/item.h"

#include <string.h>

#include "base/array.h"

/* Typographic quotes count as quotes: they and a few other marks have the lead
 * bytes E2 80 in UTF-8; angle quotes are C2 AB and C2 BB. */
static bool is_markup(const char *text)
{
    return *text == '<' || *text == '"' || *text == '\'' ||
           (text[0] == '\xE2' && text[1] == '\x80') ||
           (text[0] == '\xC2' && (text[1] == '\xAB' || text[1] == '\xBB'));
}

static nv_csl_string string_of(const char *text, size_t len)
{
    nv_csl_string string = {text, (uint32_t)len, false};

    for (size_t i = 0; i < len && !string.has_markup; i++)
        string.has_markup = is_markup(text + i);
    return string;
}

nv_csl_string nv_csl_string_of(const char *text)
{
    return string_of(text ? text : "", text ? strlen(text) : 0);
}

/* Where else to look for a variable that an item has not. */
static nv_csl_variable other_name(nv_csl_variable variable)
{
    switch (variable) {
    case NV_CSL_CONTAINER_TITLE_SHORT:
        return NV_CSL_JOURNALABBREVIATION;
    case NV_CSL_JOURNALABBREVIATION:
        return NV_CSL_CONTAINER_TITLE_SHORT;
    case NV_CSL_EVENT:
        return NV_CSL_EVENT_TITLE;
    case NV_CSL_EVENT_TITLE:
        return NV_CSL_EVENT;
    default:
        return NV_CSL_NO_VARIABLE;
    }
}

static bool is_string(nv_csl_variable variable)
{
    const nv_csl_class class = nv_csl_variable_class(variable);

    return class == NV_CSL_CLASS_TEXT || class == NV_CSL_CLASS_NUMBER;
}

const nv_csl_string *nv_csl_item_string(const nv_csl_item *item,
                                        nv_csl_variable variable)
{
    uint8_t slot;

    if (!is_string(variable))
        return NULL;
    slot = item->slot[variable];
    if (slot == 0)
        slot = item->slot[other_name(variable)];
    return slot ? &item->strings[slot - 1] : NULL;
}

const nv_csl_names *nv_csl_item_names(const nv_csl_item *item,
                                      nv_csl_variable variable)
{
    return nv_csl_variable_class(variable) == NV_CSL_CLASS_NAMES &&
                   item->slot[variable]
               ? &item->names[item->slot[variable] - 1]
               : NULL;
}

const nv_csl_date *nv_csl_item_date(const nv_csl_item *item,
                                    nv_csl_variable variable)
{
    return nv_csl_variable_class(variable) == NV_CSL_CLASS_DATE &&
                   item->slot[variable]
               ? &item->dates[item->slot[variable] - 1]
               : NULL;
}

bool nv_csl_item_has(const nv_csl_item *item, nv_csl_variable variable)
{
    return nv_csl_item_string(item, variable) ||
           nv_csl_item_names(item, variable) ||
           nv_csl_item_date(item, variable);
}

/* Building */

bool nv_csl_item_set_text(nv_csl_item_builder *builder,
                          nv_csl_variable variable, const char *text,
                          size_t len)
{
    const char *copy;

    builder->strings[variable] = (nv_csl_string){0};
    if (!text || len == 0)
        return true;
    copy = len < UINT32_MAX ? nv_arena_text(builder->arena, text, len) : NULL;
    if (!copy)
        return false;
    builder->strings[variable] = string_of(copy, len);
    return true;
}

/* Puts a copy in the place of *text, or NULL for an empty text. */
static bool copy_text(nv_arena *arena, const char **text)
{
    const char *from = *text;

    *text = NULL;
    if (!from || *from == '\0')
        return true;
    *text = nv_arena_text(arena, from, strlen(from));
    return *text != NULL;
}

static bool copy_name(nv_arena *arena, const nv_csl_name *from,
                      nv_csl_name *name)
{
    *name = *from;
    return copy_text(arena, &name->family) && copy_text(arena, &name->given) &&
           copy_text(arena, &name->dropping) &&
           copy_text(arena, &name->non_dropping) &&
           copy_text(arena, &name->suffix) && copy_text(arena, &name->literal);
}

bool nv_csl_item_set_names(nv_csl_item_builder *builder,
                           nv_csl_variable variable, const nv_csl_name names[],
                           size_t count)
{
    nv_csl_name *copies;

    builder->names[variable] = (nv_csl_names){0};
    if (count == 0)
        return true;
    copies = count <= UINT16_MAX
                 ? nv_arena_array(builder->arena, count, sizeof *copies)
                 : NULL;
    if (!copies)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!copy_name(builder->arena, &names[i], &copies[i]))
            return false;
    builder->names[variable] = (nv_csl_names){copies, (uint32_t)count};
    return true;
}

bool nv_csl_item_set_date(nv_csl_item_builder *builder,
                          nv_csl_variable variable, const nv_csl_date *date)
{
    nv_csl_date *copy;
    const bool has_literal = date && date->literal && *date->literal;

    builder->dates[variable] = NULL;
    if (!date || (date->first.year == 0 && !has_literal))
        return true;
    copy = nv_arena_alloc(builder->arena, sizeof *copy);
    if (!copy)
        return false;
    *copy = *date;
    if (!copy_text(builder->arena, &copy->literal))
        return false;
    builder->dates[variable] = copy;
    return true;
}

static void fill_slots(const nv_csl_item_builder *builder, nv_csl_item *item,
                       nv_csl_string *strings, nv_csl_names *names,
                       nv_csl_date *dates)
{
    uint8_t string = 0, list = 0, date = 0;

    for (int v = NV_CSL_NO_VARIABLE + 1; v < NV_CSL_VARIABLE_COUNT; v++) {
        if (builder->strings[v].len > 0) {
            strings[string++] = builder->strings[v];
            item->slot[v] = string;
        } else if (builder->names[v].count > 0) {
            names[list++] = builder->names[v];
            item->slot[v] = list;
        } else if (builder->dates[v]) {
            dates[date++] = *builder->dates[v];
            item->slot[v] = date;
        }
    }
    item->strings = strings;
    item->names = names;
    item->dates = dates;
}

/* The first page of "321-328", "12, 15" or "7 & 9". */
static bool add_first_page(nv_csl_item_builder *builder)
{
    static const char *const ends[] = {"-", ",", "&", " ", "\xE2\x80\x93"};
    const nv_csl_string *page = &builder->strings[NV_CSL_PAGE];

    size_t len = page->len;

    if (builder->strings[NV_CSL_PAGE_FIRST].len > 0 || len == 0)
        return true;
    for (size_t i = 0; i < NV_COUNT_OF(ends); i++) {
        const char *end = strstr(page->text, ends[i]);

        if (end && (size_t)(end - page->text) < len)
            len = (size_t)(end - page->text);
    }
    return nv_csl_item_set_text(builder, NV_CSL_PAGE_FIRST, page->text, len);
}

typedef struct {
    size_t strings, names, dates;
} counts;

static counts count_all(const nv_csl_item_builder *builder)
{
    counts all = {0, 0, 0};

    for (int v = NV_CSL_NO_VARIABLE + 1; v < NV_CSL_VARIABLE_COUNT; v++) {
        all.strings += builder->strings[v].len > 0;
        all.names += builder->names[v].count > 0;
        all.dates += builder->dates[v] != NULL;
    }
    return all;
}

static bool add_variables(const nv_csl_item_builder *builder, nv_csl_item *item)
{
    const counts all = count_all(builder);
    nv_arena *arena = builder->arena;
    nv_csl_string *strings =
        nv_arena_array(arena, all.strings, sizeof *strings);
    nv_csl_names *names = nv_arena_array(arena, all.names, sizeof *names);
    nv_csl_date *dates = nv_arena_array(arena, all.dates, sizeof *dates);

    if (!strings || !names || !dates)
        return false;
    fill_slots(builder, item, strings, names, dates);
    return true;
}

const nv_csl_item *nv_csl_item_finish(nv_csl_item_builder *builder)
{
    const char *id = builder->id ? builder->id : "";
    nv_csl_item *item = nv_arena_alloc(builder->arena, sizeof *item);

    if (!item)
        return NULL;
    if (!add_first_page(builder) || !add_variables(builder, item))
        return NULL;
    item->id = nv_arena_text(builder->arena, id, strlen(id));
    item->type = builder->type;
    if (item->slot[NV_CSL_LANGUAGE])
        item->language = nv_csl_item_string(item, NV_CSL_LANGUAGE)->text;
    return item->id ? item : NULL;
}
