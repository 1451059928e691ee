/* SPDX-License-Identifier: MPL-2.0 */
/* TEI in the form of the Office of the Historian: a div of type document with
 * head, dateline and date, persName of type from and to, a note of type source,
 * and paragraphs. The paragraphs are the document's own words as the edition
 * prints them; a <quote> in one, as nv export writes it, is the wording
 * instead, with the role and status it says. */
#include "registry/exchange/importer.h"

#include <string.h>

#include "base/array.h"
#include "registry/day.h"
#include "registry/element.h"
#include "registry/trouble.h"
#include "registry/words.h"
#include "registry/xml.h"

enum { DEEPEST = 64, MOST_QUOTATIONS = 255 };

/* One document while it is read. */
typedef struct {
    nv_importer *importer;
    nv_event event;
    nv_source *source;
    nv_quotation *quotations;
    const char *name, *language;
    int line;
} document;

static bool is_tei(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE &&
           strcmp((const char *)node->name, name) == 0;
}

static bool has_type(const xmlNode *node, const char *type)
{
    const char *value = nv_element_attribute(node, "type");

    return value && strcmp(value, type) == 0;
}

/* The first element of that name and type (NULL: any) below `node`. */
static const xmlNode *find(const xmlNode *node, const char *name,
                           const char *type)
{
    for (const xmlNode *child = node ? node->children : NULL; child;
         child = child->next) {
        const xmlNode *found;

        if (is_tei(child, name) && (!type || has_type(child, type)))
            return child;
        found = find(child, name, type);
        if (found)
            return found;
    }
    return NULL;
}

/* Text without notes: a footnote is no word of the document. */
static void gather(const xmlNode *children, nv_buffer *out)
{
    for (const xmlNode *node = children; node; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            nv_buffer_add_text(out, (const char *)node->content);
        else if (is_tei(node, "lb"))
            nv_buffer_add_char(out, ' ');
        else if (node->type == XML_ELEMENT_NODE && !is_tei(node, "note"))
            gather(node->children, out);
    }
}

static const char *text_of(nv_importer *importer, const xmlNode *node)
{
    nv_buffer words = NV_BUFFER_INIT;
    const char *text;

    if (!node)
        return NULL;
    gather(node->children, &words);
    importer->failed = importer->failed || words.failed;
    text = nv_importer_text(importer, words.text);
    nv_buffer_release(&words);
    return text;
}

/* The language of the nearest element that says its own. */
static const char *language_of(nv_importer *importer, const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
        const char *tag = nv_element_attribute(node, "xml:lang");

        if (tag)
            return nv_importer_language(importer, tag);
    }
    return nv_importer_language(importer, importer->order->language);
}

/* Dates */

/* The day of "1954-03-31" or of "1954-03-31T12:00:00Z". */
static const char *day_of(nv_importer *importer, const char *text)
{
    char day[11] = "";

    if (!text || (strlen(text) > 10 && text[10] != 'T'))
        return text;
    memcpy(day, text, strlen(text) < 10 ? strlen(text) : 10);
    return nv_importer_text(importer, day);
}

static const char *date_attribute(nv_importer *importer, const xmlNode *date,
                                  const char *name)
{
    return date ? day_of(importer, nv_element_attribute(date, name)) : NULL;
}

/* An attribute of the editors' own namespace, as a day. */
static const char *editors_day(nv_importer *importer, const xmlNode *div,
                               const char *name)
{
    for (const xmlAttr *a = div->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0 && a->children)
            return day_of(importer, (const char *)a->children->content);
    return NULL;
}

/* The day that the editors found for a document without a date; where they
 * give the earliest and the latest possible, the day is not known. */
static const char *found_day(nv_importer *importer, const xmlNode *div)
{
    const char *first = editors_day(importer, div, "doc-dateTime-min");
    const char *last = editors_day(importer, div, "doc-dateTime-max");

    return first && last && strcmp(first, last) == 0 ? first : NULL;
}

static void read_date(document *doc, const xmlNode *div)
{
    const xmlNode *line = find(div, "dateline", NULL);
    const xmlNode *date = find(line, "date", NULL);
    nv_event_date *when = &doc->event.date;

    when->iso = date_attribute(doc->importer, date, "when");
    if (when->iso)
        return;
    when->iso = date_attribute(doc->importer, date, "from");
    when->end = date_attribute(doc->importer, date, "to");
    if (when->end && when->iso && strcmp(when->iso, when->end) == 0)
        when->end = NULL;
    if (!when->iso)
        when->iso = found_day(doc->importer, div);
}

/* The head without the number that the edition puts before it: "139. Note". */
static const char *heading_of(document *doc, const xmlNode *div)
{
    const char *head = text_of(doc->importer, find(div, "head", NULL));
    const char *number = nv_element_attribute(div, "n");
    const char *rest = head;

    if (!head || !number || !number[0])
        return head;
    rest += rest[0] == '[';
    if (strncmp(rest, number, strlen(number)) != 0)
        return head;
    rest += strlen(number);
    if (!strchr(".]", rest[0]))
        return head;
    rest += strspn(rest, ".] ");
    return rest[0] ? rest : head;
}

/* Names: the text, or the gloss where there is no text. */
static const char *person_of(document *doc, const xmlNode *div,
                             const char *type)
{
    const xmlNode *node = find(div, "persName", type);
    const char *name = text_of(doc->importer, node);

    return name || !node
               ? name
               : nv_importer_text(doc->importer,
                                  nv_element_attribute(node, "gloss"));
}

static void read_kind(document *doc, const xmlNode *div, const char *heading)
{
    const char *subtype = nv_element_attribute(div, "subtype");
    const int kind = subtype ? nv_words_find(&nv_kind_words, subtype) : -1;

    doc->event.document.is_none =
        subtype && strcmp(subtype, "editorial-note") == 0;
    doc->event.kind = NV_KIND_STATEMENT;
    if (kind >= 0)
        doc->event.kind = (nv_kind)kind;
    else if (!nv_importer_guess_kind(heading, &doc->event.kind))
        nv_importer_note(doc->importer, doc->line,
                         "item “%.80s”: the heading does not say what it is; "
                         "it is entered as a statement.",
                         doc->name);
}

static void read_document(document *doc, const xmlNode *div)
{
    const char *heading = heading_of(doc, div);
    nv_document *named = &doc->event.document;

    if (!heading) {
        nv_importer_note(doc->importer, doc->line,
                         "item “%.80s” has no heading; its name stands for it.",
                         doc->name);
        heading = doc->name;
    }
    read_kind(doc, div, heading);
    doc->source->item = heading;
    doc->event.title = nv_importer_bilingual(heading, doc->language);
    nv_importer_note_language(doc->importer, doc->line, doc->name,
                              doc->language);
    named->description = doc->event.title;
    named->from =
        nv_importer_bilingual(person_of(doc, div, "from"), doc->language);
    named->to = nv_importer_bilingual(person_of(doc, div, "to"), doc->language);
    doc->event.place = text_of(
        doc->importer, find(find(div, "dateline", NULL), "placeName", NULL));
}

/* Words */

/* The value whose word TEI writes with hyphens: "text-seen". */
static int spaced_word(const nv_words *words, const char *hyphened)
{
    char word[40];

    if (!hyphened || strlen(hyphened) >= sizeof word)
        return -1;
    strcpy(word, hyphened);
    for (char *c = word; *c; c++)
        if (*c == '-')
            *c = ' ';
    return nv_words_find(words, word);
}

static void lose(document *doc, const xmlNode *node, const char *why)
{
    nv_importer_note(doc->importer, nv_xml_line(node),
                     "item “%.80s”: <%.40s> is not carried over%s.", doc->name,
                     (const char *)node->name, why);
}

static void add_quotation(document *doc, const char *text, const char *language,
                          nv_status status)
{
    nv_quotation *quotation = &doc->quotations[doc->event.quotation_count++];

    *quotation = (nv_quotation){
        .number = (int)doc->event.quotation_count,
        .text = text,
        .language = language,
        .original = NV_ORIGINAL_PRESUMED,
        .role = NV_ROLE_DOCUMENT,
        .as = NV_AS_EDITION,
        .pinpoint = {NULL, ""},
        .in_source = {NULL, ""},
        .source = doc->source,
        .status = status,
        .is_offered = true,
    };
}

/* Words of others need to say whose they are, which a paragraph can't. */
static void read_words(document *doc, const xmlNode *paragraph)
{
    const xmlNode *quote = find(paragraph, "quote", NULL);
    const char *subtype = quote ? nv_element_attribute(quote, "subtype") : NULL;
    const int status = spaced_word(&nv_status_words, subtype);
    const xmlNode *node = status >= 0 ? quote : paragraph;
    const char *text = text_of(doc->importer, node);
    const char *language = language_of(doc->importer, node);

    if (!text)
        return;
    if (status >= 0 && !has_type(quote, nv_role_word(NV_ROLE_DOCUMENT)))
        lose(doc, node, ": it has the words of somebody else");
    else if (!language)
        lose(doc, node, ": nothing says its language (xml:lang, or --locale)");
    else if (doc->event.quotation_count == MOST_QUOTATIONS)
        lose(doc, node, ": an event has no more than 255 quotations");
    else if (status == NV_STATUS_EXTRACTS)
        lose(doc, node, ": its status is one of events only");
    else
        add_quotation(doc, text, language,
                      status >= 0 ? (nv_status)status : NV_STATUS_TEXT_SEEN);
}

/* Notes stand inside paragraphs, headings and lines of all sorts. */
static void lose_notes(document *doc, const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next) {
        if (is_tei(child, "note") && !has_type(child, "source"))
            lose(doc, child, "");
        else
            lose_notes(doc, child);
    }
}

/* What is read by itself, and what holds no words. */
static bool is_read_elsewhere(const xmlNode *node)
{
    static const char *const names[] = {"head", "opener",   "dateline", "note",
                                        "pb",   "persName", "lb"};

    for (size_t i = 0; i < NV_COUNT_OF(names); i++)
        if (is_tei(node, names[i]))
            return true;
    return false;
}

static void read_parts(document *doc, const xmlNode *div)
{
    const xmlNode *child = nv_element_skip(div->children);

    for (; child; child = nv_element_skip(child->next)) {
        if (is_tei(child, "p"))
            read_words(doc, child);
        else if (!is_read_elsewhere(child))
            lose(doc, child, "");
    }
    lose_notes(doc, div);
}

/* The edition, from the header of the file */

static void set_one(nv_importer *importer, const char *text, nv_texts *texts)
{
    const char **items = nv_importer_array(importer, 1, sizeof *items);

    if (items && text) {
        items[0] = text;
        *texts = (nv_texts){items, 1};
    }
}

static const char *year_in(const char *text)
{
    nv_days days;

    return text && strlen(text) == 4 && nv_days_from_iso(text, &days) ? text
                                                                      : NULL;
}

static void read_edition(nv_importer *importer, const xmlNode *root,
                         nv_source *edition)
{
    const xmlNode *header = find(root, "teiHeader", NULL);
    const xmlNode *titles = find(header, "titleStmt", NULL);
    const xmlNode *published = find(header, "publicationStmt", NULL);
    const xmlNode *title = find(titles, "title", "complete");
    const char *author = text_of(importer, find(titles, "author", NULL));
    const char *editor = text_of(importer, find(titles, "editor", NULL));

    *edition = (nv_source){.type = "documentary edition",
                           .holds = NV_HOLDS_TEXT,
                           .checked = NV_CHECKED_SEEN};
    edition->title =
        text_of(importer, title ? title : find(titles, "title", NULL));
    if (!edition->title) {
        nv_importer_note(importer, 1,
                         "The header has no title; the file's name stands for "
                         "it.");
        edition->title = importer->path;
    }
    set_one(importer, author, &edition->authors);
    set_one(importer, editor, &edition->editors);
    edition->publisher = text_of(importer, find(published, "publisher", NULL));
    edition->place = text_of(importer, find(published, "pubPlace", NULL));
    edition->year = year_in(text_of(importer, find(published, "date", NULL)));
}

static void read_source(document *doc, const xmlNode *div,
                        const nv_source *edition)
{
    const xmlNode *note = find(div, "note", "source");
    const char *number = nv_element_attribute(div, "n");

    *doc->source = *edition;
    doc->source->key = doc->name;
    doc->source->document = nv_importer_text(doc->importer, number);
    doc->source->basis = text_of(doc->importer, note);
}

/* At most as many as an event can have, and room for one. */
static size_t count_paragraphs(const xmlNode *div)
{
    const xmlNode *child = nv_element_named(div->children, "p");
    size_t count = 1;

    for (; child && count < MOST_QUOTATIONS;
         child = nv_element_named(child->next, "p"))
        count++;
    return count;
}

static void add_document(nv_importer *importer, const xmlNode *div,
                         const nv_source *edition)
{
    document doc = {.importer = importer, .line = nv_xml_line(div)};
    const char *id = nv_element_attribute(div, "xml:id");

    doc.name = nv_importer_text(importer, id);
    doc.name = doc.name ? doc.name : "document";
    doc.source = nv_importer_array(importer, 1, sizeof *doc.source);
    doc.quotations = nv_importer_array(importer, count_paragraphs(div),
                                       sizeof *doc.quotations);
    if (importer->failed)
        return;
    if (id && !nv_importer_is_new(importer, id)) {
        nv_importer_note(importer, doc.line,
                         "item “%.80s” is left out: another one of the file "
                         "has this xml:id.",
                         id);
        return;
    }
    doc.language = language_of(importer, div);
    read_source(&doc, div, edition);
    read_document(&doc, div);
    read_date(&doc, div);
    read_parts(&doc, div);
    doc.event.quotations = doc.quotations;
    doc.event.sources = doc.source;
    doc.event.source_count = 1;
    doc.event.confidence =
        doc.event.quotation_count ? NV_STATUS_TEXT_SEEN : NV_STATUS_REPORTED;
    if (id && strncmp(id, "d-", 2) == 0)
        id += 2;
    nv_importer_add(importer, &doc.event, id, doc.line, doc.name);
}

static void add_documents(nv_importer *importer, const xmlNode *parent,
                          const nv_source *edition)
{
    const xmlNode *child = nv_element_skip(parent->children);

    for (; child; child = nv_element_skip(child->next)) {
        if (is_tei(child, "div") && has_type(child, "document"))
            add_document(importer, child, edition);
        else
            add_documents(importer, child, edition);
    }
}

/* Says what is wrong without the advice to reinstall the extension. */
static bool fail_as_xml(const nv_error *why, const char *name, nv_error *err)
{
    size_t len;
    const char *what = nv_trouble_what(why, name, &len);

    return nv_fail(err, why->code, why->line, "%.*s", (int)len, what);
}

static bool read(nv_importer *importer, const nv_buffer *bytes, nv_error *err)
{
    static const char name[] = "TEI";
    nv_error why = {0};
    nv_source edition;
    const xmlNode *root;
    const nv_xml_manner manner = {.deepest = DEEPEST};
    xmlDoc *doc = nv_xml_parse_as(&manner, bytes->text, bytes->len, name, &why);

    if (!doc)
        return fail_as_xml(&why, name, err);
    root = xmlDocGetRootElement(doc);
    if (!is_tei(root, "TEI")) {
        xmlFreeDoc(doc);
        return nv_fail(err, NV_ERROR_FORMAT, 0, "this is XML but no TEI");
    }
    read_edition(importer, root, &edition);
    add_documents(importer, root, &edition);
    xmlFreeDoc(doc);
    return true;
}

const nv_import_format nv_import_tei = {"tei", read};
