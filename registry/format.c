/* SPDX-License-Identifier: MPL-2.0 */
/* See format.h. One table per element, in the order of event.h. */
#include "registry/format.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "registry/day.h"
#include "registry/registry.h"

/* Rows of the tables: T is the struct, then its member. */
#define TEXT(name, T, member)                                           \
    {                                                                   \
        name, NV_MEMBER_TEXT, offsetof(T, member), .is_required = false \
    }
#define NEEDED(name, T, member)                                        \
    {                                                                  \
        name, NV_MEMBER_TEXT, offsetof(T, member), .is_required = true \
    }
#define TEXTS(name, T, member)                                           \
    {                                                                    \
        name, NV_MEMBER_TEXTS, offsetof(T, member), .is_required = false \
    }
#define BILINGUAL(name, T, member, needed)                        \
    {                                                             \
        name, NV_MEMBER_LANGUAGES, offsetof(T, member),           \
            .is_required = needed, .size = NV_NOTE_LANGUAGE_COUNT \
    }
#define WORD(name, T, member, list)                                     \
    {                                                                   \
        name, NV_MEMBER_WORD, offsetof(T, member), .is_required = true, \
                                                   .words = &list       \
    }
#define FLAG(name, T, member)                                           \
    {                                                                   \
        name, NV_MEMBER_FLAG, offsetof(T, member), .is_required = false \
    }
/* An element whose attributes and text fill members of the same struct. */
#define PART(name, inner, needed)                                         \
    {                                                                     \
        name, NV_MEMBER_INSIDE, 0, .is_required = needed, .shape = &inner \
    }
#define STRUCTS(name, T, member, member_count, inner)                \
    {                                                                \
        name, NV_MEMBER_STRUCTS, offsetof(T, member),                \
            .is_required = false, .size = offsetof(T, member_count), \
            .shape = &inner                                          \
    }
#define UNKEPT(name)                                    \
    {                                                   \
        name, NV_MEMBER_UNKEPT, 0, .is_required = false \
    }
#define SHAPE(T, table) CHECKED(T, table, NULL)
#define CHECKED(T, table, checker)                           \
    {                                                        \
        .size = sizeof(T), .members = table,                 \
        .member_count = NV_COUNT_OF(table), .check = checker \
    }

enum { OPTIONAL = false, REQUIRED = true };

static bool check_iso(const nv_element_context *context, const xmlNode *node,
                      const char *iso)
{
    nv_days days;

    if (!iso || nv_days_from_iso(iso, &days))
        return true;
    return nv_element_fail(context, node, "“%.40s” is no date", iso);
}

/* <document> */

static const char *const gender_letters[] = {"m", "f"};
static const nv_words genders = {gender_letters, 2};

static const nv_shape_member document_title_members[] = {
    NEEDED("@xml:lang", nv_document, title_language),
    NEEDED(".", nv_document, title),
};
static const nv_shape document_title_shape =
    SHAPE(nv_document, document_title_members);

static const nv_shape_member document_members[] = {
    FLAG("@none", nv_document, is_none),
    {"@gender-fr", NV_MEMBER_LETTER, offsetof(nv_document, gender_fr),
     .is_required = false, .words = &genders},
    BILINGUAL("genre", nv_document, genre, OPTIONAL),
    BILINGUAL("from", nv_document, from, OPTIONAL),
    BILINGUAL("to", nv_document, to, OPTIONAL),
    BILINGUAL("description", nv_document, description, OPTIONAL),
    PART("title", document_title_shape, OPTIONAL),
    BILINGUAL("short", nv_document, short_form, OPTIONAL),
    TEXTS("language", nv_document, languages),
};

static bool check_document(const nv_element_context *context,
                           const xmlNode *node, void *object)
{
    const nv_document *document = object;
    bool is_named = nv_bilingual_in(&document->description, NV_LANGUAGE_EN);

    if (is_named == document->is_none)
        return nv_element_fail(context, node,
                               "a <document> has either a description or "
                               "none=\"true\"");
    return true;
}

static const nv_shape document_shape =
    CHECKED(nv_document, document_members, check_document);

/* <date> */

static const char *const precision_words[] = {"day", "month"};
static const nv_words precisions = {precision_words, 2};

static const nv_shape_member variant_members[] = {
    NEEDED("@iso", nv_date_variant, iso),
    WORD("@what", nv_date_variant, what, nv_date_what_words),
    TEXT(".", nv_date_variant, note),
};

static bool check_variant(const nv_element_context *context,
                          const xmlNode *node, void *object)
{
    return check_iso(context, node, ((nv_date_variant *)object)->iso);
}

static const nv_shape variant_shape =
    CHECKED(nv_date_variant, variant_members, check_variant);

static const nv_shape_member date_members[] = {
    NEEDED("@iso", nv_event_date, iso),
    TEXT("@end", nv_event_date, end),
    {"@precision", NV_MEMBER_FLAG, offsetof(nv_event_date, is_month),
     .is_required = true, .words = &precisions},
    STRUCTS("variant", nv_event_date, variants, variant_count, variant_shape),
};

static bool check_date(const nv_element_context *context, const xmlNode *node,
                       void *object)
{
    const nv_event_date *date = object;

    return check_iso(context, node, date->iso) &&
           check_iso(context, node, date->end);
}

static const nv_shape date_shape =
    CHECKED(nv_event_date, date_members, check_date);

/* <person> */

static const nv_shape_member person_members[] = {
    NEEDED("@name", nv_person, name),
    WORD("@act", nv_person, act, nv_act_words),
    TEXT("@for", nv_person, for_party),
    BILINGUAL("office", nv_person, office, OPTIONAL),
    BILINGUAL("remark", nv_person, remark, OPTIONAL),
};
static const nv_shape person_shape = SHAPE(nv_person, person_members);

/* <quotation>: which source it was read in is looked up by check_event(). */

static const nv_shape_member quotation_text_members[] = {
    NEEDED("@xml:lang", nv_quotation, language),
    NEEDED(".", nv_quotation, text),
};
static const nv_shape quotation_text_shape =
    SHAPE(nv_quotation, quotation_text_members);

static const nv_shape_member of_members[] = {
    TEXT("@iso", nv_quotation, of_iso),
    BILINGUAL("description", nv_quotation, of, REQUIRED),
};
static const nv_shape of_shape = SHAPE(nv_quotation, of_members);

static const nv_shape_member pinpoint_members[] = {
    NEEDED("@label", nv_quotation, pinpoint.label),
    TEXT("@value", nv_quotation, pinpoint.value),
};
static const nv_shape pinpoint_shape = SHAPE(nv_quotation, pinpoint_members);

static const nv_shape_member in_source_members[] = {
    NEEDED("@label", nv_quotation, in_source.label),
    TEXT("@value", nv_quotation, in_source.value),
};
static const nv_shape in_source_shape = SHAPE(nv_quotation, in_source_members);

static const nv_shape_member quotation_members[] = {
    {"@number", NV_MEMBER_NUMBER, offsetof(nv_quotation, number),
     .is_required = true},
    WORD("@original", nv_quotation, original, nv_original_words),
    WORD("@role", nv_quotation, role, nv_role_words),
    WORD("@as", nv_quotation, as, nv_as_words),
    WORD("@status", nv_quotation, status, nv_status_words),
    {"@source", NV_MEMBER_UNKEPT, 0, .is_required = true},
    TEXT("@translator", nv_quotation, translator),
    FLAG("@ship", nv_quotation, is_offered),
    PART("text", quotation_text_shape, REQUIRED),
    PART("of", of_shape, OPTIONAL),
    BILINGUAL("translation", nv_quotation, translation, OPTIONAL),
    PART("pinpoint", pinpoint_shape, OPTIONAL),
    PART("in-source", in_source_shape, OPTIONAL),
    BILINGUAL("caution", nv_quotation, caution, OPTIONAL),
    TEXT("where", nv_quotation, where),
    TEXT("note", nv_quotation, note),
};

static bool check_quotation(const nv_element_context *context,
                            const xmlNode *node, void *object)
{
    const nv_quotation *quotation = object;

    if (quotation->status == NV_STATUS_EXTRACTS)
        return nv_element_fail(context, node,
                               "“extracts seen” is said of events only");
    return check_iso(context, node, quotation->of_iso);
}

static const nv_quotation new_quotation = {
    .pinpoint = {NULL, ""}, .in_source = {NULL, ""}, .is_offered = true};
static const nv_shape quotation_shape = {.size = sizeof(nv_quotation),
                                         .initial = &new_quotation,
                                         .members = quotation_members,
                                         .member_count =
                                             NV_COUNT_OF(quotation_members),
                                         .check = check_quotation};

/* <source> */

static const nv_shape_member url_members[] = {
    FLAG("@ok", nv_source, url_ok),
    NEEDED(".", nv_source, url),
};
static const nv_shape url_shape = SHAPE(nv_source, url_members);

static const nv_shape_member source_members[] = {
    NEEDED("@key", nv_source, key),
    NEEDED("@type", nv_source, type),
    WORD("@holds", nv_source, holds, nv_holds_words),
    WORD("@checked", nv_source, checked, nv_checked_words),
    TEXTS("author", nv_source, authors),
    TEXTS("editor", nv_source, editors),
    NEEDED("title", nv_source, title),
    TEXT("item", nv_source, item),
    TEXT("container", nv_source, container),
    TEXT("collection", nv_source, collection),
    TEXT("series", nv_source, series),
    TEXT("volume", nv_source, volume),
    TEXT("part", nv_source, part),
    TEXT("volume-title", nv_source, volume_title),
    TEXT("number", nv_source, number),
    TEXT("document", nv_source, document),
    TEXT("pages", nv_source, pages),
    TEXT("columns", nv_source, columns),
    TEXT("date", nv_source, date),
    TEXT("place", nv_source, place),
    TEXT("publisher", nv_source, publisher),
    TEXT("year", nv_source, year),
    TEXT("archive-ref", nv_source, archive_ref),
    TEXT("registration", nv_source, registration),
    TEXT("short-form", nv_source, short_form),
    TEXT("institution", nv_source, institution),
    TEXT("translator", nv_source, translator),
    TEXT("access", nv_source, access),
    PART("url", url_shape, OPTIONAL),
    BILINGUAL("role-note", nv_source, role_note, OPTIONAL),
    TEXT("basis", nv_source, basis),
    TEXT("note", nv_source, note),
};
static const nv_shape source_shape = SHAPE(nv_source, source_members);

/* <relation>, <treaty>, <conflict> */

static const nv_shape_member relation_members[] = {
    NEEDED("@type", nv_relation, type),
    NEEDED("@target", nv_relation, target),
};
static const nv_shape relation_shape = SHAPE(nv_relation, relation_members);

static const nv_shape_member reference_members[] = {
    NEEDED("@series", nv_treaty_reference, series),
    TEXT("@volume", nv_treaty_reference, volume),
    TEXT("@part", nv_treaty_reference, part),
    TEXT("@page", nv_treaty_reference, page),
    TEXT("@number", nv_treaty_reference, number),
    TEXT("@registration", nv_treaty_reference, registration),
    TEXT("@year", nv_treaty_reference, year),
    WORD("@checked", nv_treaty_reference, checked, nv_checked_words),
    BILINGUAL("note", nv_treaty_reference, note, OPTIONAL),
};
static const nv_shape reference_shape =
    SHAPE(nv_treaty_reference, reference_members);

static const nv_shape_member in_force_members[] = {
    NEEDED("@iso", nv_treaty, in_force),
    FLAG("@doubtful", nv_treaty, in_force_is_doubtful),
    BILINGUAL("note", nv_treaty, in_force_note, OPTIONAL),
};
static const nv_shape in_force_shape = SHAPE(nv_treaty, in_force_members);

static const nv_shape_member treaty_members[] = {
    STRUCTS("reference", nv_treaty, references, reference_count,
            reference_shape),
    PART("in-force", in_force_shape, OPTIONAL),
    TEXTS("depositary", nv_treaty, depositary),
    TEXTS("authentic", nv_treaty, authentic),
    BILINGUAL("term", nv_treaty, term, OPTIONAL),
    BILINGUAL("notes", nv_treaty, notes, OPTIONAL),
};

static bool check_treaty(const nv_element_context *context, const xmlNode *node,
                         void *object)
{
    return check_iso(context, node, ((nv_treaty *)object)->in_force);
}

static const nv_shape treaty_shape =
    CHECKED(nv_treaty, treaty_members, check_treaty);

static const nv_shape_member conflict_members[] = {
    {"note", NV_MEMBER_LANGUAGES, 0, .is_required = true,
     .size = NV_NOTE_LANGUAGE_COUNT},
};
static const nv_shape conflict_shape = SHAPE(nv_bilingual, conflict_members);

/* <event> */

static const nv_shape_member place_members[] = {
    TEXT("@role", nv_event, place_role),
    NEEDED(".", nv_event, place),
};
static const nv_shape place_shape = SHAPE(nv_event, place_members);

bool nv_is_id(const char *id)
{
    return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

static bool is_key(const char *key)
{
    return strlen(key) == 4 &&
           strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789") == 4;
}

static const nv_source *source_of_key(const nv_event *event, const char *key)
{
    for (size_t i = 0; key && i < event->source_count; i++)
        if (strcmp(event->sources[i].key, key) == 0)
            return &event->sources[i];
    return NULL;
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool check_sources(const nv_element_context *context,
                          const xmlNode *node, const nv_event *event)
{
    const size_t count = event->source_count;
    const char **keys = nv_arena_array(context->arena, count, sizeof *keys);

    if (!keys)
        return nv_element_no_memory(context);
    for (size_t i = 0; i < count; i++)
        keys[i] = event->sources[i].key;
    if (count > 1)
        qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++)
        if (strcmp(keys[i - 1], keys[i]) == 0)
            return nv_element_fail(context, node,
                                   "two sources of %.60s have the key %.40s",
                                   event->id, keys[i]);
    return true;
}

/* The event is not handed out yet, so its quotations may still be changed. */
static bool link_quotations(const nv_element_context *context,
                            const xmlNode *node, nv_event *event)
{
    nv_quotation *quotation = (nv_quotation *)event->quotations;
    const xmlNode *child = nv_element_skip(node->children);

    for (; child; child = nv_element_skip(child->next)) {
        if (strcmp((const char *)child->name, "quotation") != 0)
            continue;
        quotation->source = source_of_key(
            event, nv_element_word(context->arena, child, "source"));
        if (!quotation->source)
            return nv_element_fail(context, child,
                                   "the source of quotation %d is not listed "
                                   "in the event",
                                   quotation->number);
        if (nv_event_quotation(event, quotation->number) != quotation)
            return nv_element_fail(context, child,
                                   "two quotations have the number %d",
                                   quotation->number);
        quotation++;
    }
    return true;
}

static bool check_event(const nv_element_context *context, const xmlNode *node,
                        void *object)
{
    nv_event *event = object;

    if (!nv_is_id(event->id))
        return nv_element_fail(context, node, "“%.60s” can't be an id",
                               event->id);
    if (!is_key(event->key))
        return nv_element_fail(context, node,
                               "the key of %.60s must be four small letters "
                               "or digits",
                               event->id);
    return check_sources(context, node, event) &&
           link_quotations(context, node, event);
}

static const nv_shape_member event_members[] = {
    NEEDED("@id", nv_event, id),
    NEEDED("@key", nv_event, key),
    WORD("@kind", nv_event, kind, nv_kind_words),
    WORD("@confidence", nv_event, confidence, nv_status_words),
    BILINGUAL("title", nv_event, title, REQUIRED),
    {"document", NV_MEMBER_INSIDE, offsetof(nv_event, document),
     .is_required = true, .shape = &document_shape},
    {"date", NV_MEMBER_INSIDE, offsetof(nv_event, date), .is_required = true,
     .shape = &date_shape},
    PART("place", place_shape, OPTIONAL),
    TEXTS("party", nv_event, parties),
    STRUCTS("person", nv_event, people, person_count, person_shape),
    BILINGUAL("summary", nv_event, summary, OPTIONAL),
    STRUCTS("quotation", nv_event, quotations, quotation_count,
            quotation_shape),
    STRUCTS("source", nv_event, sources, source_count, source_shape),
    STRUCTS("relation", nv_event, relations, relation_count, relation_shape),
    {"treaty", NV_MEMBER_STRUCT, offsetof(nv_event, treaty),
     .is_required = false, .shape = &treaty_shape},
    STRUCTS("conflict", nv_event, conflicts, conflict_count, conflict_shape),
    TEXTS("statement", nv_event, statements),
};
const nv_shape nv_event_shape = CHECKED(nv_event, event_members, check_event);

/* <name> */

static const nv_shape_member name_members[] = {
    WORD("@type", nv_name, type, nv_name_type_words),
    UNKEPT("@iso3166"),
    UNKEPT("@iso3166-3"),
    UNKEPT("@born"),
    UNKEPT("@died"),
    {"form", NV_MEMBER_LANGUAGES, offsetof(nv_name, in), .is_required = true,
     .size = NV_LANGUAGE_COUNT},
    TEXTS("variant", nv_name, variants),
    UNKEPT("note"),
};

static bool check_name(const nv_element_context *context, const xmlNode *node,
                       void *object)
{
    if (((nv_name *)object)->in[NV_LANGUAGE_EN])
        return true;
    return nv_element_fail(context, node, "a <name> has no English form");
}

const nv_shape nv_name_shape = CHECKED(nv_name, name_members, check_name);

/* <statement> */

static const nv_shape_member words_members[] = {
    NEEDED("@xml:lang", nv_statement, language),
    NEEDED(".", nv_statement, words),
};
static const nv_shape words_shape = SHAPE(nv_statement, words_members);

static const nv_shape_member statement_members[] = {
    NEEDED("@id", nv_statement, id),
    WORD("@verdict", nv_statement, verdict, nv_verdict_words),
    PART("words", words_shape, REQUIRED),
    {"event", NV_MEMBER_TEXTS, offsetof(nv_statement, events),
     .is_required = true},
    BILINGUAL("answer", nv_statement, answer, REQUIRED),
};
const nv_shape nv_statement_shape = SHAPE(nv_statement, statement_members);
