/* SPDX-License-Identifier: MPL-2.0 */
/* See texts.h. The pack is read as a stream: no size of it needs memory. */
#include "texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <libxml/parser.h>
#include <zlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "registry/index/walk.h"

const char *const bench_column_names[BENCH_COLUMNS] = {
    "title", "document", "kind",    "date",      "by",
    "party", "place",    "summary", "quotation", "source"};
const int bench_column_weights[BENCH_COLUMNS] = {6, 3, 3, 8, 4, 3, 3, 3, 2, 1};

/* Which elements are read, by the one they stand in. */
static const struct {
    const char *parent, *element;
    bench_column column;
} read_elements[] = {
    {"event", "title", BENCH_TITLE},
    {"document", "description", BENCH_DOCUMENT},
    {"document", "short", BENCH_DOCUMENT},
    {"document", "title", BENCH_DOCUMENT},
    {"document", "from", BENCH_DOCUMENT},
    {"event", "place", BENCH_PLACE},
    {"event", "summary", BENCH_SUMMARY},
    {"quotation", "text", BENCH_QUOTATION},
    {"of", "description", BENCH_QUOTATION},
    {"source", "author", BENCH_SOURCE},
    {"source", "title", BENCH_SOURCE},
    {"source", "item", BENCH_SOURCE},
    {"source", "short-form", BENCH_SOURCE},
};

enum { DEPTH = 16, ELEMENT = 24, NOWHERE = BENCH_COLUMNS };

typedef struct {
    char open[DEPTH][ELEMENT]; /* elements */
    size_t depth;
    nv_buffer columns[BENCH_COLUMNS];
    nv_buffer name; /* all forms of the one that is read, or a party */
    char canonical[256];
    xmlHashTable *names;
    int column; /* where text goes, or NOWHERE */
    bool (*event)(void *to, const char *const texts[BENCH_COLUMNS]);
    void *to;
    bool is_stopped;
} reader;

static bool is_in(const reader *r, const char *parent)
{
    return r->depth > 1 && strcmp(r->open[r->depth - 2], parent) == 0;
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return (const char *)attributes[1];
    return NULL;
}

static void add(reader *r, bench_column column, const char *text)
{
    if (!text)
        return;
    nv_buffer_add_text(&r->columns[column], text);
    nv_buffer_add_char(&r->columns[column], ' ');
}

static void add_name(reader *r, bench_column column, const char *canonical)
{
    const char *forms =
        canonical ? xmlHashLookup(r->names, (const xmlChar *)canonical) : NULL;

    add(r, column, forms ? forms : canonical);
}

/* The words of a kind are those that our index has. */
static void add_kind_text(void *to, nv_zone zone, const char *text)
{
    if (zone == NV_ZONE_KIND)
        add(to, BENCH_KIND, text);
}

static void skip_name(void *to, nv_zone zone, const char *canonical)
{
    (void)to, (void)zone, (void)canonical;
}

static void skip_date(void *to, const char *iso, const char *end,
                      nv_date_standing standing)
{
    (void)to, (void)iso, (void)end, (void)standing;
}

static void skip_quotation(void *to, const nv_quotation *quotation)
{
    (void)to, (void)quotation;
}

static void add_kind(reader *r, const char *word)
{
    static const nv_sink sink = {add_kind_text, skip_name, skip_date,
                                 skip_quotation};
    nv_event event = {.id = "", .date.iso = ""};

    for (nv_kind i = 0; word && i < NV_KIND_COUNT; i++)
        if (strcmp(nv_kind_word(i), word) == 0)
            event.kind = i;
    nv_walk_event(&event, &sink, r);
}

/* Engines that know no dates find them by the words they are written with. */
static void add_date(reader *r, const char *iso)
{
    static const char *const months[][12] = {
        {"January", "February", "March", "April", "May", "June", "July",
         "August", "September", "October", "November", "December"},
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
         "août", "septembre", "octobre", "novembre", "décembre"}};
    int year = 0, month = 0, day = 0;

    if (!iso || sscanf(iso, "%d-%d-%d", &year, &month, &day) < 1)
        return;
    add(r, BENCH_DATE, iso);
    for (size_t i = 0; month > 0 && i < NV_COUNT_OF(months); i++) {
        if (day)
            nv_buffer_add_format(&r->columns[BENCH_DATE], "%d ", day);
        nv_buffer_add_format(&r->columns[BENCH_DATE], "%s %d ",
                             months[i][month - 1], year);
    }
}

static void begin_event(reader *r, const xmlChar **attributes)
{
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        nv_buffer_truncate(&r->columns[i], 0);
    add(r, BENCH_DOCUMENT, attribute(attributes, "id"));
    add_kind(r, attribute(attributes, "kind"));
}

static void end_event(reader *r)
{
    const char *texts[BENCH_COLUMNS];

    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        texts[i] = r->columns[i].text;
    r->is_stopped = r->is_stopped || !r->event(r->to, texts);
}

static int column_of(const reader *r, const char *element)
{
    for (size_t i = 0; i < NV_COUNT_OF(read_elements); i++)
        if (strcmp(element, read_elements[i].element) == 0 &&
            is_in(r, read_elements[i].parent))
            return (int)read_elements[i].column;
    return NOWHERE;
}

static void start(void *to, const xmlChar *element, const xmlChar **attributes)
{
    reader *r = to;
    const char *name = (const char *)element;

    if (r->depth == DEPTH)
        return;
    snprintf(r->open[r->depth++], ELEMENT, "%s", name);
    r->column = column_of(r, name);
    if (strcmp(name, "event") == 0 && is_in(r, "registry"))
        begin_event(r, attributes);
    else if (strcmp(name, "person") == 0)
        add_name(r, BENCH_BY, attribute(attributes, "name"));
    else if (strcmp(name, "date") == 0 || strcmp(name, "variant") == 0)
        add_date(r, attribute(attributes, "iso"));
    if (strcmp(name, "name") == 0 || strcmp(name, "party") == 0)
        nv_buffer_truncate(&r->name, 0);
}

static bool is_name_text(const reader *r)
{
    const char *element = r->depth ? r->open[r->depth - 1] : "";

    return strcmp(element, "form") == 0 || strcmp(element, "variant") == 0 ||
           strcmp(element, "party") == 0;
}

static void characters(void *to, const xmlChar *text, int len)
{
    reader *r = to;

    if (r->column != NOWHERE)
        nv_buffer_add(&r->columns[r->column], (const char *)text, (size_t)len);
    else if (is_name_text(r))
        nv_buffer_add(&r->name, (const char *)text, (size_t)len);
}

/* Keeps the canonical form, which is the first. */
static void end_form(reader *r)
{
    if (!strchr(r->name.text, '\n'))
        snprintf(r->canonical, sizeof r->canonical, "%s", r->name.text);
    nv_buffer_add_char(&r->name, '\n');
}

static void end(void *to, const xmlChar *element)
{
    reader *r = to;
    const char *name = (const char *)element;

    if (r->column != NOWHERE)
        nv_buffer_add_char(&r->columns[r->column], '\n');
    r->column = NOWHERE;
    if (strcmp(name, "form") == 0 || strcmp(name, "variant") == 0)
        end_form(r);
    else if (strcmp(name, "party") == 0)
        add_name(r, BENCH_PARTY, r->name.text);
    else if (strcmp(name, "name") == 0)
        xmlHashUpdateEntry(r->names, (const xmlChar *)r->canonical,
                           strdup(r->name.text), NULL);
    else if (strcmp(name, "event") == 0 && is_in(r, "registry"))
        end_event(r);
    r->depth -= r->depth > 0;
}

static void free_forms(void *forms, const xmlChar *name)
{
    (void)name;
    free(forms);
}

static bool read_pack(reader *r, gzFile file, const char *pack)
{
    static char chunk[256 * 1024];
    xmlSAXHandler handler = {
        .startElement = start, .endElement = end, .characters = characters};
    xmlParserCtxt *parser = xmlCreatePushParserCtxt(&handler, r, NULL, 0, pack);
    int len, result = 0;

    if (!parser)
        return false;
    xmlCtxtUseOptions(parser, XML_PARSE_HUGE | XML_PARSE_NONET);
    while (result == 0 && !r->is_stopped &&
           (len = gzread(file, chunk, sizeof chunk)) > 0)
        result = xmlParseChunk(parser, chunk, len, 0);
    if (result == 0 && !r->is_stopped)
        result = xmlParseChunk(parser, chunk, 0, 1);
    xmlFreeParserCtxt(parser);
    if (result != 0)
        fprintf(stderr, "%s can't be read\n", pack);
    return result == 0 && !r->is_stopped;
}

bool bench_texts_read(const char *pack,
                      bool (*event)(void *to,
                                    const char *const texts[BENCH_COLUMNS]),
                      void *to)
{
    reader r = {.names = xmlHashCreate(65536),
                .column = NOWHERE,
                .event = event,
                .to = to};
    gzFile file = gzopen(pack, "rb");
    bool is_read;

    nv_buffer_init(&r.name);
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        nv_buffer_init(&r.columns[i]);
    if (!file)
        perror(pack);
    is_read = file && r.names && read_pack(&r, file, pack);
    if (file)
        gzclose(file);
    for (size_t i = 0; i < BENCH_COLUMNS; i++)
        nv_buffer_release(&r.columns[i]);
    nv_buffer_release(&r.name);
    xmlHashFree(r.names, free_forms);
    return is_read;
}
