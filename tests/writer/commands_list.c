/* SPDX-License-Identifier: MPL-2.0 */
/* The list of works, where citations stand, and what is cited. */
#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "writer/bibliography.h"
#include "writer/convert.h"

/* An act on the essay; what it counted goes to *count. */
typedef bool act(nv_essay *essay, const nv_means *means,
                 const test_arguments *args, size_t *count, nv_error *err);

static void perform(test_job *self, const test_arguments *args, act *act,
                    char *answer, size_t size)
{
    nv_error err = {0};
    test_shelf shelf;
    size_t count = 0;
    bool is_done = test_shelf_open(&shelf, args->folder, &err);
    nv_means means = test_means(&shelf, args);
    nv_essay *essay = nv_essay_new(self->context, args->frame, &err);

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && essay && act(essay, &means, args, &count, &err);
    nv_fault_disarm();
    nv_essay_free(essay);
    test_shelf_close(&shelf);
    if (is_done)
        snprintf(answer, size, "done %d: %zu", nv_fault_calls(), count);
    else
        test_answer_error(&err, answer, size);
}

static bool write(nv_essay *essay, const nv_means *means,
                  const test_arguments *args, size_t *count, nv_error *err)
{
    (void)count;
    return nv_writer_write_bibliography(essay, means, test_words(args), err);
}

static void list_write(test_job *self, const test_arguments *args, char *answer,
                       size_t size)
{
    perform(self, args, write, answer, size);
}

static bool take_out(nv_essay *essay, const nv_means *means,
                     const test_arguments *args, size_t *count, nv_error *err)
{
    (void)count;
    return nv_writer_remove_bibliography(essay, means, test_words(args), err);
}

static void list_remove(test_job *self, const test_arguments *args,
                        char *answer, size_t size)
{
    perform(self, args, take_out, answer, size);
}

static bool ask(nv_essay *essay, const nv_means *means,
                const test_arguments *args, size_t *count, nv_error *err)
{
    (void)means, (void)args, (void)err;
    *count = nv_writer_has_bibliography(essay);
    return true;
}

static void list_has(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    perform(self, args, ask, answer, size);
}

/* "by" is the kind, "name" the citation, or none for all of them. */
static bool turn(nv_essay *essay, const nv_means *means,
                 const test_arguments *args, size_t *count, nv_error *err)
{
    return nv_writer_convert(essay, means, args->name, (nv_note_kind)args->by,
                             test_words(args), count, err);
}

static void convert(test_job *self, const test_arguments *args, char *answer,
                    size_t size)
{
    perform(self, args, turn, answer, size);
}

/* "text" is the form. */
static void export_cited(test_job *self, const test_arguments *args,
                         char *answer, size_t size)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    test_shelf shelf;
    bool is_done = test_shelf_open(&shelf, args->folder, &err);
    nv_means means = test_means(&shelf, args);
    nv_essay *essay = nv_essay_new(self->context, args->frame, &err);

    is_done = is_done && essay &&
              nv_writer_export_cited(
                  essay, &means, nv_export_format_of(args->text), &out, &err);
    nv_essay_free(essay);
    test_shelf_close(&shelf);
    if (is_done)
        snprintf(answer, size, "%.*s", (int)out.len, out.text);
    else
        test_answer_error(&err, answer, size);
    nv_buffer_release(&out);
}

const test_command test_list_commands[] = {
    {"list-write", list_write}, {"list-remove", list_remove},
    {"list-has", list_has},     {"convert", convert},
    {"export", export_cited},   {NULL, NULL},
};
