/* SPDX-License-Identifier: MPL-2.0 */
/* See element.h. */
#include "registry/element.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registry/event.h"
#include "registry/trouble.h"
#include "registry/xml.h"

static_assert(sizeof(nv_kind) == sizeof(int), "an enumeration is an int");

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

bool nv_element_fail(const nv_element_context *context, const xmlNode *node,
                     const char *format, ...)
{
    char what[200];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return nv_trouble(context->err, NV_ERROR_FORMAT, nv_xml_line(node),
                      context->file, what);
}

bool nv_element_no_memory(const nv_element_context *context)
{
    return nv_trouble(context->err, NV_ERROR_MEMORY, 0, context->file, NULL);
}

const xmlNode *nv_element_skip(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

const xmlNode *nv_element_named(const xmlNode *node, const char *name)
{
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp(name_of(node), name) == 0)
            return node;
    return NULL;
}

/* Attributes of no namespace go by their name, those of the XML namespace by
 * "xml:" and their name; no others exist here. */
static bool is_attribute(const xmlAttr *attribute, const char *name)
{
    if (attribute->ns) {
        if (!xmlStrEqual(attribute->ns->href, XML_XML_NAMESPACE) ||
            strncmp(name, "xml:", 4) != 0)
            return false;
        name += 4;
    }
    return strcmp((const char *)attribute->name, name) == 0;
}

static const xmlAttr *find_attribute(const xmlNode *node, const char *name)
{
    const xmlAttr *a = node->properties;

    while (a && !is_attribute(a, name))
        a = a->next;
    return a;
}

const char *nv_element_attribute(const xmlNode *node, const char *name)
{
    const xmlAttr *attribute = find_attribute(node, name);
    const xmlNode *text = attribute ? attribute->children : NULL;

    if (!attribute)
        return NULL;
    return text && text->content ? (const char *)text->content : "";
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copies bytes to `to`, white space as one space; what stands at `to` already
 * decides whether a space is wanted. Returns the new end. */
static char *copy_collapsed(char *start, char *to, const char *from)
{
    for (; *from; from++) {
        if (!is_space(*from))
            *to++ = *from;
        else if (to > start && to[-1] != ' ')
            *to++ = ' ';
    }
    return to;
}

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* Comments part no words. */
const char *nv_element_text(nv_arena *arena, const xmlNode *children)
{
    size_t len = 0;
    char *start, *end;

    for (const xmlNode *n = children; n; n = n->next)
        if (is_text(n))
            len += strlen((const char *)n->content);
    start = end = nv_arena_alloc(arena, len + 1);
    if (!start)
        return NULL;
    for (const xmlNode *n = children; n; n = n->next)
        if (is_text(n))
            end = copy_collapsed(start, end, (const char *)n->content);
    if (end > start && end[-1] == ' ')
        end--;
    *end = '\0';
    return start;
}

const char *nv_element_word(nv_arena *arena, const xmlNode *node,
                            const char *name)
{
    const char *raw = nv_element_attribute(node, name);

    if (!raw || !strpbrk(raw, " \t\n\r"))
        return raw;
    return nv_element_text(arena, find_attribute(node, name)->children);
}

static const char *copy_text(const nv_element_context *context,
                             const xmlNode *children)
{
    const char *text = nv_element_text(context->arena, children);

    if (!text)
        nv_element_no_memory(context);
    return text;
}

static void *at(void *object, size_t offset)
{
    return (char *)object + offset;
}

static void set_pointer(void *object, size_t offset, const void *pointer)
{
    memcpy(at(object, offset), &pointer, sizeof pointer);
}

/* Reading one value: `text` is collapsed and kept by the arena. */

static const char *const no_yes[] = {"false", "true"};
static const nv_words truth = {no_yes, 2};

static bool read_word(const nv_element_context *context, const xmlNode *node,
                      const nv_shape_member *member, const char *text,
                      void *object)
{
    const nv_words *words = member->words ? member->words : &truth;
    int value = nv_words_find(words, text);

    if (value < 0)
        return nv_element_fail(context, node,
                               "“%.40s” is no value of %s of <%s>", text,
                               member->name, name_of(node));
    if (member->type == NV_MEMBER_WORD)
        memcpy(at(object, member->offset), &value, sizeof value);
    else if (member->type == NV_MEMBER_FLAG)
        *(bool *)at(object, member->offset) = value == 1;
    else
        *(char *)at(object, member->offset) = words->items[value][0];
    return true;
}

static bool read_number(const nv_element_context *context, const xmlNode *node,
                        const nv_shape_member *member, const char *text,
                        void *object)
{
    char *end;
    long value = strtol(text, &end, 10);

    if (*end || text[0] < '1' || text[0] > '9' || value > 255)
        return nv_element_fail(context, node,
                               "%s of <%s> must be a number from 1 to 255",
                               member->name, name_of(node));
    *(int *)at(object, member->offset) = (int)value;
    return true;
}

static bool read_value(const nv_element_context *context, const xmlNode *node,
                       const nv_shape_member *member, const xmlNode *children,
                       void *object)
{
    const char *text = copy_text(context, children);

    if (!text)
        return false;
    if (!text[0])
        return nv_element_fail(context, node, "%s of <%s> is empty",
                               member->name, name_of(node));
    switch (member->type) {
    case NV_MEMBER_TEXT:
        set_pointer(object, member->offset, text);
        return true;
    case NV_MEMBER_NUMBER:
        return read_number(context, node, member, text, object);
    case NV_MEMBER_UNKEPT:
        return true;
    default:
        return read_word(context, node, member, text, object);
    }
}

/* An element that holds a text alone: attributes none but xml:lang, and that
 * only where the language is kept. */
static const char *read_plain(const nv_element_context *context,
                              const xmlNode *node, bool has_language)
{
    const char *text;

    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!has_language || !is_attribute(a, "xml:lang")) {
            nv_element_fail(context, node, "<%s> has no attribute “%.40s”",
                            name_of(node), (const char *)a->name);
            return NULL;
        }
    if (nv_element_skip(node->children)) {
        nv_element_fail(context, node, "<%s> holds text and no elements",
                        name_of(node));
        return NULL;
    }
    text = copy_text(context, node->children);
    if (text && !text[0]) {
        nv_element_fail(context, node, "<%s> is empty", name_of(node));
        return NULL;
    }
    return text;
}

static bool read_in_language(const nv_element_context *context,
                             const xmlNode *node, const nv_shape_member *member,
                             void *object)
{
    const char *tag = nv_element_attribute(node, "xml:lang");
    const char **texts = at(object, member->offset);
    const char *text = read_plain(context, node, true);

    if (!text)
        return false;
    for (size_t i = 0; tag && i < member->size; i++) {
        if (strcmp(tag, nv_language_code((nv_language)i)) != 0)
            continue;
        if (texts[i])
            return nv_element_fail(context, node, "<%s> comes twice in “%s”",
                                   name_of(node), tag);
        texts[i] = text;
        return true;
    }
    return nv_element_fail(context, node,
                           "xml:lang of <%s> is missing, or none of the "
                           "languages that are kept",
                           name_of(node));
}

static size_t count_of_name(const xmlNode *node, const char *name)
{
    size_t count = 0;

    while ((node = nv_element_named(node, name)) != NULL) {
        count++;
        node = node->next;
    }
    return count;
}

/* Reads `node` and every later sibling of its name. */
static bool read_texts(const nv_element_context *context, const xmlNode *node,
                       const nv_shape_member *member, void *object)
{
    size_t count = count_of_name(node, member->name);
    const char **items = nv_arena_array(context->arena, count, sizeof *items);
    nv_texts *texts = at(object, member->offset);

    if (!items)
        return nv_element_no_memory(context);
    for (size_t i = 0; i < count; i++, node = node->next) {
        node = nv_element_named(node, member->name);
        items[i] = read_plain(context, node, false);
        if (!items[i])
            return false;
    }
    texts->items = items;
    texts->count = count;
    return true;
}

static bool read_structs(const nv_element_context *context, const xmlNode *node,
                         const nv_shape_member *member, void *object)
{
    const size_t size = member->shape->size;
    size_t count = member->type == NV_MEMBER_STRUCT
                       ? 1
                       : count_of_name(node, member->name);
    char *items = nv_arena_array(context->arena, count, size);

    if (!items)
        return nv_element_no_memory(context);
    for (size_t i = 0; i < count; i++, node = node->next) {
        node = nv_element_named(node, member->name);
        if (!nv_element_read(context, node, member->shape, items + i * size))
            return false;
    }
    set_pointer(object, member->offset, items);
    if (member->type == NV_MEMBER_STRUCTS)
        memcpy(at(object, member->size), &count, sizeof count);
    return true;
}

/* The members of one element. */

static bool read_child(const nv_element_context *context, const xmlNode *child,
                       const nv_shape_member *member, void *object)
{
    const char *text;

    switch (member->type) {
    case NV_MEMBER_LANGUAGES:
        return read_in_language(context, child, member, object);
    case NV_MEMBER_TEXTS:
        return read_texts(context, child, member, object);
    case NV_MEMBER_STRUCT:
    case NV_MEMBER_STRUCTS:
        return read_structs(context, child, member, object);
    case NV_MEMBER_INSIDE:
        return nv_element_read(context, child, member->shape,
                               at(object, member->offset));
    case NV_MEMBER_TEXT:
        text = read_plain(context, child, false);
        set_pointer(object, member->offset, text);
        return text != NULL;
    default:
        return read_plain(context, child, false) != NULL;
    }
}

/* A bit for each member of the shape that has been read. */
typedef uint64_t seen_set;

static seen_set bit_of(const nv_shape *shape, const nv_shape_member *member)
{
    return (seen_set)1 << (member - shape->members);
}

static bool read_attributes(const nv_element_context *context,
                            const xmlNode *node, const nv_shape *shape,
                            void *object, seen_set *seen)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const nv_shape_member *member = NULL;

        for (size_t i = 0; i < shape->member_count && !member; i++)
            if (shape->members[i].name[0] == '@' &&
                is_attribute(a, shape->members[i].name + 1))
                member = &shape->members[i];
        if (!member)
            return nv_element_fail(context, node,
                                   "<%s> has no attribute “%.40s”",
                                   name_of(node), (const char *)a->name);
        if (!read_value(context, node, member, a->children, object))
            return false;
        *seen |= bit_of(shape, member);
    }
    return true;
}

static const nv_shape_member *member_of_child(const nv_shape *shape,
                                              const xmlNode *child)
{
    if (child->ns)
        return NULL;
    for (size_t i = 0; i < shape->member_count; i++)
        if (strcmp(shape->members[i].name, name_of(child)) == 0)
            return &shape->members[i];
    return NULL;
}

static bool may_repeat(const nv_shape_member *member)
{
    return member->type == NV_MEMBER_TEXTS ||
           member->type == NV_MEMBER_STRUCTS ||
           member->type == NV_MEMBER_LANGUAGES;
}

static bool read_children(const nv_element_context *context,
                          const xmlNode *node, const nv_shape *shape,
                          void *object, seen_set *seen)
{
    const xmlNode *child = nv_element_skip(node->children);

    for (; child; child = nv_element_skip(child->next)) {
        const nv_shape_member *member = member_of_child(shape, child);
        bool again;

        if (!member)
            return nv_element_fail(context, child,
                                   "<%.40s> has no place in <%s>",
                                   name_of(child), name_of(node));
        again = (*seen & bit_of(shape, member)) != 0;
        if (again && !may_repeat(member))
            return nv_element_fail(context, child, "<%s> comes twice in <%s>",
                                   name_of(child), name_of(node));
        /* Lists are read whole at their first element. */
        if (again && member->type != NV_MEMBER_LANGUAGES)
            continue;
        if (!read_child(context, child, member, object))
            return false;
        *seen |= bit_of(shape, member);
    }
    return true;
}

static bool has_words(const xmlNode *children)
{
    for (const xmlNode *n = children; n; n = n->next) {
        if (!is_text(n))
            continue;
        for (const char *c = (const char *)n->content; *c; c++)
            if (!is_space(*c))
                return true;
    }
    return false;
}

static bool read_own_text(const nv_element_context *context,
                          const xmlNode *node, const nv_shape *shape,
                          void *object, seen_set *seen)
{
    if (!has_words(node->children))
        return true;
    for (size_t i = 0; i < shape->member_count; i++) {
        const nv_shape_member *member = &shape->members[i];

        if (strcmp(member->name, ".") != 0)
            continue;
        *seen |= bit_of(shape, member);
        return read_value(context, node, member, node->children, object);
    }
    return nv_element_fail(context, node, "<%s> holds elements and no text",
                           name_of(node));
}

static bool read_members(const nv_element_context *context, const xmlNode *node,
                         const nv_shape *shape, void *object)
{
    seen_set seen = 0;

    if (!read_attributes(context, node, shape, object, &seen) ||
        !read_children(context, node, shape, object, &seen) ||
        !read_own_text(context, node, shape, object, &seen))
        return false;
    for (size_t i = 0; i < shape->member_count; i++)
        if (shape->members[i].is_required && !(seen & (seen_set)1 << i))
            return nv_element_fail(context, node, "<%s> has no %s",
                                   name_of(node), shape->members[i].name);
    return true;
}

bool nv_element_read(const nv_element_context *context, const xmlNode *node,
                     const nv_shape *shape, void *object)
{
    if (shape->initial)
        memcpy(object, shape->initial, shape->size);
    return read_members(context, node, shape, object) &&
           (!shape->check || shape->check(context, node, object));
}
