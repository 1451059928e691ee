/* SPDX-License-Identifier: MPL-2.0 */
/* What a document carries. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "writer/document.h"
#include "writer/pasted.h"
#include "writer/store.h"

/* A reader with packs and styles of his own, at a document. `style` is what he
 * prefers; without it, the usual ones. */
typedef struct {
    test_shelf shelf;
    nv_means usual, means; /* his, and those of the document */
    nv_essay *essay;
} reader;

static bool arrive(reader *reader, test_job *self, const test_arguments *args,
                   nv_error *err)
{
    bool is_here = test_shelf_open(&reader->shelf, args->folder, err);

    reader->usual = test_means(&reader->shelf, args);
    for (int i = 0; i < NV_LANGUAGE_COUNT && !args->style; i++)
        reader->usual.styles[i] = nv_library_usual_style((nv_language)i);
    reader->means = reader->usual;
    reader->essay =
        is_here ? nv_essay_new(self->context, args->frame, err) : NULL;
    return reader->essay != NULL;
}

static void leave(reader *reader)
{
    nv_essay_free(reader->essay);
    test_shelf_close(&reader->shelf);
}

/* "style ID VERSION KIND BYTES: TROUBLE" */
static void show(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    reader reader = {0};
    nv_document_store store = {0};
    nv_error err = {0};

    if (!arrive(&reader, self, args, &err) ||
        !nv_writer_read_store(reader.essay, &store, &err))
        test_answer_error(&err, answer, size);
    else if (!store.style.is_set)
        snprintf(answer, size, "no style: %s", store.trouble.message);
    else
        snprintf(answer, size, "style '%s' '%s' %d %zu: %s", store.style.id,
                 store.style.version, store.style.kind,
                 store.style.csl ? strlen(store.style.csl) : 0,
                 store.trouble.message);
    nv_document_store_release(&store);
    leave(&reader);
}

/* The styles that the document is written in, by language. */
static void means(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    reader reader = {0};
    nv_error err = {0};
    size_t len = 0;

    if (!arrive(&reader, self, args, &err) ||
        !nv_store_means(reader.essay, &reader.usual, &reader.means, &err))
        test_answer_error(&err, answer, size);
    else
        len = (size_t)snprintf(answer, size, "%s",
                               reader.means.library == reader.usual.library
                                   ? "installed"
                                   : "carried");
    for (int i = 0; i < NV_LANGUAGE_COUNT && !err.code; i++)
        len += (size_t)snprintf(answer + len, size - len, " %s",
                                reader.means.styles[i]);
    leave(&reader);
}

/* Makes the style `name` the document's. */
static bool choose_from(reader *reader, const test_arguments *args,
                        nv_refreshed *done, nv_error *err)
{
    nv_document_style style = {0};
    bool is_done = nv_store_style(&reader->means, args->name, &style, err);

    for (int i = 0; i < NV_LANGUAGE_COUNT; i++)
        reader->means.styles[i] =
            *args->name ? args->name : nv_library_usual_style((nv_language)i);
    nv_fault_arm(args->fault, args->is_after != 0);
    is_done =
        is_done && nv_writer_choose_style(reader->essay, &reader->means, &style,
                                          test_words(args), done, err);
    nv_fault_disarm();
    nv_document_style_release(&style);
    return is_done;
}

static void choose(test_job *self, const test_arguments *args, char *answer,
                   size_t size)
{
    reader reader = {0};
    nv_refreshed done = {0};
    nv_error err = {0};

    if (arrive(&reader, self, args, &err) &&
        choose_from(&reader, args, &done, &err))
        snprintf(answer, size, "done %d: rewritten %zu", nv_fault_calls(),
                 done.rewritten);
    else
        test_answer_error(&err, answer, size);
    leave(&reader);
}

/* As the panel does: in the document's style, whatever the reader prefers. */
static void refresh(test_job *self, const test_arguments *args, char *answer,
                    size_t size)
{
    reader reader = {0};
    nv_refreshed done = {0};
    nv_error err = {0};

    if (arrive(&reader, self, args, &err) &&
        nv_store_means(reader.essay, &reader.usual, &reader.means, &err) &&
        nv_writer_refresh(reader.essay, &reader.means, test_words(args), &done,
                          &err))
        snprintf(answer, size, "done: citations %zu, rewritten %zu, lost %zu",
                 done.citations, done.rewritten, done.lost);
    else
        test_answer_error(&err, answer, size);
    leave(&reader);
}

static bool insert_from(reader *reader, const test_arguments *args,
                        nv_error *err)
{
    nv_typed_locator typed;
    nv_citation citation;

    return test_citation(&reader->shelf, args, &citation, &typed, err) &&
           nv_writer_insert(reader->essay, &reader->means,
                            reader->shelf.registry, &citation, test_words(args),
                            err);
}

/* Keeps properties in the file `text` from now on. */
static void use_file(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    (void)self;
    nv_pasted_use(args->text);
    snprintf(answer, size, "done");
}

/* As the panel does when a document was opened, and something is cited. */
static void open_and_insert(test_job *self, const test_arguments *args,
                            char *answer, size_t size)
{
    reader reader = {0};
    nv_error err = {0};

    if (arrive(&reader, self, args, &err)) {
        nv_writer_sweep(reader.essay);
        if (nv_store_means(reader.essay, &reader.usual, &reader.means, &err) &&
            insert_from(&reader, args, &err))
            snprintf(answer, size, "done");
    }
    if (err.code)
        test_answer_error(&err, answer, size);
    leave(&reader);
}

const test_command test_store_commands[] = {
    {"carried", show},
    {"carried-means", means},
    {"choose-style", choose},
    {"carried-refresh", refresh},
    {"open-and-insert", open_and_insert},
    {"keep-properties", use_file},
    {NULL, NULL},
};
