/* SPDX-License-Identifier: MPL-2.0 */
/* The rules for what leads from one record to another. */
#include "registry/check/records.h"

#include <string.h>

#include "registry/check/relation.h"
#include "registry/element.h"
#include "registry/format.h"
#include "registry/xml.h"

typedef nv_check_record record;

static const xmlNode *first_relation(const record *event)
{
    return nv_element_named(event->node->children, "relation");
}

static const xmlNode *next_relation(const xmlNode *relation)
{
    return nv_element_named(relation->next, "relation");
}

static const char *type_of(nv_checker *checker, const xmlNode *relation)
{
    const char *type = nv_checker_attribute(checker, relation, "type");

    return type ? type : "";
}

static bool leads_to(nv_checker *checker, const xmlNode *relation,
                     const record *event)
{
    const char *target = nv_checker_attribute(checker, relation, "target");
    const char *id = nv_checker_attribute(checker, event->node, "id");

    return target && id && strcmp(target, id) == 0;
}

/* What can be no id is said by the schema, and of nothing else is it said that
 * it leads nowhere. While a file could not be read, it may be there. */
static bool must_be_there(const nv_checker *checker, const char *id)
{
    return checker->is_whole && id && id[0] && nv_is_id(id);
}

/* Relations by what they lead from and to, and by their order in time, of which
 * two events can't both say the same. */
typedef xmlHashTable relations;

static const xmlChar *word_of_order(const char *type)
{
    static const char *const words[] = {"later", "no", "earlier"};

    return (const xmlChar *)words[nv_relation_order(type) + 1];
}

/* Of several that say the same, the first will do. */
static void enter_relation(nv_checker *checker, relations *all,
                           const record *event, const xmlNode *relation)
{
    const xmlChar *id =
        (const xmlChar *)nv_checker_attribute(checker, event->node, "id");
    const xmlChar *target =
        (const xmlChar *)nv_checker_attribute(checker, relation, "target");
    const xmlChar *word = word_of_order(type_of(checker, relation));

    if (!id || !target || nv_relation_order(type_of(checker, relation)) == 0 ||
        xmlHashLookup3(all, id, target, word))
        return;
    if (xmlHashAddEntry3(all, id, target, word, (xmlNode *)relation) != 0)
        checker->faults->failed = true;
}

static void check_other_side(nv_checker *checker, relations *all,
                             const record *event, const xmlNode *relation,
                             const record *target)
{
    const xmlNode *other = xmlHashLookup3(
        all, (const xmlChar *)nv_checker_attribute(checker, relation, "target"),
        (const xmlChar *)nv_checker_attribute(checker, event->node, "id"),
        word_of_order(type_of(checker, relation)));

    if (other)
        nv_checker_fault(
            checker, event, relation,
            "“%s” contradicts what the other event says: “%s” (%s:%d).",
            type_of(checker, relation), type_of(checker, other), target->file,
            nv_xml_line(other));
}

static void check_times(nv_checker *checker, const record *event,
                        const xmlNode *relation, const record *target)
{
    const int order = nv_relation_order(type_of(checker, relation));
    nv_days days, target_days;

    if (!nv_checker_days(checker, event, &days) ||
        !nv_checker_days(checker, target, &target_days))
        return;
    if ((order < 0 && target_days.first > days.last) ||
        (order > 0 && target_days.last < days.first))
        nv_checker_fault(checker, event, relation,
                         "“%s” can't be said of an event that came %s.",
                         type_of(checker, relation),
                         order < 0 ? "later" : "earlier");
}

static void check_relation(nv_checker *checker, relations *all,
                           const record *event, const xmlNode *relation)
{
    const char *id = nv_checker_attribute(checker, relation, "target");
    const record *target = id ? nv_checker_find(&checker->events, id) : NULL;

    if (leads_to(checker, relation, event)) {
        nv_checker_fault(checker, event, relation,
                         "The event has a relation to itself.");
    } else if (target) {
        check_other_side(checker, all, event, relation, target);
        check_times(checker, event, relation, target);
    } else if (must_be_there(checker, id)) {
        nv_checker_fault(checker, event, relation,
                         "There is no event “%s” in these files.", id);
    }
}

static void check_relations(nv_checker *checker, relations *all,
                            const record *event)
{
    xmlHashTable *met = nv_checker_table(checker);
    const xmlNode *relation = first_relation(event);

    for (; relation; relation = next_relation(relation)) {
        const char *target = nv_checker_attribute(checker, relation, "target");

        if (nv_checker_is_new(checker, met, relation, target,
                              type_of(checker, relation)))
            check_relation(checker, all, event, relation);
        else
            nv_checker_fault(checker, event, relation,
                             "The relation “%s” to “%s” is there twice.",
                             type_of(checker, relation), target);
    }
    xmlHashFree(met, NULL);
}

/* What kind of record the files bring none of is looked up in the shipped pack
 * if they are of that pack. */
static bool is_shipped(const nv_checker *checker,
                       const nv_check_records *records)
{
    return records->count == 0 && checker->shipped && checker->pack &&
           strcmp(checker->pack, nv_registry_pack(checker->shipped)) == 0;
}

static bool has_event(const nv_checker *checker, const char *id)
{
    return nv_checker_find(&checker->events, id) ||
           (is_shipped(checker, &checker->events) &&
            nv_index_by_id(nv_registry_index(checker->shipped), id) !=
                NV_NO_RECORD);
}

static bool is_shipped_statement(const nv_index *index, const char *id)
{
    const uint32_t end = nv_index_record_count(index);

    for (uint32_t i = nv_index_event_count(index); i < end; i++) {
        const char *one = nv_index_statement_id(index, i);

        if (one && strcmp(one, id) == 0)
            return true;
    }
    return false;
}

static bool has_statement(const nv_checker *checker, const char *id)
{
    return nv_checker_find(&checker->statements, id) ||
           (is_shipped(checker, &checker->statements) &&
            is_shipped_statement(nv_registry_index(checker->shipped), id));
}

static void check_statements_of(nv_checker *checker, const record *event)
{
    const xmlNode *node = nv_element_named(event->node->children, "statement");

    for (; node; node = nv_element_named(node->next, "statement")) {
        const char *id = nv_checker_text(checker, node);

        if (checker->is_whole && id[0] && !has_statement(checker, id))
            nv_checker_fault(checker, event, node,
                             "There is no statement “%s” in these files.", id);
    }
}

static void check_events_of(nv_checker *checker, const record *statement)
{
    const xmlNode *node = nv_element_named(statement->node->children, "event");

    for (; node; node = nv_element_named(node->next, "event")) {
        const char *id = nv_checker_text(checker, node);

        if (must_be_there(checker, id) && !has_event(checker, id))
            nv_checker_fault(checker, statement, node,
                             "There is no event “%s” in these files.", id);
    }
}

void nv_check_links(nv_checker *checker)
{
    const nv_check_records *events = &checker->events;
    relations *all = nv_checker_table(checker);

    for (size_t i = 0; i < events->count; i++) {
        const xmlNode *relation = first_relation(&events->items[i]);

        for (; relation; relation = next_relation(relation))
            enter_relation(checker, all, &events->items[i], relation);
    }
    for (size_t i = 0; i < events->count; i++) {
        check_relations(checker, all, &events->items[i]);
        check_statements_of(checker, &events->items[i]);
    }
    xmlHashFree(all, NULL);
    for (size_t i = 0; i < checker->statements.count; i++)
        check_events_of(checker, &checker->statements.items[i]);
}
