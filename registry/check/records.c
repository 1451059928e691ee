/* SPDX-License-Identifier: MPL-2.0 */
/* See records.h. */
#include "registry/check/records.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/element.h"
#include "registry/xml.h"

/* Where a record stands in its list: the list moves when it grows. */
typedef struct {
    size_t index;
} place;

bool nv_checker_init(nv_checker *checker, nv_faults *faults,
                     const nv_registry *shipped)
{
    *checker = (nv_checker){.faults = faults,
                            .shipped = shipped,
                            .is_whole = true,
                            .keys = xmlHashCreate(0)};
    checker->events.by_name = xmlHashCreate(0);
    checker->names.by_name = xmlHashCreate(0);
    checker->statements.by_name = xmlHashCreate(0);
    return checker->keys && checker->events.by_name && checker->names.by_name &&
           checker->statements.by_name;
}

static void release_records(nv_check_records *records)
{
    free(records->items);
    xmlHashFree(records->by_name, NULL);
}

void nv_checker_release(nv_checker *checker)
{
    release_records(&checker->events);
    release_records(&checker->names);
    release_records(&checker->statements);
    xmlHashFree(checker->keys, NULL);
    nv_arena_release(&checker->arena);
    memset(checker, 0, sizeof *checker);
}

const char *nv_checker_text(nv_checker *checker, const xmlNode *node)
{
    const char *text =
        node ? nv_element_text(&checker->arena, node->children) : "";

    checker->faults->failed = checker->faults->failed || !text;
    return text ? text : "";
}

const char *nv_checker_attribute(nv_checker *checker, const xmlNode *node,
                                 const char *name)
{
    const char *word = nv_element_word(&checker->arena, node, name);

    if (!word && nv_element_attribute(node, name))
        checker->faults->failed = true;
    return word;
}

xmlHashTable *nv_checker_table(nv_checker *checker)
{
    xmlHashTable *table = xmlHashCreate(8);

    checker->faults->failed = checker->faults->failed || !table;
    return table;
}

bool nv_checker_is_new(nv_checker *checker, xmlHashTable *met,
                       const xmlNode *node, const char *first,
                       const char *second)
{
    const xmlChar *one = (const xmlChar *)first, *two = (const xmlChar *)second;

    if (!first || xmlHashLookup2(met, one, two))
        return !first;
    if (xmlHashAddEntry2(met, one, two, (xmlNode *)node) != 0)
        checker->faults->failed = true;
    return true;
}

bool nv_checker_days(nv_checker *checker, const nv_check_record *event,
                     nv_days *days)
{
    const xmlNode *date = nv_element_named(event->node->children, "date");
    const char *iso = date ? nv_checker_attribute(checker, date, "iso") : NULL;
    const char *end = date ? nv_checker_attribute(checker, date, "end") : NULL;
    nv_days last;

    if (!iso || !nv_days_from_iso(iso, days))
        return false;
    if (end && nv_days_from_iso(end, &last))
        days->last = last.last;
    return true;
}

const nv_check_record *nv_checker_find(const nv_check_records *records,
                                       const char *name)
{
    const place *found = xmlHashLookup(records->by_name, (const xmlChar *)name);

    return found ? &records->items[found->index] : NULL;
}

/* Adding a file. */

static bool make_room(nv_check_records *records)
{
    size_t capacity = records->capacity ? records->capacity * 2 : 64;
    nv_check_record *items;

    if (records->count < records->capacity)
        return true;
    items = realloc(records->items, capacity * sizeof *items);
    if (!items)
        return false;
    records->items = items;
    records->capacity = capacity;
    return true;
}

/* Enters the last record of the list under a name that must be its own; `what`
 * says what the name is. */
static void enter(nv_checker *checker, const nv_check_records *records,
                  xmlHashTable *table, const char *name, const char *what)
{
    const nv_check_record *last = &records->items[records->count - 1];
    const place *found = xmlHashLookup(table, (const xmlChar *)name);
    place *mine;

    if (!name[0])
        return;
    if (found) {
        const nv_check_record *first = &records->items[found->index];

        nv_checker_fault(checker, last, last->node,
                         "%s “%s” is taken already (%s:%d).", what, name,
                         first->file, nv_xml_line(first->node));
        return;
    }
    mine = nv_arena_alloc(&checker->arena, sizeof *mine);
    if (mine)
        mine->index = records->count - 1;
    if (!mine || xmlHashAddEntry(table, (const xmlChar *)name, mine) != 0)
        checker->faults->failed = true;
}

static const char *english_form(nv_checker *checker, const xmlNode *name)
{
    const xmlNode *form = nv_element_named(name->children, "form");

    for (; form; form = nv_element_named(form->next, "form")) {
        const char *tag = nv_checker_attribute(checker, form, "xml:lang");

        if (tag && strcmp(tag, nv_language_code(NV_LANGUAGE_EN)) == 0)
            return nv_checker_text(checker, form);
    }
    return NULL;
}

static void enter_event(nv_checker *checker, const xmlNode *node)
{
    const char *id = nv_checker_attribute(checker, node, "id");
    const char *key = nv_checker_attribute(checker, node, "key");

    if (id)
        enter(checker, &checker->events, checker->events.by_name, id, "The id");
    if (key)
        enter(checker, &checker->events, checker->keys, key, "The key");
}

static void enter_name(nv_checker *checker, const xmlNode *node)
{
    const char *form = english_form(checker, node);

    if (form)
        enter(checker, &checker->names, checker->names.by_name, form,
              "The name");
    else if (nv_element_named(node->children, "form"))
        nv_checker_fault(
            checker, &checker->names.items[checker->names.count - 1], node,
            "<name> has no English form, which events call it by.");
}

static void enter_statement(nv_checker *checker, const xmlNode *node)
{
    const char *id = nv_checker_attribute(checker, node, "id");

    if (id)
        enter(checker, &checker->statements, checker->statements.by_name, id,
              "The id");
}

static const struct {
    const char *element;
    size_t records; /* in nv_checker */
    void (*enter)(nv_checker *checker, const xmlNode *node);
} sorts[] = {
    {"event", offsetof(nv_checker, events), enter_event},
    {"name", offsetof(nv_checker, names), enter_name},
    {"statement", offsetof(nv_checker, statements), enter_statement},
};

static void add_record(nv_checker *checker, const xmlNode *node,
                       const char *file)
{
    for (size_t i = 0; i < NV_COUNT_OF(sorts); i++) {
        nv_check_records *records =
            (nv_check_records *)((char *)checker + sorts[i].records);

        if (strcmp((const char *)node->name, sorts[i].element) != 0)
            continue;
        if (!make_room(records)) {
            checker->faults->failed = true;
            return;
        }
        records->items[records->count++] = (nv_check_record){node, file};
        sorts[i].enter(checker, node);
    }
}

void nv_checker_add(nv_checker *checker, const xmlDoc *doc, const char *file)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
    const nv_check_record whole = {root, file};
    const char *pack = nv_checker_attribute(checker, root, "pack");
    const xmlNode *node = nv_element_skip(root->children);

    if (strcmp((const char *)root->name, "registry") != 0) {
        checker->is_whole = false;
        return;
    }
    if (pack && checker->pack && strcmp(pack, checker->pack) != 0)
        nv_checker_fault(checker, &whole, root,
                         "This is of the pack “%s”, other files are of “%s”.",
                         pack, checker->pack);
    checker->pack = checker->pack ? checker->pack : pack;
    for (; node; node = nv_element_skip(node->next))
        add_record(checker, node, file);
}
