/* SPDX-License-Identifier: MPL-2.0 */
/* A job by which a script calls the writer room inside a running office:
 *
 *   job = create("org.noteverbale.test.Writer")
 *   job.execute((NamedValue("command", "insert"), NamedValue("frame", frame),
 *                NamedValue("folder", path), NamedValue("id", "1954-...")))
 *
 * Each command takes its arguments by name and answers with a text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "bench/bench.h"
#include "css.h"
#include "note/locator.h"
#include "uno/later.h"
#include "uno/uno.h"
#include "writer/document.h"
#include "fault.h"
#include "shelf.h"

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context;
} job;

/* The arguments of one call; texts are owned, absent ones NULL or 0. */
typedef struct {
    char *command, *folder, *id, *language, *style, *locator, *source, *words;
    sal_Int32 parts, quotation, variant, fault, is_after;
    css_frame_XFrame *frame;
} arguments;

static const struct {
    const char *name;
    size_t offset;
} texts[] =
    {
        {"command", offsetof(arguments, command)},
        {"folder", offsetof(arguments, folder)},
        {"id", offsetof(arguments, id)},
        {"language", offsetof(arguments, language)},
        {"style", offsetof(arguments, style)},
        {"locator", offsetof(arguments, locator)},
        {"source", offsetof(arguments, source)},
        {"words", offsetof(arguments, words)},
},
  numbers[] = {
      {"parts", offsetof(arguments, parts)},
      {"quotation", offsetof(arguments, quotation)},
      {"variant", offsetof(arguments, variant)},
      {"fault", offsetof(arguments, fault)},
      {"after", offsetof(arguments, is_after)},
};

static void read_argument(arguments *args, const css_beans_NamedValue *named)
{
    char *at = (char *)args;

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        if (nv_uno_string_equals(named->Name, texts[i].name))
            *(char **)(void *)(at + texts[i].offset) =
                nv_uno_utf8(nv_uno_any_get_string(&named->Value));
    for (size_t i = 0; i < NV_COUNT_OF(numbers); i++)
        if (nv_uno_string_equals(named->Name, numbers[i].name))
            nv_uno_any_get_long(&named->Value,
                                (sal_Int32 *)(void *)(at + numbers[i].offset));
    if (nv_uno_string_equals(named->Name, "frame"))
        args->frame = css_frame_XFrame_from_any(&named->Value);
}

static void release_arguments(arguments *args)
{
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        free(*(char **)(void *)((char *)args + texts[i].offset));
    nv_uno_release(args->frame);
}

static nv_language words_of(const arguments *args)
{
    return nv_language_from_tag(args->words, NV_LANGUAGE_EN);
}

static void place(job *self, const arguments *args, char *answer, size_t size)
{
    static const char *const names[] = {"footnote", "text", "nowhere"};
    char why[200];
    nv_place at = nv_writer_place(args->frame, words_of(args), why, sizeof why);

    (void)self;
    snprintf(answer, size, "%s%s%s", names[at], *why ? ": " : "", why);
}

static void language(job *self, const arguments *args, char *answer,
                     size_t size)
{
    (void)self;
    snprintf(answer, size, "%s",
             nv_language_code(nv_writer_language(args->frame)));
}

static bool insert_from(const test_shelf *shelf, const arguments *args,
                        nv_error *err)
{
    nv_typed_locator typed = {0};
    nv_citation citation = {
        .event = nv_registry_by_id(shelf->registry, args->id, err),
        .quotation = args->quotation,
        .parts = (unsigned)args->parts,
        .language = nv_language_from_tag(args->language, NV_LANGUAGE_EN),
        .source = args->source,
        .date_variant = args->variant,
    };
    nv_note_style *style =
        nv_library_style(shelf->library, args->style, citation.language, err);
    bool is_done;

    if (!citation.event)
        return nv_fail(err, NV_ERROR_ARGUMENT, 0, "no event %s", args->id);
    if (!style)
        return false;
    if (args->locator &&
        nv_locator_read(args->locator, strlen(args->locator), &typed))
        citation.locator = (nv_locator){typed.label, typed.value};
    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = nv_writer_insert(args->frame, shelf->registry, &citation, style,
                               words_of(args), err);
    nv_fault_disarm();
    return is_done;
}

static void insert(job *self, const arguments *args, char *answer, size_t size)
{
    nv_error err = {0};
    test_shelf shelf;

    (void)self;
    if (test_shelf_open(&shelf, args->folder, &err) &&
        insert_from(&shelf, args, &err))
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        snprintf(answer, size, "error %d %s: %s", err.code, err.origin,
                 err.message);
    test_shelf_close(&shelf);
}

/* "citations 3, rewritten 1, by hand 0, lost 0" */
static void refresh(job *self, const arguments *args, char *answer, size_t size)
{
    nv_error err = {0};
    nv_refreshed done = {0};
    test_shelf shelf;
    bool is_done = test_shelf_open(&shelf, args->folder, &err);
    nv_means means = {.packs = shelf.packs, .library = shelf.library};

    (void)self;
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = args->style;
    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && nv_writer_refresh(args->frame, &means, words_of(args),
                                           &done, &err);
    nv_fault_disarm();
    test_shelf_close(&shelf);
    if (is_done)
        snprintf(answer, size,
                 "done %d: citations %zu, rewritten %zu, by hand %zu, lost %zu",
                 nv_fault_calls(), done.citations, done.rewritten, done.by_hand,
                 done.lost);
    else
        snprintf(answer, size, "error %d %s: %s", err.code, err.origin,
                 err.message);
}

/* The bench runs on the main thread, as the panel does, while the script asks
 * for its table until that is there. */
static struct {
    css_uno_XComponentContext *context;
    char *folder;
    char table[4096];
} benched;

static void run_bench(void *unused)
{
    (void)unused;
    nv_bench(benched.context, benched.folder, benched.table,
             sizeof benched.table);
    free(benched.folder);
}

static void bench(job *self, const arguments *args, char *answer, size_t size)
{
    nv_error err = {0};

    benched.context = self->context;
    benched.folder = strdup(args->folder);
    nv_uno_later(self->context, run_bench, NULL, &err);
    snprintf(answer, size, "%s", err.message);
}

static void bench_table(job *self, const arguments *args, char *answer,
                        size_t size)
{
    (void)self, (void)args;
    snprintf(answer, size, "%s", benched.table);
}

static const struct {
    const char *name;
    void (*run)(job *self, const arguments *args, char *answer, size_t size);
} commands[] = {
    {"place", place}, {"language", language},       {"insert", insert},
    {"bench", bench}, {"bench-table", bench_table}, {"refresh", refresh},
};

static uno_Any execute(void *self, css_beans_NamedValue_seq named,
                       nv_error *err)
{
    arguments args = {0};
    char answer[4096] = "";
    bool is_known = false;

    for (sal_Int32 i = 0; i < css_beans_NamedValue_seq_len(named); i++)
        read_argument(&args, css_beans_NamedValue_seq_at(named) + i);
    for (size_t i = 0; i < NV_COUNT_OF(commands); i++)
        if (args.command && strcmp(commands[i].name, args.command) == 0) {
            commands[i].run(self, &args, answer, sizeof answer);
            is_known = true;
        }
    if (!is_known)
        nv_uno_throw(err, "com.sun.star.lang.IllegalArgumentException",
                     "no command %s", args.command ? args.command : "given");
    release_arguments(&args);
    return nv_uno_any_utf8(answer);
}

static void destroy(void *self)
{
    nv_uno_release(((job *)self)->context);
}

static const css_task_XJob_methods methods = {.execute = execute};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_task_XJob, &methods),
};
static const char *const services[] = {"org.noteverbale.test.Writer", NULL};
static const nv_uno_class job_class = {
    .name = "org.noteverbale.test.Writer",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(job),
    .destroy = destroy,
    .services = services,
};

static void *create(css_uno_XComponentContext *context, nv_error *err)
{
    job *made = nv_uno_object_new(&job_class, err);

    if (made)
        made->context = nv_uno_acquire(context);
    return made;
}

__attribute__((visibility("default"))) void *
component_getFactory(const char *implementation, void *manager, void *unused)
{
    static const nv_uno_component table[] = {
        {"org.noteverbale.test.Writer", create},
    };

    (void)manager, (void)unused;
    return nv_uno_factory(table, NV_COUNT_OF(table), implementation);
}
