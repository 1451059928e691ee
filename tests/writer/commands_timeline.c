/* SPDX-License-Identifier: MPL-2.0 */
/* The timeline of what is cited. */
#include <stdio.h>

#include "commands.h"
#include "fault.h"
#include "writer/timeline.h"

typedef bool act(nv_essay *essay, const nv_means *means, nv_tongue words,
                 nv_error *err);

static void perform(test_job *self, const test_arguments *args, act *act,
                    char *answer, size_t size)
{
    nv_error err = {0};
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    nv_means means = test_means(shelf, args);
    bool is_done;

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = essay && act(essay, &means, test_words(args), &err);
    nv_fault_disarm();
    if (is_done)
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
}

static void draw(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    perform(self, args, nv_writer_draw_timeline, answer, size);
}

static void take_out(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    perform(self, args, nv_writer_remove_timeline, answer, size);
}

static void has(test_job *self, const test_arguments *args, char *answer,
                size_t size)
{
    nv_error err = {0};
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);

    snprintf(answer, size, "%s",
             essay && nv_writer_has_timeline(essay) ? "yes" : "no");
}

const test_command test_timeline_commands[] = {
    {"timeline-draw", draw},
    {"timeline-remove", take_out},
    {"timeline-has", has},
    {NULL, NULL},
};
