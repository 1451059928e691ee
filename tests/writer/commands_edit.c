/* SPDX-License-Identifier: MPL-2.0 */
/* Citations that stand in the document: finding, editing, taking out. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "fault.h"
#include "writer/context_menu.h"
#include "writer/edit.h"

/* What an act needs; all borrowed, all zero at first. */
typedef struct {
    const test_shelf *shelf;
    nv_means means;
    nv_essay *essay;
    nv_typed_locator typed;
    nv_citation citation;
} setting;

static bool open_setting(setting *setting, test_job *self,
                         const test_arguments *args, nv_error *err)
{
    setting->essay = test_essay(self, args, &setting->shelf, err);
    if (!setting->essay)
        return false;
    setting->means = test_means(setting->shelf, args);
    return true;
}

typedef bool act(setting *setting, const test_arguments *args, nv_error *err);

/* "done CALLS", or the error. */
static void run(act *act, bool needs_citation, test_job *self,
                const test_arguments *args, char *answer, size_t size)
{
    nv_error err = {0};
    setting setting = {0};
    bool is_done = open_setting(&setting, self, args, &err) &&
                   (!needs_citation ||
                    test_citation(setting.shelf, args, &setting.citation,
                                  &setting.typed, &err));

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && act(&setting, args, &err);
    nv_fault_disarm();
    if (is_done)
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
}

static bool do_edit(setting *setting, const test_arguments *args, nv_error *err)
{
    return nv_writer_edit(setting->essay, &setting->means, args->name,
                          setting->shelf->registry, &setting->citation,
                          test_words(args), err);
}

static void edit(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    run(do_edit, true, self, args, answer, size);
}

static bool do_add(setting *setting, const test_arguments *args, nv_error *err)
{
    return nv_writer_add(setting->essay, &setting->means, args->name,
                         setting->shelf->registry, &setting->citation,
                         test_words(args), err);
}

static void add(test_job *self, const test_arguments *args, char *answer,
                size_t size)
{
    run(do_add, true, self, args, answer, size);
}

static bool do_move(setting *setting, const test_arguments *args, nv_error *err)
{
    return nv_writer_move(setting->essay, &setting->means, args->name, args->by,
                          test_words(args), err);
}

static void move(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    run(do_move, false, self, args, answer, size);
}

static bool do_remove(setting *setting, const test_arguments *args,
                      nv_error *err)
{
    return nv_writer_remove(setting->essay, &setting->means, args->name,
                            test_words(args), err);
}

static void take_out(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    run(do_remove, false, self, args, answer, size);
}

static size_t unlinked;

static bool do_unlink(setting *setting, const test_arguments *args,
                      nv_error *err)
{
    return nv_writer_unlink(setting->essay, &setting->means, args->name,
                            test_words(args), &unlinked, err);
}

static void unlink_citations(test_job *self, const test_arguments *args,
                             char *answer, size_t size)
{
    size_t len;

    run(do_unlink, false, self, args, answer, size);
    len = strlen(answer);
    if (strncmp(answer, "done", 4) == 0)
        snprintf(answer + len, size - len, ": %zu", unlinked);
}

static bool do_show(setting *setting, const test_arguments *args, nv_error *err)
{
    return nv_writer_show(setting->essay, args->name, err);
}

static void show(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    run(do_show, false, self, args, answer, size);
}

/* One fact a line; "none" where there is no citation. */
static void tell(const nv_found_citation *found, char *answer, size_t size)
{
    static const char *const states[] = {"right", "stale", "by hand", "lost"};
    const nv_citation *citation = &found->citation;

    if (!found->name)
        snprintf(answer, size, "none");
    else
        snprintf(answer, size,
                 "name %s\nnote %d\nstate %s\nevent %s\nquotation %d\n"
                 "parts %u\nlocator %s %s\ntrouble %s\ntext %s",
                 found->name, found->note, states[found->state],
                 citation->event ? citation->event->id : "",
                 citation->quotation, citation->parts,
                 citation->locator.label ? citation->locator.label : "",
                 citation->locator.value ? citation->locator.value : "",
                 found->trouble.message, found->text);
}

/* Finds as often as `by` says: for measuring. */
static void find(test_job *self, const test_arguments *args, char *answer,
                 size_t size)
{
    nv_error err = {0};
    setting setting = {0};
    nv_found_citation found = {0};
    bool is_found = open_setting(&setting, self, args, &err);

    nv_fault_arm(args->fault, args->is_after != 0);
    for (int i = 0; i <= args->by && is_found; i++) {
        nv_found_citation_release(&found);
        is_found = nv_writer_find(setting.essay, &setting.means, &found, &err);
    }
    nv_fault_disarm();
    if (is_found)
        tell(&found, answer, size);
    else
        test_answer_error(&err, answer, size);
    nv_found_citation_release(&found);
}

/* One menu at a time, kept between calls. */
static nv_context_menu *menu;

static void open_menu(test_job *self, const test_arguments *args, char *answer,
                      size_t size)
{
    nv_error err = {0};

    (void)self;
    nv_fault_arm(args->fault, args->is_after != 0);
    menu = nv_context_menu_new(args->frame, test_words(args), &err);
    nv_fault_disarm();
    if (menu)
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
}

static void close_menu(test_job *self, const test_arguments *args, char *answer,
                       size_t size)
{
    (void)self, (void)args;
    nv_context_menu_free(menu);
    menu = NULL;
    snprintf(answer, size, "done");
}

const test_command test_edit_commands[] = {
    {"find", find}, {"edit", edit},       {"add", add},
    {"move", move}, {"remove", take_out}, {"unlink", unlink_citations},
    {"show", show}, {"menu", open_menu},  {"no-menu", close_menu},
    {NULL, NULL},
};
