/* SPDX-License-Identifier: MPL-2.0 */
/* nv, the door for the command line: search, show, cite, check and pack what
 * the registry holds. Wrong arguments end with 2, a failure with 1; what is
 * wrong goes to standard error in one sentence. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
#include "registry/indexes.h"
#include "registry/pack.h"
#include "registry/packs.h"
#include "registry/search/search.h"

enum { DONE = 0, FAILED = 1, MISUSED = 2 };

enum { MOST_PACKS = 32 };

/* Options are NULL when they are not given. */
typedef struct {
    const char *packs[MOST_PACKS + 1]; /* -r, as often as it is given */
    const char *out;                   /* -o */
    const char *limit;                 /* --limit */
    const char *locale;                /* --locale */
    const char *format;                /* --format */
    const char *parts;                 /* --parts */
    const char *to;                    /* --to */
    const char *from;                  /* --from */
    const char *name;                  /* --pack */
    const char *ids;                   /* --ids, takes no value */
    const char *locales;               /* --locales */
    const char *known;                 /* --known */
    const char *verbose;               /* --verbose, takes no value */
    char **arguments;                  /* what is left */
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
     "nv search [--ids] [--limit N] [-r PACK]... QUERY"},
    {"show", show, " -r ", "nv show [-r PACK]... [PACK:]ID"},
    {"cite", cite, " -r --locale --format --parts ",
     "nv cite [-r PACK]... [--locale en|fr] [--format text|html]\n"
     "               [--parts date,signatories,wording,source]\n"
     "               [PACK:]ID[#QUOTE][@LOCATOR]..."},
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
    {"-r", offsetof(arguments, packs), true},
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

static const char about_packs[] =
    "Without -r, the registry beside nv is used. An index that has to be made "
    "anew\nis kept in $XDG_CACHE_HOME/noteverbale, or "
    "~/.cache/noteverbale.\n";

static int misuse(void)
{
    const char *lead = "usage: ";

    for (size_t i = 0; i < NV_COUNT_OF(commands); i++) {
        fprintf(stderr, "%s%s\n", lead, commands[i].usage);
        lead = "       ";
    }
    fputs(about_packs, stderr);
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

/* Packs */

/* Adds the path of the pack beside the program. */
static void add_default(nv_buffer *path)
{
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    const char *slash;

    program[len > 0 ? len : 0] = '\0';
    slash = strrchr(program, '/');
    nv_buffer_add(path, program, slash ? (size_t)(slash - program) + 1 : 0);
    nv_buffer_add_text(path, "registry.xml.gz");
}

/* The folder for what can be made anew, as the XDG Base Directory Specification
 * has it: relative paths don't count. NULL if there is none; `path` holds it.
 */
static const char *find_cache(nv_buffer *path)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (cache && cache[0] == '/') {
        nv_buffer_add_text(path, cache);
    } else if (home && home[0] == '/') {
        nv_buffer_add_format(path, "%s/.cache", home);
        mkdir(path->text, 0700);
    } else {
        return NULL;
    }
    nv_buffer_add_text(path, "/noteverbale");
    return path->failed ? NULL : path->text;
}

/* The one pack that is asked for. */
static nv_registry *open_pack(const arguments *given, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT, cache = NV_BUFFER_INIT;
    nv_registry *registry;

    add_default(&path);
    registry = nv_registry_open(given->packs[0] ? given->packs[0] : path.text,
                                find_cache(&cache), err);
    nv_buffer_release(&path);
    nv_buffer_release(&cache);
    return registry;
}

static bool has_several_packs(const arguments *given)
{
    return given->packs[0] && given->packs[1];
}

static void say_troubles(const nv_packs *packs)
{
    for (size_t i = 0; i < nv_packs_trouble_count(packs); i++)
        fail(&nv_packs_trouble(packs, i)->err);
    for (size_t i = 0; i < nv_packs_count(packs); i++) {
        const char *trouble =
            nv_registry_index_trouble(nv_packs_registries(packs)[i]);

        if (trouble[0])
            fprintf(stderr, "nv: %s\n", trouble);
    }
}

/* Adds all packs. One that can't be used is told of, and is a failure only if
 * no other can. */
static bool add_packs(nv_packs *packs, const arguments *given, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT;

    if (!given->packs[0]) {
        add_default(&path);
        nv_packs_add(packs, path.text, err);
        nv_buffer_release(&path);
    }
    for (size_t i = 0; given->packs[i]; i++)
        nv_packs_add(packs, given->packs[i], err);
    if (nv_packs_count(packs) == 0)
        return false;
    nv_error_clear(err);
    say_troubles(packs);
    return true;
}

/* The packs that are asked for, side by side. */
static nv_packs *open_packs(const arguments *given, nv_error *err)
{
    nv_buffer cache = NV_BUFFER_INIT;
    nv_packs *packs = nv_packs_new(find_cache(&cache), err);

    nv_buffer_release(&cache);
    if (packs && add_packs(packs, given, err))
        return packs;
    nv_packs_free(packs);
    return NULL;
}

/* The event of that id; sets *registry to whose it is. */
static const nv_event *find_event(const nv_packs *packs, const char *id,
                                  const nv_registry **registry, nv_error *err)
{
    const nv_event *event = nv_packs_event(packs, id, registry, err);

    if (!event)
        nv_fail(err, NV_ERROR_ARGUMENT, 0,
                "There is no event “%.80s”. Look for it with nv search.", id);
    return event;
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

/* Adds the id by which nv show finds the event: that of another pack than the
 * first says whose it is. */
static void add_id(nv_buffer *out, const nv_hit *hit, const nv_packs *packs)
{
    if (hit->registry != nv_packs_registries(packs)[0])
        nv_buffer_add_format(out, "%s:", nv_registry_pack(hit->registry));
    nv_buffer_add_text(out, hit->card.id);
}

static void add_hit(nv_buffer *out, nv_finder *search, const nv_hit *hit,
                    const nv_packs *packs, nv_error *err)
{
    const nv_statement *statement;
    nv_snippet snippet;

    nv_buffer_add_format(out, "%s  %s  [", hit->card.date,
                         nv_bilingual_in(&hit->card.title, NV_LANGUAGE_EN));
    add_id(out, hit, packs);
    nv_buffer_add_text(out, "]\n");
    if (!hit->statement) {
        if (nv_finder_snippet(search, hit, &snippet))
            add_snippet(out, hit, &snippet);
        return;
    }
    statement = nv_registry_statement(hit->registry, hit->statement - 1, err);
    if (statement)
        nv_describe_statement(statement, out);
}

static void say_corrections(const nv_finder *search)
{
    size_t count;
    const nv_correction *all = nv_finder_corrections(search, &count);

    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "nv: Nothing was found with “%s”. These have “%s”.\n",
                all[i].typed, all[i].meant);
}

/* How many there are apart from those that are shown. */
static void say_more(const nv_finder *search, size_t shown)
{
    const size_t total = nv_finder_total(search);

    if (!nv_finder_total_is_exact(search))
        fprintf(
            stderr,
            "nv: Shown: %zu of at least %zu. A longer phrase finds fewer.\n",
            shown, total);
    else if (total > shown)
        fprintf(stderr, "nv: Shown: %zu of %zu. --limit N shows more.\n", shown,
                total);
}

static int print_hits(nv_finder *search, const nv_packs *packs,
                      const arguments *given, size_t limit, nv_error *err)
{
    nv_buffer out = NV_BUFFER_INIT;
    size_t count;
    const nv_hit *hits = nv_finder_hits(search, &count);
    int result;

    if (count > limit)
        count = limit;
    say_corrections(search);
    for (size_t i = 0; i < count && err->code == NV_OK; i++) {
        if (!given->ids) {
            add_hit(&out, search, &hits[i], packs, err);
            continue;
        }
        add_id(&out, &hits[i], packs);
        nv_buffer_add_char(&out, '\n');
    }
    result = print(&out);
    say_more(search, count);
    return result;
}

static int search_in(const nv_packs *packs, const arguments *given,
                     size_t limit, nv_error *err)
{
    nv_buffer query = NV_BUFFER_INIT;
    nv_finder *search =
        nv_finder_new(nv_packs_registries(packs), nv_packs_count(packs), err);
    int result = FAILED;

    add_words(&query, given);
    if (query.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else if (search && nv_finder_run(search, query.text, query.len, err) ==
                           NV_SEARCH_DONE)
        result = print_hits(search, packs, given, limit, err);
    nv_buffer_release(&query);
    nv_finder_free(search);
    return result;
}

static int search(const arguments *given)
{
    const size_t limit = read_limit(given->limit);
    nv_error err = {0};
    nv_packs *packs;
    int result = FAILED;

    if (limit == 0 || given->count == 0)
        return misuse();
    packs = open_packs(given, &err);
    if (packs)
        result = search_in(packs, given, limit, &err);
    nv_packs_free(packs);
    return err.code ? fail(&err) : result;
}

/* nv show */

static int show(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    const nv_registry *registry;
    const nv_event *event = NULL;
    nv_packs *packs;
    int result = FAILED;

    if (given->count != 1)
        return misuse();
    packs = open_packs(given, &err);
    if (packs)
        event = find_event(packs, given->arguments[0], &registry, &err);
    if (event) {
        nv_describe_event(event, &out);
        result = print(&out);
    }
    nv_packs_free(packs);
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
    const nv_packs *packs;
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

/* Cuts "ID#QUOTE@LOCATOR" where it stands; *registry becomes the event's. */
static bool read_target(char *text, const manner *how, nv_citation *citation,
                        nv_typed_locator *locator, const nv_registry **registry,
                        nv_error *err)
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
    citation->event = find_event(how->packs, text, registry, err);
    citation->quotation = (int)quotation;
    return citation->event != NULL;
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
    const nv_registry *registry;
    nv_note note = {0};

    if (!read_target(text, how, &citation, &locator, &registry, err))
        return false;
    citation.locator = (nv_locator){locator.label, locator.value};
    citation.parts = how->has_parts ? how->parts
                     : citation.quotation
                         ? NV_PART_DATE | NV_PART_SOURCE | NV_PART_WORDING
                         : NV_PART_DATE | NV_PART_SOURCE;
    if (!nv_note_write(registry, &citation, &note, err))
        return false;
    add_note(out, &note, how);
    nv_note_release(&note);
    return true;
}

static int cite(const arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_packs *packs;
    manner how;
    bool is_cited;

    if (!read_manner(given, &how))
        return misuse();
    packs = open_packs(given, &err);
    how.packs = packs;
    is_cited = packs != NULL;
    for (int i = 0; is_cited && i < given->count; i++)
        is_cited = cite_one(given->arguments[i], &how, &out, &err);
    nv_packs_free(packs);
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

    if (given->count == 0 || has_several_packs(given))
        return misuse();
    /* Files that bring all names can do without the pack beside the program. */
    known = open_pack(given, given->packs[0] ? &err : NULL);
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

/* nv pack: writes the pack and, beside it, its index. */

static bool write_pack(const char *path, const nv_buffer *packed,
                       const nv_buffer *index, nv_error *err)
{
    nv_buffer beside = NV_BUFFER_INIT;
    bool is_written = false;

    nv_index_add_path(&beside, path);
    if (beside.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else
        is_written = nv_file_write(path, packed->text, packed->len, err) &&
                     nv_file_write(beside.text, index->text, index->len, err);
    nv_buffer_release(&beside);
    return is_written;
}

static int pack(const arguments *given)
{
    nv_error err = {0};
    nv_buffer packed = NV_BUFFER_INIT, index = NV_BUFFER_INIT;

    if (!given->out || given->count == 0)
        return misuse();
    if (nv_pack((const char *const *)given->arguments, (size_t)given->count,
                &packed, &index, &err))
        write_pack(given->out, &packed, &index, &err);
    nv_buffer_release(&packed);
    nv_buffer_release(&index);
    return err.code ? fail(&err) : DONE;
}

/* nv export */

static int export_events(const arguments *given)
{
    const nv_export_format *format = nv_export_format_of(given->to);
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_registry *registry;
    bool is_exported;

    if (!format || has_several_packs(given))
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

    if (!order.format || !given->out || !given->name || given->count == 0 ||
        has_several_packs(given))
        return misuse();
    /* Without the pack beside the program no names are carried over. */
    known = open_pack(given, given->packs[0] ? &err : NULL);
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

/* Where one more pack goes; NULL if there are too many. */
static const char **next_pack(arguments *given)
{
    size_t count = 0;

    while (given->packs[count])
        count++;
    return count < MOST_PACKS ? &given->packs[count] : NULL;
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
        if (options[i].offset == offsetof(arguments, packs))
            value = next_pack(given);
        if (!value)
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
