/* SPDX-License-Identifier: MPL-2.0 */
/* The rules inside one record: languages, dates, quotations and sources. What
 * is missing or no word of the schema is said by the schema and passed over
 * here. */
#include "registry/check/records.h"

#include <string.h>

#include "base/array.h"
#include "registry/element.h"
#include "registry/event.h"

typedef nv_check_record record;

static const xmlNode *child_of(const xmlNode *node, const char *name)
{
    return node ? nv_element_named(node->children, name) : NULL;
}

/* Walking the children of one name. */
#define EACH(child, parent, name)                  \
    const xmlNode *child = child_of(parent, name); \
    child;                                         \
    child = nv_element_named(child->next, name)

/* Whether the attribute is there and is the word. */
static bool says(nv_checker *checker, const xmlNode *node, const char *name,
                 const char *word)
{
    const char *value = nv_checker_attribute(checker, node, name);

    return value && strcmp(value, word) == 0;
}

/* Dates */

/* A text that has the form of a date, which the schema asks for. */
static bool has_form_of_date(const char *iso)
{
    static const char form[] = "0000-00-00";
    const size_t len = strlen(iso);

    if (len != 4 && len != 7 && len != 10)
        return false;
    for (size_t i = 0; i < len; i++)
        if (form[i] == '0' ? iso[i] < '0' || iso[i] > '9' : iso[i] != '-')
            return false;
    return true;
}

static void check_day(nv_checker *checker, const record *event,
                      const xmlNode *node, const char *iso)
{
    nv_days days;

    if (has_form_of_date(iso) && !nv_days_from_iso(iso, &days))
        nv_checker_fault(checker, event, node,
                         "“%s” is in no calendar (after the year 1000).", iso);
}

/* The dates of an element, and those of all elements in it. */
static void check_days(nv_checker *checker, const record *event,
                       const xmlNode *node)
{
    static const char *const names[] = {"iso", "end"};
    const xmlNode *child = nv_element_skip(node->children);

    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        const char *iso = nv_checker_attribute(checker, node, names[i]);

        if (iso)
            check_day(checker, event, node, iso);
    }
    if (strcmp((const char *)node->name, "date") == 0)
        check_day(checker, event, node, nv_checker_text(checker, node));
    for (; child; child = nv_element_skip(child->next))
        check_days(checker, event, child);
}

static bool read_days(nv_checker *checker, const xmlNode *node,
                      const char *name, nv_days *days)
{
    const char *iso = node ? nv_checker_attribute(checker, node, name) : NULL;

    return iso && nv_days_from_iso(iso, days);
}

static void check_span(nv_checker *checker, const record *event,
                       const xmlNode *date)
{
    const char *iso = nv_checker_attribute(checker, date, "iso");
    const char *end = nv_checker_attribute(checker, date, "end");
    const bool is_month = says(checker, date, "precision", "month");
    nv_days first, last;

    if (!read_days(checker, date, "iso", &first))
        return;
    if ((is_month || says(checker, date, "precision", "day")) &&
        is_month != (strlen(iso) == strlen("1954-02")))
        nv_checker_fault(checker, event, date,
                         "The precision is a %s, and “%s” is none.",
                         is_month ? "month" : "day", iso);
    if (!read_days(checker, date, "end", &last))
        return;
    if (last.first <= first.first)
        nv_checker_fault(checker, event, date,
                         "The event ends (%s) before it begins (%s) or with "
                         "it.",
                         end, iso);
    else if (strlen(end) != strlen(iso))
        nv_checker_fault(checker, event, date,
                         "One of “%s” and “%s” is a day, the other a month.",
                         iso, end);
}

/* What can't happen before something else has. Not so sending and delivering:
 * a note may be delivered to one government before it is sent to another. */
static const struct {
    nv_date_what first, then;
} order[] = {
    {NV_DATE_BEGUN, NV_DATE_ENDED},
    {NV_DATE_SIGNED, NV_DATE_IN_FORCE},
};

/* The variant of that word that begins last. */
static const xmlNode *latest(nv_checker *checker, const xmlNode *date,
                             const char *what)
{
    const xmlNode *found = NULL;
    nv_days days, latest_days = {0, 0};

    for (EACH(variant, date, "variant")) {
        if (!says(checker, variant, "what", what) ||
            !read_days(checker, variant, "iso", &days) ||
            days.first < latest_days.first)
            continue;
        found = variant;
        latest_days = days;
    }
    return found;
}

static void check_order(nv_checker *checker, const record *event,
                        const xmlNode *date, const char *first,
                        const char *then)
{
    const xmlNode *before = latest(checker, date, first);
    nv_days days, days_before;

    if (!before || !read_days(checker, before, "iso", &days_before))
        return;
    for (EACH(variant, date, "variant"))
        if (says(checker, variant, "what", then) &&
            read_days(checker, variant, "iso", &days) &&
            days.last < days_before.first)
            nv_checker_fault(checker, event, variant,
                             "It was %s (%s) before it was %s (%s).", then,
                             nv_checker_attribute(checker, variant, "iso"),
                             first,
                             nv_checker_attribute(checker, before, "iso"));
}

static void check_variants(nv_checker *checker, const record *event,
                           const xmlNode *date)
{
    xmlHashTable *met = nv_checker_table(checker);

    for (EACH(variant, date, "variant")) {
        const char *iso = nv_checker_attribute(checker, variant, "iso");
        const char *what = nv_checker_attribute(checker, variant, "what");

        if (what && !nv_checker_is_new(checker, met, variant, iso, what))
            nv_checker_fault(checker, event, variant,
                             "The variant “%s” (%s) is there twice.", iso,
                             what);
    }
    xmlHashFree(met, NULL);
    for (size_t i = 0; i < NV_COUNT_OF(order); i++)
        check_order(checker, event, date, nv_date_what_word(order[i].first),
                    nv_date_what_word(order[i].then));
}

static void check_in_force(nv_checker *checker, const record *event)
{
    const xmlNode *in_force =
        child_of(child_of(event->node, "treaty"), "in-force");
    nv_days days, event_days;

    if (read_days(checker, in_force, "iso", &days) &&
        nv_checker_days(checker, event, &event_days) &&
        days.last < event_days.first)
        nv_checker_fault(checker, event, in_force,
                         "The treaty is in force (%s) before its date.",
                         nv_checker_attribute(checker, in_force, "iso"));
}

static void check_dates(nv_checker *checker, const record *event)
{
    const xmlNode *date = child_of(event->node, "date");

    check_days(checker, event, event->node);
    if (date) {
        check_span(checker, event, date);
        check_variants(checker, event, date);
    }
    check_in_force(checker, event);
}

/* The document */

static void check_document(nv_checker *checker, const record *event)
{
    const xmlNode *document = child_of(event->node, "document");

    if (!document)
        return;
    if (!says(checker, document, "none", "true")) {
        if (!child_of(document, "description"))
            nv_checker_fault(checker, event, document,
                             "<document> has neither a <description> nor "
                             "none=\"true\".");
    } else if (nv_element_skip(document->children)) {
        nv_checker_fault(checker, event, document,
                         "<document> says none=\"true\", and describes one.");
    }
}

/* Sources and quotations */

/* Enters the sources of the event by key. */
static void check_sources(nv_checker *checker, const record *event,
                          xmlHashTable *sources)
{
    for (EACH(source, event->node, "source")) {
        const char *key = nv_checker_attribute(checker, source, "key");

        if (!nv_checker_is_new(checker, sources, source, key, NULL))
            nv_checker_fault(checker, event, source,
                             "Another source of the event has the key “%s”.",
                             key);
    }
}

/* A title alone leads nobody to a source: something must say who made it or
 * where it stands. */
static bool can_be_named(const xmlNode *source)
{
    static const char *const ways[] = {
        "author", "editor",    "container",   "collection",  "series",
        "number", "publisher", "archive-ref", "institution", "url"};

    for (size_t i = 0; i < NV_COUNT_OF(ways); i++)
        if (child_of(source, ways[i]))
            return true;
    return false;
}

static void check_source_of(nv_checker *checker, const record *event,
                            const xmlNode *quotation, xmlHashTable *sources)
{
    const char *key = nv_checker_attribute(checker, quotation, "source");
    const xmlNode *source =
        key ? xmlHashLookup(sources, (const xmlChar *)key) : NULL;

    if (!key)
        return;
    if (!source)
        nv_checker_fault(checker, event, quotation,
                         "The source “%s” of the quotation is none of the "
                         "event.",
                         key);
    else if (!says(checker, quotation, "ship", "false") &&
             !can_be_named(source))
        nv_checker_fault(checker, event, quotation,
                         "The quotation is offered, and its source “%s” can't "
                         "be named: it says nothing of who made it or where "
                         "it stands.",
                         key);
}

static void check_whose(nv_checker *checker, const record *event,
                        const xmlNode *quotation)
{
    const bool has_of = child_of(quotation, "of") != NULL;
    const bool is_own =
        says(checker, quotation, "role", nv_role_word(NV_ROLE_DOCUMENT));
    const bool is_others =
        says(checker, quotation, "role", nv_role_word(NV_ROLE_RELATED)) ||
        says(checker, quotation, "role", nv_role_word(NV_ROLE_COMMENTARY));

    if (is_others && !has_of)
        nv_checker_fault(checker, event, quotation,
                         "Words of another document and words about the event "
                         "need an <of>, which says whose they are.");
    if (is_own && has_of)
        nv_checker_fault(checker, event, quotation,
                         "Words of the document itself have no <of>.");
}

static void check_quotations(nv_checker *checker, const record *event)
{
    xmlHashTable *sources = nv_checker_table(checker);
    xmlHashTable *numbers = nv_checker_table(checker);

    check_sources(checker, event, sources);
    for (EACH(quotation, event->node, "quotation")) {
        const char *number = nv_checker_attribute(checker, quotation, "number");

        if (!nv_checker_is_new(checker, numbers, quotation, number, NULL))
            nv_checker_fault(checker, event, quotation,
                             "Another quotation of the event has the number "
                             "%s.",
                             number);
        check_source_of(checker, event, quotation, sources);
        check_whose(checker, event, quotation);
    }
    xmlHashFree(sources, NULL);
    xmlHashFree(numbers, NULL);
}

/* All records */

/* Elements that come once, in whatever language: the schema sees to them. */
static bool comes_once(const xmlNode *node)
{
    static const char *const once[][2] = {
        {"document", "title"}, {"quotation", "text"}, {"statement", "words"}};

    for (size_t i = 0; i < NV_COUNT_OF(once); i++)
        if (strcmp((const char *)node->parent->name, once[i][0]) == 0 &&
            strcmp((const char *)node->name, once[i][1]) == 0)
            return true;
    return false;
}

static void check_languages(nv_checker *checker, const record *record,
                            const xmlNode *node)
{
    const xmlNode *child = nv_element_skip(node->children);
    xmlHashTable *met = child ? nv_checker_table(checker) : NULL;

    for (; child; child = nv_element_skip(child->next)) {
        const char *name = (const char *)child->name;
        const char *tag = nv_checker_attribute(checker, child, "xml:lang");

        if (tag && !comes_once(child) &&
            !nv_checker_is_new(checker, met, child, name, tag))
            nv_checker_fault(checker, record, child,
                             "<%s> comes twice in “%s”.", name, tag);
        check_languages(checker, record, child);
    }
    xmlHashFree(met, NULL);
}

static void check_all_languages(nv_checker *checker,
                                const nv_check_records *records)
{
    for (size_t i = 0; i < records->count; i++)
        check_languages(checker, &records->items[i], records->items[i].node);
}

void nv_check_events(nv_checker *checker)
{
    check_all_languages(checker, &checker->events);
    check_all_languages(checker, &checker->names);
    check_all_languages(checker, &checker->statements);
    for (size_t i = 0; i < checker->events.count; i++) {
        const record *event = &checker->events.items[i];

        check_dates(checker, event);
        check_document(checker, event);
        check_quotations(checker, event);
    }
}
