/* SPDX-License-Identifier: MPL-2.0 */
/* See item.h: items from CSL-JSON. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "citation/item_read.h"
#include "citation/names.h"

const char *nv_csl_json_text(const nv_json *value)
{
    return value && (value->type == NV_JSON_TEXT ||
                     value->type == NV_JSON_NUMBER)
               ? value->text
               : NULL;
}

bool nv_csl_json_truth(const nv_json *value)
{
    const char *text = nv_csl_json_text(value);

    if (!text)
        return value && value->type == NV_JSON_TRUE;
    return *text != '\0' && strcmp(text, "0") != 0 &&
           strcmp(text, "false") != 0;
}

static bool fail_at(nv_error *err, const nv_json *at, const char *what)
{
    return nv_fail(err, NV_ERROR_FORMAT, at->line,
                   "The items can't be read: %s (line %d). Correct the file.",
                   what, at->line);
}

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
}

/* Names */

static const struct {
    const char *member;
    size_t offset;
} name_texts[] = {
    {"family", offsetof(nv_csl_name, family)},
    {"given", offsetof(nv_csl_name, given)},
    {"dropping-particle", offsetof(nv_csl_name, dropping)},
    {"non-dropping-particle", offsetof(nv_csl_name, non_dropping)},
    {"suffix", offsetof(nv_csl_name, suffix)},
    {"literal", offsetof(nv_csl_name, literal)},
};

/* A name with a literal has no other parts, and isInstitution makes a family
 * name a literal. */
static void settle_literal(const nv_json *value, nv_csl_name *name)
{
    if (nv_csl_json_truth(nv_json_member(value, "isInstitution")) &&
        !name->literal)
        name->literal = name->family;
    if (name->literal)
        *name = (nv_csl_name){.literal = name->literal};
}

/* Particles are split off unless the caller has done so: "parse-names" says
 * false then. */
static bool read_name(const nv_json *value, nv_arena *arena, nv_csl_name *name)
{
    const nv_json *parse = nv_json_member(value, "parse-names");

    *name = (nv_csl_name){0};
    for (size_t i = 0; i < NV_COUNT_OF(name_texts); i++) {
        const char *text =
            nv_csl_json_text(nv_json_member(value, name_texts[i].member));

        if (text && *text)
            *(const char **)((char *)name + name_texts[i].offset) = text;
    }
    name->comma_suffix =
        nv_csl_json_truth(nv_json_member(value, "comma-suffix"));
    name->static_order =
        nv_csl_json_truth(nv_json_member(value, "static-ordering"));
    settle_literal(value, name);
    return name->literal || (parse && !nv_csl_json_truth(parse)) ||
           nv_csl_name_split(name, arena);
}

static bool is_name(const nv_csl_name *name)
{
    return name->literal || name->family || name->given || name->dropping ||
           name->non_dropping || name->suffix;
}

static size_t count_children(const nv_json *array)
{
    size_t count = 0;

    for (const nv_json *child = array->first; child; child = child->next)
        count++;
    return count;
}

/* The variable of a member. Reference managers write shortTitle for the short
 * form of a title. */
static nv_csl_variable variable_of(const char *member)
{
    return strcmp(member, "shortTitle") == 0
               ? NV_CSL_TITLE_SHORT
               : nv_csl_variable_of(member, strlen(member));
}

/* No list of names is longer than numbers of names can be. */
static bool check_names(const nv_json *member, nv_error *err)
{
    const size_t count = count_children(member);

    if (count <= UINT16_MAX ||
        nv_csl_variable_class(variable_of(member->name)) != NV_CSL_CLASS_NAMES)
        return true;
    return nv_fail(err, NV_ERROR_LIMIT, member->line,
                   "The items can't be read: %zu names are listed as %s, more "
                   "than %d (line %d). Leave some out.",
                   count, member->name, UINT16_MAX, member->line);
}

static bool read_names(nv_csl_item_builder *builder, nv_csl_variable variable,
                       const nv_json *value)
{
    nv_csl_name *names;
    size_t count = 0;

    if (value->type != NV_JSON_ARRAY)
        return true;
    names =
        nv_arena_array(builder->arena, count_children(value), sizeof *names);
    if (!names)
        return false;
    for (const nv_json *one = value->first; one; one = one->next) {
        if (one->type != NV_JSON_OBJECT)
            continue;
        if (!read_name(one, builder->arena, &names[count]))
            return false;
        count += is_name(&names[count]);
    }
    return nv_csl_item_set_names(builder, variable, names, count);
}

/* Other classes */

static bool read_text(nv_csl_item_builder *builder, nv_csl_variable variable,
                      const nv_json *value)
{
    const char *text = nv_csl_json_text(value);

    return !text || nv_csl_item_set_text(builder, variable, text, strlen(text));
}

static bool read_date(nv_csl_item_builder *builder, nv_csl_variable variable,
                      const nv_json *value)
{
    const nv_csl_date date = nv_csl_date_of_json(value);

    return nv_csl_item_set_date(builder, variable, &date);
}

static bool read_nothing(nv_csl_item_builder *builder, nv_csl_variable variable,
                         const nv_json *value)
{
    (void)builder, (void)variable, (void)value;
    return true;
}

static bool (*const readers[])(nv_csl_item_builder *, nv_csl_variable,
                               const nv_json *) = {
    [NV_CSL_CLASS_NONE] = read_nothing, [NV_CSL_CLASS_TEXT] = read_text,
    [NV_CSL_CLASS_NUMBER] = read_text,  [NV_CSL_CLASS_NAMES] = read_names,
    [NV_CSL_CLASS_DATE] = read_date,
};

static bool read_member(nv_csl_item_builder *builder, const nv_json *member)
{
    const nv_csl_variable variable = variable_of(member->name);

    return readers[nv_csl_variable_class(variable)](builder, variable, member);
}

const nv_csl_item *nv_csl_item_of_json(const nv_json *object, nv_arena *arena,
                                       nv_error *err)
{
    const char *id = nv_csl_json_text(nv_json_member(object, "id"));
    const char *type = nv_json_text(object, "type");
    nv_csl_item_builder builder = {.arena = arena, .id = id};
    const nv_csl_item *item;

    if (object->type != NV_JSON_OBJECT || !id || *id == '\0') {
        fail_at(err, object, "here is an item without an id");
        return NULL;
    }
    if (type)
        builder.type = nv_csl_type_of(type, strlen(type));
    for (const nv_json *member = object->first; member; member = member->next) {
        if (!check_names(member, err))
            return NULL;
        if (!read_member(&builder, member)) {
            no_memory(err);
            return NULL;
        }
    }
    item = nv_csl_item_finish(&builder);
    if (!item)
        no_memory(err);
    return item;
}

/* Lists of items */

typedef struct {
    const char *id;
    const nv_json *at;
} place;

static int compare_places(const void *a, const void *b)
{
    const place *left = a, *right = b;
    const int order = strcmp(left->id, right->id);

    return order ? order : left->at->line - right->at->line;
}

static bool check_ids(const nv_csl_item *const *items, const nv_json *array,
                      size_t count, nv_arena *arena, nv_error *err)
{
    place *places = nv_arena_array(arena, count, sizeof *places);
    const nv_json *object = array->first;

    if (!places)
        return no_memory(err);
    for (size_t i = 0; i < count; i++, object = object->next)
        places[i] = (place){items[i]->id, object};
    qsort(places, count, sizeof *places, compare_places);
    for (size_t i = 1; i < count; i++)
        if (strcmp(places[i - 1].id, places[i].id) == 0)
            return fail_at(err, places[i].at,
                           "this item has the id of another");
    return true;
}

static const nv_csl_item *const *
read_array(const nv_json *array, nv_arena *arena, size_t *count, nv_error *err)
{
    const nv_csl_item **items;
    size_t at = 0;

    if (array->type != NV_JSON_ARRAY) {
        fail_at(err, array, "they have to be an array");
        return NULL;
    }
    *count = count_children(array);
    items = nv_arena_array(arena, *count, sizeof *items);
    if (!items) {
        no_memory(err);
        return NULL;
    }
    for (const nv_json *one = array->first; one; one = one->next)
        if (!(items[at++] = nv_csl_item_of_json(one, arena, err)))
            return NULL;
    return check_ids(items, array, *count, arena, err) ? items : NULL;
}

const nv_csl_item *const *nv_csl_items_read(const char *json, size_t len,
                                            nv_arena *arena, size_t *count,
                                            nv_error *err)
{
    const nv_json *array = nv_json_read(json, len, arena, err);

    *count = 0;
    return array ? read_array(array, arena, count, err) : NULL;
}
