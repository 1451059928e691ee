/* SPDX-License-Identifier: MPL-2.0 */
/* nv, the door for the command line: search, show, cite, check and pack what
 * the registry holds. Wrong arguments end with 2, a failure with 1; what is
 * wrong goes to standard error in one sentence. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/buffer.h"
#include "citation/suite/suite.h"
#include "note/locator.h"
#include "note/note.h"
#include "registry/check/check.h"
#include "registry/check/example.h"
#include "registry/describe.h"
#include "registry/exchange/export.h"
#include "registry/exchange/import.h"
#include "registry/file.h"
#include "registry/pack.h"
#include "registry/search/search.h"

enum { DONE = 0, FAILED = 1, MISUSED = 2 };

/* Options are NULL when they are not given. */
typedef struct {
    const char *pack;    /* -r */
    const char *out;     /* -o */
    const char *limit;   /* --limit */
    const char *locale;  /* --locale */
    const char *format;  /* --format */
    const char *parts;   /* --parts */
    const char *to;      /* --to */
    const char *from;    /* --from */
    const char *name;    /* --pack */
    const char *ids;     /* --ids, takes no value */
    const char *locales; /* --locales */
    const char *known;   /* --known */
    const char *verbose; /* --verbose, takes no value */
    char **arguments;    /* what is left */
    int count;
} arguments;

typedef struct {
    const char *name;
    int (*run)(const arguments *given);
    const char *options; /* each between two spaces */
    const char *usage;
} command;

static int search(const arguments *given);
static int show(const arguments *given);
static int cite(const arguments *given);
static int check(const arguments *given);
static int new_pack(const arguments *given);
static int pack(const arguments *given);
static int export_events(const arguments *given);
static int import_files(const arguments *given);
static int csl(const arguments *given);

static const command commands[] = {
    {"search", search, " -r --limit --ids ",
     "nv search [--ids] [--limit N] [-r PACK] QUERY"},
    {"show", show, " -r ", "nv show [-r PACK] ID"},
    {"cite", cite, " -r --locale --format --parts ",
     "nv cite [-r PACK] [--locale en|fr] [--format text|html]\n"
     "               [--parts date,signatories,wording,source]\n"
     "               ID[#QUOTE][@LOCATOR]..."},
    {"check", check, " -r ", "nv check [-r PACK] FILE..."},
    {"new", new_pack, " ", "nv new PACK"},
    {"pack", pack, " -o ", "nv pack -o OUT FILE..."},
    {"export", export_events, " -r --to ",
     "nv export [-r PACK] --to csl-json|ris|bibtex|tei [ID...]"},
    {"import", import_files, " -r -o --from --pack --locale ",
     "nv import --from tei|csl-json -o PACK.xml --pack NAME [-r PACK]\n"
     "                 [--locale LANGUAGE] FILE..."},
    {"csl", csl, " --locales --known --verbose ",
     "nv csl [--locales FOLDER] [--known FILE] [--verbose] FOLDER"},
};

static const struct {
    const char *name;
    size_t offset;
    bool takes_value;
} options[] = {
    {"-r", offsetof(arguments, pack), true},
    {"-o", offsetof(arguments, out), true},
    {"--limit", offsetof(arguments, limit), true},
    {"--locale", offsetof(arguments, locale), true},
    {"--format", offsetof(arguments, format), true},
    {"--parts", offsetof(arguments, parts), true},
    {"--to", offsetof(arguments, to), true},
    {"--from", offsetof(arguments, from), true},
    {"--pack", offsetof(arguments, name), true},
    {"--ids", offsetof(arguments, ids), false},
    {"--locales", offsetof(arguments, locales), true},
    {"--known", offsetof(arguments, known), true},
    {"--verbose", offsetof(arguments, verbose), false},
};

static int misuse(void)
{
    const char *lead = "usage: ";

    for (size_t i = 0; i < NV_COUNT_OF(commands); i++) {
        fprintf(stderr, "%s%s\n", lead, commands[i].usage);
        lead = "       ";
    }
    return MISUSED;
}

static int fail(const nv_error *err)
{
    fprintf(stderr, "nv: %s\n", err->message);
    return FAILED;
}

/* Prints the text and releases it. */
static int print(nv_buffer *out)
{
    const bool is_printed =
        !out->failed && fwrite(out->text, 1, out->len, stdout) == out->len;

    if (!is_printed)
        fprintf(stderr, "nv: The result can't be written.\n");
    nv_buffer_release(out);
    return is_printed ? DONE : FAILED;
}

/* The pack beside the program. */
static nv_registry *open_default(nv_error *err)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    nv_buffer file = NV_BUFFER_INIT;
    nv_registry *registry;
    const char *slash;

    program[len > 0 ? len : 0] = '\0';
    slash = strrchr(program, '/');
    nv_buffer_add(&file, program, slash ? (size_t)(slash - program) + 1 : 0);
    nv_buffer_add_text(&file, "registry.xml.gz");
    registry = nv_registry_open(file.text, err);
    nv_buffer_release(&file);
    return registry;
}

static nv_registry *open_pack(const arguments *given, nv_error *err)
{
    return given->pack ? nv_registry_open(given->pack, err) : open_default(err);
}

/* nv search */

static void add_words(nv_buffer *query, const arguments *given)
{
    for (int i = 0; i < given->count; i++) {
        nv_buffer_add_text(query, i ? " " : "");
        nv_buffer_add_text(query, given->arguments[i]);
    }
}

/* 1 to 100,000; 20 when nothing is said; 0 for anything else. */
static size_t read_limit(const char *text)
{
    char *end;
    long limit;

    if (!text)
        return 20;
    limit = strtol(text, &end, 10);
    return *end == '\0' && limit > 0 && limit <= 100000 ? (size_t)limit : 0;
}

/* The wanted words stand out on a screen, and in brackets elsewhere. */
static void add_snippet(nv_buffer *out, const nv_hit *hit,
                        const nv_snippet *snippet)
{
    const bool is_screen = isatty(STDOUT_FILENO);
    const char *begin = is_screen ? "\033[1m" : "[";
    const char *end = is_screen ? "\033[0m" : "]";
    size_t at = 0;

    nv_buffer_add_format(out, "    %s: ", nv_field_word(hit->field));
    for (size_t i = 0; i < snippet->mark_count; i++) {
        const struct nv_mark *mark = &snippet->marks[i];

        nv_buffer_add(out, snippet->text + at, mark->first - at);
        nv_buffer_add_text(out, begin);
        nv_buffer_add(out, snippet->text + mark->first, mark->len);
        nv_buffer_add_text(out, end);
        at = mark->first + mark->len;
    }
    nv_buffer_add_format(out, "%s\n", snippet->text + at);
}

static void add_hit(nv_buffer *out, nv_finder *search, const nv_hit *hit)
{
    const nv_event *event = hit->event;
    nv_snippet snippet;

    nv_buffer_add_format(out, "%s  %s  [%s]\n", event->date.iso,
                         nv_bilingual_in(&event->title, NV_LANGUAGE_EN),
                         event->id);
    if (hit->statement)
        nv_describe_statement(hit->statement, out);
    else if (nv_finder_snippet(search, hit, &snippet))
        add_snippet(out, hit, &snippet);
}

static void say_corrections(const nv_finder *search)
{
    size_t count;
    const nv_correction *all = nv_finder_corrections(search, &count);

    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "nv: Nothing was found with “%s”. These have “%s”.\n",
                all[i].typed, all[i].meant);
}

static int print_hits(nv_finder *search, const arguments *given, size_t limit)
{
    nv_buffer out = NV_BUFFER_INIT;
    size_t count;
    const nv_hit *hits = nv_finder_hits(search, &count);

    say_corrections(search);
    for (size_t i = 0; i < count && i < limit; i++) {
        if (given->ids)
            nv_buffer_add_format(&out, "%s\n", hits[i].event->id);
        else
            add_hit(&out, search, &hits[i]);
    }
    return print(&out);
}

static int search_in(const nv_registry *registry, const arguments *given,
                     size_t limit, nv_error *err)
{
    nv_buffer query = NV_BUFFER_INIT;
    nv_finder *search = nv_finder_new(registry, err);
    int result = FAILED;

    add_words(&query, given);
    if (query.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else if (search && nv_finder_run(search, query.text, query.len, err) ==
                           NV_SEARCH_DONE)
        result = print_hits(search, given, limit);
    nv_buffer_release(&query);
    nv_finder_free(search);
    return result;
}

static int search(const arguments *given)
{
    const size_t limit = read_limit(given->limit);
    nv_error err = {0};
    nv_registry *registry;
    int result = FAILED;

    if (limit == 0 || given->count == 0)
        return misuse();
    registry = open_pack(given, &err);
    if (registry)
        result = search_in(registry, given, limit, &err);
    nv_registry_free(registry);
    return err.code ? fail(&err) : result;
}

/* nv show */

static int show(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_registry *registry;
    const nv_event *event;
    int result = FAILED;

    if (given->count != 1)
        return misuse();
    registry = open_pack(given, &err);
    event = registry ? nv_registry_by_id(registry, given->arguments[0]) : NULL;
    if (event) {
        nv_describe_event(event, &out);
        result = print(&out);
    } else {
        nv_fail(&err, NV_ERROR_ARGUMENT, 0,
                "There is no event “%.80s”. Look for it with nv search.",
                given->arguments[0]);
    }
    nv_registry_free(registry);
    return err.code ? fail(&err) : result;
}

/* nv cite */

static const struct {
    const char *word;
    unsigned part;
} part_words[] = {
    {"date", NV_PART_DATE},
    {"signatories", NV_PART_SIGNATORIES},
    {"wording", NV_PART_WORDING},
    {"source", NV_PART_SOURCE},
};

static unsigned part_of(const char *word, size_t len)
{
    for (size_t i = 0; i < NV_COUNT_OF(part_words); i++)
        if (strlen(part_words[i].word) == len &&
            strncmp(part_words[i].word, word, len) == 0)
            return part_words[i].part;
    return 0;
}

/* Reads "date,source"; false for a word that is no part. */
static bool read_parts(const char *text, unsigned *parts)
{
    *parts = 0;
    for (;;) {
        const size_t len = strcspn(text, ",");
        const unsigned part = part_of(text, len);

        if (part == 0)
            return false;
        *parts |= part;
        if (text[len] == '\0')
            return true;
        text += len + 1;
    }
}

/* How notes are to be written: the options of nv cite, understood. */
typedef struct {
    const nv_registry *registry;
    nv_language language;
    bool as_html;
    bool has_parts; /* else the usual ones */
    unsigned parts;
} manner;

static bool read_manner(const arguments *given, manner *how)
{
    const char *locale = given->locale ? given->locale : "en";
    const char *format = given->format ? given->format : "text";

    *how = (manner){.language = nv_language_from_tag(locale, NV_LANGUAGE_RU),
                    .as_html = strcmp(format, "html") == 0,
                    .has_parts = given->parts != NULL};
    return (int)how->language < NV_NOTE_LANGUAGE_COUNT &&
           (how->as_html || strcmp(format, "text") == 0) &&
           (!given->parts || read_parts(given->parts, &how->parts)) &&
           given->count > 0;
}

/* Cuts "ID#QUOTE@LOCATOR" where it stands. */
static bool read_target(char *text, const manner *how, nv_citation *citation,
                        nv_typed_locator *locator, nv_error *err)
{
    char *at = strchr(text, '@');
    char *number = strchr(text, '#');
    char *end = NULL;
    long quotation = 0;

    if (at)
        *at++ = '\0';
    if (number && (!at || number < at)) {
        *number++ = '\0';
        quotation = strtol(number, &end, 10);
        if (end == number || *end || quotation < 1 || quotation > 255)
            return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                           "“%.40s” is no number of a quotation. See nv show.",
                           number);
    }
    if (at && !nv_locator_read(at, strlen(at), locator))
        return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                       "“%.40s” is no place in a text. Write, for instance, "
                       "@art 4 or @p. 12.",
                       at);
    citation->event = nv_registry_by_id(how->registry, text);
    citation->quotation = (int)quotation;
    return citation->event ||
           nv_fail(err, NV_ERROR_ARGUMENT, 0,
                   "There is no event “%.80s”. Look for it with nv search.",
                   text);
}

static void add_escaped(nv_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            nv_buffer_add_text(out, "&lt;");
        else if (*text == '>')
            nv_buffer_add_text(out, "&gt;");
        else if (*text == '&')
            nv_buffer_add_text(out, "&amp;");
        else if (*text == '"')
            nv_buffer_add_text(out, "&quot;");
        else
            nv_buffer_add_char(out, *text);
    }
}

static void add_run_as_html(nv_buffer *out, const nv_run *run)
{
    const bool is_italic =
        run->kind == NV_RUN_TITLE || run->kind == NV_RUN_EMPHASIS;
    const char *element = is_italic ? "i" : run->language ? "span" : NULL;

    if (element && run->language)
        nv_buffer_add_format(out, "<%s lang=\"%s\">", element, run->language);
    else if (element)
        nv_buffer_add_format(out, "<%s>", element);
    add_escaped(out, run->text);
    if (element)
        nv_buffer_add_format(out, "</%s>", element);
}

/* One note, one line. */
static void add_note(nv_buffer *out, const nv_note *note, const manner *how)
{
    if (how->as_html)
        nv_buffer_add_format(out, "<p lang=\"%s\">",
                             nv_language_code(how->language));
    for (size_t i = 0; i < note->count; i++) {
        if (how->as_html)
            add_run_as_html(out, &note->runs[i]);
        else
            nv_buffer_add_text(out, note->runs[i].text);
    }
    nv_buffer_add_text(out, how->as_html ? "</p>\n" : "\n");
}

static bool cite_one(char *text, const manner *how, nv_buffer *out,
                     nv_error *err)
{
    nv_citation citation = {.language = how->language};
    nv_typed_locator locator = {0};
    nv_note note = {0};

    if (!read_target(text, how, &citation, &locator, err))
        return false;
    citation.locator = (nv_locator){locator.label, locator.value};
    citation.parts = how->has_parts ? how->parts
                     : citation.quotation
                         ? NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING
                         : NV_PART_DATE | NV_PART_SOURCE;
    if (!nv_note_write(how->registry, &citation, &note, err))
        return false;
    add_note(out, &note, how);
    nv_note_release(&note);
    return true;
}

static int cite(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_registry *registry;
    manner how;
    bool is_cited;

    if (!read_manner(given, &how))
        return misuse();
    registry = open_pack(given, &err);
    how.registry = registry;
    is_cited = registry != NULL;
    for (int i = 0; is_cited && i < given->count; i++)
        is_cited = cite_one(given->arguments[i], &how, &out, &err);
    nv_registry_free(registry);
    if (is_cited)
        return print(&out);
    nv_buffer_release(&out);
    return fail(&err);
}

/* nv check: faults are its result, and so go to standard output. */

static int check(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_faults faults = {0};
    nv_registry *known = NULL;
    int result = FAILED;

    if (given->count == 0)
        return misuse();
    /* Files that bring all names can do without the pack beside the program. */
    known = open_pack(given, given->pack ? &err : NULL);
    if (!err.code && nv_check((const char *const *)given->arguments,
                              (size_t)given->count, known, &faults, &err)) {
        nv_faults_print(&faults, &out);
        result = print(&out) == DONE && faults.count == 0 ? DONE : FAILED;
    }
    nv_faults_release(&faults);
    nv_registry_free(known);
    return err.code ? fail(&err) : result;
}

/* nv new */

static int new_pack(const arguments *given)
{
    nv_error err = {0};

    if (given->count != 1)
        return misuse();
    return nv_example_write(given->arguments[0], &err) ? DONE : fail(&err);
}

/* nv pack */

static int pack(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    bool is_packed;

    if (!given->out || given->count == 0)
        return misuse();
    is_packed = nv_pack((const char *const *)given->arguments,
                        (size_t)given->count, &out, &err) &&
                nv_file_write(given->out, out.text, out.len, &err);
    nv_buffer_release(&out);
    return is_packed ? DONE : fail(&err);
}

/* nv export */

static int export_events(const arguments *given)
{
    const nv_export_format *format = nv_export_format_of(given->to);
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_registry *registry;
    bool is_exported;

    if (!format)
        return misuse();
    registry = open_pack(given, &err);
    is_exported = registry && nv_export(registry, format, given->arguments,
                                        (size_t)given->count, &out, &err);
    nv_registry_free(registry);
    if (is_exported)
        return print(&out);
    nv_buffer_release(&out);
    return fail(&err);
}

/* nv import: what was not carried over goes to standard error, and is no
 * failure. */

static int import_files(const arguments *given)
{
    nv_import_order order = {nv_import_format_of(given->from), given->name,
                             given->locale, NULL};
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT, notes = NV_BUFFER_INIT;
    nv_registry *known;

    if (!order.format || !given->out || !given->name || given->count == 0)
        return misuse();
    /* Without the pack beside the program no names are carried over. */
    known = open_pack(given, given->pack ? &err : NULL);
    order.known = known;
    if (!err.code && nv_import(&order, given->arguments, (size_t)given->count,
                               &out, &notes, &err))
        nv_file_write(given->out, out.text, out.len, &err);
    fputs(notes.text, stderr);
    nv_buffer_release(&notes);
    nv_buffer_release(&out);
    nv_registry_free(known);
    return err.code ? fail(&err) : DONE;
}

/* nv csl */

static int csl(const arguments *given)
{
    static const char locales[] = "/usr/share/citation-style-language/locales";
    nv_error err = {0};
    int wrong;

    if (given->count != 1)
        return misuse();
    wrong = nv_csl_suite_folder(given->arguments[0],
                                given->locales ? given->locales : locales,
                                given->known, given->verbose != NULL, &err);
    return wrong < 0 ? fail(&err) : wrong ? FAILED : DONE;
}

/* Arguments */

static bool is_allowed(const command *called, const char *option)
{
    char padded[32];

    snprintf(padded, sizeof padded, " %s ", option);
    return strstr(called->options, padded) != NULL;
}

/* Reads the option at words[*at] and moves behind it. */
static bool read_option(const command *called, char **words, int count, int *at,
                        arguments *given)
{
    for (size_t i = 0; i < NV_COUNT_OF(options); i++) {
        const char **value = (const char **)((char *)given + options[i].offset);

        if (strcmp(words[*at], options[i].name) != 0)
            continue;
        if (!is_allowed(called, options[i].name))
            return false;
        if (options[i].takes_value && ++*at == count)
            return false;
        *value = words[(*at)++];
        return true;
    }
    return false;
}

/* Options stand anywhere before "--"; what is left is moved to the front. */
static bool read_arguments(const command *called, char **words, int count,
                           arguments *given)
{
    int at = 0;

    *given = (arguments){.arguments = words};
    while (at < count && strcmp(words[at], "--") != 0) {
        if (words[at][0] != '-')
            words[given->count++] = words[at++];
        else if (!read_option(called, words, count, &at, given))
            return false;
    }
    for (at++; at < count; at++)
        words[given->count++] = words[at];
    return true;
}

int main(int argc, char **argv)
{
    arguments given;

    for (size_t i = 0; argc > 1 && i < NV_COUNT_OF(commands); i++) {
        if (strcmp(argv[1], commands[i].name) != 0)
            continue;
        if (!read_arguments(&commands[i], argv + 2, argc - 2, &given))
            return misuse();
        return commands[i].run(&given);
    }
    return misuse();
}
