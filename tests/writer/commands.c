/* SPDX-License-Identifier: MPL-2.0 */
/* Inserting, refreshing, and the bench. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "uno/later.h"
#include "writer/document.h"
#include "fault.h"

nv_language test_words(const test_arguments *args)
{
    return nv_language_from_tag(args->words, NV_LANGUAGE_EN);
}

static void place(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    static const char *const names[] = {"footnote", "text", "nowhere"};
    char why[200];
    nv_place at =
        nv_writer_place(args->frame, test_words(args), why, sizeof why);

    (void)self;
    snprintf(answer, size, "%s%s%s", names[at], *why ? ": " : "", why);
}

static void language(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    (void)self;
    snprintf(answer, size, "%s",
             nv_language_code(nv_writer_language(args->frame)));
}

/* One style for all languages. */
nv_means test_means(const test_shelf *shelf, const test_arguments *args)
{
    nv_means means = {.packs = shelf->packs, .library = shelf->library};

    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        means.styles[i] = args->style;
    return means;
}

bool test_citation(const test_shelf *shelf, const test_arguments *args,
                   nv_citation *citation, nv_typed_locator *typed,
                   nv_error *err)
{
    *typed = (nv_typed_locator){0};
    *citation = (nv_citation){
        .event = nv_registry_by_id(shelf->registry, args->id, err),
        .quotation = args->quotation,
        .parts = (unsigned)args->parts,
        .language = nv_language_from_tag(args->language, NV_LANGUAGE_EN),
        .source = args->source,
        .date_variant = args->variant,
        .prefix = args->prefix,
        .suffix = args->suffix,
    };
    if (args->locator &&
        nv_locator_read(args->locator, strlen(args->locator), typed))
        citation->locator = (nv_locator){typed->label, typed->value};
    return citation->event ||
           nv_fail(err, NV_ERROR_ARGUMENT, 0, "no event %s", args->id);
}

void test_answer_error(const nv_error *err, char *answer, size_t size)
{
    snprintf(answer, size, "error %d %s: %s", err->code, err->origin,
             err->message);
}

/* One is kept from call to call, as the panel does, until another frame asks.
 */
nv_essay *test_essay(test_job *self, const test_arguments *args, nv_error *err)
{
    static nv_essay *kept;
    static css_frame_XFrame *frame;

    if (frame != args->frame) {
        nv_essay_free(kept);
        nv_uno_release(frame);
        kept = nv_essay_new(self->context, args->frame, err);
        frame = nv_uno_acquire(args->frame);
    }
    return kept;
}

static bool insert_from(test_job *self, const test_shelf *shelf,
                        const test_arguments *args, nv_error *err)
{
    nv_typed_locator typed;
    nv_citation citation;
    nv_means means = test_means(shelf, args);
    nv_essay *essay = NULL;
    bool is_done = test_citation(shelf, args, &citation, &typed, err);

    if (is_done)
        essay = test_essay(self, args, err);
    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = essay && nv_writer_insert(essay, &means, shelf->registry,
                                        &citation, test_words(args), err);
    nv_fault_disarm();
    return is_done;
}

static void insert(test_job *self, const test_arguments *args, char *answer,
                   size_t size)
{
    nv_error err = {0};
    test_shelf shelf;

    if (test_shelf_open(&shelf, args->folder, &err) &&
        insert_from(self, &shelf, args, &err))
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
    test_shelf_close(&shelf);
}

/* "citations 3, rewritten 1, by hand 0, lost 0" */
static void refresh(test_job *self, const test_arguments *args, char *answer,
                    size_t size)
{
    nv_error err = {0};
    nv_refreshed done = {0};
    test_shelf shelf;
    bool is_done = test_shelf_open(&shelf, args->folder, &err);
    nv_means means = test_means(&shelf, args);
    nv_essay *essay = test_essay(self, args, &err);

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && essay &&
              nv_writer_refresh(essay, &means, test_words(args), &done, &err);
    nv_fault_disarm();
    test_shelf_close(&shelf);
    if (is_done)
        snprintf(answer, size,
                 "done %d: citations %zu, rewritten %zu, by hand %zu, lost %zu",
                 nv_fault_calls(), done.citations, done.rewritten, done.by_hand,
                 done.lost);
    else
        test_answer_error(&err, answer, size);
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

static void bench(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    nv_error err = {0};

    benched.context = self->context;
    benched.folder = strdup(args->folder);
    nv_uno_later(self->context, run_bench, NULL, &err);
    snprintf(answer, size, "%s", err.message);
}

static void bench_table(test_job *self, const test_arguments *args,
                        char *answer, size_t size)
{
    (void)self, (void)args;
    snprintf(answer, size, "%s", benched.table);
}

const test_command test_basic_commands[] = {
    {"place", place}, {"language", language},       {"insert", insert},
    {"bench", bench}, {"bench-table", bench_table}, {"refresh", refresh},
    {NULL, NULL},
};
