/* SPDX-License-Identifier: MPL-2.0 */
/* Inserting, refreshing, and the bench. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "uno/later.h"
#include "writer/document.h"
#include "writer/survey.h"
#include "writer/watch.h"
#include "fault.h"

nv_tongue test_words(const test_arguments *args)
{
    return nv_tongue_from_tag(args->words);
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
static struct {
    nv_essay *essay;
    test_shelf shelf;
    css_frame_XFrame *frame;
} kept;

nv_essay *test_essay(test_job *self, const test_arguments *args,
                     const test_shelf **shelf, nv_error *err)
{
    *shelf = &kept.shelf;
    if (kept.frame == args->frame)
        return kept.essay;
    nv_essay_free(kept.essay);
    test_shelf_close(&kept.shelf);
    nv_uno_release(kept.frame);
    kept.frame = NULL;
    kept.essay = nv_essay_new(self->context, args->frame, err);
    if (test_shelf_open(&kept.shelf, args->folder, err) && kept.essay)
        kept.frame = nv_uno_acquire(args->frame);
    return kept.frame ? kept.essay : NULL;
}

static void insert(test_job *self, const test_arguments *args, char *answer,
                   size_t size)
{
    nv_error err = {0};
    nv_typed_locator typed;
    nv_citation citation;
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    nv_means means = test_means(shelf, args);
    bool is_done = essay && test_citation(shelf, args, &citation, &typed, &err);

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && nv_writer_insert(essay, &means, shelf->registry,
                                          &citation, test_words(args), &err);
    nv_fault_disarm();
    if (is_done)
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
}

static void show_counts(const nv_refreshed *sum, char *answer, size_t size)
{
    snprintf(answer, size,
             "citations %zu, rewritten %zu, by hand %zu, lost %zu",
             sum->citations, sum->rewritten, sum->by_hand, sum->lost);
}

/* "done 212: citations 3, rewritten 1, by hand 0, lost 0" */
static void refresh(test_job *self, const test_arguments *args, char *answer,
                    size_t size)
{
    nv_error err = {0};
    nv_refreshed done = {0};
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    nv_means means = test_means(shelf, args);
    bool is_done;
    int len;

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = essay &&
              nv_writer_refresh(essay, &means, test_words(args), &done, &err);
    nv_fault_disarm();
    if (is_done) {
        len = snprintf(answer, size, "done %d: ", nv_fault_calls());
        show_counts(&done, answer + len, size - (size_t)len);
    } else {
        test_answer_error(&err, answer, size);
    }
}

/* A line for each citation: note, state, what it says, what it should. */
static void survey(test_job *self, const test_arguments *args, char *answer,
                   size_t size)
{
    static const char *const states[] = {"right", "stale", "by hand", "lost"};
    nv_error err = {0};
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    nv_means means = test_means(shelf, args);
    nv_survey *survey = NULL;

    nv_fault_arm(args->fault, args->is_after != 0);
    survey = essay ? nv_survey_new(essay, &means, &err) : NULL;
    nv_fault_disarm();
    if (!survey)
        test_answer_error(&err, answer, size);
    for (size_t i = 0, len = 0; survey && i < nv_survey_count(survey); i++) {
        const nv_surveyed *at = nv_survey_at(survey, i);

        len += (size_t)snprintf(answer + len, size - len, "%d|%s|%s|%s|%s\n",
                                (int)at->note, states[at->state], at->text,
                                at->wanted ? at->wanted : "",
                                at->event ? at->event->id : at->trouble);
        if (len >= size)
            break;
    }
    nv_survey_free(survey);
}

/* Watching: what was told last, and how often. */
static struct {
    nv_means means;
    char *style;
    nv_refreshed sum;
    int times;
} watched;

static const nv_means *means_now(void *self)
{
    (void)self;
    return &watched.means;
}

static void told(void *self, const nv_refreshed *sum)
{
    (void)self;
    watched.sum = *sum;
    watched.times++;
}

static void watch(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    nv_error err = {0};
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);

    free(watched.style);
    watched.style = strdup(args->style);
    watched.times = 0;
    watched.means = test_means(shelf, args);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        watched.means.styles[i] = watched.style;
    if (!essay || !nv_essay_watch(essay, means_now, told, NULL, &err))
        test_answer_error(&err, answer, size);
}

/* "times 2: citations 3, …" */
static void heard(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    int len = snprintf(answer, size, "times %d: ", watched.times);

    (void)self, (void)args;
    show_counts(&watched.sum, answer + len, size - (size_t)len);
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
    {"place", place},
    {"language", language},
    {"insert", insert},
    {"bench", bench},
    {"bench-table", bench_table},
    {"refresh", refresh},
    {"survey", survey},
    {"watch", watch},
    {"heard", heard},
    {NULL, NULL},
};
