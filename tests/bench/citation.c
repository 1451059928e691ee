/* SPDX-License-Identifier: MPL-2.0 */
/* How long the citation processor takes, a line "NAME VALUE" for each figure;
 * citation.md says what they mean. A name that ends in _ms is of the clock, in
 * _cpu_ms of the processor.
 *
 *   citation document STYLE LOCALE ITEMS NOTES OUT   a document, and changes
 *   citation load STYLE LOCALE                       a style and its locale
 *   citation styles FILE...                          many styles, in turn
 *
 * NOTES is a list of notes, each a list of {"id", "locator"}. OUT gets the HTML
 * of each note in a line of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/array.h"
#include "base/json.h"
#include "citation/processor.h"
#include "citation/style.h"
#include "registry/file.h"

enum { CHANGES = 40, LOADS = 101, MAX_CITES = 8 };

/* A moment, on both clocks, in milliseconds. */
typedef struct {
    double wall, cpu;
} moment;

static double read_clock(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static moment now(void)
{
    return (moment){read_clock(CLOCK_MONOTONIC),
                    read_clock(CLOCK_PROCESS_CPUTIME_ID)};
}

static moment since(moment start)
{
    const moment end = now();

    return (moment){end.wall - start.wall, end.cpu - start.cpu};
}

static void print(const char *name, moment took)
{
    printf("%s_ms %.6g\n%s_cpu_ms %.6g\n", name, took.wall, name, took.cpu);
}

static int by_cpu(const void *a, const void *b)
{
    const double x = ((const moment *)a)->cpu, y = ((const moment *)b)->cpu;

    return (x > y) - (x < y);
}

/* The median, and under NAME_longest the slowest. */
static void print_many(const char *name, moment times[], size_t count)
{
    char longest[64];

    qsort(times, count, sizeof *times, by_cpu);
    print(name, times[count / 2]);
    snprintf(longest, sizeof longest, "%s_longest", name);
    print(longest, times[count - 1]);
}

/* VmHWM, not ru_maxrss: the latter begins with that of the program that started
 * this one. */
static void print_memory(void)
{
    FILE *file = fopen("/proc/self/status", "r");
    char line[128];
    long kib;

    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmHWM: %ld", &kib) == 1)
            printf("peak_kib %ld\n", kib);
    if (file)
        fclose(file);
}

/* Ends the program with the error if there is one: a bench has nothing to
 * save. */
static void must(bool is_done, const nv_error *err)
{
    if (is_done)
        return;
    fprintf(stderr, "citation: %s\n", err->message);
    exit(1);
}

static nv_buffer slurp(const char *path)
{
    nv_buffer bytes = NV_BUFFER_INIT;
    nv_error err = {0};

    must(nv_file_read(path, &bytes, &err), &err);
    return bytes;
}

/* Style, locale and the lexicon of both; owned. */
typedef struct {
    nv_csl_style *style;
    nv_csl_locale *locale;
    nv_csl_lexicon *lexicon;
} loaded;

static loaded load(const char *style, const char *locale)
{
    nv_buffer style_xml = slurp(style), locale_xml = slurp(locale);
    nv_error err = {0};
    loaded all;

    all.style = nv_csl_style_read(style_xml.text, style_xml.len, &err);
    must(all.style, &err);
    all.locale = nv_csl_locale_read(locale_xml.text, locale_xml.len, &err);
    must(all.locale, &err);
    all.lexicon =
        nv_csl_lexicon_new(all.style, "en-US",
                           (const nv_csl_locale *const[]){all.locale}, 1, &err);
    must(all.lexicon, &err);
    nv_buffer_release(&style_xml);
    nv_buffer_release(&locale_xml);
    return all;
}

static void unload(loaded *all)
{
    nv_csl_lexicon_free(all->lexicon);
    nv_csl_locale_free(all->locale);
    nv_csl_style_free(all->style);
}

/* One note of NOTES as a cluster; its texts are borrowed from the JSON. */
typedef struct {
    char id[16];
    nv_csl_cite cites[MAX_CITES];
    nv_csl_cluster cluster;
} note;

static void read_note(const nv_json *json, size_t index, bool in_text,
                      note *note)
{
    size_t count = 0;

    memset(note, 0, sizeof *note);
    snprintf(note->id, sizeof note->id, "n%zu", index);
    for (const nv_json *cite = json->first; cite && count < MAX_CITES;
         cite = cite->next, count++) {
        note->cites[count].item = nv_json_text(cite, "id");
        note->cites[count].locator = nv_json_text(cite, "locator");
        note->cites[count].label = NV_CSL_NO_TERM;
    }
    note->cluster = (nv_csl_cluster){.id = note->id,
                                     .note = in_text ? 0 : (int32_t)index + 1,
                                     .cites = note->cites,
                                     .cite_count = count};
}

/* A document and what it is made of. */
typedef struct {
    nv_arena arena;
    const nv_csl_item *const *items;
    size_t item_count;
    note *notes;
    size_t note_count;
    nv_csl_processor *processor;
} document;

static void read_document(document *doc, const char *items, const char *notes,
                          bool in_text)
{
    nv_buffer items_json = slurp(items), notes_json = slurp(notes);
    nv_error err = {0};
    const nv_json *list;

    doc->items = nv_csl_items_read(items_json.text, items_json.len, &doc->arena,
                                   &doc->item_count, &err);
    must(doc->items, &err);
    list = nv_json_read(notes_json.text, notes_json.len, &doc->arena, &err);
    must(list, &err);
    for (const nv_json *json = list->first; json; json = json->next)
        doc->note_count++;
    doc->notes =
        nv_arena_array(&doc->arena, doc->note_count, sizeof *doc->notes);
    must(doc->notes, &(nv_error){.message = "There is no memory for notes."});
    doc->note_count = 0;
    for (const nv_json *json = list->first; json; json = json->next) {
        read_note(json, doc->note_count, in_text, &doc->notes[doc->note_count]);
        doc->note_count++;
    }
    nv_buffer_release(&items_json);
    nv_buffer_release(&notes_json);
}

/* From nothing to the HTML of every note, which is added to `out`. */
static void format(document *doc, const loaded *all, nv_buffer *out)
{
    nv_csl_options options = {0};
    nv_csl_changes changes;
    nv_error err = {0};

    doc->processor = nv_csl_processor_new(all->lexicon, &options, &err);
    must(doc->processor, &err);
    must(nv_csl_processor_put_items(doc->processor, doc->items, doc->item_count,
                                    &err),
         &err);
    for (size_t i = 0; i < doc->note_count; i++)
        must(nv_csl_processor_insert(doc->processor, i, &doc->notes[i].cluster,
                                     &err),
             &err);
    must(nv_csl_processor_update(doc->processor, &changes, &err), &err);
    for (size_t i = 0; i < doc->note_count; i++) {
        nv_csl_text_write_html(
            nv_csl_processor_text(doc->processor, doc->notes[i].id), out);
        nv_buffer_add_char(out, '\n');
    }
}

/* CHANGES citations, evenly taken of all, each made that of another note and
 * then put back. */
static void change(document *doc)
{
    static moment times[2 * CHANGES];
    size_t touched = 0;
    nv_csl_changes changes;
    nv_error err = {0};

    for (size_t i = 0; i < NV_COUNT_OF(times); i++) {
        const size_t at = (i / 2) * doc->note_count / CHANGES;
        const size_t other = (at + doc->note_count / 3) % doc->note_count;
        nv_csl_cluster cluster = doc->notes[at].cluster;
        moment start;

        if (i % 2 == 0) {
            cluster.cites = doc->notes[other].cites;
            cluster.cite_count = doc->notes[other].cluster.cite_count;
        }
        start = now();
        must(nv_csl_processor_replace(doc->processor, &cluster, &err), &err);
        must(nv_csl_processor_update(doc->processor, &changes, &err), &err);
        times[i] = since(start);
        touched += changes.count;
    }
    print_many("change", times, NV_COUNT_OF(times));
    printf("change_touched %.6g\n", (double)touched / NV_COUNT_OF(times));
}

static void bench_document(char *arguments[])
{
    loaded all = load(arguments[0], arguments[1]);
    document doc = {0};
    nv_buffer html = NV_BUFFER_INIT;
    nv_error err = {0};
    moment start;

    read_document(&doc, arguments[2], arguments[3],
                  !nv_csl_style_describe(all.style)->is_note);
    start = now();
    format(&doc, &all, &html);
    print("format", since(start));
    print_memory();
    must(nv_file_write(arguments[4], html.text, html.len, &err), &err);
    change(&doc);
    nv_csl_processor_free(doc.processor);
    nv_arena_release(&doc.arena);
    nv_buffer_release(&html);
    unload(&all);
}

static void bench_load(char *arguments[])
{
    static moment times[LOADS];

    for (size_t i = 0; i < LOADS; i++) {
        const moment start = now();
        loaded all = load(arguments[0], arguments[1]);

        times[i] = since(start);
        unload(&all);
    }
    print("load_first", times[0]);
    print_many("load", times, LOADS);
}

/* Each is given back before the next, as if a user tried them all. */
static void bench_styles(char *paths[])
{
    const moment start = now();
    size_t count = 0;

    for (; paths[count]; count++) {
        nv_buffer xml = slurp(paths[count]);
        nv_error err = {0};
        nv_csl_style *style = nv_csl_style_read(xml.text, xml.len, &err);

        if (!style)
            fprintf(stderr, "citation: %s: %s\n", paths[count], err.message);
        nv_csl_style_free(style);
        nv_buffer_release(&xml);
    }
    print("styles", since(start));
    printf("styles_count %zu\n", count);
    print_memory();
}

static const struct {
    const char *name;
    void (*run)(char *arguments[]);
    int at_least; /* arguments */
} modes[] = {
    {"document", bench_document, 5},
    {"load", bench_load, 2},
    {"styles", bench_styles, 0},
};

int main(int argc, char *argv[])
{
    for (size_t i = 0; i < NV_COUNT_OF(modes); i++)
        if (argc > 1 && strcmp(argv[1], modes[i].name) == 0 &&
            argc - 2 >= modes[i].at_least) {
            modes[i].run(argv + 2);
            return 0;
        }
    fprintf(stderr, "usage: citation document STYLE LOCALE ITEMS NOTES OUT\n"
                    "       citation load STYLE LOCALE\n"
                    "       citation styles FILE...\n");
    return 2;
}
